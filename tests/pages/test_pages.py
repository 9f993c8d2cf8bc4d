"""What each page says of the small pair, with no filter and with one: values, not merely that it ran."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.made_up import SMALL
from tests.pages.conftest import HOME, Open, bar_totals, charts, links, numbers

ALL = ("overview", "timeline", "sectors", "quotes", "figures", "records", "record")


def text(test: AppTest) -> str:
    return "\n".join(element.value for element in [*test.markdown, *test.caption, *test.info, *test.warning])


@pytest.mark.parametrize("page", ALL)
def test_every_page_says_what_is_shown(open_page: Open, page: str) -> None:
    whole = open_page(f"explore/{page}")
    assert "**15 of 15 records**" in links(whole)
    assert "1 more record restates another and is not counted" in text(whole)
    part = open_page(f"explore/{page}", sector=["culture"], from_=["2020"])
    assert "**4 of 15 records**" in links(part)
    chips = [button.label for button in part.button if str(button.key).startswith("chip-")]
    assert chips == ["since 2020", "Culture"]


@pytest.mark.parametrize("page", [page for page in ALL if page not in ("figures", "record")])
def test_every_page_says_what_to_loosen(open_page: Open, page: str) -> None:
    nothing = open_page(f"explore/{page}", sector=["science"], kind=["statement"])
    assert "**0 of 15 records**" in links(nothing)
    loosen = [button.label for button in nothing.button if str(button.key).startswith("loosen-")]
    assert loosen == ["Science → 4 records", "Statements → 0 records"]


def test_the_overview_counts(open_page: Open) -> None:
    test = open_page("explore/overview")
    assert {metric.label: metric.value for metric in test.metric} == {
        "Meetings": "6",
        "Statements": "4",
        "Initiatives": "5",
    }
    years, pillars = charts(test)
    # Two meetings (199X, XXXX) and one initiative (XXXX) cannot be placed in a year.
    assert bar_totals(years) == {"Meetings": 4, "Statements": 4, "Initiatives": 4}
    assert "3 records not drawn: date not known to the year." in text(test)
    # One record (the talks of the nineties) has no sector.
    assert sum(bar_totals(pillars, "x").values()) == pytest.approx(14)
    assert "1 record without a sector not drawn." in text(test)
    assert "5 initiatives by last recorded step." in text(test)
    assert {"**1** announced", "**2** under way", "**1** delivered", "**1** suspended"} <= set(links(test))


def test_every_status_and_source_quality_opens_as_a_list(open_page: Open) -> None:
    assert "**2 of 15 records**" in links(open_page("explore/records", status=["under-way"]))
    official = open_page("explore/records", sourced=["official"])
    # state-visit, commission, first-summit; railway, clean-water; ada, bolat.
    assert "**7 of 15 records**" in links(official)
    # Railway and energy cable (a page of each side), state visit, commission.
    assert "**4 of 15 records**" in links(open_page("explore/records", sourced=["both-sides"]))


def test_the_overview_counts_commitments_and_each_count_opens(open_page: Open) -> None:
    test = open_page("explore/overview")
    assert {"**2** seen kept, in 2 records", "**1** not seen kept, in 1 record"} <= set(links(test))
    assert {"Build the railway · Joint, by 2024 · seen kept", "Open a ferry line · Whyland · not seen kept"} <= set(
        links(test)
    )
    assert "**2 of 15 records**" in links(open_page("explore/records", promises=["kept"]))
    assert "**1 of 15 records**" in links(open_page("explore/records", promises=["open"]))
    # Its record holds a kept one as well, which is not among the open.
    still_open = set(links(open_page("explore/overview", promises=["open"])))
    assert {label for label in still_open if label.endswith(" seen kept")} == {
        "Open a ferry line · Whyland · not seen kept"
    }
    initiatives = open_page("explore/overview", kind=["initiative"])
    assert not any("seen kept" in label for label in links(initiatives))


def test_the_heat_map_says_what_its_empty_cells_mean(open_page: Open) -> None:
    whole = text(open_page("explore/sectors"))
    assert "Empty cells, a hollow square: looked for, nothing found; a dot: not looked for." in whole
    part = text(open_page("explore/sectors", kind=["statement"]))
    assert "a dash: there are records, but none among those shown" in part


def test_the_timeline_draws_single_marks_and_says_what_it_cannot(open_page: Open) -> None:
    test = open_page("explore/timeline")
    (figure,) = charts(test)
    drawn = sum(len(trace["customdata"]) for trace in figure["data"])
    assert drawn == 13
    assert "2 records without a date not drawn." in text(test)
    assert sum(label.startswith("**") and "records" not in label for label in links(test)) == 16


def test_the_timeline_takes_its_lanes_from_the_address(open_page: Open) -> None:
    (figure,) = charts(open_page("explore/timeline", lanes=["side"]))
    assert figure["layout"]["yaxis"]["ticktext"] == ["Third parties", "Whyland", "Exland", "Both sides"]


def test_sectors_count_either_way_and_say_so(open_page: Open) -> None:
    parts = open_page("explore/sectors")
    assert sum(bar_totals(charts(parts)[-2], "x").values()) == pytest.approx(14)
    assert "count in equal parts, so the sectors sum to n." in text(parts)
    whole = open_page("explore/sectors", count=["whole"])
    mentions = sum(bar_totals(charts(whole)[-2], "x").values())
    assert mentions == 24
    assert "Each record counts once in each of its sectors: 10 mentions more than records." in text(whole)


def test_a_sector_filter_drills_to_its_records(open_page: Open) -> None:
    test = open_page("explore/sectors", sector=["environment"])
    assert "**since 3 March 2021** · Initiative · Clean water for both banks" in links(test)


def test_quotes_are_found_highlighted_and_counted(open_page: Open) -> None:
    test = open_page("explore/quotes", find=["дорога"])
    assert "Understood: “дорога”" in text(test)
    assert ":orange-background[дорога]" in text(test)
    assert "**Bolat Wye**, Minister of Roads · Whyland · about 2021" in text(test)
    nothing = open_page("explore/quotes", find=["nowhere"])
    assert "No quote here has these words." in text(nothing)


def test_quote_facets_count_what_they_would_leave(open_page: Open) -> None:
    test = open_page("explore/quotes")
    facets = {button.label for button in test.button if str(button.key).startswith("facet-")}
    assert {"Ada Ekson · 1", "Bolat Wye · 1", "Carla Third · 1", "Energy · 2", "Culture · 2", "2024 · 1"} <= facets


def test_figures_stand_apart_by_reporter(open_page: Open) -> None:
    test = open_page("explore/figures")
    assert test.subheader[0].value == "Trade between Exland and Whyland, USD million"
    assert "For 1 period reporters disagree: all is shown, nothing averaged." in text(test)
    table = test.dataframe[-1].value
    assert table[["period", "value", "reporter", "disagrees"]].values.tolist() == [
        ["2020", 12.5, "Exland Customs", True],
        ["2020", 14.0, "Whyland Statistics", True],
        ["2021", -3.0, "Exland Customs", False],
    ]
    assert (
        "Visitors from Whyland \\(Q1\\-Q2\\), persons"
        in open_page("explore/figures", series=["visitors"]).subheader[0].value
    )
    # The heading is Markdown, the choice is not: a mark in a title is escaped in one and plain in the other.
    assert test.selectbox(key="series").options == ["Trade between Exland and Whyland", "Visitors from Whyland (Q1-Q2)"]
    assert "No figure of these years" in open_page("explore/figures", sector=["sport"]).info[0].value


def test_the_table_holds_every_record_restated_ones_marked(open_page: Open) -> None:
    table = open_page("explore/records").dataframe[0].value
    assert len(table) == 16
    assert table.set_index("Id")["Counted"].sum() == 15
    row = table.set_index("Id").loc["commission-third-session"]
    assert (row["Sectors"], row["People"], row["Place"], row["Side"]) == (
        "Transport, Energy",
        "Ada Ekson, Bolat Wye",
        "Wyeburg",
        "Both",
    )


def test_columns_come_from_the_address(open_page: Open) -> None:
    test = open_page("explore/records", columns=["title.level.nonsense"])
    chosen = next(element for element in test.multiselect if element.key == "columns")
    assert chosen.value == ["title", "level"]


def test_a_record_shows_all_that_is_known(open_page: Open) -> None:
    test = open_page("explore/record", id=["railway"])
    said = text(test)
    assert test.header[0].value == "Railway from Exton to Wyeburg"
    assert "**4 March 2012 · Announced**: Announced in Exton" in said
    assert "**June 2024 · Delivered**: First train" in said
    assert "**100 USD**, announced" in said
    assert "**250.5 USD**, spent (Twice the plan)" in said
    assert "[Agreement on the railway](https://register.example.org/1), Treaty Register, 2016" in said
    assert any("Bolat Wye: Қарасу көпірі" in label for label in links(test))
    assert any("First summit of Exland and Whyland" in label for label in links(test))
    assert "in the file xaa\\-xbb/initiatives/railway\\.yaml" in said


def test_a_record_shows_what_was_promised_and_what_kept_it(open_page: Open) -> None:
    test = open_page("explore/record", id=["state-visit"])
    said = text(test)
    assert "**Build the railway** · Joint, by 2024" in said
    assert "**Open a ferry line** · Whyland\n" in said
    assert "Said twice\\." in said
    assert "Kept by: Railway from Exton to Wyeburg" in links(test)
    assert said.count("No record shows it kept so far.") == 1
    assert "Keeps a promise of" in text(open_page("explore/record", id=["railway"]))


def test_a_record_shows_where_accounts_differ(open_page: Open) -> None:
    said = text(open_page("explore/record", id=["commission-third-session"]))
    assert "**Documents signed**" in said
    assert "15 · President of Exland" in said
    assert "17 · Ministry of Transport of Whyland" in said


def test_a_record_cites_its_sources_in_five_forms(open_page: Open) -> None:
    test = open_page("explore/record", id=["first-summit"])
    forms = [element.value for element in test.code]
    assert len(forms) == 5
    assert forms[0] == (
        "President of Exland. (2021, June 1). Leaders of Exland and Whyland meet. https://presidency.example.org/1"
    )
    assert forms[2].startswith("@online{exland-presidency-1,")


def test_an_unknown_record_is_not_an_error(open_page: Open) -> None:
    test = open_page("explore/record", id=["railwy"])
    assert test.warning[0].value == "No record has the id “railwy”\\: did you mean “railway”?"
    assert "choose" in open_page("explore/record").warning[0].value.lower()


def test_no_problems_are_said_to_be_none(open_page: Open) -> None:
    assert open_page("about/problems").success[0].value == "None: every record of every file was read."


def test_a_mistake_in_a_query_is_pointed_at_and_the_rest_still_searches(open_page: Open) -> None:
    test = open_page("explore/quotes", find=["энергия side:XYZ OR дорога"])
    assert ":orange-background[" in test.warning[0].value
    assert "**1 quote**" in text(test)


def test_words_in_context_over_time_and_beside(open_page: Open) -> None:
    lines = open_page("explore/words", find=["energy"])
    assert "**1 occurrence** in 1 quote, within the sentence" in text(lines)
    row = lines.dataframe[0].value.iloc[0]
    assert (row["left"], row["keyword"], row["right"], row["when"]) == (
        "The ",
        "energy",
        " link works; whether it pays is another matter.",
        "November 2022",
    )
    time = open_page("explore/words", find=["culture"], against=["energy"], as_=["time"])
    (figure,) = charts(time)
    assert [trace["name"] for trace in figure["data"]] == ["culture", "energy"]
    # Nine words were said in 2024, one of them "culture"; ten in 2022, one of them "energy".
    told = {trace["name"]: dict(zip(trace["x"], trace["y"], strict=True)) for trace in _unpacked(figure)}
    assert told["culture"][2024] == pytest.approx(1000 / 9)
    assert told["energy"][2022] == pytest.approx(1000 / 10)
    assert told["energy"][2024] == 0
    beside = open_page("explore/words", find=["culture"], as_=["beside"])
    assert "log-likelihood" in text(beside)


def _unpacked(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace | {"x": numbers(trace["x"]), "y": numbers(trace["y"])} for trace in figure["data"]]


def test_versions_in_other_languages_stand_side_by_side(open_page: Open, tmp_path: Path, monkeypatch: Any) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "xaa-xbb"))
    path = folder / "statements" / "ada-on-culture.yaml"
    version = "versions:\n  - {quote: Свет культуры., language: ru, translation: true, sources: [whyland-ministry-1]}\n"
    path.write_text(path.read_text("utf-8") + version, "utf-8")
    test = open_page("explore/quotes", find=["speaker:Ekson"])
    assert "Свет" not in text(test)
    monkeypatch.setenv("DYAD_DATA", str(tmp_path))
    test.run()
    assert "“Свет культуры\\.”" in text(test)
    assert any(caption.value.startswith("Russian, a translation. [Қарасу") for caption in test.caption)


def test_a_quote_leads_to_what_else_was_said_there(open_page: Open, tmp_path: Path, monkeypatch: Any) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "xaa-xbb"))
    path = folder / "statements" / "ada-on-culture.yaml"
    (path.parent / "ada-again.yaml").write_text(path.read_text("utf-8").replace("uzundur", "qısadır"), "utf-8")
    assert not any("Also said" in label for label in links(open_page("explore/quotes", find=["speaker:Ekson"])))
    monkeypatch.setenv("DYAD_DATA", str(tmp_path))
    test = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60).switch_page("pages/explore/quotes.py")
    test.query_params["find"] = "uzundur"
    test.run()
    assert "Also said there (1)" in links(test)
    test.query_params["find"] = "occasion:state-visit"
    test.run()
    assert "**2 quotes**" in text(test)
