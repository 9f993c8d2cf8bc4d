"""The audits: each finds its fault in made-up records, stays silent beside it, and can be told that it is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from loaders import audits
from loaders.audits import AUDITS, Finding, audit
from loaders.dataset import Dataset, load_dataset
from loaders.files import Loaded
from loaders.model import KINDS, Pair
from tests.made_up import PAIR, SMALL

MEETING = {"title": "Talks", "date": "2020-05-01", "level": "minister", "form": "session", "sources": ["page"]}
STATEMENT = {
    "speaker": "ada", "side": "XAA", "date": "2020-05-01", "quote": "Yes.", "language": "en", "wording": "verbatim",
    "sources": ["page"],
}  # fmt: skip
INITIATIVE = {"title": "Road", "type": "project"}
SOURCE = {
    "url": "https://example.org/a", "publisher": "Press", "language": "en", "accessed": "2026-01-05", "side": "XAA",
    "kind": "press",
}  # fmt: skip
FIGURE = {"indicator": "trade", "title": "Trade", "period": "2023", "unit": "USD million", "sources": ["page"]}
LONG = "The road between our two countries will be open to everybody from next spring."


def meeting(ident: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "meeting", {"id": ident, **MEETING, **fields}


def statement(ident: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "statement", {"id": ident, **STATEMENT, **fields}


def initiative(ident: str, *days: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    steps = [{"date": day, "status": "signed", "sources": ["page"]} for day in days or ("2020",)]
    return "initiative", {"id": ident, **INITIATIVE, "steps": steps, **fields}


def figure(ident: str, value: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "indicator", {"id": ident, **FIGURE, "value": value, **fields}


def source(ident: str, **fields: Any) -> tuple[str, dict[str, Any]]:
    return "source", {"id": ident, **SOURCE, **fields}


def held(person: str, role: str, side: str = "XAA") -> dict[str, Any]:
    return {"participants": [{"person": person, "role": role, "side": side}]}


def dataset(*records: tuple[str, dict[str, Any]]) -> Dataset:
    loaded = tuple(
        Loaded(kind, KINDS[kind].model_validate(fields), f"{fields['id']}.yaml", {(): 1}) for kind, fields in records
    )
    return Dataset("xaa-xbb", SMALL, Pair.model_validate(PAIR), loaded, (), "made-up")


def found(rule: Callable[[Dataset], Any], *records: tuple[str, dict[str, Any]]) -> list[tuple[str, ...]]:
    findings: list[Finding] = list(rule(dataset(*records)))
    return [finding.records for finding in findings]


def test_every_audit_is_run() -> None:
    named = {
        value
        for value in vars(audits).values()
        if callable(value) and getattr(value, "__module__", "") == audits.__name__
    }
    public = {
        one for one in named if not one.__name__.startswith("_") and one is not audit and not isinstance(one, type)
    }
    assert public == set(AUDITS)


def test_the_small_pair_has_nothing_to_mend() -> None:
    assert audit(load_dataset(SMALL)) == []


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ({"title": "Third session of the road commission", "date": "2020-05-03"}, True),
        ({"title": "The road commission: third session", "date": "2020-05-01/2020-05-02"}, True),
        ({"title": "Third session of the road commission", "date": "2020-05-09"}, False),
        ({"title": "Third session of the road commission", "date": "2020-05"}, True),
        ({"title": "Concert in Exton", "date": "2020-05-01"}, False),
        ({"title": "Third session of the road commission", "date": "2020-05-01", "restates": ["a"]}, False),
        ({"title": "Third session of the road commission", "date": "2020-05-01", "part_of": ["a"]}, False),
    ],
)
def test_meetings_of_near_days_alike_in_title(second: dict[str, Any], is_found: bool) -> None:
    pair = meeting("a", title="Third session of the road commission"), meeting("b", **second)
    assert found(audits.near_duplicates, *pair) == ([("b", "a")] if is_found else [])


def test_the_countries_names_do_not_make_titles_alike() -> None:
    pair = meeting("a", title="Exland and Whyland: talks"), meeting("b", title="Exland and Whyland: concert")
    assert found(audits.near_duplicates, *pair) == []


def test_meetings_of_one_day_alike_in_people() -> None:
    both = {"participants": [{"person": person, "side": "XAA"} for person in ("ada", "bea")]}
    one = {"participants": [{"person": "ada", "side": "XAA"}]}
    talk, walk = {"title": "Talks"}, {"title": "Walk along the river"}
    assert found(audits.near_duplicates, meeting("a", **talk, **both), meeting("b", **walk, **both)) == [("b", "a")]
    assert found(audits.near_duplicates, meeting("a", **talk, **one), meeting("b", **walk, **one)) == []
    late = meeting("b", **walk, **both, form="reception")
    assert found(audits.near_duplicates, meeting("a", **talk, **both), late) == []


def test_statements_of_one_speaker_alike_in_words() -> None:
    again = LONG.replace("spring", "summer")
    assert found(audits.near_duplicates, statement("a", quote=LONG), statement("b", quote=again)) == [("b", "a")]
    assert found(audits.near_duplicates, statement("a", quote=LONG), statement("b", quote=again, speaker="bea")) == []


def test_undertakings_alike_in_title_whenever_they_began() -> None:
    first, second = initiative("a", "2005", title="Cable under the sea"), initiative("b", "2021", title="Sea cable")
    assert found(audits.near_duplicates, first, second) == [("b", "a")]
    other = initiative("b", "2021", title="Sea cable", type="memorandum")
    assert found(audits.near_duplicates, first, other) == []


def test_a_level_that_is_not_the_roles() -> None:
    wrong = statement("a", role="Minister of Energy", level="head-of-state")
    right = statement("b", role="President of Exland", level="head-of-state")
    assert found(audits.roles_at_dates, wrong, right) == [("a",)]


def test_a_level_kept_after_leaving_office() -> None:
    left = statement("a", role="First President of Exland", level="head-of-state")
    level_mended = statement("b", role="First President of Exland", level="official")
    assert found(audits.roles_at_dates, left, level_mended) == [("a",)]


def test_another_office_between_two_days_of_one() -> None:
    days = ["2020-01-01", "2020-06-01", "2021-01-01"]
    roles = ["Minister of Energy", "Ambassador of Exland to Whyland", "Energy Minister of Exland"]
    records = [meeting(f"m-{day}", date=day, **held("ada", role)) for day, role in zip(days, roles, strict=True)]
    assert found(audits.roles_at_dates, *records) == [("m-2020-06-01",)]
    assert found(audits.roles_at_dates, *records[:2]) == []


def test_another_holder_between_two_days_of_one() -> None:
    days = [("2020-01-01", "ada"), ("2020-06-01", "bea"), ("2021-01-01", "ada")]
    records = [meeting(f"m-{day}", date=day, **held(who, "Minister of Energy")) for day, who in days]
    assert found(audits.roles_at_dates, *records) == [("m-2020-06-01",)]
    other_side = [meeting(f"m-{day}", date=day, **held(who, "Minister of Energy", side))
                  for (day, who), side in zip(days, ("XAA", "XBB", "XAA"), strict=True)]  # fmt: skip
    assert found(audits.roles_at_dates, *other_side) == []
    deputies = [meeting(f"m-{day}", date=day, **held(who, "Deputy Minister of Energy")) for day, who in days]
    assert found(audits.roles_at_dates, *deputies) == []


def test_one_office_after_another_is_no_fault() -> None:
    days = [("2020-01-01", "ada"), ("2020-06-01", "ada"), ("2021-01-01", "bea"), ("2022-01-01", "bea")]
    records = [meeting(f"m-{day}", date=day, **held(who, "Prime Minister")) for day, who in days]
    assert found(audits.roles_at_dates, *records) == []


@pytest.mark.parametrize(
    ("host", "place", "is_found"),
    [("XAA", "exton", False), ("XBB", "exton", True), ("third", "exton", True), ("third", "far", False),
     ("XAA", "far", True), ("joint", "exton", False), (None, "exton", False), ("XBB", None, False)],
)  # fmt: skip
def test_a_host_is_at_home(host: str | None, place: str | None, is_found: bool) -> None:
    places = [
        ("place", {"id": ident, "name": ident, "country": code}) for ident, code in (("exton", "XAA"), ("far", "XCC"))
    ]
    fields = {name: value for name, value in (("host", host), ("place", place)) if value}
    assert found(audits.places_and_hosts, *places, meeting("a", **fields)) == ([("a",)] if is_found else [])


@pytest.mark.parametrize(
    ("day", "is_found"),
    [("2020-05-01", False), ("2020-05", False), ("2020-04-30", True), ("2020-05-03", True), ("XXXX", False)],
)
def test_a_statement_is_made_while_its_occasion_lasts(day: str, is_found: bool) -> None:
    said = statement("said", date=day, occasion="held")
    assert found(audits.days_of_occasions, meeting("held", date="2020-05-01/2020-05-02"), said) == (
        [("said",)] if is_found else []
    )


def test_one_quote_in_two_records() -> None:
    within = "Ladies and gentlemen. " + LONG
    assert found(audits.quotes_twice, statement("a", quote=LONG), statement("b", quote=within)) == [("b", "a")]
    assert found(audits.quotes_twice, statement("a", quote="Yes."), statement("b", quote="YES")) == [("b", "a")]
    assert found(audits.quotes_twice, statement("a", quote="Yes."), statement("b", quote="Yes, we can.")) == []
    again = statement("b", quote=LONG, restates=["a"])
    assert found(audits.quotes_twice, statement("a", quote=LONG), again) == []
    version = {"quote": LONG, "language": "en", "sources": ["page"]}
    assert found(audits.quotes_twice, statement("a", quote=LONG), statement("b", quote="Да.", versions=[version])) == [
        ("b", "a")
    ]


def test_evidence_comes_after_the_promise() -> None:
    promise = {"commitments": [{"what": "Build", "side": "joint", "kept_by": ["road", "talks"]}]}
    talks = meeting("talks", date="2019-12-31", title="Earlier")
    # An undertaking that was older, but went on after the promise, may well keep it.
    assert found(
        audits.evidence_before_promise, meeting("a", **promise), talks, initiative("road", "2018", "2021")
    ) == [("a", "talks")]
    assert found(audits.evidence_before_promise, statement("a", **promise), talks, initiative("road", "2018")) == [
        ("a", "road"),
        ("a", "talks"),
    ]


def test_a_page_that_nothing_rests_on() -> None:
    assert found(audits.unused_sources, source("page"), source("other"), meeting("a")) == [("other",)]


@pytest.mark.parametrize(
    ("url", "is_found"),
    [("http://www.example.org/a/", True), ("https://m.example.org/A?utm_source=x", True), ("https://example.org/a/amp", True),
     ("https://example.org/a?id=2", False), ("https://example.org/b", False)],
)  # fmt: skip
def test_one_page_under_two_addresses(url: str, is_found: bool) -> None:
    assert found(audits.one_address_twice, source("a"), source("b", url=url)) == ([("b", "a")] if is_found else [])


def test_figures_that_differ_name_each_other() -> None:
    one, other = figure("f-1", "529"), figure("f-2", "598")
    assert found(audits.unmarked_conflicts, one, other) == [("f-1",), ("f-2",)]
    marked = figure("f-1", "529", disagrees_with=["f-2"]), figure("f-2", "598", disagrees_with=["f-1"])
    assert found(audits.unmarked_conflicts, *marked) == []
    for alike in ({"value": "529.0"}, {"period": "2024"}, {"unit": "EUR million"}, {"indicator": "visitors"}):
        assert found(audits.unmarked_conflicts, one, figure("f-2", **{"value": "598", **alike})) == []


def test_coverage_agrees_with_the_records() -> None:
    cells = [
        (
            "coverage",
            {"id": f"{year}-sport", "year": year, "sector": "sport", "outcome": outcome, "looked_for": "matches"},
        )
        for year, outcome in (("2020", "none"), ("2021", "none"), ("2022", "found"))
    ]
    assert found(audits.coverage_contradicted, *cells, meeting("a", sectors=["sport"])) == [
        ("2020-sport",),
        ("2022-sport",),
    ]


def test_what_is_marked_as_meant_is_silent_and_an_idle_mark_is_not() -> None:
    pair = [meeting("a"), meeting("b"), source("page")]
    mark = {"audit": "near-duplicate", "records": ["a", "b"], "why": "Two rooms."}
    assert [problem.field for problem in audit(dataset(*pair))] == ["id"]
    assert audit(dataset(*pair, ("meant", {"id": "two-rooms", **mark}))) == []
    wide = ("meant", {"id": "three-rooms", **mark, "records": ["a", "b", "c"]})
    assert audit(dataset(*pair, wide)) == []
    narrow = ("meant", {"id": "one-room", **mark, "records": ["a"]})
    assert [problem.path for problem in audit(dataset(*pair, narrow))] == ["b.yaml", "one-room.yaml"]
    idle = ("meant", {"id": "idle", **mark, "audit": "place-and-host"})
    assert [str(problem) for problem in audit(dataset(meeting("a"), source("page"), idle))] == [
        "idle.yaml:1: records: marks what is no longer found: take it out"
    ]
