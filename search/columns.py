"""The quotes as columns that answer in no time: integer codes by position, counted with `bincount`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from loaders.frames import Frames

FACETS = ("speaker", "side", "level", "sector", "year", "language", "occasion")
QUOTE_COLUMNS = (
    "row", "id", "quote", "speaker", "role", "side", "level", "sector", "year", "language", "occasion", "start",
)  # fmt: skip


def quote_frame(frames: Frames) -> pd.DataFrame:
    """One row a statement (QUOTE_COLUMNS): `speaker` is the person or, where none speaks, the institution; `sector`
    joins ids with `|`; `year` is missing where unknown; `row` is the position in `frames.records`.
    """
    frame = frames.statements.copy()
    frame["speaker"] = frame["speaker"].fillna(frame["institution"])
    sectors = frames.links["sector"]
    joined = sectors["value"].astype(str).groupby(sectors["row"]).agg("|".join)
    frame["sector"] = frame["row"].map(joined)
    frame = frame.join(frames.records[["level", "year", "start"]], on="row")
    return frame[list(QUOTE_COLUMNS)].reset_index(drop=True)


@dataclass(frozen=True)
class Codes:
    """A column as codes: `codes[position]` is a place in `values`, -1 where there is none.

    Where a quote has several values (sectors), `values` are the sets of them that occur, joined with `|`.
    """

    values: tuple[str, ...]
    codes: np.ndarray
    several: bool = False

    def mask(self, wanted: Iterable[str]) -> np.ndarray:
        """bool by position: has any of the values."""
        wanted = set(wanted)
        table = [bool(wanted.intersection(value.split("|") if self.several else (value,))) for value in self.values]
        # Code -1 reads the last place: no value, not wanted.
        return np.array([*table, False], dtype=bool)[self.codes]

    def counts(self, positions: np.ndarray) -> dict[str, int]:
        """{value: quotes} among the positions, values that occur only."""
        counted = np.bincount(self.codes[positions] + 1, minlength=len(self.values) + 1)[1:]
        found: dict[str, int] = {}
        for place in np.flatnonzero(counted):
            for value in self.values[place].split("|") if self.several else (self.values[place],):
                found[value] = found.get(value, 0) + int(counted[place])
        return found


def codes_of(column: pd.Series, several: bool = False) -> Codes:
    codes, values = pd.factorize(column)
    small = np.int16 if len(values) < 1 << 15 else np.int32
    return Codes(tuple(str(value) for value in values), codes.astype(small), several)


@dataclass(frozen=True)
class Columns:
    """`coded`: FACETS and `role`. `ranks`: by order, each quote's place in it. `years`: 0 where unknown."""

    coded: dict[str, Codes]
    ranks: dict[str, np.ndarray]
    years: np.ndarray
    rows: np.ndarray

    @classmethod
    def of(cls, quotes: pd.DataFrame, names: dict[str, str]) -> Columns:
        """`names` gives the speakers' names, to sort by."""
        coded = {name: codes_of(quotes[name], several=name == "sector") for name in (*FACETS, "role")}
        years = quotes["year"].fillna(0).to_numpy(dtype=np.int16)
        days = quotes["start"].to_numpy(dtype="datetime64[D]").astype(np.int64)
        unknown = quotes["start"].isna().to_numpy()
        ids = pd.factorize(quotes["id"], sort=True)[0]
        last = np.iinfo(np.int64).max
        newest = _places(np.lexsort((-ids, np.where(unknown, last, -days))))
        oldest = _places(np.lexsort((ids, np.where(unknown, last, days))))
        speaker = coded["speaker"]
        surnames = [names.get(value, value).split()[::-1] for value in speaker.values]
        order = sorted(range(len(surnames)), key=lambda place: (surnames[place], place))
        place = np.empty(len(order) + 1, dtype=np.int32)
        place[order] = np.arange(len(order))
        place[-1] = len(order)
        by_speaker = _places(np.lexsort((newest, place[speaker.codes])))
        ranks = {"newest": newest, "oldest": oldest, "speaker": by_speaker}
        return cls(coded, ranks, years, quotes["row"].to_numpy(dtype=np.int64))

    def bytes(self) -> int:
        arrays = [codes.codes for codes in self.coded.values()] + [*self.ranks.values(), self.years, self.rows]
        return sum(array.nbytes for array in arrays)


def _places(order: np.ndarray) -> np.ndarray:
    """order[k] = position → place by position."""
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places
