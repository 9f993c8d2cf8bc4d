"""A folder or file that no kind of record claims is told, with the name that was probably meant."""

from __future__ import annotations

import shutil
from pathlib import Path

from loaders.dataset import load_dataset
from tests.made_up import SMALL


def test_what_no_kind_claims_is_told(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "xaa-xbb"))
    before = load_dataset(folder)
    (folder / "meeting").mkdir()
    (folder / "statments.csv").write_text("id\n")
    (folder / "meetings" / "late.YAML").write_text("title: Late\n")
    (folder / "README.md").write_text("Words about the folder are no record.\n")
    (folder / ".hidden.yaml").write_text("")
    after = load_dataset(folder)
    assert [str(problem) for problem in after.problems] == [
        "xaa-xbb/meeting:1: folder: no kind has this name: did you mean “meetings”?",
        "xaa-xbb/meetings/late.YAML:1: file: an ending that is not read: rename it to end in .yaml",
        "xaa-xbb/statments.csv:1: file: no kind has this name: did you mean “statements”?",
    ]
    assert after.left_out == 0
    assert after.counts() == before.counts()
