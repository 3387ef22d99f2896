from analytics.catalogue import Roster, Township
from tests.checks.counties import at, changed, county, found, names, quiet

RULE, T = "public_awareness", "第5镇"
WORSE = at({"people_served": 100, "disputes_screened": 400})


def test_advice_falls_while_disputes_rise():
    finding = found(RULE, changed(WORSE))[T]
    assert "每千人法律咨询由" in finding.sentence.zh
    assert "降至 10 人次，而排查矛盾纠纷由" in finding.sentence.zh
    assert {e.year for e in finding.evidence} == {2024, 2025}


def test_either_alone_or_open_bounds_are_no_gap():
    for values in (
        {"people_served": 100, "disputes_screened": 1},
        {"disputes_screened": 400},
        {"people_served": "≥100", "disputes_screened": 400},
        {"people_served": 100, "disputes_screened": None},
        {"people_served": None, "disputes_screened": 400},
    ):
        assert T not in found(RULE, changed(at(values)))
    assert found(RULE, changed({})) == {}


def test_without_residents_counts_are_compared_and_the_sentence_says_so():
    unknown = Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12))))
    assert "人口数缺失，按次数比较" in found(RULE, county(quiet() | WORSE, unknown))[T].sentence.zh


def test_the_first_year_has_nothing_to_compare_with():
    assert found(RULE, changed(at({"people_served": 1, "disputes_screened": 900}, 2023)), 2023) == {}
