"""What happened, for someone with one minute."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from charts.activity import activity
from charts.sector_bars import sector_bars
from loaders.selection import Selection
from loaders.vocabulary import vocabulary
from measures.activity import by_year, headline, incomplete_year, latest_day, periods, unplaced
from measures.initiatives import by_status, last_moved
from measures.promises import kept_or_open, of_states, promises
from measures.sectors import by_pillar, unsectored
from measures.sourcing import sourcing
from widgets import address
from widgets.chart import ground, show_chart
from widgets.header import RECORDS, nothing
from widgets.here import here
from widgets.listing import list_row, sorted_records
from widgets.table import record_link
from widgets.takeaway import about, download
from widgets.text import count, plain

view = here().view
selection = view.selection


def headline_counts() -> None:
    numbers = headline(view)
    spans = periods(view)
    for column, row in zip(st.columns(len(numbers)), numbers.itertuples(), strict=True):
        with column.container(border=True, key=f"headline-{row.kind}"):
            delta = (
                None
                if spans is None
                else f"{row.change:+d}: {row.now} begun in {spans.now_words}, {row.before} in {spans.before_words}"
            )
            st.metric(row.name, f"{row.records:,}", delta, delta_color="off", delta_arrow="off")
            only = replace(selection, kinds=(row.kind,))
            st.page_link(RECORDS, label=f"Open the {row.name.lower()}", query_params=address.query_for(only))
    download("headline", numbers, about(view, "headline", "Records by kind and their change"))


def years() -> None:
    numbers = by_year(view)
    incomplete = incomplete_year(view)
    notes = [f"{count(row.records, 'record')} not drawn: {row.reason}." for row in unplaced(view).itertuples()]
    if incomplete:
        notes.append(f"{incomplete} is hatched: the data ends on {latest_day(Selection().apply(view.frames))}.")
    notes.append("Each record counts in the year in which it began.")

    def narrow(point: list[Any]) -> None:
        address.go(replace(selection, first=str(point[0]), last=str(point[0]), kinds=(point[1],)))

    show_chart(
        activity(numbers, vocabulary().plurals, incomplete, ground()),
        numbers,
        view=view,
        key="records-by-year",
        title="Records by year and kind",
        notes=tuple(notes),
        hint="A bar opens all that reaches into its year.",
        on_click=narrow,
        alt="Stacked bars, one a year, of meetings, statements and initiatives.",
    )


def pillars() -> None:
    numbers = by_pillar(view, "parts")
    notes = ["A record with several sectors counts in equal parts, so the bars sum to n."]
    if missing := unsectored(view):
        notes.append(f"{count(missing, 'record')} without a sector not drawn.")

    def narrow(point: list[Any]) -> None:
        address.go(replace(selection, sectors=(point[0],)))

    show_chart(
        sector_bars(numbers, "pillar", vocabulary().plurals, ground()),
        numbers,
        view=view,
        key="records-by-pillar",
        title="Records by pillar",
        notes=tuple(notes),
        on_click=narrow,
        alt="Bars, one a pillar, divided by kind.",
    )


def under_way() -> None:
    st.subheader("Where initiatives stand", anchor=False)
    statuses = by_status(view)
    total = int(statuses["initiatives"].sum())
    st.caption(f"{count(total, 'initiative')} by last recorded step. Announced is not delivered: no total mixes them.")
    with st.container(horizontal=True, gap="small", key="statuses"):
        for row in statuses[statuses["initiatives"] > 0].itertuples():
            only = replace(selection, statuses=(row.status,))
            st.page_link(
                RECORDS, label=f"**{row.initiatives:,}** {row.name.lower()}", query_params=address.query_for(only)
            )
    moving = last_moved(view, "under-way")
    if len(moving):
        st.caption("Under way, those that moved last:")
    for row in moving.head(6).itertuples():
        record_link(row.id, f"{plain(row.title)} · {row.when}", view)
    download("under-way", moving, about(view, "initiatives-under-way", "Initiatives under way", n=len(moving)))


def promised() -> None:
    table = promises(view)
    if table.empty:
        return
    st.subheader("Commitments", anchor=False)
    st.caption("What was promised in a form that can be checked. Seen kept: a later record shows it.")
    with st.container(horizontal=True, gap="small", key="promises"):
        for row in kept_or_open(view).itertuples():
            only = replace(selection, promises=(row.state,))
            name = "seen kept" if row.state == "kept" else "not seen kept"
            label = f"**{row.commitments:,}** {name}, in {count(row.records, 'record')}"
            st.page_link(RECORDS, label=label, query_params=address.query_for(only))
    for row in of_states(table, selection.promises).head(5).itertuples():
        due = f", by {row.due}" if row.due else ""
        record_link(row.id, f"{plain(row.what)} · {row.side}{due} · {'' if row.kept else 'not '}seen kept", view)
    download("commitments", table, about(view, "commitments", "Commitments and what kept them", n=len(table)))


def trust() -> None:
    st.subheader("How fresh, how well sourced", anchor=False)
    newest = latest_day(view)
    st.caption(f"The newest record is of {newest:%-d %B %Y}. " if newest else "No record is known to the day. ")
    numbers = sourcing(view)
    st.table(numbers.assign(value=numbers["value"].map("{:g}".format)).set_index("measure"), border="horizontal")
    for quality, name in vocabulary().terms["sourced"].items():
        only = replace(selection, sourced=(quality,))
        st.page_link(RECORDS, label=f"Open the records {name.lower()}", query_params=address.query_for(only))
    download("sourcing", numbers, about(view, "sourcing", "How well sourced the records are"))


if not nothing(view):
    headline_counts()
    left, right = st.columns([3, 2], gap="large")
    with left:
        years()
    with right:
        pillars()
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader("Latest records", anchor=False)
        with st.container(key="record-list"):
            for record in sorted_records(view.records, "newest").head(8).itertuples():
                list_row(view, record)
        st.page_link(
            RECORDS, label="All records", icon=":material/arrow_forward:", query_params=address.query_for(selection)
        )
        promised()
    with right:
        under_way()
        trust()
