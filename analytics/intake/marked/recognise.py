"""Takes the marks off a marked workbook that comes back, so that it reads as the township's own file would.

The comments lead to a cell wherever inserted rows and renamed sheets have moved it. Where a comment is gone the place
written in the list counts, but only if nothing else on that sheet has moved: an explanation beside the wrong figure
would be worse than one that is kept with the file alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from analytics.intake.grid import Sheet, Workbook
from analytics.intake.marked.signs import (
    CELL,
    HEADING_ROWS,
    HEADINGS,
    LIST_SHEET,
    LONGEST_EXPLANATION,
    MARKER,
    MARKER_SHEET,
    NOTHING,
    NUMBER,
    SHEET,
    TITLE,
    TYPED,
    normal,
    numbers_in,
    parent,
    unmarked,
)
from analytics.model import Explanation


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: the place it was marked at when it was made, empty where it named none.

    ``named`` is the cell the problem named, which differs inside a merged range.
    """

    code: str
    sheet: str | None
    cell: str
    named: str


def without_marks(workbook: Workbook) -> tuple[Workbook, tuple[Explanation, ...]]:
    """The workbook without list, marker and marks, and the explanations typed into the list; any other unchanged."""
    markers = [sheet for sheet in workbook.sheets if _is_marker(sheet)]
    named = {_text(sheet, 0, 1) for sheet in markers}
    lists = [sheet for sheet in workbook.sheets if _is_list(sheet, named)]
    if not markers and not lists:
        return workbook, ()
    ours = {id(sheet) for sheet in (*markers, *lists)}
    rest = [sheet for sheet in workbook.sheets if id(sheet) not in ours]
    stripped = tuple(_stripped(sheet) for sheet in rest)
    items = {number: item for sheet in markers for number, item in _marker_items(sheet)}
    typed: dict[str, str] = {}
    for sheet in lists:
        for number, item, text in _lines(sheet):
            items.setdefault(number, item)
            if text:
                typed[number] = text
    return replace(workbook, sheets=stripped), tuple(_explanations(items, typed, rest))


def _is_marker(sheet: Sheet) -> bool:
    return sheet.name.startswith(MARKER_SHEET) and _text(sheet, 0, 0) == MARKER


def _is_list(sheet: Sheet, named: set[str]) -> bool:
    if not (sheet.name in named or sheet.name.startswith(LIST_SHEET)):
        return False
    return _text(sheet, 0, 0).startswith(TITLE) and _heading_row(sheet) is not None


def _heading_row(sheet: Sheet) -> int | None:
    for row in HEADING_ROWS:
        if tuple(_text(sheet, row, column) for column in range(len(HEADINGS))) == HEADINGS:
            return row
    return None


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return "" if cell is None or cell.value is None else normal(cell.value)


def _stripped(sheet: Sheet) -> Sheet:
    cells = {}
    for place, cell in sheet.cells.items():
        kept = cell
        if cell.comment is not None and numbers_in(cell.comment):
            comment = unmarked(cell.comment) or None
            if comment is None and cell.value is None and cell.formula is None:
                continue
            kept = replace(cell, comment=comment)
        cells[place] = kept
    return replace(sheet, cells=cells)


def _marker_items(sheet: Sheet) -> Iterator[tuple[str, Item]]:
    """The lines of the hidden sheet: number, code, sheet, cell, (how it was filled,) cell named."""
    for row in sorted({row for row, _ in sheet.cells} - {0}):
        number = _text(sheet, row, 0)
        if number:
            code, title, cell, named = (_text(sheet, row, column) for column in (1, 2, 3, 5))
            yield number, Item(code[:60], title or None, cell, named or cell)


def _lines(sheet: Sheet) -> Iterator[tuple[str, Item, str]]:
    """The lines of the list, with what was typed into each."""
    top = _heading_row(sheet)
    for row in sorted({row for row, _ in sheet.cells if top is not None and row > top}):
        number = _text(sheet, row, NUMBER)
        if number:
            title, cell = _text(sheet, row, SHEET), _text(sheet, row, CELL)
            place = cell if cell.isascii() and cell.isalnum() else ""
            typed = _text(sheet, row, TYPED)[:LONGEST_EXPLANATION]
            yield number, Item("", None if title in ("", NOTHING) else title, place, place), typed


Place = tuple[str, str]


def _explanations(items: Mapping[str, Item], typed: Mapping[str, str], sheets: list[Sheet]) -> Iterator[Explanation]:
    """One for every item that was explained itself or with its whole group."""
    found = _marked_places(sheets)
    moved = {
        items[number].sheet
        for number, place in found.items()
        if number in items and place != (items[number].sheet, items[number].cell)
    }
    names = {sheet.name for sheet in sheets}
    groups = {above for number in items if (above := parent(number)) is not None}
    for number, item in items.items():
        if number in groups:
            continue
        text = typed.get(number) or typed.get(parent(number) or "")
        if not text:
            continue
        place: tuple[str | None, str] = (item.sheet, item.named)
        if number in found:
            if found[number] != (item.sheet, item.cell):
                place = found[number]
        elif item.sheet in moved or item.sheet not in names:
            place = (item.sheet, "")
        yield Explanation(place[0], place[1], item.code, text)


def _marked_places(sheets: list[Sheet]) -> dict[str, Place]:
    """Where the comment about each item stands now; an item whose comment was copied about is left out."""
    found: dict[str, set[Place]] = {}
    for sheet in sheets:
        for cell in sheet.cells.values():
            for number in numbers_in(cell.comment or ""):
                found.setdefault(number, set()).add((sheet.name, cell.name))
    return {number: next(iter(places)) for number, places in found.items() if len(places) == 1}
