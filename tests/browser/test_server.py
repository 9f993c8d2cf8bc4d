"""What the real server sends: its headers, compressed files, and nothing asked of any other host."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable

from playwright.sync_api import BrowserContext

from server import HEADERS
from tests.browser.driver import PAGES, Server, arrive, expect_shown


def test_headers_and_compression(small_server: Server) -> None:
    asked = urllib.request.Request(small_server.at(), headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert answer.headers["Content-Encoding"] == "gzip"


def test_no_page_asks_another_host(contexts: Callable[..., BrowserContext], small_server: Server) -> None:
    page = contexts().new_page()
    elsewhere: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(
        (small_server.url, "data:", "blob:")) else None)  # fmt: skip
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in PAGES:
        arrive(page, small_server.at(path))
        expect_shown(page, "15 of 15 records")
    assert elsewhere == []
    assert errors == []
