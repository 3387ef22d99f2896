"""Writes the smallest .xlsb a spreadsheet program opens: BIFF12 records of one sheet with texts and numbers."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    "</Relationships>"
)


def _record(number: int, body: bytes = b"") -> bytes:
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = len(body), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + body


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(rows: Sequence[Sequence[str | float | None]], name: str = "统计表") -> bytes:
    """The bytes of a workbook with one sheet."""
    width = max(len(row) for row in rows)
    sheet = [_record(129), _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1)), _record(145)]
    for number, row in enumerate(rows):
        sheet.append(_record(0, struct.pack("<IIHHBII", number, 0, 300, 0, 0, 1, 0) + struct.pack("<I", width - 1)))
        for column, value in enumerate(row):
            place = struct.pack("<II", column, 0)
            if isinstance(value, str):
                sheet.append(_record(6, place + _text(value)))
            elif value is not None:
                sheet.append(_record(5, place + struct.pack("<d", value)))
    sheet += [_record(146), _record(130)]
    bundle = struct.pack("<II", 0, 1) + _text("rId1") + _text(name)
    book = [_record(131), _record(143), _record(156, bundle), _record(144), _record(132)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS.format(kind="officeDocument", target="xl/workbook.bin"))
        package.writestr("xl/workbook.bin", b"".join(book))
        package.writestr(
            "xl/_rels/workbook.bin.rels", _RELATIONS.format(kind="worksheet", target="worksheets/sheet1.bin")
        )
        package.writestr("xl/worksheets/sheet1.bin", b"".join(sheet))
    return out.getvalue()
