import dataclasses

import pytest

from analytics.catalogue import Roster, Township
from analytics.checks import RULES
from tests.checks.counties import changed, county, found, names, quiet

T = "第5镇"
SESSIONS = {"publicity_events": 30, "village_talks": 40, "school_events": 10}


def asked(values, **thresholds):
    cells = {(T, 2025, i): v for i, v in (SESSIONS | values).items()}
    return found("ratio_implausible", changed(cells), **thresholds).get(T)


def test_leaflets_written_in_ten_thousands_are_asked_about_once_with_both_ratios():
    finding = asked({"leaflets": 8})
    assert finding.sentence.zh == (
        "第5镇2025年平均每场发放资料只有 0.1 份，低于 2；人均发放资料只有 0.0008 份，低于 0.005，请核实数量和单位。"
    )
    assert finding.indicators == ("publicity_events", "village_talks", "school_events", "leaflets")
    assert (finding.strength, finding.severity, finding.n) == (2, "high", 1)
    assert all(e.cell for e in finding.evidence)


def test_more_people_than_sessions_can_hold():
    finding = asked({"people_reached": 240_000})
    assert "平均每场受教育群众达 3,000 人次，高于 2,000" in finding.sentence.zh
    assert finding.severity == "medium"
    assert asked({"people_reached": 160_000}) is None
    assert "只有 2.5 人次" in asked({"people_reached": 200}).sentence.zh


def test_the_published_report_of_80_000_leaflets_is_plausible():
    published = {"publicity_events": 36, "village_talks": 30, "school_events": 10, "leaflets": "≥80000"}
    assert asked(published) is None


@pytest.mark.parametrize(
    "values",
    [
        {"leaflets": "≥8"},  # 8 at least may be 80,000
        {"leaflets": 0},  # nothing handed out is a matter of the work
        {"leaflets": None},
        {"leaflets": 300_000, "village_talks": None, "people_reached": None},  # ten times the talks may explain it
        {"people_reached": "≈162000"},
    ],
)
def test_a_bound_or_a_missing_part_leaves_it_open(values):
    finding = asked(values, leaflets_per_resident_high=1000)
    assert finding is None


def test_a_lower_bound_can_prove_too_much():
    assert "≈" not in asked({"leaflets": 300_000}).sentence.zh
    assert "高于 3,000" in asked({"leaflets": "≥300000"}).sentence.zh


def test_leaflets_without_any_session_are_asked_about_from_more_than_one_session_explains():
    none = dict.fromkeys(SESSIONS, 0)
    assert "平均每场发放资料无从算起：没有场次" in asked(none | {"leaflets": 9000, "people_reached": 0}).sentence.zh
    assert asked(none | {"leaflets": 2500, "people_reached": 0}) is None
    assert asked(dict.fromkeys(SESSIONS) | {"leaflets": 9000}) is None


def test_without_residents_the_ratio_to_them_is_not_judged_and_that_is_said():
    values = {**quiet(9), (T, 2025, "leaflets"): 40}
    nobody = Roster(tuple(Township(f"9{k:03}", n, (), "镇", 12, {}) for k, n in enumerate(names(9))))
    where = county(values, nobody)
    assert "人均" not in found("ratio_implausible", where)[T].sentence.zh
    rule = RULES["ratio_implausible"]
    [silence] = rule.silent(where, 2025, rule.settings())
    assert silence.reason.zh == "2025年有 9 个乡镇人口数缺失，人均发放资料不作判断"


def test_residents_of_another_year_are_named():
    values = {**quiet(9), (T, 2025, "leaflets"): 200_000}
    older = Roster(tuple(Township(f"9{k:03}", n, (), "镇", 12, {2023: 10_000}) for k, n in enumerate(names(9))))
    assert "（按 2023 年人口数）" in found("ratio_implausible", county(values, older))[T].sentence.zh


def test_one_township_one_year_is_judged_as_any_other():
    only = dataclasses.replace(changed({(names(1)[0], 2025, "leaflets"): 3}, n=1))
    assert list(found("ratio_implausible", only)) == names(1)
    assert found("ratio_implausible", only, year=2019) == {}
