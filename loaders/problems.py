"""A problem found in a file: a value that is returned beside the good records, never raised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place.

    `path` is relative to the folder that was loaded, `line` counts from 1. `lost` is the number of records that the
    problem leaves out: 0 for a note about a record that was loaded all the same.
    """

    path: str
    line: int
    field: str
    what: str
    mend: str
    lost: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.field}: {self.what}: {self.mend}"


def nearest(word: str, names: Iterable[str]) -> str:
    """The mend for a misspelt word: the nearest known name, or the first of all of them."""
    known = sorted(set(names))
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    shown = ", ".join(known[:12])
    return f"use one of {shown}" + (f" … ({len(known)} in all)" if len(known) > 12 else "")
