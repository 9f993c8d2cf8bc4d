"""Where the reader is: the data served, and the view that the address asks for."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from loaders.dataset import Dataset
from loaders.frames import Frames
from loaders.selection import Selection, View
from loaders.store import Store
from search.index import QuoteIndex

_KEY = "here"


@dataclass(frozen=True)
class Here:
    """One run's data and view: made by dashboard.py, read by pages."""

    dataset: Dataset
    view: View
    pairs: tuple[str, ...]

    @property
    def frames(self) -> Frames:
        return self.view.frames

    @property
    def selection(self) -> Selection:
        return self.view.selection


def data_folder() -> Path:
    """DYAD_DATA, or the records that come with the code."""
    named = os.environ.get("DYAD_DATA")
    return Path(named) if named else Path(__file__).resolve().parent.parent / "data"


@st.cache_resource
def store(folder: Path) -> Store:
    """One store a process, shared by all visitors."""
    return Store(folder)


@st.cache_resource(max_entries=4)
def quote_index(name: str, version: str, _frames: Frames) -> QuoteIndex:
    """One index a version of the data."""
    return QuoteIndex.of(_frames)


def arrive(here: Here) -> None:
    st.session_state[_KEY] = here


def here() -> Here:
    value = st.session_state[_KEY]
    assert isinstance(value, Here)
    return value
