"""Every sample return is read as it was written; what was written doubtfully is asked about."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from scoring import score

from analytics.catalogue import load_roster
from analytics.intake import read_file
from analytics.model import Severity

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
TRUTH: dict[str, list[dict[str, Any]]] = defaultdict(list)
for line in (SAMPLE / "truth.jsonl").read_text(encoding="utf-8").splitlines():
    row = json.loads(line)
    TRUTH[row["file"]].append(row)
KEY = json.loads((SAMPLE / "key.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def roster():
    return load_roster(SAMPLE / "roster.csv")


@pytest.mark.parametrize("file", sorted(f for f in TRUTH if f.startswith("returns/")))
def test_every_figure_comes_out_as_it_stands_in_the_file(file: str, roster) -> None:
    result = score(read_file(SAMPLE / file, roster=roster, isolated=False), TRUTH[file])
    assert result.faults == []
    assert result.counts["asked, known wording"] == 0, "a known wording must not be asked about"
    assert result.counts["wrong, but asked"] == 0


@pytest.mark.parametrize("file", sorted(f for f in TRUTH if f.startswith("odd/")))
def test_a_return_that_hides_year_or_township_gives_no_figures_until_asked(file: str, roster) -> None:
    reading = read_file(SAMPLE / file, roster=roster, isolated=False)
    assert reading.figures == ()
    assert {p.code for p in reading.problems if p.severity is Severity.ERROR} & {
        "no_year",
        "no_township",
        "year_mismatch",
    }


@pytest.mark.parametrize("entry", KEY["totals"], ids=lambda e: e["cell"])
def test_a_total_that_does_not_add_up_is_asked_about(entry: dict[str, str], roster) -> None:
    reading = read_file(SAMPLE / entry["file"], roster=roster, isolated=False)
    assert ("total_differs", entry["sheet"], entry["cell"]) in {(p.code, p.sheet, p.cell) for p in reading.problems}


def test_no_other_total_is_doubted(roster) -> None:
    planted = {(e["file"], e["cell"]) for e in KEY["totals"]}
    doubted = {
        (file, p.cell)
        for file in TRUTH
        for p in read_file(SAMPLE / file, roster=roster, isolated=False).problems
        if p.code in ("total_differs", "periods_differ", "derived_differs")
    }
    assert doubted == planted


@pytest.mark.parametrize("entry", KEY["unreadable"], ids=lambda e: e["file"])
def test_a_file_that_is_no_return_gets_one_sentence(entry: dict[str, str]) -> None:
    reading = read_file(SAMPLE / entry["file"], isolated=False)
    assert not reading.readable
    assert len(reading.problems) == 1
    assert Path(entry["file"]).name in reading.problems[0].message.zh


@pytest.mark.parametrize("entry", KEY["narratives"], ids=lambda e: e["file"])
def test_a_report_without_numbers_is_read_as_prose_and_gives_none(entry: dict[str, str]) -> None:
    reading = read_file(SAMPLE / entry["file"], isolated=False)
    assert (reading.kind, reading.readable, reading.figures) == ("narrative", True, ())
    assert [p.code for p in reading.problems] == ["no_figures"]
