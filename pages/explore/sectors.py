"""How much of what, and how it moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from charts.sector_bars import sector_bars
from charts.sector_change import sector_change
from charts.sector_years import sector_years
from loaders.vocabulary import vocabulary
from measures import sectors
from measures.activity import begun_in_both, periods, unplaced
from widgets import address
from widgets.chart import ground, show_chart
from widgets.header import nothing
from widgets.here import here
from widgets.listing import records_list
from widgets.switch import switch
from widgets.text import count

COUNTING = {"parts": "In equal parts", "whole": "Once in each sector"}

view = here().view
words = vocabulary()


def caveats(by_years: bool = False) -> tuple[str, ...]:
    if counting == "parts":
        notes = ["Records with several sectors count in equal parts, so the sectors sum to n."]
    else:
        extra = sectors.mentions(view) - (view.n - sectors.unsectored(view))
        notes = [f"Each record counts once in each of its sectors: {extra:,} mentions more than records."]
    if missing := sectors.unsectored(view):
        notes.append(f"{count(missing, 'record')} without a sector not drawn.")
    if by_years:
        notes += [f"{count(row.records, 'record')} not drawn: {row.reason}." for row in unplaced(view).itertuples()]
    return tuple(notes)


def to_sector(point: list[Any]) -> None:
    address.go(replace(view.selection, sectors=(point[0],)))


def to_cell(point: list[Any]) -> None:
    address.go(replace(view.selection, sectors=(point[0],), first=str(point[1]), last=str(point[1])))


def every_pillar() -> None:
    numbers = sectors.by_pillar(view, counting)
    show_chart(
        sector_bars(numbers, "pillar", words.plurals, ground()),
        numbers,
        view=view,
        key="records-by-pillar",
        title="Records by pillar and kind",
        notes=caveats(),
        hint="Click a bar to go into it.",
        on_click=to_sector,
        alt="Bars, one a pillar, divided into meetings, statements and initiatives.",
    )


def every_sector() -> None:
    numbers = sectors.by_sector(view, counting)
    show_chart(
        sector_bars(numbers, "sector", words.plurals, ground()),
        numbers,
        view=view,
        key="records-by-sector",
        title="Records by sector and kind",
        notes=caveats(),
        hint="Click a bar to filter to it.",
        on_click=to_sector,
        alt="Bars, one a sector, divided into meetings, statements and initiatives.",
    )


def empty_cells(numbers: pd.DataFrame) -> list[str]:
    """What the empty cells mean, for those kinds of empty that occur."""
    said = {
        "none": "a hollow square: looked for, nothing found",
        "found": "a dash: there are records, but none among those shown",
        "": "a dot: not looked for",
    }
    empty = set(numbers.loc[numbers["Records"] == 0, "searched"])
    words_for = [text for state, text in said.items() if state in empty]
    return [f"Empty cells, {'; '.join(words_for)}."] if words_for else []


def heat_map() -> None:
    numbers = sectors.by_sector_year(view, counting)
    show_chart(
        sector_years(numbers, ground()),
        numbers,
        view=view,
        key="sectors-by-year",
        title="Sectors over the years",
        notes=(*caveats(by_years=True), *empty_cells(numbers)),
        on_click=to_cell,
        alt="A grid of squares, a row a sector and a column a year; deeper means more records.",
    )


def from_period_to_period() -> None:
    spans = periods(view)
    if spans is None:
        st.caption("No earlier period of equal length lies within the data, so there is nothing to compare with.")
        return
    numbers = sectors.change(view, spans, counting)
    note = f"Records that began in {spans.now_words} against {spans.before_words}."
    show_chart(
        sector_change(numbers, spans.now_words, spans.before_words, ground()),
        numbers,
        view=view,
        key="sector-change",
        title=f"From {spans.before_words} to {spans.now_words}",
        notes=(note,),
        n=begun_in_both(view, spans),
        on_click=to_sector,
        alt="For each sector a line from its earlier to its later count.",
    )


if not nothing(view):
    counting: sectors.Counting = (
        "whole" if switch("count", "A record with several sectors counts", COUNTING) == "whole" else "parts"
    )
    if view.selection.sectors:
        left, right = st.columns(2, gap="large")
        with left:
            every_sector()
        with right:
            from_period_to_period()
    else:
        left, right = st.columns(2, gap="large")
        with left:
            every_pillar()
            from_period_to_period()
        with right:
            every_sector()
    heat_map()
    if view.selection.sectors:
        records_list(view, "sector-records", "Records of these sectors")
