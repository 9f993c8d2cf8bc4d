"""Dyad: the frame around every page. `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from loaders.selection import from_query
from widgets import address
from widgets.header import banners, menu, shown
from widgets.here import Here, arrive, data_folder, store
from widgets.sidebar import sidebar
from widgets.start import how_to_start

st.set_page_config(page_title="Dyad", layout="wide", initial_sidebar_state="auto")

STYLE = Path(__file__).parent / "widgets" / "style.css"
SECTIONS = {
    "Explore": [
        st.Page("pages/explore/overview.py", title="Overview", default=True),
        st.Page("pages/explore/timeline.py", title="Timeline"),
        st.Page("pages/explore/sectors.py", title="Sectors"),
        st.Page("pages/explore/quotes.py", title="Quotes"),
        st.Page("pages/explore/words.py", title="Words"),
        st.Page("pages/explore/figures.py", title="Figures"),
        st.Page("pages/explore/records.py", title="Records"),
        st.Page("pages/explore/record.py", title="Record"),
    ],
    "About": [st.Page("pages/about/problems.py", title="Problems")],
}


def main() -> None:
    """Read the address, make the view, draw the frame, run the page."""
    page = st.navigation(SECTIONS, position="hidden")
    st.html(STYLE)
    data = store(data_folder())
    names = data.names()
    query = address.read()
    asked = query.get("pair", names[:1])
    name = asked[0] if asked and asked[0] in names else (names[0] if names else None)
    if name is None:
        how_to_start(data_folder())
        return
    dataset, frames = data.get(name)
    if frames.records.empty and not dataset.problems:
        how_to_start(data_folder())
        return
    selection, notes = from_query(query, frames)
    if asked[0] != name:
        notes = [f"This link asks for the pair “{asked[0]}”, which is not here: {name} is shown", *notes]
    here = Here(dataset, selection.apply(frames), tuple(names))
    arrive(here)
    sidebar(here)
    menu(here)
    banners(here, notes)
    shown(here.view)
    page.run()


main()
