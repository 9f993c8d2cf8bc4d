"""What a search found: how many, in what order, and what each facet would leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from search.query import Query

if TYPE_CHECKING:
    from search.index import QuoteIndex

Order = Literal["relevant", "newest", "oldest", "speaker"]
ORDERS: tuple[Order, ...] = ("relevant", "newest", "oldest", "speaker")


@dataclass(frozen=True)
class Found:
    """`positions` in the index's quotes, ascending; `relevance` beside them, or None where nothing is ranked."""

    index: QuoteIndex
    query: Query
    positions: np.ndarray
    relevance: np.ndarray | None

    @property
    def n(self) -> int:
        """Exactly how many quotes were found."""
        return len(self.positions)

    def page(self, order: Order = "relevant", first: int = 0, size: int = 50) -> np.ndarray:
        """Positions of quotes number `first` to `first + size`, in order; equally relevant ones newest first.

        Without ranking, `relevant` is newest first.
        """
        wanted = first + size
        places = self.index.columns.ranks["newest" if order == "relevant" else order][self.positions]
        if order != "relevant" or self.relevance is None:
            near = _smallest(places, wanted)
            return self.positions[near[np.argsort(places[near])]][first:wanted]
        near = _smallest(-self.relevance, wanted)
        return self.positions[near[np.lexsort((places[near], -self.relevance[near]))]][first:wanted]

    def ids(self, order: Order = "relevant", first: int = 0, size: int = 50) -> list[str]:
        """The records' ids of `page`."""
        return self.index.columns.ids[self.page(order, first, size)].tolist()

    def frame(self, order: Order = "relevant", first: int = 0, size: int | None = None) -> pd.DataFrame:
        """The found quotes in order: QUOTE_COLUMNS, and `relevance` (missing where nothing is ranked)."""
        positions = self.page(order, first, self.n if size is None else size)
        frame = self.index.quotes.iloc[positions].copy()
        if self.relevance is None:
            return frame.assign(relevance=np.nan)
        return frame.assign(relevance=self.relevance[np.searchsorted(self.positions, positions)])

    def by_row(self) -> pd.Series:
        """Relevance by row of `frames.records`, the most relevant first; 0 where nothing is ranked."""
        positions = self.page("relevant", 0, self.n)
        scores = np.zeros(self.n) if self.relevance is None else self.relevance
        found = scores[np.searchsorted(self.positions, positions)]
        return pd.Series(found, index=self.index.columns.rows[positions], dtype="float64")

    def counts(self) -> dict[str, dict[str, int]]:
        """For each facet, {value: quotes that choosing it would leave}."""
        return self.index.columns.facets.counts(self.positions)

    def facets(self) -> dict[str, pd.DataFrame]:
        """For each facet: `value`, `name`, `quotes` that choosing it would leave, most first (years: newest first)."""
        tables = {}
        for facet, counts in self.counts().items():
            rows = [(value, self.index.lexicon.label(facet, value), n) for value, n in counts.items()]
            rows.sort(key=lambda row: (-row[2], row[1]))
            if facet == "year":
                rows.sort(key=lambda row: -int(row[0]))
            tables[facet] = pd.DataFrame(rows, columns=["value", "name", "quotes"])
        return tables


def _smallest(values: np.ndarray, wanted: int) -> np.ndarray:
    """Places of the `wanted` smallest values and of all that tie with the last of them, in no order."""
    if wanted >= len(values):
        return np.arange(len(values))
    if wanted <= 0:
        return np.arange(0)
    bound = np.partition(values, wanted - 1)[wanted - 1]
    return np.flatnonzero(values <= bound)
