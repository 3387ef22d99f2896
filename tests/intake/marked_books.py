"""Returns of invented townships as files, marked, filled in and sent back."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from analytics import intake
from analytics.intake.marked import marked_workbook
from analytics.intake.marked.signs import HEADINGS, LIST_SHEET
from analytics.model import Reading

AT = datetime(2026, 1, 2, 3, 4)
NAME = "荻砚镇2024年.xlsx"
TITLE = "荻砚镇2024年法治建设统计表"
RESULTS = {"SUM(H4:H5)": "50"}


def a_return() -> Any:
    """Two sheets with formats, formulas, merged and hidden parts, comments, fills; D5 and D6 are doubtful."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "统计表"
    rows = [
        (TITLE,),
        (),
        ("序号", "指标", "单位", "数量", "备注"),
        (1, "普法场次", "场", 12, None),
        (2, "发放普法资料", "份", "80O", "=不是公式"),
        (3, "受教育群众", "人次", "4、5百", None),
        (4, "法律明白人", "人", "=SUM(H4:H5)", None),
        (5, "学法参学率", "%", 0.255, None),
    ]
    for r, row in enumerate(rows, start=1):
        for c, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(r, c, value)
    sheet["E5"].data_type = "s"
    sheet["H4"], sheet["H5"] = 20, 30
    sheet.merge_cells("A1:E1")
    sheet.row_dimensions[1].height, sheet.column_dimensions["B"].width = 31, 27
    sheet.column_dimensions["H"].hidden = True
    sheet["D8"].number_format = "0.0%"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["D5"].fill = PatternFill("solid", fgColor="FF00B0F0")
    sheet["D5"].comment = Comment("见台账", "镇上")
    other = book.create_sheet("说明")
    other["A1"], other["A2"] = "填表说明", datetime(2025, 1, 10)
    other["A2"].number_format = 'yyyy"年"m"月"d"日"'
    book.create_sheet("草稿").sheet_state = "hidden"
    book["草稿"]["A1"] = 5
    return book


def with_results(data: bytes, results: dict[str, str]) -> bytes:
    """The file as an office program leaves it: formulas with their results."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.startswith("xl/worksheets/sheet"):
                for formula, result in results.items():
                    for empty in (b"<v></v>", b"<v />", b"<v/>"):
                        written = f"<f>{formula}</f>".encode()
                        content = content.replace(written + empty, written + f"<v>{result}</v>".encode())
            after.writestr(name, content)
    return out.getvalue()


def original() -> bytes:
    return with_results(saved(a_return()), RESULTS)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(data: bytes, **more: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), **more)


def read(data: bytes, name: str = NAME) -> Reading:
    return intake.read_bytes(data, name, isolated=False)


def marked(data: bytes, name: str = NAME, **more: Any) -> tuple[bytes, str]:
    made = marked_workbook(data, name, read(data, name).problems, made_at=AT, isolated=False, **more)
    assert isinstance(made, tuple), made
    return made


def lines(book: Any) -> list[dict[str, Any]]:
    """The list, line by line, by its headings; ``row`` is the row on the sheet."""
    rows = list(book[LIST_SHEET].iter_rows())
    top = next(n for n, row in enumerate(rows) if tuple(cell.value for cell in row) == HEADINGS)
    return [
        dict(zip(HEADINGS, (cell.value for cell in row), strict=True)) | {"row": n}
        for n, row in enumerate(rows[top + 1 :], start=top + 2)
    ]


def explained(data: bytes, texts: dict[str, str]) -> bytes:
    """The marked workbook with explanations typed beside the lines that name these cells."""
    book = opened(data)
    for line in lines(book):
        if line["单元格"] in texts:
            book[LIST_SHEET].cell(line["row"], 6, texts.pop(line["单元格"]))
    assert not texts
    return with_results(saved(book), RESULTS)


def said(reading: Reading) -> set[tuple[str | None, str, str, str]]:
    return {(e.sheet, e.cell, e.code, e.text) for e in reading.explanations}


def without_place(reading: Reading) -> tuple[list[Any], list[Any]]:
    """Figures and problems, without the names of sheets and files."""
    figures = [
        (f.township, f.year, f.indicator, f.value, f.qualifier, f.state, f.source.cell, f.source.raw)
        for f in reading.figures
    ]
    return figures, [(p.severity, p.code, p.cell, p.sheet is None) for p in reading.problems]
