"""Addresses typed by hand: the first screen under its own name, screens, and what is no screen."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from ui.not_found import KnownAddressesOnly


def answer(path: str, query: bytes = b"") -> tuple[int, dict[bytes, bytes]]:
    """Status and headers for a request; 200 stands for being let through."""
    said: list[dict[str, Any]] = [{"status": 200, "headers": []}]

    async def through(_scope: Scope, _receive: Receive, _send: Send) -> None:
        return None

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            said[0] = message

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": []}
    asyncio.run(KnownAddressesOnly(through)(scope, receive, send))
    return said[0]["status"], dict(said[0]["headers"])


@pytest.mark.parametrize("path", ["/", "/years", "/upload/", "/_stcore/health", "/static/js/index.js"])
def test_screens_and_files_are_let_through(path: str) -> None:
    assert answer(path)[0] == 200


def test_the_first_screen_is_found_under_its_own_name_with_its_filters() -> None:
    status, headers = answer("/overview", b"lang=en&year=2024")
    assert status == 307
    assert headers[b"location"] == b"/?lang=en&year=2024"
    assert answer("/overview")[1][b"location"] == b"/"


def test_anything_else_is_not_found() -> None:
    assert answer("/nirgends")[0] == 404
