"""The 97 hostile files of the shared tools: each is read or refused, and the next file is read as if nothing were."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import messy_files as messy
import pytest

from analytics.intake.grid import Workbook
from analytics.intake.readers import read_workbook
from analytics.intake.worker import in_worker
from analytics.model import Problem


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


def test_every_hostile_file_ends_in_a_workbook_or_a_sentence(folder: Path) -> None:
    files = sorted(folder.iterdir())
    assert len(files) == 97
    for file in files:
        result = in_worker(read_workbook, file.read_bytes(), file.name, seconds=20, megabytes=1024, name=file.name)
        assert isinstance(result, Workbook | Problem), file.name
        if isinstance(result, Problem):
            assert file.name in result.message.zh
    assert isinstance(in_worker(read_workbook, messy.xlsx(), "a.xlsx"), Workbook)


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
