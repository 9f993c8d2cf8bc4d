"""The quotes of one version of the data, ready to be searched. Built once, shared by all readers, never changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pandas as pd

from loaders.frames import Frames
from loaders.selection import View
from search.columns import Columns, quote_frame
from search.forms import WHO, streams
from search.found import Found
from search.fts import FullText, expression
from search.lexicon import Lexicon
from search.query import Query, understand
from search.tree import All, Among, Any, Node, Not, Years, joined
from search.words import tokens


class QuoteIndex:
    """Quotes by what they say and by whom, where, when. Safe to share between threads.

    `quotes` is the frame of `search.columns.quote_frame`; positions are its rows. `lengths` are words by position.
    """

    def __init__(self, quotes: pd.DataFrame, lexicon: Lexicon) -> None:
        self.quotes = quotes
        self.lexicon = lexicon
        names = {ident: lexicon.label("speaker", ident) for ident in quotes["speaker"].dropna().unique()}
        self.columns = Columns.of(quotes, names)
        self.codes = {ident: code for code, ident in enumerate(self.columns.coded["speaker"].values)}
        self.lengths = np.zeros(len(quotes), dtype=np.int16)
        self._loose = FullText(self._texts(exact=False))
        self._exact: FullText | None = None
        self._building = threading.Lock()

    @classmethod
    def of(cls, frames: Frames) -> QuoteIndex:
        return cls(quote_frame(frames), Lexicon.of(frames))

    def understand(self, text: str, exact: bool = False) -> Query:
        """What a reader typed, against this data. Never raises."""
        return understand(text, self.lexicon, exact)

    def search(self, query: Query, view: View | None = None, ranked: bool = True) -> Found:
        """Every quote that the query finds among the counted records of the view, or among all.

        `ranked=False` saves the work of ranking where another order is wanted.
        """
        positions, relevance = self._positions(query, ranked)
        if view is not None:
            kept = self.mask(view)[positions]
            positions = positions[kept]
            relevance = relevance[kept] if relevance is not None else None
        return Found(self, query, positions, relevance)

    def mask(self, view: View) -> np.ndarray:
        """bool by position: the quotes that a view counts."""
        kept = view.of_counted(view.frames.statements)["row"].to_numpy(dtype=np.int64)
        shown = np.zeros(len(view.frames.records), dtype=bool)
        shown[kept] = True
        return shown[self.columns.rows]

    def base(self, query: Query) -> np.ndarray:
        """bool by position: what the filters in a query keep, whatever its words: the ground for shares."""
        tree = query.tree
        parts = tree.parts if isinstance(tree, All) else (tree,) if tree else ()
        kept = np.ones(len(self.quotes), dtype=bool)
        for part in parts:
            if _is_filter(part):
                kept &= self._mask(part, query)
        return kept

    def full_text(self, exact: bool) -> FullText:
        """The table of folded words, or the one of words as printed, which is built when first asked for."""
        if not exact:
            return self._loose
        with self._building:
            if self._exact is None:
                self._exact = FullText(self._texts(exact=True))
            return self._exact

    def bytes(self) -> int:
        """The memory of what was built, the quotes themselves apart."""
        return self._loose.bytes() + (self._exact.bytes() if self._exact else 0) + self.columns.bytes()

    def _texts(self, exact: bool) -> Iterator[tuple[int, str]]:
        speakers = self.columns.coded["speaker"].codes
        for position, (text, language) in enumerate(zip(self.quotes["quote"], self.quotes["language"], strict=True)):
            found = tokens(text, exact)
            if not exact:
                self.lengths[position] = min(len(found), 32767)
            said = [token for stream in streams(found, language, exact) for token in stream]
            yield position, " ".join([*said, WHO + str(speakers[position])])

    def _positions(self, query: Query, ranked: bool) -> tuple[np.ndarray, np.ndarray | None]:
        """What is text goes to FTS5 in one expression; filters are masks over what it finds."""
        tree = query.tree
        if tree is None:
            return np.arange(len(self.quotes)), None
        if said := self._said(tree, query):
            return self._matched(said, query, ranked)
        parts = tree.parts if isinstance(tree, All) else (tree,)
        positive = [part for part in parts if not isinstance(part, Not) and self._said(part, query)]
        without = [part for part in parts if isinstance(part, Not) and self._said(part.part, query)] if positive else []
        rest = [part for part in parts if part not in positive and part not in without]
        mask = np.logical_and.reduce([self._mask(part, query) for part in rest])
        said = self._said(joined(All, [*positive, *without]), query)
        if said is None:
            positions = np.flatnonzero(mask)
            return positions, self._scores(query, positions) if ranked else None
        positions, relevance = self._matched(said, query, ranked)
        kept = mask[positions]
        return positions[kept], relevance[kept] if relevance is not None else None

    def _matched(self, said: str, query: Query, ranked: bool) -> tuple[np.ndarray, np.ndarray | None]:
        table = self.full_text(query.exact)
        return table.ranked(said) if ranked else (table.positions(said), None)

    def _scores(self, query: Query, positions: np.ndarray) -> np.ndarray | None:
        """The relevance of words that stand beside filters in one OR: 0 for a quote that has none of them."""
        said = self._said(joined(Any, list(query.wanted)), query)
        if said is None:
            return None
        scores = np.zeros(len(self.quotes))
        found, relevance = self.full_text(query.exact).ranked(said)
        scores[found] = relevance
        return scores[positions]

    def _said(self, node: Node | None, query: Query) -> str | None:
        return expression(node, query, self.codes) if node else None

    def _mask(self, node: Node, query: Query) -> np.ndarray:
        """bool by position, for any part of a query."""
        if isinstance(node, Among):
            return self.columns.coded[node.column].mask(node.values)
        if isinstance(node, Years):
            return (self.columns.years >= max(node.first, 1)) & (self.columns.years <= node.last)
        if isinstance(node, Not):
            return ~self._mask(node.part, query)
        said = self._said(node, query)
        mask = np.zeros(len(self.quotes), dtype=bool)
        if said is not None:
            mask[self.full_text(query.exact).positions(said)] = True
        elif isinstance(node, All):
            mask[:] = True
            for part in node.parts:
                mask &= self._mask(part, query)
        elif isinstance(node, Any):
            for part in node.parts:
                mask |= self._mask(part, query)
        return mask


def _is_filter(node: Node) -> bool:
    if isinstance(node, All | Any):
        return all(map(_is_filter, node.parts))
    return _is_filter(node.part) if isinstance(node, Not) else isinstance(node, Among | Years)
