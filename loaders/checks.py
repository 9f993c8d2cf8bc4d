"""Checks between records, once each file was read by itself: generators of problems, the docstring of each its rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from loaders.files import FileResult, Loaded
from loaders.model import RECORD_KINDS
from loaders.problems import Problem, nearest
from loaders.yaml_files import FieldPath


def duplicate_ids(records: Iterable[Loaded]) -> Iterator[tuple[Loaded, Problem]]:
    """An id belongs to one record of one kind. The first in the order of the files is kept."""
    first: dict[str, Loaded] = {}
    for loaded in records:
        earlier = first.setdefault(loaded.record.id, loaded)
        if earlier is not loaded:
            place = f"{earlier.path}:{earlier.line(('id',))}"
            mend = "give one of the two another id, or merge them"
            what = f"duplicate id “{loaded.record.id}”, first in {place}"
            yield loaded, Problem(loaded.path, loaded.line(("id",)), "id", what, mend)


def dangling_ids(records: Sequence[Loaded], files: Iterable[FileResult]) -> Iterator[tuple[Loaded, Problem]]:
    """An id that a record names is registered.

    A record that was itself left out is known by its id, and where a file lost records whose ids cannot be read, no id
    of its kind is called unknown: a broken file costs only its own records.
    """
    known: dict[str, set[str]] = {}
    opaque: set[str] = set()
    for file in files:
        known.setdefault(file.kind, set()).update(file.known)
        if file.opaque:
            opaque.add(file.kind)
    known["record"] = set().union(*(known.get(kind, set()) for kind in RECORD_KINDS))
    if opaque & set(RECORD_KINDS):
        opaque.add("record")
    for loaded in records:
        for where, kind, value in references(loaded):
            if kind not in opaque and value not in known.get(kind, set()):
                field = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
                what = f"no {kind} has the id “{value}”"
                yield loaded, Problem(loaded.path, loaded.line(where), field, what, nearest_id(value, known.get(kind)))


def nearest_id(value: str, known: set[str] | None) -> str:
    mend = nearest(value, known or ())
    return mend if mend.startswith("did you mean") else "register it, or correct the id"


def references(loaded: Loaded) -> Iterator[tuple[FieldPath, str, str]]:
    """(where, kind, id) of every id that a record names."""
    for field, kind in loaded.record.refs.items():
        for where, value in _values(loaded.record, field.split("."), ()):
            yield where, kind, value


def _values(node: Any, parts: list[str], where: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(node, list):
        for number, inner in enumerate(node):
            yield from _values(inner, parts, (*where, number))
    elif parts:
        yield from _values(getattr(node, parts[0]), parts[1:], (*where, parts[0]))
    elif node is not None:
        yield where, node


def steps_in_order(records: Iterable[Loaded]) -> Iterator[tuple[Loaded, Problem]]:
    """The steps of an initiative stand oldest first."""
    from loaders.dates import parse

    for loaded in records:
        if loaded.kind != "initiative":
            continue
        spans = [parse(step.date) for step in loaded.record.steps]  # type: ignore[attr-defined]
        for number, later in enumerate(spans):
            # All before it, the nearest first: an undated or vague step between two does not make them agree.
            before = (span for span in reversed(spans[:number]) if span.start and later.end and later.end < span.start)
            if earlier := next(before, None):
                where: FieldPath = ("steps", number, "date")
                what = f"{later.text} comes after {earlier.text}"
                field = f"steps.{number + 1}.date"
                yield loaded, Problem(loaded.path, loaded.line(where), field, what, "list the steps oldest first")
