"""Figures of a report that stands in for a return bear the mark of it in every file that is taken away."""

import csv
import io

import docx
import pandas as pd
import pytest
from dossiers import dossier
from small_county import ROWS, four_cells, frame, opened, workbook

from analytics.catalogue import load_catalogue
from analytics.export.brief import brief_file, usual_wording
from analytics.export.letters import letters
from analytics.export.tidy import as_csv, as_parquet, dictionary, tidy_figures

WHO = "甲镇"


def told(rows=ROWS, year: int = 2025) -> pd.DataFrame:
    """The small county, 甲镇 with its report only."""
    figures = frame(rows)
    mine = figures["township"].eq(WHO) & figures["year"].eq(year)
    return figures.assign(origin=["narrative" if m else "return" for m in mine])


@pytest.fixture(scope="module")
def book():
    return opened(workbook(figures=told()))


def words(sheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_main_table_marks_the_figure_says_why_and_keeps_the_number(book):
    this, last, *_ = four_cells(book["总表"], "宣传资料", WHO)
    assert (this.value, this.number_format) == (80000, '"*≥"#,##0')
    assert "来自工作报告" in this.comment.text
    assert last.number_format == "#,##0"
    other, *_ = four_cells(book["总表"], "宣传资料", "乙乡")
    assert "*" not in other.number_format
    assert "* 来自工作报告" in words(book["总表"])
    total, *_ = four_cells(book["总表"], "宣传资料", "全县合计")
    assert "含 1 个乡镇工作报告中的数据：甲镇" in total.comment.text


def test_groups_years_and_charts_of_the_workbook_mark_it_too(book):
    marked = [c for row in book["多年"].iter_rows() for c in row if "*" in str(c.number_format)]
    assert {row[0].value for row in book["多年"].iter_rows() for c in row if c in marked} == {WHO}
    assert "* 来自工作报告" in words(book["多年"])
    group = next(book[name] for name in book.sheetnames if "普法" in name)
    assert any("*" in str(c.number_format) for row in group.iter_rows() for c in row)


def test_the_cover_names_whose_figures_come_from_reports(book):
    cover = words(book["封面"])
    assert "*来自工作报告（没有收到报表）：甲镇" in cover
    assert cover.count("*来自工作报告") == 1


def test_the_sources_of_the_workbook_tell_reports_from_returns(book):
    rows = [[c.value for c in row] for row in book["数据来源"].iter_rows(min_row=3)]
    at = rows[0].index("来源")
    assert {(r[0], r[1]) for r in rows[1:] if r[at] == "来自工作报告"} == {(WHO, 2025)}


def test_without_reports_the_workbook_says_nothing_of_them():
    book = opened(workbook(figures=told(year=1999)))
    assert all("*" not in words(sheet) and "来自工作报告" not in words(sheet) for sheet in book)


def test_data_say_of_every_figure_whether_a_return_or_a_report_gives_it():
    tidy = tidy_figures(told(), load_catalogue())
    rows = list(csv.DictReader(io.StringIO(as_csv(tidy, "zh").decode("utf-8-sig"), newline="")))
    assert {(r["乡镇"], r["年度"]) for r in rows if r["来源"] == "来自工作报告"} == {(WHO, "2025")}
    assert {r["来源"] for r in rows} == {"来自工作报告", "报表"}
    back = pd.read_parquet(io.BytesIO(as_parquet(tidy)))
    assert set(back.loc[back["origin"].eq("narrative"), "township"]) == {WHO}
    assert "来自工作报告" in dictionary(load_catalogue(), "zh").decode("utf-8-sig")


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def test_the_brief_marks_them_in_its_tables_and_says_whose_they_are():
    made = dossier(figures=told())
    text = text_of(brief_file(made, [], usual_wording("示例县", 2025)))
    assert "其中甲镇的数据来自工作报告，没有报送报表。" in text
    assert "甲镇没有报送2025年报表，采用其工作报告中的数据，表中以*标明" in text
    assert "*≥80,000" in text
    assert "*来自工作报告（没有收到报表）。" in text
    assert "*" not in text_of(brief_file(dossier(), [], usual_wording("示例县", 2025)))


def test_the_letter_tells_the_township_that_its_report_was_used_and_asks_for_the_return():
    by_name = {letter.township: letter.data for letter in letters(dossier(figures=told()))}
    text = text_of(by_name[WHO])
    assert "其中2025年没有收到报表，采用你镇工作报告中的数据（表中以*标明），请补报报表。" in text
    assert "*≥80,000" in text
    assert "工作报告中的数据" not in text_of(by_name["乙乡"])
