"""Series of figures, each value with its reporter: values that disagree stay apart, and nothing is averaged.

Of the filters only the years and the sectors apply: a figure has no level, no people and no status.
"""

from __future__ import annotations

import pandas as pd

from loaders.dates import in_words
from loaders.selection import View
from loaders.vocabulary import vocabulary


def in_view(view: View) -> pd.DataFrame:
    """The rows of `frames.indicators` that the years and sectors of the selection keep."""
    table = view.frames.indicators
    first, last = view.selection.range()
    keep = pd.Series(True, index=table.index)
    if first:
        keep &= pd.to_datetime(table["end"]) >= pd.Timestamp(first)
    if last:
        keep &= pd.to_datetime(table["start"]) <= pd.Timestamp(last)
    if view.selection.sectors:
        wanted = {s for item in view.selection.sectors for s in (item, *vocabulary().sectors_under(item))}
        keep &= table["sectors"].map(lambda sectors: not wanted.isdisjoint(sectors)).astype(bool)
    return table[keep]


def series(view: View) -> pd.DataFrame:
    """One row a series, the one of most values first.

    Columns `indicator` (id), `title` and `unit` (those of its first value), `values`, `undated` (of them, those known
    to no year), `disputed` (periods for which reporters give different values).
    """
    table = in_view(view)
    rows = []
    for indicator, group in table.groupby("indicator", sort=False):
        disputed = group.loc[group["disagrees_with"].map(bool).astype(bool), "period"].nunique()
        first = group.iloc[0]
        undated = int(group["year"].isna().sum())
        rows.append((indicator, first["title"], first["unit"], len(group), undated, disputed))
    frame = pd.DataFrame(rows, columns=["indicator", "title", "unit", "values", "undated", "disputed"])
    return frame.sort_values(["values", "title"], ascending=[False, True]).reset_index(drop=True)


def pages(view: View, indicator: str | None = None) -> list[str]:
    """The ids of the pages behind one series, or behind all of them."""
    table = in_view(view)
    table = table if indicator is None else table[table["indicator"] == indicator]
    return sorted({source for sources in table["sources"] for source in sources})


def values(view: View, indicator: str) -> pd.DataFrame:
    """The values of one series, oldest first, one row each.

    Columns `period` (in words), `value`, `unit`, `reporter`, `side` (its code, or `third` where unknown), `disagrees`
    (another reporter gives another value), `source` (the address of the page), `publisher`, `note`, `year`,
    `whole_year` (False for a part of a year, which compares with no year).
    """
    table = in_view(view)
    table = table[table["indicator"] == indicator].sort_values(["start", "end", "id"])
    register = view.frames.registers["source"]
    pages = [register.loc[sources[0]] if sources[0] in register.index else None for sources in table["sources"]]
    return pd.DataFrame(
        {
            "period": table["period"].map(in_words).to_numpy(),
            "value": table["value"].to_numpy(dtype=float),
            "unit": table["unit"].to_numpy(),
            "reporter": table["reporter"].fillna("").to_numpy(),
            "side": table["side"].fillna("third").to_numpy(),
            "disagrees": table["disagrees_with"].map(bool).to_numpy(dtype=bool),
            "source": [None if page is None else page["url"] for page in pages],
            "publisher": ["" if page is None else page["publisher"] for page in pages],
            "note": table["note"].fillna("").to_numpy(),
            "year": table["year"].to_numpy(),
            "whole_year": table["period"].str.fullmatch(r"[0-9]{4}").to_numpy(dtype=bool),
        }
    )
