"""Words in their context, over time, and what goes with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pandas as pd
import streamlit as st

from charts.drift import drift as drift_chart
from measures.drift import per_year
from search import collocates, concordance, drift
from widgets import address
from widgets.chart import ground, show_chart
from widgets.header import QUOTES
from widgets.here import here
from widgets.search_box import Asked, nowhere, search
from widgets.switch import switch
from widgets.table import open_record, record_link
from widgets.takeaway import about, download
from widgets.text import count, plain, shortened

WAYS = {"context": "In context", "time": "Over time", "beside": "What goes with it"}
SORTS = {
    "order": "Newest first",
    "left": "By the words to the left",
    "right": "By the words to the right",
    "keyword": "By the word itself",
}
EXAMPLE = '"strategic partner*" ; allied'
AROUND = 56  # characters of context that fit beside the word; the download has the whole sentence

view = here().view


def in_context(asked: Asked) -> None:
    sort = cast(concordance.Sorting, switch("lines", "Order of the lines", SORTS))
    lines = concordance.concordance(asked.found, sort)
    st.markdown(
        f"**{count(len(lines), 'occurrence')}** in {count(lines['id'].nunique(), 'quote')}, within the sentence"
    )
    said = view.frames.records.loc[lines["row"], ["when", "date"]].reset_index(drop=True)
    shown = pd.DataFrame({
        "left": [f"…{text[-AROUND:]}" if len(text) > AROUND else text for text in lines["left"]],
        "keyword": lines["keyword"],
        "right": lines["right"],
        "when": said["when"],
    })  # fmt: skip
    key = f"lines-{hash((view.selection, asked.query.text, sort))}"
    st.dataframe(
        shown,
        hide_index=True,
        height=min(35 * (len(shown) + 1) + 2, 632),
        key=key,
        alt=f"{len(lines)} occurrences, a line each, the word found in the middle",
        column_config={
            "left": st.column_config.TextColumn("Before", alignment="right", width=240),
            "keyword": st.column_config.ButtonColumn(
                "Word", type="tertiary", width=100, key=f"{key}-open", help="Opens the quote"
            ),
            "right": st.column_config.TextColumn("After", width=400),
            "when": st.column_config.TextColumn("When"),
        },
    )
    if clicked := st.session_state.get(f"{key}-open"):
        open_record(str(lines["id"].iloc[clicked["row"]]), view)
    take = lines[["id", "left", "keyword", "right"]].assign(date=said["date"])
    named = about(view, "concordance", "Words in context", filters=asked.in_words, n=len(lines), rows=asked.rows)
    download("concordance", take, named, pages=asked.pages)


def over_time(asked: Asked) -> None:
    compared = address.get("against", "")
    st.session_state["against"] = compared
    st.text_input(
        "Against other words, each after a semicolon",
        key="against",
        on_change=address.put_from,
        args=("against", "against"),
        placeholder=EXAMPLE,
    )
    if not compared:
        st.button(f"Example: {plain(EXAMPLE)}", type="tertiary", on_click=address.put, args=("against", EXAMPLE))
    texts = [asked.query.text, *(part.strip() for part in compared.split(";"))]
    queries = [asked.index.understand(text, asked.query.exact) for text in dict.fromkeys(filter(None, texts))][:5]
    queries = [query for query in queries if not query.is_empty]
    if not queries:
        st.info("Type words to see how often they are said, year by year.", icon=":material/timeline:")
        return
    by_side = switch("sides", "Lines", {"one": "All sides together", "each": "Each side by itself"}) == "each"
    told = drift.drift(asked.index, queries, view)
    numbers = per_year(told.table, by_side)
    total = int(numbers["occurrences"].sum())
    notes = ["Occurrences per 1,000 words of the quotes recorded, so that years compare."]
    undated = sum(told.undated.values())
    if undated:
        notes.append(f"{count(undated, 'occurrence')} in quotes without a year not drawn.")
    show_chart(
        drift_chart(numbers, {code: view.frames.side_name(code) for code in numbers.get("side", [])}, ground()),
        numbers,
        view=view,
        key="drift",
        title="How often it is said",
        notes=tuple(notes),
        hint="A point opens its quotes.",
        alt="A line a phrase, one point a year in which anything was said.",
        on_click=lambda point: st.session_state.update({"drift-open": point}),
        filters=" against ".join(query.in_words() for query in queries),
        n=total,
        pages=asked.pages,
    )
    st.subheader("First said", anchor=False)
    for row in told.first.itertuples():
        said = view.frames.documents[row.id]
        record_link(row.id, f"**{plain(row.query)}** · {plain(said.date)} · {plain(shortened(said.quote, 150))}", view)


def beside(asked: Asked) -> None:
    if asked.query.is_empty:
        st.info("Type a word to see what goes with it.", icon=":material/hub:")
        return
    table = collocates.collocates(asked.found)
    st.caption(
        f"Words within {collocates.WINDOW} words of it, in the same sentence, by {collocates.MEASURE}: above 10.83, "
        "chance alone would do it one time in a thousand. Common words without matter of their own are left out."
    )
    st.dataframe(table, hide_index=True, alt="Words that go with the words searched for, most telling first")
    named = about(view, "collocates", "What goes with the words", filters=asked.in_words, n=len(table), rows=asked.rows)
    download("collocates", table, named, pages=asked.pages)


def open_point(point: list[Any]) -> None:
    """A point of the drift opens its quotes."""
    query, year, side = point[:3]
    chosen = replace(view.selection, first=str(year), last=str(year))
    if side and side != "joint":
        chosen = replace(chosen, sides=(side,))
    st.switch_page(QUOTES, query_params=address.query_for(chosen) | {"find": [query]})


if point := st.session_state.pop("drift-open", None):
    open_point(point)
asked = search(view)
way = switch("as", "Show", WAYS)
if way == "time":
    over_time(asked)
elif way == "beside":
    beside(asked)
elif asked.query.is_empty:
    st.info("Type a word or a phrase to see every place where it stands.", icon=":material/format_align_center:")
elif not nowhere(asked):
    in_context(asked)
