"""EDTF texts: the days that each may mean, how precise it is, its words, and what is no date at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import BadDate, in_words, parse
from tests.made_up import dates


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "year"),
    [
        ("2024-03-11", "2024-03-11", "2024-03-11", "day", 2024),
        ("2024-02", "2024-02-01", "2024-02-29", "month", 2024),
        ("2023-02-XX", "2023-02-01", "2023-02-28", "month", 2023),
        ("2024", "2024-01-01", "2024-12-31", "year", 2024),
        ("2024-XX", "2024-01-01", "2024-12-31", "year", 2024),
        ("2024-XX-XX", "2024-01-01", "2024-12-31", "year", 2024),
        ("2024-21", "2024-03-01", "2024-05-31", "season", 2024),
        ("2024-23", "2024-09-01", "2024-11-30", "season", 2024),
        ("199X", "1990-01-01", "1999-12-31", "decade", None),
        ("20XX", "2000-01-01", "2099-12-31", "decade", None),
        ("XXXX", None, None, "unknown", None),
        ("2024-03-11/2024-03-12", "2024-03-11", "2024-03-12", "range", 2024),
        ("2023/2024-02", "2023-01-01", "2024-02-29", "range", 2023),
        ("2024-03-11/2024", "2024-03-11", "2024-12-31", "range", 2024),
        ("199X/2004", "1990-01-01", "2004-12-31", "range", None),
        ("2024/..", "2024-01-01", None, "range", 2024),
        ("2024-05/", "2024-05-01", None, "range", 2024),
        ("../2024", None, "2024-12-31", "range", None),
        ("/2024-06-05", None, "2024-06-05", "range", None),
        ("1900", "1900-01-01", "1900-12-31", "year", 1900),
        ("2100-12-31", "2100-12-31", "2100-12-31", "day", 2100),
    ],
)
def test_days_and_precision(text: str, start: str | None, end: str | None, precision: str, year: int | None) -> None:
    span = parse(text)
    assert (span.text, span.start, span.end) == (text, day(start), day(end))
    assert (span.precision, span.year, span.approximate) == (precision, year, False)


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_a_mark_makes_it_approximate_and_nothing_else(mark: str) -> None:
    for text in ("2005", "2005-03", "2005-03-11", "200X"):
        plain, marked = parse(text), parse(text + mark)
        assert marked.approximate and not plain.approximate
        assert (marked.start, marked.end, marked.precision) == (plain.start, plain.end, plain.precision)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2024-02-30", "“2024-02-30” is an impossible date"),
        ("2023-02-29", "“2023-02-29” is an impossible date"),
        ("2024-13-01", "“2024-13-01” is an impossible date"),
        ("2024-02-30/2024-03-01", "“2024-02-30” is an impossible date"),
        ("2024-13", "“2024-13” is not a date"),
        ("2024-3", "“2024-3” is not a date"),
        ("11.03.2024", "“11.03.2024” is not a date"),
        ("", "“” is not a date"),
        ("/", "“/” is not a date"),
        ("../..", "“../..” is not a date"),
        ("2024/2025/2026", "“2024/2025/2026” is not a date"),
        ("2024-03-12/2024-03-11", "“2024-03-12/2024-03-11” ends before it starts"),
        ("2025/2024", "“2025/2024” ends before it starts"),
        ("1899", "the year 1899 is out of range"),
        ("2101-01-01", "the year 2101 is out of range"),
        ("1899/2000", "the year 1899 is out of range"),
        # Level 2 and what else the library would read: a set, a time, a qualified part, white space.
        ("[2021,2022]", "“[2021,2022]” is not a date"),
        ("2024-03-11T12:30:00", "“2024-03-11T12:30:00” is not a date"),
        ("2004-06-~11", "“2004-06-~11” is not a date"),
        ("2024-25", "“2024-25” is not a date"),
        (" 2024", "“ 2024” is not a date"),
        ("٢٠٢٤", "“٢٠٢٤” is not a date"),
    ],
)
def test_what_is_no_date(text: str, what: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse(text)
    assert str(refused.value) == what
    assert refused.value.mend


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-03-11", "11 March 2024"),
        ("2024-03", "March 2024"),
        ("2024-03-XX", "March 2024"),
        ("2024", "2024"),
        ("2005~", "about 2005"),
        ("2005-06-07?", "about 7 June 2005"),
        ("2024-21", "spring 2024"),
        ("2024-24", "winter 2024"),
        ("199X", "1990 – 1999"),
        ("XXXX", "date unknown"),
        ("2024-03-11/2024-03-12", "11 – 12 March 2024"),
        ("2024-03-11~/2024-03-12", "about 11 – 12 March 2024"),
        ("2024-03-30/2024-04-02", "30 March 2024 – 2 April 2024"),
        ("2023-03-11/2024-03-12", "11 March 2023 – 12 March 2024"),
        ("2024-03-11/2024-03", "11 March 2024 – March 2024"),
        ("2012/2016~", "2012 – about 2016"),
        # Never more precise than the text: a year is not its first of January.
        ("2024/..", "since 2024"),
        ("2005~/..", "since about 2005"),
        ("2024-05/", "from May 2024"),
        ("../2024", "until 2024"),
        ("/2024-06-05", "until 5 June 2024"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert in_words(text) == words


# Texts that look like dates reach further into the grammar than random ones.
likely = st.text("0123456789-/X~?%.T:Z ", max_size=24)


@given(likely | st.text())
def test_anything_is_a_date_with_words_or_a_bad_date(text: str) -> None:
    try:
        span = parse(text)
    except BadDate as error:
        assert str(error) and error.mend
        return
    assert span.text == text
    assert in_words(text)
    assert span.start or span.end or text == "XXXX"
    assert not (span.start and span.end) or span.start <= span.end


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_means_itself(any_day: date) -> None:
    assert (parse(any_day.isoformat()).start, parse(any_day.isoformat()).end) == (any_day, any_day)
    month = parse(f"{any_day:%Y-%m}")
    assert month.start and month.end and month.start <= any_day <= month.end


@given(dates, dates)
def test_an_interval_runs_from_the_first_day_of_one_to_the_last_of_the_other(first: str, last: str) -> None:
    one, other = parse(first), parse(last)
    if "/" in first + last or "XXXX" in (first, last) or not one.start or not other.end:
        return
    if other.end < one.start:
        with pytest.raises(BadDate):
            parse(f"{first}/{last}")
    else:
        both = parse(f"{first}/{last}")
        assert (both.start, both.end, both.precision) == (one.start, other.end, "range")


def test_reading_a_date_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    # The library prints what puzzles it, which would stand among the problems that the check prints.
    parse.cache_clear()
    for text in ("../2005-XX", "2005-X1", "2024-XX/..", "4974?S7"):
        try:
            parse(text)
        except BadDate:
            continue
    assert capsys.readouterr().out == ""
