"""The empty roster: its first sheet reads back, and once filled in it is the roster."""

from __future__ import annotations

import io

import openpyxl
import pytest

from analytics.catalogue import Township, roster_from_bytes
from analytics.export.roster_form import roster_form


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_empty_form_is_an_empty_roster(language: str) -> None:
    assert roster_from_bytes(roster_form(2025, language), "a.xlsx").townships == ()


def test_a_filled_in_form_is_the_roster() -> None:
    book = openpyxl.load_workbook(io.BytesIO(roster_form(2025)))
    book.worksheets[0].append(["001", "荻砚镇", "荻砚|老荻砚", "镇", 10, 17900, None, 17800])
    out = io.BytesIO()
    book.save(out)
    [town] = roster_from_bytes(out.getvalue(), "a.xlsx").townships
    assert town == Township("001", "荻砚镇", ("荻砚", "老荻砚"), "镇", 10, {2023: 17900, 2025: 17800})


def test_every_column_is_explained_beside_it() -> None:
    book = openpyxl.load_workbook(io.BytesIO(roster_form(2025)))
    header = [cell.value for cell in book.worksheets[0][1]]
    said = [row[0].value for row in book.worksheets[1].iter_rows() if row[0].value]
    assert header[:5] == said[:5]
    assert header[5:] == ["人口2023", "人口2024", "人口2025"]
    assert said[5] == "人口2023…人口2025"
