"""The full-text table: SQLite's FTS5 over streams of index tokens, and queries as its MATCH expressions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from typing import Any as Anything

import numpy as np

from search.forms import WHO, Forms, NearPattern, Pattern, forms
from search.query import Query
from search.tree import All, Any, Name, Near, Node, Not, Phrase, Prefix, Text, Word

_FOUND = np.dtype([("row", np.int64), ("rank", np.float64)])


class FullText:
    """Texts by position. Safe to share between threads: one statement at a time."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        """`texts`: (position, index tokens joined by spaces)."""
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        # Folding and splitting are done: `ascii` only splits at the spaces, and takes every other letter as it is.
        self._base.execute("CREATE VIRTUAL TABLE quote USING fts5(said, content='', tokenize='ascii')")
        with self._base:
            self._base.executemany("INSERT INTO quote(rowid, said) VALUES (?, ?)", texts)
        # One segment instead of many: built once, read often.
        with self._base:
            self._base.execute("INSERT INTO quote(quote) VALUES ('optimize')")
        self._base.execute("CREATE VIRTUAL TABLE term USING fts5vocab(quote, row)")

    def ranked(self, expression: str) -> tuple[np.ndarray, np.ndarray]:
        """(positions, relevance): every match, in order of position; relevance is BM25, higher is better."""
        # One pass gives the count, the ranking and what facets need; sorting here beats a second query there.
        found = self._all("SELECT rowid, rank FROM quote WHERE quote MATCH ?", expression, _FOUND)
        return found["row"], -found["rank"]

    def positions(self, expression: str) -> np.ndarray:
        """The positions of every match, ascending."""
        found = self._all("SELECT rowid, 0.0 FROM quote WHERE quote MATCH ?", expression, _FOUND)
        return found["row"]

    def occurrences(self, token: str) -> int:
        """How often an index token stands in all texts together."""
        with self._lock:
            found = self._base.execute("SELECT cnt FROM term WHERE term = ?", (token,)).fetchone()
        return int(found[0]) if found else 0

    def bytes(self) -> int:
        """The memory that the table takes."""
        with self._lock:
            pages, size = (self._base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        return int(pages * size)

    def _all(self, sql: str, expression: str, kind: np.dtype[Anything]) -> np.ndarray:
        with self._lock:
            return np.fromiter(self._base.execute(sql, (expression,)), dtype=kind)


def expression(node: Node, query: Query, codes: dict[str, int]) -> str | None:
    """The MATCH expression of a part of a query; None for what FTS5 cannot say (filters, or only a minus)."""
    if isinstance(node, All):
        parts = [expression(part, query, codes) for part in node.parts if not isinstance(part, Not)]
        without = [expression(part.part, query, codes) for part in node.parts if isinstance(part, Not)]
        if not parts or None in parts or None in without:
            return None
        kept = " AND ".join(filter(None, parts))
        return f"(({kept}) NOT ({' OR '.join(filter(None, without))}))" if without else f"({kept})"
    if isinstance(node, Any):
        parts = [expression(part, query, codes) for part in node.parts]
        return None if None in parts else f"({' OR '.join(filter(None, parts))})"
    if isinstance(node, Name):
        apart = " AND ".join(filter(None, (expression(word, query, codes) for word in node.words)))
        return f"(({apart}) OR {_either(_with_speakers(node, query, codes))})"
    if isinstance(node, Word | Prefix | Phrase | Near):
        return _either(_with_speakers(node, query, codes))
    return None


def _with_speakers(node: Text, query: Query, codes: dict[str, int]) -> Forms:
    found = forms(node, query.exact, query.lexicon.same)
    return found + [Pattern((WHO + str(codes[ident]),)) for ident in query.speaking(node) if ident in codes]


def _either(patterns: Forms) -> str:
    return f"({' OR '.join(map(_pattern, patterns))})"


def _pattern(pattern: Pattern | NearPattern) -> str:
    """Index tokens hold letters, digits and markers only: nothing in them can end the quotation."""
    if isinstance(pattern, NearPattern):
        return f"NEAR({' '.join(map(_pattern, pattern.items))}, {pattern.distance})"
    return f'"{" ".join(pattern.tokens)}"' + "*" * pattern.begins
