"""Pages of cells and the files they become: .xlsx with fixed times, so that the same figures give the same bytes, and .csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

Value = str | int | float | None
Style = Literal["plain", "title", "head", "note"]
MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - xlsx properties carry no time zone


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a cell: its value, number format, and the text a person sees. An empty cell is ``Written(None)``."""

    value: Value
    shown: str = ""
    format: str = "General"
    formula: str | None = None


@dataclass
class Page:
    """A sheet being filled. Rows and columns count from 0."""

    name: str
    cells: dict[tuple[int, int], tuple[Written, Style]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, what: Written | Value, style: Style = "plain") -> str:
        """Writes a cell and returns its A1 name."""
        content = what if isinstance(what, Written) else as_written(what)
        self.cells[row, column] = (content, style)
        return str(xl_rowcol_to_cell(row, column))

    def span(self, row: int, column: int, to_row: int, to_column: int, text: Value, style: Style = "head") -> str:
        """Writes a merged range (a plain cell where it is only one) and returns the A1 name of its first cell."""
        if (row, column) != (to_row, to_column):
            self.merges.append((row, column, to_row, to_column))
        return self.put(row, column, text, style)

    @property
    def height(self) -> int:
        """The number of rows in use."""
        return 1 + max((row for row, _ in self.cells), default=-1)


def as_written(value: Value) -> Written:
    """A value in a cell of format General."""
    return Written(value, shown_number(value) if isinstance(value, int | float) else value or "")


def shown_number(value: float) -> str:
    """The text General shows for a number."""
    return format(value, ".10g")


@dataclass(frozen=True)
class Book:
    """A file's sheets in order."""

    pages: tuple[Page, ...]


def xlsx_bytes(book: Book) -> bytes:
    """The book as .xlsx; the same book always gives the same bytes."""
    stream = io.BytesIO()
    out = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    out.set_properties({"created": MADE})
    styles: dict[tuple[Style, str], Any] = {}
    for page in book.pages:
        _fill(out, out.add_worksheet(page.name), page, styles)
    out.close()
    return stream.getvalue()


def _fill(out: Any, sheet: Any, page: Page, styles: dict[tuple[Style, str], Any]) -> None:
    def look(style: Style, number_format: str) -> Any:
        key = (style, number_format)
        if key not in styles:
            given: dict[str, Any] = {"font_name": "宋体", "num_format": number_format, "valign": "vcenter"}
            by_style: dict[Style, dict[str, Any]] = {
                "plain": {"border": 1},
                "head": {"border": 1, "bold": True, "align": "center", "text_wrap": True},
                "title": {"bold": True, "align": "center", "font_size": 16},
                "note": {},
            }
            given |= by_style[style]
            styles[key] = out.add_format(given)
        return styles[key]

    for top, left, bottom, right in page.merges:
        _, style = page.cells[top, left]
        sheet.merge_range(top, left, bottom, right, "", look(style, "General"))
    for (row, column), (what, style) in page.cells.items():
        shape = look(style, what.format)
        if what.formula is not None:
            sheet.write_formula(row, column, what.formula, shape, what.value)
        elif what.value is None:
            sheet.write_blank(row, column, None, shape)
        elif isinstance(what.value, str):
            sheet.write_string(row, column, what.value, shape)
        else:
            sheet.write_number(row, column, what.value, shape)
    for row in page.hidden_rows:
        sheet.set_row(row, None, None, {"hidden": True})
    for column in page.hidden_columns:
        sheet.set_column(column, column, None, None, {"hidden": True})
    if page.hidden:
        sheet.hide()


def csv_bytes(page: Page, encoding: Literal["utf-8-sig", "utf-8", "gb18030"] = "utf-8-sig") -> bytes:
    """One page as CSV of the texts a person sees; merged ranges hold their text in the first cell only."""
    rows: list[list[str]] = [[] for _ in range(page.height)]
    for (row, column), (what, _) in page.cells.items():
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = what.shown
    width = max((len(row) for row in rows), default=0)
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([row + [""] * (width - len(row)) for row in rows])
    return text.getvalue().encode(encoding)


def unique_names(names: Sequence[str]) -> list[str]:
    """Sheet names without what Excel forbids, at most 31 characters, none twice."""
    made: list[str] = []
    for name in names:
        clean = "".join("_" if sign in r"[]:*?/\'" else sign for sign in name)[:31] or "Sheet"
        while clean.lower() in (other.lower() for other in made):
            clean = f"{clean[:28]}_{len(made)}"
        made.append(clean)
    return made
