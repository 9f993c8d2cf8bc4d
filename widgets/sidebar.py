"""The one sidebar of filters, the same on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from loaders.frames import Frames
from loaders.selection import Selection, choices
from loaders.vocabulary import vocabulary
from widgets import address
from widgets.here import Here

_HELP = {
    "sides": "A statement belongs to its speaker’s side; a meeting or an initiative to every side that took part.",
    "levels": "The level of a meeting, of a speaker, or at which an initiative was agreed.",
    "promises": "Seen kept: a later record shows what was promised. Not seen kept: none does so far.",
    "text": "Every word must occur: in titles, quotes, summaries, names in any script.",
    "dates": "A record is kept if its dates overlap these years.",
}


def sidebar(here: Here) -> None:
    """Draw the filters; each change goes to the address, from which the next run reads it."""
    frames, selection = here.frames, here.selection
    with st.sidebar:
        if len(here.pairs) > 1:
            _pair(here)
        _years(frames, selection)
        offered = choices(frames)
        words = vocabulary()
        _several("sectors", "Sector", offered["sectors"], _sector_label, selection)
        _several("kinds", "Kind", offered["kinds"], lambda kind: words.plurals.get(kind, kind), selection)
        _several("sides", "Side", offered["sides"], frames.side_name, selection)
        _several("levels", "Level", offered["levels"], words.name, selection)
        _several("people", "Person", offered["people"], lambda ident: frames.label("person", ident), selection)
        _several(
            "institutions", "Institution", offered["institutions"], lambda i: frames.label("institution", i), selection
        )
        _several("statuses", "Status of initiatives", offered["statuses"], words.name, selection)
        _several("sourced", "Sources", offered["sourced"], words.terms["sourced"].__getitem__, selection)
        _several("promises", "Commitments", offered["promises"], words.terms["promises"].__getitem__, selection)
        _text(selection)
        if not selection.is_all:
            st.button(
                "Reset all filters", key="reset-sidebar", on_click=address.go, args=(Selection(),), width="stretch"
            )


def _sector_label(ident: str) -> str:
    words = vocabulary()
    pillar = words.pillar_of.get(ident)
    if pillar is None:
        return f"{words.pillars.get(ident, ident)} (all)"
    return words.sectors[ident] if ident in words.pillars else f"{words.pillars[pillar]} › {words.sectors[ident]}"


def _pair(here: Here) -> None:
    key = "filter-pair"
    st.session_state[key] = here.dataset.name
    st.selectbox(
        "Pair", here.pairs, key=key, on_change=lambda: st.query_params.from_dict({"pair": st.session_state[key]})
    )


def _years(frames: Frames, selection: Selection) -> None:
    low, high = frames.first_year, frames.last_year
    if low == high:
        return
    key = "filter-years"
    first, last = selection.range()
    chosen = [first.year if first else low, last.year if last else high]
    st.session_state[key] = tuple(sorted(min(max(year, low), high) for year in chosen))

    def changed() -> None:
        start, end = st.session_state[key]
        address.go(replace(selection, first=str(start) if start > low else None, last=str(end) if end < high else None))

    st.slider("Years", low, high, key=key, on_change=changed, help=_HELP["dates"])


def _several(name: str, label: str, options: list[str], shown: Callable[[str], str], selection: Selection) -> None:
    key = f"filter-{name}"
    st.session_state[key] = list(getattr(selection, name))

    def changed() -> None:
        address.go(selection.having(name, tuple(st.session_state[key])))

    st.multiselect(
        label, options, key=key, format_func=shown, on_change=changed, help=_HELP.get(name), placeholder="Any"
    )


def _text(selection: Selection) -> None:
    key = "filter-text"
    st.session_state[key] = selection.text

    def changed() -> None:
        address.go(replace(selection, text=st.session_state[key].strip()[:200]))

    st.text_input("Free text", key=key, on_change=changed, help=_HELP["text"])
