"""What is found: against expected ids, and against a slow reference that reads every text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.frames import Frames
from loaders.selection import Selection
from search.columns import FACETS
from search.forms import forms, streams
from search.found import ORDERS
from search.index import QuoteIndex
from search.match import matches
from search.query import Query
from search.tree import All, Among, Any, Name, Node, Not, Years
from search.words import tokens

Make = Callable[..., QuoteIndex]
Find = Callable[..., list[str]]
QUOTES = (
    "Strategic partners sign agreements on oil.",
    {"quote": "Стратегическое партнёрство Токаева и Алиева", "language": "ru", "side": "KAZ", "speaker": "tokayev"},
    {"quote": "Dostluğumuz işıqlıdır; əməkdaşlıq üçün.", "language": "az"},
    {"quote": "Достығымыз, ынтымақтастығымыз мәңгі.", "language": "kk", "side": "KAZ", "speaker": "tokayev"},
    {"quote": "SOCAR signs with Tokayev", "speaker": "heydar", "sector": "energy|culture", "role": None},
    {"quote": "The co\u00adoperation, as agreed: a strategy of oil and culture", "occasion": "summit-2021"},
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "012345"),
        ("agreement", "0"),
        ("agree", "5"),
        ("strategic partner", "0"),
        ('"strategic partners"', "0"),
        ('"strategic partner"', ""),
        ("партнерства", "1"),
        ("Токаев", "134"),
        ("Tokayev", "134"),
        ('"Tokayev"', "4"),
        ("dostluq", "2"),
        ("dostlug", "2"),
        ("ışıq", "2"),
        ("isiq", "2"),
        ("достык", "3"),
        ("ынтымақтастық", "3"),
        ("cooperation", "5"),
        ("ГНКАР", "4"),
        ("State Oil Company of Azerbaijan", "4"),
        ("oil -strategy", "0"),
        ("-oil", "1234"),
        ("oil OR dostluq", "025"),
        ("oil OR side:KAZ", "0135"),
        ("oil OR -side:AZE", "0135"),
        ("sign* -speaker:heydar", "0"),
        ("near:0(strategic partners)", "0"),
        ("near:2(strategy culture)", ""),
        ("near:3(strategy culture)", "5"),
        ("year:2020..2021", "01"),
        ("side:KAZ", "13"),
        ("role:president lang:kk", "3"),
        ("sector:culture", "4"),
        ("occasion:summit-2021", "5"),
        ("level:ambassador", ""),
        ("the", "5"),
    ],
)
def test_finds(make: Make, find: Find, query: str, expected: str) -> None:
    assert find(make(*QUOTES), query) == [f"q{place}" for place in expected]


def test_exact_mode_is_letter_for_letter(make: Make, find: Find) -> None:
    index = make("Işık", "ışık", "isik", "İsik isik2")
    assert find(index, "isik") == ["q0", "q1", "q2", "q3"]
    for place, word in enumerate(("Işık", "ışık", "isik", "İsik")):
        assert find(index, word, exact=True) == [f"q{place}"]
    assert find(index, "isik*", exact=True) == ["q2", "q3"]


def test_orders(make: Make) -> None:
    index = make(
        {"quote": "oil and much else besides", "year": 2001},
        {"quote": "oil oil", "year": 1999, "speaker": "tokayev"},
        {"quote": "oil", "year": None, "speaker": "heydar"},
        {"quote": "gas", "year": 2005},
    )
    found = index.search(index.understand("oil"))
    assert found.n == 3
    assert found.ids("newest") == ["q0", "q1", "q2"]
    assert found.ids("oldest") == ["q1", "q0", "q2"]
    assert found.ids("speaker") == ["q2", "q0", "q1"], "Aliyev, Heydar; Aliyev, Ilham; Tokayev"
    assert found.ids("relevant")[0] == "q1" and found.ids("relevant")[-1] == "q0"
    assert found.ids("newest", 1, 1) == ["q1"]
    assert found.frame("newest")["id"].tolist() == ["q0", "q1", "q2"]
    assert index.search(index.understand("oil"), ranked=False).ids() == found.ids("newest")


def test_pages_follow_each_other(index: QuoteIndex) -> None:
    found = index.search(index.understand("kazakhstan"))
    for order in ORDERS:
        whole = found.ids(order, 0, found.n)
        assert [i for first in range(0, found.n, 7) for i in found.ids(order, first, 7)] == whole
        assert len(set(whole)) == found.n


@pytest.mark.parametrize("text", ["", "oil", "cooperation side:KAZ", "Tokayev", "nothingatall"])
def test_facets_agree_with_counting_one_by_one(index: QuoteIndex, text: str) -> None:
    found = index.search(index.understand(text))
    frame = found.frame("newest")
    counts = found.counts()
    for facet in FACETS:
        values = frame[facet].dropna().astype(str)
        expected = Counter(v for value in values for v in (value.split("|") if facet == "sector" else [value]))
        assert counts[facet] == dict(expected)
        table = found.facets()[facet]
        assert dict(zip(table["value"], table["quotes"], strict=True)) == dict(expected)


@pytest.mark.parametrize("facet", ["side", "sector", "year", "level", "speaker", "occasion"])
def test_a_facet_leaves_what_it_promises(index: QuoteIndex, facet: str) -> None:
    """Choosing a facet's value is adding its filter to the query."""
    promised = index.search(index.understand("oil")).counts()[facet]
    for value, n in promised.items():
        query = index.understand(f"oil {facet}:{value}")
        assert not query.mistakes
        assert index.search(query).n == n


def test_a_view_narrows_and_restatements_stay_out(index: QuoteIndex, real: Frames) -> None:
    view = Selection(sides=("KAZ",), first="2020").apply(real)
    found = index.search(index.understand("oil"), view)
    kept = set(view.of_counted(real.statements)["id"])
    everywhere = set(index.search(index.understand("oil")).ids(size=9999))
    assert set(found.ids(size=9999)) == everywhere & kept
    assert found.by_row().index.tolist() == found.frame()["row"].tolist()


def _holds(node: Node | None, query: Query, row: tuple[str, str, str]) -> bool:
    """The reference: does a text have what a query wants, said without any index."""
    text, language, speaker = row
    if node is None:
        return True
    if isinstance(node, All):
        return all(_holds(part, query, row) for part in node.parts)
    if isinstance(node, Any):
        return any(_holds(part, query, row) for part in node.parts)
    if isinstance(node, Not):
        return not _holds(node.part, query, row)
    if isinstance(node, Among | Years):
        return False
    ways = streams(tokens(text, query.exact), language, query.exact)
    if isinstance(node, Name) and all(_holds(word, query, row) for word in node.words):
        return True
    return bool(matches(forms(node, query.exact, query.lexicon.same), ways)) or speaker in query.speaking(node)


WORDS = st.sampled_from(
    ["oil", "Oil", "oils", "işıq", "isiq", "dostluq", "dostluğu", "Токаев", "Тоқаев", "Tokayev", "токаева", "bridge",
     "the", "a", "SOCAR"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
ROWS = st.lists(
    st.tuples(TEXTS, st.sampled_from(["en", "ru", "az", "kk"]), st.sampled_from(["tokayev", "aliyev", "socar"])),
    min_size=1, max_size=5,
)  # fmt: skip
LEAVES = st.one_of(
    WORDS, WORDS.map(lambda word: f"{word[:3]}*"), TEXTS.map(lambda text: f'"{text}"'),
    st.tuples(st.integers(0, 4), WORDS, WORDS).map(lambda near: f"near:{near[0]}({near[1]} {near[2]})"),
)  # fmt: skip
ASKED = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(lambda text: f"-({text})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} {two[1]})"),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(ROWS, ASKED, st.booleans())
def test_the_index_agrees_with_reading_every_text(rows: list[tuple[str, str, str]], text: str, exact: bool) -> None:
    from tests.search.conftest import ids, made

    index = made(*({"quote": quote, "language": tag, "speaker": who} for quote, tag, who in rows))
    query = index.understand(text, exact)
    expected = [f"q{place}" for place, row in enumerate(rows) if _holds(query.tree, query, row)]
    assert ids(index, text, exact) == expected, query.in_words()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), ASKED), st.booleans(), st.sampled_from(ORDERS))
def test_nothing_raises(index: QuoteIndex, text: str, exact: bool, order: str) -> None:
    found = index.search(index.understand(text, exact))
    assert found.n == len(np.unique(found.positions))
    found.frame(order, 0, 3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "x" * 10_000, '"', "(((", "🙂", "שלום עולם", "a\0b", "the of and", "'; DROP TABLE quote; --", "\ud800"]
)
def test_odd_queries_search_or_say_why(index: QuoteIndex, text: str) -> None:
    query = index.understand(text)
    assert query.in_words()
    index.search(query).facets()


def test_one_index_serves_many_readers_at_once(index: QuoteIndex) -> None:
    asked = ["oil", "Токаев", '"caspian sea"', "сотрудничество side:AZE", "cult*", "near:5(oil baku)"] * 6
    alone = [index.search(index.understand(text)).ids() for text in asked]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: index.search(index.understand(text)).ids(), asked)) == alone
