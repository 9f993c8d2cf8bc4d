"""One file → typed records and problems. Knows nothing of other files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from loaders import csv_files, yaml_files
from loaders.flat import unflatten
from loaders.model import FOLDERS, KINDS, Pair, Record
from loaders.problems import Problem, nearest
from loaders.yaml_files import FieldPath, Lines, Raw, Refused, decode, parse_yaml

SUFFIXES = (".yaml", ".yml", ".csv")


@dataclass(frozen=True)
class Loaded:
    """A record with the file, and the lines of its fields, that it came from."""

    kind: str
    record: Record
    path: str
    lines: Lines = field(repr=False)

    def line(self, where: FieldPath) -> int:
        return Raw(self.kind, self.path, {}, self.lines).line(where)


@dataclass(frozen=True)
class FileResult:
    """What one file gave. `known` are the ids seen in it, those of left-out records among them.

    `opaque` is True where records were lost whose ids could not be read.
    """

    path: str
    kind: str
    records: tuple[Loaded, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: frozenset[str] = frozenset()
    opaque: bool = False


def find_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """(kind, path) of each record file: `KIND.csv`, `KIND/*.yaml` and `KIND/*.csv`, KIND a folder name of FOLDERS."""
    for name, kind in FOLDERS.items():
        yield from ((kind, path) for suffix in SUFFIXES if (path := folder / f"{name}{suffix}").is_file())
        inside = folder / name
        if inside.is_dir():
            # scandir knows what is a file without asking for each: this runs at every interaction.
            with os.scandir(inside) as entries:
                found = [entry.name for entry in entries if entry.is_file() and _is_record_file(entry.name)]
            yield from ((kind, inside / name) for name in sorted(found))


def _is_record_file(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith((".", "_", "~"))


def overlooked(folder: Path, prefix: str) -> Iterator[Problem]:
    """A note for each folder or data file of a pair that no kind of record claims, and that would be read by nobody."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "_", "~")):
            continue
        stem, shown = entry.stem if entry.is_file() else entry.name, f"{prefix}/{entry.name}"
        if entry.is_dir() and stem in FOLDERS:
            for inner in sorted(entry.iterdir()):
                if inner.suffix.lower() in SUFFIXES and inner.suffix not in SUFFIXES:
                    mend = f"rename it to end in {inner.suffix.lower()}"
                    yield Problem(f"{shown}/{inner.name}", 1, "file", "an ending that is not read", mend, 0)
        elif stem not in (*FOLDERS, "pair") and (entry.is_dir() or entry.suffix.lower() in SUFFIXES):
            yield Problem(
                shown, 1, "folder" if entry.is_dir() else "file", "no kind has this name", nearest(stem, FOLDERS), 0
            )


def load_file(kind: str, path: Path, shown: str) -> FileResult:
    """Read and type one file. `shown` is its path as messages print it. Never raises for what the file says."""
    try:
        content = path.read_bytes()
        limit = csv_files.MAX_BYTES if path.suffix == ".csv" else yaml_files.MAX_BYTES
        text, marked = decode(content, limit)
        problems = [_mark(shown)] if marked else []
        if path.suffix == ".csv":
            return _load_rows(kind, text, shown, problems)
        return _load_one(kind, text, shown, problems)
    except OSError as error:
        refused = Refused(1, "file", f"cannot be opened ({error.strerror})", "check that it exists and may be read")
    except Refused as error:
        refused = error
    known = frozenset() if path.suffix == ".csv" else frozenset({path.stem})
    return FileResult(shown, kind, (), (refused.problem(shown),), known, opaque=not known)


def _mark(shown: str) -> Problem:
    return Problem(shown, 1, "file", "a byte-order mark", "save as UTF-8 without it (read as if it were absent)", 0)


def _load_one(kind: str, text: str, shown: str, problems: list[Problem]) -> FileResult:
    stem = PurePosixPath(shown).stem
    data, lines, duplicates = parse_yaml(text)
    problems += [Problem(shown, *duplicate, lost=0) for duplicate in duplicates]
    if "id" in data and data["id"] != stem:
        what, mend = f"“{data['id']}” is not the file's name", "leave id out: the file's name is the id"
        problems.append(Problem(shown, lines["id",], "id", what, mend, 0))
    raw = Raw(kind, shown, {**data, "id": stem}, lines)
    record, found = type_record(raw)
    problems += found
    loaded = () if record is None or duplicates else (Loaded(kind, record, shown, lines),)
    return FileResult(shown, kind, loaded, tuple(_count_once(problems, not loaded)), frozenset({stem}))


def _load_rows(kind: str, text: str, shown: str, problems: list[Problem]) -> FileResult:
    rows, found = csv_files.parse_csv(text, shown)
    opaque = bool(found)
    problems += found
    loaded, known = [], set()
    unknown = _unknown_columns(rows[0].cells, kind) if rows else []
    for name in unknown:  # once a file, not once a row
        problems.append(Problem(shown, 1, name, "unknown column (ignored)", nearest(name, KINDS[kind].model_fields), 0))
    for row in rows:
        cells = {name: cell for name, cell in row.cells.items() if name not in unknown}
        raw = Raw(kind, shown, unflatten(cells, KINDS[kind]), {(): row.line})
        record, found = type_record(raw)
        problems += _count_once(found, record is None)
        known.add(row.cells["id"])
        if record is not None:
            loaded.append(Loaded(kind, record, shown, raw.lines))
    return FileResult(shown, kind, tuple(loaded), tuple(problems), frozenset(known), opaque)


def _unknown_columns(cells: dict[str, str], kind: str) -> list[str]:
    return [name for name in cells if name.split(".")[0] not in KINDS[kind].model_fields]


def _count_once(problems: list[Problem], left_out: bool) -> list[Problem]:
    """Several problems of one record leave out one record: the first of them counts it."""
    counted = []
    for number, problem in enumerate(problems):
        lost = 1 if left_out and number == 0 else 0
        counted.append(Problem(problem.path, problem.line, problem.field, problem.what, problem.mend, lost))
    return counted


def type_record(raw: Raw) -> tuple[Record | None, list[Problem]]:
    """Validate; all that is wrong with the record comes back at once."""
    try:
        return KINDS[raw.kind].model_validate(raw.data), []
    except ValidationError as error:
        return None, [_problem(raw, detail, KINDS[raw.kind]) for detail in error.errors()]


def load_pair_file(path: Path, shown: str) -> tuple[Pair | None, list[Problem]]:
    """Read `pair.yaml`."""
    try:
        data, lines, duplicates = parse_yaml(decode(path.read_bytes(), yaml_files.MAX_BYTES)[0])
    except OSError:
        return None, [Problem(shown, 1, "file", "not found", "write one as data/aze-kaz/pair.yaml does", 0)]
    except Refused as error:
        return None, [error.problem(shown, 0)]
    raw = Raw("pair", shown, data, lines)
    problems = [Problem(shown, *duplicate, lost=0) for duplicate in duplicates]
    try:
        return Pair.model_validate(data), problems
    except ValidationError as error:
        return None, problems + [_problem(raw, detail, Pair, 0) for detail in error.errors()]


def _problem(raw: Raw, detail: ErrorDetails, model: Any, lost: int = 1) -> Problem:
    """A validation error in the house's form."""
    where: FieldPath = detail["loc"]
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in where) or "record"
    what, mend = _words(detail, model)
    return Problem(raw.path, raw.line(where), name, what, mend, lost)


def _words(detail: ErrorDetails, model: Any) -> tuple[str, str]:
    kind, where = detail["type"], detail["loc"]
    if kind == "dyad":
        return str(detail["ctx"]["what"]), str(detail["ctx"]["mend"])
    if kind == "extra_forbidden":
        return "unknown field", nearest(str(where[-1]), _fields_at(model, where[:-1]))
    if kind == "missing":
        return "missing", "add it; CONTRIBUTING.md shows a template"
    if kind == "list_type":
        return "not a list", "write one “- item” a line, or [item, item]"
    if kind == "too_short":
        return "too few items", f"list at least {detail['ctx']['min_length']}"
    if kind == "too_long":
        return "too many items", f"list at most {detail['ctx']['max_length']}"
    if kind in ("string_type", "model_type", "dict_type", "model_attributes_type"):
        wanted = "a text" if kind == "string_type" else "fields of its own"
        return f"should hold {wanted}", "compare the template in CONTRIBUTING.md"
    return detail["msg"], "compare the template in CONTRIBUTING.md"


def _fields_at(model: Any, where: FieldPath) -> list[str]:
    """The field names of the part that a path leads to."""
    for part in where:
        if isinstance(part, str):
            annotation = model.model_fields[part].annotation
            inner = [a for a in (annotation, *getattr(annotation, "__args__", ())) if hasattr(a, "model_fields")]
            if inner:
                model = inner[0]
    return list(model.model_fields)
