import pytest

from tests.checks.counties import changed, found


def test_the_quiet_county_shows_no_such_theme():
    assert found("responsibility", changed({})) == {}


@pytest.mark.parametrize("indicator", ["leadership_meetings", "leader_study"])
def test_none_or_few_and_falling_is_a_lack_of_responsibility(indicator):
    at = ("第5镇", 2025, indicator)
    none = found("responsibility", changed({at: 0}))["第5镇"]
    assert none.sentence.zh.endswith("为 0。")
    few = found("responsibility", changed({at: 3}))["第5镇"]
    assert "3 次，少于 4 次，且低于上年的" in few.sentence.zh
    assert [e.year for e in few.evidence] == [2025, 2024]
    assert "第5镇" not in found("responsibility", changed({at: 3, ("第5镇", 2024, indicator): 3}))
    assert "第5镇" not in found("responsibility", changed({at: 4}))
    assert "第5镇" not in found("responsibility", changed({at: None}))
    assert "第5镇" not in found("responsibility", changed({at: "≥3"}))


def test_both_indicators_together_are_stronger():
    values = {("第5镇", 2025, "leadership_meetings"): 0, ("第5镇", 2025, "leader_study"): 0}
    finding = found("responsibility", changed(values))["第5镇"]
    assert (finding.strength, finding.severity) == (2, "medium")
