"""Records as marks on a time axis, in lanes: single marks while they fit, counts by period when they do not."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from loaders.selection import View
from loaders.vocabulary import vocabulary
from measures.activity import years_shown

Lane = Literal["kind", "pillar", "side"]
Period = Literal["month", "quarter", "year"]
# A mark needs about this share of the axis; past this many rows, all lanes together, marks no longer read.
SLOTS, ROWS = 120, 60


def lane_names(view: View, lane: Lane) -> dict[str, str]:
    """{lane id: name} in the order of display."""
    words = vocabulary()
    if lane == "kind":
        return words.plurals
    if lane == "pillar":
        return words.pillars | {"none": "No sector"}
    sides = [side.code for side in view.frames.pair.sides]
    present = set(view.counted["side"].astype(str)) - {"both", *sides}
    return {"both": "Both sides", **{code: view.frames.side_name(code) for code in [*sides, *sorted(present)]}}


def _lanes(view: View, lane: Lane) -> pd.Series:
    """The one lane of each counted record; by pillar, that of its main (first) sector."""
    counted = view.counted
    if lane in ("kind", "side"):
        return counted[lane].astype(str)
    first = view.link("sector").drop_duplicates("row").set_index("row")["value"].astype(str)
    return first.map(vocabulary().pillar_of).reindex(counted.index).fillna("none")


def extent(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The ends of the axis, the earlier first: the range asked for, to the month if it was, else whole years."""
    low, high = years_shown(view)
    first, last = view.selection.range()
    start = pd.Timestamp(first) if first else pd.Timestamp(low, 1, 1)
    end = pd.Timestamp(last) if last else pd.Timestamp(high, 12, 31)
    return (start, end) if start <= end else (end, start)


def marks(view: View, lane: Lane) -> pd.DataFrame:
    """One row a dated record: `id`, `kind`, `title`, `when`, `date`, `lane`, `start`, `end`, `shape`, `row`.

    `date` is as recorded; `start` and `end` are what is drawn of it, no further than the axis.

    `shape`: `point` (a known day), `span` (somewhere within a month, year …) or `range` (from a day to a day, or an
    initiative from its first step to its last). `row` stacks the marks of a lane so that none covers another.
    """
    counted = view.counted
    placed = counted[counted["start"].notna() | counted["end"].notna()]
    low, high = extent(view)
    start = placed["start"].fillna(low).clip(lower=low, upper=high)
    end = placed["end"].fillna(high).clip(lower=low, upper=high)
    lasting = (placed["end"] > placed["start"]) | placed["start"].isna() | placed["end"].isna()
    # An initiative of several steps runs from the first to the last, however vague they are; its date says “from/to”.
    vague = placed["precision"].isin(["month", "season", "year", "decade"]) & ~placed["date"].str.contains("/")
    frame = pd.DataFrame(
        {
            "id": placed["id"],
            "kind": placed["kind"].astype(str),
            "title": placed["title"],
            "when": placed["when"],
            "date": placed["date"],
            "lane": _lanes(view, lane).reindex(placed.index),
            "start": start,
            "end": end,
            "shape": np.select([~lasting, vague], ["point", "span"], "range"),
        }
    )
    frame["row"] = 0
    gap = max((high - low) / SLOTS, pd.Timedelta(days=1))
    for _, group in frame.sort_values(["start", "id"]).groupby("lane"):
        frame.loc[group.index, "row"] = _stack(group["start"], group["end"], gap)
    return frame.reset_index(drop=True)


def _stack(start: pd.Series, end: pd.Series, gap: pd.Timedelta) -> list[int]:
    """The lowest free row for each mark, oldest first. Past ROWS rows the rest share one row too many."""
    free: list[pd.Timestamp] = []
    rows: list[int] = []
    for begins, ends in zip(start, end, strict=True):
        if len(free) > ROWS:
            return rows + [ROWS + 1] * (len(start) - len(rows))
        row = next((number for number, until in enumerate(free) if until <= begins), len(free))
        if row == len(free):
            free.append(begins)
        free[row] = max(ends, begins) + gap
        rows.append(row)
    return rows


def is_dense(frame: pd.DataFrame) -> bool:
    """Whether single marks would no longer read."""
    return bool(len(frame)) and int((frame.groupby("lane")["row"].max() + 1).sum()) > ROWS


def one_month(view: View) -> bool:
    """Whether the axis is as short as counts by period can show: nearer than this there are only single marks."""
    low, high = extent(view)
    return (low.year, low.month) == (high.year, high.month)


def period_for(view: View) -> Period:
    """The finest period that still leaves at most some sixty bars on the axis."""
    low, high = extent(view)
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    return "month" if months <= 36 else "quarter" if months <= 120 else "year"


def bins(view: View, lane: Lane, period: Period) -> pd.DataFrame:
    """`lane`, `name`, `period` (EDTF; quarters as their months), `start`, `end`, `records`: counts by beginning.

    Records that began before the axis, or whose date is too vague for the period, are not in it: see `unbinned`.
    """
    placed = _binned(view, period)
    low, high = extent(view)
    code = {"month": "M", "quarter": "Q", "year": "Y"}[period]
    lanes = _lanes(view, lane).reindex(placed.index)
    counts = placed.groupby([lanes, placed["start"].dt.to_period(code)]).size()
    names = lane_names(view, lane)
    axis = pd.period_range(low, high, freq=code)
    grid = pd.MultiIndex.from_product([list(names), axis], names=["lane", "bin"])
    frame = counts.reindex(grid, fill_value=0).rename("records").reset_index()
    used = frame.groupby("lane")["records"].transform("sum") > 0
    frame = frame[used].reset_index(drop=True)
    starts, ends = frame["bin"].dt.start_time.dt.normalize(), frame["bin"].dt.end_time.dt.normalize()
    form = "%Y" if period == "year" else "%Y-%m"
    frame["period"] = (
        frame["bin"].astype(str) if period != "quarter" else starts.dt.strftime(form) + "/" + ends.dt.strftime(form)
    )
    return frame.assign(name=frame["lane"].map(names), start=starts, end=ends)[
        ["lane", "name", "period", "start", "end", "records"]
    ]


def _binned(view: View, period: Period) -> pd.DataFrame:
    low, high = extent(view)
    counted = view.counted
    # The date's own beginning decides: 2019/2021 is a range, but tells no more of its first month than 2019 does.
    known = counted["year"].notna() if period == "year" else counted["date"].str.match(r"\d{4}-(0\d|1[0-2])")
    return counted[known.to_numpy(dtype=bool) & counted["start"].between(low, high).to_numpy()]


def unbinned(view: View, period: Period) -> int:
    """Counted records that `bins` leaves out."""
    return view.n - len(_binned(view, period))
