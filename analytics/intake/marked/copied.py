"""A copy as .xlsx of a file whose own format cannot carry marks: .xls, .et, .xlsb, .ods, .csv, web pages."""

from __future__ import annotations

from collections import Counter
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter

from analytics.intake.grid import Cell, Sheet, Workbook
from analytics.intake.marked.texts import display_width, put_text

_EDGE = Side(style="thin", color="FFB8C2CC")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_WRAPPED = Alignment(wrap_text=True, vertical="center")
_IN_ONE_LINE = Alignment(vertical="center")
NARROWEST, WIDEST = 8, 40
_FORBIDDEN = set("[]:*?/\\")


def copy_of(grid: Workbook, stem: str) -> tuple[Any, dict[str, Any]]:
    """An openpyxl workbook with the grid's cells, merged ranges and hidden parts; its sheets by their names as read.

    Texts stay texts and numbers numbers. A sheet without a name is named for the file where a sheet can be.
    """
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    sheets: dict[str, Any] = {}
    for sheet in grid.sheets:
        made = book.create_sheet(_title(sheet.name or stem, {s.title.casefold() for s in book.worksheets}))
        _fill(made, sheet)
        sheets.setdefault(sheet.name or stem, made)
    if all(sheet.hidden for sheet in grid.sheets):
        book.worksheets[0].sheet_state = "visible"
    return book, sheets


def _title(wanted: str, taken: set[str]) -> str:
    """The name itself where a workbook takes it. Never part of it: half a name could be another year or township."""
    fits = 0 < len(wanted) <= 31 and not _FORBIDDEN & set(wanted) and not wanted.startswith("'")
    if fits and not wanted.endswith("'") and wanted.casefold() not in taken:
        return wanted
    number = 1
    while f"表{number}" in taken:
        number += 1
    return f"表{number}"


def _fill(made: Any, sheet: Sheet) -> None:
    widths: dict[int, int] = {}
    merged = {(m.top, m.left) for m in sheet.merges}
    in_row = Counter(row for row, _ in sheet.cells)
    for cell in sheet:
        target = made.cell(cell.row + 1, cell.column + 1)
        _put(target, cell)
        target.border = _BORDER
        target.alignment = _WRAPPED if in_row[cell.row] > 1 else _IN_ONE_LINE
        if (cell.row, cell.column) not in merged and in_row[cell.row] > 1:  # titles run over their neighbours
            widths[cell.column] = max(widths.get(cell.column, 0), display_width(cell.shown))
    for column, width in widths.items():
        made.column_dimensions[get_column_letter(column + 1)].width = min(max(width + 2, NARROWEST), WIDEST)
    for merge in sheet.merges:
        made.merge_cells(
            start_row=merge.top + 1, start_column=merge.left + 1, end_row=merge.bottom + 1, end_column=merge.right + 1
        )
    for row in sheet.hidden_rows:
        made.row_dimensions[row + 1].hidden = True
    for column in sheet.hidden_columns:
        made.column_dimensions[get_column_letter(column + 1)].hidden = True
    made.page_setup.orientation, made.page_setup.paperSize = "landscape", 9
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.hidden:
        made.sheet_state = "hidden"


def _put(target: Any, cell: Cell) -> None:
    if isinstance(cell.value, str) and not cell.error:
        put_text(target, cell.value)
    else:
        target.value = cell.value
    if cell.number_format != "General":
        target.number_format = cell.number_format
    if cell.comment:
        target.comment = Comment(cell.comment, "")
