"""One download control: the numbers as CSV, Excel and JSON, the picture as PNG and SVG.

A file is made when its button is pressed, on the server and without running the page again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TypeAlias

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.theme import for_picture
from exports.about import About
from exports.citations import Page, to_citations
from exports.pictures import NO_BROWSER, browser_found, to_picture
from exports.tables import to_csv, to_excel, to_json
from loaders.selection import View
from widgets import address

_TABLES: dict[str, tuple[str, str, Callable[[pd.DataFrame, About], bytes]]] = {
    "CSV with metadata (zip)": ("zip", "application/zip", to_csv),
    "Excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_excel),
    "JSON": ("json", "application/json", to_json),
}
_PICTURES = {"Picture (PNG)": ("png", "image/png"), "Picture (SVG)": ("svg", "image/svg+xml")}


def about(
    view: View,
    name: str,
    title: str,
    notes: tuple[str, ...] = (),
    filters: str | None = None,
    n: int | None = None,
    rows: np.ndarray | None = None,
    pages: Iterable[str] | None = None,
) -> About:
    """What every file of this view says of itself. `rows` are the records it is of, where they are fewer; `pages` the
    ids of the pages behind it, where it is not of records.
    """
    frames = view.frames
    links = view.link("source")
    links = links if rows is None else links[links["row"].isin(rows)]
    used = sorted(links["value"].astype(str).unique() if pages is None else set(pages))
    register = frames.registers["source"]
    known = register.reindex([ident for ident in used if ident in register.index])
    sources = tuple((known["publisher"] + ": " + known["url"]).tolist())
    return About(
        name,
        title,
        frames.pair.title,
        filters or view.selection.in_words(frames),
        view.n if n is None else n,
        frames.version,
        date.today(),
        address.whole(),
        notes,
        sources,
    )


Rows: TypeAlias = "pd.DataFrame | Callable[[], pd.DataFrame]"
Pages: TypeAlias = Callable[[], list[Page]]


def download(
    key: str,
    rows: Rows,
    named: About,
    fig: go.Figure | None = None,
    pages: Pages | None = None,
    label: str = "Download",
) -> None:
    """The control. `rows` may be a function that makes them, where the page itself has no use for them all.

    `pages` adds their citations, in one file for all three formats of reference managers.
    """
    with st.popover(label, icon=":material/download:", key=f"download-{key}"):
        for form, (suffix, mime, make) in _TABLES.items():
            st.download_button(
                form,
                partial(_table, make, rows, named),
                named.file_name(suffix),
                mime,
                key=f"{key}-{suffix}",
                on_click="ignore",
                type="tertiary",
            )
        if pages is not None:
            st.download_button(
                "Citations (BibTeX, RIS, CSL-JSON)",
                partial(_citations, pages, named),
                named.file_name("citations.zip"),
                "application/zip",
                key=f"{key}-citations",
                on_click="ignore",
                type="tertiary",
            )
        if fig is None:
            return
        drawn = browser_found()
        note = f"{named.pair} · {named.filters} · n = {named.records:,} · data {named.version} · CC BY 4.0"
        for form, (suffix, mime) in _PICTURES.items():
            st.download_button(
                form,
                partial(_picture, fig, named.title, note, suffix),
                named.file_name(suffix),
                mime,
                key=f"{key}-{suffix}",
                on_click="ignore",
                type="tertiary",
                disabled=not drawn,
                help=None if drawn else NO_BROWSER,
            )


def _table(make: Callable[[pd.DataFrame, About], bytes], rows: Rows, named: About) -> bytes:
    return make(rows() if callable(rows) else rows, named)


def _citations(pages: Pages, named: About) -> bytes:
    return to_citations(pages(), named)


def _picture(fig: go.Figure, title: str, note: str, suffix: str) -> bytes:
    return to_picture(for_picture(fig, title, note), "svg" if suffix == "svg" else "png")
