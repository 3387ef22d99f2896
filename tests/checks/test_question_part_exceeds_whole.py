from dataclasses import replace

import pytest

from analytics.checks.noted import Noted
from analytics.text import Text
from tests.checks.counties import at, changed, found

T = "第5镇"


def test_a_part_larger_than_the_whole():
    finding = found("part_exceeds_whole", changed(at({"leaflets": 1000, "school_leaflets": 1001})))[T]
    assert "1,001，大于发放普法宣传资料 1,000" in finding.sentence.zh
    assert finding.severity == "high"
    assert finding.indicators == ("leaflets", "school_leaflets")


@pytest.mark.parametrize(
    ("whole", "part"), [(1000, 1000), ("≥1000", 5000), (1000, None), (None, 1000), ("≈1000", 1020)]
)
def test_a_part_that_may_fit_is_not_asked_about(whole, part):
    assert found("part_exceeds_whole", changed(at({"leaflets": whole, "school_leaflets": part}))) == {}


def test_quarters_villages_and_totals_that_differ_were_seen_when_the_file_was_read():
    said = Text("四个季度合计 90，全年 100", "quarters 90, year 100")
    place = (f"{T}2025.xlsx", "报表", "F7", "leaflets")
    for code in ("periods_differ", "parts_differ", "total_differs"):
        noted = (Noted(T, 2025, code, said, *place),)
        finding = found("part_exceeds_whole", replace(changed({}), noted=noted))[T]
        assert finding.sentence.zh == f"{T}2025年发放普法宣传资料的合计与各部分不符：{said.zh}"
        assert found("part_exceeds_whole", replace(changed({}), noted=noted), 2024) == {}
