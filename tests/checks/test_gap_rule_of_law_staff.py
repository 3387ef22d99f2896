import pytest

from analytics.catalogue import Roster, Township
from tests.checks.counties import at, changed, county, found, names, quiet

RULE, T = "rule_of_law_staff", "第5镇"


@pytest.mark.parametrize("indicator", ["backbone_trainings"])
def test_none_at_all_is_a_gap_and_not_reported_or_not_applicable_is_not(indicator):
    finding = found(RULE, changed(at({indicator: 0})))[T]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert (finding.strength, finding.severity) == (1, "low")
    for other in (None, "n/a", "absent"):
        assert T not in found(RULE, changed(at({indicator: other})))


def test_the_quiet_county_shows_no_such_theme():
    assert found(RULE, changed({})) == {}


def test_law_savvy_persons_below_three_a_village_where_villages_are_held():
    finding = found(RULE, changed(at({"law_savvy_persons": 35})))[T]
    assert finding.sentence.zh == "第5镇2025年法律明白人 35 人，12 个村（社区）平均每村不足 3 人。"
    assert found(RULE, changed(at({"law_savvy_persons": 36}))) == {}
    assert found(RULE, changed(at({"law_savvy_persons": "≥30"}))) == {}
    unknown = Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12))))
    assert found(RULE, county(quiet() | at({"law_savvy_persons": 3}), unknown)) == {}


def test_the_norm_is_a_setting():
    assert T in found(RULE, changed(at({"law_savvy_persons": 47})), per_village=4)
    assert found(RULE, changed(at({"law_savvy_persons": 48} | {"backbone_trainings": 3})), per_village=0) == {}
