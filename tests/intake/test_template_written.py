import io
import re
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest
from templates import CATALOGUE, NOTE, OTHER, ROSTER, TAG, TOWNSHIP, VALUE, YEAR, blank, row_of

from analytics.catalogue import Roster, Township
from analytics.intake.template import LastYear, all_templates, file_name, last_year_by_township, write_template
from analytics.model import Qualifier, State


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_form_names_its_township_and_year_and_holds_every_indicator_once() -> None:
    sheet = opened(blank()).worksheets[0]
    assert sheet["A1"].value == "示例县荻砚镇2025年度法治建设统计表"
    assert (sheet["A2"].value, sheet["D2"].value) == ("填报单位：荻砚镇", "填报年度：2025年")
    rows = {i.id: row_of(sheet, i.id) for i in CATALOGUE.indicators}
    assert len(set(rows.values())) == len(CATALOGUE.indicators)
    for indicator in CATALOGUE.indicators:
        assert [sheet.cell(rows[indicator.id], c).value for c in (2, 3, 4)] == [indicator.name_zh, indicator.unit, None]


def test_indicators_stand_under_their_groups() -> None:
    sheet = opened(blank()).worksheets[0]
    names = {g.name_zh: g.id for g in CATALOGUE.groups}
    group = ""
    for row in range(6, sheet.max_row + 1):
        text = str(sheet.cell(row, 1).value or "")
        group = names.get(text.partition("、")[2], group)
        id_ = sheet.cell(row, TAG).value
        assert id_ is None or CATALOGUE.by_id[id_].group == group


def test_only_entries_explanations_and_the_line_to_sign_can_be_typed_into() -> None:
    book = opened(blank())
    sheet = book.worksheets[0]
    assert all(s.protection.sheet for s in book.worksheets)
    assert not sheet.protection.password
    rows = {row_of(sheet, i.id) for i in CATALOGUE.indicators}
    free = {(c.row, c.column) for line in sheet.iter_rows() for c in line if not c.protection.locked}
    signed = {(row, column) for row, column in free if row > max(rows)}
    assert free - signed == {(row, column) for row in rows for column in (VALUE, NOTE)}
    assert {row for row, _ in signed} == {max(rows) + 2}


def test_every_entry_refuses_what_its_indicator_cannot_be() -> None:
    sheet = opened(blank()).worksheets[0]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    for indicator in CATALOGUE.indicators:
        cell = f"D{row_of(sheet, indicator.id)}"
        rule = rules[cell]
        assert (rule.type, rule.errorStyle or "stop", rule.allow_blank) == ("custom", "stop", True)
        assert f"{cell}>=0" in rule.formula1
        assert (f"{cell}<=100" in rule.formula1) == (indicator.kind == "rate")
        assert (f"{cell}=INT({cell})" in rule.formula1) == (indicator.kind != "rate" and indicator.unit != "元")
        assert len(rule.error) <= 255
        assert len(rule.formula1) <= 255


def test_every_indicator_is_defined_in_a_comment() -> None:
    sheet = opened(blank()).worksheets[0]
    words = {"flow": "全年累计数", "stock": "年末数", "rate": "0 到 100"}
    for indicator in CATALOGUE.indicators:
        text = sheet.cell(row_of(sheet, indicator.id), 2).comment.text
        assert text.startswith(indicator.name_zh)
        assert words[indicator.kind] in text
        assert f"计量单位：{indicator.unit}" in text
        assert "没有开展请填 0，不掌握请留空或填“未统计”" in text


def test_a_part_of_a_total_is_said_to_be_one() -> None:
    sheet = opened(blank()).worksheets[0]
    assert "是“发放普法宣传资料”的其中数" in sheet.cell(row_of(sheet, "school_leaflets"), 2).comment.text
    assert "总数，含“校园宣传手册(其中)”" in sheet.cell(row_of(sheet, "leaflets"), 2).comment.text


def test_last_year_is_shown_with_its_sign_and_its_gaps() -> None:
    last = {
        "leaflets": LastYear(80000, Qualifier.AT_LEAST),
        "banners": LastYear(1200, Qualifier.ABOUT),
        "seminars": LastYear(0),
        "lost_cases": LastYear(None, state=State.NOT_APPLICABLE),
        "funds_invested": LastYear(35000.5),
    }
    sheet = opened(blank(last_year=last)).worksheets[0]
    shown = {id_: sheet.cell(row_of(sheet, id_), 5).value for id_ in (*last, "petitions_handled")}
    assert shown == {
        "leaflets": "≥80,000",
        "banners": "≈1,200",
        "seminars": "0",
        "lost_cases": "不适用",
        "funds_invested": "35,000.5",
        "petitions_handled": "未报",
    }


def test_a_form_prints_on_a4_with_its_heading_on_every_page() -> None:
    sheet = opened(blank()).worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.print_area.endswith("$F$65")
    assert "&P" in sheet.oddFooter.right.text or "&[Page]" in sheet.oddFooter.right.text
    assert sheet.freeze_panes == "A6"


@pytest.mark.parametrize(
    "name", ["=1+1镇", '=HYPERLINK("http://x")乡', "+86镇", "@SUM(A1)乡", "[a]*?/\\'镇", "History"]
)
def test_a_township_of_any_name_gets_a_form_without_a_formula(name: str) -> None:
    data = write_template(CATALOGUE, name, YEAR, county="=cmd|'/c calc'!A0")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(n).decode() for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
    assert not any(re.search(r"<f[\s>]", sheet) for sheet in sheets)


def test_a_zip_holds_a_form_for_every_township_under_a_safe_name() -> None:
    roster = Roster((*ROSTER.townships, Township("", "a/b:镇"), Township("CON", "x")))
    seen: list[tuple[int, int]] = []
    data = all_templates(CATALOGUE, roster, YEAR, county="示例县", progress=lambda done, n: seen.append((done, n)))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        assert all(info.flag_bits & 0x800 for info in packed.infolist() if not info.filename.isascii())
        titles = [opened(packed.read(name)).worksheets[0]["A2"].value for name in names]
    assert names == [
        "01_荻砚镇2025年度报表.xlsx",
        "02_霁笙乡2025年度报表.xlsx",
        "a_b_镇2025年度报表.xlsx",
        "CON_x2025年度报表.xlsx",
    ]
    assert titles[:2] == [f"填报单位：{TOWNSHIP}", f"填报单位：{OTHER}"]
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_name_windows_keeps_for_itself_is_not_used() -> None:
    assert file_name(Township("con.1", "镇"), YEAR).startswith("_con.1_")


def test_two_townships_alike_do_not_overwrite_each_other_in_the_zip() -> None:
    roster = Roster((Township("", "荻 砚镇"), Township("", "荻\u3000砚镇")))
    with zipfile.ZipFile(io.BytesIO(all_templates(CATALOGUE, roster, YEAR))) as packed:
        assert packed.namelist() == ["荻_砚镇2025年度报表.xlsx", "荻_砚镇2025年度报表(2).xlsx"]


def test_last_years_figures_come_from_the_frame_of_figures() -> None:
    frame = pd.DataFrame(
        {
            "township": [TOWNSHIP, TOWNSHIP, TOWNSHIP, OTHER],
            "year": [2024, 2024, 2023, 2024],
            "indicator": ["leaflets", "banners", "banners", "seminars"],
            "value": [80000.0, float("nan"), 7.0, 3.0],
            "qualifier": ["at_least", "exact", "exact", "about"],
            "state": ["reported", "missing", "reported", "reported"],
        }
    )
    assert last_year_by_township(frame, 2025) == {
        TOWNSHIP: {"leaflets": LastYear(80000, Qualifier.AT_LEAST), "banners": LastYear(None, state=State.MISSING)},
        OTHER: {"seminars": LastYear(3, Qualifier.ABOUT)},
    }
