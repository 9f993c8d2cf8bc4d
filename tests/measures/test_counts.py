"""The paragraph of counts: counted by hand for the small pair, and the README's own is that of the records."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.dataset import load_dataset
from loaders.frames import Frames, build_frames
from measures.counts import END, START, counts, write_counts

HOME = Path(__file__).parents[2]
SMALL_COUNTS = (
    "6 meetings, 4 statements and 5 initiatives, 1994 to 2024, and 4 figures by named reporters. They rest on 6 pages of "
    "6 publishers in 3 languages: 1.4 a record, an official one for 46.7%, one of each side for 26.7%. 3 commitments are "
    "marked, 2 of them seen kept. Of the cells of sector and year, 22 hold records and 2 were searched in vain."
)


def test_counts_of_the_small_pair(small: Frames) -> None:
    assert counts(small) == SMALL_COUNTS


def test_they_are_written_between_their_marks(small: Frames, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"# A\n\n{START}\nold\n{END}\n\nend\n", "utf-8")
    write_counts(readme, small)
    assert readme.read_text("utf-8") == f"# A\n\n{START}\n{SMALL_COUNTS}\n{END}\n\nend\n"
    readme.write_text("# A\n", "utf-8")
    with pytest.raises(ValueError, match="substring not found"):
        write_counts(readme, small)


def test_the_readme_says_what_the_records_say() -> None:
    told = counts(build_frames(load_dataset(HOME / "data" / "aze-kaz")))
    assert f"{START}\n{told}\n{END}" in (HOME / "README.md").read_text("utf-8")
