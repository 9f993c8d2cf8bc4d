"""The server's middleware by itself; that the real server uses it is held in tests/browser."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import server


@pytest.mark.parametrize(("kind", "expected"), [("http", set(server.HEADERS)), ("websocket", set())])
def test_headers_are_added_to_answers_and_to_nothing_else(kind: str, expected: set[str]) -> None:
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b"x"})

    async def send(message: Any) -> None:
        sent.append(message)

    # In a thread of its own: the browser tests of the same session keep this one's event loop.
    with ThreadPoolExecutor() as pool:
        pool.submit(lambda: asyncio.run(server.SecurityHeaders(app)({"type": kind}, None, send))).result()
    names = {name.decode().lower() for name, _ in sent[0]["headers"]}
    assert names == {"content-type"} | {name.lower() for name in expected}
    assert sent[1] == {"type": "http.response.body", "body": b"x"}
