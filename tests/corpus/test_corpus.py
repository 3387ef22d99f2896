"""The reader on returns as clerks send them: never silently wrong, and sure where the sheet is clear."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

HERE = Path(__file__).resolve().parent
KNOWN_RIGHT = 90.0
"""Percent of figures under known wordings that come out without a question, over the whole corpus."""


def by_path(place: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(place.stem, place)
    module = importlib.util.module_from_spec(spec)
    sys.modules[place.stem] = module
    spec.loader.exec_module(module)
    return module


SCORE = by_path(HERE.parents[1] / "tools" / "score.py")
FILES = list(SCORE.corpus_files(HERE))


@pytest.fixture(scope="module")
def judged():
    return {known.path.name: SCORE.judge(known) for known in FILES}


@pytest.mark.parametrize("name", [known.path.name for known in FILES])
def test_nothing_is_silently_wrong(name: str, judged) -> None:
    assert [fault for fault in judged[name].faults if fault.startswith(SCORE.SILENT)] == []


@pytest.mark.parametrize("name", [known.path.name for known in FILES])
def test_nothing_is_left_out_without_a_word(name: str, judged) -> None:
    assert [fault for fault in judged[name].faults if fault.startswith(SCORE.OMITTED)] == []


@pytest.mark.parametrize("name", [known.path.name for known in FILES])
def test_a_figure_names_the_cell_it_stands_in(name: str, judged) -> None:
    assert [fault for fault in judged[name].faults if fault.startswith("another cell")] == []


def test_clear_figures_are_read_without_a_question(judged) -> None:
    assert SCORE.measures(judged.values())["known right %"] >= KNOWN_RIGHT


def test_a_false_figure_would_be_noticed() -> None:
    known = next(k for k in FILES if any(row["state"] == "reported" for row in k.truth))
    wrong = SCORE.replace(known, truth=tuple({**row, "value": (row["value"] or 0) + 1} for row in known.truth))
    assert any(fault.startswith("silently wrong") for fault in SCORE.judge(wrong).faults)


def test_the_corpus_is_what_its_script_writes(tmp_path) -> None:
    make = by_path(HERE / "make_corpus.py")
    make.write(tmp_path)
    for listing in ("truth.jsonl", "files.csv", "roster.csv"):
        assert (tmp_path / listing).read_text("utf-8") == (HERE / listing).read_text("utf-8")
    names = sorted(place.name for place in (tmp_path / "files").iterdir())
    assert names == sorted(place.name for place in (HERE / "files").iterdir())
    for name in names:
        assert content(tmp_path / "files" / name) == content(HERE / "files" / name), name


def content(place: Path) -> object:
    """The bytes, or a zip's members: how well they are packed may differ from one zlib to another, and which
    namespaces odfpy declares without using them, and in which order, depends on what else it did before."""
    if not zipfile.is_zipfile(place):
        return place.read_bytes()
    with zipfile.ZipFile(place) as archive:
        return Counter((info.filename, canonical(archive.read(info))) for info in archive.infolist())


def canonical(member: bytes) -> bytes:
    if not member.startswith(b"<?xml"):
        return member
    return etree.tostring(etree.fromstring(member), method="c14n", exclusive=True)
