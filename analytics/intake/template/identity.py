"""What a form carries so that it is known again: who fills it in, for which year, which row is which indicator.

It stands in two places. A hidden column beside the rows goes wherever the sheet goes: into another workbook, through
WPS, into CSV; a row that is moved takes its indicator along. A very hidden sheet keeps the list of all rows, so that
a missing one is noticed and the form is still known when someone deletes the column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from analytics.intake.grid import Cell, Sheet, Workbook

VERSION = 1
HIDDEN_SHEET = "_fazhi"
MARK = "fazhi-template"
COLUMNS_MARK = "fazhi-columns"
SEPARATOR = "|"
_NUMBER = re.compile(r"[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose form it is."""

    township: str
    code: str
    year: int
    version: int = VERSION

    def as_tag(self) -> str:
        """The identity as one text."""
        names = (name.replace(SEPARATOR, "／") for name in (self.code, self.township))
        return SEPARATOR.join((MARK, str(self.version), str(self.year), *names))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sheet with the hidden column: its place, the row of the column headings, and the indicator of every row."""

    identity: Identity
    column: int
    heading_row: int
    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What the very hidden sheet lists: the form's sheet name, heading row, and (row, indicator id) of every row."""

    identity: Identity
    sheet: str
    heading_row: int
    rows: tuple[tuple[int, str], ...]


def read_tag(text: object) -> Identity | None:
    """The identity in a text that ``as_tag`` wrote; None for any other."""
    if not isinstance(text, str) or not text.lstrip().startswith(MARK):
        return None
    parts = text.strip().split(SEPARATOR)
    if len(parts) != 5 or parts[0] != MARK or not (_NUMBER.fullmatch(parts[1]) and _NUMBER.fullmatch(parts[2])):
        return None
    if not parts[4]:
        return None
    return Identity(parts[4], parts[3], int(parts[2]), int(parts[1]))


def read_tagged(sheet: Sheet) -> Tagged | None:
    """The hidden column of a sheet; None where there is none, or more than one."""
    marks = [(cell, identity) for cell in sheet.cells.values() if (identity := read_tag(cell.value)) is not None]
    if len(marks) != 1:
        return None
    (mark, identity) = marks[0]
    below = sorted((row, cell.value) for (row, column), cell in sheet.cells.items()
                   if column == mark.column and row > mark.row and isinstance(cell.value, str))  # fmt: skip
    heads = [row for row, text in below if text == COLUMNS_MARK]
    if len(heads) != 1:
        return None
    return Tagged(identity, mark.column, heads[0], tuple((row, text) for row, text in below if row > heads[0]))


def without_column(sheet: Sheet, column: int) -> Sheet:
    """The sheet without one column's cells; the others keep their places."""
    return replace(sheet, cells={at: cell for at, cell in sheet.cells.items() if at[1] != column})


def listing(identity: Identity, sheet: str, heading_row: int, rows: list[tuple[int, str]]) -> list[tuple[str, ...]]:
    """The rows of the very hidden sheet; places count from 1, as spreadsheet programs do."""
    return [
        (identity.as_tag(),),
        ("sheet", sheet),
        (COLUMNS_MARK, str(heading_row + 1)),
        *((indicator, str(row + 1)) for row, indicator in rows),
    ]


def read_listing(workbook: Workbook) -> Listed | None:
    """What the very hidden sheet of a workbook says; None where there is none or it was tampered with."""
    sheet = next((s for s in workbook.sheets if s.name == HIDDEN_SHEET), None)
    if sheet is None or (identity := read_tag(_text(sheet.cells.get((0, 0))))) is None:
        return None
    pairs = [(_text(sheet.cells.get((row, 0))), _text(sheet.cells.get((row, 1)))) for row in range(1, _height(sheet))]
    if len(pairs) < 3 or pairs[0][0] != "sheet" or pairs[1][0] != COLUMNS_MARK:
        return None
    if not all(_NUMBER.fullmatch(place) and int(place) > 0 for _, place in pairs[1:]):
        return None
    places = [(int(place) - 1, name) for name, place in pairs[1:]]
    return Listed(identity, pairs[0][1], places[0][0], tuple(places[1:]))


def _height(sheet: Sheet) -> int:
    return max((row for row, _ in sheet.cells), default=-1) + 1


def _text(cell: Cell | None) -> str:
    return "" if cell is None else cell.value if isinstance(cell.value, str) else cell.shown
