import pytest

from analytics.checks import RULES
from tests.checks.counties import at, changed, found, names

T = "第5镇"


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
    moved = found("jump", changed(still | {(T, 2025, "law_performances"): 45}))
    assert list(moved) == [T]
    assert "偏离全县 12 个乡镇" in moved[T].sentence.zh
    assert found("jump", changed(still)) == {}


def test_rates_are_not_judged_by_ratio():
    assert jumps(20, 100, "law_exam_pass_rate") is None


@pytest.mark.parametrize(
    ("last", "this", "leapt"), [(4, 18, False), (4, 30, True), (20, 6, False), (36, 6, True), (0, 14, True)]
)
def test_what_chance_does_with_a_few_events_is_no_jump(last, this, leapt):
    assert (jumps(last, this, "publicity_events", n=7) is not None) == leapt


def test_bounds_are_taken_as_near_to_each_other_as_they_allow():
    assert jumps("≈12", 36, "publicity_events", n=7) is None
    assert jumps(12, "≥40", "publicity_events", n=7) is not None


def test_a_count_below_zero_is_left_to_another_rule():
    assert jumps(-40, 40, "publicity_events") is None
