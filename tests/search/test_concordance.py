"""Keyword in context, within the sentence."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from search.concordance import COLUMNS, SORTINGS, concordance
from search.index import QuoteIndex
from search.sentences import starts

TEXTS = ("We sell oil today. They buy gas.", "Cheap oil, and dear Oil", "They buy gas; oil abounds")


def test_lines_stay_within_their_sentence(make: Callable[..., QuoteIndex]) -> None:
    index = make(*TEXTS)
    lines = concordance(index.search(index.understand("oil")), order="oldest")
    assert tuple(lines.columns) == COLUMNS
    assert lines[["id", "left", "keyword", "right"]].values.tolist() == [
        ["q0", "We sell ", "oil", " today."],
        ["q1", "Cheap ", "oil", ", and dear Oil"],
        ["q1", "Cheap oil, and dear ", "Oil", ""],
        ["q2", "They buy gas; ", "oil", " abounds"],
    ]
    for line in lines.itertuples():
        assert TEXTS[line.position][line.start : line.end] == line.keyword


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("left", ["cheap", "dear", "gas", "sell"]), ("right", ["dear", "gas", "cheap", "sell"])],
)
def test_sorting(make: Callable[..., QuoteIndex], sort: str, expected: list[str]) -> None:
    """By the nearest word on that side; no word comes first."""
    index = make(*TEXTS)
    lines = concordance(index.search(index.understand("oil")), sort)  # type: ignore[arg-type]
    assert [left.split()[-1].strip(";,").lower() for left in lines["left"]] == expected


def test_every_sorting_has_the_same_lines(index: QuoteIndex) -> None:
    found = index.search(index.understand("caspian"))
    tables = [concordance(found, sort) for sort in SORTINGS]
    assert len({tuple(sorted(zip(t["id"], t["start"], strict=True))) for t in tables}) == 1
    assert len(concordance(found, quotes=3)["id"].unique()) <= 3


def test_nothing_found_has_no_lines(index: QuoteIndex) -> None:
    assert concordance(index.search(index.understand("nothingatall"))).empty


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One. ", "Two! ", "Three? ", "Four"]),
        ("Mr. Smith and V. Eyvazov met. Then left.", ["Mr. Smith and V. Eyvazov met. ", "Then left."]),
        ("Около 1,5 млн. тонн. Это много", ["Около 1,5 млн. тонн. ", "Это много"]),
        ("He said “Yes.” Ərazi", ["He said “Yes.” ", "Ərazi"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    found = [*starts(text), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(found)] == sentences
