import pytest

from tests.checks.counties import LEVELS, RATES, at, changed, found, level, names

T = "第5镇"


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


def test_a_few_equal_dozens_come_about_by_chance():
    dozens = {"collective_study": 18, "publicity_events": 33, "village_talks": 47}
    moved = {
        (f"第{k}镇", 2025, i): level(i, k - 1, 2024) + (k + 2 * n) % 5 - 2
        for k in range(1, 13)
        for n, i in enumerate(dozens)
    }
    assert found("copied_from_last_year", changed(moved | at(dozens) | at(dozens, 2024))) == {}


def test_where_most_townships_repeat_a_figure_repeating_it_says_nothing():
    planned = {"collective_study": 24, "publicity_events": 36, "village_talks": 48}
    everywhere = {(n, y, i): v for n in names(12) for y in (2024, 2025) for i, v in planned.items()}
    assert found("copied_from_last_year", changed(everywhere)) == {}


def test_one_township_alone_is_judged_by_how_events_vary():
    few = changed(at(SAME, township="第1镇") | at(SAME, 2024, "第1镇"), n=1)
    assert found("copied_from_last_year", few) == {}
    whole = {i: level(i, 0, 2024) for i in LEVELS if i not in RATES}
    assert "第1镇" in found("copied_from_last_year", changed(at(whole, township="第1镇"), n=1))
