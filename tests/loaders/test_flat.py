"""The flat form: nested fields ⇄ columns, for every kind; CSV and YAML of one record are one record."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files import load_file
from loaders.flat import flatten, unflatten
from loaders.model import KINDS, Initiative, Meeting, Person
from tests.loaders.random_records import RECORDS, as_yaml, ids


def test_columns() -> None:
    record = {
        "title": "Talks",
        "sectors": ["culture", "education"],
        "participants": [{"person": "ada", "role": "Minister", "side": "XAA"}, {"person": "bolat", "side": "XBB"}],
    }
    cells = {
        "title": "Talks",
        "sectors": "culture | education",
        "participants.1.person": "ada",
        "participants.1.role": "Minister",
        "participants.1.side": "XAA",
        "participants.2.person": "bolat",
        "participants.2.side": "XBB",
    }
    assert flatten(record) == cells
    assert unflatten(cells, Meeting) == record


def test_lists_inside_numbered_parts_and_by_language() -> None:
    steps = [{"date": "2020", "sources": ["a", "b"]}, {"date": "2021", "sources": ["c"]}]
    cells = {"steps.1.date": "2020", "steps.1.sources": "a | b", "steps.2.date": "2021", "steps.2.sources": "c"}
    assert flatten({"steps": steps}) == cells
    assert unflatten(cells, Initiative) == {"steps": steps}
    names = {"names": {"ru": ["Токаев", "Касым-Жомарт Токаев"], "az": ["Tokayev"]}}
    assert flatten(names) == {"names.ru": "Токаев | Касым-Жомарт Токаев", "names.az": "Tokayev"}
    assert unflatten(flatten(names), Person) == names


def test_a_bar_inside_an_item_is_escaped_and_one_in_a_text_is_not() -> None:
    record = {"title": "a | b", "names": {"en": ["a|b", "c\\|d", "\\"]}}
    cells = {"title": "a | b", "names.en": r"a\|b | c\\|d | " + "\\"}
    assert flatten(record) == cells
    assert unflatten(cells, Person) == record


def test_empty_cells_are_absent_and_parts_stand_in_the_order_of_their_numbers() -> None:
    cells = {"participants.10.person": "c", "participants.2.person": "b", "title": "", "participants.9.role": ""}
    assert unflatten(cells, Meeting) == {"participants": [{"person": "b"}, {"person": "c"}]}
    assert unflatten({"sectors": " | culture |  | "}, Meeting) == {"sectors": ["culture"]}


def test_unknown_columns_are_kept_for_the_validator() -> None:
    assert unflatten({"colour": "a | b", "title.x": "y", "participants.²": "z"}, Meeting) == {
        "colour": "a | b",
        "title": {"x": "y"},
        "participants": {"²": "z"},
    }
    # The header check refuses such a pair of columns; here the parts stay for the validator to refuse.
    assert unflatten({"title": "a", "title.x": "b"}, Meeting) == {"title": {"x": "b"}}


def test_neither_a_huge_number_nor_a_thousand_dots_break_it() -> None:
    assert unflatten({f"participants.{'9' * 5000}.person": "a"}, Meeting) == {
        "participants": {"9" * 5000: {"person": "a"}}
    }
    assert list(unflatten({"names" + ".a" * 5000: "b"}, Person)) == ["names"]


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_round_trip(kind: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[kind])
    cells = flatten(record)
    assert all(isinstance(cell, str) and cell for cell in cells.values())
    assert unflatten(cells, KINDS[kind]) == record


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_csv_and_yaml_of_one_record_load_alike(folder: Path, kind: str, data: st.DataObject) -> None:
    ident, record = data.draw(ids), data.draw(RECORDS[kind])
    if kind == "coverage":
        ident = f"{record['year']}-{record['sector']}"
    one, other = folder / f"{ident}.yaml", folder / f"{kind}-rows.csv"
    one.write_text(as_yaml(record), "utf-8")
    cells = {"id": ident, **flatten(record)}
    with other.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cells.keys(), cells.values()])
    results = [load_file(kind, path, path.name) for path in (one, other)]
    one.unlink()
    assert [result.problems for result in results] == [(), ()]
    [[from_yaml], [from_csv]] = [result.records for result in results]
    assert from_yaml.record == from_csv.record == KINDS[kind].model_validate({"id": ident, **record})
