"""Checked records → pandas frames, built once for a version of the data and never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from loaders.dataset import Dataset
from loaders.dates import DateSpan, in_words, parse
from loaders.fold import fold
from loaders.model import RECORD_KINDS, Commitment, Initiative, Meeting, Pair, Statement
from loaders.vocabulary import vocabulary

LINKS = ("sector", "person", "institution", "side", "source", "place")
RECORD_COLUMNS = (
    "id",
    "kind",
    "title",
    "date",
    "when",
    "start",
    "end",
    "year",
    "precision",
    "date_basis",
    "level",
    "form",
    "status",
    "place",
    "side",
    "counted",
    "summary",
    "sources",
    "official",
    "both_sides",
    "disputed",
    "promised",
    "kept",
    "unkept",
    "path",
    "haystack",
)
OFFICIAL = ("official", "treaty-register")


@dataclass(frozen=True)
class Frames:
    """One pair as tables.

    `records`: one row a meeting, statement or initiative (RECORD_COLUMNS), oldest first, undated last; `start`, `end`
    datetime64 (NaT where unknown), `year` Int64 or missing, `counted` False if it restates another, `sources` a number,
    `official` and `both_sides` whether any of them is official, and whether each country has one; `disputed` whether
    its sources disagree; `promised`, `kept`, `unkept` whether it holds a commitment, one seen kept, one not seen kept.
    `links[name]`: long tables (`row` = position in `records`, `value` = id, and `role`, `side` for people).
    `statements`, `steps`, `money`: what records of one kind hold beyond that. `commitments`: one row a promise.
    `indicators`: one row a figure. `coverage`: one row a year and sector that was looked into.
    `registers[kind]`: people, institutions, places and sources, indexed by id.
    `documents`: the typed record behind each id.
    """

    name: str
    pair: Pair
    version: str
    records: pd.DataFrame
    links: dict[str, pd.DataFrame]
    statements: pd.DataFrame
    steps: pd.DataFrame
    money: pd.DataFrame
    commitments: pd.DataFrame
    indicators: pd.DataFrame
    coverage: pd.DataFrame
    registers: dict[str, pd.DataFrame]
    documents: dict[str, Any]

    @property
    def first_year(self) -> int:
        return int(self.records["year"].min()) if self.records["year"].notna().any() else 1992

    @property
    def last_year(self) -> int:
        """That of the last day known to the year: a date such as 20XX stretches no axis."""
        ends = self.records.loc[self.records["year"].notna(), "end"]
        return int(ends.max().year) if ends.notna().any() else self.first_year

    def side_name(self, code: str) -> str:
        names = {side.code: side.name for side in self.pair.sides}
        return names.get(code, {"third": "Third parties", "joint": "Joint"}.get(code, code))

    def label(self, kind: str, ident: str) -> str:
        """The name of a registered person, institution, place or source; the id where none is registered."""
        return self._names[kind].get(ident, ident)

    def speaker(self, statement: Statement) -> str:
        """The name of who made a statement: a person or, where none speaks, an institution."""
        if statement.speaker:
            return self.label("person", statement.speaker)
        return self.label("institution", statement.institution or "")

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        # A page asks for some thousand names; a dictionary answers a hundred times faster than a frame.
        return {
            kind: dict(zip(table.index, table["name"].astype(str), strict=True))
            for kind, table in self.registers.items()
        }


def build_frames(dataset: Dataset) -> Frames:
    """Tables of a loaded dataset."""
    by_kind: dict[str, list[Any]] = {}
    paths = {}
    for loaded in dataset.records:
        by_kind.setdefault(loaded.kind, []).append(loaded.record)
        paths[loaded.record.id] = loaded.path
    documents = {loaded.record.id: loaded.record for loaded in dataset.records}
    registers = {kind: _register(by_kind.get(kind, [])) for kind in ("person", "institution", "place", "source")}
    records = [record for kind in RECORD_KINDS for record in by_kind.get(kind, [])]
    records.sort(key=_by_date)
    sides = [side.code for side in dataset.pair.sides]
    links = _links(records, sides)
    side_of = dict(zip(registers["source"].index, registers["source"]["side"], strict=True))
    official = set(registers["source"].query("kind in @OFFICIAL").index) if len(registers["source"]) else set()
    names = _spellings(registers)
    rows = [_row(record, sides, official, side_of, names, paths[record.id]) for record in records]
    frame = pd.DataFrame(rows, columns=list(RECORD_COLUMNS))
    for column in ("start", "end"):
        frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
    # Without a record every column would be of objects, and a mask of objects is none.
    frame = frame.astype({"year": "Int64", "counted": "bool", "sources": "int64", "official": "bool"})
    for column in ("both_sides", "disputed", "promised", "kept", "unkept"):
        frame[column] = frame[column].astype("bool")
    for column in ("kind", "precision", "date_basis", "level", "form", "status", "side"):
        frame[column] = frame[column].astype("category")
    return Frames(
        dataset.name,
        dataset.pair,
        dataset.version,
        frame,
        links,
        _statements(records),
        _steps(records),
        _money(records),
        _commitments(records),
        _indicators(by_kind.get("indicator", [])),
        _coverage(by_kind.get("coverage", [])),
        registers,
        documents,
    )


def span_of(record: Any) -> DateSpan:
    """A record's dates; an initiative lasts from its first step to its last."""
    if not isinstance(record, Initiative):
        return parse(record.date)
    first, last = parse(record.steps[0].date), parse(record.steps[-1].date)
    if len(record.steps) == 1:
        return first
    # The outermost edges of both, as EDTF writes them: nothing where unknown, two dots where open.
    edges = first.text.split("/")[0].replace("XXXX", ""), last.text.split("/")[-1].replace("XXXX", "")
    text = "/".join(edges) if first.start or last.end else "XXXX"
    return DateSpan(text, first.start, last.end, first.precision, first.approximate)


def people_of(record: Any) -> list[tuple[str, str, str]]:
    """(person, role at the time, side) of everyone that a record names."""
    if isinstance(record, Statement):
        return [(record.speaker, record.role or "", record.side)] if record.speaker else []
    taking_part = record.participants if isinstance(record, Meeting) else record.people
    return [(part.person, part.role or "", part.side) for part in taking_part]


def institutions_of(record: Any) -> list[str]:
    own = record.format if isinstance(record, Meeting) else getattr(record, "institution", None)
    return _unique([*([own] if own else []), *record.institutions])


def sources_of(record: Any) -> list[str]:
    """Every source of a record, those of its steps, amounts, versions and disagreeing accounts among them."""
    parts: list[Any] = [*record.steps, *record.money] if isinstance(record, Initiative) else []
    parts += record.versions if isinstance(record, Statement) else []
    parts += [account for conflict in record.conflicts for account in conflict.accounts]
    return _unique([*record.sources, *(source for part in parts for source in part.sources)])


def commitments_of(record: Any) -> list[Commitment]:
    """What a meeting or a statement promises; an initiative is an undertaking itself."""
    return [] if isinstance(record, Initiative) else record.commitments


def sides_of(record: Any, pair: list[str]) -> list[str]:
    """A statement has its speaker's side; meetings and initiatives belong to every side that took part."""
    if isinstance(record, Statement):
        return pair if record.side == "joint" else [record.side]
    if isinstance(record, Initiative):
        return [side for side in record.sides if side != "joint"] or pair
    return _unique([*pair, *(p.side for p in record.participants if p.side != "joint")])


def _unique(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def _by_date(record: Any) -> tuple[date, str]:
    span = span_of(record)
    return span.start or span.end or date.max, record.id


def _row(
    record: Any, pair: list[str], official: set[str], side_of: dict[str, str], names: dict[str, str], path: str
) -> dict[str, Any]:
    span = span_of(record)
    statement, initiative = isinstance(record, Statement), isinstance(record, Initiative)
    sources = sources_of(record)
    title = record.quote if statement else record.title
    named = [person for person, _, _ in people_of(record)] + institutions_of(record)
    place = None if statement else record.place
    texts = [title, record.summary or "", *(names.get(ident, "") for ident in [*named, place or ""])]
    texts += [vocabulary().sectors[sector] for sector in record.sectors] + _words_beyond(record)
    sides = sides_of(record, pair)
    promises = commitments_of(record)
    return {
        "id": record.id,
        "kind": type(record).__name__.lower(),
        "title": title,
        "date": span.text,
        "when": in_words(span.text),
        "start": span.start,
        "end": span.end,
        "year": span.year,
        "precision": span.precision,
        "date_basis": record.steps[0].date_basis if initiative else record.date_basis,
        "level": record.level,
        "form": record.wording if statement else record.type if initiative else record.form,
        "status": record.steps[-1].status if initiative else None,
        "place": place,
        "side": sides[0] if len(sides) == 1 else "both",
        "counted": not record.restates,
        "summary": record.summary or "",
        "sources": len(sources),
        "official": any(source in official for source in sources),
        "both_sides": set(pair) <= {side_of.get(source) for source in sources},
        "disputed": bool(record.conflicts),
        "promised": bool(promises),
        "kept": any(promise.kept_by for promise in promises),
        "unkept": any(not promise.kept_by for promise in promises),
        "path": path,
        "haystack": fold(" ¶ ".join(filter(None, texts))),
    }


def _words_beyond(record: Any) -> list[str]:
    if isinstance(record, Initiative):
        return [step.note for step in record.steps if step.note] + [p.role for p in record.people if p.role]
    promised = [promise.what for promise in record.commitments]
    if isinstance(record, Statement):
        return [text for text in (record.role, record.setting) if text] + promised
    return [p.role for p in record.participants if p.role] + promised


def _spellings(registers: dict[str, pd.DataFrame]) -> dict[str, str]:
    """id → every spelling of a name, so that either script finds it."""
    found = {}
    for kind in ("person", "institution", "place"):
        for ident, name, names in zip(
            registers[kind].index, registers[kind]["name"], registers[kind]["names"], strict=True
        ):
            found[ident] = " · ".join([name, *(spelling for group in names.values() for spelling in group)])
    return found


def _links(records: list[Any], pair: list[str]) -> dict[str, pd.DataFrame]:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in LINKS}
    for row, record in enumerate(records):
        for name, values in (
            ("sector", _unique(record.sectors)),
            ("institution", institutions_of(record)),
            ("side", sides_of(record, pair)),
            ("source", sources_of(record)),
            ("place", [record.place] if getattr(record, "place", None) else []),
        ):
            rows[name] += [{"row": row, "value": value} for value in values]
        rows["person"] += [{"row": row, "value": p, "role": role, "side": side} for p, role, side in people_of(record)]
    columns = {name: ["row", "value"] + (["role", "side"] if name == "person" else []) for name in LINKS}
    frames = {name: pd.DataFrame(rows[name], columns=columns[name]) for name in LINKS}
    for frame in frames.values():
        frame["row"] = frame["row"].astype("int64")
        frame["value"] = frame["value"].astype("category")
    return frames


def _register(records: list[Any]) -> pd.DataFrame:
    model_columns = [
        "id",
        "name",
        "names",
        "side",
        "type",
        "country",
        "url",
        "publisher",
        "title",
        "published",
        "language",
    ]
    rows = [{"name": getattr(record, "title", None) or record.id, **record.model_dump()} for record in records]
    frame = pd.DataFrame(rows)
    return (
        frame.reindex(columns=_unique([*frame.columns, *model_columns, "accessed", "kind"]))
        .set_index("id", drop=False)
        .rename_axis(None)
    )


def _statements(records: list[Any]) -> pd.DataFrame:
    columns = [
        "row",
        "id",
        "quote",
        "speaker",
        "institution",
        "role",
        "side",
        "language",
        "translation",
        "wording",
        "occasion",
        "setting",
    ]
    rows = [
        {"row": row, **{name: getattr(record, name) for name in columns[1:]}}
        for row, record in enumerate(records)
        if isinstance(record, Statement)
    ]
    return pd.DataFrame(rows, columns=columns)


def _steps(records: list[Any]) -> pd.DataFrame:
    rows = []
    for row, record in enumerate(records):
        for number, step in enumerate(getattr(record, "steps", []), 1):
            span = parse(step.date)
            rows.append(
                {
                    "row": row,
                    "id": record.id,
                    "step": number,
                    "status": step.status,
                    "date": step.date,
                    "when": in_words(step.date),
                    "start": span.start,
                    "end": span.end,
                    "year": span.year,
                    "note": step.note or "",
                    "meeting": step.meeting,
                    "sources": " | ".join(step.sources),
                }
            )
    columns = ["row", "id", "step", "status", "date", "when", "start", "end", "year", "note", "meeting", "sources"]
    return pd.DataFrame(rows, columns=columns).astype({"year": "Int64"})


def _money(records: list[Any]) -> pd.DataFrame:
    rows = [
        {"row": row, "id": record.id, **money.model_dump(exclude={"sources"}), "sources": " | ".join(money.sources)}
        for row, record in enumerate(records)
        for money in getattr(record, "money", [])
    ]
    return pd.DataFrame(rows, columns=["row", "id", "amount", "currency", "what", "note", "sources"])


def _commitments(records: list[Any]) -> pd.DataFrame:
    rows = [
        {
            "row": row,
            "id": record.id,
            **promise.model_dump(exclude={"kept_by"}),
            "due": promise.due or "",
            "note": promise.note or "",
            "due_end": parse(promise.due).end if promise.due else None,
            "kept_by": " | ".join(promise.kept_by),
        }
        for row, record in enumerate(records)
        for promise in commitments_of(record)
    ]
    return pd.DataFrame(rows, columns=["row", "id", "what", "side", "due", "due_end", "kept_by", "note"])


def _coverage(records: list[Any]) -> pd.DataFrame:
    rows = [(int(record.year), record.sector, record.outcome, record.looked_for) for record in records]
    return pd.DataFrame(rows, columns=["year", "sector", "outcome", "looked_for"])


def _indicators(records: list[Any]) -> pd.DataFrame:
    rows = []
    for record in records:
        span = parse(record.period)
        rows.append({**record.model_dump(), "start": span.start, "end": span.end, "year": span.year})
    columns = [
        "id",
        "indicator",
        "title",
        "period",
        "value",
        "unit",
        "reporter",
        "side",
        "sectors",
        "note",
        "disagrees_with",
        "sources",
        "start",
        "end",
        "year",
    ]
    return pd.DataFrame(rows, columns=columns).astype({"year": "Int64"})
