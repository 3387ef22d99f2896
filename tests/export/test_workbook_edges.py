"""Counties that are empty, tiny, huge or silent still give a workbook that opens and says something true."""

import pytest
from small_county import four_cells, opened, roster, row_of, workbook


def test_without_townships_it_says_so():
    book = opened(workbook([], roster=roster(())))
    assert book["总表"]["A5"].value == "没有乡镇可列。"
    assert book["图表"]["A4"].value == "这两年没有可画的数据。"
    assert book["数据来源"]["A4"].value == "没有数据。"


def test_one_township_is_a_county_of_its_own():
    rows = [("独镇", 2025, "leaflets", 5), ("独镇", 2024, "leaflets", 20)]
    book = opened(workbook(rows, roster=roster(["独镇"])))
    assert [c.value for c in four_cells(book["总表"], "宣传资料", "全县合计")] == [5, 20, -15, -0.75]
    assert len(book["图表"]._charts) == 1


def test_two_thousand_townships_are_all_listed_and_forty_drawn():
    names = [f"镇{n:04d}" for n in range(2000)]
    rows = [(name, year, "leaflets", 1000 + n) for n, name in enumerate(names) for year in (2024, 2025)]
    book = opened(workbook(rows, roster=roster(names)))
    assert row_of(book["总表"], "全县合计") == 2005
    assert four_cells(book["总表"], "宣传资料", "全县合计")[0].value == sum(range(1000, 3000))
    [chart] = book["图表"]._charts
    assert chart.series[0].cat.strRef.f.endswith("$42")


def test_a_base_year_without_figures_is_missing_and_not_zero():
    sheet = opened(workbook(years=(2025, 2021)))["总表"]
    assert [c.value for c in four_cells(sheet, "宣传资料", "乙乡")] == [1500, "未报", "2021年未报", "—"]
    assert [c.value for c in four_cells(sheet, "宣传资料", "全县合计")] == [82500, "未报", "2021年未报", "—"]
    assert [c.value for c in four_cells(sheet, "宣传资料", "两年可比合计")] == ["—"] * 4


@pytest.mark.parametrize("value", [None, "n/a"])
def test_a_county_that_reported_nothing_has_words_in_every_cell(value):
    rows = [(name, year, "leaflets", value) for name in ("甲镇", "乙乡") for year in (2024, 2025)]
    book = opened(workbook(rows, roster=roster(["甲镇", "乙乡"])))
    word = "未报" if value is None else "不适用"
    assert [c.value for c in four_cells(book["总表"], "宣传资料", "甲镇")] == [word, word, "—", "—"]
    assert book["图表"]._charts == []


def test_huge_small_and_fractional_amounts_keep_their_precision():
    rows = [("甲镇", 2025, "funds_invested", 1234567890.25), ("甲镇", 2024, "funds_invested", 0.5)]
    cells = four_cells(opened(workbook(rows))["组织领导"], "法治建设经费", "甲镇")
    assert [c.value for c in cells[:3]] == [1234567890.25, 0.5, 1234567889.75]
    assert cells[0].number_format == "#,##0.00"
    assert cells[0].parent.column_dimensions[cells[0].column_letter].width > 15
