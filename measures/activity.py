"""How much happened, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from loaders.dates import FIRST_YEAR
from loaders.selection import Selection, View
from loaders.vocabulary import vocabulary


@dataclass(frozen=True)
class Periods:
    """Two spans of equal length, the later one asked for, with the words for both."""

    now: Selection
    before: Selection
    now_words: str
    before_words: str


def years_shown(view: View) -> tuple[int, int]:
    """The first and last year of a chart's axis: those asked for, else those of all the data."""
    first, last = view.selection.range()
    low = first.year if first else view.frames.first_year
    high = last.year if last else view.frames.last_year
    return (low, high) if low <= high else (high, low)


def unplaced(view: View) -> pd.DataFrame:
    """Counted records that a chart by years cannot place: columns `reason`, `records`; empty if there are none."""
    low, high = years_shown(view)
    year = view.counted["year"]
    reasons = {
        "date not known to the year": int(year.isna().sum()),
        f"began before {low}": int((year < low).sum()),
        f"began after {high}": int((year > high).sum()),
    }
    return pd.DataFrame([(r, n) for r, n in reasons.items() if n], columns=["reason", "records"])


def by_year(view: View) -> pd.DataFrame:
    """Records by the year they began in: `year`, one column a kind (`Meetings` …), `Records`; 0 in empty years."""
    low, high = years_shown(view)
    plurals = vocabulary().plurals
    counted = view.counted[view.counted["year"].between(low, high).fillna(False)]
    table = pd.crosstab(counted["year"].astype("int64"), counted["kind"].astype(str))
    table = table.reindex(index=range(low, high + 1), columns=list(plurals), fill_value=0).rename(columns=plurals)
    table.index.name = "year"
    table.columns.name = None
    table["Records"] = table.sum(axis=1)
    return table.reset_index()


def by_kind(view: View) -> pd.DataFrame:
    """Counted records by kind: `kind` (its id), `name`, `records`."""
    counts = view.counted["kind"].value_counts()
    plurals = vocabulary().plurals
    return pd.DataFrame(
        [(kind, name, int(counts.get(kind, 0))) for kind, name in plurals.items()], columns=["kind", "name", "records"]
    )


def periods(view: View) -> Periods | None:
    """The span asked for and the one of equal length before it; for all years, the last five against the five before.

    None if the earlier span lies wholly before the first record, where a change would say nothing.
    """
    low, high = years_shown(view)
    if not (view.selection.first or view.selection.last):
        low = high - 4
    length = high - low + 1
    if low - 1 < view.frames.first_year:
        return None
    now = replace(view.selection, first=str(low), last=str(high))
    # No record is older than FIRST_YEAR, and no date may be: asking from then on finds all of the earlier span.
    before = replace(view.selection, first=str(max(low - length, FIRST_YEAR)), last=str(low - 1))
    return Periods(now, before, _span(low, high), _span(low - length, low - 1))


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def began(view: View) -> pd.DataFrame:
    """The counted records that began in the years shown, so that two periods never share a record."""
    low, high = years_shown(view)
    return view.counted[view.counted["year"].between(low, high).fillna(False)]


def begun_in_both(view: View, spans: Periods) -> int:
    """The records that began in either of two spans, each counted once."""
    return sum(len(began(selection.apply(view.frames))) for selection in (spans.now, spans.before))


def headline(view: View) -> pd.DataFrame:
    """Counts by kind with their change: `kind`, `name`, `records` (all counted), `now`, `before`, `change`.

    `now` and `before` count the records that began in the two spans of `periods`; missing where there are none.
    """
    table = by_kind(view)
    spans = periods(view)
    if spans is None:
        return table.assign(now=pd.NA, before=pd.NA, change=pd.NA)
    for column, selection in (("now", spans.now), ("before", spans.before)):
        counts = began(selection.apply(view.frames))["kind"].value_counts()
        table[column] = [int(counts.get(kind, 0)) for kind in table["kind"]]
    return table.assign(change=table["now"] - table["before"])


def latest_day(view: View) -> date | None:
    """The day of the newest counted record that is known to the day."""
    days = view.counted.loc[view.counted["precision"] == "day", "start"]
    return days.max().date() if len(days) else None


def incomplete_year(view: View) -> int | None:
    """The year within which the data ends, if it is on the axis: its count is not yet whole."""
    latest = latest_day(Selection().apply(view.frames))
    low, high = years_shown(view)
    return latest.year if latest and low <= latest.year <= high and latest < date(latest.year, 12, 31) else None
