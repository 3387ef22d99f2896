"""Where a figure comes from: its file, sheet and cell, with the cells around it as they stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from analytics.model import Figure, Problem, ReturnKind
from analytics.store import ExplanationRow, Store, UploadStatus
from analytics.submission.explanations import figure_explanations
from analytics.text import Text, say

if TYPE_CHECKING:
    from analytics.intake.grid import Sheet, Workbook

AROUND = 2
"""Rows and columns shown on each side of the cell."""
LABELS = 4
"""Headings shown beyond these, at most, above and to the left."""
LABEL_ROLES = frozenset(("heading", "township", "year", "unit"))

Opener = Callable[[bytes, str], "Workbook | Problem"]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as shown: its A1 name, its text, what it was taken for, whether it is the figure's own."""

    name: str
    text: str
    role: str
    marked: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the sheet; ``number`` as the office program counts it."""

    number: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """The source of a figure. ``columns`` and ``rows`` leave out what lies between headings and neighbourhood.

    For prose, or a file that can no longer be opened, ``rows`` is empty and ``message`` says why.
    """

    figure_id: int
    figure: Figure
    file: str
    sheet: str | None
    cell: str
    raw: str
    upload_id: int
    upload_status: UploadStatus
    uploaded_by: str
    uploaded_at: datetime
    accepted_by: str | None
    accepted_at: datetime | None
    current: bool
    columns: tuple[str, ...] = ()
    rows: tuple[GridRow, ...] = ()
    message: Text | None = None
    explanations: tuple[ExplanationRow, ...] = ()
    kind: ReturnKind = "return"
    paragraphs: tuple[str, ...] = ()
    """Of a report in prose: its text."""


def source_view(store: Store, figure_id: int, *, opener: Opener | None = None) -> SourceView | None:
    """The source of an accepted figure; None where there is no figure of that id. Opens the kept file."""
    row = store.figure(figure_id)
    if row is None:
        return None
    upload = store.upload(row.upload_id)
    source = row.figure.source
    columns, rows, message = _grid(store, row.upload_id, upload.file_name, source.sheet, source.cell, opener)
    return SourceView(
        figure_id=row.id,
        figure=row.figure,
        file=upload.file_name,
        sheet=source.sheet,
        cell=source.cell,
        raw=source.raw,
        upload_id=upload.id,
        upload_status=upload.status,
        uploaded_by=upload.who,
        uploaded_at=upload.received_at,
        accepted_by=upload.accepted_by,
        accepted_at=upload.accepted_at,
        current=row.current,
        columns=columns,
        rows=rows,
        message=message,
        explanations=figure_explanations(store, row),
        kind=upload.kind,
        paragraphs=store.reading(upload.id).paragraphs if source.sheet is None else (),
    )


Grid = tuple[tuple[str, ...], tuple[GridRow, ...]]


def _grid(
    store: Store, upload_id: int, name: str, sheet: str | None, cell: str, opener: Opener | None
) -> tuple[tuple[str, ...], tuple[GridRow, ...], Text | None]:
    if sheet is None:
        return (), (), say("这条数据来自文字报告，没有表格")
    book = (opener or _open)(store.upload_bytes(upload_id), name)
    if isinstance(book, Problem):
        return (), (), book.message
    # The sheet of a text table has no name of its own; readings call it by the file's.
    stem = PurePath(name.replace("\\", "/")).stem
    found = next((s for s in book.sheets if (s.name or stem) == sheet), None)
    place = _place(cell)
    if found is None or place is None:
        return (), (), say("文件里找不到工作表“{sheet}”的 {cell} 单元格", sheet=sheet, cell=cell)
    roles = {
        named: role for table in store.reading(upload_id).tables if table.sheet == sheet for named, role in table.roles
    }
    return *neighbourhood(found, place, roles), None


def neighbourhood(sheet: Sheet, place: tuple[int, int], roles: Mapping[str, str]) -> Grid:
    """The column letters and rows around a 0-based cell, with the headings of its own row and column."""
    from analytics.intake.grid import a1, column_letters

    row, column = place
    last_row, last_column = (max((place[axis] for place in sheet.cells), default=0) for axis in (0, 1))
    rows = _span(row, last_row) | set(_labels(sheet, ((r, column) for r in range(row - 1, -1, -1)), roles, axis=0))
    columns = _span(column, last_column) | set(
        _labels(sheet, ((row, c) for c in range(column - 1, -1, -1)), roles, axis=1)
    )
    ordered = sorted(rows), sorted(columns)
    shown = tuple(
        GridRow(
            r + 1,
            tuple(
                GridCell(a1(r, c), _text(sheet, ordered, (r, c), place), roles.get(a1(r, c), ""), (r, c) == place)
                for c in ordered[1]
            ),
        )
        for r in ordered[0]
    )
    return tuple(column_letters(c) for c in ordered[1]), shown


def _span(centre: int, last: int) -> set[int]:
    """The numbers around ``centre``, as far as the sheet holds anything."""
    return set(range(max(0, centre - AROUND), max(centre, min(centre + AROUND, last)) + 1))


def _labels(sheet: Sheet, places: Iterable[tuple[int, int]], roles: Mapping[str, str], *, axis: int) -> list[int]:
    """The rows (axis 0) or columns (axis 1) of the nearest labels on the way out from the cell, and the outermost.

    Where the reading holds no roles, a label is a cell of words.
    """
    from analytics.intake.grid import a1

    found: list[int] = []
    for place in places:
        r, c = _top_left(sheet, *place)
        cell = sheet.cells.get((r, c))
        if cell is None or not cell.shown.strip():
            continue
        role = roles.get(a1(r, c))
        if (role in LABEL_ROLES) if roles else isinstance(cell.value, str):
            found.append(place[axis])
    return found[: LABELS - 1] + found[LABELS - 1 :][-1:]


def _text(sheet: Sheet, shown: tuple[list[int], list[int]], place: tuple[int, int], own: tuple[int, int]) -> str:
    """The text of a cell. A merged range says its text where it begins among the cells ``shown``, and again beside
    the figure's own row and column, so that a heading over several columns is read with the right one."""
    row, column = place
    top, left = _top_left(sheet, row, column)
    begins = row == min(r for r in shown[0] if r >= top) and column == min(c for c in shown[1] if c >= left)
    merge = next((m for m in sheet.merges if place in m), None)
    # A title over all the columns shown says nothing of one of them: once is enough.
    whole = merge is not None and merge.left <= shown[1][0] and merge.right >= shown[1][-1]
    beside = row == own[0] or (column == own[1] and not whole)
    if not begins and not beside:
        return ""
    cell = sheet.cells.get((top, left))
    return "" if cell is None else cell.shown


def _top_left(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The cell that holds the text of the merged range a cell belongs to; the cell itself where it is in none."""
    for merge in sheet.merges:
        if (row, column) in merge:
            return merge.top, merge.left
    return row, column


def _place(cell: str) -> tuple[int, int] | None:
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    if not letters or not digits or not all("A" <= letter <= "Z" for letter in letters):
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def _open(data: bytes, name: str) -> Workbook | Problem:
    from analytics import intake

    return intake.open_workbook(data, name)
