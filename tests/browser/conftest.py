"""A server of its own with a store of its own, and headless Chromium looking at it. Nothing leaves this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from analytics.catalogue import load_roster
from analytics.store import Store
from analytics.submission import Incoming, accept, receive

ROOT = Path(__file__).resolve().parent.parent.parent
RETURNS = ROOT / "sample_data" / "returns"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Screen:
    """A browser page that knows the server's address and remembers every address it asked for."""

    page: Any
    base: str
    stop: Callable[[], None]
    asked: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> None:
        self.page.goto(f"{self.base}/{path}")
        self.settled()

    def settled(self) -> None:
        """Waits until the script has run, nothing is a placeholder any more and charts have drawn."""
        self.page.wait_for_selector('[data-testid="stSidebarNav"]', timeout=40_000)
        self.page.wait_for_function(
            """() => {
              const all = selector => document.querySelectorAll(selector).length;
              return all('[data-testid="stApp"][data-test-script-state="notRunning"]') === 1
                && all('[data-testid="stSkeleton"]') === 0
                && all('.js-plotly-plot .main-svg') >= all('[data-testid="stPlotlyChart"]')
                && all('[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]') > 0;
            }""",
            timeout=40_000,
        )
        self.page.wait_for_timeout(400)

    def accept_all(self) -> None:
        """Takes all waiting files; where some leave doubts or numbers behind, says yes to that as well."""
        self.page.get_by_role("button", name="全部入库", exact=True).click()
        yes = self.page.get_by_role("button", name="确认全部入库")
        taken = self.page.locator("text=/已入库 \\d+ 个文件/")
        yes.or_(taken).first.wait_for(timeout=30_000)
        if yes.is_visible():
            yes.click()
        taken.first.wait_for(timeout=30_000)

    def text(self) -> str:
        return str(self.page.locator("body").inner_text())

    def chart_titles(self) -> list[str]:
        return list(self.page.locator(".gtitle").all_text_contents())


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the returns of 2024."""
    file = tmp_path_factory.mktemp("county") / "county.db"
    store = Store.open(f"sqlite:///{file}")
    store.replace_roster(load_roster(ROOT / "sample_data" / "roster.csv"), "测试")
    store.set_setting("county", "示例县", "测试")
    for received in receive(store, [Incoming(p.name, p) for p in sorted((RETURNS / "2024").iterdir())], "测试"):
        if received.upload_id is not None:
            accept(store, received.upload_id, "测试")
    with store._reader.connect() as connection:  # all of it into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return file


@pytest.fixture
def serve(tmp_path: Path, require_tool: Callable[[str], str]) -> Iterator[Callable[[Path | None], Screen]]:
    """A function that starts a server on a copy of a store (None: an empty one) and opens a browser on it."""
    pytest.importorskip("playwright.sync_api")
    from playwright.sync_api import sync_playwright

    chromium = require_tool("chromium")
    servers: list[subprocess.Popen[bytes]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))

        def start(store: Path | None) -> Screen:
            place = tmp_path / f"store{len(servers)}.db"
            if store is not None:
                shutil.copy(store, place)
            base, server = _server(place)
            servers.append(server)
            context = browser.new_context(
                viewport={"width": 1366, "height": 768}, locale="zh-CN", accept_downloads=True
            )
            screen = Screen(context.new_page(), base, server.terminate)
            context.on("request", lambda request: screen.asked.append(request.url))
            return screen

        yield start
        browser.close()
    for server in servers:
        server.terminate()
        server.wait(timeout=20)


def _server(store: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "FAZHI_STORE": f"sqlite:///{store}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return base, server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    server.terminate()
    raise RuntimeError("the server did not start within a minute")
