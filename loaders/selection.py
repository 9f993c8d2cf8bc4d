"""The selection: which records a reader has asked for, as a pure value that every page and every address shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from loaders.dates import BadDate, in_words, parse
from loaders.fold import fold
from loaders.frames import Frames
from loaders.problems import nearest
from loaders.vocabulary import vocabulary


@dataclass(frozen=True)
class Chip:
    """One filter in force: its field and value, and the words for it."""

    field: str
    value: str
    label: str


@dataclass(frozen=True)
class Selection:
    """Which records to show. Fields of several values keep a record that has any of them; fields narrow each other.

    `first` and `last` are EDTF years or months; a record is kept if its dates overlap the range. `sectors` may hold
    pillars too. `statuses` are those of an initiative's last step. `sourced` keeps records with an official source
    (`official`), with sources of both countries (`both-sides`) or with accounts that disagree (`disputed`), `promises`
    those with a commitment (`made`), with one seen kept or not seen kept (`kept`, `open`); of several, those with all.
    `text` keeps records in which every word occurs, spelling folded.
    """

    first: str | None = None
    last: str | None = None
    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sourced: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    text: str = ""

    def without(self, name: str, value: str = "") -> Selection:
        """This selection less one value of a field, or less the whole field."""
        if name == "dates":
            return replace(self, first=None, last=None)
        current = getattr(self, name)
        if isinstance(current, tuple) and value:
            return self.having(name, tuple(item for item in current if item != value))
        return self.having(name, () if isinstance(current, tuple) else "")

    def having(self, name: str, value: Any) -> Selection:
        """This selection with one field set by its name."""
        return replace(self, **{name: value})

    @property
    def is_all(self) -> bool:
        return self == Selection()

    def chips(self, frames: Frames) -> list[Chip]:
        """The filters in force, in words, in the order of the sidebar."""
        chips = [Chip("dates", "", self._dates_in_words())] if self.first or self.last else []
        words = vocabulary()
        naming: dict[str, Callable[[str], str]] = {
            "sectors": words.name,
            "kinds": lambda kind: words.plurals[kind],
            "sides": frames.side_name,
            "levels": words.name,
            "people": lambda ident: frames.label("person", ident),
            "institutions": lambda ident: frames.label("institution", ident),
            "statuses": words.name,
            # By its own list: “official” is a level too.
            "sourced": lambda code: words.terms["sourced"][code],
            "promises": lambda code: words.terms["promises"][code],
        }
        for name, label in naming.items():
            chips += [Chip(name, value, label(value)) for value in getattr(self, name)]
        return chips + ([Chip("text", "", f"“{self.text}”")] if self.text else [])

    def _dates_in_words(self) -> str:
        if self.first and self.last:
            first, last = in_words(self.first), in_words(self.last)
            return first if first == last else f"{first}–{last}"
        return f"since {in_words(self.first)}" if self.first else f"until {in_words(self.last or '')}"

    def in_words(self, frames: Frames) -> str:
        """“Culture · 2022–2026”, or “everything”."""
        return " · ".join(chip.label for chip in self.chips(frames)) or "everything"

    def apply(self, frames: Frames) -> View:
        """The records that the selection keeps."""
        records = frames.records
        mask = np.ones(len(records), dtype=bool)
        if self.first or self.last:
            first, last = self.range()
            # A record without dates cannot be said to lie in a range.
            mask &= records["start"].notna().to_numpy() | records["end"].notna().to_numpy()
            if first:
                mask &= ~(records["end"] < pd.Timestamp(first)).to_numpy()
            if last:
                mask &= ~(records["start"] > pd.Timestamp(last)).to_numpy()
        if self.kinds:
            mask &= records["kind"].isin(self.kinds).to_numpy()
        if self.levels:
            mask &= records["level"].isin(self.levels).to_numpy()
        if self.statuses:
            mask &= records["status"].isin(self.statuses).to_numpy()
        for quality in (*self.sourced, *self.promises):
            mask &= records[QUALITIES[quality]].to_numpy()
        for link, wanted in self._linked().items():
            if wanted:
                table = frames.links[link]
                hit = np.zeros(len(records), dtype=bool)
                hit[table.loc[table["value"].isin(wanted), "row"].to_numpy()] = True
                mask &= hit
        for word in fold(self.text).split():
            mask &= records["haystack"].str.contains(word, regex=False).to_numpy(dtype=bool)
        return View(frames, self, mask)

    def range(self) -> tuple[date | None, date | None]:
        """First and last day asked for."""
        return parse(self.first).start if self.first else None, parse(self.last).end if self.last else None

    def _linked(self) -> dict[str, tuple[str, ...]]:
        words = vocabulary()
        sectors = [
            s for item in self.sectors for s in (words.sectors_under(item) + ((item,) if item in words.sectors else ()))
        ]
        return {"sector": tuple(sectors), "side": self.sides, "person": self.people, "institution": self.institutions}

    def to_query(self) -> dict[str, list[str]]:
        """The address form: {parameter: values}, defaults left out."""
        query: dict[str, list[str]] = {}
        for name, parameter in PARAMETERS.items():
            value = getattr(self, name)
            if value:
                query[parameter] = list(value) if isinstance(value, tuple) else [value]
        return query


# The column of Frames.records behind each value of `sourced` and of `promises`.
QUALITIES = {
    "official": "official", "both-sides": "both_sides", "disputed": "disputed",
    "made": "promised", "kept": "kept", "open": "unkept",
}  # fmt: skip
# "environment" is both a pillar and its only sector; the sector's id serves for both.
PARAMETERS = {
    "first": "from", "last": "to", "sectors": "sector", "kinds": "kind", "sides": "side", "levels": "level",
    "people": "person", "institutions": "institution", "statuses": "status", "sourced": "sourced",
    "promises": "promises", "text": "q",
}  # fmt: skip

# What a reader calls a parameter whose own name says little.
FILTER_NAMES = {"sourced": "source filter", "promises": "commitment filter"}


def choices(frames: Frames) -> dict[str, list[str]]:
    """The values that each filter offers, in the order of display. People and institutions: those that records name."""
    words = vocabulary()
    sectors: list[str] = []
    for pillar in words.pillars:
        under = words.sectors_under(pillar)
        sectors += [*([pillar] if len(under) > 1 else []), *under]
    present = set(frames.links["side"]["value"])
    pair = [side.code for side in frames.pair.sides]
    return {
        "sectors": sectors,
        "kinds": list(words.terms["kind"]),
        "sides": [*pair, *sorted(present - set(pair))],
        "levels": list(words.terms["level"]),
        "people": _named(frames, "person"),
        "institutions": _named(frames, "institution"),
        "statuses": list(words.terms["status"]),
        "sourced": list(words.terms["sourced"]),
        "promises": list(words.terms["promises"]),
    }


def _named(frames: Frames, kind: str) -> list[str]:
    """Ids that records name, by surname or name."""
    used = frames.links[kind]["value"].unique()
    return sorted(used, key=lambda ident: fold(frames.label(kind, ident)))


def from_query(query: Mapping[str, Sequence[str]], frames: Frames) -> tuple[Selection, list[str]]:
    """An address → the selection, and a sentence for each value that no longer exists (it is ignored, not obeyed)."""
    offered = choices(frames)
    values: dict[str, Any] = {}
    notes: list[str] = []
    for name, parameter in PARAMETERS.items():
        given = [value for value in query.get(parameter, ()) if value]
        if name in ("first", "last"):
            values[name] = _date_from(given, parameter, notes)
        elif name == "text":
            values[name] = given[0][:200] if given else ""
        else:
            known = [value for value in dict.fromkeys(given) if value in offered[name]]
            values[name] = tuple(known)
            for value in given:
                if value not in known:
                    mend = nearest(value, offered[name])
                    hint = mend if mend.startswith("did you mean") else "it was ignored"
                    asked = FILTER_NAMES.get(parameter, parameter)
                    notes.append(f"This link asks for the {asked} “{value}”, which is not in the data: {hint}")
    selection = Selection(**values)
    first, last = selection.range()
    if first and last and first > last:
        notes.append(f"This link asks for {selection.first} to {selection.last}, which is backwards: it was turned")
        selection = replace(selection, first=selection.last, last=selection.first)
    return selection, notes


def _date_from(given: list[str], parameter: str, notes: list[str]) -> str | None:
    if not given:
        return None
    try:
        span = parse(given[0])
    except BadDate:
        span = None
    if span is None or span.precision not in ("year", "month", "day"):
        notes.append(f"This link asks for {parameter}={given[0]}, which is not a year, month or day: it was ignored")
        return None
    return given[0]


@dataclass(frozen=True)
class View:
    """The records that a selection keeps: what measures count and pages show.

    `counted` leaves out restatements; `records` has them. All positions are rows of `frames.records`.
    """

    frames: Frames
    selection: Selection
    mask: np.ndarray = field(repr=False)

    @cached_property
    def records(self) -> pd.DataFrame:
        return self.frames.records[self.mask]

    @cached_property
    def counted(self) -> pd.DataFrame:
        return self.records[self.records["counted"]]

    @cached_property
    def _counted_mask(self) -> np.ndarray:
        return self.mask & self.frames.records["counted"].to_numpy()

    def link(self, name: str) -> pd.DataFrame:
        """The long table of one kind of link, for counted records only."""
        table = self.frames.links[name]
        return table[self._counted_mask[table["row"].to_numpy()]]

    def of_counted(self, table: pd.DataFrame) -> pd.DataFrame:
        """Any table with a `row` column, for counted records only."""
        return table[self._counted_mask[table["row"].to_numpy(dtype="int64")]]

    @property
    def n(self) -> int:
        return len(self.counted)

    @property
    def restated(self) -> int:
        return len(self.records) - self.n

    @property
    def total(self) -> int:
        return int(self.frames.records["counted"].sum())

    def in_words(self) -> str:
        """“34 of 212 records · Culture · 2022–2026”."""
        words = f"{self.n:,} of {self.total:,} records"
        if not self.selection.is_all:
            words += f" · {self.selection.in_words(self.frames)}"
        if self.restated:
            words += f" · {self.restated_in_words()}"
        return words

    def restated_in_words(self) -> str:
        """“1 more record restates another and is not counted”."""
        if self.restated == 1:
            return "1 more record restates another and is not counted"
        return f"{self.restated:,} more records restate others and are not counted"

    def loosened(self) -> list[tuple[Chip, int]]:
        """For each filter in force, how many records would show without it, most first."""
        found = []
        for chip in self.selection.chips(self.frames):
            found.append((chip, self.selection.without(chip.field, chip.value).apply(self.frames).n))
        return sorted(found, key=lambda pair: -pair[1])
