"""Audits: what no record shows by itself and only a person can judge. Each finding is mended, or marked as meant.

They run in `python -m loaders check`, not when a page loads. Each is a generator of findings, its docstring the rule.
A finding that is as it should be is marked in the pair's `meant.csv`, with the reason; a mark without a finding is
itself reported, so that marks do not outlive what they excuse.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from loaders.checks import references
from loaders.dataset import Dataset
from loaders.dates import DateSpan, parse
from loaders.files import Loaded
from loaders.fold import fold
from loaders.frames import people_of, span_of
from loaders.model import RECORD_KINDS, Coverage, Indicator, Meant, Meeting, Pair, Record, Statement
from loaders.offices import Office, has_left, office
from loaders.problems import Problem
from loaders.yaml_files import FieldPath

NEAR_DAYS = 3
ALIKE = 0.45  # share of words, for records of near days
NAMED_ALIKE = 0.6  # the same for undertakings, whenever they began: one is often announced again years later
QUOTE_WORDS = 8  # a shorter quote may stand within another by chance
_LEVELS = {"head-of-state": "president", "head-of-government": "prime-minister"}
_PLAIN = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True)
class Finding:
    """What an audit found, and the records that it concerns."""

    audit: str
    records: tuple[str, ...]
    problem: Problem


def _finding(audit: str, loaded: Loaded, where: FieldPath, what: str, mend: str, others: Sequence[str] = ()) -> Finding:
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
    problem = Problem(loaded.path, loaded.line(where), field, what, mend, 0)
    return Finding(audit, (loaded.record.id, *others), problem)


def near_duplicates(dataset: Dataset) -> Iterator[Finding]:
    """Two meetings or statements of near days alike in words or people; two initiatives of any days alike in title."""
    plain = _PLAIN.union(*(_words(name) for name in _countries(dataset.pair)))
    initiatives = list(_of(dataset, "initiative"))
    for first, second in combinations(initiatives, 2):
        if _unlinked(first.record, second.record) and _same_undertaking(first.record, second.record, plain):
            yield _near_duplicate(first, second)
    for kind in ("meeting", "statement"):
        dated = [(*_near(span_of(one.record)), one) for one in _of(dataset, kind)]
        dated.sort(key=lambda entry: (entry[0], entry[2].record.id))
        for number, (_, end, first) in enumerate(dated):
            for start, _, second in dated[number + 1 :]:
                if start > end:
                    break
                if _unlinked(first.record, second.record) and _alike(first.record, second.record, plain):
                    yield _near_duplicate(first, second)


def _near_duplicate(first: Loaded, second: Loaded) -> Finding:
    mend = "merge them, say restates in the later, or mark them in meant.csv"
    what = f"may be the same as “{first.record.id}”"
    return _finding("near-duplicate", second, ("id",), what, mend, [first.record.id])


def _unlinked(first: Any, second: Any) -> bool:
    """Neither restates the other nor is a part of it: such two are known to be two."""
    said = (*first.restates, *first.part_of, *second.restates, *second.part_of)
    return first.id not in said and second.id not in said


def _same_undertaking(first: Any, second: Any, plain: frozenset[str]) -> bool:
    return first.type == second.type and _shared(first.title, second.title, plain) >= NAMED_ALIKE


def _near(span: DateSpan) -> tuple[date, date]:
    """First and last day of a record, and a few more: a page's own day is often some days after the event."""
    start = span.start or span.end or date.min
    return start, (span.end or start) + timedelta(days=NEAR_DAYS)


def _alike(first: Any, second: Any, plain: frozenset[str]) -> bool:
    if isinstance(first, Statement):
        same = first.speaker == second.speaker and first.institution == second.institution
        return same and _shared(first.quote, second.quote, plain) >= ALIKE
    if _shared(first.title, second.title, plain) >= ALIKE:
        return True
    if first.date != second.date or first.form != second.form:
        return False
    who = [{part.person for part in record.participants} for record in (first, second)]
    return len(who[0]) > 1 and who[0] == who[1]


def _shared(first: str, second: str, plain: frozenset[str]) -> float:
    """Of all the words of two texts, how many they share (Jaccard), leaving out the plainest."""
    one, two = _words(first) - plain, _words(second) - plain
    return len(one & two) / len(one | two) if one | two else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text)))


def roles_at_dates(dataset: Dataset) -> Iterator[Finding]:
    """A role that other records contradict: by its level, by the same person, or by another holder of the office.

    A person who holds one office before and after does not hold another in between; an office that one person of a side
    holds before and after is not another's in between.
    """
    for loaded in _of(dataset, "statement"):
        record = loaded.record
        if record.level in _LEVELS and has_left(record.role):  # type: ignore[attr-defined]
            what = f"the level is {record.level}, but by the role the speaker had left that office"  # type: ignore[attr-defined]
            yield _finding("role-at-date", loaded, ("level",), what, "correct the level or the role")
    held = list(_held(dataset))
    for entry in held:
        record = entry.loaded.record
        wanted = _LEVELS.get(getattr(record, "level", None) or "")
        if isinstance(record, Statement) and wanted and entry.office.rank != wanted:
            what = f"the role “{record.role}” is not that of the level {record.level}"
            yield _finding("role-at-date", entry.loaded, ("role",), what, "correct the level or the role")
    by_person, by_office = defaultdict(list), defaultdict(list)
    for entry in held:
        by_person[entry.person].append(entry)
        if entry.office.single:
            by_office[entry.side, entry.office].append(entry)
    for group in by_person.values():
        yield from _interrupted(group, lambda entry: entry.office, "held another office before and after")
    for group in by_office.values():
        yield from _interrupted(group, lambda entry: entry.person, "another held the office before and after")


@dataclass(frozen=True)
class _Held:
    person: str
    side: str
    office: Office
    day: date
    loaded: Loaded


def _held(dataset: Dataset) -> Iterator[_Held]:
    countries = _countries(dataset.pair)
    for loaded in _of(dataset, "meeting", "statement"):
        span = parse(loaded.record.date)  # type: ignore[attr-defined]
        for person, role, side in people_of(loaded.record):
            found = office(role, countries)
            if found and span.start and span.precision == "day":
                yield _Held(person, side, found, span.start, loaded)


def _countries(pair: Pair) -> list[str]:
    return [name for side in pair.sides for name in (side.adjective, side.name)]


def _interrupted(group: list[_Held], of: Callable[[_Held], Any], what: str) -> Iterator[Finding]:
    """Entries whose `of` differs from that of the days before and after, where those two agree."""
    days: dict[date, list[_Held]] = defaultdict(list)
    for entry in group:
        days[entry.day].append(entry)
    order = sorted(days)
    for before, day, after in zip(order, order[1:], order[2:], strict=False):
        around = {of(entry) for near in (before, after) for entry in days[near]}
        if len(around) != 1:
            continue
        for entry in days[day]:
            if of(entry) not in around:
                other = days[before][0]
                told = f"{entry.person} as {entry.office.rank} {entry.office.portfolio}".strip()
                text = f"{told}: {what}, as in “{other.loaded.record.id}”"
                mend = "read both again: correct the role or the day, or mark it in meant.csv"
                yield _finding("role-at-date", entry.loaded, ("date",), text, mend)


def places_and_hosts(dataset: Dataset) -> Iterator[Finding]:
    """A meeting takes place in its host's country."""
    country = {one.record.id: one.record.country for one in _of(dataset, "place")}  # type: ignore[attr-defined]
    codes = {side.code for side in dataset.pair.sides}
    for loaded in _of(dataset, "meeting"):
        meeting = loaded.record
        assert isinstance(meeting, Meeting)
        if meeting.host is None or meeting.host == "joint" or meeting.place not in country:
            continue
        where = country[meeting.place]
        if meeting.host != (where if where in codes else "third"):
            what = f"hosted by {meeting.host}, but {meeting.place} lies in {where}"
            yield _finding("place-and-host", loaded, ("host",), what, "correct one of them, or mark it in meant.csv")


def days_of_occasions(dataset: Dataset) -> Iterator[Finding]:
    """A statement is made while its occasion lasts."""
    meetings = {one.record.id: one.record for one in _of(dataset, "meeting")}
    for loaded in _of(dataset, "statement"):
        statement = loaded.record
        assert isinstance(statement, Statement)
        if statement.occasion is None or statement.occasion not in meetings:
            continue
        said, held = parse(statement.date), span_of(meetings[statement.occasion])
        if (said.start and held.end and said.start > held.end) or (said.end and held.start and said.end < held.start):
            what = f"said on {said.text}, but “{statement.occasion}” was on {held.text}"
            yield _finding("day-of-occasion", loaded, ("date",), what, "correct one of them, or mark it in meant.csv")


def quotes_twice(dataset: Dataset) -> Iterator[Finding]:
    """A quote stands in one record, neither twice nor within another."""
    texts = []
    for loaded in _of(dataset, "statement"):
        statement = loaded.record
        assert isinstance(statement, Statement)
        for quote in [statement.quote, *(version.quote for version in statement.versions)]:
            words = " ".join(re.findall(r"\w+", fold(quote)))
            texts.append((words, loaded))
    for (one, first), (two, second) in combinations(texts, 2):
        short, long = sorted((one, two), key=len)
        if first is second or not _unlinked(first.record, second.record):
            continue
        if short in long and (len(short.split()) >= QUOTE_WORDS or short == long):
            what = f"the same words as in “{first.record.id}”"
            mend = "merge them, or say restates in the later"
            yield _finding("quote-twice", second, ("quote",), what, mend, [first.record.id])


def evidence_before_promise(dataset: Dataset) -> Iterator[Finding]:
    """What keeps a commitment comes after it."""
    records = {one.record.id: one.record for one in _of(dataset, *RECORD_KINDS)}
    for loaded in _of(dataset, "meeting", "statement"):
        promised = parse(loaded.record.date).start  # type: ignore[attr-defined]
        for number, commitment in enumerate(loaded.record.commitments):  # type: ignore[attr-defined]
            for place, ident in enumerate(commitment.kept_by):
                ended = span_of(records[ident]).end
                if promised and ended and ended < promised:
                    where: FieldPath = ("commitments", number, "kept_by", place)
                    what = f"“{ident}” is older than the promise"
                    mend = "name a record that came later, or leave it out"
                    yield _finding("evidence-before-promise", loaded, where, what, mend, [ident])


def unused_sources(dataset: Dataset) -> Iterator[Finding]:
    """Every page in the register is the source of something."""
    used = {value for loaded in dataset.records for _, kind, value in references(loaded) if kind == "source"}
    for loaded in _of(dataset, "source"):
        if loaded.record.id not in used:
            yield _finding("unused-source", loaded, ("id",), "no record names this page", "name it, or take it out")


def one_address_twice(dataset: Dataset) -> Iterator[Finding]:
    """A page has one id, however its address is written."""
    first: dict[str, Loaded] = {}
    for loaded in _of(dataset, "source"):
        earlier = first.setdefault(_address(loaded.record.url), loaded)  # type: ignore[attr-defined]
        if earlier is not loaded:
            what = f"the same page as “{earlier.record.id}”"
            yield _finding("one-address-twice", loaded, ("url",), what, "keep one of the two", [earlier.record.id])


def _address(url: str) -> str:
    parts = urlsplit(url.lower())
    host = re.sub(r"^(www|m|amp)\.", "", parts.netloc)
    path = re.sub(r"/(amp|print)?/?$", "", parts.path)
    asked = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not pair[0].startswith(("utm_", "fbclid"))))
    return f"{host}{path}?{asked}"


def unmarked_conflicts(dataset: Dataset) -> Iterator[Finding]:
    """Two values of one series for one period that differ name each other."""
    series: dict[tuple[str, str, str], list[Loaded]] = defaultdict(list)
    for loaded in _of(dataset, "indicator"):
        indicator = loaded.record
        assert isinstance(indicator, Indicator)
        series[indicator.indicator, indicator.period, indicator.unit].append(loaded)
    for group in series.values():
        for loaded in group:
            one = loaded.record
            differing = {two.record.id for two in group if two.record.value != one.value}  # type: ignore[attr-defined]
            if missing := sorted(differing - set(one.disagrees_with)):  # type: ignore[attr-defined]
                mend = f"disagrees_with: {' | '.join(sorted(differing))}"
                yield _finding("unmarked-conflict", loaded, ("disagrees_with",), f"differs from {missing[0]}", mend)


def coverage_contradicted(dataset: Dataset) -> Iterator[Finding]:
    """A cell of coverage says “none” where no record is, and “found” where one is."""
    cells = set()
    for loaded in _of(dataset, *RECORD_KINDS):
        if year := span_of(loaded.record).year:
            cells |= {(str(year), sector) for sector in loaded.record.sectors}  # type: ignore[attr-defined]
    for loaded in _of(dataset, "coverage"):
        cell = loaded.record
        assert isinstance(cell, Coverage)
        is_found = (cell.year, cell.sector) in cells
        if is_found != (cell.outcome == "found"):
            what = f"says {cell.outcome}, but {'a record exists' if is_found else 'there is no record'}"
            yield _finding("coverage-contradicted", loaded, ("outcome",), what, "correct the outcome")


AUDITS: tuple[Callable[[Dataset], Iterator[Finding]], ...] = (
    near_duplicates, roles_at_dates, places_and_hosts, days_of_occasions, quotes_twice, evidence_before_promise,
    unused_sources, one_address_twice, unmarked_conflicts, coverage_contradicted,
)  # fmt: skip


def audit(dataset: Dataset) -> list[Problem]:
    """Every finding that is not marked as meant, and every mark that meets no finding, in the order of the files.

    A mark that names several records covers every finding among them.
    """
    findings = [finding for rule in AUDITS for finding in rule(dataset)]
    marks = list(_of(dataset, "meant"))
    met: set[str] = set()
    open_ = []
    for finding in findings:
        covering = [mark.record.id for mark in marks if _covers(mark.record, finding)]
        met.update(covering)
        open_ += [] if covering else [finding.problem]
    idle = [mark for mark in marks if mark.record.id not in met]
    stale = [_finding("meant", mark, ("records",), "marks what is no longer found", "take it out") for mark in idle]
    return sorted({*open_, *(finding.problem for finding in stale)})


def _covers(mark: Record, finding: Finding) -> bool:
    assert isinstance(mark, Meant)
    return mark.audit == finding.audit and set(finding.records) <= set(mark.records)


def _of(dataset: Dataset, *kinds: str) -> Iterable[Loaded]:
    return (loaded for loaded in dataset.records if loaded.kind in kinds)
