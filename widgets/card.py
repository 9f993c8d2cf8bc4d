"""A quote as a card, and the citation of a page."""

from __future__ import annotations

from typing import Any

import streamlit as st

from exports.citations import STYLES, page_of, quoted
from loaders.frames import Frames
from loaders.selection import Selection, View
from loaders.vocabulary import vocabulary
from search.lexicon import LANGUAGES
from widgets import address
from widgets.header import QUOTES
from widgets.table import record_link
from widgets.text import marked, plain


def language_name(tag: str) -> str:
    return LANGUAGES.get(tag, tag)


def source_line(frames: Frames, ident: str) -> str:
    """“Title” (linked; the publisher, where no title is known), publisher, date, language, kind: as Markdown."""
    if ident not in frames.registers["source"].index:
        return f"source {plain(ident)}, whose own record could not be read"
    source = frames.documents[ident]
    published = f", {plain(source.published)}" if source.published else ""
    kind = vocabulary().terms["source_kind"][source.kind].lower()
    publisher = plain(source.publisher)
    page = f"[{plain(source.title)}]({source.url}), {publisher}" if source.title else f"[{publisher}]({source.url})"
    facts = (language_name(source.language), kind, frames.side_name(source.side))
    return f"{page}{published} · " + " · ".join(facts)


def citation(frames: Frames, ident: str, key: str, said: tuple[str, str, str] | None = None) -> None:
    """The citation of a source in five forms, each with a button that copies it.

    `said` is a quote on it, who said it and when: then the quote with its source comes first.
    """
    if ident not in frames.registers["source"].index:
        return
    page = page_of(frames.documents[ident])
    with st.popover("Cite", icon=":material/format_quote:", key=f"cite-{key}", type="tertiary"):
        if said:
            st.caption("The quote with its source")
            st.code(quoted(*said, page), language=None, wrap_lines=True)
        for name, style in STYLES.items():
            st.caption(name)
            st.code(style(page), language=None, wrap_lines=True)


def quote_card(view: View, statement: Any, spans: list[tuple[int, int]], key: str) -> None:
    """The quote, who said it as what, where and when, the page it stands on, and its citation."""
    frames = view.frames
    with st.container(border=True, key=f"card-{key}"):
        opening, closing = ("“", "”") if statement.wording == "verbatim" else ("", "")
        texts = st.columns(1 + len(statement.versions)) if statement.versions else [st.container()]
        texts[0].markdown(f"{opening}{marked(statement.quote, spans)}{closing}")
        for column, version in zip(texts[1:], statement.versions, strict=True):
            column.markdown(f"{opening}{plain(version.quote)}{closing}")
            told = language_name(version.language) + (", a translation" if version.translation else "")
            column.caption(f"{told}. {source_line(frames, version.sources[0])}")
        speaker = frames.speaker(statement)
        role = f", {plain(statement.role)}" if statement.role else ""
        st.markdown(
            f"**{plain(speaker)}**{role} · {frames.side_name(statement.side)} · {said_when(view, statement.id)}"
        )
        where = occasion(frames, statement)
        facts = [where, "verbatim" if statement.wording == "verbatim" else "reported by the page in its own words"]
        facts += [language_name(statement.language) + (", a translation" if statement.translation else "")]
        st.caption(" · ".join(filter(None, facts)) + f". {source_line(frames, statement.sources[0])}")
        with st.container(horizontal=True, vertical_alignment="center", key=f"card-links-{key}"):
            record_link(statement.id, "Open the record", view)
            if statement.occasion in frames.documents:
                record_link(statement.occasion, "Open the occasion", view)
                also_said(view, statement)
            who = f"{speaker}, {statement.role}" if statement.role else speaker
            words = f"{opening}{statement.quote}{closing}"
            citation(frames, statement.sources[0], key, (words, who, said_when(view, statement.id)))


def said_when(view: View, ident: str) -> str:
    row = view.frames.records.loc[view.frames.records["id"] == ident].iloc[0]
    return f"{row['when']}{basis_in_words(str(row['date_basis']))}"


def basis_in_words(basis: str) -> str:
    """What to add to a day that no page states."""
    return {"publication": ", day of publication", "inferred": ", inferred"}.get(basis, "")


def occasion(frames: Frames, statement: Any) -> str:
    if statement.occasion and statement.occasion in frames.documents:
        return plain(frames.documents[statement.occasion].title)
    return plain(statement.setting or "")


def also_said(view: View, statement: Any) -> None:
    """What else was said on that occasion: a search for its quotes."""
    others = int((view.frames.statements["occasion"] == statement.occasion).sum()) - 1
    if others > 0:
        query = address.query_for(Selection()) | {"find": [f"occasion:{statement.occasion}"]}
        st.page_link(QUOTES, label=f"Also said there ({others})", query_params=query)
