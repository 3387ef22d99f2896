"""Files that cost a reader seconds or are refused, small on disk."""

from __future__ import annotations

import io
import zipfile


def csv_with_an_open_quote(megabytes: int = 3) -> bytes:
    """A text that never ends, as far as a CSV reader knows."""
    return '乡镇,年度,发放宣传资料（份）\n试镇,2024,"'.encode() + "一二三,四五六\n".encode() * (megabytes * 40_000)


def _package(sheet: bytes, more: dict[str, bytes] | None = None) -> bytes:
    from openpyxl import Workbook

    plain = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "表"
    book.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in parts.namelist():
            changed.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else parts.read(name))
        for name, data in (more or {}).items():
            changed.writestr(name, data)
    return out.getvalue()


MAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def styled_blanks(rows: int = 4_000, columns: int = 50) -> bytes:
    """Cells with a style and nothing in them, under one real line."""
    line = "".join('<c r="A{r}" s="0"/>'.replace("A", _letters(c)) for c in range(columns))
    body = "".join(f'<row r="{r}">{line.replace("{r}", str(r))}</row>' for r in range(2, rows + 2))
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c><c r="B1"><v>5</v></c></row>'
    return _package(f"{MAIN}{first}{body}</sheetData></worksheet>".encode())


def many_cells(rows: int = 3_000, columns: int = 40) -> bytes:
    """A sheet full of small numbers without a heading: slow, and no return."""
    body = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{_letters(c)}{r}"><v>{r * c}</v></c>' for c in range(columns)) + "</row>"
        for r in range(1, rows + 1)
    )
    return _package(f"{MAIN}{body}</sheetData></worksheet>".encode())


def deep_nesting(depth: int = 200_000) -> bytes:
    return _package(f"{MAIN}{'<a>' * depth}{'</a>' * depth}</sheetData></worksheet>".encode())


def zip_bomb(megabytes: int = 200) -> bytes:
    return _package(b"<x/>", {"xl/media/bomb.bin": b"\0" * (megabytes << 20)})


def zip_of(members: dict[str, bytes], *, gbk: bool = False) -> bytes:
    """A zip; with ``gbk`` its names are written as Chinese Windows writes them, without saying so."""
    out = io.BytesIO()
    written = {f"{k:x<{len(name.encode('gbk'))}}" if gbk else name: name for k, name in enumerate(members)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for stand_in, name in written.items():
            archive.writestr(stand_in, members[name])
    data = out.getvalue()
    for stand_in, name in written.items():
        if gbk:
            data = data.replace(stand_in.encode(), name.encode("gbk"))
    return data


def _letters(column: int) -> str:
    from analytics.intake.grid import column_letters

    return column_letters(column)
