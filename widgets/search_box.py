"""The search box over quotes: what was typed, what was understood, what was wrong, and a help whose examples run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from exports.citations import Page, page_of
from loaders.selection import Selection, View
from search.found import Found
from search.help import EXAMPLES, NOTES
from search.index import QuoteIndex
from search.query import Query
from widgets import address
from widgets.header import nothing
from widgets.here import quote_index
from widgets.text import count, marked, plain


@dataclass(frozen=True)
class Asked:
    """A search and what it found among the quotes of the view."""

    view: View
    index: QuoteIndex
    query: Query
    found: Found

    @property
    def in_words(self) -> str:
        """The filters and the query, for files that travel alone."""
        filters = self.view.selection.in_words(self.view.frames)
        return filters if self.query.is_empty else f"{filters} · {self.query.in_words()}"

    @property
    def rows(self) -> np.ndarray:
        """The found quotes' positions in `frames.records`."""
        return self.index.columns.rows[self.found.positions]

    def pages(self) -> list[Page]:
        """The page that each found quote stands on, each once."""
        documents = self.view.frames.documents
        idents = dict.fromkeys(documents[ident].sources[0] for ident in self.found.ids("newest", 0, self.found.n))
        return [page_of(documents[ident]) for ident in idents if ident in documents]


def search(view: View) -> Asked:
    """Draw the box and search. The query and the exact mode are in the address."""
    index = quote_index(view.frames.name, view.frames.version, view.frames)
    text, exact = address.get("find", ""), address.get("exact", "") == "yes"
    with st.container(horizontal=True, vertical_alignment="bottom", key="search"):
        st.session_state["find"] = text
        st.text_input(
            "Find in quotes",
            key="find",
            on_change=address.put_from,
            args=("find", "find"),
            placeholder='transport -oil   or   "strategic partnership"   or   speaker:Tokayev caspian',
        )
        st.session_state["exact"] = exact
        st.checkbox("Letter for letter", key="exact", on_change=_exact, help="Neither folding of letters nor stems")
        _help()
    query = index.understand(text, exact)
    _understood(query)
    return Asked(view, index, query, index.search(query, view))


def _exact() -> None:
    address.put("exact", "yes" if st.session_state["exact"] else "")


def _help() -> None:
    with st.popover("How to search", icon=":material/help:", key="search-help"):
        for number, example in enumerate(EXAMPLES):
            left, right = st.columns([2, 3], vertical_alignment="center")
            left.button(
                plain(example.query), key=f"example-{number}", type="tertiary", on_click=address.put,
                args=("find", example.query), help="Run this example",
            )  # fmt: skip
            right.caption(f"**{plain(example.form)}** {plain(example.finds)}")
        for note in NOTES:
            st.caption(plain(note))


def _understood(query: Query) -> None:
    """What was understood, in words, and each mistake where it stands."""
    if not query.is_empty:
        st.caption(f"Understood: {plain(query.in_words())}")
    for mistake in query.mistakes:
        st.warning(
            f"{marked(query.text, [(mistake.start, mistake.end)])} — {plain(mistake.what)}: {plain(mistake.mend)}",
            icon=":material/edit:",
        )


def quotes_frame(asked: Asked, order: str) -> pd.DataFrame:
    """The found quotes with names beside codes, as a table to take away."""
    frames = asked.view.frames
    rows = []
    for ident in asked.found.ids(order, 0, asked.found.n):  # type: ignore[arg-type]
        said = frames.documents[ident]
        source = frames.documents.get(said.sources[0])
        speaker = (
            frames.label("person", said.speaker) if said.speaker else frames.label("institution", said.institution)
        )
        rows.append({
            "id": ident, "date": said.date, "date_basis": said.date_basis, "quote": said.quote, "speaker": speaker,
            "role": said.role, "side": frames.side_name(said.side), "language": said.language,
            "translation": said.translation, "wording": said.wording, "occasion": said.occasion,
            "setting": said.setting, "publisher": source and source.publisher, "source": source and source.url,
        })  # fmt: skip
    columns = ["id", "date", "date_basis", "quote", "speaker", "role", "side", "language", "translation", "wording",
               "occasion", "setting", "publisher", "source"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def nowhere(asked: Asked) -> bool:
    """Say what to do where nothing is found. True if so."""
    if asked.found.n or asked.query.is_empty:
        return nothing(asked.view, asked.found.n)
    st.info("No quote here has these words. Use fewer of them, or OR between them.", icon=":material/search_off:")
    left = asked.index.search(asked.query, Selection().apply(asked.view.frames)).n
    if left:
        st.button(f"Without the filters: {count(left, 'quote')}", on_click=address.go, args=(Selection(),))
    return True
