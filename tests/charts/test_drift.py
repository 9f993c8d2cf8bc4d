"""The drift draws what it was given: a line a phrase, or a phrase and side, and no line for a side that never says it."""

from __future__ import annotations

from charts.drift import drift
from measures.drift import per_year
from tests.measures.test_drift import TABLE


def test_a_line_a_phrase() -> None:
    fig = drift(per_year(TABLE, by_side=False), {})
    assert [trace.name for trace in fig.data] == ["oil", "sea"]
    assert list(fig.data[0].x) == [2020, 2021]
    assert list(fig.data[0].y) == [20, 0]
    assert [list(point) for point in fig.data[0].customdata] == [["oil", 2020, "", "oil"], ["oil", 2021, "", "oil"]]
    assert fig.data[1].text[0] == "2 times in 200 words"


def test_a_line_a_side_unless_it_never_says_it() -> None:
    fig = drift(per_year(TABLE, by_side=True), {"XAA": "Exland", "XBB": "Whyland"})
    assert [trace.name for trace in fig.data] == ["oil · Exland", "oil · Whyland", "sea · Exland"]
    assert [list(point) for point in fig.data[1].customdata] == [["oil", 2020, "XBB", "oil · Whyland"]]
    assert len({trace.line.dash for trace in fig.data[:2]}) == 2


def test_a_year_in_which_nothing_was_said_breaks_the_line() -> None:
    table = TABLE[TABLE["query"] == "oil"].assign(year=[2018, 2018, 2021])
    fig = drift(per_year(table, by_side=False), {})
    assert list(fig.data[0].x) == [2018, 2019, 2020, 2021]
    assert [None if value != value else value for value in fig.data[0].y] == [20, None, None, 0]


def test_what_was_typed_is_no_markup() -> None:
    fig = drift(per_year(TABLE.assign(query="<b>%{x}</b>"), by_side=False), {})
    assert fig.data[0].name == "&lt;b&gt;%{x}&lt;/b&gt;"
    assert "%{x}</b>" not in fig.data[0].hovertemplate
