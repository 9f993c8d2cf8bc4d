"""The table of everything."""

from __future__ import annotations

import streamlit as st

from widgets import address
from widgets.header import nothing
from widgets.here import here
from widgets.listing import records_list, sorted_records
from widgets.table import COLUMNS, FIRST, records_table

SHAPES = {"table": "Table", "list": "List"}

view = here().view
chosen = tuple(column for column in address.get("columns", ".".join(FIRST)).split(".") if column in COLUMNS) or FIRST
shape = address.get("as", "table", tuple(SHAPES))


def choose_shape_and_columns() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="choose"):
        st.session_state["as"] = shape
        st.segmented_control(
            "Show as",
            list(SHAPES),
            key="as",
            format_func=SHAPES.__getitem__,
            label_visibility="collapsed",
            on_change=address.put_from,
            args=("as", "as", "table"),
        )
        if shape == "table":
            choose_columns()


def choose_columns() -> None:
    st.session_state["columns"] = list(chosen)

    def changed() -> None:
        address.put("columns", ".".join(st.session_state["columns"] or FIRST), ".".join(FIRST))

    with st.popover("Columns", icon=":material/view_column:", key="choose-columns"):
        st.multiselect(
            "Columns shown", list(COLUMNS), key="columns", format_func=COLUMNS.__getitem__, on_change=changed
        )


if not nothing(view):
    choose_shape_and_columns()
    if shape == "table":
        st.caption(
            "A title opens its record, a heading sorts, the magnifying glass searches. The download holds every column."
        )
        records_table(view, sorted_records(view.records, "newest"), "records", "Records", chosen)
    else:
        records_list(view, "records", "Records")
