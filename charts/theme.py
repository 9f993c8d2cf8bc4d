"""The one theme: colours that hold for colour-blind readers on light and dark, and what all figures share.

Every colour has a contrast of at least 3:1 against both backgrounds; a test computes it.
"""

from __future__ import annotations

import html
import textwrap
from typing import Literal

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

Ground = Literal["light", "dark"]

PAPER: dict[Ground, str] = {"light": "#ffffff", "dark": "#11161d"}
INK: dict[Ground, str] = {"light": "#1d2733", "dark": "#e6eaf0"}
GRID: dict[Ground, str] = {"light": "#e3e7ec", "dark": "#2c3540"}
# One hue from little to much: the deepest end stands out on its ground.
SCALE: dict[Ground, list[str]] = {"light": ["#c5e3e8", "#0c4a57"], "dark": ["#1d4a54", "#a5e3ee"]}
ACCENT = "#1f7a8c"
MUTED = "#7d8896"

KIND = {"meeting": "#2f78b7", "statement": "#c2701c", "initiative": "#2f8f5b"}
PILLAR = {
    "politics": "#3b76c4",
    "economy": "#b8741a",
    "connectivity": "#15858f",
    "society": "#b8508a",
    "environment": "#5c8a2e",
}
SIDE = ("#1f7fb4", "#b87a10")
BOTH = "#7a6fb0"
NOW, BEFORE = ACCENT, MUTED

FONT = "Source Sans, Source Sans Pro, Helvetica, Arial, sans-serif"
# No wheel zoom and no drag: a page scrolls over a chart as over anything else.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "locale": "en"}


def figure(traces: list[BaseTraceType], height: int, ground: Ground = "light") -> go.Figure:
    """A figure with the house's layout. Axes are fixed; the page's own filters narrow the view."""
    fig = go.Figure(traces)
    fig.update_layout(
        template="none",
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        dragmode=False,
        font={"family": FONT, "size": 13, "color": INK[ground]},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "title": None,
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
        hoverlabel={"font": {"family": FONT, "size": 13}, "align": "left"},
        bargap=0.18,
        clickmode="event+select",
    )
    axis = {
        "fixedrange": True,
        "automargin": True,
        "zeroline": False,
        "gridcolor": GRID[ground],
        "linecolor": GRID[ground],
    }
    fig.update_xaxes(**axis)
    fig.update_yaxes(**axis)
    return fig


def in_lines(text: str, width: int) -> list[str]:
    """Text as it is, in lines: plotly would read < and & in it as marks of its own."""
    return [html.escape(line, quote=False) for line in textwrap.wrap(text, width, break_long_words=False)]


def for_picture(fig: go.Figure, title: str, note: str) -> go.Figure:
    """The same figure on white with its title and source note, as a file that travels alone needs."""
    copy = _on_white(go.Figure(fig))
    titles, notes = in_lines(title, 100), in_lines(note, 170)
    top, bottom = 66 + 24 * len(titles), 56 + 16 * len(notes)
    copy.update_layout(
        paper_bgcolor=PAPER["light"],
        plot_bgcolor=PAPER["light"],
        height=(fig.layout.height or 400) + top + bottom - 32,
        width=1100,
        font={"color": INK["light"]},
        margin={"l": 24, "r": 24, "t": top, "b": bottom},
    )
    # Not plotly's own title: drawn a second time, which a legend may cause, that one rises out of the picture.
    outside = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "align": "left", "showarrow": False}
    copy.add_annotation(text="<br>".join(titles), y=1, yanchor="bottom", yshift=48, font={"size": 19}, **outside)
    copy.add_annotation(text="<br>".join(notes), y=0, yanchor="top", yshift=-36, font={"size": 12}, **outside)
    return copy


def _on_white(fig: go.Figure) -> go.Figure:
    """The colours that a figure drawn for the dark has for its ground, changed to those for white."""
    fig.update_xaxes(gridcolor=GRID["light"], linecolor=GRID["light"])
    fig.update_yaxes(gridcolor=GRID["light"], linecolor=GRID["light"])
    fig.update_shapes({"line.color": GRID["light"]}, {"line.color": GRID["dark"]})
    fig.update_traces({"line.color": GRID["light"]}, {"type": "scatter", "mode": "lines"})
    for trace in fig.data:
        if trace.marker.colorscale:
            trace.marker.colorscale = SCALE["light"]
    return fig
