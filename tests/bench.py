"""How the work behind one click grows: each step's time as a ratio to a bare pandas count in the same run.

`python -m tests.bench [SIZE …]`: the real records, copied until there are SIZE of them.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from loaders.dataset import Dataset, load_dataset
from loaders.files import Loaded
from loaders.frames import Frames, build_frames
from loaders.model import RECORD_KINDS
from loaders.selection import Selection
from loaders.store import Store
from measures.activity import by_year, headline
from measures.sectors import by_sector, by_sector_year
from measures.timeline import marks

REAL = Path(__file__).resolve().parents[1] / "data" / "aze-kaz"


def median(work: Callable[[], object], times: int = 7) -> float:
    """Seconds, the middle of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def grown(dataset: Dataset, size: int) -> Frames:
    """Frames of `size` records: the real ones again and again, each copy under an id of its own."""
    real = [loaded for loaded in dataset.records if loaded.kind in RECORD_KINDS]
    registers = [loaded for loaded in dataset.records if loaded.kind not in RECORD_KINDS]
    copies = []
    for number in range(size):
        loaded = real[number % len(real)]
        record = loaded.record.model_copy(update={"id": f"{loaded.record.id}-{number}"})
        copies.append(Loaded(loaded.kind, record, loaded.path, loaded.lines))
    return build_frames(replace(dataset, records=(*registers, *copies)))


def clicks(frames: Frames) -> dict[str, Callable[[], object]]:
    """The work behind a click, page by page."""
    some = Selection(first="2020", sectors=("society",))
    view = some.apply(frames)
    return {
        "filter by years and pillar": lambda: some.apply(frames).counted,
        "filter by free text": lambda: Selection(text="caspian").apply(frames).counted,
        "records by year": lambda: by_year(some.apply(frames)),
        "headline with change": lambda: headline(view),
        "records by sector": lambda: by_sector(view, "parts"),
        "sector × year": lambda: by_sector_year(view, "parts"),
        "timeline marks": lambda: marks(view, "kind"),
    }


def loading(dataset: Dataset) -> None:
    files = sorted(REAL.rglob("*.yaml"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    bare = median(lambda: [yaml.load(path.read_bytes(), Loader=loader) for path in files], 3)
    print(f"loading {len(files):,} YAML files (bare PyYAML = 1):")
    print(f"  read, check and type all   {median(lambda: load_dataset(REAL), 3) / bare:6.2f}")
    print(f"  build the frames           {median(lambda: build_frames(dataset), 3) / bare:6.2f}")
    store = Store(REAL.parent)
    store.get(REAL.name)
    print(f"  look whether files changed {median(lambda: store.get(REAL.name)) / bare:6.3f}")


def main(sizes: list[int]) -> None:
    dataset = load_dataset(REAL)
    loading(dataset)
    for size in sizes:
        frames = grown(dataset, size)
        bare = median(lambda frames=frames: frames.records.groupby(["year", "kind"], observed=True).size())  # type: ignore[misc]
        print(f"{size:,} records (a bare count by year and kind = 1):")
        for name, work in clicks(frames).items():
            print(f"  {name:<28}{median(work) / bare:8.1f}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000])
