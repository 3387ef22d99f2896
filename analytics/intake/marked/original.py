"""The township's own .xlsx or .xlsm, opened for marking, and taken back to what it was where it was marked before."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from copy import copy
from typing import Any

import openpyxl
from openpyxl.comments import Comment

from analytics.intake.marked.signs import (
    LIST_SHEET,
    MARKER,
    MARKER_SHEET,
    TITLE,
    normal,
    numbers_in,
    unmarked,
)

_DRAWINGS = re.compile(r"xl/(drawings/drawing|charts|media|diagrams|ctrlProps|activeX|slicers|threadedComments|model)")


def open_original(data: bytes) -> Any | None:
    """The workbook with formulas, formats, rich texts and macros; None where openpyxl cannot carry it over."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True, keep_vba=has_macros(data))
    except Exception:  # openpyxl raises whatever it stumbles over; the copy is made from the grid then
        return None
    book.template = False
    return book if book.worksheets else None


def has_macros(data: bytes) -> bool:
    """Whether the package holds macros, which only a file named .xlsm may."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(name.lower().endswith("vbaproject.bin") for name in package.namelist())


def what_is_lost(data: bytes) -> list[str]:
    """Sentences for what a file holds besides cells that does not come through editing unharmed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        pictures = any(_DRAWINGS.match(name) for name in names)
        extended = any(
            b"<extLst" in package.read(name) for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)
        )
    said = []
    if pictures:
        said.append(
            "原文件里有图片、图形、图表或控件，在本文件中可能缺失或变样，请以原文件为准；数字、文字和公式没有改动。"
        )
    if extended:
        said.append("原文件里有新版 Excel 的条件格式、下拉列表或迷你图，在本文件中可能缺失；数字、文字和公式没有改动。")
    return said


def remove_old_marks(book: Any) -> None:
    """Takes list, marker, comments and fills of an earlier marking out of the workbook."""
    markers = [s for s in book.worksheets if s.title.startswith(MARKER_SHEET) and s["A1"].value == MARKER]
    named = {sheet["B1"].value for sheet in markers}
    lists = [
        s
        for s in book.worksheets
        if (s.title in named or s.title.startswith(LIST_SHEET)) and str(s["A1"].value or "").startswith(TITLE)
    ]
    if not markers and not lists:
        return
    before = {normal(row[0].value): row[4] for sheet in markers for row in sheet.iter_rows(2, max_col=5)}
    for sheet in book.worksheets:
        if sheet not in markers and sheet not in lists:
            _unmark(sheet, before)
    for sheet in (*lists, *markers):
        book.remove(sheet)


def _unmark(sheet: Any, before: dict[str, Any]) -> None:
    for cell in list(sheet._cells.values()):
        comment: Any = getattr(cell, "comment", None)
        numbers = numbers_in(comment.text or "") if comment is not None else []
        if not numbers:
            continue
        kept = unmarked(comment.text)
        cell.comment = Comment(kept, comment.author, comment.height, comment.width) if kept else None
        styled = next((before[number] for number in numbers if number in before), None)
        if styled is not None:
            cell.fill = copy(styled.fill)
