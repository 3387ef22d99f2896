"""Reads .ods from its content.xml: the only format that keeps beside each value the text a person sees.

Repeated cells are written out within the limits of the gate, which has counted them before.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time

from lxml import etree

from analytics.intake.gate import limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, CellValue, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.safe_xml import parse_xml
from analytics.intake.readers.shown import shown

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_GROUPS = {f"{_TABLE}{name}" for name in ("table-header-rows", "table-row-group", "table-rows")}
_COLUMN_GROUPS = {f"{_TABLE}{name}" for name in ("table-header-columns", "table-column-group", "table-columns")}
_ERRORS = ("#", "Err:", "错误:")


def read_ods(data: bytes) -> Workbook:
    """The workbook in ``data``. Raises KeyError, zipfile.BadZipFile or lxml's errors on damage."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = parse_xml(package.read("content.xml"))
    hidden_styles = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    }
    body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    tables = body.findall(f"{_TABLE}table") if body is not None else []
    return Workbook(tuple(_sheet(table, hidden_styles) for table in tables), "ods")


def _sheet(table: etree._Element, hidden_styles: set[str | None]) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merges: list[Merge] = []
    hidden_rows: set[int] = set()
    at = 0
    for row in _inside(table, f"{_TABLE}table-row", _GROUPS):
        repeat = _count(row, "number-rows-repeated")
        found = list(_row(row, at, merges))
        if found and at + repeat > limits.ROWS:
            raise Refused("far_cell")
        if found:
            for again in range(repeat):
                for cell in found:
                    place = (at + again, cell.column)
                    cells[place] = cell if not again else _moved(cell, at + again)
        if len(cells) > limits.CELLS:
            raise Refused("too_many_cells")
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter") and found:
            hidden_rows.update(range(at, at + repeat))
        at += repeat
    return Sheet(
        name=clean(table.get(f"{_TABLE}name") or ""),
        cells=cells,
        merges=tuple(merges),
        hidden=table.get(f"{_TABLE}style-name") in hidden_styles,
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(_hidden_columns(table)),
    )


def _inside(table: etree._Element, tag: str, groups: set[str]) -> Iterator[etree._Element]:
    """The rows or columns of a table in order, those in header and outline groups among them."""
    for child in table:
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from _inside(child, tag, groups)


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    at = 0
    for column in _inside(table, f"{_TABLE}table-column", _COLUMN_GROUPS):
        repeat = _count(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            yield from range(at, min(at + repeat, limits.COLUMNS))
        at += repeat


def _row(row: etree._Element, number: int, merges: list[Merge]) -> Iterator[Cell]:
    column = 0
    for element in row:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeat = _count(element, "number-columns-repeated")
        across, down = _count(element, "number-columns-spanned"), _count(element, "number-rows-spanned")
        covered = element.tag.endswith("covered-table-cell")
        if across > 1 or down > 1:
            merges.append(Merge(number, column, number + down - 1, column + across - 1))
        found = None if covered else _cell(element, number, column)
        if found is not None:
            if column + repeat > limits.COLUMNS:
                raise Refused("far_cell")
            yield found
            for again in range(1, repeat):
                yield _moved(found, number, column + again)
        column += repeat


def _moved(cell: Cell, row: int, column: int | None = None) -> Cell:
    """The same cell at another place, as repeats ask for."""
    column = cell.column if column is None else column
    return Cell(row, column, cell.value, cell.shown, cell.number_format, cell.formula, cell.error, cell.comment)


def _count(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}") or "1"
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _cell(element: etree._Element, row: int, column: int) -> Cell | None:
    seen = clean("\n".join(_text(paragraph) for paragraph in element.findall(f"{_TEXT}p")))
    note = element.find(f"{_OFFICE}annotation")
    comment = clean("\n".join(_text(paragraph) for paragraph in note.iter(f"{_TEXT}p"))) if note is not None else None
    formula = element.get(f"{_TABLE}formula")
    kind = element.get(f"{_OFFICE}value-type")
    error = element.get(f"{_CALCEXT}value-type") == "error" or (formula is not None and seen.startswith(_ERRORS))
    value = seen if error else _value(element, kind, seen)
    if isinstance(value, str) and is_blank(value):
        value = "" if formula is not None else None
    if value is None and formula is None and comment is None:
        return None
    if formula is not None:
        formula = "=" + formula.split("=", 1)[-1]
    code = "0%" if kind == "percentage" else "General"
    return Cell(row, column, value, seen or shown(value), code, formula, error, comment)


def _value(element: etree._Element, kind: str | None, seen: str) -> CellValue:
    raw = element.get(f"{_OFFICE}value") or ""
    if kind in ("float", "percentage", "currency"):
        try:
            number = float(raw)
        except ValueError:
            return seen or None
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    if kind == "boolean":
        return element.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "date":
        try:
            return datetime.fromisoformat(element.get(f"{_OFFICE}date-value") or "").replace(tzinfo=None)
        except ValueError:
            return seen or None
    if kind == "time":
        return _clock(element.get(f"{_OFFICE}time-value") or "") or seen or None
    if kind == "string" and not seen:
        return clean(element.get(f"{_OFFICE}string-value") or "") or None
    return seen or None


def _clock(duration: str) -> time | None:
    """``PT09H05M00S`` as a time of day; None for longer durations, which stay the text that is shown."""
    try:
        return datetime.strptime(duration.split(".")[0].rstrip("S"), "PT%HH%MM%S").time()  # noqa: DTZ007 no date in it
    except ValueError:
        return None


def _text(paragraph: etree._Element) -> str:
    """A paragraph's text with its repeated blanks, tabs and line breaks."""
    pieces = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            pieces.append(" " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, 1000))
        elif child.tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag != f"{_OFFICE}annotation" and isinstance(child.tag, str):
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
