"""The sheet 问题清单, which the township fills in, and the hidden sheet by which it is understood again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from analytics.intake.marked.lines import Line
from analytics.intake.marked.signs import HEADINGS, LIST_SHEET, MARKER, MARKER_SHEET, NOTHING, TITLE, TYPED
from analytics.intake.marked.texts import lines_needed, put_text
from analytics.model import Severity

FONT = "Microsoft YaHei"
FILLS = {Severity.ERROR: "FFFFC7CE", Severity.QUESTION: "FFFFF2A8"}
"""What doubtful cells are filled with; notes leave a cell as it is."""
WORDS = {Severity.ERROR: "错误", Severity.QUESTION: "待确认", Severity.NOTE: "提示"}
UNKNOWN = "unknown_heading"
WIDTHS = (8, 16, 11, 24, 56, 36, 9)
LINE_HEIGHT, MARGIN = 15.0, 6.0
TALLEST = 405.0

_EDGE = Side(style="thin", color="FFB8C2CC")
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_HOW = (
    "请逐条核对：数字有误的，直接在原表中改正；数字无误的，在“说明”栏写明原因，同类问题可以只在首行写一次。"
    "改好后保存，把本文件重新上传即可，标注会自动去掉。原表中红色为不能采用的数，黄色为需要确认的数。"
)


def add_list(
    book: Any, name: str, lines: Sequence[Line], sheets: Mapping[str, Any], remarks: Sequence[str], made_at: datetime
) -> Any:
    """Puts the list at the front of an openpyxl workbook and shows it first. ``sheets``: as read → worksheet."""
    made = book.create_sheet(free_title(book, LIST_SHEET), 0)
    for column, width in enumerate(WIDTHS):
        made.column_dimensions["ABCDEFG"[column]].width = width
    summary = _summary(lines)
    _across(made, 1, f"{TITLE}{name}", Font(name=FONT, size=14, bold=True))
    _across(made, 2, f"{made_at:%Y-%m-%d %H:%M} 标注，{summary or '没有发现问题'}。\n{_HOW}", Font(name=FONT, size=10))
    if remarks:
        _across(made, 3, "\n".join(remarks), Font(name=FONT, size=9, color="FF52606D"))
    top = 4
    for column, heading in enumerate(HEADINGS, start=1):
        cell = made.cell(top, column, heading)
        cell.font, cell.border = Font(name=FONT, size=10, bold=True), _GRID
        cell.fill = PatternFill("solid", fgColor="FFEEF1F5")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    made.row_dimensions[top].height = 22
    row = top
    for line in lines:
        if line.listed:
            row += 1
            _line(made, row, line, sheets)
    if not lines:
        _across(made, top + 1, "没有需要核对的问题。", Font(name=FONT, size=10))
    _set_up(made, top, max(row, top + 1))
    _show_first(book, made)
    return made


def _summary(lines: Sequence[Line]) -> str:
    """How many places of each kind; headings nobody knows are counted apart, as on the list of files."""
    single = [line for line in lines if line.members == 1]
    headings = sum(line.code == UNKNOWN for line in single)
    counts = {s: sum(x.severity is s and x.code != UNKNOWN for x in single) for s in Severity}
    said = [f"{WORDS[s]} {n} 处" for s, n in counts.items() if n]
    return "，".join([*said, f"没认出的表头 {headings} 个"] if headings else said)


def add_marker(book: Any, list_title: str, lines: Sequence[Line], sheets: Mapping[str, Any]) -> None:
    """Puts the hidden sheet at the end: number, code, sheet and cell of every line, and how the cell was filled."""
    made = book.create_sheet(free_title(book, MARKER_SHEET))
    made.sheet_state = "veryHidden"
    put_text(made["A1"], MARKER)
    put_text(made["B1"], list_title)
    row = 1
    for line in lines:
        if line.members > 1:
            continue
        row += 1
        target = sheets.get(line.sheet or "")
        title = line.sheet if target is None else target.title
        for column, text in enumerate((line.number, line.code, title or "", line.cell or ""), start=1):
            if text:
                put_text(made.cell(row, column), text)
        if target is not None and line.cell:
            made.cell(row, 5).fill = copy(target[line.cell].fill)
            if line.named:
                put_text(made.cell(row, 6), line.named)


def free_title(book: Any, wanted: str) -> str:
    """``wanted``, with a number where the workbook has a sheet of that name."""
    taken = {title.casefold() for title in book.sheetnames}
    title, number = wanted, 2
    while title.casefold() in taken:
        title, number = f"{wanted}({number})", number + 1
    return title


def _across(made: Any, row: int, text: str, font: Font) -> None:
    cell = made.cell(row, 1)
    put_text(cell, text)
    cell.font, cell.alignment = font, Alignment(wrap_text=True, vertical="center")
    made.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(HEADINGS))
    needed = lines_needed(text, sum(WIDTHS) * 10 / font.size)
    made.row_dimensions[row].height = min(needed * LINE_HEIGHT * font.size / 10 + MARGIN, TALLEST)


def _line(made: Any, row: int, line: Line, sheets: Mapping[str, Any]) -> None:
    target = sheets.get(line.sheet or "")
    message = "同上" if line.repeats else line.message
    if line.members > 1:
        message = f"同类 {line.members} 处：{message}" if message else f"同类 {line.members} 处，逐处列在下面"
    place = line.cell or (f"{line.members} 处" if line.members > 1 else NOTHING)
    sheet = (target.title if target is not None else line.sheet) or NOTHING
    texts = (line.number, sheet, place, line.raw[:200], message, line.explained, WORDS[line.severity])
    for column, text in enumerate(texts, start=1):
        cell = made.cell(row, column)
        if text:
            put_text(cell, text)
        cell.border, cell.font = _GRID, Font(name=FONT, size=10, bold=line.members > 1)
        cell.alignment = Alignment(
            wrap_text=True, vertical="center", horizontal="center" if column in (1, 3, 7) else "left"
        )
    made.cell(row, TYPED + 1).protection = Protection(locked=False)
    if line.severity in FILLS:
        made.cell(row, 7).fill = PatternFill("solid", fgColor=FILLS[line.severity])
    if target is not None and line.cell:
        link = made.cell(row, 3)
        quoted = target.title.replace("'", "''")
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!{line.cell}")
        link.font = Font(name=FONT, size=10, color="FF0B5CAD", underline="single")
    needed = max(lines_needed(text, width) for text, width in zip(texts, WIDTHS, strict=True))
    # Two lines at least: there has to be room for an explanation written by hand on the printed list.
    height = max(needed, 1 if line.severity is Severity.NOTE else 2) * LINE_HEIGHT + MARGIN
    made.row_dimensions[row].height = min(height, TALLEST)


def _set_up(made: Any, top: int, last: int) -> None:
    made.freeze_panes = made.cell(top + 1, 1)
    made.sheet_view.showGridLines = False
    made.print_title_rows = f"{top}:{top}"
    made.print_area = f"A1:G{last}"
    made.page_setup.orientation, made.page_setup.paperSize = "landscape", 9
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.print_options.horizontalCentered = True
    made.page_margins.left = made.page_margins.right = 0.4
    made.page_margins.top, made.page_margins.bottom = 0.5, 0.7
    made.page_margins.footer = 0.3
    made.oddFooter.center.text = "第 &P 页，共 &N 页"


def _show_first(book: Any, made: Any) -> None:
    """Only one sheet may be selected: what is typed into one of several goes into all of them."""
    for sheet in book._sheets:
        view = getattr(sheet, "sheet_view", None)
        if view is not None:
            view.tabSelected = False
        elif getattr(sheet, "sheetViews", None) is not None:  # a sheet that is one chart
            for shown in sheet.sheetViews.sheetView:
                shown.tabSelected = False
    made.sheet_view.tabSelected = True
    book.active = 0
    for view in book.views:
        view.firstSheet = 0
