"""Made-up pairs: the small one written by hand under tests/pairs, and random ones for laws that hold of any records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from loaders.dataset import Dataset, load_dataset
from loaders.dates import BadDate, parse
from loaders.files import Loaded
from loaders.frames import Frames, build_frames
from loaders.model import KINDS, Pair
from loaders.selection import Selection, View, choices
from loaders.vocabulary import vocabulary

SMALL = Path(__file__).parent / "pairs" / "small" / "xaa-xbb"
PAIR = {
    "title": "Exland and Whyland",
    "sides": [
        {"code": "XAA", "name": "Exland", "adjective": "Exlandic"},
        {"code": "XBB", "name": "Whyland", "adjective": "Whylandic"},
    ],
}
PEOPLE = {"ada": "XAA", "bolat": "XBB", "carla": "third"}
SOURCES = {"source-a": ("XAA", "official"), "source-b": ("XBB", "press"), "source-c": ("third", "research")}


@cache
def small_frames() -> Frames:
    dataset = load_dataset(SMALL)
    assert not dataset.problems, dataset.problems
    return build_frames(dataset)


def frames_of(records: Sequence[tuple[str, dict[str, Any]]]) -> Frames:
    """(kind, fields) of each record → the frames of a pair that holds them, with the people and sources above."""
    registered: list[tuple[str, dict[str, Any]]] = [
        ("person", {"id": ident, "name": ident.title(), "side": side}) for ident, side in PEOPLE.items()
    ]
    for ident, (side, kind) in SOURCES.items():
        page = {"id": ident, "url": f"https://example.org/{ident}", "publisher": ident, "language": "en"}
        registered.append(("source", page | {"accessed": "2026-01-05", "side": side, "kind": kind}))
    loaded = [
        Loaded(kind, KINDS[kind].model_validate(fields), f"xaa-xbb/{fields['id']}.yaml", {(): 1})
        for kind, fields in [*registered, *records]
    ]
    return build_frames(Dataset("xaa-xbb", SMALL, Pair.model_validate(PAIR), tuple(loaded), (), "made-up"))


def _possible(text: str) -> bool:
    try:
        parse(text)
    except BadDate:
        return False
    return True


_years = st.integers(1988, 2027).map(str)
_months = st.dates(min_value=parse("1988").start, max_value=parse("2027").end).map(lambda day: f"{day:%Y-%m}")
_days = st.dates(min_value=parse("1988").start, max_value=parse("2027").end).map(lambda day: f"{day:%Y-%m-%d}")
_ends = st.one_of(_years, _months, _days)
_ranges = st.builds("{}/{}".format, st.one_of(_ends, st.just("..")), st.one_of(_ends, st.just(".."))).filter(_possible)
dates = st.one_of(
    _days,
    _months,
    _years,
    _ranges,
    st.sampled_from(["XXXX", "199X", "20XX", "2021~", "2019-05~", "2020-03?", "2022-22", "2024-02-29", "2005-XX"]),
)

_sectors = st.lists(st.sampled_from(list(vocabulary().sectors)), max_size=4)
_sources = st.lists(st.sampled_from(list(SOURCES)), min_size=1, max_size=3)
_levels = st.sampled_from(list(vocabulary().terms["level"]))
_sides = st.sampled_from(["XAA", "XBB", "joint", "third"])
_words = st.sampled_from(["Road", "Bridge of trade", "Işıqlı yol", "Қарасу көпірі", "Ещё один мост"])


def _taking_part(person: str) -> dict[str, str]:
    return {"person": person, "role": "Minister", "side": PEOPLE[person]}


def _oldest_first(step: dict[str, Any]) -> date:
    """As the checks ask: what began at an unknown time comes first, what is not known at all comes last."""
    span = parse(step["date"])
    return span.start or (date.min if span.end else date.max)


_steps = st.lists(
    st.fixed_dictionaries(
        {"date": dates, "status": st.sampled_from(list(vocabulary().terms["status"])), "sources": _sources}
    ),
    min_size=1,
    max_size=3,
).map(lambda steps: sorted(steps, key=_oldest_first))
_common = {"sectors": _sectors, "sources": _sources, "level": _levels}
_fields = {
    "meeting": {
        **_common,
        "title": _words,
        "date": dates,
        "form": st.just("forum"),
        "participants": st.lists(st.sampled_from(list(PEOPLE)).map(_taking_part), max_size=3),
    },
    "statement": {
        **_common,
        "quote": _words,
        "date": dates,
        "speaker": st.sampled_from(list(PEOPLE)),
        "side": _sides,
        "language": st.just("en"),
        "wording": st.just("verbatim"),
    },
    "initiative": {
        **_common,
        "title": _words,
        "type": st.just("project"),
        "steps": _steps,
        "sides": st.lists(_sides, max_size=2),
    },
}


@st.composite
def frames(draw: st.DrawFn) -> Frames:
    """A random pair of up to a dozen records, some of which restate others."""
    kinds = draw(st.lists(st.sampled_from(list(_fields)), max_size=12))
    records = []
    for number, kind in enumerate(kinds):
        record = draw(st.fixed_dictionaries(_fields[kind])) | {"id": f"record-{number}"}
        if number and draw(st.integers(0, 4)) == 0:
            record["restates"] = [f"record-{draw(st.integers(0, number - 1))}"]
        records.append((kind, record))
    return frames_of(records)


# Ranges that a link may ask for: sensible, upside down, or wholly outside the data.
_asked = st.none() | _ends | st.sampled_from(["1900", "1993", "2100"])


def _some(values: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple) if values else st.just(())


def selections(data: Frames) -> st.SearchStrategy[Selection]:
    """Selections of the values that the data offers; each filter is left out as often as not."""
    offered = choices(data)
    fields = {name: st.just(()) | _some(values) for name, values in offered.items()}
    text = st.sampled_from(["", "", "", "road", "мост", "isiqli yol", "no such word"])
    return st.builds(Selection, first=_asked, last=_asked, text=text, **fields).filter(_is_forward)


def _is_forward(selection: Selection) -> bool:
    """No address gives a range that runs backwards: it is turned."""
    first, last = selection.range()
    return not (first and last and first > last)


@st.composite
def views(draw: st.DrawFn, of: st.SearchStrategy[Frames] | None = None) -> View:
    """A random selection over the small pair or over a random one."""
    data = draw(st.just(small_frames()) | frames() if of is None else of)
    return draw(selections(data)).apply(data)
