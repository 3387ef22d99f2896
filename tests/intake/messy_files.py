"""One small messy return, written in every file format townships send."""

from __future__ import annotations

import csv
import io
import re
import zipfile

TITLE = "岘山镇2023年“法律明白人”统计表"
ROWS: list[list[object]] = [
    [TITLE, None, None, None],
    ["序号", "指标", "单位", "数量"],
    [1, "发放资料", "份", 80000],
    [2, "入户宣传", "人次", "8万余"],
    [3, "知晓率", "%", 0.255],
    [4, "隐藏的一行", "次", 7],
    [None, None, None, None],
    ["注：数据截至12月底", None, None, None],
]
PERCENT = (4, 3)
HIDDEN_ROW = 5
SHOWN = {
    (row, column): "25.5%" if (row, column) == PERCENT else str(value)
    for row, values in enumerate(ROWS)
    for column, value in enumerate(values)
    if value is not None
}
"""What a person sees, by 0-based place."""


def xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "统计表"
    for row in ROWS:
        sheet.append(row)
    sheet["D5"].number_format = "0.0%"
    sheet.merge_cells("A1:D1")
    sheet.row_dimensions[HIDDEN_ROW + 1].hidden = True
    return saved(book)


def saved(book: object) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rewritten(package: bytes, change: object) -> bytes:
    """The zip ``package`` with ``change(name, content)`` applied to each member; None leaves the member out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def strict_xlsx() -> bytes:
    def strict(_: str, content: bytes) -> bytes:
        return re.sub(
            rb"http://schemas\.openxmlformats\.org/(officeDocument|spreadsheetml|drawingml)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            content,
        )

    return rewritten(xlsx(), strict)


def wps_xlsx() -> bytes:
    """With a dimension that claims a single cell, as WPS writes it."""
    return rewritten(xlsx(), lambda _, content: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', content))


def prefixed_xlsx() -> bytes:
    """With every element of the worksheet under a prefix, as some report servers write it."""

    def prefixed(name: str, content: bytes) -> bytes:
        if "worksheets/" not in name:
            return content
        content = content.replace(b'xmlns="http', b'xmlns:x="http')
        return re.sub(rb"<(/?)(?=[a-zA-Z])(?!\?)", rb"<\1x:", content)

    return rewritten(xlsx(), prefixed)


def encrypted_xlsx(password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(xlsx())).encrypt(password, out)
    return out.getvalue()


def xls() -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("统计表")
    sheet.write_merge(0, 0, 0, 3, TITLE)
    for row, values in enumerate(ROWS[1:], 1):
        for column, value in enumerate(values):
            if value is not None:
                style = xlwt.easyxf(num_format_str="0.0%" if (row, column) == PERCENT else "General")
                sheet.write(row, column, value, style)
    sheet.row(HIDDEN_ROW).hidden = True
    return saved(book)


def ods() -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="统计表")
    for row, values in enumerate(ROWS):
        line = TableRow(visibility="collapse") if row == HIDDEN_ROW else TableRow()
        for column, value in enumerate(values):
            shown = SHOWN.get((row, column), "")
            if row == 0:
                cell = CoveredTableCell() if column else TableCell(valuetype="string", numbercolumnsspanned=4)
            elif value is None:
                cell = TableCell()
            elif isinstance(value, str):
                cell = TableCell(valuetype="string")
            else:
                cell = TableCell(valuetype="percentage" if (row, column) == PERCENT else "float", value=value)
            if shown:
                cell.addElement(P(text=shown))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()


def html(encoding: str) -> bytes:
    declared = {"gbk": "gb2312"}.get(encoding, encoding)
    rows = [f'<tr><td colspan="4">{TITLE}</td></tr>']
    for number, values in enumerate(ROWS[1:], 1):
        style = ' style="display:none"' if number == HIDDEN_ROW else ""
        cells = "".join(f"<td> {SHOWN.get((number, column), '')}&nbsp;</td>" for column in range(len(values)))
        rows.append(f"<tr{style}>{cells}</tr>")
    page = f'<html><head><meta charset="{declared}"><style>td {{color:red}}</style></head><body><table>{"".join(rows)}'
    return f"{page}</table></body></html>".encode(encoding)


def xml2003() -> bytes:
    def cell(row: int, column: int, value: object) -> str:
        kind = "String" if isinstance(value, str) else "Number"
        style = ' ss:StyleID="rate"' if (row, column) == PERCENT else ""
        return f'<Cell ss:Index="{column + 1}"{style}><Data ss:Type="{kind}">{value}</Data></Cell>'

    rows = [f'<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">{TITLE}</Data></Cell></Row>']
    for number, values in enumerate(ROWS[1:], 1):
        if any(value is not None for value in values):
            hidden = ' ss:Hidden="1"' if number == HIDDEN_ROW else ""
            cells = "".join(cell(number, column, value) for column, value in enumerate(values) if value is not None)
            rows.append(f'<Row ss:Index="{number + 1}"{hidden}>{cells}</Row>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="rate">'
        '<NumberFormat ss:Format="0.0%"/></Style></Styles><Worksheet ss:Name="统计表"><Table>'
        f"{''.join(rows)}</Table></Worksheet></Workbook>"
    ).encode()


def delimited(encoding: str, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    for row, values in enumerate(ROWS):
        writer.writerow([SHOWN.get((row, column), "") for column in range(len(values))])
    return out.getvalue().encode(encoding)
