"""Sectors or pillars side by side: one bar each, stacked by kind."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import KIND, Ground, figure


def sector_bars(frame: pd.DataFrame, key: str, kinds: dict[str, str], ground: Ground = "light") -> go.Figure:
    """`frame` as measures.sectors.by_sector or by_pillar gives it; `key` its id column; `kinds` {kind: column}.

    Each bar's customdata is [id, kind].
    """
    form = "d" if frame["Records"].dtype.kind == "i" else ".2f"
    traces = [
        go.Bar(
            y=frame["name"],
            x=frame[name],
            name=name,
            orientation="h",
            marker={"color": KIND[kind]},
            customdata=[[ident, kind] for ident in frame[key]],
            hovertemplate=f"%{{y}}: %{{x:{form}}} {name.lower()}<extra></extra>",
        )
        for kind, name in kinds.items()
    ]
    fig = figure(traces, 90 + 27 * len(frame), ground)
    fig.update_layout(barmode="stack", bargap=0.28)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    fig.update_xaxes(rangemode="tozero", nticks=6)
    totals = frame["Records"].map(lambda value: f"{value:,}" if form == "d" else f"{value:,.1f}")
    for name, total, text in zip(frame["name"], frame["Records"], totals, strict=True):
        fig.add_annotation(x=total, y=name, text=text, showarrow=False, xanchor="left", xshift=4, font={"size": 12})
    return fig
