"""A real server on real files, and what tests of it share: starting, waiting, reading the page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

HOME = Path(__file__).resolve().parents[2]
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 30_000  # milliseconds that a page may take on a busy machine
PAGES = ("", "timeline", "sectors", "quotes", "words", "figures", "records", "record", "problems")


@dataclass(frozen=True)
class Server:
    """A running dashboard over the records of `folder`."""

    url: str
    folder: Path

    def at(self, path: str = "") -> str:
        return f"{self.url}/{path}"


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int | None = None) -> Iterator[Server]:
    """Start the dashboard as `make run` does, wait until it answers, and end it afterwards."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(port)]
    environment = os.environ | {"DYAD_DATA": str(folder)}
    process = subprocess.Popen(command, cwd=HOME, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield Server(f"http://127.0.0.1:{port}", folder)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            # Between two attempts there is nothing to wait for but time.
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError("the server did not answer")


def arrive(page: Page, address: str) -> None:
    """Open an address and wait until its script has run."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible(timeout=PATIENCE)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=PATIENCE)


def shown(page: Page) -> Locator:
    """The line that says how much is shown: “4 of 15 records”."""
    return page.locator(".st-key-shown a").first


def expect_shown(page: Page, text: str) -> None:
    expect(shown(page)).to_have_text(text, timeout=PATIENCE)


def expect_query(page: Page, path: str, query: str) -> None:
    """The address's path and query, to the letter."""
    expect(page).to_have_url(re.compile(rf"^http://[^/]+/{re.escape(path)}{re.escape(query)}$"), timeout=PATIENCE)


def choose(page: Page, name: str, option: str) -> None:
    """Pick an option of a sidebar filter (`sectors`, `kinds`, …) as a reader would: click, type, pick."""
    box = page.locator(f".st-key-filter-{name} input").first
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def chart_numbers(page: Page, number: int = 0) -> list[dict[str, object]]:
    """The traces that the browser has drawn: name, x, y, customdata of each."""
    plot = page.locator(".js-plotly-plot").nth(number)
    expect(plot.locator(".main-svg").first).to_be_visible(timeout=PATIENCE)
    return plot.evaluate(  # type: ignore[no-any-return]
        "plot => plot._fullData.map(t => ({name: t.name, x: [...(t.x || [])], y: [...(t.y || [])]}))"
    )
