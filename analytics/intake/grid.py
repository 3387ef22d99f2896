"""What every reader hands on: a workbook as sheets of cells, whatever the file format was.

Rows and columns count from 0 here; A1 text counts from 1. Only cells that hold something are kept, so a sheet
that claims a million rows costs what it contains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

CellValue = str | int | float | bool | date | datetime | time | None
"""``str`` for text and for error cells (``#DIV/0!``); numbers, dates and booleans as Python's own."""


def column_letters(column: int) -> str:
    """The letters of a 0-based column: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def a1(row: int, column: int) -> str:
    """The A1 name of a 0-based cell."""
    return f"{column_letters(column)}{row + 1}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something.

    ``shown`` is the text a person sees in the office program (number format applied); ``number_format`` is the
    format code where the file carries one. ``formula`` is the formula's text, ``value`` then its cached result
    (None where the file holds no result). ``error`` marks an error cell such as ``#REF!``.
    """

    row: int
    column: int
    value: CellValue
    shown: str
    number_format: str = "General"
    formula: str | None = None
    error: bool = False
    comment: str | None = None

    @property
    def name(self) -> str:
        """The cell's A1 name."""
        return a1(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, both corners included, 0-based."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple):
            return False
        row, column = place
        return bool(self.top <= row <= self.bottom and self.left <= column <= self.right)


@dataclass(frozen=True)
class Sheet:
    """A sheet as a sparse grid: ``cells[(row, column)]``, merged ranges, hidden rows and columns.

    The value of a merged range stands in its top-left cell only, as in the file.
    """

    name: str
    cells: dict[tuple[int, int], Cell]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator[Cell]:
        """The cells in reading order: row by row, left to right."""
        for place in sorted(self.cells):
            yield self.cells[place]


@dataclass(frozen=True)
class Workbook:
    """All sheets of a file in its own order, with what the reader had to leave out (as problem codes and texts)."""

    sheets: tuple[Sheet, ...]
    format: str
    notes: tuple[str, ...] = field(default=())
