"""How to start, where a folder holds no records."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from widgets.text import plain


def how_to_start(folder: Path) -> None:
    """The page of a missing or empty folder: the three files that a first record takes."""
    st.header("No records here yet", anchor=False)
    st.markdown(f"Dyad looked in {plain(str(folder))} and found no pair of countries with records.")
    st.markdown("Make a folder for the pair, with a file that names the two countries:")
    st.code(
        "title: Azerbaijan and Kazakhstan\nsides:\n  - {code: AZE, name: Azerbaijan, adjective: Azerbaijani}\n"
        "  - {code: KAZ, name: Kazakhstan, adjective: Kazakh}\n",
        language="yaml",
    )
    st.markdown("Save it as `aze-kaz/pair.yaml` there, then add a source and a first meeting:")
    st.code(
        "# aze-kaz/sources/example-1.yaml\nurl: https://example.org/news/1\npublisher: Example\nlanguage: en\n"
        "accessed: 2026-11-23\nside: third\nkind: press\n",
        language="yaml",
    )
    st.code(
        "# aze-kaz/meetings/2024-03-11-first-meeting.yaml\ntitle: First meeting\ndate: 2024-03-11\nlevel: official\n"
        "form: other\nsectors: [political]\nsources: [example-1]\n",
        language="yaml",
    )
    st.markdown("The records show at the next click. `python -m loaders check FOLDER` says what is still wrong.")
