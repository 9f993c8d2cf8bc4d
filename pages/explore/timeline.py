"""All that the filter keeps, on one axis of time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import streamlit as st

from charts.timeline import lane_colours, timeline_bins, timeline_marks
from measures import timeline
from widgets import address
from widgets.chart import ground, show_chart
from widgets.header import nothing
from widgets.here import here
from widgets.listing import records_list
from widgets.switch import switch
from widgets.table import open_record
from widgets.text import count

LANES = {"kind": "Kind", "pillar": "Pillar", "side": "Side"}
OPEN = "timeline-open"

view = here().view


def single_marks() -> None:
    names = timeline.lane_names(view, lane)
    colours = lane_colours(lane, list(names), [side.code for side in view.frames.pair.sides])
    notes = ["Hatched: some time within; solid bars: from – to, of an initiative its first and last recorded step."]
    if missing := view.n - len(marks):
        notes.append(f"{count(missing, 'record')} without a date not drawn.")
    show_chart(
        timeline_marks(marks, names, colours, timeline.extent(view), ground()),
        marks.drop(columns="row").rename(columns={"start": "drawn_from", "end": "drawn_to"}),
        view=view,
        key="timeline",
        title=f"Timeline by {LANES[lane].lower()}",
        notes=tuple(notes),
        hint="Click a mark to open its record.",
        on_click=lambda point: st.session_state.update({OPEN: point[0]}),
        alt="Each record a mark on an axis of time, stacked in lanes. The table below holds the same records.",
    )


def counts_by_period() -> None:
    period = timeline.period_for(view)
    numbers = timeline.bins(view, lane, period)
    colours = lane_colours(lane, list(dict.fromkeys(numbers["lane"])), [side.code for side in view.frames.pair.sides])
    notes = [f"Too many to draw singly: records by the {period} in which they began."]
    if missing := timeline.unbinned(view, period):
        notes.append(
            f"{count(missing, 'record')} not drawn: begun before the axis, or dated less closely than a {period}."
        )

    def nearer(point: list[Any]) -> None:
        first, _, last = point[0].partition("/")
        address.go(replace(view.selection, first=first, last=last or first))

    show_chart(
        timeline_bins(numbers, colours, ground()),
        numbers,
        view=view,
        key="timeline",
        title=f"Timeline by {LANES[lane].lower()}",
        notes=tuple(notes),
        hint="Click a bar to come nearer.",
        on_click=nearer,
        alt=f"A row of bars a lane, one bar a {period}.",
    )


if ident := st.session_state.pop(OPEN, None):  # a page cannot be switched from within a callback
    open_record(ident, view)
if not nothing(view):
    lane = cast(
        timeline.Lane, switch("lanes", "Lanes by", LANES, "By pillar, a record stands in that of its main sector.")
    )
    marks = timeline.marks(view, lane)
    if timeline.is_dense(marks) and not timeline.one_month(view):
        counts_by_period()
    else:
        single_marks()
    records_list(view, "timeline-records", "The same records as a list")
