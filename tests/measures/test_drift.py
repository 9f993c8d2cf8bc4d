"""Words over the years: sums of what the search counted, and shares of the summed words, never means of shares."""

from __future__ import annotations

import pandas as pd
import pytest

from measures.drift import per_year
from search.drift import COLUMNS

TABLE = pd.DataFrame(
    [
        ("oil", 2021, "XBB", 1, 1, 50, 20.0),
        ("oil", 2020, "XAA", 3, 2, 100, 30.0),
        ("oil", 2020, "XBB", 1, 1, 900, 10 / 9),
        ("gas", 2020, "XAA", 0, 0, 100, 0.0),
    ],
    columns=list(COLUMNS),
)


def test_a_year_sums_its_sides() -> None:
    table = per_year(TABLE, by_side=False)
    assert list(table.columns) == ["query", "year", "occurrences", "quotes", "words", "per_1000"]
    assert table.values.tolist() == [
        ["gas", 2020, 0, 0, 100, 0.0],
        ["oil", 2020, 4, 3, 1000, 4.0],  # not the mean of 30 and 1.1
        ["oil", 2021, 1, 1, 50, 20.0],
    ]


def test_a_side_each() -> None:
    table = per_year(TABLE, by_side=True)
    assert table[["query", "year", "side", "per_1000"]].values.tolist() == [
        ["gas", 2020, "XAA", 0.0],
        ["oil", 2020, "XAA", 30.0],
        ["oil", 2020, "XBB", pytest.approx(10 / 9)],
        ["oil", 2021, "XBB", 20.0],
    ]


@pytest.mark.parametrize("by_side", [True, False])
def test_nothing_said(by_side: bool) -> None:
    assert per_year(TABLE.head(0), by_side).empty
