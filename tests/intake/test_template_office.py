"""Forms that went through LibreOffice: saved again, saved in other formats, printed."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from templates import CATALOGUE, TOWNSHIP, YEAR, blank, filled, read_back, row_of, saved, told

from analytics.intake.template import LastYear
from analytics.model import Severity

pytestmark = pytest.mark.office

LAST = {i.id: LastYear(900.0 + n) for n, i in enumerate(CATALOGUE.indicators)}
ALL = {i.id: 11 + n if i.unit != "元" else 35000 for n, i in enumerate(CATALOGUE.indicators)}


@pytest.fixture
def saved_as(tmp_path: Path, require_tool: Callable[[str], str]) -> Callable[[bytes, str], bytes]:
    """A form opened and saved by LibreOffice in another format."""

    def save(data: bytes, kind: str) -> bytes:
        # 44,34,76: commas, quotes, UTF-8; the default without a screen is ASCII.
        written = "csv:Text - txt - csv (StarCalc):44,34,76" if kind == "csv" else kind
        given, out = tmp_path / "form.xlsx", tmp_path / "out"
        given.write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [require_tool("soffice"), profile, "--headless", "--convert-to", written, "--outdir", out, given]
        done = subprocess.run([str(c) for c in command], capture_output=True, check=False, timeout=240)
        made = out / f"form.{kind}"
        assert made.exists(), done.stderr.decode(errors="replace")
        return made.read_bytes()

    return save


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_a_form_saved_by_libreoffice_comes_back_whole(saved_as: Callable[[bytes, str], bytes], kind: str) -> None:
    data = saved_as(filled(ALL, {"leaflets": "含上级下发"}, form=blank(last_year=LAST)), kind)
    reading = read_back(data, f"form.{kind}")
    assert told(reading) == {id_: f"{value:g}" for id_, value in ALL.items()}
    assert {(f.township, f.year) for f in reading.figures} == {(TOWNSHIP, YEAR)}
    assert [t.layout for t in reading.tables] == ["template"]
    assert [e.text for e in reading.explanations] == ["含上级下发"]
    assert [p.code for p in reading.problems if p.code != "explanation"] == []


@pytest.mark.parametrize(("kind", "name"), [("xls", "法治数据.et"), ("ods", "最终版.ods")])
def test_a_form_with_a_row_of_its_own_another_name_and_another_format_comes_back_whole(
    saved_as: Callable[[bytes, str], bytes], kind: str, name: str
) -> None:
    def changed(book: Any) -> None:
        sheet = book.worksheets[0]
        at = row_of(sheet, "leaflets")
        for span in list(sheet.merged_cells.ranges):
            if span.min_row >= at:
                sheet.unmerge_cells(str(span))
        sheet.insert_rows(at)
        sheet.cell(at, 2).value = "以下为普法部分"
        sheet.title = "Sheet1"

    reading = read_back(saved_as(filled(ALL, change=changed, form=blank(last_year=LAST)), kind), name)
    assert told(reading) == {id_: f"{value:g}" for id_, value in ALL.items()}
    assert {(f.township, f.year) for f in reading.figures} == {(TOWNSHIP, YEAR)}
    assert [t.layout for t in reading.tables] == ["template"]
    assert not [p for p in reading.problems if p.severity is not Severity.NOTE]


def test_a_form_prints_on_two_pages_with_nothing_clipped(
    saved_as: Callable[[bytes, str], bytes], require_tool: Callable[[str], str], tmp_path: Path
) -> None:
    (tmp_path / "form.pdf").write_bytes(saved_as(blank(last_year=LAST), "pdf"))
    command = [require_tool("pdftotext"), "-layout", str(tmp_path / "form.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    pages = text.rstrip("\f").split("\f")
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert "本年数" in "".join(page.split())
        assert f"第{number}页共2页" in "".join(page.split())
    squeezed = "".join(text.split())
    for indicator in CATALOGUE.indicators:
        assert indicator.name_zh in squeezed
    assert "填表人：" in pages[-1]
    assert "fazhi" not in text


TYPED: list[tuple[object, set[str]]] = [
    (0, {"count", "money", "rate"}),
    (98.5, {"money", "rate"}),
    (100, {"count", "money", "rate"}),
    (101, {"count", "money"}),
    (-1, set()),
    (100_000_000, {"money"}),
    ("8万余份", set()),
    ("约1200", set()),
    ("未统计", {"count", "money", "rate"}),
    ("不适用", {"count", "money", "rate"}),
    ("12", set()),
]
"""What may be typed under which kind of indicator; a number as text is refused too."""


def test_the_rules_let_in_what_they_should_and_nothing_else(saved_as: Callable[[bytes, str], bytes]) -> None:
    form = openpyxl.load_workbook(io.BytesIO(blank())).worksheets[0]
    rules = {str(rule.sqref): rule.formula1 for rule in form.data_validations.dataValidation}
    kinds = {"count": "leaflets", "money": "funds_invested", "rate": "law_exam_pass_rate"}
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, (typed, _) in enumerate(TYPED, start=1):
        sheet.cell(row, 1).value = typed
        for column, indicator in enumerate(kinds.values(), start=2):
            cell = f"D{row_of(form, indicator)}"
            sheet.cell(row, column).value = "=" + rules[cell].removeprefix("=").replace(cell, f"A{row}")
    computed = openpyxl.load_workbook(io.BytesIO(saved_as(saved(book), "xlsx")), data_only=True).worksheets[0]
    for row, (typed, allowed) in enumerate(TYPED, start=1):
        found = {kind for column, kind in enumerate(kinds, start=2) if computed.cell(row, column).value is True}
        assert (typed, found) == (typed, allowed)
