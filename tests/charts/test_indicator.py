"""A mark for each value of a series: whole years filled, parts of a year hollow, never joined."""

from __future__ import annotations

from charts.indicator import indicator
from charts.theme import MUTED, SIDE
from loaders.selection import View
from measures.indicators import values

SIDES = {"XAA": "Exland", "XBB": "Whyland", "third": "Others"}


def test_each_side_has_its_marks(everything: View) -> None:
    one, other = indicator(values(everything, "trade-turnover"), SIDES, "USD million").data
    assert (one.name, list(one.x), list(one.y)) == ("Exland, whole years", [2020, 2021], [12.5, -3.0])
    assert (other.name, list(other.x), list(other.y)) == ("Whyland, whole years", [2020], [14.0])
    assert (one.marker.color, other.marker.color) == SIDE
    assert one.mode == other.mode == "markers"
    assert tuple(other.customdata[0]) == ("2020", "Whyland Statistics")


def test_a_part_of_a_year_is_hollow(everything: View) -> None:
    (part,) = indicator(values(everything, "visitors"), SIDES, "persons").data
    assert (part.name, part.marker.symbol, part.marker.color) == ("Others, parts of a year", "circle-open", MUTED)


def test_the_axis_holds_whole_years_and_starts_at_zero(everything: View) -> None:
    layout = indicator(values(everything, "trade-turnover"), SIDES, "USD million").layout
    assert list(layout.xaxis.range) == [2019.4, 2021.6]
    assert layout.yaxis.rangemode == "tozero"
    assert layout.yaxis.title.text == "USD million"
