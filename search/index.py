"""The quotes in a full-text index: SQLite's FTS5 over folded text, built once for a version of the data."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable

import pandas as pd

from loaders.fold import fold
from search.query import Query


class QuoteIndex:
    """Rows of quotes by what they say. Safe to share between threads."""

    def __init__(self, quotes: Iterable[tuple[int, str]]) -> None:
        """`quotes`: (row, text) pairs."""
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        # Folding has done what the tokenizer's own removal of marks would do, and more.
        self._base.execute(
            "CREATE VIRTUAL TABLE quote USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 0\")"
        )
        self._base.executemany(
            "INSERT INTO quote(rowid, text) VALUES (?, ?)", ((row, fold(text)) for row, text in quotes)
        )

    def search(self, query: Query) -> pd.Series:
        """Relevance (higher is better, BM25) by row, the most relevant first. Empty for an empty query."""
        terms = [f'"{word}"*' for word in query.words] + [f'"{phrase}"' for phrase in query.phrases]
        if not terms:
            return pd.Series(dtype="float64")
        with self._lock:
            found = self._base.execute(
                "SELECT rowid, -rank FROM quote WHERE quote MATCH ? ORDER BY rank, rowid DESC", (" AND ".join(terms),)
            ).fetchall()
        return pd.Series([score for _, score in found], index=[row for row, _ in found], dtype="float64")
