"""Two periods compared: a line from then to now for each sector."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import BEFORE, GRID, NOW, Ground, figure


def sector_change(frame: pd.DataFrame, now: str, before: str, ground: Ground = "light") -> go.Figure:
    """`frame` as measures.sectors.change gives it; `now` and `before` name the periods.

    Each point's customdata is [sector, period].
    """
    lines_x: list[float | None] = []
    lines_y: list[str | None] = []
    for row in frame.itertuples():
        lines_x += [row.before, row.now, None]
        lines_y += [row.name, row.name, None]
    traces = [
        go.Scatter(
            x=lines_x,
            y=lines_y,
            mode="lines",
            line={"color": GRID[ground], "width": 4},
            hoverinfo="skip",
            showlegend=False,
        )
    ]
    for column, label, colour, symbol in (("before", before, BEFORE, "circle-open"), ("now", now, NOW, "circle")):
        traces.append(
            go.Scatter(
                x=frame[column],
                y=frame["name"],
                name=label,
                mode="markers",
                marker={"color": colour, "symbol": symbol, "size": 11, "line": {"width": 2, "color": colour}},
                customdata=[[sector, column] for sector in frame["sector"]],
                hovertemplate=f"%{{y}}, {label}: %{{x:.3~g}} records<extra></extra>",
            )
        )
    fig = figure(traces, 90 + 25 * len(frame), ground)
    names = frame["name"].tolist()
    fig.update_yaxes(categoryorder="array", categoryarray=names[::-1], showgrid=False, range=[-0.6, len(names) - 0.4])
    fig.update_xaxes(rangemode="tozero", nticks=6)
    fig.update_traces(cliponaxis=False)
    fig.update_yaxes(ticklabelstandoff=6)  # a point at zero stands over the axis
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig
