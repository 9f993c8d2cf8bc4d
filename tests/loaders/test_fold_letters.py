"""Folding: letters that readers treat as the same, one for one, so that a match lies at the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.fold import fold, spans

letters = st.text("əƏıIİiöÖüşçğйЙиёЕқҚәіІїØøŁß“”«»‑– \u00a0aZ", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Işıq", "isiq"),
        ("İstanbul", "istanbul"),
        ("Əliyev", "eliyev"),
        ("Azərbaycan", "AZERBAYCAN"),
        ("Бакинский ещё", "бакинский ЕЩЕ"),
        ("Қасым-Жомарт", "касым‑жомарт"),
        ("Өскемен", "оскемен"),
        ("Україна", "украина"),
        ("Øresund", "ørEsund"),
        ("Łódź", "lodz"),
        ("Straße", "strase"),
        ("“a – b”", '"a - b"'),
        ("l’année", "l'annee"),
        ("a\u00a0b", "a b"),
    ],
)
def test_treated_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("b", "v"), ("ш", "щ"), ("1", "2"), ("a", "а")])
def test_kept_apart(one: str, other: str) -> None:
    # The last pair is a Latin and a Cyrillic a.
    assert fold(one) != fold(other)


@given(letters | st.text())
def test_one_character_for_each(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(letters | st.text(max_size=20), letters | st.text(max_size=20))
def test_each_word_folds_by_itself(one: str, other: str) -> None:
    # Letters look at their neighbours to tell which script is meant, and no further.
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}"


def test_spans_lie_in_the_original() -> None:
    text = "Mədəniyyət işığı: Işıqlı yol"
    assert [text[start:end] for start, end in spans(text, ["isig", "ISIQLI"])] == ["işığ", "Işıqlı"]


def test_spans_that_overlap_or_touch_are_one() -> None:
    assert spans("abcdef", ["cd", "abc", "ef"]) == [(0, 6)]
    assert spans("ab ab", ["ab"]) == [(0, 2), (3, 5)]


def test_whole_words() -> None:
    assert spans("road, roads, abroad", ["road"], whole_words=True) == [(0, 4)]
    assert spans("road, roads, abroad", ["road"]) == [(0, 4), (6, 10), (15, 19)]


def test_a_phrase_spans_any_white_space_and_signs_mean_themselves() -> None:
    assert spans("middle \n corridor", ["Middle corridor"]) == [(0, 17)]
    assert spans("a.c abc", ["a.c"]) == [(0, 3)]
    assert spans("anything", ["", "  "]) == []


@given(st.text(max_size=40), st.lists(st.text(max_size=5), max_size=4))
def test_spans_are_in_order_and_apart(text: str, terms: list[str]) -> None:
    found = spans(text, terms)
    edges = [edge for span in found for edge in span]
    assert all(start < end for start, end in found)
    assert edges == sorted(set(edges))
    wanted = {fold(term).strip() for term in terms} - {""}
    # Each occurrence of a term lies inside one of the spans.
    for term in wanted:
        at = fold(text).find(term)
        assert at < 0 or any(start <= at and at + len(term) <= end for start, end in found)
