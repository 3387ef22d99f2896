"""The programs clerks save with: Excel, WPS, Excel 2003, LibreOffice, office systems that name a web page .xls."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import xlwt
from corpus_cells import Cell, File, Sheet, column_letters, placed
from odf import opendocument, table, text
from odf.namespaces import TABLENS

STAMP = (2024, 1, 5, 9, 0, 0)


def typed(cell: Any) -> Any:
    return cell.typed if isinstance(cell, Cell) else cell


def shown(cell: Any) -> str:
    if isinstance(cell, Cell):
        return cell.shown
    return "" if cell is None else str(cell)


def as_bytes(file: File) -> bytes:
    return WRITERS[file.form](file)


def _xlsx(file: File) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    cached: dict[tuple[int, str], Any] = {}
    for number, sheet in enumerate(file.sheets, start=1):
        page = book.create_sheet(sheet.name)
        for row, column, cell, tall, wide in placed(sheet):
            at = page.cell(row, column, typed(cell))
            if isinstance(cell, Cell):
                if cell.number_format:
                    at.number_format = cell.number_format
                if isinstance(cell.typed, str) and not cell.typed.startswith("=") and cell.number_format is None:
                    at.data_type = "e" if cell.typed.startswith("#") else "s"
                if cell.cached is not None:
                    cached[number, at.coordinate] = cell.cached
            if tall > 1 or wide > 1:
                page.merge_cells(
                    start_row=row, start_column=column, end_row=row + tall - 1, end_column=column + wide - 1
                )
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for letter in sheet.hidden_columns:
            page.column_dimensions[letter].hidden = True
        for place, words in sheet.notes.items():
            page[place].comment = openpyxl.comments.Comment(words, "经办人")
    stream = io.BytesIO()
    book.save(stream)
    return _repacked(stream.getvalue(), cached)


def _repacked(data: bytes, cached: dict[tuple[int, str], Any] | None = None) -> bytes:
    """The same archive with fixed dates and the results of formulas as a spreadsheet program would have kept them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            body = old.read(info)
            if info.filename.endswith(("core.xml", "meta.xml")):
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", b"2024-01-05T09:00:00Z", body)
            for (number, place), result in (cached or {}).items():
                if info.filename == f"xl/worksheets/sheet{number}.xml":
                    body = _with_result(body, place, result)
            entry = zipfile.ZipInfo(info.filename, STAMP)
            entry.compress_type = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(entry, body)
    return out.getvalue()


def _with_result(body: bytes, place: str, result: Any) -> bytes:
    kind = b' t="str"' if isinstance(result, str) else b""
    pattern = rb'<c r="%b"([^>]*?)( t="[^"]*")?><f>(.*?)</f><v ?/?>(</v>)?' % place.encode()
    value = html.escape(str(result)).encode()
    body, times = re.subn(pattern, rb'<c r="%b"\1%b><f>\3</f><v>%b</v>' % (place.encode(), kind, value), body)
    assert times == 1, place
    return body


def _xls(file: File) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in file.sheets:
        page = book.add_sheet(sheet.name)
        for row, column, cell, tall, wide in placed(sheet):
            style = xlwt.XFStyle()
            if isinstance(cell, Cell) and cell.number_format:
                style.num_format_str = cell.number_format
            value = typed(cell)
            if isinstance(value, str) and value.startswith("="):
                value = xlwt.Formula(value[1:])
            if isinstance(value, date | datetime) and style.num_format_str == "General":
                style.num_format_str = "yyyy-m-d"
            top, left = row - 1, column - 1
            if tall > 1 or wide > 1:
                page.write_merge(top, top + tall - 1, left, left + wide - 1, value, style)
            else:
                page.write(top, left, value, style)
        page.visibility = int(sheet.hidden)
        for number in sheet.hidden_rows:
            page.row(number - 1).hidden = True
        for letter in sheet.hidden_columns:
            page.col(ord(letter) - 65).hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ods(file: File) -> bytes:
    book = opendocument.OpenDocumentSpreadsheet()
    for sheet in file.sheets:
        page = table.Table(name=sheet.name)
        at = {(r, c): (cell, tall, wide) for r, c, cell, tall, wide in placed(sheet)}
        covered = {
            (r + i, c + j) for (r, c), (_, tall, wide) in at.items() for i in range(tall) for j in range(wide) if i or j
        }
        last_row = max(r for r, _ in at)
        last_column = max(c for _, c in [*at, *covered])
        for r in range(1, last_row + 1):
            line = table.TableRow()
            for c in range(1, last_column + 1):
                line.addElement(_ods_cell(at.get((r, c)), (r, c) in covered))
            page.addElement(line)
        book.spreadsheet.addElement(page)
    stream = io.BytesIO()
    book.write(stream)
    return _repacked(stream.getvalue())


def _ods_cell(standing: tuple[Any, int, int] | None, covered: bool) -> Any:
    if covered:
        return table.CoveredTableCell()
    if standing is None:
        return table.TableCell()
    cell, tall, wide = standing
    value = typed(cell)
    if isinstance(value, int | float) and not isinstance(value, bool):
        element = table.TableCell(valuetype="float", value=str(value))
    elif value is None:
        element = table.TableCell()
    else:
        element = table.TableCell(valuetype="string")
    if tall > 1:
        element.setAttrNS(TABLENS, "number-rows-spanned", str(tall))
    if wide > 1:
        element.setAttrNS(TABLENS, "number-columns-spanned", str(wide))
    for line in [] if value is None else shown(cell).split("\n"):
        element.addElement(text.P(text=line))
    return element


def _lines(sheet: Sheet) -> list[list[str]]:
    at = {(r, c): shown(cell) for r, c, cell, _, _ in placed(sheet)}
    rows, columns = max(r for r, _ in at), max(c for _, c in at)
    return [[at.get((r, c), "") for c in range(1, columns + 1)] for r in range(1, rows + 1)]


def _csv(file: File) -> bytes:
    stream = io.StringIO()
    tab = file.encoding.startswith("utf-16")
    writer = csv.writer(stream, delimiter="\t" if tab else ",", lineterminator="\r\n")
    writer.writerows(_lines(file.sheets[0]))
    return stream.getvalue().encode(file.encoding or "gbk")


def _html(file: File) -> bytes:
    encoding = file.encoding or "gb2312"
    parts = [f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><body>']
    for sheet in file.sheets:
        parts.append('<table border="1">')
        at = {(r, c): (cell, tall, wide) for r, c, cell, tall, wide in placed(sheet)}
        covered = {
            (r + i, c + j) for (r, c), (_, tall, wide) in at.items() for i in range(tall) for j in range(wide) if i or j
        }
        for r in range(1, max(r for r, _ in at) + 1):
            parts.append("<tr>")
            for c in range(1, max(c for _, c in [*at, *covered]) + 1):
                if (r, c) in covered:
                    continue
                cell, tall, wide = at.get((r, c), ("", 1, 1))
                span = (f' rowspan="{tall}"' if tall > 1 else "") + (f' colspan="{wide}"' if wide > 1 else "")
                words = html.escape(shown(cell)).replace("\n", "<br>") or "&nbsp;"
                parts.append(f"<td{span}>{words}</td>")
            parts.append("</tr>")
        parts.append("</table>")
    parts.append("</body></html>")
    return "\r\n".join(parts).encode(encoding)


def _xml2003(file: File) -> bytes:
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<?mso-application progid="Excel.Sheet"?>',
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    ]
    for sheet in file.sheets:
        parts.append(f'<Worksheet ss:Name="{html.escape(sheet.name)}"><Table>')
        by_row: dict[int, list[str]] = {}
        for r, c, cell, tall, wide in placed(sheet):
            span = (f' ss:MergeDown="{tall - 1}"' if tall > 1 else "") + (
                f' ss:MergeAcross="{wide - 1}"' if wide > 1 else ""
            )
            value = typed(cell)
            if value is None:
                continue
            kind = "Number" if isinstance(value, int | float) else "String"
            words = html.escape(str(value)).replace("\n", "&#10;")
            by_row.setdefault(r, []).append(f'<Cell ss:Index="{c}"{span}><Data ss:Type="{kind}">{words}</Data></Cell>')
        for r, cells in sorted(by_row.items()):
            parts.append(f'<Row ss:Index="{r}">{"".join(cells)}</Row>')
        parts.append("</Table></Worksheet>")
    parts.append("</Workbook>")
    return "\r\n".join(parts).encode("utf-8")


WRITERS = {"xlsx": _xlsx, "xls": _xls, "et": _xls, "ods": _ods, "csv": _csv, "html": _html, "xml2003": _xml2003}
__all__ = ["WRITERS", "as_bytes", "column_letters"]
