"""How often words are said over time, summed as a chart needs it."""

from __future__ import annotations

import pandas as pd


def per_year(table: pd.DataFrame, by_side: bool) -> pd.DataFrame:
    """`query`, `year` (and `side`), `occurrences`, `quotes`, `words`, `per_1000`: search.drift's table, summed.

    A year in which a query was not said, though others words were, has 0; one in which nothing was said has no row.
    """
    keys = ["query", "year", *(["side"] if by_side else [])]
    sums = table.groupby(keys, sort=False)[["occurrences", "quotes", "words"]].sum().reset_index()
    return sums.assign(per_1000=1000 * sums["occurrences"] / sums["words"]).sort_values(keys, ignore_index=True)
