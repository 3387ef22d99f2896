"""Bands, explanations, ten thousands and the charts of time in the comparison workbook."""

from __future__ import annotations

import io
import re
import zipfile

import pandas as pd
from small_county import ROWS, finding, four_cells, frame, opened, roster, row_of, workbook

NAMES = tuple(f"{a}{b}镇" for a in "东西南北" for b in "河岭桥")
TWELVE = [
    (name, year, "leaflets", float(100 * (k + 1) + (year - 2023) * (10 if k else -10)))
    for k, name in enumerate(NAMES)
    for year in (2023, 2024, 2025)
]


def band_of(sheet, name):
    cell = four_cells(sheet, "宣传资料", name)[3]
    return sheet.cell(cell.row, cell.column + 1).value


def county_of(rows=TWELVE, **changed):
    return workbook(rows, roster=roster(NAMES), **changed)


def test_bands_say_who_stands_at_either_end_of_the_whole_county():
    sheet = opened(county_of())["总表"]
    assert [band_of(sheet, n) for n in (NAMES[0], NAMES[5], NAMES[-1])] == ["靠后", "中间", "前列"]
    few = opened(county_of(townships=NAMES[:2]))["总表"]
    assert band_of(few, NAMES[0]) == "靠后", "a choice of townships moves nobody"


def test_nobody_is_called_behind_for_a_figure_that_may_be_larger():
    rows = [*[r for r in TWELVE if r[:2] != (NAMES[0], 2025)], (NAMES[0], 2025, "leaflets", "≥90")]
    assert band_of(opened(county_of(rows))["总表"], NAMES[0]) == "—"


def test_few_reports_give_no_bands():
    assert band_of(opened(workbook())["总表"], "甲镇") == "—"


def test_what_stands_out_does_so_without_colour():
    with zipfile.ZipFile(io.BytesIO(county_of())) as parts:
        styles = parts.read("xl/styles.xml").decode()
        main = parts.read("xl/worksheets/sheet2.xml").decode()
    looks = re.findall("<dxf>(.*?)</dxf>", styles)
    assert any("<b/>" in look for look in looks)
    assert any("<i/>" in look and "<u" in look for look in looks)
    assert "dataBar" in main
    assert main.count("<conditionalFormatting") >= 2


def test_an_explanation_is_a_note_also_where_nothing_was_reported():
    said = pd.DataFrame(
        [("丁镇", 2025, "leaflets", "=印刷厂停工", "李强"), ("乙乡", 2025, "leaflets", "新增两个村", "")],
        columns=["township", "year", "indicator", "text", "who"],
    ).assign(when=pd.Timestamp("2026-01-15", tz="UTC"))
    book = opened(workbook(explanations=said))
    gone, told = (four_cells(book["总表"], "宣传资料", n)[0] for n in ("丁镇", "乙乡"))
    assert gone.value == "未报"
    assert gone.comment.text.endswith("说明：=印刷厂停工（李强）")
    assert told.comment.text.endswith("说明：新增两个村")
    group = four_cells(book["普法宣传"], "发放普法宣传资料", "丁镇")[0]
    assert "李强" in group.comment.text


def test_large_columns_are_in_ten_thousands_only_where_the_heading_says_so():
    rows = [*ROWS, ("丙镇", 2023, "leaflets", 250000)]
    plain, short = (opened(workbook(rows, large_in_wan=w))["总表"] for w in (False, True))
    assert "（份）" in str([c.value for c in plain[3]])
    headings = [str(c.value) for c in short[3]]
    assert "宣传资料（万份）" in headings
    assert "服务人次（人次）" in headings
    cell = next(c for c in short[row_of(short, "甲镇")] if c.value == 80000)
    assert cell.number_format == '"≥"0\\.0,'
    english = opened(workbook(rows, large_in_wan=True, language="en"))["Overview table"]
    assert not [c.value for c in english[3] if "万" in str(c.value)]


def charts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [n for n in parts.namelist() if n.startswith("xl/charts/chart")]
        return [parts.read(n).decode() for n in sorted(names)]


def title(chart):
    return "".join(re.findall("<a:t>(.*?)</a:t>", chart.split("</c:title>")[0]))


def test_lines_add_the_townships_that_reported_every_year():
    lines = [c for c in charts(county_of()) if "c:lineChart" in c]
    assert title(lines[0]) == "宣传资料：12 个各年口径一致的乡镇，2023—2025年逐年增加"
    gone = [r for r in TWELVE if r[:2] != (NAMES[3], 2024)]
    assert "11 个各年口径一致" in title(next(c for c in charts(county_of(gone)) if "c:lineChart" in c))
    rough = [*TWELVE[:-1], (NAMES[-1], 2025, "leaflets", "≥1220")]
    assert "走势仅供参考" in title(next(c for c in charts(county_of(rough)) if "c:lineChart" in c))


def test_slopes_name_who_moved_most_and_read_live_cells():
    slopes = [c for c in charts(county_of()) if "c:lineChart" in c][1]
    assert title(slopes) == "宣传资料：11 个乡镇并列增加最多，东河镇减少最多"
    assert slopes.count("<c:ser>") == 12
    assert "▼ 东河镇" in slopes
    data = opened(county_of(), results=False)["图表数据"]
    formulas = [c.value for row in data.iter_rows() for c in row if str(c.value).startswith("='多年'!")]
    assert len(formulas) >= 24


def test_a_line_makes_no_news_of_what_chance_explains():
    """The screens and the total of both years call 23 → 18 sessions 正常波动; the workbook's titles do too."""
    few = [("甲镇", 2024, "publicity_events", 23.0), ("甲镇", 2025, "publicity_events", 18.0)]
    line, slope = [title(c) for c in charts(workbook(few)) if "c:lineChart" in c]
    assert line.endswith("：1 个各年口径一致的乡镇，2025年比2024年少，但属正常波动")
    assert slope.endswith("：没有乡镇明确增减，1 个属正常波动")
    many = [("甲镇", 2024, "publicity_events", 230.0), ("甲镇", 2025, "publicity_events", 180.0)]
    line, slope = [title(c) for c in charts(workbook(many)) if "c:lineChart" in c]
    assert line.endswith("：1 个各年口径一致的乡镇，2025年比2024年减少")
    assert slope.endswith("：甲镇减少最多，没有乡镇明确增加")


def test_a_line_takes_the_townships_that_hold_the_same_parts_in_every_year():
    """As the total of both years does: one that reports another part than the year before makes no fall."""
    rows = [(t, y, "publicity_events", 100.0) for t in ("甲镇", "乙乡") for y in (2024, 2025)]
    rows += [("乙乡", 2024, "village_talks", 80.0)]
    line = next(title(c) for c in charts(workbook(rows)) if "c:lineChart" in c)
    assert line.endswith("：1 个各年口径一致的乡镇，2025年与2024年持平")


def test_one_year_or_nobody_in_both_years_draws_no_course():
    alone = [("甲镇", 2025, "leaflets", 5.0), ("乙乡", 2024, "leaflets", 5.0)]
    book = opened(workbook(alone, findings=[finding("gap", "甲镇")]))
    assert book["走势图"]["A4"].value == "没有可画走势的数据。"


def test_two_thousand_townships_are_written_without_formulas_of_two_thousand_terms():
    names = [f"村{n}镇" for n in range(260)]
    rows = [(n, y, "leaflets", float(k + y - 2023)) for k, n in enumerate(names) for y in (2024, 2025)]
    book = opened(workbook(rows, roster=roster(names), figures=frame(rows)), results=False)
    longest = max(len(str(c.value)) for row in book["图表数据"].iter_rows() for c in row if c.value)
    assert longest < 8000
