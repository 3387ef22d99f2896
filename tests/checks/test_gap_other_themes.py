import pytest

from analytics.catalogue import Roster, Township
from tests.checks.counties import changed, county, found, names, quiet


def at(indicator, value, year=2025, township="第5镇"):
    return {(township, year, indicator): value}


@pytest.mark.parametrize(
    ("theme", "indicator"),
    [
        ("enforcement_capacity", "certified_officers"),
        ("enforcement_capacity", "enforcement_trainings"),
        ("rule_of_law_staff", "backbone_trainings"),
        ("demonstration_sites", "culture_sites"),
        ("new_problems", "seminars"),
        ("new_problems", "issues_resolved"),
        ("openness", "info_disclosed"),
    ],
)
def test_none_at_all_is_a_gap_and_not_reported_is_not(theme, indicator):
    finding = found(theme, changed(at(indicator, 0)))["第5镇"]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert "第5镇" not in found(theme, changed(at(indicator, None)))
    assert "第5镇" not in found(theme, changed(at(indicator, "n/a")))


@pytest.mark.parametrize(
    "theme",
    [
        "public_awareness",
        "enforcement_capacity",
        "rule_of_law_staff",
        "institutions",
        "demonstration_sites",
        "new_problems",
        "openness",
    ],
)
def test_the_quiet_county_shows_no_such_theme(theme):
    assert found(theme, changed({})) == {}


def test_fewer_certified_officers_than_last_year():
    finding = found("enforcement_capacity", changed(at("certified_officers", 7, 2024) | at("certified_officers", 5)))
    assert finding["第5镇"].sentence.zh == "第5镇2025年持证执法人员由上年的 7 名降至 5 名（下降 28.6%）。"


def test_law_savvy_persons_below_three_a_village_where_villages_are_held():
    finding = found("rule_of_law_staff", changed(at("law_savvy_persons", 35)))["第5镇"]
    assert finding.sentence.zh == "第5镇2025年法律明白人 35 人，12 个村（社区）平均每村不足 3 人。"
    assert found("rule_of_law_staff", changed(at("law_savvy_persons", 36))) == {}
    unknown = Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12))))
    assert found("rule_of_law_staff", county(quiet() | at("law_savvy_persons", 3), unknown)) == {}


def test_funds_in_the_lowest_quarter_or_cut_by_thirty_percent():
    assert len(found("resources", changed({}))) == 3
    cut = found("resources", changed(at("funds_invested", 100000, 2024) | at("funds_invested", 70000)))["第5镇"]
    assert "由上年的 100,000 元降至 70,000 元（下降 30%）" in cut.sentence.zh
    assert cut.strength == 1
    less = found("resources", changed(at("funds_invested", 100000, 2024) | at("funds_invested", 70001)))
    assert "第5镇" not in less or "降至" not in less["第5镇"].sentence.zh


def test_contracts_without_a_single_review():
    finding = found("institutions", changed(at("legal_reviews", 0) | at("contract_reviews", 12)))["第5镇"]
    assert finding.sentence.zh == "第5镇2025年合同审查 12 份，而重大决策合法性审查为 0。"
    assert found("institutions", changed(at("legal_reviews", 0) | at("contract_reviews", 0))) == {}


def test_culture_sites_that_stand_still_for_three_years():
    same = at("culture_sites", 4, 2023) | at("culture_sites", 4, 2024) | at("culture_sites", 4)
    finding = found("demonstration_sites", changed(same))["第5镇"]
    assert finding.sentence.zh == "第5镇2025年法治文化阵地连续 3 年均为 4 个。"
    assert finding.n == 3
    assert found("demonstration_sites", changed(same), unchanged_years=4) == {}
    assert found("demonstration_sites", changed(same | at("culture_sites", None, 2024))) == {}


def test_information_disclosed_falls_by_thirty_percent():
    finding = found("openness", changed(at("info_disclosed", 200, 2024) | at("info_disclosed", 100)))["第5镇"]
    assert "由上年的 200 条降至 100 条（下降 50%）" in finding.sentence.zh
    # ≥ may hide the whole fall
    assert found("openness", changed(at("info_disclosed", 200, 2024) | at("info_disclosed", "≥100"))) == {}


def test_advice_falls_while_disputes_rise():
    values = at("people_served", 100) | at("disputes_screened", 400)
    finding = found("public_awareness", changed(values))["第5镇"]
    assert "每千人法律咨询由" in finding.sentence.zh
    assert "降至 10 人次，而排查矛盾纠纷由" in finding.sentence.zh
    unknown = Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12))))
    counts = found("public_awareness", county(quiet() | values, unknown))["第5镇"]
    assert "人口数缺失，按次数比较" in counts.sentence.zh
    assert found("public_awareness", changed(at("people_served", 100))).keys() <= {"第5镇"}
    assert found("public_awareness", changed(at("people_served", 100) | at("disputes_screened", 1))) == {}


def test_litigation_pressure_in_three_ways():
    values = at("petitions_handled", 90) | at("lost_cases", 1) | at("head_court_appearances", 1)
    finding = found("litigation_pressure", changed(values | at("litigation_cases", 3)))["第5镇"]
    assert "最高四分之一，并高于上年" in finding.sentence.zh
    assert "败诉(纠错)案件 1 件" in finding.sentence.zh
    assert "负责人出庭应诉 1 次，少于行政诉讼案件 3 件" in finding.sentence.zh
    assert (finding.strength, finding.severity) == (3, "high")
