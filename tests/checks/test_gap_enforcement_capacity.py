import pytest

from tests.checks.counties import at, changed, found

RULE, T = "enforcement_capacity", "第5镇"


@pytest.mark.parametrize("indicator", ["certified_officers", "enforcement_trainings"])
def test_none_at_all_is_a_gap_and_not_reported_or_not_applicable_is_not(indicator):
    finding = found(RULE, changed(at({indicator: 0})))[T]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert (finding.strength, finding.severity) == (1, "low")
    for other in (None, "n/a", "absent"):
        assert T not in found(RULE, changed(at({indicator: other})))


def test_the_quiet_county_shows_no_such_theme():
    assert found(RULE, changed({})) == {}


def test_fewer_certified_officers_than_last_year():
    last = at({"certified_officers": 7}, 2024)
    finding = found(RULE, changed(last | at({"certified_officers": 5})))[T]
    assert finding.sentence.zh == "第5镇2025年持证执法人员由上年的 7 名降至 5 名（下降 28.6%）。"
    assert [(e.year, e.value) for e in finding.evidence] == [(2025, 5), (2024, 7)]
    for this in (7, 8, "≥5", None):
        assert found(RULE, changed(last | at({"certified_officers": this}))) == {}


def test_no_officers_left_and_no_training_are_two_conditions_and_the_fall_is_not_counted_again():
    finding = found(RULE, changed(at({"certified_officers": 0, "enforcement_trainings": 0})))[T]
    assert (finding.strength, finding.severity) == (2, "medium")
    assert "降至" not in finding.sentence.zh
