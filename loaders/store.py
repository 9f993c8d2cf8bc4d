"""The records in memory, read again when their files change."""

from __future__ import annotations

import gc
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from loaders.dataset import Dataset, find_pairs, load_dataset
from loaders.files import FileResult, find_files, load_file
from loaders.frames import Frames, build_frames

# A file that was changed less than this ago and now holds fewer records may be half-written.
SETTLING_SECONDS = 2.0

Stamp = tuple[int, int]


@dataclass
class _Remembered:
    stamp: Stamp
    result: FileResult


@dataclass
class _Pair:
    stamps: dict[str, Stamp] = field(default_factory=dict)
    files: dict[str, _Remembered] = field(default_factory=dict)
    settling: bool = False
    dataset: Dataset | None = None
    frames: Frames | None = None


class Store:
    """Pairs under one folder. Safe to share between threads; only changed files are read again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._pairs: dict[str, _Pair] = {}

    def names(self) -> list[str]:
        return [folder.name for folder in find_pairs(self.root)]

    def get(self, name: str) -> tuple[Dataset, Frames]:
        """The pair as its files are now. Raises KeyError for a pair that is not there."""
        folder = next((folder for folder in find_pairs(self.root) if folder.name == name), None)
        if folder is None:
            raise KeyError(name)
        with self._lock:
            pair = self._pairs.setdefault(name, _Pair())
            stamps = _stamps(folder)
            if pair.dataset is None or pair.frames is None or pair.settling or stamps != pair.stamps:
                self._load(pair, folder)
                pair.stamps = stamps
            assert pair.dataset is not None and pair.frames is not None
            return pair.dataset, pair.frames

    def _load(self, pair: _Pair, folder: Path) -> None:
        pair.settling = False

        def read(kind: str, path: Path, shown: str) -> FileResult:
            stamp = _stamp(path)
            known = pair.files.get(str(path))
            if known and known.stamp == stamp:
                return known.result
            result = load_file(kind, path, shown)
            fresh = abs(time.time() - stamp[0] / 1e9) < SETTLING_SECONDS
            if known and fresh and len(result.records) < len(known.result.records):
                pair.settling = True  # look again at the next interaction, whatever the stamps say
                return known.result
            pair.files[str(path)] = _Remembered(stamp, result)
            return result

        dataset = load_dataset(folder, read)
        if pair.dataset is None or pair.frames is None or dataset.version != pair.dataset.version:
            pair.frames = build_frames(dataset)
        pair.dataset = dataset
        # Streamlit collects garbage after every run; what is loaded for good need not be walked each time.
        gc.collect()
        gc.freeze()


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return 0, -1
    return status.st_mtime_ns, status.st_size


def _stamps(folder: Path) -> dict[str, Stamp]:
    files = [path for _, path in find_files(folder)] + [folder / "pair.yaml"]
    return {str(path): _stamp(path) for path in files}
