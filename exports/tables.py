"""A frame as CSV (in a zip with its metadata), Excel and JSON: every row, every column, nothing reformatted."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from exports.about import About

# What begins a formula to a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What a worksheet holds: characters a cell, counted in UTF-16, and rows below the header.
CELL, ROWS = 32_767, 1_048_575


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe; negative numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def to_csv(frame: pd.DataFrame, about: About) -> bytes:
    """A zip of `NAME.csv` (UTF-8) and `NAME.metadata.json`."""
    stem = about.file_name("csv").removesuffix(".csv")
    safe = _changed(_plain(frame), safe_cell).rename(columns=safe_cell)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{stem}.csv", safe.to_csv(index=False, lineterminator="\r\n"))
        archive.writestr(f"{stem}.metadata.json", json.dumps(about.as_dict(), ensure_ascii=False, indent=2))
    return packed.getvalue()


def to_excel(frame: pd.DataFrame, about: About) -> bytes:
    """A workbook of two sheets, `data` and `about`. Text is written as text, so nothing in it can run.

    Rows that one sheet cannot hold go on in `data 2`; a text longer than a cell is cut, and `about` says where.
    """
    data, cuts = _cut(_plain(frame))
    starts = range(0, max(len(data), 1), ROWS)
    sheets = {f"data {number}" if number > 1 else "data": data[at : at + ROWS] for number, at in enumerate(starts, 1)}
    sheets["about"] = _about_rows(replace(about, notes=(*about.notes, *cuts)))
    made = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(made, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        for name, table in sheets.items():
            table.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            for number, column in enumerate(table.columns):
                longest = max([len(str(column)), *table.iloc[:200, number].astype(str).str.len()])
                writer.sheets[name].set_column(number, number, min(longest + 2, 60))
    return made.getvalue()


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Dates as ISO text, which every program shows alike, and None where nothing is known; all else as it is."""
    return _changed(frame, lambda value: None if pd.isna(value) else _dated(value))


def _dated(value: Any) -> Any:
    return value.strftime("%Y-%m-%d") if isinstance(value, date) else value


def _changed(frame: pd.DataFrame, change: Callable[[Any], Any]) -> pd.DataFrame:
    """Each cell changed. Not `frame.map`, which makes 2024.0 of 2024 where another row is empty."""
    cells = {number: [change(value) for value in frame.iloc[:, number]] for number in range(frame.shape[1])}
    changed = pd.DataFrame(cells, dtype=object)
    changed.columns = frame.columns
    return changed


def _cut(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The frame with texts no longer than a cell, and a sentence for each column that lost something."""
    cut = _changed(frame, _fitting)
    notes = []
    for number, column in enumerate(frame.columns):
        pairs = zip(frame.iloc[:, number], cut.iloc[:, number], strict=True)
        rows = [str(row) for row, (whole, kept) in enumerate(pairs, 2) if whole != kept]  # the header is row 1
        if rows:
            notes.append(
                f"Excel holds {CELL:,} characters a cell: “{column}” is cut in row {', '.join(rows)}, "
                "where it ends in “…”. The CSV and JSON files hold it whole."
            )
    return cut, notes


def _fitting(value: Any) -> Any:
    if not isinstance(value, str) or len(value.encode("utf-16-le")) <= 2 * CELL:
        return value
    return value.encode("utf-16-le")[: 2 * (CELL - 1)].decode("utf-16-le", "ignore") + "…"


def _about_rows(about: About) -> pd.DataFrame:
    rows: list[tuple[str, Any]] = []
    for field, value in about.as_dict().items():
        rows += [(field, item) for item in value] if isinstance(value, list) else [(field, value)]
    return pd.DataFrame(rows, columns=["field", "value"])


def to_json(frame: pd.DataFrame, about: About) -> bytes:
    """`{"about": …, "rows": [{column: value}]}`, UTF-8."""
    rows = _plain(frame).to_dict("records")
    return json.dumps(
        {"about": about.as_dict(), "rows": rows}, ensure_ascii=False, indent=2, default=_unpacked
    ).encode()


def _unpacked(value: Any) -> Any:
    """A number of numpy's as Python's own."""
    return value.item()
