"""Marks and bins of the small pair: shapes that claim no more than their dates, rows, lanes and periods."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures import timeline
from tests.made_up import frames_of

MEETING = {"title": "A", "level": "minister", "form": "forum", "sources": ["source-a"]}


def test_each_dated_record_is_one_mark_no_more_precise_than_its_date(everything: View) -> None:
    table = timeline.marks(everything, "kind").set_index("id")
    assert table["shape"].to_dict() == {
        "expert-talks": "span",  # 199X
        "first-summit": "span",  # 1994
        "railway": "range",  # 2012-03-04, 2016, 2024-06
        "commission-third-session": "span",  # 2019
        "business-forum": "span",  # 2020-05
        "energy-cable": "range",  # 2020-05-10, 2022-01/2022-06
        "bolat-on-the-bridge": "span",  # 2021~
        "clean-water": "range",  # 2021-03-03/..
        "ada-on-culture": "point",  # 2021-06-01
        "state-visit": "range",  # 2021-06-01/2021-06-03
        "carla-on-energy": "span",  # 2022-11
        "year-of-culture": "span",  # one step, 2023
        "joint-communique": "point",  # 2024-02-29
    }
    ends = {ident: (str(row.start.date()), str(row.end.date())) for ident, row in table.iterrows()}
    assert ends["railway"] == ("2012-03-04", "2024-06-30")
    assert ends["business-forum"] == ("2020-05-01", "2020-05-31")
    assert ends["clean-water"] == ("2021-03-03", "2024-12-31")  # open: to the end of the axis
    assert ends["expert-talks"] == ("1994-01-01", "1999-12-31")  # cut at the beginning of the axis


def test_marks_are_cut_at_the_range_asked_for(small: Frames) -> None:
    table = timeline.marks(Selection(first="2021-06", last="2021-12").apply(small), "kind").set_index("id")
    assert (table["start"] >= pd.Timestamp(2021, 6, 1)).all()
    assert (table["end"] <= pd.Timestamp(2021, 12, 31)).all()
    assert set(table.index) == {
        "railway",
        "energy-cable",
        "bolat-on-the-bridge",
        "clean-water",
        "ada-on-culture",
        "state-visit",
    }


def test_rows_stack_what_would_cover_one_another(everything: View) -> None:
    table = timeline.marks(everything, "kind").set_index("id")
    assert table.loc[["expert-talks", "first-summit"], "row"].tolist() == [0, 1]  # both begin with 1994
    # The cable and the water both fall within the railway's years; the year of culture fits after the cable.
    assert table.loc[["railway", "energy-cable", "clean-water", "year-of-culture"], "row"].tolist() == [0, 1, 2, 1]
    assert table.loc[["bolat-on-the-bridge", "ada-on-culture"], "row"].tolist() == [0, 1]


def test_one_day_stacks_all_that_happened_on_it() -> None:
    """An axis of a single day has no width to keep marks apart; each still has a row of its own."""
    frames = frames_of([("meeting", MEETING | {"id": f"m-{n}", "date": "2024-03-11"}) for n in range(3)])
    view = Selection(first="2024-03-11", last="2024-03-11").apply(frames)
    assert timeline.marks(view, "kind")["row"].tolist() == [0, 1, 2]


def test_days_in_a_row_share_a_row_on_a_short_axis() -> None:
    frames = frames_of([("meeting", MEETING | {"id": f"m-{n}", "date": f"2024-03-1{n}"}) for n in range(3)])
    view = Selection(first="2024-03", last="2024-03").apply(frames)
    assert timeline.marks(view, "kind")["row"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (Selection(), ("1994-01-01", "2024-12-31")),
        (Selection(first="2020-05", last="2021"), ("2020-05-01", "2021-12-31")),
        (Selection(first="2021", last="2020"), ("2020-12-31", "2021-01-01")),  # upside down: what lies between
        (Selection(first="2030"), ("2030-01-01", "2030-12-31")),
    ],
)
def test_extent(small: Frames, asked: Selection, ends: tuple[str, str]) -> None:
    assert timeline.extent(asked.apply(small)) == tuple(map(pd.Timestamp, ends))


def test_lanes_by_pillar_follow_the_main_sector(everything: View) -> None:
    table = timeline.marks(everything, "pillar").set_index("id")["lane"]
    assert table["business-forum"] == "economy"  # trade-investment before transport and culture
    assert table["joint-communique"] == "politics"
    assert table["expert-talks"] == "none"
    assert timeline.lane_names(everything, "pillar")["none"] == "No sector"


def test_lanes_by_side(everything: View) -> None:
    table = timeline.marks(everything, "side").set_index("id")["lane"]
    assert table["state-visit"] == "both"
    assert table["joint-communique"] == "both"
    assert table["ada-on-culture"] == "XAA"
    assert table["year-of-culture"] == "XAA"
    assert table["carla-on-energy"] == "third"
    assert timeline.lane_names(everything, "side") == {
        "both": "Both sides",
        "XAA": "Exland",
        "XBB": "Whyland",
        "third": "Third parties",
    }


def test_bins_by_year(everything: View) -> None:
    table = timeline.bins(everything, "kind", "year")
    assert list(table.columns) == ["lane", "name", "period", "start", "end", "records"]
    some = table[table["records"] > 0]
    assert some[["lane", "period", "records"]].values.tolist() == [
        ["meeting", "1994", 1],
        ["meeting", "2019", 1],
        ["meeting", "2020", 1],
        ["meeting", "2021", 1],
        ["statement", "2021", 2],
        ["statement", "2022", 1],
        ["statement", "2024", 1],
        ["initiative", "2012", 1],
        ["initiative", "2020", 1],
        ["initiative", "2021", 1],
        ["initiative", "2023", 1],
    ]
    assert timeline.unbinned(everything, "year") == 3
    assert (len(table), table["name"].unique().tolist()) == (3 * 31, ["Meetings", "Statements", "Initiatives"])


def test_bins_by_quarter_leave_out_what_is_known_to_the_year_only(small: Frames) -> None:
    view = Selection(first="2020", last="2022").apply(small)
    table = timeline.bins(view, "kind", "quarter")
    some = table[table["records"] > 0]
    assert some[["lane", "period", "records"]].values.tolist() == [
        ["meeting", "2020-04/2020-06", 1],
        ["meeting", "2021-04/2021-06", 1],
        ["statement", "2021-04/2021-06", 1],
        ["statement", "2022-10/2022-12", 1],
        ["initiative", "2020-04/2020-06", 1],
        ["initiative", "2021-01/2021-03", 1],
    ]
    assert [str(day.date()) for day in some.iloc[0][["start", "end"]]] == ["2020-04-01", "2020-06-30"]
    # 2021~ tells no quarter, and the railway began in 2012.
    assert (view.n, timeline.unbinned(view, "quarter")) == (8, 2)


def test_a_range_of_years_is_not_counted_in_its_first_january() -> None:
    dates = {"years": "2019/2021", "months": "2019-05/2021", "days": "2019-05-03/2019-06-02", "season": "2019-22"}
    frames = frames_of([("meeting", MEETING | {"id": ident, "date": text}) for ident, text in dates.items()])
    view = Selection().apply(frames)
    table = timeline.bins(view, "kind", "month")
    assert table.loc[table["records"] > 0, ["period", "records"]].values.tolist() == [["2019-05", 2]]
    assert timeline.unbinned(view, "month") == 2
    assert timeline.bins(view, "kind", "year")["records"].sum() == 4


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        ("2022", "2024", "month"),
        ("2021-12", "2024", "quarter"),
        ("2015", "2024", "quarter"),
        ("2014-12", "2024", "year"),
        (None, None, "year"),
    ],
)
def test_the_finest_period_that_leaves_few_bars(
    small: Frames, first: str | None, last: str | None, period: str
) -> None:
    assert timeline.period_for(Selection(first=first, last=last).apply(small)) == period


def test_dense_is_more_rows_than_a_reader_can_follow(everything: View) -> None:
    assert not timeline.is_dense(timeline.marks(everything, "kind"))
    assert not timeline.is_dense(timeline.marks(Selection(text="no such word").apply(everything.frames), "kind"))
    for number, dense in ((timeline.ROWS, False), (timeline.ROWS + 1, True)):
        frames = frames_of([("meeting", MEETING | {"id": f"m-{n}", "date": "2024-03-11"}) for n in range(number)])
        assert timeline.is_dense(timeline.marks(Selection().apply(frames), "kind")) is dense


def test_one_month_is_as_near_as_counts_come(small: Frames) -> None:
    assert timeline.one_month(Selection(first="2021-06", last="2021-06").apply(small))
    assert not timeline.one_month(Selection(first="2021-06", last="2022-06").apply(small))
