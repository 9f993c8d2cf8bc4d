"""Words and stems."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.forms import GLUED, STEM, spelled, streams
from search.words import is_agglutinative, stem, tokens, words


def test_words_stand_where_they_are_printed() -> None:
    text = "Bakı–Tbilisi: «İşıq», co\u00adoperation_2025-ci"
    assert [text[word.start : word.end] for word in words(text)] == [
        "Bakı", "Tbilisi", "İşıq", "co\u00adoperation", "2025", "ci",
    ]  # fmt: skip
    assert tokens(text) == ["baki", "tbilisi", "isiq", "cooperation", "2025", "ci"]


def test_exact_words_keep_every_letter() -> None:
    assert tokens("İşıq co\u00adop é ё", exact=True) == ["İşıq", "coop", "é", "ё"]
    assert tokens("e\u0301", exact=True) == ["é"], "a mark of its own is its letter's"
    assert spelled("Ab") == "\ue000ab" != spelled("ab")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("agreements", "agreement"),
        ("strategically", "strategic"),
        ("сотрудничества", "сотрудничество"),
        ("токаева", "токаев"),
        ("договоров", "договор"),
        ("странами", "страна"),
    ],
)
def test_forms_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_what_has_no_stem_stays() -> None:
    assert stem("2025") == "2025"
    assert stem("x" * 50) == "x" * 50


def test_agglutinative_texts_have_marked_words_and_no_stems() -> None:
    assert is_agglutinative("kk-Latn") and not is_agglutinative("ru")
    assert streams(["dostluq"], "az") == [[GLUED + "dostluq"]]
    assert streams(["treaties"], "en") == [["treaties"], [STEM + "treati"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Әliyev", "Əliyev"),
        ("кiтап", "кітап"),
        ("мəдениет", "мәдениет"),
        (unicodedata.normalize("NFD", "Сейсенбай и Йод"), "Сейсенбай и Йод"),
        ("İŞIQ işıq", "isiq ISIQ"),
    ],
)
def test_letters_of_the_other_script_and_marks_of_their_own(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_a_letter_that_differs_keeps_words_apart() -> None:
    assert tokens("мой") != tokens("мои")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("əәiіИи\u0306\u00ad_aб"))))
def test_words_lie_within_the_text_and_are_in_order(text: str) -> None:
    found = words(text)
    assert [word.token for word in found] == tokens(text)
    edges = [edge for word in found for edge in (word.start, word.end)]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)
