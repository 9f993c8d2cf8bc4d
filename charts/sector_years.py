"""Sector × year as squares: deeper is more; hollow was searched in vain, a dot was not searched."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import MUTED, SCALE, Ground, figure


def sector_years(frame: pd.DataFrame, ground: Ground = "light") -> go.Figure:
    """`frame` as measures.sectors.by_sector_year gives it. Drawn as markers: a heat map cannot be clicked.

    Each marker's customdata is [sector, year].
    """
    years = sorted(frame["year"].unique())
    size = 17 if len(years) <= 36 else 11
    empty, some = frame[frame["Records"] == 0], frame[frame["Records"] > 0]
    clear = "rgba(0,0,0,0)"
    looks: dict[str, tuple[int, dict[str, Any], str]] = {
        "none": (size - 6, {"color": clear, "line": {"color": MUTED, "width": 1}}, "looked for, nothing found"),
        "found": (size - 9, {"symbol": "line-ew-open", "color": MUTED, "line": {"width": 1}}, "none of those shown"),
        "": (3, {"symbol": "circle", "color": MUTED, "line": {"width": 0}}, "not looked for"),
    }
    traces = [
        _squares(cells, *look) for searched, look in looks.items() if len(cells := empty[empty["searched"] == searched])
    ]
    colour = {
        "color": some["Records"],
        "colorscale": SCALE[ground],
        "cmin": 0,
        "cmax": some["Records"].max(),  # plotly heeds neither end without the other
        "showscale": True,
        "line": {"width": 0},
        "colorbar": {
            "orientation": "h",
            "thickness": 9,
            "len": 0.4,
            "x": 0,
            "xanchor": "left",
            "y": 1.0,
            "yanchor": "bottom",
            "title": {"text": "records", "side": "right", "font": {"size": 12}},
            "nticks": 5,
            "outlinewidth": 0,
        },
    }
    if len(some):
        traces.append(_squares(some, size, colour, "%{marker.color:.3~g} records"))
    names = frame.drop_duplicates("sector")["name"].tolist()
    fig = figure(traces, 150 + 25 * len(names), ground)
    fig.update_layout(showlegend=False)
    fig.update_yaxes(categoryorder="array", categoryarray=names[::-1], showgrid=False, range=[-0.6, len(names) - 0.4])
    fig.update_xaxes(
        range=[years[0] - 0.6, years[-1] + 0.6], tickformat="d", dtick=1 if len(years) <= 14 else 5, showgrid=False
    )
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig


def _squares(frame: pd.DataFrame, size: int, marker: dict[str, Any], said: str) -> go.Scatter:
    return go.Scatter(
        x=frame["year"],
        y=frame["name"],
        mode="markers",
        marker={"symbol": "square", "size": size} | marker,
        customdata=frame[["sector", "year"]].to_numpy().tolist(),
        hovertemplate="%{y}, %{x}: " + said + "<extra></extra>",
    )
