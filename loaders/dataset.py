"""A folder of records → everything that was good in it, and everything that was not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loaders.checks import dangling_ids, duplicate_ids, steps_in_order
from loaders.files import FileResult, Loaded, find_files, load_file, load_pair_file, overlooked
from loaders.model import KINDS, Pair
from loaders.problems import Problem

Reader = Callable[[str, Path, str], FileResult]


@dataclass(frozen=True)
class Dataset:
    """The records of one pair. `version` is a hash of their files: equal versions, equal numbers."""

    name: str
    folder: Path
    pair: Pair
    records: tuple[Loaded, ...]
    problems: tuple[Problem, ...]
    version: str

    @property
    def left_out(self) -> int:
        return sum(problem.lost for problem in self.problems)

    def counts(self) -> dict[str, int]:
        """Records by kind, every kind present."""
        counts = dict.fromkeys(KINDS, 0)
        for loaded in self.records:
            counts[loaded.kind] += 1
        return counts


def find_pairs(root: Path) -> list[Path]:
    """The pair folders under `root`, by name; `root` itself if it is one."""
    if (root / "pair.yaml").is_file():
        return [root]
    if not root.is_dir():
        return []
    return sorted(path for path in root.iterdir() if path.is_dir() and (path / "pair.yaml").is_file())


def load_dataset(folder: Path, read: Reader = load_file) -> Dataset:
    """Load a pair's folder. `read` loads one file; the store passes one that remembers unchanged files."""
    prefix = folder.name
    pair, pair_problems = load_pair_file(folder / "pair.yaml", f"{prefix}/pair.yaml")
    digest = hashlib.sha256(repr(pair).encode())
    files: list[FileResult] = []
    for kind, path in find_files(folder):
        shown = f"{prefix}/{path.relative_to(folder).as_posix()}"
        files.append(read(kind, path, shown))
    records = [loaded for file in files for loaded in file.records]
    problems = pair_problems + [problem for file in files for problem in file.problems]
    problems += overlooked(folder, prefix)
    out: dict[int, Loaded] = {}
    for loaded, problem in [*duplicate_ids(records), *dangling_ids(records, files), *steps_in_order(records)]:
        first = id(loaded) not in out
        out[id(loaded)] = loaded
        problems.append(problem if first else Problem(*_fields(problem), lost=0))
    kept = tuple(loaded for loaded in records if id(loaded) not in out)
    for loaded in kept:
        digest.update(f"{loaded.kind}:{loaded.path}:{loaded.record!r}".encode())
    return Dataset(
        folder.name, folder, pair or unnamed_pair(folder.name), kept, tuple(sorted(problems)), digest.hexdigest()[:12]
    )


def unnamed_pair(name: str) -> Pair:
    """A stand-in where pair.yaml is broken, so that the records still show: the folder's name holds the codes."""
    codes = sorted({code.upper() for code in name.split("-") if re.fullmatch("[A-Za-z]{3}", code)})
    codes = codes if len(codes) == 2 else ["AAA", "BBB"]
    sides = [{"code": code, "name": code, "adjective": code} for code in codes]
    return Pair.model_validate({"title": name, "sides": sides})


def _fields(problem: Problem) -> tuple[str, int, str, str, str]:
    return problem.path, problem.line, problem.field, problem.what, problem.mend
