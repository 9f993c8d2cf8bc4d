"""A figure as PNG and SVG, drawn by a real browser; without one, a sentence that says what to do."""

from __future__ import annotations

import struct
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from charts.sector_bars import sector_bars
from charts.theme import for_picture
from exports import pictures
from loaders.selection import View
from measures.sectors import by_pillar
from tests.provide_browser import find

TITLE, NOTE = "Records of “A < B & C”", "Exland and Whyland · n = 15 · data abc123 · CC BY 4.0"


@pytest.fixture
def figure(everything: View) -> go.Figure:
    kinds = {"meeting": "Meetings", "statement": "Statements", "initiative": "Initiatives"}
    return for_picture(sector_bars(by_pillar(everything, "whole"), "pillar", kinds), TITLE, NOTE)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> None:
    path = find()
    assert path, "no browser: python -m tests.provide_browser gets one"
    monkeypatch.setenv("BROWSER_PATH", path)


@pytest.mark.usefixtures("browser")
def test_png_is_twice_as_wide_as_the_figure(figure: go.Figure) -> None:
    content = pictures.to_picture(figure, "png")
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == (2 * figure.layout.width, 2 * figure.layout.height)


@pytest.mark.usefixtures("browser")
def test_svg_holds_its_words(figure: go.Figure) -> None:
    root = ElementTree.fromstring(pictures.to_picture(figure, "svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    texts = {"".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {TITLE, NOTE, "Meetings", "Statements", "Initiatives"} <= texts
    assert {"Politics", "Economy", "Connectivity", "Society", "Environment"} <= texts
    assert {"3", "6", "1"} <= texts  # the totals beside the bars


@pytest.mark.usefixtures("browser")
def test_the_title_is_inside_the_picture(figure: go.Figure) -> None:
    root = ElementTree.fromstring(pictures.to_picture(figure, "svg"))
    parents = {child: parent for parent in root.iter() for child in parent}
    (node,) = (n for n in root.iter("{http://www.w3.org/2000/svg}text") if "".join(n.itertext()) == TITLE)
    y = float(node.get("y", 0))
    while (node := parents.get(node)) is not None:
        shift = node.get("transform", "")
        if shift.startswith("translate("):
            y += float(shift.removeprefix("translate(").split(")")[0].split(",")[-1])
    assert 19 <= y <= 60


def test_without_a_browser_it_says_so(figure: go.Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "browser_found", lambda: False)
    with pytest.raises(RuntimeError) as error:
        pictures.to_picture(figure, "png")
    assert str(error.value) == pictures.NO_BROWSER
    assert "install one" in pictures.NO_BROWSER


@pytest.mark.usefixtures("browser")
def test_a_named_browser_is_found() -> None:
    assert pictures.browser_found() is True


def test_a_named_browser_that_is_not_there_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert pictures.browser_found() is False


@pytest.mark.parametrize(("found", "answer"), [(None, False), ("/usr/bin/chromium", True)])
def test_otherwise_the_usual_places_are_asked(monkeypatch: pytest.MonkeyPatch, found: str | None, answer: bool) -> None:
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(pictures.Chromium, "find_browser", lambda **_: found)
    assert pictures.browser_found() is answer
