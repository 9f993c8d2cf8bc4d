"""YAML text → plain dicts, lists and strings, with the line of every field.

Built from the parser's events rather than its objects: scalars stay text, a duplicate key or an alias is an error,
and a file nested too deep is refused before anything is built from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from loaders.problems import Problem

MAX_BYTES = 262_144  # one record; the longest real one is under 10,000
MAX_DEPTH = 8
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

FieldPath = tuple[str | int, ...]
Lines = dict[FieldPath, int]


@dataclass(frozen=True)
class Raw:
    """A record before it is typed: its data as text, and the line of each field path (the record's own at `()`)."""

    kind: str
    path: str
    data: dict[str, Any]
    lines: Lines

    def line(self, where: FieldPath) -> int:
        """The line of a field, or of the nearest part around it that has one."""
        for end in range(len(where), -1, -1):
            if where[:end] in self.lines:
                return self.lines[where[:end]]
        return 1


class Refused(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, line: int, field: str, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.field, self.what, self.mend = line, field, what, mend

    def problem(self, path: str, lost: int = 1) -> Problem:
        return Problem(path, self.line, self.field, self.what, self.mend, lost)


def decode(content: bytes, limit: int) -> tuple[str, bool]:
    """Bytes → (text, had a byte-order mark). Raises Refused for a file that is too large or not UTF-8."""
    if len(content) > limit:
        raise Refused(1, "file", f"{len(content):,} bytes is too large", f"keep a file under {limit:,} bytes; split it")
    marked = content.startswith(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8-sig"), marked
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(line, "file", "not UTF-8 text", "save the file with the encoding UTF-8") from error


def parse_yaml(text: str) -> tuple[dict[str, Any], Lines, list[tuple[int, str, str, str]]]:
    """One YAML mapping → (data, lines, [(line, field, what, mend)] for duplicate keys). Raises Refused."""
    for number, row in enumerate(text.split("\n"), 1):
        if row[: len(row) - len(row.lstrip())].count("\t"):
            raise Refused(number, "file", "a tab as indentation", "indent with spaces, two a level")
    builder = _Builder(yaml.parse(text, Loader=_Loader))
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = str(getattr(error, "problem", None) or "cannot be read").replace("\n", " ")
        mend = (
            "check quotes, colons and indentation here; quote a text that holds “: ” or starts with a special character"
        )
        raise Refused(mark.line + 1 if mark else 1, "file", f"not valid YAML: {what}", mend) from error
    if not isinstance(data, dict):
        raise Refused(1, "file", "holds no fields", "write one “field: value” a line")
    return data, builder.lines, builder.duplicates


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self.events = events
        self.lines: Lines = {(): 1}
        self.duplicates: list[tuple[int, str, str, str]] = []

    def document(self) -> Any:
        data: Any = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    mend = "give each record a file of its own"
                    raise Refused(_line(event), "file", "two YAML documents where one belongs", mend)
            elif isinstance(
                event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)
            ):
                data = self.node(event, ())
        return data

    def node(self, event: yaml.Event, where: FieldPath) -> Any:
        line = _line(event)
        field = ".".join(map(str, where)) or "file"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(line, field, "an anchor or alias (& or *)", "write the value out each time")
        if tag := getattr(event, "tag", None):
            raise Refused(line, field, f"a type tag ({tag})", "remove the tag; every value is read as text")
        if len(where) > MAX_DEPTH:
            raise Refused(
                line, str(where[0]), f"nested more than {MAX_DEPTH} deep", "see the template in CONTRIBUTING.md"
            )
        self.lines.setdefault(where, line)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        return self.mapping(where) if isinstance(event, yaml.MappingStartEvent) else self.sequence(where)

    def mapping(self, where: FieldPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            line = _line(key)
            if not isinstance(key, yaml.ScalarEvent):
                raise Refused(
                    line, ".".join(map(str, where)) or "file", "a key that is not a word", "write “field: value”"
                )
            inner = (*where, key.value)
            twice = key.value in result
            if twice:
                first = self.lines[inner]
                field = ".".join(map(str, inner))
                self.duplicates.append((line, field, f"given twice, first on line {first}", "keep one of the two"))
            else:
                self.lines[inner] = line
            value = self.node(next(self.events), inner)
            if not twice:
                result[key.value] = value
        return result

    def sequence(self, where: FieldPath) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self.node(event, (*where, len(result))))
        return result
