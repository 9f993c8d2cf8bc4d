"""Occurrences summed over sides and years, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from measures.drift import per_year

COLUMNS = ["query", "year", "side", "occurrences", "quotes", "words", "per_1000"]
TABLE = pd.DataFrame(
    [
        ("oil", 2020, "XAA", 1, 1, 50, 20.0),
        ("oil", 2020, "XBB", 3, 2, 150, 20.0),
        ("oil", 2021, "XAA", 0, 0, 40, 0.0),
        ("sea", 2020, "XAA", 2, 1, 50, 40.0),
        ("sea", 2020, "XBB", 0, 0, 150, 0.0),
    ],
    columns=COLUMNS,
)


def test_all_sides_together() -> None:
    told = per_year(TABLE, by_side=False)
    assert told[["query", "year", "occurrences", "quotes", "words"]].values.tolist() == [
        ["oil", 2020, 4, 3, 200],
        ["oil", 2021, 0, 0, 40],
        ["sea", 2020, 2, 1, 200],
    ]
    # Weighed by the words said, not the mean of the sides' shares.
    assert told["per_1000"].tolist() == pytest.approx([20, 0, 10])


def test_each_side_by_itself() -> None:
    told = per_year(TABLE, by_side=True)
    assert told["per_1000"].tolist() == TABLE["per_1000"].tolist()
    assert told["occurrences"].sum() == 6


def test_nothing_said() -> None:
    assert per_year(TABLE.head(0), by_side=False).empty
