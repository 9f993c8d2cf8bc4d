"""The frame around every page: filters write the address, chips and reset take back, pairs are offered, files watched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.made_up import SMALL
from tests.pages.conftest import HOME, Open, links


def query(test: AppTest) -> dict[str, list[str]]:
    return {name: [values] if isinstance(values, str) else list(values) for name, values in test.query_params.items()}


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("filter-sectors", ["society", "energy"], {"sector": ["society", "energy"]}),
        ("filter-kinds", ["initiative"], {"kind": ["initiative"]}),
        ("filter-sides", ["XBB"], {"side": ["XBB"]}),
        ("filter-levels", ["minister"], {"level": ["minister"]}),
        ("filter-people", ["bolat-wye"], {"person": ["bolat-wye"]}),
        ("filter-institutions", ["exland-railways"], {"institution": ["exland-railways"]}),
        ("filter-statuses", ["announced"], {"status": ["announced"]}),
        ("filter-sourced", ["official"], {"sourced": ["official"]}),
        ("filter-promises", ["open"], {"promises": ["open"]}),
    ],
)
def test_a_filter_writes_its_ids(open_page: Open, key: str, value: list[str], expected: dict[str, list[str]]) -> None:
    test = open_page("explore/records", columns=["title.level"])
    test.multiselect(key=key).set_value(value).run()
    assert query(test) == {"columns": ["title.level"], **expected}
    test.multiselect(key=key).set_value([]).run()
    assert query(test) == {"columns": ["title.level"]}


def test_years_are_written_only_where_they_narrow(open_page: Open) -> None:
    test = open_page("explore/records")
    slider = test.slider(key="filter-years")
    assert (slider.min, slider.max, slider.value) == (1994, 2024, (1994, 2024))
    slider.set_value((2019, 2024)).run()
    assert query(test) == {"from": ["2019"]}
    test.slider(key="filter-years").set_value((1994, 2020)).run()
    assert query(test) == {"to": ["2020"]}


def test_free_text_finds_names_in_either_script(open_page: Open) -> None:
    test = open_page("explore/records")
    test.text_input(key="filter-text").set_value("  Болат  ").run()
    assert query(test) == {"q": ["Болат"]}
    # The commission, the state visit and his own statement.
    assert "**3 of 15 records**" in links(test)


def test_a_chip_takes_back_its_filter_and_reset_all(open_page: Open) -> None:
    test = open_page("explore/timeline", sector=["culture"], from_=["2020"], lanes=["side"])
    test.button(key="chip-1").click().run()
    assert query(test) == {"from": ["2020"], "lanes": ["side"]}
    test.button(key="reset").click().run()
    assert query(test) == {"lanes": ["side"]}


def test_a_quote_facet_narrows(open_page: Open) -> None:
    test = open_page("explore/quotes", find=["energy"])
    test.button(key="facet-speaker-carla-third").click().run()
    assert query(test) == {"find": ["energy"], "person": ["carla-third"]}


def test_the_list_turns_its_pages_and_keeps_its_order(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.listing.PAGE", 5)
    test = open_page("explore/records", as_=["list"], sort=["title"], page=["2"])
    # A statement stands by its quote, whoever said it.
    titles = [
        label.split(" · ")[2].split(": ")[-1]
        for label in links(test)
        if label.startswith("**") and "records" not in label
    ]
    # The second five of sixteen, by title or quote, capitals and case aside.
    assert len(titles) == 5
    assert titles == sorted(titles, key=str.casefold)
    assert "6–10 of 16 records" in [caption.value for caption in test.caption]


@pytest.fixture
def two_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two pairs, the second with a first record only."""
    shutil.copytree(SMALL, tmp_path / "xaa-xbb")
    other = tmp_path / "xcc-xdd"
    (other / "meetings").mkdir(parents=True)
    (other / "pair.yaml").write_text(
        "title: Cland and Dland\nsides:\n  - {code: XCC, name: Cland, adjective: C}\n  - {code: XDD, name: Dland, adjective: D}\n"
    )
    (other / "sources.csv").write_text(
        "id,url,publisher,language,accessed,side,kind\npage-1,https://example.org/1,Example,en,2026-01-05,XCC,press\n"
    )
    (other / "meetings" / "first.yaml").write_text(
        "title: First\ndate: 2024-03-11\nlevel: official\nform: other\nsectors: [political]\nsources: [page-1]\n"
    )
    monkeypatch.setenv("DYAD_DATA", str(tmp_path))
    return tmp_path


def opened(**query: list[str]) -> AppTest:
    test = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=60)
    for name, values in query.items():
        test.query_params[name] = values
    test.run()
    assert not test.exception, test.exception
    return test


def test_a_second_pair_by_files_alone(two_pairs: Path) -> None:
    test = opened()
    assert test.selectbox(key="filter-pair").options == ["xaa-xbb", "xcc-xdd"]
    test.selectbox(key="filter-pair").set_value("xcc-xdd").run()
    assert query(test) == {"pair": ["xcc-xdd"]}
    assert "**1 of 1 records**" in links(test)
    gone = opened(pair=["xaa-xyy"])
    assert gone.warning[0].value == ("This link asks for the pair “xaa\\-xyy”, which is not here\\: xaa\\-xbb is shown")


def test_a_folder_in_which_nothing_is_right_says_what_is_wrong(two_pairs: Path) -> None:
    (two_pairs / "xcc-xdd" / "meetings" / "first.yaml").write_text("titel: First\n")
    test = opened(pair=["xcc-xdd"])
    assert "1 record of 1 file is left out." in [warning.value for warning in test.warning]
    assert "**0 of 0 records**" in links(test)


def quotes_shown(test: AppTest) -> int:
    """The exact count above the cards."""
    line = next(element.value for element in test.markdown if element.value.endswith(("quote**", "quotes**")))
    return int(line.strip("*").split()[0].replace(",", ""))


@pytest.mark.parametrize("facet", ["speaker", "side", "level", "sector", "year", "language", "occasion"])
def test_every_facet_leaves_just_what_it_counted(open_page: Open, facet: str) -> None:
    """Under a filter by sector, so that some facets narrow the sidebar and others the query."""
    start = {"find": ["culture OR energy OR дорога OR işıq*"], "sector": ["energy", "culture"]}
    offered = [b for b in open_page("explore/quotes", **start).button if str(b.key).startswith(f"facet-{facet}-")]
    assert offered
    for button in offered:
        counted = int(button.label.rsplit(" ", 1)[1])
        test = open_page("explore/quotes", **start)
        test.button(key=button.key).click().run()
        assert quotes_shown(test) == counted, (button.label, query(test))
