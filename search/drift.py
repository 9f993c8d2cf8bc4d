"""How often words are said, year by year and side by side, so that years compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from loaders.selection import View
from search.index import QuoteIndex
from search.match import occurrences
from search.query import Query

COLUMNS = ("query", "year", "side", "occurrences", "quotes", "words", "per_1000")


@dataclass(frozen=True)
class Drift:
    """`table` (COLUMNS): a row for every query, year and side in which anything was said, `per_1000` = occurrences per
    1,000 words said then by that side. `first`: for each query its first dated quote (`query`, `row`, `id`, `year`,
    `start`). `undated`: occurrences, by query, in quotes whose year is not known and which the table leaves out.
    """

    table: pd.DataFrame
    first: pd.DataFrame
    undated: dict[str, int]


def drift(index: QuoteIndex, queries: Sequence[Query], view: View | None = None) -> Drift:
    """The words of several queries against each other. Filters inside a query narrow its ground, too: `word side:KAZ`
    is counted per 1,000 words of that side. Words in quotes only; whom a name finds as speaker is no occurrence.
    """
    tables, firsts, undated = [], [], {}
    for query in queries:
        hits = occurring(index, query, view)
        ground = index.base(query)
        if view is not None:
            ground &= index.mask(view)
        tables.append(_table(index, query, hits, ground))
        dated = hits[index.columns.years[hits["position"]] > 0]
        undated[query.text] = int(hits["n"].sum() - dated["n"].sum())
        if len(dated):
            place = dated["position"].iloc[index.columns.ranks["oldest"][dated["position"]].argmin()]
            quote = index.quotes.iloc[place]
            firsts.append((query.text, quote["row"], quote["id"], int(quote["year"]), quote["start"]))
    first = pd.DataFrame(firsts, columns=["query", "row", "id", "year", "start"])
    return Drift(pd.concat(tables, ignore_index=True) if tables else _empty(), first, undated)


def occurring(index: QuoteIndex, query: Query, view: View | None = None) -> pd.DataFrame:
    """`position` and `n` occurrences, for every found quote that has any."""
    positions = index.search(query, view, ranked=False).positions
    texts, languages = index.quotes["quote"].to_numpy(object), index.quotes["language"].to_numpy(object)
    counted = [len(occurrences(texts[place], languages[place], query)[1]) for place in positions]
    n = np.array(counted, dtype=np.int64)
    return pd.DataFrame({"position": positions[n > 0], "n": n[n > 0]})


def _table(index: QuoteIndex, query: Query, hits: pd.DataFrame, ground: np.ndarray) -> pd.DataFrame:
    sides = index.columns.coded["side"]
    years = index.columns.years
    ground = ground & (years > 0)
    # One bin a year and side.
    bins = years.astype(np.int64) * (len(sides.values) + 1) + sides.codes + 1
    words = np.bincount(bins[ground], weights=index.lengths[ground])
    kept = hits[ground[hits["position"].to_numpy()]]
    at = bins[kept["position"].to_numpy()]
    said = np.bincount(at, weights=kept["n"], minlength=len(words))
    quotes = np.bincount(at, minlength=len(words))
    rows = []
    for place in np.flatnonzero(words):
        year, side = divmod(int(place), len(sides.values) + 1)
        name = sides.values[side - 1] if side else ""
        share = 1000 * said[place] / words[place]
        rows.append((query.text, year, name, int(said[place]), int(quotes[place]), int(words[place]), float(share)))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _empty() -> pd.DataFrame:
    return pd.DataFrame(columns=list(COLUMNS))
