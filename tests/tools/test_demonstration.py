"""The one command of a fresh machine: sample returns in, dashboard up, nothing left behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty home folder: whatever the program leaves outside the checkout would land here."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def shown(root: Path, home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running demonstration and its address."""
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"}
    command = [sys.executable, str(root / "tools" / "demo.py"), "--port", str(free_port())]
    process = subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout
    said, address = "", None
    for text in process.stdout:
        said += text
        if address := re.search(r"http://127\.0\.0\.1:\d+", text):
            break
    assert address, said
    yield process, address[0]
    if process.poll() is None:
        process.terminate()
        process.wait(timeout=30)
    process.stdout.close()


def test_the_demonstration_prints_an_address_that_answers(shown: tuple[subprocess.Popen[str], str]) -> None:
    with urllib.request.urlopen(f"{shown[1]}/_stcore/health", timeout=20) as answer:
        assert answer.status == 200


def test_the_demonstration_holds_the_sample_county(root: Path, shown: tuple[subprocess.Popen[str], str]) -> None:
    from analytics.store import Store

    store = Store.open(f"sqlite:///{(root / 'var' / 'demo' / f'store-{shown[0].pid}' / 'fazhi.db').as_posix()}")
    assert store.setting("county") == "示例县"
    assert set(store.figures_frame()["year"]) == {2022, 2023, 2024, 2025}
    assert len(store.roster().townships) == 25


def test_nothing_lands_in_the_home_folder(shown: tuple[subprocess.Popen[str], str], home: Path) -> None:
    assert files_below(home) == set()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite kill")
def test_the_store_is_thrown_away_at_the_end(root: Path, shown: tuple[subprocess.Popen[str], str]) -> None:
    process, address = shown
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)
    assert not (root / "var" / "demo" / f"store-{process.pid}").exists()
    with socket.socket() as probe:  # the server went with it
        time.sleep(0.2)
        assert probe.connect_ex(("127.0.0.1", int(address.rsplit(":", 1)[1]))) != 0
