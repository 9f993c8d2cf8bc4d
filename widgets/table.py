"""Records as a table in which a row opens its record."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from loaders.selection import View
from loaders.vocabulary import vocabulary
from widgets import address
from widgets.header import RECORD
from widgets.takeaway import about, download

COLUMNS = {
    # As written (EDTF): as text it sorts by time, which words do not.
    "date": "Date",
    "when": "Date in words",
    "kind": "Kind",
    "title": "Title or quote",
    "sectors": "Sectors",
    "people": "People",
    "form": "Form",
    "level": "Level",
    "status": "Status",
    "side": "Side",
    "place": "Place",
    "institutions": "Institutions",
    "sources": "Sources",
    "pages": "Pages",
    "official": "Official source",
    "both_sides": "Sources of both sides",
    "disputed": "Accounts disagree",
    "promised": "Commitment",
    "kept": "Commitment seen kept",
    "date_basis": "Date is",
    "restates": "Counted",
    "summary": "Summary",
    "id": "Id",
    "start": "From",
    "end": "To",
}
FIRST = ("date", "kind", "title", "sectors", "people", "sources")


def records_frame(view: View, records: pd.DataFrame) -> pd.DataFrame:
    """The records with names beside codes: every column of COLUMNS, in the order of the rows given."""
    frames, words = view.frames, vocabulary()
    addresses = frames.registers["source"]["url"]
    joined = {
        name: _joined(view, link, label, between)
        for name, link, label, between in (
            ("sectors", "sector", words.name, ", "),
            ("people", "person", lambda ident: frames.label("person", ident), ", "),
            ("institutions", "institution", lambda ident: frames.label("institution", ident), ", "),
            ("pages", "source", lambda ident: addresses.get(ident, ident), " | "),  # an address may hold a comma
        )
    }
    named = {
        column: records[column].astype(object).map(words.name, na_action="ignore")
        for column in ("kind", "form", "level", "status", "date_basis")
    }
    sides = records["side"].astype(str).map(lambda code: "Both" if code == "both" else frames.side_name(code))
    places = records["place"].map(lambda ident: frames.label("place", ident), na_action="ignore")
    frame = records.assign(
        **named,
        side=sides,
        place=places,
        restates=records["counted"],
        **{name: table.reindex(records.index).fillna("") for name, table in joined.items()},
    )
    return frame[list(COLUMNS)].rename(columns=COLUMNS)


def _joined(view: View, link: str, label: Callable[[str], str], between: str) -> pd.Series:
    table = view.frames.links[link]
    names = table["value"].astype(str).map({value: label(value) for value in table["value"].cat.categories})
    return names.groupby(table["row"]).agg(between.join)


def records_table(view: View, records: pd.DataFrame, key: str, title: str, columns: tuple[str, ...] = FIRST) -> None:
    """A sortable, searchable table of `records`, a row each; its title opens the record, by mouse or by Enter.

    Selecting rows or cells would open records from under a reader who walks the table with the arrow keys.
    """
    frame = records_frame(view, records)
    unique = f"{key}-{hash(view.selection)}"
    st.dataframe(
        frame,
        hide_index=True,
        column_order=[COLUMNS[column] for column in columns],
        key=f"{unique}-table",
        height=min(35 * (len(frame) + 1) + 2, 562),
        alt=f"{title}: {len(frame)} records, a row each",
        column_config={
            "Title or quote": st.column_config.ButtonColumn(
                type="tertiary",
                alignment="left",
                width=420,
                key=f"{unique}-open",
                help="Click, or Enter, opens the record",
            ),
            "Date": st.column_config.TextColumn(width=150),
            "Kind": st.column_config.TextColumn(width=90),
            "Sources": st.column_config.NumberColumn(width="small"),
            "From": st.column_config.DateColumn(),
            "To": st.column_config.DateColumn(),
        },
    )
    if clicked := st.session_state.get(f"{unique}-open"):
        open_record(str(records["id"].iloc[clicked["row"]]), view)
    download(key, frame, about(view, key, title, n=len(records)))


def open_record(ident: str, view: View) -> None:
    """Go to a record's page, the filters kept for the way back."""
    st.switch_page(RECORD, query_params=address.query_for(view.selection) | {"id": [ident]})


def record_link(ident: str, label: str, view: View) -> None:
    st.page_link(RECORD, label=label, query_params=address.query_for(view.selection) | {"id": [ident]})
