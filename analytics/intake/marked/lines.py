"""The lines of the list: every doubtful cell with a number of its own, equal ones under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from analytics.intake.gate.limits import COLUMNS, ROWS
from analytics.intake.grid import Sheet, a1
from analytics.intake.problems import ProblemGroup, grouped
from analytics.model import Explanation, Problem, Severity

MOST = 300
"""Cells listed one by one in a group; the rest are marked and counted."""

_PART = re.compile(r"[,，、;；]")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list. ``cell`` None: the problem names none. ``members`` over 1: a heading over that many.

    ``raw`` is what a person sees in the cell; ``explained`` is filled in from an earlier round.
    """

    number: str
    severity: Severity
    code: str
    message: str
    sheet: str | None
    cell: str | None = None
    raw: str = ""
    explained: str = ""
    members: int = 1
    listed: bool = True
    repeats: bool = False
    """Whether its sentence is the very one of the group's heading."""
    named: str = ""
    """The cell of the problem, where ``cell`` is the corner of the merged range it lies in."""


def lines_of(problems: Iterable[Problem], sheets: Mapping[str, Sheet], explained: Iterable[Explanation]) -> list[Line]:
    """The lines for problems, errors first. ``sheets`` are the grids by the names that the problems use."""
    typed = {(e.sheet, e.cell, e.code): e.text for e in explained}
    out: list[Line] = []
    for number, group in enumerate(grouped(problems), start=1):
        out += _group(str(number), group, sheets, typed)
    return out


def _group(
    number: str,
    group: ProblemGroup,
    sheets: Mapping[str, Sheet],
    typed: Mapping[tuple[str | None, str, str], str],
) -> Iterator[Line]:
    places = [(problem, sheet, cell) for problem in group.problems for sheet, cell in _places(problem, sheets)]
    if len(places) > 1:
        words = group.problems[0].message.zh if group.same_words else ""
        yield Line(number, group.severity, group.code, words, group.sheet, members=len(places))
    for member, (problem, sheet, cell) in enumerate(places, start=1):
        yield Line(
            number=f"{number}-{member}" if len(places) > 1 else number,
            severity=group.severity,
            code=group.code,
            message=problem.message.zh,
            sheet=sheet,
            cell=cell,
            raw="" if sheet is None or cell is None else _shown(sheets[sheet], cell),
            explained=typed.get((sheet, cell or "", group.code), ""),
            listed=member <= MOST,
            repeats=group.same_words and len(places) > 1,
        )


def _places(problem: Problem, sheets: Mapping[str, Sheet]) -> list[tuple[str | None, str | None]]:
    """The cells a problem names; one place without a cell where it names none that exists."""
    sheet = problem.sheet if problem.sheet in sheets else None
    if problem.sheet is None and len(sheets) == 1:
        sheet = next(iter(sheets))
    if sheet is not None and problem.cell:
        cells = list(dict.fromkeys(cell for part in _PART.split(problem.cell) for cell in _cells(part.strip())))
        if cells:
            return [(sheet, cell) for cell in cells]
    return [(problem.sheet if sheet is None else sheet if problem.sheet else None, None)]


def _cells(named: str) -> Iterator[str]:
    """The cells of ``D12`` or ``D12:F15``, at most ``MOST``; nothing for what is no place on a sheet."""
    found = _RANGE.fullmatch(named)
    if found is None:
        return
    left, top, right, bottom = found.groups()
    if (
        max(int(top), int(bottom or top)) > ROWS
        or not int(top)
        or max(_column(left), _column(right or left)) >= COLUMNS
    ):
        return
    columns, rows = sorted((_column(left), _column(right or left))), sorted((int(top), int(bottom or top)))
    places = (
        a1(row - 1, column) for row in range(rows[0], rows[1] + 1) for column in range(columns[0], columns[1] + 1)
    )
    for _, place in zip(range(MOST), places, strict=False):
        yield place


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _shown(sheet: Sheet, cell: str) -> str:
    """What stands in a cell, or in the merged range it belongs to."""
    letters = cell.rstrip("0123456789")
    row, column = int(cell[len(letters) :]) - 1, _column(letters)
    found = sheet.cells.get((row, column))
    if found is None:
        merge = next((m for m in sheet.merges if (row, column) in m), None)
        found = sheet.cells.get((merge.top, merge.left)) if merge else None
    return "" if found is None else found.shown
