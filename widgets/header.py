"""The top of every page: the menu, what is shown in words, and what the reader must know first."""

from __future__ import annotations

import streamlit as st

from loaders.selection import Selection, View
from widgets import address
from widgets.here import Here
from widgets.text import count, plain

MENU = {
    "Overview": "pages/explore/overview.py",
    "Timeline": "pages/explore/timeline.py",
    "Sectors": "pages/explore/sectors.py",
    "Quotes": "pages/explore/quotes.py",
    "Words": "pages/explore/words.py",
    "Figures": "pages/explore/figures.py",
    "Records": "pages/explore/records.py",
}
QUOTES, WORDS = "pages/explore/quotes.py", "pages/explore/words.py"
RECORDS, RECORD, PROBLEMS = "pages/explore/records.py", "pages/explore/record.py", "pages/about/problems.py"


def menu(here: Here) -> None:
    """The pair's name and a link to each page that carries the filters along."""
    query = address.query_for(here.selection)
    with st.container(horizontal=True, vertical_alignment="center", key="menu"):
        st.markdown(f"**Dyad** · {plain(here.frames.pair.title)}", width="content")
        st.space("stretch")
        for title, path in MENU.items():
            st.page_link(path, label=title, query_params=query)


def banners(here: Here, notes: list[str]) -> None:
    """A link's values that no longer exist, and records that broken files leave out."""
    for note in notes:
        st.warning(plain(note), icon=":material/link_off:")
    lost = here.dataset.left_out
    if lost:
        files = {problem.path for problem in here.dataset.problems if problem.lost}
        verb = "is" if lost == 1 else "are"
        with st.container(horizontal=True, vertical_alignment="center", key="banner"):
            st.warning(
                f"{count(lost, 'record')} of {count(len(files), 'file')} {verb} left out.", icon=":material/report:"
            )
            st.page_link(PROBLEMS, label="See what is wrong", query_params=address.query_for(here.selection))


def shown(view: View) -> None:
    """“34 of 212 records · Culture · 2022–2026”, each filter removable, the count opening as a list."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="shown"):
        st.page_link(
            RECORDS, label=f"**{view.n:,} of {view.total:,} records**", query_params=address.query_for(view.selection)
        )
        for number, chip in enumerate(view.selection.chips(view.frames)):
            st.button(
                plain(chip.label),
                key=f"chip-{number}",
                icon=":material/close:",
                icon_position="right",
                help=f"Remove the filter {chip.label}",
                on_click=address.go,
                args=(view.selection.without(chip.field, chip.value),),
            )
        if not view.selection.is_all:
            st.button("Reset", key="reset", type="tertiary", on_click=address.go, args=(Selection(),))
        if view.restated:
            st.caption(view.restated_in_words())


def nothing(view: View, n: int | None = None) -> bool:
    """Say which filter to loosen where nothing is shown. True if so."""
    if (view.n if n is None else n) > 0:
        return False
    if not view.total:
        st.info("No record could be read.", icon=":material/filter_alt_off:")
        return True
    st.info("No record matches all of these filters. Without one of them:", icon=":material/filter_alt_off:")
    with st.container(horizontal=True, key="loosen"):
        for number, (chip, left) in enumerate(view.loosened()):
            st.button(
                plain(f"{chip.label} → {count(left, 'record')}"),
                key=f"loosen-{number}",
                on_click=address.go,
                args=(view.selection.without(chip.field, chip.value),),
                icon=":material/close:",
            )
    return True
