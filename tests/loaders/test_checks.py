"""Checks between records: ids given twice, ids of nothing, steps out of order."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.checks import dangling_ids, duplicate_ids, references, steps_in_order
from loaders.files import FileResult, Loaded
from loaders.model import KINDS


def loaded(kind: str, ident: str, path: str = "", **fields: Any) -> Loaded:
    must: dict[str, dict[str, Any]] = {
        "meeting": {"title": "t", "date": "2024", "level": "minister", "form": "session", "sources": ["page"]},
        "initiative": {"title": "t", "type": "project"},
        "place": {"name": "n", "country": "XAA"},
    }
    record = KINDS[kind].model_validate({"id": ident, **must[kind], **fields})
    return Loaded(kind, record, path or f"{ident}.yaml", {(): 1, ("place",): 7, ("steps", 1, "date"): 9})


def known(kind: str, *ids: str, opaque: bool = False) -> FileResult:
    return FileResult(f"{kind}.csv", kind, known=frozenset(ids), opaque=opaque)


def told(found: Any) -> list[str]:
    return [str(problem) for _, problem in found]


def test_an_id_belongs_to_one_record_of_one_kind() -> None:
    records = [
        loaded("meeting", "a"),
        loaded("place", "b"),
        loaded("place", "a", "p.csv"),
        loaded("place", "a", "q.csv"),
    ]
    found = list(duplicate_ids(records))
    assert [record for record, _ in found] == records[2:]
    assert told(found) == [
        "p.csv:1: id: duplicate id “a”, first in a.yaml:1: give one of the two another id, or merge them",
        "q.csv:1: id: duplicate id “a”, first in a.yaml:1: give one of the two another id, or merge them",
    ]


def test_every_id_that_a_record_names_is_looked_at() -> None:
    meeting = loaded(
        "meeting", "a", place="exton", format="body", institutions=["one", "two"], sources=["page"],
        participants=[{"person": "ada", "side": "XAA"}], part_of=["b"], restates=["c"],
    )  # fmt: skip
    assert sorted(references(meeting), key=str) == sorted(
        [
            (("place",), "place", "exton"),
            (("format",), "institution", "body"),
            (("institutions", 0), "institution", "one"),
            (("institutions", 1), "institution", "two"),
            (("sources", 0), "source", "page"),
            (("participants", 0, "person"), "person", "ada"),
            (("part_of", 0), "record", "b"),
            (("restates", 0), "record", "c"),
        ],
        key=str,
    )
    steps = [{"date": "2020", "status": "signed", "sources": ["p", "q"], "meeting": "a"}]
    money = [{"amount": "1", "currency": "USD", "what": "spent", "sources": ["r"]}]
    found = set(references(loaded("initiative", "b", steps=steps, money=money)))
    assert found == {
        (("steps", 0, "meeting"), "meeting", "a"),
        (("steps", 0, "sources", 0), "source", "p"),
        (("steps", 0, "sources", 1), "source", "q"),
        (("money", 0, "sources", 0), "source", "r"),
    }


def test_refs_name_fields_that_exist() -> None:
    for kind, model in KINDS.items():
        for field in model.refs:
            assert field.split(".")[0] in model.model_fields, (kind, field)


def test_a_dangling_id_is_told_with_its_line_and_the_nearest_one() -> None:
    meeting = loaded("meeting", "a", place="exto", participants=[{"person": "zed", "side": "XAA"}])
    files = [known("place", "exton"), known("source", "page"), known("meeting", "a")]
    assert told(dangling_ids([meeting], files)) == [
        "a.yaml:7: place: no place has the id “exto”: did you mean “exton”?",
        "a.yaml:1: participants.1.person: no person has the id “zed”: register it, or correct the id",
    ]


def test_ids_of_another_kind_do_not_count() -> None:
    files = [known("person", "exton"), known("source", "page")]
    assert told(dangling_ids([loaded("meeting", "a", place="exton")], files)) == [
        "a.yaml:7: place: no place has the id “exton”: register it, or correct the id"
    ]


def test_relations_may_point_at_any_of_the_three_kinds_and_no_other() -> None:
    files = [
        known("source", "page"),
        known("meeting", "m"),
        known("statement", "s"),
        known("initiative", "i"),
        known("place", "p"),
    ]
    assert told(dangling_ids([loaded("meeting", "a", part_of=["m", "s", "i", "p"])], files)) == [
        "a.yaml:1: part_of.4: no record has the id “p”: register it, or correct the id"
    ]


def test_where_a_file_hides_its_ids_none_of_its_kind_is_called_unknown() -> None:
    meeting = loaded("meeting", "a", place="nowhere", part_of=["nothing"])
    assert told(dangling_ids([meeting], [known("source", opaque=True)])) == [
        "a.yaml:7: place: no place has the id “nowhere”: register it, or correct the id",
        "a.yaml:1: part_of.1: no record has the id “nothing”: register it, or correct the id",
    ]
    hidden = [known("source", opaque=True), known("place", opaque=True), known("statement", opaque=True)]
    assert told(dangling_ids([meeting], hidden)) == []


def test_steps_stand_oldest_first_as_far_as_their_dates_tell() -> None:
    def initiative(*days: str) -> Loaded:
        return loaded("initiative", "b", steps=[{"date": day, "status": "signed", "sources": ["p"]} for day in days])

    fine = [
        ("2021-05-02", "2021-05-02"),
        ("2021-05-31", "2021-05"),
        ("2020", "2021"),
        ("2021-05", "2021"),
        ("2021", "2021-02"),
        ("XXXX", "2020"),
    ]
    assert told(steps_in_order(initiative(*days) for days in fine)) == []
    assert told(steps_in_order([initiative("2021-05", "2021-04-30", "2021-04-29"), loaded("meeting", "a")])) == [
        "b.yaml:9: steps.2.date: 2021-04-30 comes after 2021-05: list the steps oldest first",
        "b.yaml:1: steps.3.date: 2021-04-29 comes after 2021-04-30: list the steps oldest first",
    ]


@pytest.mark.parametrize("between", ["XXXX", "2018", "../2019"])
def test_a_vague_step_does_not_hide_two_that_disagree(between: str) -> None:
    days = ("2018-05", between, "2018-03")
    record = loaded("initiative", "b", steps=[{"date": day, "status": "signed", "sources": ["p"]} for day in days])
    assert told(steps_in_order([record])) == [
        "b.yaml:1: steps.3.date: 2018-03 comes after 2018-05: list the steps oldest first"
    ]
