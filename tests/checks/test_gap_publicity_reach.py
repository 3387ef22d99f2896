from analytics.catalogue import Roster, Township
from analytics.checks import RULES
from tests.checks.counties import changed, county, found, names, quiet

RULE = "publicity_reach"


def test_the_lowest_quarter_by_people_reached_is_flagged_by_definition():
    findings = found(RULE, changed({}))
    assert len(findings) == 3
    assert {(f.strength, f.severity, f.n) for f in findings.values()} == {(1, "low", 12)}


def test_the_figure_is_per_thousand_residents():
    finding = found(RULE, changed({("第5镇", 2025, "people_reached"): 1234}))["第5镇"]
    assert finding.sentence.zh == "第5镇2025年每千人受教育人次为 123.4，处于 12 个已报乡镇的最低四分之一。"
    assert finding.sentence.en == (
        "第5镇, 2025: people reached per 1,000 residents: 123.4, in the lowest quarter of the 12 townships that reported."
    )


def test_an_approximate_figure_is_marked_and_a_lower_bound_is_not_judged():
    assert "≈123.4" in found(RULE, changed({("第5镇", 2025, "people_reached"): "≈1234"}))["第5镇"].sentence.zh
    assert "第5镇" not in found(RULE, changed({("第5镇", 2025, "people_reached"): "≥1234"}))


def test_another_population_year_is_named_and_without_population_all_is_silent():
    values = quiet() | {("第5镇", 2025, "people_reached"): 1234}
    older = Roster(tuple(Township(str(k), n, villages=12, population={2022: 10000}) for k, n in enumerate(names(12))))
    assert "（按 2022 年人口数）" in found(RULE, county(values, older))["第5镇"].sentence.zh
    unknown = county(values, Roster(tuple(Township(str(k), n) for k, n in enumerate(names(12)))))
    assert found(RULE, unknown) == {}
    assert [s.reason.zh for s in RULES[RULE].silent(unknown, 2025, RULES[RULE].settings())] == [
        "2025年每千人受教育人次只有 0 个乡镇可比，少于 8 个，不作判断"
    ]


def test_no_school_event_is_a_gap_even_in_a_small_county_but_a_missing_one_is_not():
    finding = found(RULE, changed({("第2镇", 2025, "school_events"): 0}, n=3))["第2镇"]
    assert finding.sentence.zh == "第2镇2025年法治进校园活动为 0。"
    assert finding.n == 1
    assert found(RULE, changed({("第2镇", 2025, "school_events"): None}, n=3)) == {}


def test_less_than_a_session_for_each_village():
    few = {("第2镇", 2025, i): v for i, v in (("publicity_events", 4), ("village_talks", 3), ("school_events", 1))}
    finding = found(RULE, changed(few, n=3))["第2镇"]
    assert finding.sentence.zh == "第2镇2025年全年普法 8 场次，12 个村（社区）平均每村 0.67 场次，不足 1 场次。"
    # a part that was not reported may make up for it
    assert found(RULE, changed(few | {("第2镇", 2025, "village_talks"): None}, n=3)) == {}
