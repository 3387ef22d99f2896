"""Strange forms, damaged files and odd cells: nothing raises, nothing is invented, nothing changes in silence.

``bench/fuzz.py`` runs the same fuzzers for hours; what it found is kept in ``findings``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import fuzz_changes
import fuzz_files
import fuzz_relations
import fuzz_rules
import fuzz_same
import fuzz_texts
import pytest
from fuzz_sheets import Case, cases, rearranged, seeds, size
from grids import codes, figures

from analytics.intake.grid import Workbook
from analytics.model import Reading

FINDINGS = Path(__file__).with_name("findings")
FOUND = [case for path in sorted(FINDINGS.glob("*.txt")) for case in cases(path)]
SEED = 20241123
SEEDS = seeds(step=3)
RELATIONS = sorted(set(fuzz_relations.RELATIONS), key=lambda r: r.__name__)


@pytest.mark.parametrize("case", FOUND, ids=[case.title for case in FOUND])
def test_what_was_once_found_is_read_or_asked_as_an_official_would(case: Case) -> None:
    reading = fuzz_rules.reading_of(case.seed.book, case.seed.name, case.seed.roster)
    read = [f"{township} {year} {indicator} {value}" for (township, year, indicator), value in figures(reading).items()]
    asked = [f"? {code} {cell}" for code, cell in codes(reading)]
    assert sorted(read) == sorted(line for line in case.expected if not line.startswith("?"))
    assert sorted(asked) == sorted(line for line in case.expected if line.startswith("?"))


def test_layouts_as_they_are_break_no_rule() -> None:
    broken = {}
    for seed in SEEDS:
        reading = fuzz_rules.reading_of(seed.book, seed.name, seed.roster)
        if found := list(fuzz_rules.faults(seed.book, seed.name, seed.roster, reading)):
            broken[seed.name] = found
    assert broken == {}


def test_changed_forms_break_no_rule() -> None:
    broken = {}
    for seed in SEEDS:
        # Drawn by name, so that a new seed changes nothing for the others.
        rng = Random(f"{SEED} {seed.name}")
        book = fuzz_changes.changed(rng, seed.book, seed.roster, SEEDS[0].book)
        reading = fuzz_rules.reading_of(book, seed.name, seed.roster)
        if found := list(fuzz_rules.faults(book, seed.name, seed.roster, reading)):
            broken[seed.name] = found
    assert broken == {}


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda r: r.__name__)
def test_what_is_the_same_form_to_an_official_gives_the_same_figures(relation: fuzz_same.Relation) -> None:
    different, tried = {}, 0
    for seed in SEEDS[RELATIONS.index(relation) % 5 :: 5]:
        rng = Random(f"{SEED} {seed.name} {relation.__name__}")
        before = fuzz_rules.reading_of(seed.book, seed.name, seed.roster)
        changed = relation(rng, seed.book, before, seed.name, seed.roster)
        if changed is None:
            continue
        tried += 1
        after = fuzz_rules.reading_of(changed.book, seed.name, seed.roster)
        if found := list(fuzz_same.differences(before, after, changed)):
            different[seed.name] = found
    assert different == {}
    assert tried


def test_damaged_files_are_refused_or_read_and_the_next_one_is_read_as_ever() -> None:
    found = [fault[:2] for number in range(25) for fault in fuzz_files.tried(Random(f"{SEED} {number}"))]
    assert found == []


def test_strange_texts_break_nothing() -> None:
    found = [fault for number in range(300) for fault in fuzz_texts.tried(Random(f"{SEED} {number}"))]
    assert found == []


@pytest.mark.parametrize("axis", [0, 1], ids=["longer", "wider"])
def test_a_form_four_times_the_size_costs_about_four_times_the_work(axis: int) -> None:
    seed = next(s for s in SEEDS if s.name.startswith("县汇总") and len(s.book.sheets[0].cells) > 200)
    sheet = seed.book.sheets[0]
    lines = list(range(size(sheet)[axis]))
    calls = []
    for times in (4, 16):
        larger = rearranged(
            sheet, axis, [n for n in lines for _ in range(times)] if axis else lines + lines[5:-2] * times
        )
        calls.append(_calls(Workbook((larger,), "xlsx"), seed.name))
    assert calls[1] < calls[0] * 4 * 1.6


def _calls(book: Workbook, name: str) -> int:
    """How many functions are entered while a workbook is read: work counted, not time."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        reading = fuzz_rules.reading_of(book, name, None)
    finally:
        sys.setprofile(None)
    assert isinstance(reading, Reading)
    return count
