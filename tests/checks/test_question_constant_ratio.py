from tests.checks.counties import at, changed, found

T = "第5镇"


SAME = {"publicity_events": 33, "village_talks": 47, "people_served": 640}


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


def test_small_counts_have_few_ratios_they_can_take():
    last = {"collective_study": 20, "publicity_events": 40, "village_talks": 60}
    this = {i: v * 1.05 for i, v in last.items()}
    assert found("constant_ratio", changed(at(this) | at(last, 2024))) == {}


def test_a_part_that_follows_its_whole_is_no_second_coincidence():
    last = {"leaflets": 10000, "school_leaflets": 2000, "people_served": 997}
    this = {"leaflets": 11000, "school_leaflets": 2200, "people_served": 1097}
    assert found("constant_ratio", changed(at(this) | at(last, 2024))) == {}
