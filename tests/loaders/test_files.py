"""One file → records, problems, and the ids seen in it; which files are records at all; pair.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files import FileResult, find_files, load_file, load_pair_file
from loaders.model import KINDS

PLACE = "name: Exton\ncountry: XAA\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


def load(folder: Path, name: str, content: str | bytes, kind: str = "place") -> FileResult:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_file(kind, path, f"xaa-xbb/{name}")


def told(result: FileResult) -> list[tuple[int, str, str, int]]:
    return [(problem.line, problem.field, problem.what, problem.lost) for problem in result.problems]


def ids(result: FileResult) -> list[str]:
    return [loaded.record.id for loaded in result.records]


def test_a_yaml_file_is_one_record_named_after_the_file(folder: Path) -> None:
    result = load(folder, "exton.yaml", PLACE)
    [loaded] = result.records
    assert loaded.record == KINDS["place"].model_validate({"id": "exton", "name": "Exton", "country": "XAA"})
    assert (loaded.kind, loaded.path, loaded.line(("country",)), loaded.line(("names",))) == (
        "place",
        "xaa-xbb/exton.yaml",
        2,
        1,
    )
    assert (result.problems, result.known, result.opaque) == ((), {"exton"}, False)


def test_an_id_that_differs_from_the_name_is_noted_and_ignored(folder: Path) -> None:
    result = load(folder, "exton.yaml", PLACE + "id: wyeburg\n")
    assert ids(result) == ["exton"]
    assert told(result) == [(3, "id", "“wyeburg” is not the file's name", 0)]
    assert told(load(folder, "exton.yaml", PLACE + "id: exton\n")) == []


def test_a_name_that_is_no_id(folder: Path) -> None:
    result = load(folder, "Exton 1.yaml", PLACE)
    assert (ids(result), told(result)) == ([], [(1, "id", "“Exton 1” is not an id", 1)])


def test_several_problems_of_one_record_leave_out_one_record(folder: Path) -> None:
    result = load(folder, "exton.yaml", "nam: Exton\ncountry: Exland\n")
    assert told(result) == [
        (1, "name", "missing", 1),
        (2, "country", "“Exland” is not a country code", 0),
        (1, "nam", "unknown field", 0),
    ]
    assert (ids(result), result.known) == ([], {"exton"})


def test_a_duplicate_key_leaves_the_record_out(folder: Path) -> None:
    result = load(folder, "exton.yaml", PLACE + "name: Wyeburg\n")
    assert (ids(result), told(result)) == ([], [(3, "name", "given twice, first on line 1", 1)])


def test_a_byte_order_mark_is_noted_and_read_over(folder: Path) -> None:
    for name, content in (("exton.yaml", PLACE), ("places.csv", "id,name,country\nexton,Exton,XAA\n")):
        result = load(folder, name, b"\xef\xbb\xbf" + content.encode())
        assert (ids(result), told(result)) == (["exton"], [(1, "file", "a byte-order mark", 0)])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (PLACE.encode("utf-16"), "not UTF-8 text"),
        (b"name: x\n" * 40_000, "320,000 bytes is too large"),
        ("- a list", "holds no fields"),
    ],
)
def test_a_refused_yaml_file_is_still_known_by_its_name(folder: Path, content: str | bytes, what: str) -> None:
    result = load(folder, "exton.yaml", content)
    assert (ids(result), told(result)) == ([], [(1, "file", what, 1)])
    assert (result.known, result.opaque) == ({"exton"}, False)


def test_a_refused_csv_file_hides_its_ids(folder: Path) -> None:
    result = load(folder, "places.csv", "id;name;country\nexton;Exton;XAA\n")
    assert told(result) == [(1, "file", "“;” as separator", 1)]
    assert (ids(result), result.known, result.opaque) == ([], frozenset(), True)


def test_rows_have_their_own_lines_and_a_bad_one_keeps_its_id_known(folder: Path) -> None:
    result = load(folder, "places.csv", "id,name,country\nexton,Exton,XAA\nfar,,XAA\nwyeburg,Wyeburg,Whyland\n")
    assert ids(result) == ["exton"]
    assert told(result) == [(3, "name", "missing", 1), (4, "country", "“Whyland” is not a country code", 1)]
    assert (result.known, result.opaque) == ({"exton", "far", "wyeburg"}, False)


def test_a_row_that_cannot_be_read_hides_its_id(folder: Path) -> None:
    result = load(folder, "places.csv", "id,name,country\nexton,Exton,XAA\nfar,Far,Away,XAA\n")
    assert (ids(result), result.known, result.opaque) == (["exton"], {"exton"}, True)


def test_an_unknown_column_is_noted_once_and_ignored(folder: Path) -> None:
    result = load(folder, "places.csv", "id,name,contry,country,remark\nexton,Exton,x,XAA,y\nwyeburg,Wyeburg,x,XBB,y\n")
    assert ids(result) == ["exton", "wyeburg"]
    assert told(result) == [(1, "contry", "unknown column (ignored)", 0), (1, "remark", "unknown column (ignored)", 0)]
    assert result.problems[0].mend == "did you mean “country”?"


def test_an_unknown_column_inside_a_part_is_a_problem_of_the_row(folder: Path) -> None:
    header = "id,title,date,level,form,sources,participants.1.person,participants.1.sid\n"
    result = load(folder, "meetings.csv", header + "talks,Talks,2024,minister,session,a,ada,XAA\n", "meeting")
    assert told(result) == [(2, "participants.1.side", "missing", 1), (2, "participants.1.sid", "unknown field", 0)]


def test_a_file_that_is_not_there(folder: Path) -> None:
    result = load_file("place", folder / "gone.yaml", "xaa-xbb/gone.yaml")
    assert told(result) == [(1, "file", "cannot be opened (No such file or directory)", 1)]
    assert result.known == {"gone"}


def test_which_files_are_records(tmp_path: Path) -> None:
    wanted = [
        ("meeting", "meetings.csv"), ("meeting", "meetings/a.csv"), ("meeting", "meetings/b.yaml"),
        ("meeting", "meetings/c.yml"), ("person", "people/a.yaml"), ("source", "sources.yaml"),
        ("indicator", "indicators/z.csv"),
    ]  # fmt: skip
    others = ["pair.yaml", "notes.csv", "meetings/.a.yaml", "meetings/_draft.yaml", "meetings/~a.csv", "meetings/a.txt",
              "meetings/deeper/a.yaml", "meeting/a.yaml"]  # fmt: skip
    for name in [*(name for _, name in wanted), *others]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "meetings" / "folder.yaml").mkdir()
    assert [(kind, path.relative_to(tmp_path).as_posix()) for kind, path in find_files(tmp_path)] == wanted


PAIR = "title: T\nsides:\n  - {code: XAA, name: Exland, adjective: Exlandic}\n  - {code: XBB, name: W, adjective: W}\n"


@pytest.mark.parametrize(
    ("content", "loads", "found"),
    [
        (PAIR, True, []),
        (PAIR + "title: U\n", True, [(5, "title", "given twice, first on line 1", 0)]),
        (PAIR + "color: red\n", False, [(5, "color", "unknown field", 0)]),
        (PAIR.replace("XBB", "XA"), False, [(4, "sides.2.code", "“XA” is not a country code", 0)]),
        (PAIR.replace("XBB", "XAA"), False, [(1, "record", "the two sides are out of order", 0)]),
        (PAIR + "  - {code: XCC, name: Z, adjective: Z}\n", False, [(2, "sides", "too many items", 0)]),
        (PAIR.rsplit("  -", 1)[0], False, [(2, "sides", "too few items", 0)]),
        ("- a\n", False, [(1, "file", "holds no fields", 0)]),
        (None, False, [(1, "file", "not found", 0)]),
    ],
)
def test_the_pair_file(
    tmp_path: Path, content: str | None, loads: bool, found: list[tuple[int, str, str, int]]
) -> None:
    path = tmp_path / "pair.yaml"
    if content is not None:
        path.write_text(content, "utf-8")
    pair, problems = load_pair_file(path, "xaa-xbb/pair.yaml")
    assert (pair is not None) == loads
    assert [(p.line, p.field, p.what, p.lost) for p in problems] == found


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
@given(st.sampled_from(list(KINDS)), st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_break_it(folder: Path, suffix: str, kind: str, content: bytes) -> None:
    result = load(folder, f"any.{suffix}", b"id,name\n" + content if suffix == "csv" else content, kind)
    # No random bytes are a whole record: whatever rows or fields there were are told of.
    assert result.records == ()
    assert all(problem.what and problem.mend and problem.line >= 1 for problem in result.problems)
    assert sum(problem.lost for problem in result.problems) >= (suffix == "yaml")
