"""Highlights fall on the original text, to the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.index import QuoteIndex
from search.match import highlights, occurrences


@pytest.mark.parametrize(
    ("text", "language", "query", "marked"),
    [
        ("Işıq və İŞIQ", "en", "isiq", ["Işıq", "İŞIQ"]),
        ("dostluğumuz", "az", "dostluq", ["dostluğumuz"]),
        ("Agreements agreed", "en", "agreement", ["Agreements"]),
        ("co\u00adoperation!", "en", "cooperation", ["co\u00adoperation"]),
        ("«Common values», they said", "en", '"common values"', ["Common values"]),
        ("oil and gas", "en", "oil -gas", ["oil"]),
        ("President Токаев", "ru", "Tokayev", ["Токаев"]),
        ("the State Oil Company of Azerbaijan (SOCAR)", "en", "ГНКАР", ["State Oil Company of Azerbaijan", "SOCAR"]),
        ("a sea, a wide sea, a bridge", "en", "near:1(sea bridge)", ["sea", "bridge"]),
        ("sea of oil; bridge", "en", "near:1(sea bridge)", []),
        ("cultural cultures", "en", "cult*", ["cultural", "cultures"]),
        ("e\u0301tat", "fr", "etat", ["e\u0301tat"]),
        ("nothing", "en", "side:AZE", []),
    ],
)
def test_highlights(make: Callable[..., QuoteIndex], text: str, language: str, query: str, marked: list[str]) -> None:
    index = make("x")
    assert [text[a:b] for a, b in highlights(text, language, index.understand(query))] == marked


def test_occurrences_do_not_overlap(make: Callable[..., QuoteIndex]) -> None:
    query = make("x").understand('oil OR "oil pipeline"')
    words, found = occurrences("Oil pipeline, oil", "en", query)
    assert [(match.first, match.last) for match in found] == [(0, 2), (2, 3)]
    assert [word.token for word in words] == ["oil", "pipeline", "oil"]


def test_every_found_text_is_marked_or_found_by_its_speaker(index: QuoteIndex) -> None:
    for text in ("strategic", "Токаев", '"caspian sea"', "near:4(oil kazakhstan)", "əməkdaşlıq", "сотрудничество"):
        query = index.understand(text)
        speaking = {ident for leaf in query.wanted for ident in query.speaking(leaf)}
        for row in index.search(query).frame().itertuples():
            assert highlights(row.quote, row.language, query) or row.speaker in speaking
