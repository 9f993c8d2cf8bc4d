"""One browser and one server for all browser tests; each test has a fresh context of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.driver import CHROMIUM, HOME, Server, serving
from tests.provide_browser import FAILED, find

SMALL = HOME / "tests" / "pairs" / "small"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail(FAILED)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def small_server() -> Iterator[Server]:
    """The small made-up pair, which no test changes."""
    with serving(SMALL) as server:
        yield server


@pytest.fixture(scope="session")
def real_server() -> Iterator[Server]:
    """The records that come with the code."""
    with serving(HOME / "data") as server:
        yield server


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """A copy of the small pair's folder that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "records"))


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts (each as separate as another machine), closed after the test."""
    made: list[BrowserContext] = []

    def make(width: int = 1440, height: int = 1000, scheme: str = "light") -> BrowserContext:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def page(contexts: Callable[..., BrowserContext]) -> Page:
    return contexts().new_page()
