"""Bars by year and by sector: each bar's number and customdata are the frame's."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.activity import activity
from charts.sector_bars import sector_bars
from charts.theme import KIND
from loaders.frames import Frames
from loaders.selection import Selection, View
from loaders.vocabulary import vocabulary
from measures.activity import by_year, incomplete_year
from measures.sectors import by_pillar, by_sector

KINDS = {"meeting": "Meetings", "statement": "Statements", "initiative": "Initiatives"}


def test_activity_draws_each_kind_of_each_year(everything: View) -> None:
    frame = by_year(everything)
    fig = activity(frame, KINDS, incomplete_year(everything))
    assert [trace.name for trace in fig.data] == list(KINDS.values())
    assert fig.layout.barmode == "stack"
    for trace, (kind, column) in zip(fig.data, KINDS.items(), strict=True):
        assert list(trace.x) == frame["year"].tolist()
        assert list(trace.y) == frame[column].tolist()
        assert list(map(list, trace.customdata)) == [[year, kind] for year in frame["year"]]
        assert trace.marker.color == KIND[kind]
    assert sum(sum(trace.y) for trace in fig.data) == frame["Records"].sum() == 12


def test_only_the_incomplete_year_is_hatched(everything: View) -> None:
    frame = by_year(everything)
    for incomplete in (2024, 2001, None):
        fig = activity(frame, KINDS, incomplete)
        for trace in fig.data:
            hatched = [year for year, shape in zip(trace.x, trace.marker.pattern.shape, strict=True) if shape]
            assert hatched == ([] if incomplete is None else [incomplete])


@pytest.mark.parametrize(("first", "step"), [("2013", 1), ("2012", 2), ("2005", 2), ("2004", 5), (None, 5)])
def test_years_are_labelled_so_that_they_fit(small: Frames, first: str | None, step: int) -> None:
    view = Selection(first=first).apply(small)
    assert activity(by_year(view), KINDS, None).layout.xaxis.dtick == step


@pytest.mark.parametrize("counting", ["whole", "parts"])
@pytest.mark.parametrize(("key", "measure"), [("sector", by_sector), ("pillar", by_pillar)])
def test_sector_bars_draw_each_kind_of_each_sector(everything: View, key: str, measure, counting: str) -> None:
    frame = measure(everything, counting)
    fig = sector_bars(frame, key, vocabulary().plurals)
    for trace, (kind, column) in zip(fig.data, KINDS.items(), strict=True):
        assert list(trace.y) == frame["name"].tolist()
        assert list(trace.x) == frame[column].tolist()
        assert list(map(list, trace.customdata)) == [[ident, kind] for ident in frame[key]]
    assert sum(sum(trace.x) for trace in fig.data) == pytest.approx(frame["Records"].sum())
    assert fig.layout.yaxis.autorange == "reversed"  # the first of the frame on top


def test_the_total_stands_beside_each_bar(everything: View) -> None:
    whole = sector_bars(by_pillar(everything, "whole"), "pillar", KINDS).layout.annotations
    assert [(note.y, note.x, note.text) for note in whole] == [
        ("Politics", 3, "3"),
        ("Economy", 3, "3"),
        ("Connectivity", 6, "6"),
        ("Society", 6, "6"),
        ("Environment", 1, "1"),
    ]
    parts = sector_bars(by_pillar(everything, "parts"), "pillar", KINDS).layout.annotations
    assert [note.text for note in parts] == ["2.3", "1.2", "4.8", "4.7", "1.0"]


def test_a_great_total_is_written_out() -> None:
    frame = pd.DataFrame(
        {"pillar": ["politics"], "name": ["Politics"], "Meetings": [1_234_567], "Records": [1_234_567]}
    )
    assert sector_bars(frame, "pillar", {"meeting": "Meetings"}).layout.annotations[0].text == "1,234,567"


def test_nothing_to_draw_is_drawn_as_nothing(small: Frames) -> None:
    view = Selection(text="no such word").apply(small)
    assert sum(sum(trace.y) for trace in activity(by_year(view), KINDS, None).data) == 0
    some = by_sector(view, "parts")
    fig = sector_bars(some[some["Records"] > 0], "sector", KINDS)
    assert [len(trace.x) for trace in fig.data] == [0, 0, 0]
