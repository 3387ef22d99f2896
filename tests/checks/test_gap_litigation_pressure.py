from analytics.checks import RULES
from tests.checks.counties import at, changed, found

RULE, T = "litigation_pressure", "第5镇"
ALL = {"petitions_handled": 90, "lost_cases": 1, "head_court_appearances": 1, "litigation_cases": 3}


def test_litigation_pressure_in_three_ways():
    finding = found(RULE, changed(at(ALL)))[T]
    assert "最高四分之一，并高于上年" in finding.sentence.zh
    assert "败诉(纠错)案件 1 件" in finding.sentence.zh
    assert "负责人出庭应诉 1 次，少于行政诉讼案件 3 件" in finding.sentence.zh
    assert (finding.strength, finding.severity) == (3, "high")


def test_many_cases_that_did_not_rise_are_no_gap():
    findings = found(RULE, changed(at({"petitions_handled": 90}) | at({"petitions_handled": 95}, 2024)))
    assert T not in findings


def test_a_case_lost_counts_also_as_a_lower_bound_and_none_does_not():
    assert T in found(RULE, changed(at({"lost_cases": "≥1"})))
    for lost in (0, None, "n/a"):
        assert T not in found(RULE, changed(at({"lost_cases": lost, "petitions_handled": 1})))


def test_a_chair_is_empty_only_where_that_is_sure():
    assert T in found(RULE, changed(at({"head_court_appearances": 0, "litigation_cases": 2})))
    for appeared, cases in ((2, 2), ("≥1", 3), (None, 3), (1, None), (3, 2)):
        values = at({"head_court_appearances": appeared, "litigation_cases": cases, "petitions_handled": 1})
        assert T not in found(RULE, changed(values))


def test_with_fewer_than_eight_townships_the_quarter_is_silent_and_the_rest_is_not():
    small = changed(at(ALL), n=7)
    assert found(RULE, small)[T].strength == 2
    assert [s.reason.zh for s in RULES[RULE].silent(small, 2025, RULES[RULE].settings())] == [
        "2025年每千人涉诉涉访案件只有 7 个乡镇可比，少于 8 个，不作判断"
    ]
