"""The theme: colours that can be told from their ground, axes that trap no wheel, and figures as pictures."""

from __future__ import annotations

import json
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts import theme
from charts.activity import activity
from charts.indicator import indicator
from charts.sector_bars import sector_bars
from charts.sector_change import sector_change
from charts.sector_years import sector_years
from charts.timeline import lane_colours, timeline_bins, timeline_marks
from loaders.selection import View
from loaders.vocabulary import vocabulary
from measures import sectors, timeline
from measures.activity import by_year
from measures.indicators import values

GROUNDS = ("light", "dark")
COLOURS = {
    **{f"kind {name}": colour for name, colour in theme.KIND.items()},
    **{f"pillar {name}": colour for name, colour in theme.PILLAR.items()},
    **{f"side {number}": colour for number, colour in enumerate(theme.SIDE)},
    "both": theme.BOTH,
    "accent": theme.ACCENT,
    "muted": theme.MUTED,
    "now": theme.NOW,
    "before": theme.BEFORE,
}


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def figures(view: View, ground: theme.Ground) -> dict[str, go.Figure]:
    """Every chart there is, over one view."""
    kinds = vocabulary().plurals
    names = timeline.lane_names(view, "side")
    colours = lane_colours("side", list(names), ["XAA", "XBB"])
    change = sectors.by_sector(view, "parts").assign(before=0.5, now=1.0)
    marks = timeline.marks(view, "side")
    return {
        "activity": activity(by_year(view), kinds, 2024, ground),
        "sector bars": sector_bars(sectors.by_sector(view, "whole"), "sector", kinds, ground),
        "sector years": sector_years(sectors.by_sector_year(view, "parts"), ground),
        "sector change": sector_change(change, "now", "before", ground),
        "indicator": indicator(values(view, "trade-turnover"), {"XAA": "Exland", "XBB": "Whyland"}, "USD", ground),
        "timeline marks": timeline_marks(marks, names, colours, timeline.extent(view), ground),
        "timeline bins": timeline_bins(timeline.bins(view, "side", "year"), colours, ground),
    }


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_stands_out_on_both_grounds(name: str, ground: theme.Ground) -> None:
    assert contrast(COLOURS[name], theme.PAPER[ground]) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_on_its_ground(ground: theme.Ground) -> None:
    assert contrast(theme.INK[ground], theme.PAPER[ground]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_scale_deepens_away_from_its_ground(ground: theme.Ground) -> None:
    little, much = (contrast(colour, theme.PAPER[ground]) for colour in theme.SCALE[ground])
    assert 1 < little < 3 < much


def test_colours_of_one_chart_differ() -> None:
    for group in (theme.KIND, theme.PILLAR, {**dict(enumerate(theme.SIDE)), "both": theme.BOTH}):
        assert all(one != other for one, other in combinations([*group.values(), theme.MUTED], 2))
    assert set(theme.KIND) == set(vocabulary().plurals)
    assert set(theme.PILLAR) == set(vocabulary().pillars)


@pytest.mark.parametrize("ground", GROUNDS)
def test_no_figure_traps_the_wheel(everything: View, ground: theme.Ground) -> None:
    assert theme.CONFIG["scrollZoom"] is False
    assert theme.CONFIG["doubleClick"] is False
    for name, fig in figures(everything, ground).items():
        layout = fig.to_dict()["layout"]
        assert layout["dragmode"] is False, name
        assert layout["xaxis"]["fixedrange"] is True, name
        assert layout["yaxis"]["fixedrange"] is True, name
        assert (layout["legend"]["itemclick"], layout["legend"]["itemdoubleclick"]) == (False, False), name
        assert layout["font"]["color"] == theme.INK[ground], name


@pytest.mark.parametrize("ground", GROUNDS)
def test_nothing_is_drawn_paler_than_its_colour(everything: View, ground: theme.Ground) -> None:
    for name, fig in figures(everything, ground).items():
        assert all(trace.opacity is None and trace.marker.opacity is None for trace in fig.data), name


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_picture_is_on_white_whatever_the_reader_saw(everything: View, ground: theme.Ground) -> None:
    for name, fig in figures(everything, ground).items():
        before = json.loads(fig.to_json())
        picture = theme.for_picture(fig, "Title", "Note")
        assert json.loads(fig.to_json()) == before, name  # a copy: the page goes on showing its own
        drawn = picture.to_json()
        assert picture.layout.paper_bgcolor == picture.layout.plot_bgcolor == theme.PAPER["light"]
        assert picture.layout.font.color == theme.INK["light"]
        assert theme.GRID["dark"] not in drawn, name
        assert not any(colour in drawn for colour in theme.SCALE["dark"]), name
        assert [list(trace.y) for trace in picture.data] == [list(trace.y) for trace in fig.data]


def test_a_picture_says_its_title_and_note_as_they_are() -> None:
    fig = theme.figure([go.Bar(x=[1], y=[2])], 300)
    picture = theme.for_picture(fig, "“A < B & C”", "n = 3 · <b>bold</b>")
    assert [note.text for note in picture.layout.annotations] == [
        "“A &lt; B &amp; C”",
        "n = 3 · &lt;b&gt;bold&lt;/b&gt;",
    ]
    assert picture.layout.width == 1100


def test_a_long_note_takes_more_lines_and_more_height() -> None:
    fig = theme.figure([go.Bar(x=[1], y=[2])], 300)
    short, long = (theme.for_picture(fig, "Title", " ".join(["word"] * number)) for number in (3, 100))
    text = long.layout.annotations[1].text
    assert text.split("<br>") == [" ".join(["word"] * number) for number in (34, 34, 32)]
    assert long.layout.height - short.layout.height == 2 * 16 == long.layout.margin.b - short.layout.margin.b


def test_lines_keep_every_word() -> None:
    words = pd.Series(["Işıqlı", "yol", "мост"] * 9)
    lines = theme.in_lines(" ".join(words), 20)
    assert " ".join(lines).split() == words.tolist()
    assert max(map(len, lines)) <= 20
    assert theme.in_lines("", 20) == []
