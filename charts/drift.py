"""How often words are said, per 1,000 words, year by year: a line for each phrase, or for each phrase and side."""

from __future__ import annotations

import html

import pandas as pd
import plotly.graph_objects as go

from charts.theme import ACCENT, KIND, PILLAR, Ground, figure

COLOURS = (ACCENT, KIND["statement"], PILLAR["society"], PILLAR["environment"], PILLAR["politics"])
DASHES = ("solid", "dot", "dash", "longdash")


def drift(frame: pd.DataFrame, names: dict[str, str], ground: Ground = "light") -> go.Figure:
    """`frame` as measures.drift.per_year gives it; `names` {side: name}.

    Each point's customdata is [query, year, side, label].
    """
    sides = list(dict.fromkeys(frame["side"])) if "side" in frame else [""]
    traces = []
    for number, query in enumerate(dict.fromkeys(frame["query"])):
        for way, side in enumerate(sides):
            part = frame[(frame["query"] == query) & ((frame["side"] == side) if "side" in frame else True)]
            if side and not part["occurrences"].any():
                continue  # a side that never says it; the table has its noughts
            label = html.escape(f"{query} · {names.get(side, side)}" if side else query, quote=False)
            # A year in which nothing was said breaks the line: it is not the mean of its neighbours.
            years = range(int(part["year"].min()), int(part["year"].max()) + 1)
            said = part.set_index("year").reindex(years)
            colour = COLOURS[number % len(COLOURS)]
            traces.append(
                go.Scatter(
                    x=list(years),
                    y=said["per_1000"],
                    mode="lines+markers",
                    name=label,
                    line={"color": colour, "dash": DASHES[way % len(DASHES)], "width": 2},
                    marker={"size": 8, "color": colour},
                    customdata=[[query, year, side, label] for year in years],
                    text=[f"{row.occurrences:.0f} times in {row.words:,.0f} words" for row in said.itertuples()],
                    hovertemplate="%{x}, %{customdata[3]}: %{y:.2f} per 1,000 words (%{text})<extra></extra>",
                )
            )
    fig = figure(traces, 360, ground)
    fig.update_xaxes(tickformat="d", showgrid=False)
    fig.update_yaxes(rangemode="tozero", nticks=6)
    fig.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}})
    return fig
