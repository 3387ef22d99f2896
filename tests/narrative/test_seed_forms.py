"""The forms a report comes in, and that prose is told from tables."""

from __future__ import annotations

import io

import docx
import pytest

from analytics.catalogue import Roster, Township
from analytics.intake import Decisions, read_bytes
from analytics.intake.narrative import read_text
from analytics.model import Qualifier, Reading, Severity

REPORT = """云溪镇2024年度法治政府建设工作报告
县委依法治县办：
2024年，我镇扎实推进法治建设。现将有关情况报告如下：
一、主要做法
全年发放普法宣传资料1.6万余份，举办法治讲座6场。
二、存在的问题
一是普法形式单一；二是执法力量薄弱。
三、下一年度主要安排
（一）加强普法宣传。计划举办法治讲座8场。
云溪镇人民政府
2025年1月10日
"""


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def said(reading: Reading) -> dict[str, tuple[float | None, Qualifier]]:
    return {f.indicator: (f.value, f.qualifier) for f in reading.figures}


@pytest.mark.parametrize(
    "data",
    [word(REPORT), REPORT.encode(), REPORT.encode("utf-8-sig"), REPORT.encode("gb18030"), REPORT.encode("utf-16")],
    ids=["docx", "utf-8", "bom", "gb18030", "utf-16"],
)
def test_a_report_says_the_same_in_every_form(data: bytes) -> None:
    reading = read_bytes(data, "报告.dat", isolated=False)
    assert reading.kind == "narrative"
    assert said(reading) == {"leaflets": (16000, Qualifier.AT_LEAST), "legal_lectures": (6, Qualifier.EXACT)}
    assert {(f.township, f.year) for f in reading.figures} == {("云溪镇", 2024)}
    assert [g.theme for g in reading.gaps] == ["publicity_innovation", "enforcement_capacity"]
    assert [(p.indicator, p.target) for p in reading.plans] == [("legal_lectures", 8)]
    assert reading.head is not None
    assert (reading.head.addressee, reading.head.signed) == ("县委依法治县办", "2025年1月10日")


def test_the_place_of_a_figure_is_its_words_in_its_paragraph() -> None:
    reading = read_text(REPORT, "报告.txt")
    [leaflets] = [f for f in reading.figures if f.indicator == "leaflets"]
    number, span = leaflets.source.cell.removeprefix("¶").split(":")
    start, end = map(int, span.split("-"))
    assert leaflets.source.sheet is None
    assert REPORT.splitlines()[int(number) - 1][start:end] == leaflets.source.raw == "1.6万余份"


def test_a_report_goes_through_the_worker() -> None:
    assert said(read_bytes(word(REPORT), "报告.docx"))["legal_lectures"] == (6, Qualifier.EXACT)


def test_the_day_of_signing_is_not_the_year_and_without_one_nothing_is_filed() -> None:
    text = REPORT.replace("2024年度", "").replace("2024年，", "")
    reading = read_text(text, "报告.txt")
    assert reading.figures == ()
    assert [p.code for p in reading.problems if p.severity is Severity.ERROR] == ["no_year"]
    assert said(read_text(text, "报告.txt", decisions=Decisions(year=2024)))["legal_lectures"][0] == 6


def test_a_report_that_names_no_township_asks_for_it() -> None:
    text = REPORT.replace("云溪镇", "")
    reading = read_text(text, "报告.txt")
    assert reading.figures == ()
    assert [p.code for p in reading.problems if p.severity is Severity.ERROR] == ["no_township"]


def test_title_and_file_name_of_two_years_are_asked_about() -> None:
    reading = read_text(REPORT, "云溪镇2023年报告.txt")
    assert reading.figures == ()
    assert [p.code for p in reading.problems] == ["year_mismatch"]


def test_a_township_not_on_the_roster_is_not_made_up() -> None:
    reading = read_text(REPORT, "报告.txt", roster=Roster((Township("1", "石桥乡"),)))
    assert reading.figures == ()
    assert [p.code for p in reading.problems] == ["unknown_township"]


@pytest.mark.parametrize("text", ["乡镇,宣传资料(份)\n云溪镇,300\n石桥乡,200\n", "乡镇\t法治讲座\n云溪镇\t3\n"])
def test_a_table_in_text_form_stays_a_table(text: str) -> None:
    assert read_bytes(text.encode(), "云溪镇2024年.txt", isolated=False).kind == "return"


def test_what_is_no_report_says_so() -> None:
    reading = read_text("云溪镇2024年工作报告\n今天天气很好。我们去公园。", "a.txt")
    assert reading.figures == ()
    assert [p.code for p in reading.problems] == ["no_figures"]


def with_table(text: str, rows: list[list[str]]) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ROWS = [
    ["序号", "指标", "单位", "数量"],
    ["1", "专题研讨", "次", "5"],
    ["2", "法治讲座", "场", "6"],
    ["3", "合同审查", "份", "12"],
]


def test_a_table_in_a_report_is_read_beside_its_prose() -> None:
    reading = read_bytes(with_table(REPORT, ROWS), "报告.docx", isolated=False)
    found = said(reading)
    assert reading.kind == "narrative"
    assert (found["seminars"][0], found["contract_reviews"][0], found["legal_lectures"][0]) == (5, 12, 6)
    [seminars] = [f for f in reading.figures if f.indicator == "seminars"]
    assert (seminars.source.sheet, seminars.source.cell) == ("表1", "D2")


def test_a_table_that_says_otherwise_than_the_prose_is_asked_about() -> None:
    rows = [*ROWS[:2], ["2", "法治讲座", "场", "9"]]
    reading = read_bytes(with_table(REPORT, rows), "报告.docx", isolated=False)
    assert "legal_lectures" not in said(reading)
    assert [p.code for p in reading.problems] == ["table_differs"]


def test_a_form_filled_in_with_a_word_processor_is_a_return() -> None:
    reading = read_bytes(with_table("云溪镇2024年法治建设统计表", ROWS), "云溪镇.docx", isolated=False)
    assert reading.kind == "return"
    assert {f.indicator: f.value for f in reading.figures} == {
        "seminars": 5,
        "legal_lectures": 6,
        "contract_reviews": 12,
    }
    assert {(f.township, f.year) for f in reading.figures} == {("云溪镇", 2024)}
