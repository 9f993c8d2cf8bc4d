"""A folder → the records of a pair: which folders are pairs, what a version stands for, what a broken file costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.dataset import find_pairs, load_dataset, unnamed_pair
from tests.made_up import SMALL


def test_the_small_pair() -> None:
    dataset = load_dataset(SMALL)
    assert (dataset.name, dataset.folder, dataset.pair.title) == ("xaa-xbb", SMALL, "Exland and Whyland")
    assert dataset.counts() == {
        "meeting": 7, "statement": 4, "initiative": 5, "person": 3, "institution": 2, "place": 2, "source": 6,
        "indicator": 4, "coverage": 3, "meant": 0,
    }  # fmt: skip
    assert (dataset.problems, dataset.left_out) == ((), 0)


def test_which_folders_are_pairs(tmp_path: Path) -> None:
    for name in ("b-pair", "a-pair", "no-pair"):
        (tmp_path / name).mkdir()
    for name in ("b-pair", "a-pair"):
        (tmp_path / name / "pair.yaml").touch()
    assert find_pairs(tmp_path) == [tmp_path / "a-pair", tmp_path / "b-pair"]
    assert find_pairs(tmp_path / "b-pair") == [tmp_path / "b-pair"]
    assert find_pairs(tmp_path / "no-pair") == find_pairs(tmp_path / "missing") == []


def test_the_version_stands_for_what_the_files_say(copy: Path) -> None:
    first = load_dataset(copy).version
    assert first == load_dataset(copy).version == load_dataset(SMALL).version
    meeting = copy / "meetings" / "state-visit.yaml"
    text = meeting.read_text("utf-8")
    meeting.write_text("# A note for curators.\n" + text, "utf-8")
    assert load_dataset(copy).version == first
    meeting.write_text(text.replace("Observer", "Guest"), "utf-8")
    second = load_dataset(copy).version
    assert second != first
    pair = copy / "pair.yaml"
    pair.write_text(pair.read_text("utf-8").replace("Exlandic", "Exlandish"), "utf-8")
    assert load_dataset(copy).version not in (first, second)


@pytest.mark.parametrize(
    "content",
    [b"", b"id;url;publisher\n", b"id,url\n\xfe\n", b'id,"url\n', b"a,b\n1,2\n"],
)
def test_sources_that_cannot_be_read_do_not_blank_the_meetings(copy: Path, content: bytes) -> None:
    before = load_dataset(copy)
    for path in (copy / "sources").iterdir():
        path.unlink()
    (copy / "sources.csv").write_bytes(content)
    after = load_dataset(copy)
    assert after.counts() == {**before.counts(), "source": 0}
    assert [(problem.path, problem.lost) for problem in after.problems] == [("xaa-xbb/sources.csv", 1)]


def test_sources_that_are_not_there_are_dangling(copy: Path) -> None:
    (copy / "sources" / "other.csv").unlink()
    dataset = load_dataset(copy)
    # Left are the records whose every source is an official one.
    kept = [loaded.record.id for loaded in dataset.records if loaded.kind in ("meeting", "statement", "initiative")]
    assert sorted(kept) == [
        "ada-on-culture",
        "bolat-on-the-bridge",
        "clean-water",
        "commission-third-session",
        "first-summit",
    ]
    # 11 of the 16 records and all four figures go; the railway names three missing sources and is counted once.
    assert dataset.left_out == 15
    assert [p.lost for p in dataset.problems if p.path.endswith("railway.yaml")] == [1, 0, 0, 0]


def test_losing_a_meeting_leaves_those_that_point_at_it(copy: Path) -> None:
    path = copy / "meetings" / "state-visit.yaml"
    path.write_text(path.read_text("utf-8").replace("level: head-of-state", "level: king"), "utf-8")
    dataset = load_dataset(copy)
    assert [str(problem) for problem in dataset.problems] == [
        "xaa-xbb/meetings/state-visit.yaml:3: level: unknown level “king”: use one of ambassador, business, "
        "deputy-minister, expert, head-of-government, head-of-state, minister, official, parliament"
    ]
    assert {"ada-on-culture", "state-visit-retold"} <= {loaded.record.id for loaded in dataset.records}


def test_one_record_with_several_faults_between_records_is_left_out_once(copy: Path) -> None:
    path = copy / "initiatives" / "railway.yaml"
    text = (
        path.read_text("utf-8")
        .replace("date: 2016", "date: 2011")
        .replace("implements: [first-summit]", "implements: [first-sumit]")
    )
    path.write_text(text, "utf-8")
    dataset = load_dataset(copy)
    assert [(problem.line, problem.field, problem.lost) for problem in dataset.problems] == [
        (6, "implements.1", 1),
        (9, "steps.2.date", 0),
    ]
    # What speaks about the railway stays: the railway is known, though left out.
    assert dataset.counts()["statement"] == 4


def test_a_pair_without_a_readable_pair_file_still_shows(copy: Path) -> None:
    (copy / "pair.yaml").write_text("title: [\n", "utf-8")
    dataset = load_dataset(copy)
    assert [(p.path, p.lost) for p in dataset.problems] == [("xaa-xbb/pair.yaml", 0)]
    assert [side.code for side in dataset.pair.sides] == ["XAA", "XBB"]
    assert dataset.counts()["meeting"] == 7


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("aze-kaz", ["AZE", "KAZ"]),
        ("xbb-xaa", ["XAA", "XBB"]),
        ("records", ["AAA", "BBB"]),
        ("əəə-kaz", ["AAA", "BBB"]),
    ],
)
def test_the_folder_name_stands_in_for_the_codes(name: str, codes: list[str]) -> None:
    pair = unnamed_pair(name)
    assert (pair.title, [side.code for side in pair.sides]) == (name, codes)
