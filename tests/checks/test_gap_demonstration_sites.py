import pytest

from tests.checks.counties import at, changed, found

RULE, T = "demonstration_sites", "第5镇"


@pytest.mark.parametrize("indicator", ["culture_sites"])
def test_none_at_all_is_a_gap_and_not_reported_or_not_applicable_is_not(indicator):
    finding = found(RULE, changed(at({indicator: 0})))[T]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert (finding.strength, finding.severity) == (1, "low")
    for other in (None, "n/a", "absent"):
        assert T not in found(RULE, changed(at({indicator: other})))


def test_the_quiet_county_shows_no_such_theme():
    assert found(RULE, changed({})) == {}


SAME = at({"culture_sites": 4}, 2023) | at({"culture_sites": 4}, 2024) | at({"culture_sites": 4})


def test_culture_sites_that_stand_still_for_three_years():
    finding = found(RULE, changed(SAME))[T]
    assert finding.sentence.zh == "第5镇2025年法治文化阵地连续 3 年均为 4 个。"
    assert finding.n == 3
    assert found(RULE, changed(SAME), unchanged_years=4) == {}


@pytest.mark.parametrize("between", [None, 5, "≥4", "≈4", "absent"])
def test_a_year_that_may_have_been_otherwise_breaks_the_row(between):
    assert found(RULE, changed(SAME | at({"culture_sites": between}, 2024))) == {}


def test_none_for_three_years_is_told_as_none():
    none = dict.fromkeys(SAME, 0)
    assert found(RULE, changed(none))[T].sentence.zh == "第5镇2025年法治文化阵地为 0。"
