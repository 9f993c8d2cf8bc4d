"""Records as a list of links: sortable, and reachable by the keyboard, which a table drawn on a canvas is not."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from loaders.model import Statement
from loaders.selection import View
from loaders.vocabulary import vocabulary
from widgets import address
from widgets.switch import pick
from widgets.table import record_link, records_frame
from widgets.takeaway import about, download
from widgets.text import count, plain, shortened

SORTS = {"newest": "Newest first", "oldest": "Oldest first", "title": "By title", "kind": "By kind"}
PAGE = 25


def sorted_records(records: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows in one of the orders of SORTS; undated records last."""
    if order in ("title", "kind"):
        by = ["title"] if order == "title" else ["kind", "start"]
        return records.sort_values(
            by, key=lambda column: column.astype(str).str.casefold() if column.name == "title" else column
        )
    return records.sort_values(["start", "id"], ascending=order == "oldest", na_position="last")


def records_list(view: View, key: str, title: str) -> None:
    """Every record of the view, a page at a time; the order is kept in the address."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    left.subheader(title, anchor=False)
    with right:
        records = sorted_records(view.records, pick("sort", "Sort the list", SORTS))
    pages = max(1, -(-len(records) // PAGE))
    asked = address.get("page", "1")
    page = min(max(int(asked), 1), pages) if asked.isdigit() else 1
    with st.container(key="record-list"):
        for row in records.iloc[(page - 1) * PAGE : page * PAGE].itertuples():
            list_row(view, row)
    if pages > 1:
        st.session_state["page"] = page
        with st.container(horizontal=True, vertical_alignment="center"):
            st.pagination(pages, key="page", on_change=address.put_from, args=("page", "page", "1"))
            st.caption(f"{(page - 1) * PAGE + 1}–{min(page * PAGE, len(records))} of {count(len(records), 'record')}")
    download(key, records_frame(view, records), about(view, key, title, n=len(records)))


def list_row(view: View, row: Any) -> None:
    """One record: when, what kind, who spoke, and its title or quote, as a link."""
    kind = vocabulary().terms["kind"][row.kind]
    said = view.frames.documents[row.id]
    who = f"{plain(view.frames.speaker(said))}: " if isinstance(said, Statement) else ""
    record_link(row.id, f"**{plain(row.when)}** · {kind} · {who}{plain(shortened(row.title, 150))}", view)
