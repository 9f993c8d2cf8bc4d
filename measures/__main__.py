"""`python -m measures` writes the counts of the first pair into README.md."""

from __future__ import annotations

from pathlib import Path

from loaders.dataset import load_dataset
from loaders.frames import build_frames
from measures.counts import write_counts

HOME = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    write_counts(HOME / "README.md", build_frames(load_dataset(HOME / "data" / "aze-kaz")))
