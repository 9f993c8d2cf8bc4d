"""Rates by year and side, first uses, and what goes with a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.collocates import collocates, log_likelihood
from search.drift import drift
from search.index import QuoteIndex

Make = Callable[..., QuoteIndex]
QUOTES = (
    {"quote": "oil oil gas gas", "year": 2020},
    {"quote": "gas oil and much more besides", "year": 2020},
    {"quote": "ten words of which not a single one is it", "year": 2021, "side": "KAZ"},
    {"quote": "oil", "year": None},
    {"quote": "oils", "year": 2021, "side": "KAZ"},
)


def test_rates_per_thousand_words(make: Make) -> None:
    index = make(*QUOTES)
    found = drift(index, [index.understand("oil"), index.understand('"gas gas"')])
    assert found.table.values.tolist() == [
        ["oil", 2020, "AZE", 3, 2, 10, 300.0],
        ["oil", 2021, "KAZ", 1, 1, 11, pytest.approx(1000 / 11)],
        ['"gas gas"', 2020, "AZE", 1, 1, 10, 100.0],
        ['"gas gas"', 2021, "KAZ", 0, 0, 11, 0.0],
    ]
    assert found.undated == {"oil": 1, '"gas gas"': 0}
    assert found.first[["query", "id", "year"]].values.tolist() == [["oil", "q0", 2020], ['"gas gas"', "q0", 2020]]


def test_filters_narrow_the_ground(make: Make) -> None:
    index = make(*QUOTES)
    table = drift(index, [index.understand("oil side:KAZ")]).table
    assert table.values.tolist() == [["oil side:KAZ", 2021, "KAZ", 1, 1, 11, pytest.approx(1000 / 11)]]


def test_speaking_is_not_saying(make: Make) -> None:
    index = make({"quote": "nothing", "speaker": "tokayev"}, "Tokayev spoke")
    table = drift(index, [index.understand("Токаев")]).table
    assert table["occurrences"].tolist() == [0, 1]


def test_drift_of_nothing(make: Make) -> None:
    index = make(*QUOTES)
    assert drift(index, []).table.empty
    nothing = drift(index, [index.understand("xyzzy")])
    assert nothing.table["occurrences"].sum() == 0 and nothing.first.empty


def test_strategic_gives_way_to_allied(index: QuoteIndex) -> None:
    """The example to make good: allies come later."""
    first = drift(index, [index.understand('"strategic partner*"'), index.understand("allied OR ally OR allies")]).first
    assert first["year"].tolist()[0] <= first["year"].tolist()[1]


def test_log_likelihood_as_published() -> None:
    """Rayson and Garside's worked formula: 2 × Σ observed × ln(observed / expected), over all four cells."""
    assert log_likelihood(10, 1000, 10, 1000) == 0
    assert log_likelihood(30, 1000, 10, 1000) == pytest.approx(10.67, abs=0.01)


def test_collocates(make: Make) -> None:
    index = make(*["crude oil prices"] * 3, *["prices prices"] * 8, "crude gas. Oil")
    table = collocates(index.search(index.understand("oil")))
    assert table["word"].tolist() == ["crude"], "prices are commoner elsewhere; the sentence ends before “Oil”"
    assert table[["near", "elsewhere", "quotes"]].values.tolist() == [[3, 1, 3]]
