"""Writes a sheet as text: one line a row, ``|`` between cells, ``<`` merged with the left, ``^`` merged with above.

Whole numbers and decimals become numeric cells; a leading ``'`` keeps a number as text.
"""

from __future__ import annotations

import re

from analytics.catalogue import Roster
from analytics.intake.grid import Cell, Merge, Sheet, Workbook
from analytics.intake.reading import Decisions, read_grid
from analytics.model import Reading

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def sheet(text: str, name: str = "Sheet1", **more: object) -> Sheet:
    rows = [[part.strip() for part in line.strip().split("|")] for line in text.strip("\n").split("\n")]
    cells: dict[tuple[int, int], Cell] = {}
    spans: dict[tuple[int, int], list[int]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, part in enumerate(row):
            if part == "<" or part == "^":
                at = owner[r, c - 1] if part == "<" else owner[r - 1, c]
                owner[r, c] = at
                top, left, bottom, right = spans.setdefault(at, [at[0], at[1], at[0], at[1]])
                spans[at] = [top, left, max(bottom, r), max(right, c)]
                continue
            owner[r, c] = (r, c)
            if not part:
                continue
            if _NUMBER.fullmatch(part):
                number = float(part) if "." in part else int(part)
                cells[r, c] = Cell(r, c, number, part)
            else:
                plain = part.removeprefix("'").replace("\\n", "\n")
                cells[r, c] = Cell(r, c, plain, plain)
    return Sheet(name, cells, tuple(Merge(*s) for s in spans.values()), **more)  # type: ignore[arg-type]


def read(
    *sheets: Sheet, file: str = "报表.xlsx", roster: Roster | None = None, decisions: Decisions | None = None
) -> Reading:
    return read_grid(Workbook(sheets, "xlsx"), file, "0" * 64, roster, decisions or Decisions())


def figures(reading: Reading) -> dict[tuple[str, int, str], object]:
    """(township, year, indicator) → value with its sign: 80000, "≥80000", "≈1200", "missing", "not_applicable"."""
    found: dict[tuple[str, int, str], object] = {}
    for f in reading.figures:
        key = (f.township, f.year, f.indicator)
        assert key not in found, key
        sign = {"exact": "", "at_least": "≥", "about": "≈"}[f.qualifier]
        if f.value is None:
            found[key] = str(f.state)
        else:
            found[key] = f"{sign}{f.value:g}" if sign else (int(f.value) if f.value == int(f.value) else f.value)
    return found


def codes(reading: Reading) -> list[tuple[str, str | None]]:
    return [(p.code, p.cell) for p in reading.problems]
