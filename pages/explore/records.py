"""The table of everything."""

from __future__ import annotations

import streamlit as st

from widgets import address
from widgets.header import nothing
from widgets.here import here
from widgets.listing import records_list, sorted_records
from widgets.switch import switch
from widgets.table import COLUMNS, FIRST, records_table

SHAPES = {"table": "Table", "list": "List"}

view = here().view
chosen = tuple(column for column in address.get("columns", ".".join(FIRST)).split(".") if column in COLUMNS) or FIRST


def choose_columns() -> None:
    st.session_state["columns"] = list(chosen)

    def changed() -> None:
        address.put("columns", ".".join(st.session_state["columns"] or FIRST), ".".join(FIRST))

    with st.popover("Columns", icon=":material/view_column:", key="choose-columns"):
        st.multiselect(
            "Columns shown", list(COLUMNS), key="columns", format_func=COLUMNS.__getitem__, on_change=changed
        )


if not nothing(view):
    with st.container(horizontal=True, vertical_alignment="bottom", key="choose"):
        shape = switch("as", "Show as", SHAPES)
        if shape == "table":
            choose_columns()
    if shape == "table":
        st.caption(
            "A title opens its record, a heading sorts, the magnifying glass searches. The download holds every column."
        )
        records_table(view, sorted_records(view.records, "newest"), "records", "Records", chosen)
    else:
        records_list(view, "records", "Records")
