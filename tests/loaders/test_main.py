"""`python -m loaders`: what it prints and returns for a good folder and for none, and the schemas that it writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loaders import __main__ as command
from loaders.schema import schemas
from tests.made_up import SMALL

COUNTS = (
    "7 meetings, 4 statements, 5 initiatives, 3 people, 2 institutions, 2 places, 6 sources, 4 indicators, "
    "3 coverage, 0 meant; 0 left out\n"
)


def test_a_good_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", str(SMALL.parent)]) == 0
    assert capsys.readouterr().out == f"xaa-xbb: {COUNTS}"


def test_each_pair_has_its_line(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(copy, copy.parent / "xaa-xcc")
    (copy.parent / "xaa-xcc" / "indicators.csv").unlink()
    assert command.main(["check", str(copy.parent)]) == 0
    assert capsys.readouterr().out == f"xaa-xbb: {COUNTS}xaa-xcc: {COUNTS.replace('4 indicators', '0 indicators')}"


def test_a_note_is_something_to_mend(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "places.csv"
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert command.main(["check", str(copy)]) == 1
    note = "xaa-xbb/places.csv:1: file: a byte-order mark: save as UTF-8 without it (read as if it were absent)\n"
    assert capsys.readouterr().out == f"{note}xaa-xbb: {COUNTS}"


def test_a_finding_of_the_audits_is_something_to_mend(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    meeting = copy / "meetings" / "commission-third-session.yaml"
    meeting.write_text(meeting.read_text("utf-8").replace("host: XBB", "host: XAA"), "utf-8")
    assert command.main(["check", str(copy)]) == 1
    finding = "hosted by XAA, but wyeburg lies in XBB: correct one of them, or mark it in meant.csv"
    path = "xaa-xbb/meetings/commission-third-session.yaml"
    assert capsys.readouterr().out == f"{path}:7: host: {finding}\nxaa-xbb: {COUNTS}"


def test_the_audits_wait_until_everything_loads(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page whose only record is broken is not called unused."""
    (copy / "statements" / "other.csv").unlink()
    (copy / "initiatives" / "more.csv").unlink()
    (copy / "meetings" / "early.csv").write_text("id;title\n", "utf-8")
    assert command.main(["check", str(copy)]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in printed] == ["xaa-xbb/meetings/early.csv", "xaa-xbb"]


def test_no_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", str(tmp_path)]) == 2
    mend = "add a folder with a pair.yaml, such as data/aze-kaz/pair.yaml"
    assert capsys.readouterr().out == f"{tmp_path}:1: folder: holds no pair: {mend}\n"


def test_the_records_of_the_house_are_the_default(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Path(__file__).parents[2] / "data" == command.HOME
    monkeypatch.setattr(command, "check", lambda folder: print(folder) or 0)
    assert command.main(["check"]) == 0
    assert capsys.readouterr().out == f"{command.HOME}\n"


def test_schemas_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "HOME", tmp_path / "new")
    assert command.main(["schema"]) == 0
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "new" / "schema").iterdir()} == schemas()


@pytest.mark.parametrize("arguments", [[], ["mend"], ["check", "a", "b"]])
def test_anything_else_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main(arguments)
    assert left.value.code == 2
    assert "usage: python -m loaders" in capsys.readouterr().err
