"""What holds of any frames: an initiative's dates span its steps, links say what records say, order is by date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import in_words, parse
from loaders.frames import LINKS, institutions_of, people_of, sides_of, sources_of, span_of
from loaders.model import Initiative
from tests.made_up import dates, frames


def initiative(*days: str) -> Initiative:
    steps = [{"date": text, "status": "signed", "sources": ["page"]} for text in days]
    return Initiative.model_validate({"id": "x", "title": "t", "type": "project", "steps": steps})


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (["2012"], "2012"),
        (["2012~", "2014", "2016-05"], "2012~/2016-05"),
        (["2012/2013", "2015/2016"], "2012/2016"),
        (["2012", "2014/.."], "2012/.."),
        (["../2012", "2014"], "../2014"),
        (["2012", "XXXX"], "2012/"),
        (["XXXX", "2012"], "/2012"),
        (["XXXX", "XXXX"], "XXXX"),
    ],
)
def test_an_initiative_lasts_from_its_first_step_to_its_last(days: list[str], text: str) -> None:
    span = span_of(initiative(*days))
    assert span.text == text
    assert (span.start, span.end) == (parse(text).start, parse(text).end)


@given(dates, dates)
def test_its_dates_are_a_date_with_words(first: str, last: str) -> None:
    one, other = parse(first), parse(last)
    if one.start and other.end and other.end < one.start:
        return  # steps out of order never get so far
    span = span_of(initiative(first, last))
    again = parse(span.text)
    assert (again.start, again.end) == (span.start, span.end) == (one.start, other.end)
    assert in_words(span.text)


@given(st.data())
def test_links_say_what_the_records_say(data: st.DataObject) -> None:
    made = data.draw(frames())
    pair = [side.code for side in made.pair.sides]
    wanted: dict[str, list[tuple[int, str]]] = {name: [] for name in LINKS}
    for row, ident in enumerate(made.records["id"]):
        record = made.documents[ident]
        values = {
            "sector": list(dict.fromkeys(record.sectors)), "person": [person for person, _, _ in people_of(record)],
            "institution": institutions_of(record), "side": sides_of(record, pair), "source": sources_of(record),
            "place": [],
        }  # fmt: skip
        for name, found in values.items():
            wanted[name] += [(row, value) for value in found]
    for name, table in made.links.items():
        assert list(zip(table["row"], table["value"], strict=True)) == wanted[name]
    starts = made.records["start"].fillna(made.records["end"])
    assert starts.dropna().is_monotonic_increasing
    assert starts.isna().tolist() == sorted(starts.isna())
