import pytest

from tests.checks.counties import at, changed, found

RULE, T = "openness", "第5镇"


@pytest.mark.parametrize("indicator", ["info_disclosed"])
def test_none_at_all_is_a_gap_and_not_reported_or_not_applicable_is_not(indicator):
    finding = found(RULE, changed(at({indicator: 0})))[T]
    assert "为 0" in finding.sentence.zh
    assert indicator in finding.indicators
    assert (finding.strength, finding.severity) == (1, "low")
    for other in (None, "n/a", "absent"):
        assert T not in found(RULE, changed(at({indicator: other})))


def test_the_quiet_county_shows_no_such_theme():
    assert found(RULE, changed({})) == {}


@pytest.mark.parametrize(
    ("last", "this", "shows"),
    [
        (200, 140, True),
        (200, 141, False),
        (200, "≥100", False),
        ("≥200", 100, True),
        ("≈200", 136, False),
        (None, 9, False),
    ],
)
def test_information_disclosed_falls_by_thirty_percent(last, this, shows):
    findings = found(RULE, changed(at({"info_disclosed": last}, 2024) | at({"info_disclosed": this})))
    assert (T in findings) == shows


def test_the_sentence_gives_both_years():
    finding = found(RULE, changed(at({"info_disclosed": 200}, 2024) | at({"info_disclosed": 100})))[T]
    assert finding.sentence.zh == "第5镇2025年主动公开政府信息由上年的 200 条降至 100 条（下降 50%）。"
    assert found(RULE, changed(at({"info_disclosed": 200}, 2024) | at({"info_disclosed": 100})), fall_percent=60) == {}
