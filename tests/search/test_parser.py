"""The query language, and its mistakes as values."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.parser import FIELDS, MAX_TERMS, parse
from search.tree import All, Any, Field, Near, Node, Not, Phrase, Prefix, Word


def w(*tokens: str) -> Word:
    return Word(tokens)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("   \n", None),
        ("peace", w("peace")),
        ("Peace İŞIQ", All((w("peace"), w("isiq")))),
        ("peace AND war", All((w("peace"), w("war")))),
        ("a b OR c", Any((All((w("a"), w("b"))), w("c")))),
        ("(a OR b) c", All((Any((w("a"), w("b"))), w("c")))),
        ("-war", Not(w("war"))),
        ("NOT war", Not(w("war"))),
        ("peace −war", All((w("peace"), Not(w("war"))))),
        ("-(a b)", Not(All((w("a"), w("b"))))),
        ("--a", w("a")),
        ('"Common Values"', Phrase(("common", "values"))),
        ("«общие ценности»", Phrase(("общие", "ценности"))),
        ('"strategic partner*"', Prefix(("strategic", "partner"))),
        ("cult*", Prefix(("cult",))),
        ("Nagorno-Karabakh", w("nagorno", "karabakh")),
        ("Kazakhstan's", w("kazakhstan")),
        ("Kazakhstan’s", w("kazakhstan")),
        ("near:3(a b)", Near(3, (w("a"), w("b")))),
        ('near("a b" c*)'.replace("c*", "cc*"), Near(5, (Phrase(("a", "b")), Prefix(("cc",))))),
        ("near miss", All((w("near"), w("miss")))),
        ("speaker:Tokayev", Field("speaker", "Tokayev", 0, 15)),
        ('speaker:"Ilham Aliyev"', Field("speaker", "Ilham Aliyev", 0, 22)),
        ("year: 2020..2024", Field("year", "2020..2024", 0, 16)),
        ("side:(AZE OR KAZ)", Any((Field("side", "AZE", 6, 9), Field("side", "KAZ", 13, 16)))),
        ("or and not", All((w("or"), w("and"), w("not")))),
        ("https://a.b", w("https", "a", "b")),
        ("peace – war", All((w("peace"), w("war")))),
    ],
)
def test_what_is_read(text: str, tree: Node | None) -> None:
    parsed = parse(text)
    assert parsed.tree == tree
    assert parsed.mistakes == ()


@pytest.mark.parametrize(
    ("text", "tree", "marked", "what"),
    [
        ('"common values', Phrase(("common", "values")), '"', "not closed"),
        ("(peace", w("peace"), "(", "not closed"),
        ("peace)", w("peace"), ")", "closes nothing"),
        ("() peace", w("peace"), "()", "empty"),
        ("OR peace", w("peace"), "OR", "both sides"),
        ("peace OR", w("peace"), "OR", "both sides"),
        ("peace -", w("peace"), None, ""),
        ("peace (-)", w("peace"), "(-)", "empty"),
        ("near:3(peace)", w("peace"), "near:3", "two words"),
        ("near:99(a b)", Near(50, (w("a"), w("b"))), "near:99", "too far"),
        ("near:2(a (b))", Near(2, (w("a"), w("b"))), "(", "words and phrases"),
        ("colour:red", All((w("colour"), w("red"))), "colour:", "not a filter"),
        ("speaker: ", None, "speaker:", "no value"),
        ("speaker:)", None, "speaker:", "no value"),
        ("*ture", w("ture"), "*ture", "only at the end"),
        ("a*", None, "a*", "one letter"),
        ("🙂 peace", w("peace"), "🙂", "no letter"),
        ('"" peace', w("peace"), '""', "nothing is quoted"),
    ],
)
def test_mistakes_point_at_their_place_and_the_rest_searches(
    text: str, tree: Node | None, marked: str | None, what: str
) -> None:
    parsed = parse(text)
    assert parsed.tree == tree
    if marked is None:
        assert parsed.mistakes == ()
        return
    found = [m for m in parsed.mistakes if what in m.what]
    assert found and text[found[0].start : found[0].end] == marked and found[0].mend


def test_very_long_queries_are_cut_with_a_word() -> None:
    parsed = parse("word " * 2000)
    assert {m.what.split(" ")[0] for m in parsed.mistakes} == {"more", "the"}
    many = parse(" ".join(f"w{i}" for i in range(MAX_TERMS + 5)))
    assert isinstance(many.tree, All) and len(many.tree.parts) == MAX_TERMS


@pytest.mark.parametrize(
    "text", ["(" * 10_000, "-" * 10_000, '"' * 10_000, "near(" * 2000, "a OR " * 3000, "x" * 10_000]
)
def test_hostile_queries_end_soon(text: str) -> None:
    start = time.perf_counter()
    parse(text)
    assert time.perf_counter() - start < 2


PIECES = st.sampled_from(
    ["(", ")", '"', "«", "»", "-", "OR", "AND", "NOT", "*", "near:3(", "near(", " ", "\0", "🙂", "\u202e", "שלום", "ə",
     "the", "peace", "oil*", ":", "..", "'", ";", "--", "/*", "%", "\\", "\ud800", *(f"{name}:" for name in FIELDS)]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES).map("".join))


@settings(max_examples=400, deadline=None)
@given(ANYTHING, st.booleans())
def test_nothing_raises_and_mistakes_lie_within(text: str, exact: bool) -> None:
    for mistake in parse(text, exact).mistakes:
        assert 0 <= mistake.start <= mistake.end <= len(text)
        assert mistake.what and mistake.mend
