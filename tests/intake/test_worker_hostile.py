"""The 97 hostile files of the shared tools: each is read or refused, and the next file is read as if nothing were."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from analytics.intake.grid import Workbook
from analytics.intake.readers import read_workbook
from analytics.intake.worker import SECONDS, in_worker

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(shared: Path, request: pytest.FixtureRequest) -> Path:
    """Half a minute's work, so it is kept in pytest's cache until the tool changes."""
    maker = shared / "tools" / "make_hostile_files.py"
    if not maker.is_file():
        pytest.skip("no make_hostile_files.py in ../shared/tools")
    version = hashlib.sha256(maker.read_bytes()).hexdigest()[:12]
    cache = request.config.cache
    assert cache is not None
    place = cache.mkdir("hostile") / version
    if not place.is_dir():
        unfinished = place.with_name(f"{version}.{os.getpid()}")
        subprocess.run([sys.executable, str(maker), str(unfinished)], check=True, capture_output=True, timeout=300)
        try:
            unfinished.rename(place)
        except OSError:  # another test process was first
            shutil.rmtree(unfinished)
    return place


def peak_of_children(parent: psutil.Process) -> int:
    """The most memory any process below ``parent`` holds now, in MiB."""
    held = [0]
    with contextlib.suppress(psutil.Error):
        for child in parent.children(recursive=True):
            with contextlib.suppress(psutil.Error):
                held.append(child.memory_info().rss // 2**20)
    return max(held)


def test_every_hostile_file_ends_in_figures_or_a_sentence_on_the_command_line(folder: Path, tmp_path: Path) -> None:
    good = tmp_path / "好.csv"
    good.write_text("乡镇,年度,发放宣传资料（份）\n荻砚镇,2024,77\n", encoding="utf-8")
    files = sorted(folder.iterdir())
    assert len(files) == 97
    program = subprocess.Popen(
        [sys.executable, "-m", "analytics", "read", *map(str, files), str(good)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    peak, watched = 0, psutil.Process(program.pid)

    def watch() -> None:
        nonlocal peak
        while program.poll() is None:
            peak = max(peak, peak_of_children(watched))
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    said, slowest, before = [], 0.0, None
    assert program.stdout is not None
    for line in program.stdout:
        now = time.monotonic()
        slowest, before = max(slowest, 0 if before is None else now - before), now
        said.append(json.loads(line))
    assert program.stderr is not None
    assert program.stderr.read() == ""
    assert program.wait() == 1
    program.stdout.close()
    program.stderr.close()
    watcher.join()
    assert [Path(one["file"]).name for one in said] == [*(file.name for file in files), good.name]
    for one in said[:-1]:
        assert one["figures"] or one["problems"], one["file"]
        assert all(len(problem["message"]) < 400 for problem in one["problems"]), one["file"]
        if not one["figures"]:
            assert any(problem["severity"] != "note" for problem in one["problems"]), one["file"]
    assert [figure["value"] for figure in said[-1]["figures"]] == [77]
    # The wall clock of a busy machine also counts the start of the next worker.
    assert SECONDS < 20
    assert slowest < 2 * SECONDS
    assert peak < 1024


@pytest.mark.parametrize(
    ("name", "cell", "shown"),
    [
        ("ok_baseline.xlsx", (0, 1), "42"),
        ("xlsx_named.xls", (0, 1), "42"),
        ("html_named_gbk.xls", (2, 1), "2000余"),
        ("csv_named.xls", (1, 1), "2000余"),
        ("tsv_utf16_named.xls", (1, 1), "2000余"),
        ("xml2003_named.xls", (0, 1), "3"),
        ("gbk.csv", (2, 1), "1,200"),
        ("gb18030_rare.csv", (3, 0), "㙍头镇"),
        ("semicolon.csv", (1, 1), "2000"),
        ("dim_lie_full.xlsx", (0, 1), "42"),
        ("ods_trailing_empty_repeat.ods", (0, 0), "1"),
    ],
)
def test_the_merely_odd_ones_are_read(folder: Path, name: str, cell: tuple[int, int], shown: str) -> None:
    book = in_worker(read_workbook, (folder / name).read_bytes(), name)
    assert isinstance(book, Workbook)
    assert book.sheets[0].cells[cell].shown == shown
