"""Fills in blank forms the way a township does, and reads them back."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.intake import Decisions, read_bytes
from analytics.intake.template import write_template
from analytics.model import Reading, Severity

CATALOGUE = load_catalogue()
TOWNSHIP, OTHER, YEAR = "荻砚镇", "霁笙乡", 2025
ROSTER = Roster((Township("01", TOWNSHIP, ("荻砚",)), Township("02", OTHER)))
VALUE, NOTE, TAG = 4, 6, 7
"""Columns from 1, as openpyxl counts."""


def blank(**more: Any) -> bytes:
    return write_template(CATALOGUE, TOWNSHIP, YEAR, **{"county": "示例县", "code": "01", **more})


def row_of(sheet: Any, indicator: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, TAG).value == indicator)


def filled(
    values: Mapping[str, object],
    notes: Mapping[str, str] | None = None,
    change: Callable[[Any], object] | None = None,
    form: bytes | None = None,
) -> bytes:
    """A form with values and explanations by indicator id; ``change`` does to the workbook what it likes before."""
    book = openpyxl.load_workbook(io.BytesIO(form or blank()))
    sheet = book.worksheets[0]
    for column, texts in ((VALUE, values), (NOTE, notes or {})):
        for indicator, value in texts.items():
            sheet.cell(row_of(sheet, indicator), column).value = value
    if change is not None:
        change(book)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_back(data: bytes, name: str = "报表.xlsx", *, roster: Roster | None = ROSTER, **decided: Any) -> Reading:
    return read_bytes(data, name, roster=roster, decisions=Decisions(**decided), isolated=False)


def told(reading: Reading) -> dict[str, str]:
    """Indicator → value with its sign, of all figures that are not missing."""
    signs = {"exact": "", "at_least": "≥", "about": "≈"}
    return {
        f.indicator: f"{signs[f.qualifier]}{f.value:g}" if f.value is not None else str(f.state)
        for f in reading.figures
        if f.state != "missing"
    }


def asked(reading: Reading) -> list[tuple[str, str | None]]:
    """Code and cell of all problems but notes."""
    return [(p.code, p.cell) for p in reading.problems if p.severity is not Severity.NOTE]
