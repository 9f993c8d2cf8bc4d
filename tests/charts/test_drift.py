"""Words over the years as lines: each point the frame's number, each line told apart without colour too."""

from __future__ import annotations

import pandas as pd

from charts.drift import drift

NAMES = {"XAA": "Exland", "XBB": "Whyland"}
FRAME = pd.DataFrame(
    [
        ("oil", 2020, "XAA", 3, 2, 1000, 3.0),
        ("oil", 2020, "XBB", 1, 1, 2000, 0.5),
        ("oil", 2022, "XAA", 0, 0, 500, 0.0),
        ("gas", 2020, "XAA", 5, 4, 1000, 5.0),
    ],
    columns=["query", "year", "side", "occurrences", "quotes", "words", "per_1000"],
)


def test_a_line_for_each_query_and_side() -> None:
    fig = drift(FRAME, NAMES)
    lines = {trace.name: (list(trace.x), list(trace.y)) for trace in fig.data}
    assert lines == {
        "oil · Exland": ([2020, 2022], [3.0, 0.0]),
        "oil · Whyland": ([2020], [0.5]),
        "gas · Exland": ([2020], [5.0]),
        "gas · Whyland": ([], []),
    }
    assert [list(point) for point in fig.data[0].customdata] == [["oil", 2020, "XAA"], ["oil", 2022, "XAA"]]
    assert list(fig.data[0].text) == ["3 times in 1,000 words", "0 times in 500 words"]


def test_queries_differ_in_colour_and_sides_in_dash() -> None:
    looks = [(trace.line.color, trace.line.dash) for trace in drift(FRAME, NAMES).data]
    assert len(set(looks)) == 4
    assert looks[0][0] == looks[1][0] != looks[2][0]
    assert looks[0][1] == looks[2][1] != looks[1][1]


def test_without_sides_a_line_is_named_by_its_query() -> None:
    fig = drift(FRAME[FRAME["side"] == "XAA"].drop(columns="side"), {})
    assert [trace.name for trace in fig.data] == ["oil", "gas"]
    assert [list(point) for point in fig.data[1].customdata] == [["gas", 2020, ""]]
    assert sum(sum(trace.y) for trace in fig.data) == 8.0


def test_the_axis_is_fixed_and_starts_at_zero() -> None:
    fig = drift(FRAME, NAMES)
    assert fig.layout.yaxis.rangemode == "tozero"
    assert fig.layout.xaxis.fixedrange is True
    assert fig.layout.yaxis.fixedrange is True
