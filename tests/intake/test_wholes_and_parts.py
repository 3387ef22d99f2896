"""Two numbers for one indicator, villages under a total, rows that slipped: what is said of them and how they are shown."""

from __future__ import annotations

from grids import figures, read, sheet

from analytics.intake.headings import heading_key
from analytics.intake.reading import Decisions
from analytics.model import Severity

BOTH = """
荻砚镇2024年法治工作统计表|<|<
指标|单位|数量
人民调解案件|件|120
调解成功|件|118
发放宣传资料|份|300
"""


def test_a_part_of_an_indicator_is_told_once_and_shown_as_no_figure() -> None:
    reading = read(sheet(BOTH))
    note = next(p for p in reading.problems if p.code == "part_of_whole")
    assert note.severity is Severity.NOTE
    assert "“调解成功”是“人民调解案件”中的一部分" in note.message.zh
    assert dict(reading.tables[0].roles)["C4"] == "derived"
    assert dict(reading.tables[0].roles)["C3"] == "figure"
    row = next(a for a in reading.tables[0].axes if a.kind == "row" and a.index == 3)
    assert (row.role, row.indicator) == ("derived", None)


def test_a_part_that_a_user_has_matched_by_hand_is_held_against_the_other() -> None:
    chosen = Decisions(headings={heading_key("调解成功"): "disputes_mediated"})
    reading = read(sheet(BOTH), decisions=chosen)
    assert ("荻砚镇", 2024, "disputes_mediated") not in figures(reading)
    assert any(p.code == "two_values" for p in reading.problems)


def test_a_village_total_that_is_off_is_asked_once_with_both_sides() -> None:
    reading = read(sheet("荻砚镇2024年普法统计表|<\n村名|发放宣传资料\n石桥村|100\n柳河村|200\n东坪社区|300\n合计|650"))
    asked = [p for p in reading.problems if p.severity is not Severity.NOTE]
    assert [p.cell for p in asked] == ["B6"]
    assert "合计写 650，各行相加是 600" in asked[0].message.zh


def test_a_row_that_slipped_names_the_number_that_shows_it() -> None:
    text = "2024年统计表|<|<\n乡镇|法治讲座（场）|发放宣传资料（份）\n荻砚镇|3|15000\n石桥乡|6650|2"
    asked = {p.cell: p for p in read(sheet(text)).problems}
    assert asked["C4"].code == "row_shifted"
    assert "“6650”（B4）" in asked["C4"].message.zh
