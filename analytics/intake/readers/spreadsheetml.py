"""Reads "XML spreadsheet 2003", which office systems like to name .xls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from analytics.intake.gate import as_utf8, limits
from analytics.intake.gate.refusals import Refused
from analytics.intake.grid import Cell, CellValue, Merge, Sheet, Workbook
from analytics.intake.readers.clean import clean, is_blank
from analytics.intake.readers.safe_xml import parse_xml
from analytics.intake.readers.shown import shown

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"

NAMED_FORMATS = {
    "General Number": "General",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "General Date": "yyyy/m/d h:mm",
    "Short Date": "yyyy/m/d",
    "Medium Date": "d-mmm-yy",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Short Time": "h:mm",
    "Medium Time": "h:mm AM/PM",
    "Long Time": "h:mm:ss",
}
"""The format names this file kind uses beside format codes (XML Spreadsheet Reference, Microsoft, 2001)."""


def read_spreadsheetml(data: bytes) -> Workbook:
    """The workbook in ``data``. Raises lxml's errors on damage, Refused for too far or too many cells."""
    root = parse_xml(as_utf8(data))
    formats = {}
    for style in root.iter(f"{_SS}Style"):
        number = style.find(f"{_SS}NumberFormat")
        code = number.get(f"{_SS}Format") if number is not None else None
        formats[style.get(f"{_SS}ID") or ""] = NAMED_FORMATS.get(code or "", code or "General")
    skipping = "x2" in root.nsmap
    sheets = [_sheet(sheet, formats, skipping) for sheet in root.iter(f"{_SS}Worksheet")]
    return Workbook(tuple(sheets), "xml2003")


def _sheet(sheet: etree._Element, formats: dict[str, str], skipping: bool) -> Sheet:
    """One sheet. ``skipping``: LibreOffice wrote it, which leaves out cells that a merge from above covers, and does not count them."""
    cells: dict[tuple[int, int], Cell] = {}
    merges: list[Merge] = []
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    above: list[Merge] = []
    table = sheet.find(f"{_SS}Table")
    if table is not None:
        for at, column in _placed(table, "Column", limits.COLUMNS):
            if _flag(column, "Hidden") or column.get(f"{_SS}Width") == "0":
                hidden_columns.update(range(at, min(at + 1 + _count(column, "Span"), limits.COLUMNS)))
        for at, row in _placed(table, "Row", limits.ROWS):
            if _flag(row, "Hidden") or row.get(f"{_SS}Height") == "0":
                hidden_rows.update(range(at, at + 1 + _count(row, "Span")))
            above = sorted((m for m in above if m.bottom >= at), key=lambda m: m.left)
            before = len(merges)
            for cell in _row(row, at, formats, merges, above, skipping):
                cells[(cell.row, cell.column)] = cell
            above += [merge for merge in merges[before:] if merge.bottom > at]
            if len(above) > limits.MERGES:
                raise Refused("too_many_cells")
            if len(cells) > limits.CELLS:
                raise Refused("too_many_cells")
    visible = sheet.findtext(f"{_X}WorksheetOptions/{_X}Visible")
    return Sheet(
        clean(sheet.get(f"{_SS}Name") or ""),
        cells,
        tuple(merges),
        hidden=visible in ("SheetHidden", "SheetVeryHidden"),
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
    )


def _placed(parent: etree._Element, name: str, bound: int) -> Iterator[tuple[int, etree._Element]]:
    """Rows, columns or cells with their 0-based place: counted on, or as ``ss:Index`` says."""
    at = 0
    for child in parent.iterchildren(f"{_SS}{name}"):
        index = child.get(f"{_SS}Index")
        if index is not None and index.isdecimal():
            at = int(index) - 1
        if not 0 <= at < bound:
            raise Refused("far_cell")
        yield at, child
        at += 1 + _count(child, "Span" if name != "Cell" else "MergeAcross")


def _row(
    row: etree._Element,
    number: int,
    formats: dict[str, str],
    merges: list[Merge],
    above: list[Merge],
    skipping: bool,
) -> Iterator[Cell]:
    own = formats.get(row.get(f"{_SS}StyleID") or "", "General")
    for column, element in _placed(row, "Cell", limits.COLUMNS):
        across, down = _count(element, "MergeAcross"), _count(element, "MergeDown")
        if skipping:
            column = _uncovered(column, above)
        if across or down:
            merges.append(Merge(number, column, number + down, column + across))
        found = _cell(element, number, column, formats.get(element.get(f"{_SS}StyleID") or "", own))
        if found is not None and any(merge.left <= column <= merge.right for merge in above):
            # No program agrees with another where such a cell stands: its neighbours cannot be trusted either.
            raise Refused("overlapping_cells")
        if found is not None:
            yield found


def _uncovered(place: int, above: list[Merge]) -> int:
    """The column that is the ``place``-th when those under a merge from above are not counted; ``above`` from the left."""
    for merge in above:
        if merge.left > place:
            break
        place += merge.right - merge.left + 1
    return place


def _cell(element: etree._Element, row: int, column: int, code: str) -> Cell | None:
    data = element.find(f"{_SS}Data")
    note = element.find(f"{_SS}Comment")
    comment = clean("".join(str(piece) for piece in note.itertext())).strip() if note is not None else None
    formula = element.get(f"{_SS}Formula")
    kind = data.get(f"{_SS}Type") if data is not None else None
    text = clean("".join(str(piece) for piece in data.itertext())) if data is not None else ""
    value = _value(text, kind)
    if value is None and formula is None and not comment:
        return None
    return Cell(row, column, value, shown(value, code), code, formula, kind == "Error", comment or None)


def _value(text: str, kind: str | None) -> CellValue:
    if kind == "Number":
        try:
            number = float(text)
        except ValueError:
            return text or None
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
        except ValueError:
            return text or None
    if kind == "Boolean":
        return text.strip() == "1"
    return None if is_blank(text) else text


def _flag(element: etree._Element, name: str) -> bool:
    return element.get(f"{_SS}{name}") == "1"


def _count(element: etree._Element, name: str) -> int:
    text = element.get(f"{_SS}{name}") or "0"
    return int(text) if text.isdecimal() and len(text) < 8 else 0
