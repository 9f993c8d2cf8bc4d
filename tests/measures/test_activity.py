"""Counts by year and kind, and the two periods compared: the small pair's, counted by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures import activity
from tests.made_up import frames_of

# Of 16 records one restates another; of the other 15 three have no year: 199X and twice XXXX.
YEARS = {  # year: (meetings, statements, initiatives)
    1994: (1, 0, 0),
    2012: (0, 0, 1),
    2019: (1, 0, 0),
    2020: (1, 0, 1),
    2021: (1, 2, 1),
    2022: (0, 1, 0),
    2023: (0, 0, 1),
    2024: (0, 1, 0),
}


def test_by_year_counts_each_record_in_the_year_in_which_it_began(everything: View) -> None:
    table = activity.by_year(everything)
    assert list(table.columns) == ["year", "Meetings", "Statements", "Initiatives", "Records"]
    found = {row.year: (row.Meetings, row.Statements, row.Initiatives) for row in table.itertuples() if row.Records}
    assert found == YEARS
    assert table["year"].tolist() == list(range(1994, 2025))
    assert table["Records"].sum() == 12


def test_what_has_no_year_is_said(everything: View) -> None:
    assert activity.unplaced(everything).values.tolist() == [["date not known to the year", 3]]


def test_by_kind(everything: View) -> None:
    assert activity.by_kind(everything).values.tolist() == [
        ["meeting", "Meetings", 6],
        ["statement", "Statements", 4],
        ["initiative", "Initiatives", 5],
    ]


def test_records_that_reach_into_the_range_are_kept_but_not_in_its_years(small: Frames) -> None:
    """The railway (2012-2024) and the cable (2020-2022) overlap 2021-2022; “2021-03-03/..” and “2021~” begin in it."""
    view = Selection(first="2021", last="2022").apply(small)
    assert view.n == 7
    assert activity.by_year(view)[["year", "Records"]].values.tolist() == [[2021, 4], [2022, 1]]
    assert activity.unplaced(view).values.tolist() == [["began before 2021", 2]]


def test_a_range_to_the_month_is_drawn_in_whole_years(small: Frames) -> None:
    view = Selection(first="2020-05", last="2020-12").apply(small)
    assert activity.years_shown(view) == (2020, 2020)
    assert activity.by_year(view)["Records"].tolist() == [2]
    assert activity.unplaced(view).values.tolist() == [["began before 2020", 1]]


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (None, None, (1994, 2024)),
        ("2020", None, (2020, 2024)),
        (None, "2000", (1994, 2000)),
        ("2024", "2020", (2020, 2024)),  # a link upside down
        ("2030", None, (2024, 2030)),
    ],
)
def test_years_shown(small: Frames, first: str | None, last: str | None, years: tuple[int, int]) -> None:
    assert activity.years_shown(Selection(first=first, last=last).apply(small)) == years


def test_an_empty_view_counts_nothing(small: Frames) -> None:
    view = Selection(text="no such word").apply(small)
    assert view.n == 0
    assert activity.by_year(view)["Records"].tolist() == [0] * 31
    assert activity.by_kind(view)["records"].tolist() == [0, 0, 0]
    assert activity.unplaced(view).empty
    assert activity.latest_day(view) is None


def test_the_last_five_years_are_compared_with_the_five_before(everything: View) -> None:
    spans = activity.periods(everything)
    assert spans is not None
    assert (spans.now_words, spans.before_words) == ("2020–2024", "2015–2019")
    assert spans.now == Selection(first="2020", last="2024")
    assert spans.before == Selection(first="2015", last="2019")
    table = activity.headline(everything)
    assert list(table.columns) == ["kind", "name", "records", "now", "before", "change"]
    assert table.drop(columns=["kind", "name"]).values.tolist() == [[6, 2, 1, 1], [4, 4, 0, 4], [5, 3, 0, 3]]
    assert activity.begun_in_both(everything, spans) == (2 + 4 + 3) + (1 + 0 + 0)


def test_a_range_is_compared_with_the_one_of_its_length_before(small: Frames) -> None:
    view = Selection(first="2021", last="2022", kinds=("statement",)).apply(small)
    spans = activity.periods(view)
    assert spans is not None
    assert (spans.now_words, spans.before_words) == ("2021–2022", "2019–2020")
    assert spans.before == Selection(first="2019", last="2020", kinds=("statement",))
    table = activity.headline(view).set_index("kind")
    assert table.loc["statement", ["records", "now", "before", "change"]].tolist() == [3, 3, 0, 3]


def test_one_year_is_named_once(small: Frames) -> None:
    spans = activity.periods(Selection(first="2021", last="2021").apply(small))
    assert spans is not None
    assert (spans.now_words, spans.before_words) == ("2021", "2020")


def test_no_comparison_where_nothing_is_recorded_before(small: Frames) -> None:
    view = Selection(last="2000").apply(small)
    assert activity.periods(view) is None
    assert activity.headline(view)[["now", "before", "change"]].isna().all(axis=None)


def test_a_period_as_long_as_the_calendar_has_one_before_it(small: Frames) -> None:
    """1995 to 2100 is 106 years; the 106 before them begin before any date that may be asked for."""
    spans = activity.periods(Selection(first="1995", last="2100").apply(small))
    assert spans is not None
    assert spans.before_words == "1889–1994"
    assert activity.began(spans.before.apply(small))["id"].tolist() == ["first-summit"]
    assert activity.headline(Selection(first="1995", last="2100").apply(small))["before"].tolist() == [1, 0, 0]


def test_latest_day_is_known_to_the_day(everything: View, small: Frames) -> None:
    """The cable reaches 2022-06 and the railway 2024-06, but no later record than the communiqué has a day."""
    assert activity.latest_day(everything) == date(2024, 2, 29)
    assert activity.latest_day(Selection(kinds=("meeting",)).apply(small)) is None  # years, a month and ranges only


@pytest.mark.parametrize(
    ("asked", "incomplete"),
    [
        (Selection(), 2024),
        (Selection(last="2030"), 2024),  # the axis goes on, but 2024 is still not whole
        (Selection(sides=("XAA",)), 2024),  # it is the data that ends, not the view
        (Selection(last="2023"), None),
    ],
)
def test_incomplete_year(small: Frames, asked: Selection, incomplete: int | None) -> None:
    assert activity.incomplete_year(asked.apply(small)) == incomplete


def test_a_year_recorded_to_its_last_day_is_complete() -> None:
    meeting = {"title": "A", "level": "minister", "form": "forum", "sources": ["source-a"], "id": "a"}
    ended = frames_of([("meeting", meeting | {"date": "2024-12-31"})])
    assert activity.incomplete_year(Selection().apply(ended)) is None
    undated = frames_of([("meeting", meeting | {"date": "XXXX"})])
    assert activity.incomplete_year(Selection().apply(undated)) is None


def test_a_pair_without_records_counts_nothing() -> None:
    view = Selection().apply(frames_of([]))
    assert (view.n, view.total, view.restated) == (0, 0, 0)
    assert activity.by_kind(view)["records"].sum() == 0
    pd.testing.assert_series_equal(activity.by_year(view)["Records"], pd.Series([0], name="Records"))
