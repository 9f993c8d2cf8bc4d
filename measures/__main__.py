"""`python -m measures` writes the figures of the first pair into README.md."""

from __future__ import annotations

from pathlib import Path

from loaders.dataset import load_dataset
from loaders.frames import build_frames
from measures.figures import write_figures

HOME = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    write_figures(HOME / "README.md", build_frames(load_dataset(HOME / "data" / "aze-kaz")))
