"""Layouts that must be understood without help, each with all that is read from it and all that is asked.

A case is a sheet (or several) written as text, then what comes out: one line a figure, one line ``?`` a problem.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from grids import codes, figures, read, sheet

CASES_FILE = Path(__file__).with_name("layouts.txt")


def cases() -> list[tuple[str, str]]:
    blocks = CASES_FILE.read_text(encoding="utf-8").split("\n=== ")
    return [
        (title.strip(), body) for title, _, body in (block.partition("\n") for block in blocks if block.strip("= \n"))
    ]


@pytest.mark.parametrize(("title", "body"), cases(), ids=[title for title, _ in cases()])
def test_a_layout_is_read_as_written(title: str, body: str) -> None:
    given, _, expected = body.partition("--->\n")
    sheets = []
    for part in given.split("[sheet ")[1:]:
        name, _, grid = part.partition("]\n")
        sheets.append(sheet(grid.rstrip("\n"), name))
    file = next((line.removeprefix("file: ") for line in given.splitlines() if line.startswith("file: ")), "报表.xlsx")
    reading = read(*sheets, file=file)
    found = [
        f"{township} {year} {indicator} {value}" for (township, year, indicator), value in figures(reading).items()
    ]
    asked = [f"? {code} {cell}" for code, cell in codes(reading)]
    wanted = [line for line in expected.strip().splitlines() if line.strip()]
    assert sorted(found) == sorted(line for line in wanted if not line.startswith("?"))
    assert sorted(asked) == sorted(line for line in wanted if line.startswith("?"))
