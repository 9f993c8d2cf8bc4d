"""Records by year, stacked by kind."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import KIND, Ground, figure


def activity(frame: pd.DataFrame, names: dict[str, str], incomplete: int | None, ground: Ground = "light") -> go.Figure:
    """`frame` as measures.activity.by_year gives it; `names` {kind: column}. The `incomplete` year is drawn hatched.

    Each bar's customdata is [year, kind].
    """
    years = frame["year"].tolist()
    shapes = ["/" if year == incomplete else "" for year in years]
    traces = [
        go.Bar(
            x=years,
            y=frame[name],
            name=name,
            marker={"color": KIND[kind], "pattern": {"shape": shapes, "size": 5}},
            customdata=[[year, kind] for year in years],
            hovertemplate=f"%{{x}}: %{{y}} {name.lower()}<extra></extra>",
        )
        for kind, name in names.items()
    ]
    fig = figure(traces, 320, ground)
    fig.update_layout(barmode="stack")
    fig.update_xaxes(dtick=_tick(len(years)), tickformat="d", showgrid=False)
    fig.update_yaxes(rangemode="tozero", tickformat=",d", nticks=6)
    if frame[list(names.values())].sum(axis=1).max() <= 5:
        fig.update_yaxes(dtick=1)  # else the ticks between two records are rounded to the same number
    return fig


def _tick(years: int) -> int:
    return 1 if years <= 12 else 2 if years <= 20 else 5
