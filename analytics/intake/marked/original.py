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

from analytics.intake.marked.kept_parts import drawing_of, extensions_of
from analytics.intake.marked.raw_values import sheet_parts
from analytics.intake.marked.signs import (
    LIST_SHEET,
    MARKER,
    MARKER_SHEET,
    TITLE,
    normal,
    numbers_in,
    unmarked,
)

_LEFT_BEHIND = re.compile(r"xl/(ctrlProps|activeX|slicers|timelines|threadedComments|model|chartsheets)")
_PAGE_PICTURE = re.compile(rb"<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture)[\s/>]")
"""Pictures of header and footer, and one laid behind a whole sheet: openpyxl carries neither."""


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
        sheets = sheet_parts(package).values()
        pictures = any(_LEFT_BEHIND.match(name) for name in package.namelist()) or any(
            b"<oleObjects" in (content := package.read(sheet))
            or (b"<drawing" in content and drawing_of(package, sheet) is None)
            for sheet in sheets
        )
        extended = any(extensions_of(package, sheet)[1] for sheet in sheets)
        beside = any(_PAGE_PICTURE.search(package.read(sheet)) for sheet in sheets)
    said = []
    if pictures:
        said.append(
            "原文件里有按钮、控件、切片器、嵌入的文件、图表工作表或讨论批注，在本文件中可能缺失或变样，请以原文件为准；"
            "数字、文字和公式没有改动。"
        )
    if extended:
        said.append("原文件里有新版 Excel 的切片器或日程表，在本文件中可能缺失；数字、文字和公式没有改动。")
    if beside:
        said.append(
            "原文件的页眉、页脚或工作表背景里有图片，没有带到本文件里，打印时请以原文件为准；数字、文字和公式没有改动。"
        )
    return said


def leave_to_their_parts(book: Any, data: bytes) -> None:
    """Takes the charts and pictures that are carried over as they are out of the workbook to be written."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = sheet_parts(package)
        for sheet in book.worksheets:
            if sheet.title in parts and drawing_of(package, parts[sheet.title]) is not None:
                sheet._charts, sheet._images = [], []


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
