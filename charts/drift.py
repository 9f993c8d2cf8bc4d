"""How often words are said, per 1,000 words, year by year: a line for each phrase, or for each phrase and side."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, KIND, PILLAR, Ground, figure

COLOURS = (ACCENT, KIND["statement"], PILLAR["society"], PILLAR["environment"], PILLAR["politics"])
DASHES = ("solid", "dot", "dash", "longdash")


def drift(frame: pd.DataFrame, names: dict[str, str], ground: Ground = "light") -> go.Figure:
    """`frame` as measures.drift.per_year gives it; `names` {side: name}.

    Each point's customdata is [query, year, side].
    """
    sides = list(dict.fromkeys(frame["side"])) if "side" in frame else [""]
    traces = []
    for number, query in enumerate(dict.fromkeys(frame["query"])):
        for way, side in enumerate(sides):
            part = frame[(frame["query"] == query) & ((frame["side"] == side) if "side" in frame else True)]
            if side and not part["occurrences"].any():
                continue  # a side that never says it; the table has its noughts
            label = f"{query} · {names.get(side, side)}" if side else query
            traces.append(
                go.Scatter(
                    x=part["year"],
                    y=part["per_1000"],
                    mode="lines+markers",
                    name=label,
                    line={"color": COLOURS[number % len(COLOURS)], "dash": DASHES[way % len(DASHES)], "width": 2},
                    marker={"size": 8, "color": COLOURS[number % len(COLOURS)]},
                    customdata=[[query, int(year), side] for year in part["year"]],
                    text=[f"{row.occurrences} times in {row.words:,} words" for row in part.itertuples()],
                    hovertemplate=f"%{{x}}, {label}: %{{y:.2f}} per 1,000 words (%{{text}})<extra></extra>",
                )
            )
    fig = figure(traces, 360, ground)
    fig.update_xaxes(tickformat="d", showgrid=False)
    fig.update_yaxes(rangemode="tozero", nticks=6)
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig
