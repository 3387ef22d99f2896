import pytest

from tests.checks.counties import at, changed, found

RULE, T = "new_problems", "第5镇"


@pytest.mark.parametrize("indicator", ["seminars", "issues_resolved"])
def test_none_at_all_is_a_gap_and_not_reported_or_not_applicable_is_not(indicator):
    finding = found(RULE, changed(at({indicator: 0})))[T]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert (finding.strength, finding.severity) == (1, "low")
    for other in (None, "n/a", "absent"):
        assert T not in found(RULE, changed(at({indicator: other})))


def test_the_quiet_county_shows_no_such_theme():
    assert found(RULE, changed({})) == {}


def test_both_are_two_conditions():
    finding = found(RULE, changed(at({"seminars": 0, "issues_resolved": 0})))[T]
    assert finding.sentence.zh == "第5镇2025年专题研讨为 0；研究解决问题为 0。"
    assert (finding.strength, finding.severity) == (2, "medium")
