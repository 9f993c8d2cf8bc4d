"""A figure as PNG or SVG. Kaleido draws it with the Chromium or Chrome of the machine that serves Dyad."""

from __future__ import annotations

import os
import shutil
from typing import Literal

import plotly.graph_objects as go
import plotly.io as pio
from choreographer.browsers.chromium import Chromium

NO_BROWSER = "Pictures need Chromium or Chrome on the machine that serves Dyad: install one, or set BROWSER_PATH to it."


def browser_found() -> bool:
    """Whether Kaleido will find a browser: at BROWSER_PATH, or where each platform keeps Chrome and Chromium."""
    named = os.environ.get("BROWSER_PATH")
    return bool(shutil.which(named) if named else Chromium.find_browser(skip_local=False))


def to_picture(fig: go.Figure, form: Literal["png", "svg"]) -> bytes:
    """PNG at twice the size of the screen, or SVG. Raises RuntimeError where there is no browser to draw it."""
    if not browser_found():
        raise RuntimeError(NO_BROWSER)
    return bytes(pio.to_image(fig, format=form, scale=2 if form == "png" else 1))
