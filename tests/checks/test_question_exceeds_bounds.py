import pytest

from tests.checks.counties import at, changed, found

T = "第5镇"


@pytest.mark.parametrize(
    ("indicator", "value", "why"),
    [
        ("leaflets", -5, "不应为负数"),
        ("law_exam_pass_rate", 101, "比率不应超过 100%"),
        ("publicity_events", 12.5, "应为整数"),
    ],
)
def test_impossible_figures(indicator, value, why):
    assert why in found("exceeds_bounds", changed(at({indicator: value})))[T].sentence.zh


def test_fractions_of_money_and_rates_are_possible():
    assert found("exceeds_bounds", changed(at({"funds_invested": 70000.5, "law_exam_pass_rate": 99.5}))) == {}


def test_a_bound_that_cannot_be_is_asked_about_too():
    assert "不应为负数" in found("exceeds_bounds", changed(at({"leaflets": "≈-5"})))[T].sentence.zh
    assert (
        found("exceeds_bounds", changed(at({"leaflets": None, "people_served": "n/a", "law_exam_pass_rate": 100})))
        == {}
    )
