"""A frame as CSV (in a zip with its metadata), Excel and JSON: every row, every column, nothing reformatted."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pandas as pd

from exports.about import About

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet would run as a formula gets a leading apostrophe; negative numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def to_csv(frame: pd.DataFrame, about: About) -> bytes:
    """A zip of `NAME.csv` (UTF-8) and `NAME.metadata.json`."""
    stem = about.file_name("csv").removesuffix(".csv")
    safe = frame.astype(object).map(safe_cell).rename(columns=safe_cell)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{stem}.csv", safe.to_csv(index=False, lineterminator="\r\n"))
        archive.writestr(f"{stem}.metadata.json", json.dumps(about.as_dict(), ensure_ascii=False, indent=2))
    return packed.getvalue()


def to_excel(frame: pd.DataFrame, about: About) -> bytes:
    """A workbook of two sheets, `data` and `about`. Text is written as text, so nothing in it can run."""
    made = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(made, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        _plain(frame).to_excel(writer, sheet_name="data", index=False, freeze_panes=(1, 0))
        _about_rows(about).to_excel(writer, sheet_name="about", index=False)
        for sheet, table in (("data", frame), ("about", _about_rows(about))):
            for number, column in enumerate(table.columns):
                longest = max([len(str(column)), *table[column].astype(str).str.len().head(200)])
                writer.sheets[sheet].set_column(number, number, min(longest + 2, 60))
    return made.getvalue()


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Dates as ISO text: a spreadsheet would otherwise show them its own way."""
    return frame.assign(**{c: frame[c].dt.strftime("%Y-%m-%d") for c in frame.select_dtypes("datetime").columns})


def _about_rows(about: About) -> pd.DataFrame:
    rows: list[tuple[str, Any]] = []
    for field, value in about.as_dict().items():
        rows += [(field, item) for item in value] if isinstance(value, list) else [(field, value)]
    return pd.DataFrame(rows, columns=["field", "value"])


def to_json(frame: pd.DataFrame, about: About) -> bytes:
    """`{"about": …, "rows": [{column: value}]}`, UTF-8."""
    rows = json.loads(_plain(frame).to_json(orient="records", force_ascii=False, double_precision=15))
    return json.dumps({"about": about.as_dict(), "rows": rows}, ensure_ascii=False, indent=2).encode()
