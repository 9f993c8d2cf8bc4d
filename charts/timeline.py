"""Records on a time axis, in lanes: single marks, or counts by period when there are too many to tell apart."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BOTH, GRID, KIND, MUTED, PILLAR, SIDE, Ground, figure, in_lines

SYMBOL = {"meeting": "circle", "statement": "diamond", "initiative": "square"}
ROW = 11  # pixels a stacked row takes


def lane_colours(lane: str, lanes: list[str], pair: list[str]) -> dict[str, str]:
    """One colour a lane: the kind's, the pillar's or the side's."""
    known = {"kind": KIND, "pillar": PILLAR, "side": {"both": BOTH, **dict(zip(pair, SIDE, strict=True))}}[lane]
    return {name: known.get(name, MUTED) for name in lanes}


def timeline_marks(
    frame: pd.DataFrame,
    lanes: dict[str, str],
    colours: dict[str, str],
    extent: tuple[pd.Timestamp, pd.Timestamp],
    ground: Ground = "light",
) -> go.Figure:
    """`frame` as measures.timeline.marks gives it. A known day is a mark, a vague date a hatched span, a range a bar.

    Each mark's customdata is [id, title, when].
    """
    used = [lane for lane in lanes if (frame["lane"] == lane).any()]
    base, ticks, edges, top = {}, [], [], 0.0
    for lane in reversed(used):
        rows = int(frame.loc[frame["lane"] == lane, "row"].max()) + 1
        base[lane] = top + 1
        ticks.append((top + 1 + (rows - 1) / 2, lanes[lane]))
        top += rows + 1.5
        edges.append(top - 0.25)
    frame = frame.assign(y=frame["lane"].map(base).astype("float64") + frame["row"])
    traces = []
    for shape, pattern, name in (("range", "", "from – to"), ("span", "/", "some time within")):
        part = frame[frame["shape"] == shape]
        if len(part):
            traces.append(_bars(part, colours, pattern, name, (extent[1] - extent[0]) / 150))
    for kind, symbol in SYMBOL.items():
        part = frame[(frame["shape"] == "point") & (frame["kind"] == kind)]
        if len(part):
            traces.append(_points(part, colours, symbol, kind))
    fig = figure(traces, int(120 + ROW * max(top, 6)), ground)
    fig.update_layout(barmode="overlay")
    fig.update_yaxes(
        tickvals=[value for value, _ in ticks],
        ticktext=[_wrapped(text) for _, text in ticks],
        showgrid=False,
        range=[0, top + 0.5],
    )
    for edge in edges[:-1]:
        fig.add_hline(y=edge, line={"color": GRID[ground], "width": 1})
    fig.update_xaxes(type="date", range=[str(end) for end in _padded(extent)])
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig


def _bars(part: pd.DataFrame, colours: dict[str, str], pattern: str, name: str, least: pd.Timedelta) -> go.Bar:
    # A day is added so that the last day is covered, not only begun; `least` keeps two days in thirty years visible.
    lasts = (part["end"] - part["start"] + pd.Timedelta(days=1)).clip(lower=least)
    return go.Bar(
        y=part["y"],
        base=part["start"].dt.strftime("%Y-%m-%d").tolist(),
        x=(lasts / pd.Timedelta(milliseconds=1)).tolist(),
        orientation="h",
        width=0.62,
        name=name,
        customdata=_said(part),
        marker={"color": part["lane"].map(colours), "pattern": {"shape": pattern, "size": 4}},
        hovertemplate=_HOVER,
    )


def _points(part: pd.DataFrame, colours: dict[str, str], symbol: str, kind: str) -> go.Scatter:
    return go.Scatter(
        x=part["start"].dt.strftime("%Y-%m-%d"),
        y=part["y"],
        mode="markers",
        name=kind.capitalize(),
        marker={"symbol": symbol, "size": 9, "color": part["lane"].map(colours), "line": {"width": 0}},
        customdata=_said(part),
        hovertemplate=_HOVER,
    )


_HOVER = "%{customdata[2]}<br>%{customdata[1]}<extra></extra>"


def _said(part: pd.DataFrame) -> list[list[str]]:
    return part[["id", "title", "when"]].assign(title=part["title"].map(_wrapped)).to_numpy().tolist()


def _wrapped(text: str) -> str:
    lines = in_lines(text, 60)
    return "<br>".join(lines[:4]) + ("…" if len(lines) > 4 else "")


def _padded(extent: tuple[pd.Timestamp, pd.Timestamp]) -> tuple[pd.Timestamp, pd.Timestamp]:
    margin = (extent[1] - extent[0]) * 0.015 + pd.Timedelta(days=1)
    return extent[0] - margin, extent[1] + margin


def timeline_bins(frame: pd.DataFrame, colours: dict[str, str], ground: Ground = "light") -> go.Figure:
    """`frame` as measures.timeline.bins gives it: one row of bars a lane, on one scale.

    Each bar's customdata is [period, lane, records].
    """
    lanes = list(dict.fromkeys(frame["lane"]))
    most = max(int(frame["records"].max()) if len(frame) else 0, 1)
    traces = []
    for number, lane in enumerate(reversed(lanes)):
        part = frame[(frame["lane"] == lane) & (frame["records"] > 0)]
        middle = part["start"] + (part["end"] - part["start"]) / 2
        traces.append(
            go.Bar(
                x=middle.dt.strftime("%Y-%m-%d"),
                y=part["records"] / most * 0.86,
                base=number,
                width=((part["end"] - part["start"]).dt.days * 86_400_000.0 * 0.86).tolist(),
                marker={"color": colours[lane]},
                customdata=part[["period", "lane", "records"]].to_numpy().tolist(),
                hovertemplate="%{customdata[0]}: %{customdata[2]} records<extra></extra>",
            )
        )
    fig = figure(traces, 90 + 74 * max(len(lanes), 1), ground)
    names = frame.drop_duplicates("lane")["name"].tolist()[::-1]
    fig.update_layout(showlegend=False, barmode="overlay")
    fig.update_yaxes(
        tickvals=[number + 0.3 for number in range(len(lanes))],
        ticktext=names,
        range=[-0.05, len(lanes)],
        showgrid=False,
    )
    for number in range(len(lanes)):
        fig.add_hline(y=number, line={"color": GRID[ground], "width": 1})
    fig.update_xaxes(
        type="date",
        range=[str(end) for end in _padded((frame["start"].min(), frame["end"].max()))] if len(frame) else None,
    )
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig
