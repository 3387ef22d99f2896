import pytest

from analytics.checks import RULES, find_questions
from tests.checks.counties import changed, found, level, names

T = "第5镇"


def at(values, year=2025, township=T):
    return {(township, year, i): v for i, v in values.items()}


def test_the_quiet_county_raises_no_question():
    assert [f.sentence.zh for y in (2023, 2024, 2025) for f in find_questions(changed({}), y)] == []


# copied_from_last_year


SAME = {"publicity_events": 33, "village_talks": 47, "people_served": 640}


def test_three_equal_counts_are_asked_about():
    finding = found("copied_from_last_year", changed(at(SAME) | at(SAME, 2024)))[T]
    assert finding.sentence.zh == (
        "第5镇2025年有 3 项数据与上年完全相同：法治宣传活动、进村(社区)宣讲、法律咨询服务人次，请核实是否沿用了上年数据。"
    )
    assert finding.indicators == tuple(SAME)
    assert len(finding.evidence) == 6
    assert (finding.strength, finding.severity, finding.n) == (3, "low", 2)


@pytest.mark.parametrize(
    "instead",
    [
        {"people_served": "≈640"},
        {"people_served": "≥640"},
        {"people_served": 641},
        {"people_served": None},
    ],
)
def test_two_equal_counts_and_something_else_are_not(instead):
    values = at(SAME) | at(SAME, 2024) | at(instead)
    assert found("copied_from_last_year", changed(values)) == {}


def test_small_counts_levels_and_rates_may_stay_as_they_were():
    still = {"short_videos": 9, "law_savvy_persons": 45, "law_exam_pass_rate": 99, "culture_sites": 12}
    assert found("copied_from_last_year", changed(at(still) | at(still, 2024))) == {}


def test_a_wholly_copied_return_is_serious():
    copy = {i: level(i, 4, 2024) for i in ("leaflets", "people_reached", "info_disclosed", "new_media_posts")}
    copy |= SAME | {"disputes_screened": 95}
    assert found("copied_from_last_year", changed(at(copy) | at(copy, 2024)))[T].severity == "high"


# constant_ratio


def test_one_ratio_for_several_counts():
    last = {"publicity_events": 44, "village_talks": 52, "people_served": 848, "info_disclosed": 164}
    this = {i: v * 1.25 for i, v in last.items()}
    finding = found("constant_ratio", changed(at(this) | at(last, 2024)))[T]
    assert set(finding.indicators) == set(last)
    assert "都约为上年的 125.0%" in finding.sentence.zh


def test_the_ratio_one_is_not_meant():
    assert found("constant_ratio", changed(at(SAME) | at(SAME, 2024))) == {}


def test_a_ratio_to_a_hair_off_is_still_the_same():
    last = {"leaflets": 10000, "people_reached": 20000, "people_served": 1000}
    this = {"leaflets": 7000, "people_reached": 14010, "people_served": 700}
    assert T in found("constant_ratio", changed(at(this) | at(last, 2024)))
    assert found("constant_ratio", changed(at(this | {"people_reached": 14100}) | at(last, 2024))) == {}


# twin_returns


def test_both_of_two_twins_are_asked():
    values = {"publicity_events": 33, "contract_reviews": 31, "info_disclosed": 177}
    twins = found("twin_returns", changed(at(values) | at(values, township="第9镇")))
    assert set(twins) == {T, "第9镇"}
    assert twins[T].sentence.zh.startswith("第5镇2025年有 3 项数据与第9镇完全相同：")
    assert {e.township for e in twins[T].evidence} == {T, "第9镇"}


def test_equal_rates_and_small_counts_make_no_twins():
    values = {"law_exam_pass_rate": 98, "short_videos": 9, "mock_courts": 5, "publicity_events": 33}
    assert found("twin_returns", changed(at(values) | at(values, township="第9镇"))) == {}


# round_numbers


def test_too_many_round_figures_are_traces_of_estimating():
    names_ = ["publicity_events", "village_talks", "leaflets", "people_served", "people_reached", "new_media_posts"]
    values = dict(zip(names_, (30, 50, 9000, 700, 8000, 40), strict=True))
    finding = found("round_numbers", changed(at(values)))[T]
    assert "有估算痕迹" in finding.sentence.zh
    assert finding.severity == "low"
    # said to be approximate, they are no secret
    assert found("round_numbers", changed(at({i: f"≈{v}" for i, v in values.items()}))) == {}


# part_exceeds_whole


def test_a_part_larger_than_the_whole():
    finding = found("part_exceeds_whole", changed(at({"leaflets": 1000, "school_leaflets": 1001})))[T]
    assert "1,001，大于发放普法宣传资料 1,000" in finding.sentence.zh
    assert finding.severity == "high"
    assert finding.indicators == ("leaflets", "school_leaflets")


@pytest.mark.parametrize(
    ("whole", "part"), [(1000, 1000), ("≥1000", 5000), (1000, None), (None, 1000), ("≈1000", 1020)]
)
def test_a_part_that_may_fit_is_not_asked_about(whole, part):
    assert found("part_exceeds_whole", changed(at({"leaflets": whole, "school_leaflets": part}))) == {}


# exceeds_bounds


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


# jump


def jumps(last, this, indicator="people_served", n=12):
    return found("jump", changed(at({indicator: this}) | at({indicator: last}, 2024), n=n)).get(T)


def test_a_leap_shows_in_both_ways():
    finding = jumps(600, 3200)
    assert finding.sentence.zh.startswith(
        "第5镇2025年法律咨询服务人次为 3,200，上年为 600，为上年的 5.3 倍，且增幅明显偏离全县 12 个乡镇的同期变化"
    )
    assert (finding.strength, finding.severity, finding.n) == (2, "high", 12)
    fall = jumps(3200, 600)
    assert "仅为上年的 18.8%，且降幅明显偏离" in fall.sentence.zh


def test_in_a_small_county_only_the_own_past_counts_and_the_rule_says_so():
    finding = jumps(600, 3200, n=7)
    assert finding.strength == 1
    assert "偏离" not in finding.sentence.zh
    assert jumps(600, 1300, n=7) is None
    rule = RULES["jump"]
    reasons = [s.reason.zh for s in rule.silent(changed({}, n=7), 2025, rule.settings())]
    assert "2025年发放普法宣传资料只有 7 个乡镇两年都有数据，少于 8 个，不作横向比较" in reasons


def test_standing_out_among_peers_alone_is_enough_from_double_on():
    finding = jumps(600, 1300)
    assert finding.sentence.zh.count("偏离") == 1
    assert finding.strength == 1
    assert jumps(600, 900) is None


@pytest.mark.parametrize(
    ("last", "this"),
    [
        (30, 150),  # fivefold, but below the floor of 300 visits
        (None, 3200),
        (600, None),
        ("≥600", 3200),  # last year may have been as many
        (3200, "≥600"),
        (600, 1100),
    ],
)
def test_no_jump_where_the_change_is_small_or_a_bound_leaves_it_open(last, this):
    assert jumps(last, this) is None


def test_a_lower_bound_can_still_prove_a_leap():
    assert "≥80,000" in jumps(600, "≥80000").sentence.zh


def test_from_nothing_to_much_is_a_jump_without_a_ratio():
    assert "由无到有，增量较大" in jumps(0, 3200).sentence.zh


def test_where_all_others_stand_still_the_one_that_moves_stands_out():
    still = {(n, y, "law_performances"): 10 for n in names(12) for y in (2024, 2025)}
    moved = found("jump", changed(still | {(T, 2025, "law_performances"): 25}))
    assert list(moved) == [T]
    assert "偏离全县 12 个乡镇" in moved[T].sentence.zh
    assert found("jump", changed(still)) == {}


def test_rates_are_not_judged_by_ratio():
    assert jumps(20, 100, "law_exam_pass_rate") is None
