"""The timeline's figures: each record one mark where its dates are, bars by period with their counts."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.theme import BOTH, KIND, MUTED, SIDE
from charts.timeline import lane_colours, timeline_bins, timeline_marks
from loaders.frames import Frames
from loaders.selection import Selection, View
from measures import timeline
from tests.made_up import frames_of, views

DAY = 86_400_000


def drawn(view: View, lane: timeline.Lane) -> tuple[pd.DataFrame, go.Figure]:
    frame = timeline.marks(view, lane)
    names = timeline.lane_names(view, lane)
    colours = lane_colours(lane, list(names), ["XAA", "XBB"])
    return frame, timeline_marks(frame, names, colours, timeline.extent(view))


def places(fig: go.Figure) -> pd.DataFrame:
    """Each mark as drawn: id, y, and from where to where; a point has no width."""
    rows = []
    for trace in fig.data:
        starts = trace.base if trace.type == "bar" else trace.x
        lasts = trace.x if trace.type == "bar" else [0] * len(trace.x)
        for start, lasting, y, said in zip(starts, lasts, trace.y, trace.customdata, strict=True):
            begins = pd.Timestamp(start)
            rows.append((said[0], y, begins, begins + pd.Timedelta(milliseconds=lasting)))
    return pd.DataFrame(rows, columns=["id", "y", "begins", "ends"])


def test_each_record_is_one_mark_at_its_dates(everything: View) -> None:
    frame, fig = drawn(everything, "kind")
    table = places(fig).set_index("id")
    assert sorted(table.index) == sorted(frame["id"])
    assert str(table.at["railway", "begins"].date()) == "2012-03-04"
    assert str(table.at["railway", "ends"].date()) == "2024-07-01"  # the last day is covered
    assert table.at["ada-on-culture", "begins"] == table.at["ada-on-culture", "ends"] == pd.Timestamp(2021, 6, 1)
    # Three days in thirty-one years would be a hair: it is drawn a 150th of the axis wide.
    visit = table.loc["state-visit"]
    low, high = timeline.extent(everything)
    assert (visit["ends"] - visit["begins"]).total_seconds() == pytest.approx((high - low).total_seconds() / 150)


def test_shapes_tell_days_spans_and_ranges_apart(everything: View) -> None:
    frame, fig = drawn(everything, "kind")
    kinds = {}
    for trace in fig.data:
        shape = "point" if trace.type == "scatter" else "span" if trace.marker.pattern.shape == "/" else "range"
        kinds |= {said[0]: shape for said in trace.customdata}
    assert kinds == dict(zip(frame["id"], frame["shape"], strict=True))
    assert [trace.name for trace in fig.data] == ["from – to", "some time within", "Statement"]


def test_lanes_stand_in_order_and_are_named(everything: View) -> None:
    frame, fig = drawn(everything, "side")
    assert list(fig.layout.yaxis.ticktext)[::-1] == ["Both sides", "Exland", "Whyland", "Third parties"]
    lane_of = frame.set_index("id")["lane"]
    heights = places(fig).assign(lane=lambda table: table["id"].map(lane_of)).groupby("lane")["y"]
    assert heights.min()["both"] > heights.max()["XAA"] > heights.max()["XBB"] > heights.max()["third"]


@pytest.mark.parametrize(
    ("lane", "lanes", "expected"),
    [
        ("kind", ["meeting", "statement", "initiative"], list(KIND.values())),
        ("pillar", ["none"], [MUTED]),
        ("side", ["both", "XAA", "XBB", "third"], [BOTH, *SIDE, MUTED]),
    ],
)
def test_lane_colours(lane: str, lanes: list[str], expected: list[str]) -> None:
    assert lane_colours(lane, lanes, ["XAA", "XBB"]) == dict(zip(lanes, expected, strict=True))


@settings(max_examples=40)
@given(views(), st.sampled_from(["kind", "pillar", "side"]))
def test_no_mark_is_drawn_over_another(view: View, lane: timeline.Lane) -> None:
    frame, fig = drawn(view, lane)
    table = places(fig)
    assert sorted(table["id"]) == sorted(frame["id"])
    for _, row in table.sort_values("begins").groupby("y"):
        for earlier, later in pairwise(row.itertuples()):
            assert earlier.ends <= later.begins
            assert earlier.begins < later.begins


def test_a_title_is_shown_as_it_is() -> None:
    title = "A < B & <b>C</b> " + "and so on " * 40
    record = {"id": "a", "title": title, "date": "2024-03-11", "level": "minister", "form": "forum"}
    view = Selection().apply(frames_of([("meeting", record | {"sources": ["source-a"]})]))
    _, fig = drawn(view, "kind")
    ident, said, when = fig.data[0].customdata[0]
    assert (ident, when) == ("a", "11 March 2024")
    assert said.startswith("A &lt; B &amp; &lt;b&gt;C&lt;/b&gt; and so on")
    assert (said.count("<br>"), said[-1]) == (3, "…")  # four lines of it; the record has the rest


@pytest.mark.parametrize(("lane", "period"), [("kind", "year"), ("side", "year"), ("pillar", "quarter")])
def test_bins_hold_the_frames_numbers(everything: View, lane: timeline.Lane, period: timeline.Period) -> None:
    frame = timeline.bins(everything, lane, period)
    colours = lane_colours(lane, list(frame["lane"].unique()), ["XAA", "XBB"])
    fig = timeline_bins(frame, colours)
    some = frame[frame["records"] > 0]
    bars = [tuple(said) for trace in fig.data for said in trace.customdata]
    assert sorted(bars) == sorted(zip(some["period"], some["lane"], some["records"], strict=True))
    assert sum(bar[2] for bar in bars) == everything.n - timeline.unbinned(everything, period)
    most = frame["records"].max()
    for trace in fig.data:
        heights = [y / 0.86 * most for y in trace.y]
        assert heights == pytest.approx([said[2] for said in trace.customdata])  # one scale for all lanes
        assert {colours[said[1]] for said in trace.customdata} == {trace.marker.color}
    assert list(fig.layout.yaxis.ticktext)[::-1] == frame["name"].drop_duplicates().tolist()


def test_a_bar_stands_within_its_period(everything: View) -> None:
    frame = timeline.bins(everything, "kind", "quarter").set_index(["lane", "period"])
    fig = timeline_bins(frame.reset_index(), lane_colours("kind", list(KIND), ["XAA", "XBB"]))
    bars = 0
    for trace in fig.data:
        for middle, width, (period, lane, _) in zip(trace.x, trace.width, trace.customdata, strict=True):
            half = pd.Timedelta(milliseconds=width / 2)
            start, end = frame.loc[(lane, period), ["start", "end"]]
            assert start <= pd.Timestamp(middle) - half
            assert pd.Timestamp(middle) + half <= end
            bars += 1
    assert bars == (frame["records"] > 0).sum() == 8


def test_an_empty_view_draws_nothing(small: Frames) -> None:
    view = Selection(text="no such word").apply(small)
    assert len(drawn(view, "kind")[1].data) == 0
    assert len(timeline_bins(timeline.bins(view, "kind", "year"), {}).data) == 0
