"""Who said what, where, when and in which words."""

from __future__ import annotations

from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from loaders.selection import Selection
from search.found import Order
from search.match import highlights
from widgets import address
from widgets.card import quote_card
from widgets.header import WORDS
from widgets.here import here
from widgets.search_box import Asked, nowhere, quotes_frame, search
from widgets.switch import pick
from widgets.takeaway import about, download
from widgets.text import count, plain

ORDERS = {
    "relevant": "Most relevant first",
    "newest": "Newest first",
    "oldest": "Oldest first",
    "speaker": "By speaker",
}
SIZE, MOST = 20, 15

view = here().view


def head(asked: Asked) -> Order:
    """The exact count, a way to the same words in context, and the order."""
    empty = asked.query.is_empty
    offered = {name: label for name, label in ORDERS.items() if name != "relevant" or not empty}
    left, middle, right = st.columns([2, 2, 2], vertical_alignment="bottom")
    left.markdown(f"**{count(asked.found.n, 'quote')}**")
    if not empty:
        query = address.query_for(view.selection) | {"find": [asked.query.text]}
        middle.page_link(WORDS, label="The same words in context and over time", query_params=query)
    with right:
        return cast(Order, pick("order", "Order", offered))


def narrowed(asked: Asked, facet: str, value: str) -> Selection | str:
    """What choosing a facet's value does, so that just the quotes it counted are left.

    Another selection where the sidebar has that filter and it is free, else another query: the sidebar's years and
    sides keep more (overlaps, joint statements), and a filter in force would be replaced rather than narrowed.
    """
    field = {"speaker": "people", "sector": "sectors", "level": "levels"}.get(facet)
    person = facet != "speaker" or value in view.frames.registers["person"].index
    if field and person and not getattr(view.selection, field):
        return view.selection.having(field, (value,))
    find = address.get("find", "")
    # The filter is meant for all of the query, not for the last of its alternatives.
    find = f"({find})" if " OR " in find else find
    word = {"language": "lang"}.get(facet, facet)
    others = [tag for tag in asked.index.lexicon.languages if facet == "language" and tag.startswith(f"{value}-")]
    return " ".join([find, f"{word}:{value}", *(f"-lang:{tag}" for tag in others)]).strip()


def choose(asked: Asked, facet: str, value: str) -> None:
    wanted = narrowed(asked, facet, value)
    if isinstance(wanted, str):
        address.put("find", wanted)
    else:
        address.go(wanted)


def facets(asked: Asked) -> None:
    tables = asked.found.facets()
    for half in (list(tables)[:4], list(tables)[4:]):
        for column, facet in zip(st.columns(4), half, strict=False):
            facet_list(asked, column, facet, tables[facet])
    everything = pd.concat([table.assign(facet=facet) for facet, table in tables.items()])
    named = about(view, "quote-facets", "Quotes by facet", filters=asked.in_words, n=asked.found.n, rows=asked.rows)
    download(
        "quote-facets",
        everything[["facet", "value", "name", "quotes"]],
        named,
        pages=asked.pages,
        label="Download the counts",
    )


def facet_list(asked: Asked, column: st.delta_generator.DeltaGenerator, facet: str, table: pd.DataFrame) -> None:
    with column.expander(f"By {facet} ({len(table)})", expanded=False, key=f"facet-{facet}"):
        for row in table.head(MOST).itertuples():
            st.button(
                plain(f"{row.name} · {row.quotes:,}"),
                key=f"facet-{facet}-{row.value}",
                type="tertiary",
                on_click=choose,
                args=(asked, facet, row.value),
            )
        if len(table) > MOST:
            st.caption(f"and {len(table) - MOST} more, all in the download")


def cards(asked: Asked, order: Order) -> None:
    wanted = address.get("show", str(SIZE))
    shown = int(wanted) if wanted.isdigit() else SIZE
    for ident in asked.found.ids(order, 0, shown):
        said = view.frames.documents[ident]
        quote_card(view, said, highlights(said.quote, said.language, asked.query), ident)
    if asked.found.n > shown:
        more = min(SIZE, asked.found.n - shown)
        st.button(f"Show {more} more", on_click=address.put, args=("show", str(shown + SIZE), str(SIZE)))


asked = search(view)
if not nowhere(asked):
    order = head(asked)
    facets(asked)
    cards(asked, order)
    named = about(view, "quotes", "Quotes", filters=asked.in_words, n=asked.found.n, rows=asked.rows)
    download("quotes", partial(quotes_frame, asked, order), named, pages=asked.pages)
