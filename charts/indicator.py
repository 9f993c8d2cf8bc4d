"""One series of figures over the years: a mark each value, in the colour of its reporter's side."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import MUTED, SIDE, Ground, figure


def indicator(frame: pd.DataFrame, sides: dict[str, str], unit: str, ground: Ground = "light") -> go.Figure:
    """`frame` as measures.indicators.values gives it; `sides` {code: name}, the pair's first.

    A part of a year is drawn hollow: it does not compare with whole years. Nothing is joined by a line, as values are
    of different reporters.
    """
    colours = dict(zip(sides, (*SIDE, MUTED), strict=False))
    traces = []
    for code, name in sides.items():
        for whole, said in ((True, "whole years"), (False, "parts of a year")):
            part = frame[(frame["side"] == code) & (frame["whole_year"] == whole) & frame["year"].notna()]
            if part.empty:
                continue
            traces.append(
                go.Scatter(
                    x=part["year"].astype(int),
                    y=part["value"],
                    mode="markers",
                    name=f"{name}, {said}",
                    marker={
                        "color": colours.get(code, MUTED),
                        "size": 10,
                        "symbol": "circle" if whole else "circle-open",
                        "line": {"width": 2 if not whole else 0},
                    },
                    customdata=part[["period", "reporter"]].to_numpy().tolist(),
                    hovertemplate=f"%{{customdata[0]}}: %{{y:,}} {unit}<br>%{{customdata[1]}}<extra></extra>",
                )
            )
    fig = figure(traces, 340, ground)
    years = frame["year"].dropna().astype(int)
    if len(years):
        span = int(years.max() - years.min())
        fig.update_xaxes(tickformat="d", dtick=1 if span <= 12 else 5, range=[years.min() - 0.6, years.max() + 0.6])
    fig.update_xaxes(showgrid=False)
    fig.update_yaxes(rangemode="tozero", nticks=6, title={"text": unit, "font": {"size": 12}})
    return fig
