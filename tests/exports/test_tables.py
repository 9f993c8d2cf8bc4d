"""Every file read back and compared cell by cell with the frame that it was made from."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from exports import tables
from exports.about import About
from loaders.selection import View
from measures import activity, sectors, timeline

ABOUT = About(
    "records-by-year", "Records by year", "Exland and Whyland", "Culture · 2020–2024", 3, "abc123", date(2026, 1, 5),
    "https://dyad.example.org/?sector=culture", ("One caveat.", "Another."), ("Agency: https://agency.example.org/1",),
)  # fmt: skip
ODD = pd.DataFrame(
    {
        "text": ["Қарасу көпірі, «мост»", 'He said "no"', "two\nlines", "a; b, c\tno"],
        "number": [-3, 0, 12, 1_000_000],
        "share": [-1 / 3, 0.1 + 0.2, np.nan, 1e-9],
        "known": [True, False, True, False],
        "day": pd.to_datetime(["2024-03-11", None, "1999-12-31", "2024-02-29"]),
        "year": pd.array([2024, None, 1999, 2024], dtype="Int64"),
        "kind": pd.Categorical(["meeting", "meeting", None, "statement"]),
        "step": [date(2024, 3, 11), None, date(2000, 1, 1), None],
    }
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# The same as Python's own values: dates as ISO text, None for what is not known.
CELLS = [
    ["Қарасу көпірі, «мост»", -3, -1 / 3, True, "2024-03-11", 2024, "meeting", "2024-03-11"],
    ['He said "no"', 0, 0.1 + 0.2, False, None, None, "meeting", None],
    ["two\nlines", 12, None, True, "1999-12-31", 1999, None, "2000-01-01"],
    ["a; b, c\tno", 1_000_000, 1e-9, False, "2024-02-29", 2024, "statement", None],
]


def csv_of(frame: pd.DataFrame, about: About = ABOUT) -> tuple[list[list[str]], dict]:
    with zipfile.ZipFile(io.BytesIO(tables.to_csv(frame, about))) as archive:
        stem = about.file_name("csv").removesuffix(".csv")
        assert archive.namelist() == [f"{stem}.csv", f"{stem}.metadata.json"]
        assert archive.testzip() is None
        rows = list(csv.reader(io.StringIO(archive.read(f"{stem}.csv").decode("utf-8"), newline=""), strict=True))
        return rows, json.loads(archive.read(f"{stem}.metadata.json"))


def excel_of(frame: pd.DataFrame, about: About = ABOUT) -> dict[str, list[list]]:
    """Sheets as rows of values; a formula would come back as one, and is refused."""
    book = openpyxl.load_workbook(io.BytesIO(tables.to_excel(frame, about)))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    return {
        sheet.title: [
            [unescape(value) if isinstance(value, str) else value for value in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    }


def as_in_excel(cell: object) -> object:
    """A sheet has no empty text, and sixteen digits of a number."""
    return float(f"{cell:.16g}") if isinstance(cell, float) else None if cell == "" else cell


def json_of(frame: pd.DataFrame, about: About = ABOUT) -> dict:
    return json.loads(tables.to_json(frame, about))


def test_csv_holds_every_cell() -> None:
    header, *rows = csv_of(ODD)[0]
    assert header == list(ODD.columns)
    assert rows == [["" if cell is None else str(cell) for cell in row] for row in CELLS]


def test_excel_holds_every_cell() -> None:
    header, *rows = excel_of(ODD)["data"]
    assert header == list(ODD.columns)
    assert rows == [list(map(as_in_excel, row)) for row in CELLS]
    assert [list(map(type, row)) for row in rows] == [list(map(type, row)) for row in CELLS]


def test_json_holds_every_cell() -> None:
    rows = json_of(ODD)["rows"]
    assert [list(row) for row in rows] == [list(ODD.columns)] * 4
    assert [list(row.values()) for row in rows] == CELLS


@pytest.mark.parametrize("measure", ["years", "sectors", "marks", "bins", "headline"])
def test_what_pages_show_is_what_files_hold(everything: View, measure: str) -> None:
    frame = {
        "years": lambda: activity.by_year(everything),
        "sectors": lambda: sectors.by_sector(everything, "parts"),
        "marks": lambda: timeline.marks(everything, "kind"),
        "bins": lambda: timeline.bins(everything, "kind", "year"),
        "headline": lambda: activity.headline(everything),
    }[measure]()
    # Turned into text by a way of its own, not the exports'.
    expected = [
        [str(value.date()) if isinstance(value, pd.Timestamp) else value for value in row]
        for row in frame.itertuples(index=False, name=None)
    ]
    assert [list(row.values()) for row in json_of(frame)["rows"]] == expected
    header, *rows = excel_of(frame)["data"]
    assert header == list(frame.columns)
    assert rows == [list(map(as_in_excel, row)) for row in expected]
    header, *rows = csv_of(frame)[0]
    assert rows == [list(map(str, row)) for row in expected]


@pytest.mark.parametrize("first", FORMULA)
def test_text_like_a_formula_is_made_safe_in_csv_and_kept_whole(first: str) -> None:
    text = f'{first}HYPERLINK("https://example.org?x="&A1)'
    frame = pd.DataFrame({f"{first}column": [text]})
    assert csv_of(frame)[0] == [[f"'{first}column"], [f"'{text}"]]
    assert excel_of(frame)["data"] == [[f"{first}column"], [text]]  # as text: excel_of refuses formulas
    assert json_of(frame)["rows"] == [{f"{first}column": text}]


def test_numbers_of_numpys_own_are_numbers() -> None:
    frame = pd.DataFrame({"a": pd.Series([np.int64(-7), np.float64(0.5), np.bool_(True)], dtype=object)})
    assert [row["a"] for row in json_of(frame)["rows"]] == [-7, 0.5, True]
    assert excel_of(frame)["data"] == [["a"], [-7], [0.5], [True]]


def test_numbers_below_zero_stay_numbers() -> None:
    frame = pd.DataFrame({"a": [-1, -2], "b": [-0.5, float("-1e300")]})
    assert csv_of(frame)[0][1:] == [["-1", "-0.5"], ["-2", "-1e+300"]]
    assert excel_of(frame)["data"][1:] == [[-1, -0.5], [-2, -1e300]]


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    frame = pd.DataFrame({"number": range(len(texts)), "text": pd.Series(texts, dtype=object)})
    back = [cell for _, cell in csv_of(frame)[0][1:]]
    assert back == [f"'{text}" if text.startswith(FORMULA) else text for text in texts]
    assert [row["text"] for row in json_of(frame)["rows"]] == texts


LONG = "ə" * 40_000


def test_a_text_longer_than_a_cell_is_whole_in_csv_and_json() -> None:
    frame = pd.DataFrame({"quote": ["short", LONG]})
    assert csv_of(frame)[0][2] == [LONG]
    assert json_of(frame)["rows"][1]["quote"] == LONG


def test_a_text_longer_than_a_cell_is_cut_in_excel_and_said() -> None:
    frame = pd.DataFrame({"id": ["a", "b", "c"], "quote": ["short", LONG, "x" * 32_767]})
    book = excel_of(frame)
    assert book["data"][2] == ["b", "ə" * 32_766 + "…"]
    assert book["data"][3] == ["c", "x" * 32_767]  # exactly a cell
    notes = [value for field, value in book["about"] if field == "notes"]
    assert notes == [
        "One caveat.",
        "Another.",
        "Excel holds 32,767 characters a cell: “quote” is cut in row 3, where it ends in “…”. "
        "The CSV and JSON files hold it whole.",
    ]
    assert csv_of(frame)[1]["notes"] == ["One caveat.", "Another."]


def test_a_cell_is_counted_as_excel_counts() -> None:
    """A character beyond the first plane takes two of the 32,767, and is not torn in half."""
    (_, (cell,)) = excel_of(pd.DataFrame({"quote": ["x" + "𐐷" * 20_000]}))["data"]
    assert cell == "x" + "𐐷" * 16_382 + "…"


def test_more_rows_than_a_sheet_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS", 2)
    book = excel_of(pd.DataFrame({"a": [1, 2, 3, 4, 5]}))
    assert list(book) == ["data", "data 2", "data 3", "about"]
    assert [book[name] for name in list(book)[:3]] == [[["a"], [1], [2]], [["a"], [3], [4]], [["a"], [5]]]


@pytest.mark.parametrize("frame", [pd.DataFrame(columns=["id", "day"]), ODD.head(0)])
def test_an_empty_frame_keeps_its_columns(frame: pd.DataFrame) -> None:
    assert csv_of(frame)[0] == [list(frame.columns)]
    assert excel_of(frame)["data"] == [list(frame.columns)]
    assert json_of(frame)["rows"] == []
    assert csv_of(frame)[1]["title"] == "Records by year"


def test_the_same_story_travels_with_every_file() -> None:
    _, metadata = csv_of(ODD)
    assert metadata == json_of(ODD)["about"] == ABOUT.as_dict()
    header, *rows = excel_of(ODD)["about"]
    assert header == ["field", "value"]
    told: dict[str, list] = {}
    for field, value in rows:
        told.setdefault(field, []).append(value)
    assert told == {field: value if isinstance(value, list) else [value] for field, value in metadata.items()}


def test_making_a_file_leaves_the_frame_as_it_was() -> None:
    before = ODD.copy(deep=True)
    for make in (tables.to_csv, tables.to_excel, tables.to_json):
        make(ODD, ABOUT)
    pd.testing.assert_frame_equal(ODD, before)
