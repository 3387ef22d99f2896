import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from small_county import GOLDEN, MADE, ROWS, finding, four_cells, frame, opened, roster, row_of, shown, workbook

from analytics.catalogue import load_catalogue
from analytics.export import comparison_workbook
from analytics.measures import changes, headline_table
from analytics.model import Evidence


@pytest.fixture(scope="module")
def data():
    return workbook()


@pytest.fixture(scope="module")
def main(data):
    return opened(data)["总表"]


def values(cells):
    return [cell.value for cell in cells]


def test_the_values_of_a_small_county_stay_as_they_were_looked_at(data):
    assert shown(opened(data)) == json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("heading", "township", "expected"),
    [
        ("宣传资料", "甲镇", [80000, 60000, 20000, pytest.approx(1 / 3)]),
        ("宣传资料", "乙乡", [1500, 1200, 300, 0.25]),
        ("宣传资料", "丙镇", [300, 0, 300, "上年为 0"]),
        ("普法场次", "乙乡", [20, 27, "口径不同", "—"]),
        ("宣传资料", "丁镇", ["未报", 900, "本年未报", "—"]),
        ("宣传资料", "戊街道", [700, "未报", "上年未报", "—"]),
        ("服务人次", "丙镇", [12, 8, 4, "—"]),
        ("服务人次", "丁镇", ["不适用", 30, "本年不适用", "—"]),
        ("服务人次", "戊街道", [0, 0, 0, "—"]),
        ("学法场次", "甲镇", ["未报", "未报", "—", "—"]),
    ],
)
def test_every_case_of_a_change_has_its_number_or_its_word(main, heading, township, expected):
    assert values(four_cells(main, heading, township)) == expected


@pytest.mark.parametrize(
    ("heading", "township", "formats"),
    [
        (
            "宣传资料",
            "甲镇",
            ('"≥"#,##0', "#,##0", '"▲ ≥"#,##0;"▼ ≥"#,##0;"持平"', '"≥+"#,##0.0%;"≥-"#,##0.0%;"≥"0.0%'),
        ),
        (
            "服务人次",
            "乙乡",
            ('"≈"#,##0', "#,##0", '"▲ ≈"#,##0;"▼ ≈"#,##0;"约持平"', '"≈+"#,##0.0%;"≈-"#,##0.0%;"≈"0.0%'),
        ),
        ("服务人次", "甲镇", ("#,##0", '"≥"#,##0', '"不确定";"不确定";"不确定"', '"不确定";"不确定";"不确定"')),
    ],
)
def test_signs_are_number_formats_over_numbers(main, heading, township, formats):
    cells = four_cells(main, heading, township)
    for cell, expected in zip(cells, formats, strict=True):
        assert isinstance(cell.value, (int, float))
        assert expected is None or cell.number_format == expected


def test_a_change_that_chance_explains_is_set_in_italics_and_one_that_it_does_not_is_not(main):
    assert four_cells(main, "普法场次", "甲镇")[2].font.italic
    assert not four_cells(main, "普法场次", "丙镇")[2].font.italic


def test_changes_are_live_formulas(data):
    sheet = opened(data, results=False)["总表"]
    this, last, change, percent = four_cells(sheet, "宣传资料", "乙乡")
    assert (this.value, last.value) == (1500, 1200)
    a, b = this.coordinate, last.coordinate
    assert change.value.startswith(f"=IF(ISNUMBER({a}),IF(ISNUMBER({b}),{a}-{b},")
    assert f"{a}/{b}-1" in percent.value


def test_formula_results_agree_with_the_measures(main):
    table = headline_table(frame(ROWS), load_catalogue(), ["甲镇", "乙乡", "丙镇", "丁镇", "戊街道"], [2025, 2024])
    names = {h.id: h.name_zh for h in load_catalogue().headlines}
    for row in changes(table, 2025, 2024).itertuples():
        cells = four_cells(main, names[row.measure], row.township)
        _, _, change, percent = values(cells)
        if row.change == row.change:
            assert change == pytest.approx(row.change)
        elif row.word == "open":
            # The sheet keeps the formula and says that the direction is open.
            assert "不确定" in cells[2].number_format
            continue
        else:
            assert isinstance(change, str)
        if row.percent == row.percent:
            assert percent * 100 == pytest.approx(row.percent)
        else:
            assert isinstance(percent, str)


def test_the_county_total_sums_live_and_says_that_it_is_at_least(data, main):
    this, last, change, percent = four_cells(main, "宣传资料", "全县合计")
    # Other townships reported in the other year: the two sums have no difference, here as in the brief.
    assert (this.value, last.value, change.value, percent.value) == (82500, 62100, "口径不同", "—")
    assert this.number_format == last.number_format == '"≥"#,##0'
    assert "1 个乡镇未报：丁镇" in this.comment.text
    assert "1 个乡镇未报：戊街道" in last.comment.text
    formula = four_cells(opened(data, results=False)["总表"], "宣传资料", "全县合计")[0]
    letter = formula.column_letter
    assert formula.value == f"=SUM({letter}5:{letter}9)"


def test_figures_of_unlike_parts_stay_out_of_the_second_total_and_no_formula_compares_them(data, main):
    this, last, change, _ = four_cells(main, "普法场次", "两年可比合计")
    told = {t: four_cells(main, "普法场次", t) for t in ("甲镇", "乙乡", "丙镇")}
    alike = [cells for t, cells in told.items() if t != "乙乡"]
    assert (this.value, last.value) == tuple(sum(c[side].value for c in alike) for side in (0, 1))
    assert change.value == this.value - last.value
    live = opened(data, results=False)["总表"]
    assert four_cells(live, "普法场次", "乙乡")[2].value == "口径不同"
    letters = [c.column_letter for c in told["甲镇"][:3]]
    assert all(f"ISNUMBER({x}5:{x}9)" in four_cells(live, "普法场次", "两年可比合计")[0].value for x in letters)


def test_a_second_total_adds_only_townships_that_reported_in_both_years(main):
    this, last, change, _ = four_cells(main, "宣传资料", "两年可比合计")
    assert (this.value, last.value, change.value) == (81800, 61200, 20600)


def test_without_gaps_in_reporting_there_is_no_second_total():
    rows = [("甲镇", 2025, "leaflets", 5), ("甲镇", 2024, "leaflets", 4)]
    sheet = opened(workbook(rows, townships=["甲镇"]))["总表"]
    assert "两年可比合计" not in [cell.value for cell in sheet["A"]]


def test_rates_are_compared_in_points_and_never_added(data):
    book = opened(data)
    assert values(four_cells(book["学法"], "学法考试合格率", "甲镇")) == [98.6, 97.2, 1.4, "—"]
    assert values(four_cells(book["学法"], "学法考试合格率", "全县合计")) == ["—"] * 4
    assert values(four_cells(book["法律服务"], "法律顾问", "全县合计")) == ["—"] * 4


def test_headings_have_two_levels_merged_over_their_columns(main):
    merged = {str(area) for area in main.merged_cells.ranges}
    assert {"A3:A4", "B3:F3", "G3:K3"} <= merged
    assert main["B3"].value == "学法场次（场次）"
    assert [main.cell(4, c).value for c in range(2, 7)] == ["本年", "上年", "增减", "同比", "档次"]


def test_years_come_in_any_order_and_a_base_that_is_not_last_year_is_named():
    assert workbook(years=(2024, 2025)) == workbook(years=(2025, 2024))
    sheet = opened(workbook(years=(2025, 2023)))["总表"]
    assert [sheet.cell(4, c).value for c in range(2, 6)] == ["本年", "2023年", "增减", "增减率"]
    assert four_cells(sheet, "宣传资料", "乙乡")[2].value == "2023年未报"


def test_notes_give_the_place_of_approximate_figures_and_name_missing_parts(main):
    note = four_cells(main, "宣传资料", "甲镇")[0].comment.text
    assert "≥80,000" in note
    assert "《甲镇2025.xlsx》“报表”表 B1 格" in note
    assert "原文“≥80000”" in note
    assert "缺 1 项：法治进校园活动" in four_cells(main, "普法场次", "乙乡")[0].comment.text
    assert four_cells(main, "宣传资料", "乙乡")[0].comment is None


def test_there_is_a_sheet_for_each_group_with_data_and_only_its_indicators_with_data(data):
    book = opened(data)
    assert book.sheetnames == [
        *("封面", "总表", "图表", "走势图", "学法", "普法宣传", "法律服务"),
        *("多年", "数据来源", "图表数据"),
    ]
    headings = [c.value for c in book["普法宣传"][3] if c.value and c.value != "乡镇"]
    assert headings == [
        *("法治宣传活动（场次）", "法治进校园活动（场次）", "发放普法宣传资料（份）", "法律咨询服务人次（人次）"),
    ]
    assert "学法" not in opened(workbook(indicators=["leaflets"])).sheetnames


def test_the_years_sheet_holds_every_year_with_sparklines_that_skip_missing_ones(data):
    sheet = opened(data)["多年"]
    at = next(c.column for c in sheet[3] if c.value == "宣传资料（份）")
    assert [sheet.cell(4, at + n).value for n in range(5)] == ["2022", "2023", "2024", "2025", "走势"]
    assert [sheet.cell(row_of(sheet, "乙乡"), at + n).value for n in range(4)] == [1100, "未报", 1200, 1500]
    assert [sheet.cell(row_of(sheet, "全县合计"), at + n).value for n in range(4)] == [1100, 50000, 62100, 82500]


def test_charts_are_native_bars_that_read_live_cells_and_leave_missing_ones_empty(data):
    book = opened(data, results=False)
    charts = book["图表"]._charts
    assert len(charts) == 3
    assert {type(chart).__name__ for chart in charts} == {"BarChart"}
    cells = [c.value for row in book["图表数据"].iter_rows(min_row=3, max_row=7, min_col=9, max_col=11) for c in row]
    assert "丁镇（2025年未报）" in cells
    assert sum(str(c).startswith("='总表'!") for c in cells if c) == 8


def test_chart_titles_state_the_finding(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        titles = [
            "".join(re.findall("<a:t>(.*?)</a:t>", parts.read(name).decode().split("</c:title>")[0]))
            for name in sorted(parts.namelist())
            if name.startswith("xl/charts/chart")
        ]
    assert titles == [
        "普法场次：2 个乡镇增加，0 个减少（其中 1 个属正常波动），1 个两年口径不同，2 个本年未报",
        "宣传资料：3 个乡镇增加，0 个减少，1 个本年未报，1 个上年未报",
        "服务人次：2 个乡镇增加，0 个减少，1 个持平，1 个增减不确定，1 个不适用",
        "普法场次：丙镇增加最多，没有乡镇明确减少",
        "宣传资料：甲镇增加最多，没有乡镇明确减少",
        "服务人次：乙乡增加最多，没有乡镇明确减少",
    ]


def test_gaps_and_questions_have_sheets_with_their_evidence():
    gap = finding("gap", "丙镇")
    found = [gap, replace(gap, township="甲镇", severity="high"), finding("question", "乙乡")]
    book = opened(workbook(findings=found))
    assert [row[2].value for row in book["短板"].iter_rows(min_row=4)] == ["甲镇", "丙镇"]
    theme, township, severity, status, sentence, evidence, advice = (c.value for c in book["短板"][5][1:8])
    assert (theme, township, severity, status) == ("普法覆盖面窄、实效不高", "丙镇", "中", "新增")
    assert (sentence, advice) == ("丙镇发放资料偏少。", "增加发放。")
    assert evidence == "2025年 发放普法宣传资料 300（B5）；见《丙镇2025.xlsx》“报表”表"
    assert book["疑点"]["B4"].value == "大起大落"


def test_findings_that_were_looked_for_and_not_found_are_said():
    book = opened(workbook(findings=[]))
    assert book["短板"]["A4"].value == "按现有规则没有发现。"
    assert book["疑点"]["A4"].value == "按现有规则没有发现。"
    assert "短板" not in opened(workbook(findings=None)).sheetnames


def test_sources_list_every_figure_with_its_cell_and_sender():
    sheet = opened(workbook(uploads={1: ("王工", datetime(2026, 1, 5, 9, 5, tzinfo=UTC))}))["数据来源"]
    rows = {(r[0], r[1], r[3]): r for r in sheet.iter_rows(min_row=4, values_only=True)}
    assert len(rows) == len(ROWS)
    assert rows["甲镇", 2025, "发放普法宣传资料"] == (
        *("甲镇", 2025, "普法宣传", "发放普法宣传资料", 80000, "份", "≥80000"),
        *("甲镇2025.xlsx", "报表", "B1", "王工", "2026-01-05 09:05"),
    )
    assert rows["丁镇", 2025, "发放普法宣传资料"][4] == "未报"


def test_the_cover_says_what_when_and_from_which_data_and_links_to_every_sheet():
    book = opened(workbook(townships=["甲镇", "丁镇"]))
    cover = book["封面"]
    said = {row[0]: row[1] for row in cover.iter_rows(max_col=2, values_only=True) if row[0]}
    assert cover["A1"].value == "示例县法治工作年度对比"
    assert said["范围"] == "所选 2 个乡镇：甲镇、丁镇"
    assert said["制作时间"] == "2026-01-20 09:30"
    assert said["数据版本"] == "7"
    links = [cell.hyperlink.location for row in cover.iter_rows() for cell in row if cell.hyperlink]
    assert [link.split("!")[0].strip("'") for link in links] == book.sheetnames[1:-1]


def test_every_sheet_is_set_up_for_printing(data):
    book = opened(data)
    for sheet in book.worksheets:
        if sheet.sheet_state == "hidden":
            continue
        assert sheet.print_area, sheet.title
        assert sheet.page_setup.paperSize in (8, 9)
        assert "第 &P 页 共 &N 页" in sheet.oddFooter.center.text
    main = book["总表"]
    assert main.page_setup.orientation == "landscape"
    assert main.sheet_properties.pageSetUpPr.fitToPage
    assert main.print_title_rows == "$1:$4"
    assert main.freeze_panes == "B5"
    assert main.auto_filter.ref == "A4:AE9"
    assert book.properties.title == "示例县法治工作年度对比 2025 / 2024"


def test_a_township_that_left_the_roster_is_listed_and_counted():
    rows = [*ROWS, ("已撤并镇", 2025, "leaflets", 10)]
    sheet = opened(workbook(rows))["总表"]
    assert four_cells(sheet, "宣传资料", "已撤并镇")[0].value == 10
    assert four_cells(sheet, "宣传资料", "全县合计")[0].value == 82510


def test_the_same_arguments_give_the_same_bytes():
    assert workbook(findings=[finding("gap", "甲镇")]) == workbook(findings=[finding("gap", "甲镇")])


def test_the_english_workbook_speaks_english():
    book = opened(workbook(language="en", findings=[finding("gap", "甲镇"), finding("question", "乙乡")]))
    texts = [str(v) for rows in shown(book).values() for row in rows for v in row if isinstance(v, str)]
    known = {"甲镇", "乙乡", "丙镇", "丁镇", "戊街道", "示例县", "报表"}

    def chinese_left(text):
        for name in sorted(known, key=len, reverse=True):
            text = text.replace(name, "")
        return any("\u4e00" <= c <= "\u9fff" for c in text)

    assert [t for t in texts if chinese_left(t)] == []
    assert four_cells(book["Overview table"], "Leaflets (copies)", "戊街道")[2].value == "not reported last year"


def test_the_workbook_can_be_called_as_the_contract_says():
    data = comparison_workbook(frame(ROWS), load_catalogue(), roster(), (2025, 2024), None, "示例县", (), MADE, 3)
    assert opened(data).sheetnames[0] == "封面"


def test_long_passages_of_a_report_are_quoted_by_their_beginning():
    passage = Evidence("甲镇", 2025, "", None, "exact", "甲镇报告.docx", None, "¶3:0-9000", "字" * 9000)
    found = finding("question", "甲镇", rule="copied_text", indicators=(), evidence=(passage,) * 6)
    cells = [c.value for row in opened(workbook(findings=[found]))["疑点"].iter_rows() for c in row]
    [quoted] = [value for value in cells if isinstance(value, str) and "字字字" in value]
    assert quoted.count("字" * 60 + "…") == 2
    assert quoted.count("第 3 段") == 3
    assert "¶" not in quoted
    assert "工作报告文字雷同" in cells
