"""A dozen hostile workbooks, small on disk, each with the word the gate has for it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
ROW = '<row r="1"><c r="A1"><v>42</v></c></row>'


def sheet(rows: str = ROW, after: str = "", before: str = "") -> str:
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def package(worksheet: str | bytes = "", book: str = BOOK, more: tuple[tuple[str, str | bytes], ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"))
        parts.writestr("xl/workbook.xml", book)
        parts.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(kind="worksheet", target="worksheets/sheet1.xml"))
        parts.writestr("xl/worksheets/sheet1.xml", worksheet or sheet())
        for name, content in more:
            parts.writestr(name, content)
    return out.getvalue()


def with_doubled_member() -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return package(more=(("xl/worksheets/sheet1.xml", sheet()),))


def with_overlapping_members() -> bytes:
    """The directory names the last member's bytes twice."""
    data = bytearray(package(more=(("xl/a.bin", b"x" * 5000), ("xl/b.bin", b"x" * 5000))))
    entries = []
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        entries.append(at)
        at = data.find(b"PK\x01\x02", at + 4)
    offset = struct.unpack_from("<I", data, entries[-2] + 42)[0]
    struct.pack_into("<I", data, entries[-1] + 42, offset)
    return bytes(data)


def with_password_flag() -> bytes:
    data = bytearray(package())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


ENTITIES = '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
CELLS = "".join(f'<row r="{row}">' + "<c/>" * 4000 + "</row>" for row in range(1, 102))
MANY_MERGES = (
    "<mergeCells>" + "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 20_003)) + "</mergeCells>"
)


def workbooks() -> Iterator[tuple[str, bytes, str]]:
    """What it is, the file, the code of the refusal."""
    yield "inflates beyond measure", package(b"<worksheet>" + b" " * 81_000_000), "too_much"
    yield "many members", package(more=tuple((f"xl/m{number}", b"") for number in range(3000))), "too_much"
    yield "doubled member", with_doubled_member(), "dangerous"
    yield "overlapping members", with_overlapping_members(), "dangerous"
    yield "member outside", package(more=(("../../evil.xml", "<a/>"),)), "dangerous"
    yield "member on a drive", package(more=(("C:\\evil.xml", "<a/>"),)), "dangerous"
    yield "password on members", with_password_flag(), "damaged"
    yield "entities", package(sheet(before=ENTITIES)), "dangerous"
    yield "document type in a part of another name", package(more=(("xl/a.bin", f"{ENTITIES}<r/>"),)), "dangerous"
    yield "UTF-16", package(('<?xml version="1.0" encoding="UTF-16"?>' + sheet()).encode("utf-16")), "foreign_xml"
    yield "UTF-7", package('<?xml version="1.0" encoding="UTF-7"?>' + sheet()), "foreign_xml"
    yield "endless attribute", package(sheet(f'<row x="{"y" * 1_100_000}"/>')), "dangerous"
    yield "far cell", package(sheet(ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), "far_cell"
    yield "row beyond the sheet", package(sheet('<row r="4294967295"><c><v>1</v></c></row>')), "far_cell"
    yield "column beyond the sheet", package(sheet('<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>')), "far_cell"
    prefixed = sheet('<row r="1"><c r="A1"/></row><row r="9"><c x=">" r="AAAA9"><v>1</v></c></row>')
    prefixed = prefixed.replace("<", "<p:").replace("<p:/", "</p:").replace("xmlns=", "xmlns:p=")
    yield "far cell under a prefix", package(prefixed), "far_cell"
    yield "too many cells", package(sheet(CELLS)), "too_many_cells"
    yield (
        "whole columns merged",
        package(sheet(after='<mergeCells><mergeCell ref="A1:T1048576"/></mergeCells>')),
        ("too_many_cells"),
    )
    yield "too many merges", package(sheet(after=MANY_MERGES)), "too_many_cells"
    yield (
        "link over a column",
        package(sheet(after='<hyperlinks><hyperlink ref="A1:A1048576"/></hyperlinks>')),
        ("too_many_cells"),
    )
    sheets = "".join(f'<sheet name="n{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 300))
    yield "too many sheets", package(book=BOOK.replace("</sheets>", sheets + "</sheets>")), "too_many_sheets"
    strings = f'<sst xmlns="{MAIN}" count="1" uniqueCount="4294967295"/>'
    yield "claims four billion texts", package(more=(("xl/sharedStrings.xml", strings),)), "dangerous"
    yield "ill-formed", package("<worksheet><sheetData>"), "damaged"
    yield "cut in half", package()[:900], "damaged"
    yield "cut at the end", package()[:-30], "damaged"


def ods(table: str) -> bytes:
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet><table:table>{table}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
    return out.getvalue()


ODS_CELL = (
    '<table:table-cell office:value-type="float" office:value="1"{repeat}><text:p>1{text}</text:p></table:table-cell>'
)


def opendocuments() -> Iterator[tuple[str, bytes, str]]:
    """What it is, the file, the code of the refusal."""
    row = '<table:table-row table:number-rows-repeated="{count}">{cell}</table:table-row>'
    cell = ODS_CELL.format(repeat="", text="")
    wide = ODS_CELL.format(repeat=' table:number-columns-repeated="16384"', text="")
    yield "a million rows", ods(row.format(count=1_048_576, cell=cell)), "too_many_cells"
    yield "the whole sheet", ods(row.format(count=1_048_576, cell=wide)), "too_many_cells"
    yield "four billion rows", ods(row.format(count=4_000_000_000, cell=cell)), "too_many_cells"
    spaces = ODS_CELL.format(repeat="", text='<text:s text:c="2000000000"/>')
    yield "two billion blanks", ods(row.format(count=1, cell=spaces)), "dangerous"
