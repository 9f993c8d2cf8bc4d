"""Folding: letters that readers treat as the same, one for one, so that a match lies at the same place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.fold import fold, key, merged

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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("сотруд\u00adничество", "сотрудничество"),
        ("Qa\u200bzaqstan", "qazaqstan"),
        ("Тоқаев", "токаев"),
        ("кітап", "китап"),
        ("“a” – b’s", "«a» - b`s"),
        ("baılanysy", "bailanysy"),
        *((unicodedata.normalize("NFD", text), text) for text in ("Əliyev işığı", "Ёлка", "Türkiyə", "café")),
    ],
)
def test_what_a_reader_does_not_see_is_left_out_of_keys(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_letters_that_are_no_letter_with_a_mark_stay() -> None:
    assert fold("각") == "각"


def test_spans_are_merged() -> None:
    assert merged([(5, 7), (0, 3), (2, 4), (4, 5)]) == [(0, 7)]


@given(letters | st.text())
def test_one_character_for_each(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(letters | st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_each_character_folds_by_itself(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
