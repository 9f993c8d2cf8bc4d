"""A chart as every page shows one: title, n and caveats, picture, its numbers as a table, one download."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.theme import CONFIG, Ground
from loaders.selection import View
from widgets.takeaway import Pages, about, download
from widgets.text import plain

Click = Callable[[list[Any]], None]


def ground() -> Ground:
    """Light or dark, as the reader's browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show_chart(
    fig: go.Figure,
    numbers: pd.DataFrame,
    *,
    view: View,
    key: str,
    title: str,
    notes: tuple[str, ...] = (),
    hint: str = "",
    alt: str,
    on_click: Click | None = None,
    filters: str | None = None,
    n: int | None = None,
    pages: Pages | None = None,
    sources: Iterable[str] | None = None,
) -> None:
    """Draw `fig` with `numbers`, the very frame that it was drawn from. `on_click` gets the customdata clicked.

    `filters`, `n` and `sources` say what the numbers are of, where it is less than the view. `notes` travel with the
    download; `hint` says what a click does, and does not.

    The chart's key changes with the view, so that a mark clicked once can be clicked again.
    """
    st.subheader(plain(title), anchor=False)
    caption = f"n = {view.n if n is None else n:,}. " + " ".join(filter(None, (*notes, hint)))
    st.caption(caption)
    unique = f"{key}-{hash(view.selection)}"
    clicked: Any = "ignore"
    if on_click is not None:

        def clicked() -> None:
            points = st.session_state[unique]["selection"]["points"]
            if points and points[0].get("customdata"):
                on_click(points[0]["customdata"])

    st.plotly_chart(
        fig,
        key=unique,
        theme=None,
        config=CONFIG,
        on_select=clicked,
        selection_mode="points",
        alt=f"{title}. {alt} {caption}",
    )
    with st.container(horizontal=True, vertical_alignment="top", key=f"under-{key}"):
        with st.expander("The numbers as a table", key=f"numbers-{key}"):
            st.dataframe(numbers, hide_index=True, alt=f"The numbers of the chart “{title}”", key=f"{unique}-table")

        download(key, numbers, about(view, key, title, notes, filters, n, pages=sources), fig, pages)
