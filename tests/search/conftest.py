"""Indexes for the tests of the search: of a handful of made-up quotes, and of the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from loaders.frames import Frames
from loaders.store import Store
from search.columns import QUOTE_COLUMNS
from search.index import QuoteIndex
from search.lexicon import Lexicon

LEXICON = Lexicon(
    people={
        "tokayev": ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев", "Қасым-Жомарт Тоқаев"),
        "aliyev": ("Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев"),
        "heydar": ("Heydar Aliyev",),
    },
    institutions={"socar": ("SOCAR", "State Oil Company of Azerbaijan", "ГНКАР")},
    sides={"AZE": ("Azerbaijan", "Azerbaijani"), "KAZ": ("Kazakhstan", "Kazakh")},
    sectors={"energy": ("Energy", "Connectivity", "connectivity"), "culture": ("Culture", "Society", "society")},
    levels={"head-of-state": ("Head of state",), "ambassador": ("Ambassador",)},
    languages={"en": ("English",), "ru": ("Russian",), "az": ("Azerbaijani",), "kk": ("Kazakh",)},
    roles=("President", "Ambassador to Kazakhstan"),
    occasions={"summit-2021": "First summit of the Caspian states"},
    speaking=frozenset({"tokayev", "aliyev", "heydar", "socar"}),
)
PLAIN = {
    "speaker": "aliyev", "role": "President", "side": "AZE", "level": "head-of-state", "sector": "energy",
    "language": "en", "occasion": None,
}  # fmt: skip


def made(*quotes: str | dict[str, Any]) -> QuoteIndex:
    """An index of quotes given as texts or as columns; the rest is PLAIN, ids are q0, q1 …, years 2020, 2021 …"""
    rows = []
    for place, quote in enumerate(quotes):
        said = {"quote": quote} if isinstance(quote, str) else quote
        rows.append({"row": place, "id": f"q{place}", "year": 2020 + place, **PLAIN, **said})
    frame = pd.DataFrame(rows, columns=list(QUOTE_COLUMNS))
    frame["year"] = frame["year"].astype("Int64")
    frame["start"] = pd.to_datetime(frame["year"].astype("string") + "-01-01").astype("datetime64[s]")
    return QuoteIndex(frame, LEXICON)


def ids(index: QuoteIndex, text: str, exact: bool = False) -> list[str]:
    """The ids of all that a search finds, in alphabetical order."""
    return sorted(index.search(index.understand(text, exact)).ids(size=1_000_000))


@pytest.fixture(scope="session")
def make() -> Callable[..., QuoteIndex]:
    return made


@pytest.fixture(scope="session")
def find() -> Callable[..., list[str]]:
    return ids


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return LEXICON


@pytest.fixture(scope="session")
def real() -> Frames:
    """The records that come with the code."""
    return Store(Path(__file__).resolve().parents[2] / "data").get("aze-kaz")[1]


@pytest.fixture(scope="session")
def index(real: Frames) -> QuoteIndex:
    return QuoteIndex.of(real)
