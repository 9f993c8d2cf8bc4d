"""Who said what, where, when and in which words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pandas as pd
import streamlit as st

from measures.quotes import Order, facets, quotes
from search.match import highlights
from widgets import address
from widgets.card import quote_card
from widgets.header import nothing
from widgets.here import here, quote_index
from widgets.takeaway import about, download
from widgets.text import count, plain

ORDERS = {"newest": "Newest first", "relevant": "Most relevant first", "oldest": "Oldest first"}
PAGE = 20

view = here().view
find = address.get("find", "")
index = quote_index(view.frames.name, view.frames.version, view.frames)
query = index.understand(find)
order = cast(Order, address.get("order", "newest" if query.is_empty else "relevant", tuple(ORDERS)))


def search_box() -> None:
    st.session_state["find"] = find
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    left.text_input(
        "Find in quotes",
        key="find",
        on_change=address.put_from,
        args=("find", "find"),
        placeholder='culture   or   "friendly relations"',
        help="Words match in any form and order; words in quotation marks match exactly as a phrase. "
        "Capitals, accents and look-alike letters make no difference.",
    )
    default = "newest" if query.is_empty else "relevant"
    st.session_state["order"] = order
    offered = [name for name in ORDERS if name != "relevant" or not query.is_empty]
    if st.session_state["order"] not in offered:
        st.session_state["order"] = default
    right.selectbox(
        "Order",
        offered,
        key="order",
        format_func=ORDERS.__getitem__,
        on_change=address.put_from,
        args=("order", "order", default),
    )


def facet_lists(found: pd.DataFrame) -> None:
    tables = facets(view, found)
    narrowing = {
        "speaker": lambda value: replace(view.selection, people=(value,)),
        "side": lambda value: replace(view.selection, sides=(value,)),
        "sector": lambda value: replace(view.selection, sectors=(value,)),
        "year": lambda value: replace(view.selection, first=value, last=value),
    }
    for column, (name, table) in zip(st.columns(4), tables.items(), strict=True):
        with column.expander(f"By {name} ({len(table)})", expanded=False, key=f"facet-{name}"):
            for row in table.head(15).itertuples():
                if name == "side" and row.value not in view.frames.links["side"]["value"].cat.categories:
                    st.markdown(f"{plain(row.name)} · {row.quotes:,}")
                    continue
                st.button(
                    plain(f"{row.name} · {row.quotes:,}"),
                    key=f"facet-{name}-{row.value}",
                    type="tertiary",
                    on_click=address.go,
                    args=(narrowing[name](row.value),),
                )
            if len(table) > 15:
                st.caption(f"and {len(table) - 15} more: narrow with the filters, or download them all below")
    everything = pd.concat([table.assign(facet=name) for name, table in tables.items()])[
        ["facet", "value", "name", "quotes"]
    ]
    download(
        "quote-facets",
        everything,
        lambda: about(view, "quote-facets", "Quotes by facet", filters=said_of_filters(), n=len(found)),
    )


def said_of_filters() -> str:
    return view.selection.in_words(view.frames) + ("" if query.is_empty else f" · {query.in_words()}")


def cards(found: pd.DataFrame) -> None:
    shown = int(address.get("show", str(PAGE))) if address.get("show", str(PAGE)).isdigit() else PAGE
    for row in found.head(shown).itertuples():
        quote_card(view, view.frames.documents[row.id], highlights(row.quote, row.language, query), row.id)
    if len(found) > shown:
        more = min(PAGE, len(found) - shown)
        st.button(f"Show {more} more", on_click=address.put, args=("show", str(shown + PAGE), str(PAGE)))


def export_frame(found: pd.DataFrame) -> pd.DataFrame:
    frames = view.frames
    register = frames.registers["source"]["url"]
    first = [frames.documents[ident].sources[0] for ident in found["id"]]
    return pd.DataFrame(
        {
            "id": found["id"],
            "date": found["date"],
            "quote": found["quote"],
            "speaker": found["speaker"].map(lambda ident: frames.label("person", ident), na_action="ignore"),
            "role": found["role"],
            "side": found["side"].map(frames.side_name),
            "language": found["language"],
            "translation": found["translation"],
            "wording": found["wording"],
            "occasion": found["occasion"],
            "setting": found["setting"],
            "source": register.reindex(first).to_numpy(),
        }
    )


search_box()
for mistake in query.mistakes:
    st.caption(f"{plain(mistake.what)}: {plain(mistake.mend)}")
relevance = None if query.is_empty else index.search(query).by_row()
found = quotes(view, relevance, order if order != "relevant" or not query.is_empty else "newest")
if found.empty and not query.is_empty and len(quotes(view, None, "newest")):
    st.info(
        f"No quote here holds {plain(query.in_words())}. Search all quotes, or use fewer words.",
        icon=":material/search_off:",
    )
    if not view.selection.is_all:
        everywhere = replace(view.selection.__class__(), kinds=())
        left = len(quotes(everywhere.apply(view.frames), relevance, "newest"))
        st.button(f"Without the filters: {count(left, 'quote')}", on_click=address.go, args=(everywhere,))
elif not nothing(view, len(found)):
    said = "" if query.is_empty else f" with {plain(query.in_words())}"
    st.markdown(f"**{count(len(found), 'quote')}**{said}")
    facet_lists(found)
    cards(found)
    download(
        "quotes", export_frame(found), lambda: about(view, "quotes", "Quotes", filters=said_of_filters(), n=len(found))
    )
