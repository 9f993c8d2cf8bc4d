"""Any letters that there are: the index agrees with reading, highlights fall on the letters, SQL sees tokens only."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.fold import key
from search.fts import FullText
from search.index import QuoteIndex
from search.match import highlights
from search.words import tokens, words
from tests.search.conftest import ids, made

Make = Callable[..., QuoteIndex]
Find = Callable[..., list[str]]

# Every letter, digit and mark of Unicode, among separators that a word must not survive.
LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "Co", "Pc", "Pd", "Zs", "So", "Cf"])
TEXTS = st.text(LETTERS | st.sampled_from("əƏıIİiёеқк'\"«»-_ \u0301\u00ad"), max_size=30)
QUOTES = st.lists(st.tuples(TEXTS, st.sampled_from(["en", "az", "kk", "ru"])), min_size=1, max_size=4)


def index_of(quotes: list[tuple[str, str]]) -> QuoteIndex:
    return made(*({"quote": text, "language": language} for text, language in quotes))


@given(QUOTES, st.data())
def test_a_phrase_finds_exactly_the_texts_that_hold_its_words_in_order(
    quotes: list[tuple[str, str]], data: st.DataObject
) -> None:
    said = [tokens(text) for text, _ in quotes]
    source = data.draw(st.sampled_from(said))
    size = data.draw(st.integers(1, 3))
    at = data.draw(st.integers(0, max(len(source) - size, 0)))
    wanted = source[at : at + size]
    # A word of two scripts may fold on when its folded letters are typed again; nobody types those.
    assume(wanted and tokens(" ".join(wanted)) == wanted)
    expected = [
        f"q{place}"
        for place, found in enumerate(said)
        if any(found[i : i + len(wanted)] == wanted for i in range(len(found)))
    ]
    assert ids(index_of(quotes), f'"{" ".join(wanted)}"') == expected


@given(QUOTES, st.data())
def test_a_beginning_finds_exactly_the_texts_with_a_word_that_begins_so(
    quotes: list[tuple[str, str]], data: st.DataObject
) -> None:
    said = [tokens(text) for text, _ in quotes]
    long = [token for found in said for token in found if len(token) > 1]
    assume(long)
    token = data.draw(st.sampled_from(long))
    start = token[: data.draw(st.integers(2, len(token)))]
    assume(tokens(start) == [start])
    expected = [f"q{place}" for place, found in enumerate(said) if any(t.startswith(start) for t in found)]
    assert ids(index_of(quotes), f"{start}*") == expected


@given(TEXTS, st.data())
def test_a_highlight_covers_the_letters_of_its_word(text: str, data: st.DataObject) -> None:
    found = words(text)
    assume(found)
    word = data.draw(st.sampled_from(found))
    spans = highlights(text, "en", made("x").understand(f'"{text[word.start : word.end]}"'))
    assert (word.start, word.end) in spans
    assert all(key(text[start:end]).replace("_", " ").split() == [word.token] for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_a_schwa_is_an_e_and_not_an_a(make: Make, find: Find) -> None:
    """Letters fold to the letter that they are written for; names in other spellings are the registers' work."""
    index = make("Əliyev", "Eliyev", "Aliyev")
    assert find(index, '"eliyev"') == ["q0", "q1"]
    assert find(index, '"Əliyev"') == ["q0", "q1"]
    assert find(index, '"Aliyev"') == ["q2"]


def test_stand_in_letters_of_cyrillic(make: Make, find: Find) -> None:
    index = make("Тоқаев", "Токаев", "ещё", "еще")
    for query in ('"Тоқаев"', '"токаев"'):
        assert find(index, query) == ["q0", "q1"]
    for query in ('"ещё"', '"ЕЩЕ"'):
        assert find(index, query) == ["q2", "q3"]


def test_ranking_is_the_same_each_time(make: Make) -> None:
    quotes = [{"quote": "oil and gas", "year": 2000 + number % 3} for number in range(12)]
    first, second = make(*quotes), make(*quotes)
    order = first.search(first.understand("oil")).ids("relevant")
    assert order == second.search(second.understand("oil")).ids("relevant")
    years = first.quotes.set_index("id")["year"]
    assert years[order].tolist() == sorted(years, reverse=True)  # equally relevant: the newest first


HOSTILE = [
    "'; DROP TABLE quote; --",
    '" OR 1=1 --',
    "NEAR(oil gas, 5)",
    "said:oil ^oil",
    "{said}: oil + gas",
    'oil" NOT "gas',
    "-(oil) NOT gas",
    "near:2(oil gas)",
    "a\0b \ue001oil",
    "oil* gas*",
]
_EXPRESSION = re.compile(r'(?:[() ]|AND|OR|NOT|NEAR\(|, \d+\)|"[^"\'\x00-\x1f!-&(-/:-@\[-^`{-~]+"\*?)+')


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_sql_sees_quoted_tokens_only(make: Make, monkeypatch: pytest.MonkeyPatch, text: str, exact: bool) -> None:
    seen: list[tuple[str, str]] = []
    run = FullText._all
    monkeypatch.setattr(
        FullText, "_all", lambda table, sql, asked, kind: seen.append((sql, asked)) or run(table, sql, asked, kind)
    )
    index = make("oil and gas", "drop table", "nothing")
    index.search(index.understand(text, exact)).ids()
    assert seen
    for sql, asked in seen:
        assert sql in (
            "SELECT rowid, rank FROM quote WHERE quote MATCH ?",
            "SELECT rowid, 0.0 FROM quote WHERE quote MATCH ?",
        )
        assert _EXPRESSION.fullmatch(asked), asked
    assert index.search(index.understand("table")).n == 1
