"""Two numbers for one indicator, villages under a total, rows that slipped: what is said of them and how they are shown."""

from __future__ import annotations

import pytest
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


SLIPPED = """2024年统计表|<|<|<
乡镇|持证执法干部名册人数|法治讲座（场）|发放宣传资料（份）
荻砚镇|9|3|1500
石桥乡||11|4|2600
桐花镇|7|5|1800"""


def test_a_row_with_a_blank_and_a_number_behind_the_last_heading_slipped() -> None:
    reading = read(sheet(SLIPPED))
    asked = {p.cell for p in reading.problems if p.code == "row_shifted"}
    assert asked == {"C4", "D4"}
    assert "“2600”（E4）" in next(p.message.zh for p in reading.problems if p.cell == "C4")


def test_what_hangs_over_a_slipped_row_is_not_asked_about_as_an_item_besides() -> None:
    reading = read(sheet(SLIPPED.replace("2024年统计表", "2024年行政执法与人民调解情况")))
    assert {p.cell for p in reading.problems if p.code == "row_shifted"} == {"C4", "D4"}
    assert [u.figure_cells for u in reading.unknown_headings] == [("B3", "B5")]
    assert [p.cell for p in reading.problems if p.code == "unknown_heading"] == ["B2"]


def test_a_number_behind_the_last_heading_of_a_row_that_did_not_slip_is_asked_about() -> None:
    reading = read(sheet(SLIPPED.replace("石桥乡||11", "石桥乡|8|11")))
    assert ("E4",) in [u.figure_cells for u in reading.unknown_headings]


@pytest.mark.parametrize(
    "text",
    [
        SLIPPED.replace("石桥乡||11", "石桥乡|8|11"),
        SLIPPED.replace("荻砚镇|9|3|1500", "荻砚镇||3|1500"),
        SLIPPED.replace("|1500", "|1500|2600").replace("|1800", "|1800|12"),
        SLIPPED.replace("|4|2600", "|4|线上另有两场"),
    ],
    ids=["no blank", "others are blank too", "a column without a heading", "a remark"],
)
def test_a_number_or_remark_behind_the_last_heading_alone_is_no_slip(text: str) -> None:
    assert not any(p.code == "row_shifted" for p in read(sheet(text)).problems)


@pytest.mark.parametrize("chapter", ["四、纠纷化解", "矛盾纠纷化解", "（四）矛盾纠纷排查调处工作"])
def test_cases_under_a_chapter_are_no_parts_of_it_but_other_counts_may_be(chapter: str) -> None:
    text = f"荻砚镇2024年统计表|<|<\n指标|单位|数量\n一、普法|<|<\n法治讲座|场|3\n{chapter}|<|<\n办理信访事项|件|12\n行政诉讼案件|件|2\n受教育群众|人次|700"
    reading = read(sheet(text))
    assert {k[2] for k in figures(reading)} == {"legal_lectures", "petitions_handled", "litigation_cases"}
    assert [u.heading for u in reading.unknown_headings] == ["受教育群众"]
