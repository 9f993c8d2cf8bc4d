"""CSV text → rows and their lines; what is wrong with a row, and what is wrong with the whole file."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.csv_files import MAX_CELL, parse_csv
from loaders.yaml_files import Refused


def rows(text: str) -> list[tuple[int, dict[str, str]]]:
    found, problems = parse_csv(text, "x.csv")
    assert problems == []
    return [(row.line, row.cells) for row in found]


def problems(text: str) -> tuple[list[str], list[tuple[int, str, str, int]]]:
    """(ids that came through, (line, field, what, lost) of each problem)."""
    found, wrong = parse_csv(text, "x.csv")
    assert all(problem.path == "x.csv" and problem.mend for problem in wrong)
    return [row.cells["id"] for row in found], [(p.line, p.field, p.what, p.lost) for p in wrong]


def refused(text: str) -> tuple[int, str, str]:
    with pytest.raises(Refused) as error:
        parse_csv(text, "x.csv")
    return error.value.line, error.value.field, error.value.what


def test_cells_are_text_and_lose_only_the_white_space_around_them() -> None:
    assert rows("id , value\n a, NA \nb,010\nc,\n") == [
        (2, {"id": "a", "value": "NA"}),
        (3, {"id": "b", "value": "010"}),
        (4, {"id": "c", "value": ""}),
    ]


def test_a_row_has_the_line_that_it_starts_on() -> None:
    text = 'id,note\na,"two\nlines"\n\nb,"a ""quoted"" word, and a comma"\n,\nc,3\n'
    assert rows(text) == [
        (2, {"id": "a", "note": "two\nlines"}),
        (5, {"id": "b", "note": 'a "quoted" word, and a comma'}),
        (7, {"id": "c", "note": "3"}),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ending(end: str) -> None:
    assert rows(end.join(["id,n", "a,1", "b,2", ""])) == [(2, {"id": "a", "n": "1"}), (3, {"id": "b", "n": "2"})]


def test_a_ragged_row_is_left_out_and_its_neighbours_stay() -> None:
    ids, wrong = problems("id,n\na,1\nb,2,3\nc\nd,4\n")
    assert ids == ["a", "d"]
    assert wrong == [(3, "row", "3 cells where the header has 2", 1), (4, "row", "1 cells where the header has 2", 1)]


def test_an_unclosed_quote_says_which_lines_it_swallows() -> None:
    ids, wrong = problems('id,n\na,1\nb,"2\nc,3\nd,4\n')
    assert ids == ["a"]
    assert wrong == [(3, "row", "an unclosed quote swallows the lines from here to 5", 3)]


def test_reading_goes_on_after_a_quote_that_meets_the_next_one() -> None:
    ids, wrong = problems('id,n\na,"1\nb,"2"\nc,3\n')
    assert ids == ["c"]
    assert wrong == [(2, "row", "an unclosed quote swallows the lines from here to 3", 2)]


def test_a_quote_inside_a_cell() -> None:
    ids, wrong = problems('id,n\na,"1"2\nb,2\n')
    assert ids == ["b"]
    assert wrong == [(2, "row", "a quote in the wrong place (',' expected after '\"')", 1)]


def test_a_cell_too_long() -> None:
    ids, wrong = problems(f"id,n\na,{'x' * MAX_CELL}\nb,{'x' * (MAX_CELL + 1)}\nc,2\n")
    assert ids == ["a", "c"]
    assert wrong == [(3, "row", "a cell of more than 131,072 characters", 1)]


@pytest.mark.parametrize(
    ("text", "line", "field", "what"),
    [
        ("", 1, "file", "is empty"),
        ("id;n\na;1\n", 1, "file", "“;” as separator"),
        ("id\tn\na\t1\n", 1, "file", "tabs as separator"),
        ("id,n,n\n", 1, "n", "a column given twice"),
        ("id,,n\n", 1, "file", "column 2 has no name"),
        ("name,n\n", 1, "id", "no such column"),
        ('id,"n\na,1\nb,2\n', 1, "file", "an unclosed quote swallows the lines from here to 3"),
        # One of the two would win in silence.
        ("id,names,names.ru\n", 1, "names", "a column given both whole and in parts"),
        ("id,steps.1.sources.1,steps.1.sources\n", 1, "steps.1.sources", "a column given both whole and in parts"),
    ],
)
def test_refused_as_a_whole(text: str, line: int, field: str, what: str) -> None:
    assert refused(text) == (line, field, what)


def test_a_semicolon_within_a_comma_separated_header_is_a_name() -> None:
    assert rows("id,a;b\nx,1\n") == [(2, {"id": "x", "a;b": "1"})]


cell = st.text(max_size=12).map(str.strip)


@given(st.lists(st.tuples(cell, cell, cell).filter(any), max_size=5))
def test_round_trip(table: list[tuple[str, ...]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([("id", "b", "c"), *table])
    found, wrong = parse_csv(out.getvalue(), "x.csv")
    assert wrong == []
    assert [tuple(row.cells.values()) for row in found] == table


likely = st.text('id,"\n;|\r\t a\x00', max_size=50)


@given((likely | st.text(max_size=50)).map(lambda text: "id,name\n" + text) | likely)
def test_every_line_is_a_row_or_told_of(text: str) -> None:
    try:
        found, wrong = parse_csv(text, "x.csv")
    except Refused as error:
        assert error.field and error.what and error.mend
        return
    lines = [row.line for row in found]
    assert lines == sorted(set(lines)) and all(line > 1 for line in lines)
    assert not set(lines) & {problem.line for problem in wrong}
    assert all(problem.lost >= 1 for problem in wrong)
