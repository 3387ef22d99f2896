"""Reads .xls and WPS .et (BIFF) with xlrd: values, formats, merged ranges, hidden parts, comments."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, Literal

import xlrd
from xlrd.biffh import XLRDError

from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, CellValue, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.format_codes import CHINESE_BUILTIN, is_date_format
from analytics.intake.readers.shown import shown


def read_xls(data: bytes) -> Workbook:
    """The workbook in ``data``; formula texts are not to be had from this format, their results are.

    Raises xlrd.XLRDError or whatever xlrd raises on damage; Refused for too many cells.
    """
    with open(os.devnull, "w") as silence:  # noqa: PTH123 xlrd prints what it wonders about
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=silence)
    return Workbook(tuple(_sheet(book, sheet) for sheet in book.sheets()), "xls")


def is_encrypted_fault(fault: BaseException) -> bool:
    """Whether xlrd gave up because of a password."""
    return isinstance(fault, XLRDError) and "encrypted" in str(fault).lower()


def _sheet(book: Any, sheet: Any) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    notes = {place: clean(note.text) for place, note in sheet.cell_note_map.items() if note.text}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            found = _cell(book, sheet, row, column, notes.pop((row, column), None))
            if found is not None:
                cells[(row, column)] = found
        if len(cells) > limits.CELLS:
            raise Refused("too_many_cells")
    for (row, column), text in notes.items():  # comments on cells beyond the last value
        cells[(row, column)] = Cell(row, column, None, "", comment=text)
    return Sheet(
        name=clean(sheet.name),
        cells=cells,
        merges=tuple(
            Merge(top, left, bottom - 1, right - 1)
            for top, bottom, left, right in sheet.merged_cells
            if bottom > top and right > left
        ),
        hidden=sheet.visibility != 0,
        hidden_rows=frozenset(row for row, kept in sheet.rowinfo_map.items() if kept.hidden or kept.height == 0),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for column, kept in sheet.colinfo_map.items():
        if kept.hidden or kept.width == 0:
            yield column


def _cell(book: Any, sheet: Any, row: int, column: int, comment: str | None) -> Cell | None:
    kind = sheet.cell_type(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and comment is None:
        return None
    code = _format(book, sheet, row, column)
    raw = sheet.cell_value(row, column)
    value: CellValue
    if kind == xlrd.XL_CELL_TEXT:
        value = clean(raw)
        if is_blank(value) and comment is None:
            return None
    elif kind == xlrd.XL_CELL_ERROR:
        value = xlrd.error_text_from_code.get(raw, "#N/A")
    elif kind == xlrd.XL_CELL_BOOLEAN:
        value = bool(raw)
    elif kind == xlrd.XL_CELL_DATE:
        value, code = _date(raw, book.datemode, code)
    elif kind == xlrd.XL_CELL_NUMBER:
        value = int(raw) if raw.is_integer() and abs(raw) < 1e15 else raw
    else:
        value = None
    return Cell(row, column, value, shown(value, code), code, error=kind == xlrd.XL_CELL_ERROR, comment=comment)


def _format(book: Any, sheet: Any, row: int, column: int) -> str:
    """The cell's format code; General where the file's tables do not lead to one."""
    with contextlib.suppress(IndexError, KeyError, TypeError):
        key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
        code = book.format_map[key].format_str or "General"
        return CHINESE_BUILTIN.get(key, "General") if code in ("General", "GENERAL") else code
    return "General"


def _date(number: float, datemode: Literal[0, 1], code: str) -> tuple[CellValue, str]:
    """A day number as a date or time; the number itself where it is none."""
    try:
        moment: datetime = xlrd.xldate_as_datetime(number, datemode)
    except (xlrd.XLDateError, ValueError, OverflowError):
        return number, "General"
    if not is_date_format(code):
        code = "yyyy-m-d"
    if 0 <= number < 1:
        return time(moment.hour, moment.minute, moment.second), code
    return moment, code
