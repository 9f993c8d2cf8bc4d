"""Series of the small pair: trade in two years, the first by two reporters who disagree; visitors in half a year."""

from __future__ import annotations

import pytest

from loaders.frames import Frames
from loaders.selection import Selection, View
from measures.indicators import pages, series, values


def test_series_with_the_fullest_first(everything: View) -> None:
    assert series(everything).values.tolist() == [
        ["trade-turnover", "Trade between Exland and Whyland", "USD million", 3, 0, 1],
        ["visitors", "Visitors from Whyland (Q1-Q2)", "persons", 1, 0, 0],
    ]


def test_every_value_stands_with_its_reporter_and_its_page(everything: View) -> None:
    table = values(everything, "trade-turnover")
    columns = ["period", "value", "reporter", "side", "disagrees", "publisher", "year", "whole_year"]
    assert table[columns].values.tolist() == [
        ["2020", 12.5, "Exland Customs", "XAA", True, "Exland News Agency", 2020, True],
        ["2020", 14.0, "Whyland Statistics", "XBB", True, "Whyland Daily", 2020, True],
        ["2021", -3.0, "Exland Customs", "XAA", False, "Exland News Agency", 2021, True],
    ]
    assert table["source"].iloc[1] == "https://press.example.org/1"
    visitors = values(everything, "visitors").iloc[0]
    assert (visitors["period"], visitors["whole_year"], visitors["side"]) == (
        "January 2021 – June 2021",
        False,
        "third",
    )


def test_the_pages_behind_a_series(everything: View, small: Frames) -> None:
    assert pages(everything, "trade-turnover") == ["exland-agency-1", "whyland-press-1"]
    assert pages(Selection(first="2021").apply(small), "trade-turnover") == ["exland-agency-1"]
    assert set(pages(everything)) >= {"exland-agency-1", "whyland-press-1"}


@pytest.mark.parametrize(
    ("fields", "periods"),
    [
        ({"first": "2021"}, {"trade-turnover": 1, "visitors": 1}),
        ({"last": "2020"}, {"trade-turnover": 2}),
        ({"first": "2021-07"}, {"trade-turnover": 1}),
        ({"sectors": ("tourism",)}, {"visitors": 1}),
        ({"sectors": ("economy",)}, {"trade-turnover": 3, "visitors": 1}),
        ({"sectors": ("sport",)}, {}),
        # Nothing else narrows figures.
        ({"levels": ("expert",), "text": "no such word"}, {"trade-turnover": 3, "visitors": 1}),
    ],
)
def test_years_and_sectors_narrow_figures(small: Frames, fields: dict, periods: dict[str, int]) -> None:
    table = series(Selection(**fields).apply(small))
    assert dict(zip(table["indicator"], table["values"], strict=True)) == periods
