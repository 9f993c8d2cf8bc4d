"""What the loaders' tests share: a writable copy of the small pair."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.made_up import SMALL

LONG_AGO = 1_700_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """The small pair in a folder of its own, all its files changed long ago."""
    folder = tmp_path / "data" / "xaa-xbb"
    shutil.copytree(SMALL, folder)
    for path in folder.rglob("*.*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    yield folder
