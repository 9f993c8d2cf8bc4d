"""What each field takes and refuses, and the words for it."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.files import type_record
from loaders.model import KINDS, Pair
from loaders.yaml_files import Raw

GOOD: dict[str, dict[str, Any]] = {
    "meeting": {"title": "Talks", "date": "2024", "level": "minister", "form": "session", "sources": ["a"]},
    "statement": {"speaker": "ada", "side": "XAA", "date": "2024", "quote": "Yes.", "language": "en",
                  "wording": "verbatim", "sources": ["a"]},
    "initiative": {"title": "Road", "type": "project",
                   "steps": [{"date": "2024", "status": "signed", "sources": ["a"]}]},
    "person": {"name": "Ada", "side": "XAA"},
    "institution": {"name": "Body", "side": "joint", "type": "joint-body"},
    "place": {"name": "Exton", "country": "XAA"},
    "source": {"url": "https://example.org/a", "publisher": "Press", "language": "en", "accessed": "2026-01-05",
               "side": "third", "kind": "press"},
    "indicator": {"indicator": "trade", "title": "Trade", "period": "2020", "value": "1", "unit": "USD",
                  "sources": ["a"]},
    "coverage": {"year": "2020", "sector": "sport", "outcome": "none", "looked_for": "Matches"},
    "meant": {"audit": "near-duplicate", "records": ["a", "b"], "why": "Two sessions of one day."},
}  # fmt: skip


# A cell of coverage is named after its year and sector.
IDS = {"coverage": "2020-sport"}


def told(kind: str, /, ident: str = "x", **fields: Any) -> list[tuple[str, str, str]]:
    """(field, what, mend) of all that is wrong with a good record after these fields are put into it."""
    data = {"id": IDS.get(kind, ident), **GOOD[kind], **fields}
    record, problems = type_record(Raw(kind, "x.yaml", {k: v for k, v in data.items() if v is not None}, {}))
    assert (record is None) == bool(problems)
    return [(problem.field, problem.what, problem.mend) for problem in problems]


def value(kind: str, field: str, text: Any) -> Any:
    return getattr(KINDS[kind].model_validate({"id": IDS.get(kind, "x"), **GOOD[kind], field: text}), field)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fewest_fields_are_enough_and_each_is_needed(kind: str) -> None:
    assert told(kind) == []
    for field in GOOD[kind]:
        if (kind, field) == ("statement", "speaker"):
            continue
        assert [(name, what) for name, what, _ in told(kind, **{field: None})] == [(field, "missing")]


@pytest.mark.parametrize(
    ("kind", "field", "text", "what", "mend"),
    [
        ("meeting", "level", "ministre", "unknown level “ministre”", "did you mean “minister”?"),
        ("meeting", "form", "Session", "unknown form “Session”", "did you mean “session”?"),
        ("meeting", "title", "  ", "is empty", "give it a value or leave the field out"),
        ("meeting", "title", ["a"], "should hold a text", "compare the template in CONTRIBUTING.md"),
        ("meeting", "sources", [], "too few items", "list at least 1"),
        ("meeting", "sources", "a", "not a list", "write one “- item” a line, or [item, item]"),
        ("meeting", "multilateral", "yes", "“yes” is neither true nor false", "write true or false"),
        ("meeting", "session", "third", "“third” is not a whole number", "write digits only: 3"),
        ("meeting", "session", "-1", "“-1” is not a whole number", "write digits only: 3"),
        ("meeting", "place", "Exton", "“Exton” is not an id", "use lower-case letters, digits and single hyphens"),
        ("meeting", "place", "a--b", "“a--b” is not an id", "use lower-case letters, digits and single hyphens"),
        ("meeting", "host", "xaa", "“xaa” is not a side", "use an ISO 3166-1 alpha-3 code, “third” or “joint”"),
        ("meeting", "sumary", "x", "unknown field", "did you mean “summary”?"),
        ("meeting", "date", "2024-02-30", "“2024-02-30” is an impossible date", "check the day and the month"),
        ("place", "country", "third", "“third” is not a country code", "use ISO 3166-1 alpha-3, such as AZE"),
        ("person", "wikidata", "42", "“42” is not a Wikidata id", "write it as Q42"),
        ("statement", "language", "English", "“English” is not a language tag", "use BCP 47, such as en, ru, az, kk"),
        ("source", "url", "ftp://a.b/c", "“ftp://a.b/c” is not a web address",
         "start it with https:// or http:// and leave no spaces"),
        ("indicator", "value", "1,5", "“1,5” is not a number", "write digits with a point for decimals: 1234.5"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_how_to_mend_it(kind: str, field: str, text: Any, what: str, mend: str) -> None:
    assert told(kind, **{field: text}) == [(field, what, mend)]


@pytest.mark.parametrize("text", ["nan", "inf", "1_000", "1e3", "", ".5", "0x1", "٣", "9" * 400, "1.", "--1", "NA"])
def test_no_number(text: str) -> None:
    assert [field for field, _, _ in told("indicator", value=text)] == ["value"]


@pytest.mark.parametrize(
    ("text", "number"), [("010", 10.0), ("-3", -3.0), ("+2.50", 2.5), ("123456789012345", 123456789012345.0)]
)
def test_numbers(text: str, number: float) -> None:
    assert value("indicator", "value", text) == number


def test_other_typed_values() -> None:
    assert value("meeting", "multilateral", "true") is True
    assert value("meeting", "multilateral", "false") is False
    assert value("meeting", "session", "010") == 10
    assert value("meeting", "title", "  Talks \n") == "Talks"
    assert [value("statement", "language", tag) for tag in ("az", "kk-Latn", "en-GB")] == ["az", "kk-Latn", "en-GB"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "//a.b", "https://", "https:///a", "https://a b", "http:a.b", "a.b", "HTTPS://a.b"]
)
def test_no_web_address(url: str) -> None:
    assert [field for field, _, _ in told("source", url=url)] == ["url"]


@pytest.mark.parametrize("url", ["http://a.b", "https://a.b?c=d", "https://a.b/c,d;e#f", "https://пример.қаз/жол"])
def test_web_addresses(url: str) -> None:
    assert value("source", "url", url) == url


def test_the_length_of_a_quote_counts_words() -> None:
    assert told("statement", quote="word " * 60) == []
    wrong = ("quote", "the quote has 61 words", "keep at most 60, ending at the end of a sentence")
    assert told("statement", quote="word " * 61) == [wrong]


def test_rules_across_fields() -> None:
    someone = ("record", "nobody speaks", "add speaker: a person's id, or institution: a body's id")
    assert told("statement", speaker=None) == [someone]
    assert told("statement", speaker=None, institution="body") == []
    inferred = ("record", "an inferred date says nothing of how", "add date_note: what it was worked out from")
    assert told("meeting", date_basis="inferred") == [inferred]
    assert told("meeting", date_basis="inferred", date_note="The page is of the same week.") == []


def test_all_that_is_wrong_comes_at_once_with_the_place_inside_parts() -> None:
    people = [{"person": "ada", "side": "XAA"}, {"person": "bolat", "rol": "Minister"}]
    assert told("meeting", ident="Not An Id", participants=people, sectors=["culture", "cultur"]) == [
        ("id", "“Not An Id” is not an id", "use lower-case letters, digits and single hyphens"),
        ("sectors.2", "unknown sector “cultur”", "did you mean “culture”?"),
        ("participants.2.side", "missing", "add it; CONTRIBUTING.md shows a template"),
        ("participants.2.rol", "unknown field", "did you mean “role”?"),
    ]
    steps = [{"date": "2024", "status": "signed", "sources": ["a"], "stat": "x"}, "not fields"]
    assert told("initiative", steps=steps) == [
        ("steps.1.stat", "unknown field", "did you mean “status”?"),
        ("steps.2", "should hold fields of its own", "compare the template in CONTRIBUTING.md"),
    ]


def test_a_record_never_changes_after_loading() -> None:
    record = KINDS["place"].model_validate({"id": "x", **GOOD["place"]})
    with pytest.raises(ValueError, match="frozen"):
        record.id = "y"


def test_the_sides_of_a_pair_stand_in_order_each_once() -> None:
    sides = [{"code": code, "name": code, "adjective": code} for code in ("XAA", "XBB")]
    assert [side.code for side in Pair.model_validate({"title": "t", "sides": sides}).sides] == ["XAA", "XBB"]
    for wrong in (sides[::-1], [sides[0], sides[0]], sides[:1], [*sides, sides[0]]):
        with pytest.raises(ValueError, match=r"out of order|at least 2|at most 2"):
            Pair.model_validate({"title": "t", "sides": wrong})
