"""Sessions of the screens on a store at any address."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest

from ui.registry import SCREENS

ROOT = Path(__file__).resolve().parent.parent.parent


def _of_browser_tests() -> ModuleType:
    """The server and the browser of tests/browser."""
    spec = importlib.util.spec_from_file_location("browser_fixtures", ROOT / "tests" / "browser" / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


browser_fixtures = _of_browser_tests()
serve = browser_fixtures.serve

Show = Callable[..., AppTest]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Show:
    """A function that opens a screen over the store at an address, with what its web address says."""

    def start(url: str, screen: str = "overview", **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("FAZHI_STORE", url)
        session = AppTest.from_file(str(ROOT / "ui" / "session.py"), default_timeout=60)
        for name, value in address.items():
            session.query_params[name] = value
        session.run()
        return session if screen == "overview" else session.switch_page(f"../pages/{screen}.py").run()

    return start


@pytest.fixture
def leaf_through(show: Show) -> Callable[..., Iterator[tuple[str, AppTest]]]:
    """A function that goes through all screens in one session over the store at an address."""

    def through(url: str) -> Iterator[tuple[str, AppTest]]:
        session = show(url)
        yield SCREENS[0].path, session
        for screen in SCREENS[1:]:
            yield screen.path, session.switch_page(f"../pages/{screen.path}.py").run()

    return through


@pytest.fixture
def analytics(tmp_path: Path) -> Run:
    """A function that runs ``python -m analytics`` in the test's folder and waits for its end."""

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "analytics", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
