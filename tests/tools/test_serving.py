"""Finding a port, and the demonstration's store that is thrown away."""

from __future__ import annotations

import importlib
import os
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def serve(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tools/serve.py as the scripts beside it see it."""
    monkeypatch.syspath_prepend(str(root / "tools"))
    return importlib.import_module("serve")


@pytest.fixture
def demo(serve: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tools/demo.py with its stores in a folder of the test."""
    module = importlib.import_module("demo")
    monkeypatch.setattr(module, "PLACE", tmp_path)
    return module


def test_a_taken_port_is_named_and_the_next_free_one_used(
    serve: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        taken = listener.getsockname()[1]
        chosen = serve.free_port(taken)
    assert taken < chosen < taken + 100
    said = capsys.readouterr().out
    assert f"端口 {taken} 已被占用，改用 {chosen}" in said
    assert f"port {taken} is taken, using {chosen}" in said


def test_a_free_port_is_used_without_a_word(serve: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    assert serve.free_port(port) == port
    assert capsys.readouterr().out == ""


def test_a_server_that_cannot_start_is_said_not_waited_for(
    serve: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(serve, "ROOT", tmp_path)  # a folder without app.py
    assert serve.serve(first_port=18501) == 1
    assert "服务没有启动" in capsys.readouterr().err


def test_the_store_of_a_demonstration_lives_as_long_as_it_runs(demo: ModuleType, tmp_path: Path) -> None:
    with demo.throwaway_store() as url:
        folder = tmp_path / f"store-{os.getpid()}"
        assert url == f"sqlite:///{(folder / 'fazhi.db').as_posix()}"
        assert folder.is_dir()
    assert not folder.exists()


def test_stores_left_by_dead_demonstrations_go_and_those_in_use_stay(demo: ModuleType, tmp_path: Path) -> None:
    gone, used = tmp_path / "store-4194305", tmp_path / f"store-{os.getpid()}"  # above Linux's largest process number
    gone.mkdir()
    used.mkdir()
    demo.remove_left_over()
    assert not gone.exists()
    assert used.exists()


def test_scripts_of_tools_do_not_shadow_each_other(root: Path) -> None:
    names = {file.stem for file in (root / "tools").glob("*.py")}
    assert names & sys.stdlib_module_names == set()
