"""CSV text → one flat record a row, with the line that each row starts on."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from loaders.problems import Problem
from loaders.yaml_files import Refused

MAX_BYTES = 67_108_864
MAX_CELL = 131_072


@dataclass(frozen=True)
class Row:
    line: int
    cells: dict[str, str]


def parse_csv(text: str, path: str) -> tuple[list[Row], list[Problem]]:
    """Rows by header, and a problem for each row that cannot be one. Raises Refused if the header is no header."""
    header_line = text.split("\n", 1)[0]
    if ";" in header_line and "," not in header_line:
        raise Refused(1, "file", "“;” as separator", "save the file as comma-separated CSV")
    if "\t" in header_line and "," not in header_line:
        raise Refused(1, "file", "tabs as separator", "save the file as comma-separated CSV")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    csv.field_size_limit(MAX_CELL)
    rows: list[Row] = []
    problems: list[Problem] = []
    header: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader, None)
        except csv.Error as error:
            broken = _broken(path, line, reader.line_num, str(error))
            if not header:
                raise Refused(line, "file", broken.what, broken.mend) from error
            problems.append(broken)
            continue  # the reader starts afresh on the next line
        if values is None:
            break
        if not header:
            header = _header(values)
        elif any(values):
            if len(values) != len(header):
                what = f"{len(values)} cells where the header has {len(header)}"
                problems.append(Problem(path, line, "row", what, "add or remove commas; quote a cell that holds one"))
            else:
                rows.append(Row(line, {name: value.strip() for name, value in zip(header, values, strict=True)}))
    if not header:
        raise Refused(1, "file", "is empty", "start with a line of column names")
    return rows, problems


def _header(values: list[str]) -> list[str]:
    header = [value.strip() for value in values]
    for number, name in enumerate(header, 1):
        if not name:
            raise Refused(1, "file", f"column {number} has no name", "name every column")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise Refused(1, twice[0], "a column given twice", "keep one of the two")
    parts = {name[:dot] for name in header for dot, letter in enumerate(name) if letter == "."}
    whole = sorted(parts.intersection(header))
    if whole:
        raise Refused(1, whole[0], "a column given both whole and in parts", "keep one of the two forms")
    if "id" not in header:
        raise Refused(1, "id", "no such column", "add a column “id”")
    return header


def _broken(path: str, line: int, last: int, error: str) -> Problem:
    mend = "close the quote, and double each quote inside a cell"
    if last > line or "unexpected end of data" in error:
        what = f"an unclosed quote swallows the lines from here to {last}"
    elif "larger than field limit" in error:
        what, mend = f"a cell of more than {MAX_CELL:,} characters", "shorten it"
    else:
        what = f"a quote in the wrong place ({error})"
    return Problem(path, line, "row", what, mend, last - line + 1)
