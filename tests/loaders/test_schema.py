"""The JSON Schemas: those in data/schema are the model's, and they say of a record what the loader says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from loaders.files import find_files, type_record
from loaders.model import KINDS
from loaders.schema import schemas
from loaders.yaml_files import Raw, parse_yaml
from tests.loaders.random_records import RECORDS
from tests.loaders.yaml_as_editors_read_it import read_yaml

DATA = Path(__file__).parents[2] / "data"
BROKEN = Path(__file__).parents[1] / "pairs" / "broken" / "xaa-xbb"
VALIDATORS = {name.split(".")[0]: Draft202012Validator(json.loads(text)) for name, text in schemas().items()}


def wrong(kind: str, record: Any) -> list[str]:
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in VALIDATORS[kind].iter_errors(record)
    ]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    committed = {path.name: path.read_text("utf-8") for path in (DATA / "schema").iterdir()}
    assert committed == schemas(), "the model has changed: run `python -m loaders schema` and commit data/schema"


@pytest.mark.parametrize("kind", [*KINDS, "pair"])
def test_each_is_a_valid_schema(kind: str) -> None:
    Draft202012Validator.check_schema(VALIDATORS[kind].schema)
    assert VALIDATORS[kind].schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert VALIDATORS[kind].schema["additionalProperties"] is False
    # The file's name gives the id.
    assert "id" not in VALIDATORS[kind].schema["required"]


def test_the_real_records_are_valid() -> None:
    found = {}
    read = 0
    for pair in sorted(path.parent for path in DATA.glob("*/pair.yaml")):
        found["pair.yaml"] = wrong("pair", read_yaml((pair / "pair.yaml").read_text("utf-8")))
        for kind, path in find_files(pair):
            if path.suffix != ".csv":
                found[path.relative_to(DATA).as_posix()] = wrong(kind, read_yaml(path.read_text("utf-8")))
                read += 1
    assert read > 1000
    assert {path: errors for path, errors in found.items() if errors} == {}


# What a schema can see in one record; that an id dangles or a day is impossible, it cannot.
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("meetings/unknown-field.yaml", ": Additional properties are not allowed ('sumary' was unexpected)"),
        ("meetings/missing-field.yaml", ": 'level' is a required property"),
        ("meetings/unknown-code.yaml", "level: 'ministre' is not one of "),
        ("meetings/unknown-sector.yaml", "sectors.1: 'cultur' is not one of "),
    ],
)
def test_a_broken_record_is_told_in_the_editor_too(name: str, message: str) -> None:
    [error] = wrong("meeting", read_yaml((BROKEN / name).read_text("utf-8")))
    assert error.startswith(message)


@pytest.mark.parametrize("kind", RECORDS)
@given(st.data())
def test_a_schema_refuses_nothing_that_loads(kind: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[kind])
    ident = f"{record['year']}-{record['sector']}" if kind == "coverage" else "x"
    assert type_record(Raw(kind, "x.yaml", {"id": ident, **record}, {}))[1] == []
    assert wrong(kind, record) == []


MEETING = {"title": "t", "date": "2024", "level": "minister", "form": "session", "sources": ["a"]}


@pytest.mark.parametrize(
    ("field", "text"),
    [("multilateral", "true"), ("multilateral", "yes"), ("multilateral", "'true'"), ("session", "3"),
     ("host", "xaa"), ("host", "third"),
     ("place", "Exton"), ("place", "exton"), ("sources", "[]"), ("date", "2024"), ("participants", "[{person: a}]")],
)  # fmt: skip
def test_editor_and_loader_agree(field: str, text: str) -> None:
    written = yaml.safe_dump(MEETING, default_flow_style=None).replace(f"{field}: ", "# ") + f"{field}: {text}\n"
    record, _ = type_record(Raw("meeting", "x.yaml", {"id": "x", **parse_yaml(written)[0]}, {}))
    assert (wrong("meeting", read_yaml(written)) == []) == (record is not None)
