"""Marks the doubtful cells of a file and lists them, for the township to put right or to explain."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from analytics.intake.gate import Admitted, inspect
from analytics.intake.marked.copied import copy_of
from analytics.intake.marked.kept_parts import with_kept_parts
from analytics.intake.marked.lines import Line, lines_of
from analytics.intake.marked.list_sheet import FILLS, add_list, add_marker
from analytics.intake.marked.original import (
    has_macros,
    leave_to_their_parts,
    open_original,
    remove_old_marks,
    what_is_lost,
)
from analytics.intake.marked.raw_values import with_raw_values
from analytics.intake.marked.recognise import without_marks
from analytics.intake.marked.signs import mark
from analytics.intake.marked.texts import lines_needed
from analytics.intake.readers import read_workbook
from analytics.intake.readers.clean import clean
from analytics.intake.readers.encrypted import decrypted
from analytics.intake.worker import in_worker
from analytics.model import Explanation, Problem, Severity

SUFFIX = "（待核对）"
SECONDS = 60.0
MARKS_PER_CELL = 5
_COMMENT_WIDTH = 300
_AUTHOR = "法治看板"


def marked_workbook(
    data: bytes,
    name: str,
    problems: Sequence[Problem],
    *,
    made_at: datetime,
    explained: Sequence[Explanation] = (),
    isolated: bool = True,
) -> tuple[bytes, str] | Problem:
    """The file's own workbook with doubtful cells filled and commented and a list of them in front, and its new name.

    ``problems`` are those of its reading; ``explained`` (sheet, cell and code as there) is filled in where it was
    explained before. Formats other than .xlsx and .xlsm come back as a copy in .xlsx. A Problem where the file cannot
    be opened. ``made_at`` is printed as it is given: pass local time. ``isolated`` works in a worker process.
    """
    own = PurePath(name.replace("\\", "/")).name
    arguments = (data, own, tuple(problems), made_at, tuple(explained))
    return in_worker(_marked, *arguments, seconds=SECONDS, name=own) if isolated else _marked(*arguments)


def _marked(
    data: bytes, name: str, problems: Sequence[Problem], made_at: datetime, explained: Sequence[Explanation]
) -> tuple[bytes, str] | Problem:
    grid = read_workbook(data, name)
    if isinstance(grid, Problem):
        return grid
    grid, before = without_marks(grid)
    stem = PurePath(name).stem
    grids = {sheet.name or stem: sheet for sheet in grid.sheets}
    lines = lines_of(problems, grids, (*before, *explained))
    source = _package(data, name)
    book = None if source is None else open_original(source)
    if source is None or book is None:
        source = None
        book, sheets = copy_of(grid, stem)
        remarks = [_copied(name)]
    else:
        remove_old_marks(book)
        sheets = {clean(sheet.title): sheet for sheet in book.worksheets}
        remarks = what_is_lost(source)
        leave_to_their_parts(book, source)
    kept = [sheet.title for sheet in book.worksheets]
    where = _anchored(lines, sheets)
    add_marker(book, add_list(book, name, lines, sheets, remarks, made_at).title, where, sheets)
    _mark_cells(where, sheets)
    out = io.BytesIO()
    book.save(out)
    written = out.getvalue()
    if source is not None:
        written = with_kept_parts(source, with_raw_values(source, written, kept), kept)
    ending = ".xlsm" if source is not None and has_macros(source) else ".xlsx"
    return written, f"{stem.removesuffix(SUFFIX)}{SUFFIX}{ending}"


def _package(data: bytes, name: str) -> bytes | None:
    """The .xlsx or .xlsm itself, out of Excel's default password where it is behind it; None for other formats."""
    admitted = inspect(data, name)
    if isinstance(admitted, Admitted) and admitted.format == "encrypted":
        opened = decrypted(data)
        if opened is None:
            return None
        data, admitted = opened, inspect(opened, name)
    return data if isinstance(admitted, Admitted) and admitted.format == "xlsx" else None


def _copied(name: str) -> str:
    return f"原文件“{name}”的格式不能直接标注，这里是转存的副本：数字、文字和合并单元格照原样，公式只保留结果，颜色和边框没有带过来。"


def _anchored(lines: Sequence[Line], sheets: Mapping[str, Any]) -> list[Line]:
    """The lines with the cell that can carry a mark: the top left one of a merged range."""
    out = []
    for line in lines:
        sheet = sheets.get(line.sheet or "")
        if sheet is not None and line.cell and isinstance(sheet[line.cell], MergedCell):
            span = next((s for s in sheet.merged_cells.ranges if line.cell in s), None)
            if span is not None:
                line = replace(line, cell=span.start_cell.coordinate, named=line.cell)
        out.append(line)
    return out


def _mark_cells(lines: Sequence[Line], sheets: Mapping[str, Any]) -> None:
    doubts: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.sheet in sheets and line.cell and line.severity in FILLS:
            doubts.setdefault((line.sheet or "", line.cell), []).append(line)
    for (sheet, place), found in doubts.items():
        cell = sheets[sheet][place]
        severity = Severity.ERROR if any(x.severity is Severity.ERROR for x in found) else Severity.QUESTION
        cell.fill = PatternFill("solid", fgColor=FILLS[severity])
        said = "\n".join(mark(x.number, x.message) for x in found[:MARKS_PER_CELL])
        old = cell.comment
        text = f"{old.text.rstrip()}\n{said}" if old is not None and old.text else said
        height = 18 * lines_needed(text, _COMMENT_WIDTH / 7) + 12
        cell.comment = Comment(text, _AUTHOR if old is None else old.author, height, _COMMENT_WIDTH)
