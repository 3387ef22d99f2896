"""What a line over a table says of its units, and bare numbers whose scale it leaves open."""

import openpyxl
import pytest

from analytics.catalogue import load_catalogue
from analytics.intake import read_file
from analytics.intake.units import TableUnits, Unit, read_table_units

BY_ID = load_catalogue().by_id


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("份", (Unit("份"),)),
        ("万元", (Unit("元", 10_000),)),
        ("万份/场", (Unit("份", 10_000), Unit("场"))),
        ("场次、万份、人次", (Unit("场次"), Unit("份", 10_000), Unit("人次"))),
        ("人次，万元", (Unit("人次"), Unit("元", 10_000))),
        ("万", ()),
        ("万、场", ()),
    ],
)
def test_the_units_of_a_line_are_read_one_by_one(text, units):
    read = read_table_units(text)
    assert read is not None
    assert read.units == units


@pytest.mark.parametrize("text", ["万安镇", "青禾镇人民政府", "千佛乡", "见表", ""])
def test_who_sent_the_table_is_no_unit(text):
    assert read_table_units(text) is None


def test_each_indicator_takes_the_unit_that_counts_it():
    units = read_table_units("万份/场/人次")
    assert units.of(BY_ID["leaflets"]) == Unit("份", 10_000)
    assert units.of(BY_ID["people_reached"]) == Unit("人次")
    assert units.of(BY_ID["funds_invested"]) is None
    assert not units.unclear(BY_ID["leaflets"])


def test_two_scales_of_one_word_are_unclear():
    units = TableUnits("份、万份", (Unit("份"), Unit("份", 10_000)))
    assert units.of(BY_ID["leaflets"]) is None
    assert units.unclear(BY_ID["leaflets"])
    assert not units.unclear(BY_ID["people_reached"])


def read(tmp_path, unit_line, leaflets, heading="发放宣传资料"):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["2024年各乡镇普法情况统计表"])
    if unit_line:
        sheet.append([unit_line])
    sheet.append(["乡镇", heading, "法治讲座"])
    for name, said in zip(("柏树镇", "槐花乡", "竹溪镇"), leaflets, strict=True):
        sheet.append([name, said, 4])
    book.save(tmp_path / "汇总.xlsx")
    reading = read_file(tmp_path / "汇总.xlsx", isolated=False)
    values = [f.value for f in reading.figures if f.indicator == "leaflets"]
    assert [f.value for f in reading.figures if f.indicator == "legal_lectures"] == [4, 4, 4]
    return values, sorted(p.cell for p in reading.problems)


@pytest.mark.parametrize("line", ["单位：万份/场", "（单位：场、万份）", "计量单位：万份，场次"])
def test_a_line_of_several_units_scales_what_it_names(tmp_path, line):
    assert read(tmp_path, line, [1.2, "0.85", "约2"]) == ([12_000, 8_500, 20_000], [])


def test_a_scale_without_a_measure_word_is_asked_about_at_every_bare_number(tmp_path):
    _, asked = read(tmp_path, "单位：万", [1.2, 3, "800份"])
    assert {"B4", "B5"} <= set(asked)
    assert "B6" not in asked


def test_whole_numbers_beside_fractions_of_copies_are_asked_about(tmp_path):
    values, asked = read(tmp_path, "", [1.2, "约2", 9000])
    assert asked == ["B3", "B4"]
    assert values == [1.2, 2, 9000]


def test_small_numbers_of_copies_alone_are_not_asked_about(tmp_path):
    assert read(tmp_path, "", [120, 300, 90]) == ([120, 300, 90], [])


def test_a_heading_with_its_own_unit_goes_before_the_line(tmp_path):
    assert read(tmp_path, "单位：万份/场", [1200, 300, 90], "发放宣传资料（份）") == ([1200, 300, 90], [])
