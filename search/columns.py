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


def codes_of(column: pd.Series, several: bool = False) -> Codes:
    codes, values = pd.factorize(column)
    small = np.int16 if len(values) < 1 << 15 else np.int32
    return Codes(tuple(str(value) for value in values), codes.astype(small), several)


@dataclass(frozen=True)
class Bins:
    """All facets in one table, so that one `bincount` counts them all.

    `bins[position]` holds a bin for each facet. `starts[facet]` is the bin of its missing values; those of its values
    follow. `members` tells which sectors each set of sectors holds.
    """

    bins: np.ndarray
    starts: dict[str, int]
    values: dict[str, np.ndarray]
    members: dict[str, np.ndarray]
    total: int

    @classmethod
    def of(cls, coded: dict[str, Codes]) -> Bins:
        starts: dict[str, int] = {}
        values: dict[str, np.ndarray] = {}
        members: dict[str, np.ndarray] = {}
        total = 0
        for facet in FACETS:
            codes = coded[facet]
            starts[facet] = total
            total += len(codes.values) + 1
            single = list(codes.values)
            if codes.several:
                sets = [set(value.split("|")) for value in codes.values]
                single = sorted(set().union(*sets))
                table = np.array([[value in held for value in single] for held in sets], dtype=np.int64)
                members[facet] = table.reshape(len(sets), len(single))
            values[facet] = np.array(single, dtype=object)
        kind = np.int16 if total < 1 << 15 else np.int32
        bins = np.empty((len(coded[FACETS[0]].codes), len(FACETS)), dtype=kind)
        for place, facet in enumerate(FACETS):
            bins[:, place] = coded[facet].codes.astype(np.int64) + 1 + starts[facet]
        return cls(bins, starts, values, members, total)

    def counts(self, positions: np.ndarray) -> dict[str, dict[str, int]]:
        """For each facet, {value: quotes} among the positions: values that occur only."""
        if not len(positions):
            return {facet: {} for facet in FACETS}
        counted = np.bincount(self.bins.take(positions, axis=0).ravel(), minlength=self.total)
        found: dict[str, dict[str, int]] = {}
        ends = [*self.starts.values(), self.total][1:]
        for (facet, start), end in zip(self.starts.items(), ends, strict=True):
            here = counted[start + 1 : end]
            if facet in self.members:
                here = here @ self.members[facet]
            places = here.nonzero()[0]
            found[facet] = dict(zip(self.values[facet][places].tolist(), here[places].tolist(), strict=True))
        return found


@dataclass(frozen=True)
class Columns:
    """`coded`: FACETS and `role`. `ranks`: by order, each quote's place in it. `years`: 0 where unknown. `ids` and
    `rows` of the records."""

    coded: dict[str, Codes]
    facets: Bins
    ranks: dict[str, np.ndarray]
    years: np.ndarray
    rows: np.ndarray
    ids: np.ndarray

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
        rows = quotes["row"].to_numpy(dtype=np.int64)
        return cls(coded, Bins.of(coded), ranks, years, rows, quotes["id"].to_numpy(dtype=object))

    def bytes(self) -> int:
        arrays = [codes.codes for codes in self.coded.values()] + [*self.ranks.values(), self.years, self.rows]
        arrays += [self.facets.bins, self.ids]
        return sum(array.nbytes for array in arrays)


def _places(order: np.ndarray) -> np.ndarray:
    """order[k] = position → place by position."""
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places
