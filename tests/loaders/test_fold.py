"""Folding keeps lengths, and equates what readers treat as the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.fold import fold, key, merged, spans

LETTERS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("əƏıİIiёЁқҚәӘіІ\u0306\u00ad“’–")))


@given(LETTERS)
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(LETTERS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Işık", "ışık", "isik", "İŞIK", "ISIK"),
        ("Əliyev", "əliyev", "Eliyev", "Әliyev"),
        ("ещё", "еще", "ЕЩЁ"),
        ("Тоқаев", "Токаев", "токаев"),
        ("ұлттық", "улттык", "үлттік".replace("і", "ы")),
        ("кітап", "китап", "кiтап"),
        ("мәдениет", "мадениет", "мəдениет"),
        ("“a” – b’s", "«a» - b's", '"a" — b`s'),
        ("Qazaqstan", "Qazaqs\u00adtan", "Qa\u200bzaqstan"),
        ("baılanysy", "bailanysy"),
    ],
)
def test_spellings_that_are_the_same(spellings: tuple[str, ...]) -> None:
    assert len(set(map(key, spellings))) == 1


@pytest.mark.parametrize("text", ["Əliyev işığı", "Йод и Ёлка", "Türkiyə", "café", "Сейсенбай"])
def test_composed_and_decomposed_texts_are_the_same(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(text)


def test_letters_that_differ_stay_apart() -> None:
    assert key("мой") != key("мои")
    assert key("e") != key("е"), "Latin and Cyrillic"
    assert fold("각") == "각"


def test_spans_lie_on_the_original() -> None:
    assert [("Işıq və İŞIQ")[a:b] for a, b in spans("Işıq və İŞIQ", ["isiq"])] == ["Işıq", "İŞIQ"]
    assert merged([(5, 7), (0, 3), (2, 4), (4, 5)]) == [(0, 7)]
