"""Figures that the two sides and others report: each with its reporter, none reconciled."""

from __future__ import annotations

import streamlit as st

from charts.indicator import indicator
from measures.indicators import pages, series, values
from widgets.chart import ground, show_chart
from widgets.here import here
from widgets.switch import pick
from widgets.takeaway import about, download
from widgets.text import count

view = here().view
frames = view.frames
sides = {side.code: side.name for side in frames.pair.sides} | {"third": "Others", "joint": "Joint"}


def one_series(ident: str) -> None:
    row = found.set_index("indicator").loc[ident]
    numbers = values(view, ident)
    notes = ["Each mark is one value by one reporter; a hollow one is of a part of a year."]
    if row["disputed"]:
        notes.append(f"For {count(row['disputed'], 'period')} reporters disagree: all is shown, nothing averaged.")
    if row["undated"]:
        notes.append(f"{count(row['undated'], 'value')} not drawn: date not known to the year.")
    show_chart(
        indicator(numbers, sides, row["unit"], ground()),
        numbers,
        view=view,
        key=f"figures-{ident}",
        title=f"{titles[ident]}, {row['unit']}",
        notes=tuple(notes),
        n=len(numbers),
        filters=filters(),
        sources=pages(view, ident),
        alt="A mark for each value, by year and by the reporter's side.",
    )
    st.subheader("Who says what", anchor=False)
    st.dataframe(
        numbers,
        hide_index=True,
        key=f"figures-table-{ident}",
        alt=f"{titles[ident]}: {len(numbers)} values with reporter and source",
        column_order=["period", "value", "unit", "reporter", "disagrees", "publisher", "source", "note"],
        column_config={
            "period": "Period",
            "value": st.column_config.NumberColumn("Value", format="%,.10g"),
            "unit": "Unit",
            "reporter": "Reporter",
            "disagrees": st.column_config.CheckboxColumn("Others differ"),
            "publisher": "Read in",
            "source": st.column_config.LinkColumn("Page", display_text="Open"),
            "note": "Note",
        },
    )


def filters() -> str:
    """What of the selection applies to figures, in words."""
    selection = view.selection
    kept = type(selection)(first=selection.first, last=selection.last, sectors=selection.sectors)
    return kept.in_words(frames)


found = series(view)
if found.empty:
    st.info("No figure of these years and sectors is recorded. Loosen the years or the sectors.")
else:
    # The series of most values comes first, and so is the one shown where none is asked for.
    titles = {row.indicator: row.title for row in found.itertuples()}
    st.caption(f"{len(found):,} series. Of the filters, only years and sectors apply to figures.")
    one_series(pick("series", "Series", titles))
    named = about(view, "series", "All series of figures", filters=filters(), n=len(found), pages=pages(view))
    download("all-figures", found, named)
