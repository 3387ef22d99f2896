from tests.checks.counties import at, changed, found

T = "第5镇"


def test_both_of_two_twins_are_asked():
    values = {"leaflets": 9473, "people_served": 655, "info_disclosed": 177}
    twins = found("twin_returns", changed(at(values) | at(values, township="第9镇")))
    assert set(twins) == {T, "第9镇"}
    assert twins[T].sentence.zh.startswith("第5镇2025年有 3 项数据与第9镇完全相同：")
    assert {e.township for e in twins[T].evidence} == {T, "第9镇"}


def test_equal_rates_and_small_counts_make_no_twins():
    values = {"law_exam_pass_rate": 98, "short_videos": 9, "mock_courts": 5, "publicity_events": 33}
    assert found("twin_returns", changed(at(values) | at(values, township="第9镇"))) == {}


def test_a_few_equal_dozens_are_what_similar_townships_have():
    values = {"publicity_events": 33, "contract_reviews": 31, "village_talks": 44}
    assert found("twin_returns", changed(at(values) | at(values, township="第9镇"))) == {}


def test_the_more_pairs_there_are_the_rarer_a_pair_has_to_be():
    values = {"leaflets": 9473, "people_served": 655, "village_talks": 45}
    twins = at(values) | at(values, township="第9镇")
    few, many = (found("twin_returns", changed(twins, n=n), chance=0.002) for n in (10, 120))
    assert T in few
    assert T not in many


def test_an_equal_part_of_an_equal_whole_is_no_second_coincidence():
    values = {"leaflets": 9473, "school_leaflets": 1812, "publicity_events": 33}
    assert found("twin_returns", changed(at(values) | at(values, township="第9镇"))) == {}
    assert T in found(
        "twin_returns",
        changed(at(values | {"people_served": 655}) | at(values | {"people_served": 655}, township="第9镇")),
    )
