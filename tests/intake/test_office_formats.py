"""One form as an office program saves it, in every format and under every wrong name: always the same figures."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import msoffcrypto
import pytest
from grids import figures
from msoffcrypto.format.ooxml import OOXMLFile
from xlsb_file import xlsb

from analytics.intake import read_bytes
from analytics.model import Severity

OFFICE = Path(__file__).parent / "office"
_spec = importlib.util.spec_from_file_location("office_make", OFFICE / "make.py")
make = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make)
FILES = sorted(make.FORMATS)
ENDINGS = ("xlsx", "xls", "et", "ods", "csv", "xlsb", "html")
EXPECTED = {
    ("青禾镇", 2024, "central_group_study"): 6,
    ("青禾镇", 2024, "leaflets"): 12000,
    ("青禾镇", 2024, "people_reached"): "≥8000",
    ("青禾镇", 2024, "law_exam_attendance_rate"): 98.5,
    ("青禾镇", 2024, "mock_courts"): "missing",
    ("青禾镇", 2024, "litigation_cases"): 0,
    ("青禾镇", 2024, "law_savvy_persons"): 36,
}


def read(data: bytes, name: str):
    return read_bytes(data, name, isolated=False)


@pytest.mark.parametrize("name", FILES)
def test_what_an_office_program_saves_is_read_whole(name: str) -> None:
    reading = read((OFFICE / name).read_bytes(), f"报表.{name.partition('.')[2]}")
    assert figures(reading) == EXPECTED
    assert {f.source.cell for f in reading.figures} == {f"D{row}" for row in range(4, 11)}
    assert all(p.severity is Severity.NOTE for p in reading.problems)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_wrong_name_changes_nothing(name: str, ending: str) -> None:
    assert figures(read((OFFICE / name).read_bytes(), f"报表.{ending}")) == EXPECTED


def rows() -> list[list[str | float | None]]:
    # A workbook read by its values alone shows no formats, so that the rate is written as it is meant.
    body = [list(row) for row in make.ROWS]
    body[4][3] = 98.5
    return [["示例县青禾镇2024年度法治建设统计表"], ["填报单位：青禾镇人民政府（盖章）"], *body]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_binary_workbook_is_read_and_its_formats_asked_about(ending: str) -> None:
    reading = read(xlsb(rows()), f"报表.{ending}")
    assert figures(reading) == EXPECTED
    assert [p.code for p in reading.problems] == ["values_only"]


def test_the_default_password_of_excel_opens_under_any_name() -> None:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO((OFFICE / "form.xlsx").read_bytes())).encrypt("VelvetSweatshop", out)
    assert msoffcrypto.OfficeFile(io.BytesIO(out.getvalue())).is_encrypted()
    for ending in ("xlsx", "xls", "et"):
        assert figures(read(out.getvalue(), f"报表.{ending}")) == EXPECTED
