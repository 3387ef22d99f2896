"""What a person sees in the cells of a written file, by its own reading of the few number formats used."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import PurePosixPath

import openpyxl
from openpyxl.utils import get_column_letter


def shown(value: object, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    assert isinstance(value, int | float)
    if number_format == "#,##0":
        return f"{value:,}"
    if number_format.startswith('0"'):
        return f"{value}{number_format[2:-1]}"
    if number_format == "0%":
        return f"{round(value * 100)}%"
    if number_format == "0.0%":
        return f"{value:.1%}"
    assert number_format == "General", number_format
    return format(value, ".10g")


def texts(name: str, data: bytes) -> Mapping[tuple[str, str], str]:
    """Text by (sheet, A1) of an .xlsx or .csv; cells that hold nothing are absent."""
    if name.endswith(".csv"):
        text = data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030")
        stem = PurePosixPath(name).stem
        return {
            (stem, f"{get_column_letter(column)}{row}"): cell
            for row, line in enumerate(csv.reader(io.StringIO(text)), start=1)
            for column, cell in enumerate(line, start=1)
        }
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): shown(cell.value, cell.number_format)
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None
    }
