"""Sectors over the years and from period to period: squares hollow exactly at zero, points where the counts are."""

from __future__ import annotations

import pytest

from charts.sector_change import sector_change
from charts.sector_years import sector_years
from charts.theme import BEFORE, NOW, SCALE
from loaders.frames import Frames
from loaders.selection import Selection, View
from measures import sectors
from measures.activity import periods


@pytest.mark.parametrize("counting", ["whole", "parts"])
def test_an_empty_cell_tells_searched_from_unsearched(everything: View, counting: sectors.Counting) -> None:
    frame = sectors.by_sector_year(everything, counting)
    hollow, dots, filled = sector_years(frame).data
    assert (hollow.marker.symbol, hollow.marker.color, hollow.marker.line.width) == ("square", "rgba(0,0,0,0)", 1)
    assert list(map(tuple, hollow.customdata)) == [("sport", 2019), ("sport", 2020)]
    assert "looked for, nothing found" in hollow.hovertemplate
    assert (dots.marker.symbol, dots.marker.size) == ("circle", 3)
    assert "not looked for" in dots.hovertemplate
    some = frame[frame["Records"] > 0]
    assert list(map(tuple, filled.customdata)) == list(zip(some["sector"], some["year"], strict=True))
    assert len(hollow.x) + len(dots.x) + len(filled.x) == len(frame) == 18 * 31


def test_filled_squares_hold_the_numbers(everything: View) -> None:
    frame = sectors.by_sector_year(everything, "parts")
    filled = sector_years(frame).data[-1]
    drawn = {tuple(at): number for at, number in zip(filled.customdata, filled.marker.color, strict=True)}
    assert drawn["trade-investment", 2020] == pytest.approx(1 / 3)
    assert drawn == frame[frame["Records"] > 0].set_index(["sector", "year"])["Records"].to_dict()
    assert sum(filled.marker.color) == pytest.approx(frame["Records"].sum())


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_depth_counts_from_zero(everything: View, ground) -> None:
    """A third of a record is a third of the way to one, not the palest there is."""
    marker = sector_years(sectors.by_sector_year(everything, "parts"), ground).data[-1].marker
    assert (marker.cmin, marker.cmax) == (0, 1)
    assert [colour for _, colour in marker.colorscale] == SCALE[ground]


def test_the_axes_hold_every_sector_and_year_in_order(everything: View) -> None:
    frame = sectors.by_sector_year(everything, "whole")
    fig = sector_years(frame)
    assert list(fig.layout.yaxis.categoryarray)[::-1] == frame["name"].drop_duplicates().tolist()
    assert list(fig.layout.xaxis.range) == [1993.4, 2024.6]


def test_an_empty_view_is_neither_searched_nor_unsearched(small: Frames) -> None:
    """What a filter hides is there all the same: a dash, not a dot."""
    view = Selection(text="no such word").apply(small)
    hollow, dashes, dots = sector_years(sectors.by_sector_year(view, "parts")).data
    assert dashes.marker.symbol == "line-ew-open"
    everything = sectors.by_sector_year(Selection().apply(small), "parts")
    some = everything[everything["Records"] > 0]
    assert list(map(tuple, dashes.customdata)) == list(zip(some["sector"], some["year"], strict=True))
    assert len(hollow.x) == 2
    assert len(hollow.x) + len(dashes.x) + len(dots.x) == 18 * 31


@pytest.mark.parametrize("counting", ["whole", "parts"])
def test_change_draws_both_counts_and_a_line_between(everything: View, counting: sectors.Counting) -> None:
    spans = periods(everything)
    assert spans is not None
    frame = sectors.change(everything, spans, counting)
    lines, before, now = sector_change(frame, spans.now_words, spans.before_words).data
    for trace, column, label, colour in ((before, "before", "2015–2019", BEFORE), (now, "now", "2020–2024", NOW)):
        assert list(trace.x) == frame[column].tolist()
        assert list(trace.y) == frame["name"].tolist()
        assert list(map(list, trace.customdata)) == [[sector, column] for sector in frame["sector"]]
        assert (trace.name, trace.marker.color) == (label, colour)
    assert before.marker.symbol != now.marker.symbol  # told apart without colour too
    assert list(lines.x) == [end for row in frame.itertuples() for end in (row.before, row.now, None)]
    assert list(lines.y) == [end for row in frame.itertuples() for end in (row.name, row.name, None)]
    assert lines.hoverinfo == "skip"
