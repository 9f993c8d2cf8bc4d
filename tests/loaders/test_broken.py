"""One pair with everything wrong once: the printed list is tests/pairs/broken/expected.txt; the good stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.dataset import Dataset, load_dataset
from loaders.frames import build_frames
from loaders.selection import Selection
from loaders.yaml_files import MAX_BYTES

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "pairs" / "broken"
TALKS = "title: Talks in {place}\ndate: 2021-06-20\nlevel: minister\nform: consultation\nsources: [exland-agency-1]\n"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The broken pair with the files that an editor would mend, or a reader of the repository would curse."""
    folder = tmp_path_factory.mktemp("records") / "broken"
    shutil.copytree(BROKEN, folder)
    meetings = folder / "xaa-xbb" / "meetings"
    (meetings / "byte-order-mark.yaml").write_text(TALKS.format(place="Exton"), "utf-8-sig")
    (meetings / "wrong-encoding.yaml").write_text(TALKS.format(place="Gülşah"), "iso-8859-9")
    large = TALKS.format(place="Wyeburg").encode()
    (meetings / "too-large.yaml").write_bytes(large + b"#" * (MAX_BYTES + 1 - len(large)))
    return folder


@pytest.fixture(scope="module")
def dataset(broken: Path) -> Dataset:
    return load_dataset(broken / "xaa-xbb")


def test_the_whole_list_and_the_exit_code(broken: Path) -> None:
    # A process of its own, as a person would start it.
    run = subprocess.run(
        [sys.executable, "-m", "loaders", "check", str(broken)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout == (BROKEN / "expected.txt").read_text("utf-8")
    assert (run.returncode, run.stderr) == (1, "")


def test_the_same_list_without_a_process(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken / "xaa-xbb")]) == 1
    assert capsys.readouterr().out == (BROKEN / "expected.txt").read_text("utf-8")


def test_the_good_records_beside_them_load(dataset: Dataset) -> None:
    found: dict[str, list[str]] = {}
    for loaded in dataset.records:
        found.setdefault(loaded.kind, []).append(loaded.record.id)
    assert found == {
        "meeting": ["byte-order-mark", "good-follow-up", "good-visit"],
        "statement": ["good-quote"],
        "initiative": ["good-bridge"],
        "person": ["ada-ekson", "bolat-wye"],
        "institution": ["joint-commission", "exland-railways"],
        "place": ["exton", "wyeburg"],
        "source": [
            "exland-agency-1", "whyland-press-1", "exland-agency-2", "before-the-ragged-row", "after-the-ragged-row",
            "before-the-quote",
        ],
        "indicator": ["trade-2020"],
    }  # fmt: skip


def test_references_to_what_was_left_out_stay_as_written(dataset: Dataset) -> None:
    records = {loaded.record.id: loaded.record for loaded in dataset.records}
    assert records["good-visit"].sources == ["exland-agency-1", "swallowed-2"]
    assert records["good-follow-up"].follows_up == ["unknown-field", "two-documents"]
    assert records["good-quote"].occasion == "impossible-date"
    assert records["good-bridge"].implements == ["good-visit", "alias-bomb"]


def test_of_two_records_with_one_id_the_first_is_kept(dataset: Dataset) -> None:
    [commission] = [loaded.record for loaded in dataset.records if loaded.record.id == "joint-commission"]
    assert commission.name == "Joint Commission of Exland and Whyland"


def test_every_left_out_record_is_counted_once(dataset: Dataset) -> None:
    # Three rows behind the open quote; each other problem costs one record, the byte-order mark none.
    lost = {problem.path.rpartition("/")[2]: problem.lost for problem in dataset.problems}
    assert len(lost) == len(dataset.problems) == 22
    assert {name: number for name, number in lost.items() if number != 1} == {
        "byte-order-mark.yaml": 0,
        "unclosed-quote.csv": 3,
    }
    assert dataset.left_out == 23


def test_pages_can_be_built_from_what_is_left(dataset: Dataset) -> None:
    frames = build_frames(dataset)
    assert Selection().apply(frames).n == 5
    assert frames.label("source", "swallowed-2") == "swallowed-2"
    assert frames.records.set_index("id")["sources"].to_dict() == {
        "good-visit": 2, "good-quote": 1, "good-follow-up": 2, "good-bridge": 2, "byte-order-mark": 1,
    }  # fmt: skip
