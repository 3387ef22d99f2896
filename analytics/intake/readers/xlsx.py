"""Reads .xlsx and .xlsm with openpyxl: the cells that exist, never the range the file claims.

WPS writes a ``<dimension>`` of A1 however large the sheet is, and one stray cell in the last row makes a walk over
the claimed range endless; so neither ``read_only`` nor ``iter_rows`` is used.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel

from analytics.intake.grid import Cell, CellValue, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.format_codes import CHINESE_BUILTIN, is_date_format
from analytics.intake.readers.shown import elapsed, shown

MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


def read_xlsx(data: bytes) -> Workbook:
    """The workbook in ``data``. Raises whatever openpyxl raises on damage; no sheets means: not readable here."""
    book = _load(data, values=True)
    if not book.worksheets and (transitional := _as_transitional(data)) is not None:
        data = transitional
        book = _load(data, values=True)
    formulas = _load(data, values=False) if has_formulas(data) else None
    sheets = []
    for number, sheet in enumerate(book.worksheets):
        texts = _formula_texts(formulas.worksheets[number]) if formulas is not None else {}
        sheets.append(_sheet(sheet, texts))
    return Workbook(tuple(sheets), "xlsx")


def has_formulas(data: bytes) -> bool:
    """Whether any sheet of the package holds a formula; a second load is only worth its time then."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(
            _FORMULA.search(package.read(part)) is not None
            for part in package.namelist()
            if part.startswith("xl/") and part.endswith(".xml") and "sheet" in part.lower()
        )


def _load(data: bytes, *, values: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values, keep_links=False)


def _as_transitional(data: bytes) -> bytes | None:
    """The package with the namespaces of "Strict Open XML" turned into the usual ones; None if it has none.

    openpyxl opens strict files without an error and without a sheet.
    """
    out = io.BytesIO()
    changed = False
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as rewritten:
        for part in package.infolist():
            content = package.read(part)
            if part.filename.endswith((".xml", ".rels")):
                usual = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content)
                changed = changed or usual != content
                content = usual
            rewritten.writestr(part.filename, content)
    return out.getvalue() if changed else None


def _formula_texts(sheet: Any) -> dict[tuple[int, int], str]:
    """Formula texts by 1-based place, as openpyxl keeps cells."""
    texts = {}
    for place, cell in sheet._cells.items():
        if cell.data_type == "f":
            formula = cell.value
            texts[place] = formula if isinstance(formula, str) else str(getattr(formula, "text", None) or "=")
    return texts


def _sheet(sheet: Any, formulas: dict[tuple[int, int], str]) -> Sheet:
    cells = {}
    for (row, column), cell in sheet._cells.items():
        formula = formulas.get((row, column))
        found = _cell(cell, row - 1, column - 1, formula)
        if found is not None:
            cells[(row - 1, column - 1)] = found
    return Sheet(
        name=clean(sheet.title),
        cells=cells,
        merges=tuple(
            Merge(span.min_row - 1, span.min_col - 1, span.max_row - 1, span.max_col - 1)
            for span in sheet.merged_cells.ranges
        ),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row - 1 for row, kept in sheet.row_dimensions.items() if kept.hidden or kept.ht == 0),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for kept in sheet.column_dimensions.values():
        if kept.hidden or kept.width == 0:
            first = kept.min or 1
            yield from range(first - 1, min(kept.max or first, MAX_COLUMNS))


def _cell(cell: Any, row: int, column: int, formula: str | None) -> Cell | None:
    """The cell as a grid cell; None where a person sees nothing and nothing is computed."""
    comment = getattr(cell, "comment", None)
    value = cell.value
    if value is None and formula is None and comment is None:
        return None
    code, value = _format_and_value(cell, value)
    if formula is not None and value is None and cell.data_type == "str":
        value = ""  # the formula was computed, to an empty text: not the same as never computed
    if isinstance(value, str):
        value = clean(value)
        if is_blank(value) and formula is None and comment is None:
            return None
    return Cell(
        row,
        column,
        value,
        shown(value, code),
        number_format=code,
        formula=formula,
        error=cell.data_type == "e",
        comment=clean(comment.text) if comment is not None and comment.text else None,
    )


def _format_and_value(cell: Any, value: Any) -> tuple[str, CellValue]:
    """The cell's format code and its value as the grid knows values.

    The Chinese built-in date formats (27–36, 50–58) are unknown to openpyxl, which hands on bare day numbers.
    """
    code: str = (cell.number_format or "General") if cell.has_style else "General"
    local = CHINESE_BUILTIN.get(cell._style.numFmtId) if code == "General" and cell.has_style else None
    if local is not None:
        code = local
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                value = from_excel(value, cell.parent.parent.epoch)
            except (OverflowError, ValueError):
                code = "General"
    if isinstance(value, timedelta):
        return code, elapsed(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and is_date_format(code):
        code = "General"
    if value is None or isinstance(value, str | bool | int | float | datetime | date | time):
        return code, value
    return code, str(value)
