"""The table of everything."""

from __future__ import annotations

import streamlit as st

from widgets import address
from widgets.header import nothing
from widgets.here import here
from widgets.table import COLUMNS, FIRST, records_table

view = here().view
chosen = tuple(column for column in address.get("columns", ".".join(FIRST)).split(".") if column in COLUMNS) or FIRST


def choose_columns() -> None:
    st.session_state["columns"] = list(chosen)

    def changed() -> None:
        address.put("columns", ".".join(st.session_state["columns"] or FIRST), ".".join(FIRST))

    with st.popover("Columns", icon=":material/view_column:", key="choose-columns"):
        st.multiselect("Columns shown", list(COLUMNS), key="columns", format_func=COLUMNS.__getitem__, on_change=changed)


if not nothing(view):
    choose_columns()
    st.caption("Click a row to open its record, a heading to sort. The download holds every column.")
    records_table(view, view.records.sort_values(["start", "id"], ascending=False), "records", "Records", chosen)
