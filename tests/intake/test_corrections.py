"""What a user said of a column or row is obeyed on its form, whatever the year, and nowhere else."""

from __future__ import annotations

import pytest
from grids import figures, read, sheet

from analytics.intake import Decisions
from analytics.intake.corrections import Correction, correction_key, keys_of
from analytics.intake.grid import Sheet
from analytics.model import AxisView, Reading, TableView

LEDGER = """
2024年普法情况统计表
乡镇 | 法治讲座 | 发放宣传资料 | 摸排线索
青禾镇 | 12 | 3 | 8
白石镇 | 7 | 5 | 9
合计 | 19 | 8 | 17
"""

FORM = """
白石镇2024年统计表
项目 | 单位 | 数量
法治讲座 | 场 | 12
发放宣传资料 | 份 | 3
其中：进校园 | 场 | 4
"""


def table(reading: Reading) -> TableView:
    [only] = reading.tables
    return only


def axis(reading: Reading, heading: str) -> AxisView:
    return next(a for a in table(reading).axes if a.heading == heading)


def corrected(text: str, heading: str, **said: str) -> Reading:
    """The sheet read again after one of its columns or rows was corrected."""
    first = read(sheet(text))
    found = axis(first, heading)
    place = (table(first).form, found.kind, found.key)
    return read(sheet(text), decisions=Decisions(corrections={place: Correction(**said)}))


def moved(before: Reading, after: Reading) -> dict[tuple[str, int, str], tuple[object, object]]:
    """Figures that are not the same in both."""
    old, new = figures(before), figures(after)
    return {k: (old.get(k), new.get(k)) for k in old | new if old.get(k) != new.get(k)}


def test_a_columns_unit_put_right_changes_that_column_only() -> None:
    after = corrected(LEDGER, "发放宣传资料", unit="万份")
    assert moved(read(sheet(LEDGER)), after) == {
        ("青禾镇", 2024, "leaflets"): (3, 30000),
        ("白石镇", 2024, "leaflets"): (5, 50000),
    }
    assert axis(after, "发放宣传资料").unit == "万份"


def test_a_unit_put_right_stands_above_the_one_in_the_heading_itself() -> None:
    text = LEDGER.replace("发放宣传资料", "发放宣传资料(份)")
    after = corrected(text, "发放宣传资料(份)", unit="千份")
    assert figures(after)["青禾镇", 2024, "leaflets"] == 3000


def test_a_column_said_to_hold_no_figures_gives_none_and_asks_nothing() -> None:
    after = corrected(LEDGER, "法治讲座", role="remark")
    assert set(moved(read(sheet(LEDGER)), after)) == {
        ("青禾镇", 2024, "legal_lectures"),
        ("白石镇", 2024, "legal_lectures"),
    }
    assert axis(after, "法治讲座").role == "remark"
    quiet = corrected(LEDGER, "摸排线索", role="remark")
    assert not moved(read(sheet(LEDGER)), quiet)
    assert not quiet.unknown_headings


def test_a_column_of_plans_said_to_be_figures_is_read() -> None:
    text = LEDGER.replace("法治讲座", "法治讲座计划数")
    first = read(sheet(text))
    assert ("青禾镇", 2024, "legal_lectures") not in figures(first)
    after = corrected(text, "法治讲座计划数", role="value")
    assert axis(after, "法治讲座计划数").role == "value"
    assert moved(first, after).keys() <= {("青禾镇", 2024, "legal_lectures"), ("白石镇", 2024, "legal_lectures")}


def test_a_column_of_totals_adds_no_figures() -> None:
    after = corrected(LEDGER, "法治讲座", role="total")
    assert axis(after, "法治讲座").role == "total"
    assert set(moved(read(sheet(LEDGER)), after)) == {
        ("青禾镇", 2024, "legal_lectures"),
        ("白石镇", 2024, "legal_lectures"),
    }


def test_a_row_said_to_hold_no_figures_is_left_out_and_the_others_stay() -> None:
    after = corrected(LEDGER, "白石镇", role="remark")
    before = read(sheet(LEDGER))
    gone = moved(before, after)
    assert {township for township, _, _ in gone} == {"白石镇"}
    assert all(new is None for _, new in gone.values())


def test_a_row_said_to_be_a_total_is_no_townships_own() -> None:
    after = corrected(LEDGER, "白石镇", role="total")
    assert not any(township == "白石镇" for township, _, _ in figures(after))
    assert {v for (t, _, _), v in figures(after).items() if t == "青禾镇"} == {3, 12}


def test_a_rows_unit_put_right_changes_that_row_only() -> None:
    after = corrected(FORM, "发放宣传资料", unit="千份")
    assert moved(read(sheet(FORM)), after) == {("白石镇", 2024, "leaflets"): (3, 3000)}


def test_the_same_form_of_another_year_is_found_again() -> None:
    first = read(sheet(LEDGER))
    said = {(table(first).form, "column", axis(first, "发放宣传资料").key): Correction(unit="万份")}
    later = read(sheet(LEDGER.replace("2024", "2025")), decisions=Decisions(corrections=said))
    assert figures(later)["青禾镇", 2025, "leaflets"] == 30000


def test_of_two_years_side_by_side_the_second_stays_the_second() -> None:
    text = """
青禾镇普法情况
项目 | 2023年 | 2024年
法治讲座 | 12 | 13
发放宣传资料 | 300 | 4
"""
    first = read(sheet(text))
    assert [a.key for a in table(first).axes if a.kind == "column"] == ["项目", "××××年", "××××年 #2"]
    said = {(table(first).form, "column", axis(first, "2024年").key): Correction(role="remark")}
    later = read(sheet(text.replace("2024", "2025").replace("2023", "2024")), decisions=Decisions(corrections=said))
    assert {year for _, year, _ in figures(later)} == {2024}
    assert figures(later)["青禾镇", 2024, "legal_lectures"] == 12


def test_another_form_with_the_same_heading_is_untouched() -> None:
    first = read(sheet(LEDGER))
    said = {(table(first).form, "column", "发放宣传资料"): Correction(unit="万份", role="remark")}
    other = LEDGER.replace("摸排线索", "法治文艺演出")
    assert not moved(read(sheet(other)), read(sheet(other), decisions=Decisions(corrections=said)))


def test_a_table_that_gives_nothing_any_more_is_still_shown_so_that_it_can_be_put_right_again() -> None:
    text = "2024年统计表\n乡镇 | 法治讲座\n青禾镇 | 12\n白石镇 | 7"
    after = corrected(text, "法治讲座", role="remark")
    assert not figures(after)
    assert axis(after, "法治讲座").role == "remark"


def test_every_axis_says_how_its_heading_was_matched() -> None:
    reading = read(
        sheet(LEDGER.replace("法治讲座", "开展法治讲座情况")),
        decisions=Decisions(headings={("发放宣传资料", ""): "seminars"}),
    )
    how = {a.wording: (a.how, a.indicator) for a in table(reading).axes if a.wording}
    assert how["发放宣传资料"] == ("remembered", "seminars")
    assert how["开展法治讲座情况"] == ("core", "legal_lectures")
    assert how["摸排线索"] == ("none", None)


@pytest.mark.parametrize("heading", ["", "2024年 / 资料", "资" * 900, "a\ud800", "1999"])
def test_a_key_of_a_key_is_itself_and_short(heading: str) -> None:
    key = correction_key(heading)
    assert correction_key(key) == key
    assert len(key) <= 200


def test_headings_that_say_the_same_are_told_apart_by_their_number() -> None:
    assert keys_of(["", "数量", "2023年", "数量", "2024年", ""]) == [
        "", "数量", "××××年", "数量 #2", "××××年 #2", " #2",
    ]  # fmt: skip


def forms(*sheets: Sheet) -> list[str]:
    return [t.form for t in read(*sheets).tables]


def test_the_form_is_the_same_for_another_township_and_year_and_another_for_other_rows() -> None:
    [first] = forms(sheet(FORM))
    assert forms(sheet(FORM.replace("白石镇2024年", "青禾镇2025年").replace("12", "无"))) == [first]
    assert forms(sheet(FORM.replace("发放宣传资料", "法治文艺演出"))) != [first]
    [ledger] = forms(sheet(LEDGER))
    assert forms(sheet(LEDGER.replace("白石镇 | 7 | 5 | 9\n", "").replace("2024", "2025"))) == [ledger]


def test_sheets_that_differ_only_in_their_subject_are_different_forms() -> None:
    body = "\n乡镇 | 2024年\n青禾镇 | 12\n白石镇 | 7"
    lectures, leaflets = sheet("法治讲座（场）" + body, "法治讲座"), sheet("发放宣传资料（份）" + body, "发放宣传资料")
    both = read(lectures, leaflets, file="2024年.xlsx")
    first, second = both.tables
    assert first.form != second.form
    row = next(a for a in first.axes if a.heading == "青禾镇")
    said = {(first.form, "row", row.key): Correction(role="remark")}
    after = read(lectures, leaflets, file="2024年.xlsx", decisions=Decisions(corrections=said))
    assert set(moved(both, after)) == {("青禾镇", 2024, "legal_lectures")}
