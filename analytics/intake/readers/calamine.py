"""Reads .xlsb, and what the other readers stumble over, with python-calamine.

It shows values, merged ranges and hidden sheets only: no number formats, no hidden rows and columns, no comments, no
formulas; error cells and formulas that were never computed look blank. The notes of the workbook say so.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, CellValue, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.notes import VALUES_ONLY
from analytics.intake.readers.shown import elapsed, shown


def read_with_calamine(data: bytes, file_format: str) -> Workbook:
    """The workbook in ``data``. Raises calamine's errors on damage, and panics with BaseException on some of it."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for kept in book.sheets_metadata:
        if kept.typ == SheetTypeEnum.WorkSheet:
            sheets.append(_sheet(book, kept.name, kept.visible != SheetVisibleEnum.Visible))
    return Workbook(tuple(sheets), file_format, (VALUES_ONLY,))


def _sheet(book: CalamineWorkbook, name: str, hidden: bool) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    cells = {}
    if sheet.height * sheet.width > limits.AREA:
        raise Refused("far_cell")
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True)):
        for column, raw in enumerate(values):
            value = _value(raw)
            if value is not None:
                place = (top + row, left + column)
                cells[place] = Cell(*place, value, shown(value))
        if len(cells) > limits.CELLS:
            raise Refused("too_many_cells")
    merges = [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return Sheet(clean(name), cells, tuple(merges), hidden=hidden)


def _value(raw: int | float | str | bool | time | date | datetime | timedelta) -> CellValue:
    """A value as the grid knows it; None for a blank."""
    if isinstance(raw, str):
        text = clean(raw)
        return None if is_blank(text) else text
    if isinstance(raw, timedelta):
        return elapsed(raw)
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return int(raw)
    return raw
