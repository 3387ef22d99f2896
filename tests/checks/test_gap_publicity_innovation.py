import math

from analytics.checks import RULES, finding_as_json
from tests.checks.counties import changed, county, found, quiet

RULE = "publicity_innovation"
FIVE = ("new_media_posts", "short_videos", "mock_courts", "law_performances", "case_talks")


def put(value, year=2025, indicators=FIVE, township="第5镇"):
    return {(township, year, i): value for i in indicators}


def test_all_five_at_zero_is_a_gap_with_every_figure_as_evidence():
    finding = found(RULE, changed(put(0)))["第5镇"]
    assert finding.sentence.zh.startswith(
        "第5镇2025年新媒体普法信息、普法短视频、直播、模拟法庭、情景普法、法治文艺演出、以案释法均为 0，普法活动 "
    )
    assert "场次中没有创新形式" in finding.sentence.zh
    assert finding.sentence.en.startswith("第5镇, 2025: New-media law posts, ")
    evidence = {(e.year, e.indicator): e for e in finding.evidence}
    assert all(evidence[2025, i].value == 0 for i in FIVE)
    assert all(evidence[2025, i].file == "第5镇2025.xlsx" and evidence[2025, i].cell for i in FIVE)
    assert "publicity_events" in finding.indicators
    # nothing new, the smallest share and less than last year, the fewest forms
    assert finding.strength == 3
    assert finding.severity == "high"
    assert finding.n == 12


def test_zero_and_missing_are_told_apart():
    some = found(RULE, changed(put(0) | put(None, indicators=FIVE[:2])))["第5镇"]
    assert "均为 0 或未报，普法活动" in some.sentence.zh
    assert "看不到创新形式" in some.sentence.zh, "where something is missing no more is claimed"
    none = found(RULE, changed(put(None)))["第5镇"]
    assert "均未报（未报不等于没有" in none.sentence.zh
    assert "为 0" not in none.sentence.zh
    assert {e.value for e in none.evidence if e.indicator in FIVE} == {None}
    assert none.strength == 1


def test_rows_that_were_never_sent_are_missing_too():
    finding = found(RULE, changed(put("absent")))["第5镇"]
    assert "均未报" in finding.sentence.zh
    assert {e.file for e in finding.evidence if e.indicator in FIVE} == {None}


def test_a_township_without_a_return_is_unreported_and_not_a_gap():
    values = quiet()
    gone = {key: "absent" for key in values if key[:2] == ("第5镇", 2025)}
    assert "第5镇" not in found(RULE, county(values | gone))


def test_a_year_in_which_nobody_was_asked_shows_nothing():
    values = {k: v for k, v in quiet().items() if k[2] not in FIVE or k[1] != 2025}
    assert not any("均未报" in f.sentence.zh for f in found(RULE, county(values)).values())


def test_what_does_not_apply_is_neither_zero_nor_missing():
    assert "第5镇" not in found(RULE, changed(put("n/a")))
    finding = found(RULE, changed(put(0) | put("n/a", indicators=FIVE[:1])))["第5镇"]
    assert "新媒体" not in finding.sentence.zh


def test_a_share_among_the_lowest_that_fell_is_a_gap():
    finding = found(RULE, changed(put(3)))["第5镇"]
    assert "创新普法占全部普法活动的" in finding.sentence.zh
    assert "最低四分之一，并低于上年（同口径由" in finding.sentence.zh
    assert {e.year for e in finding.evidence} == {2024, 2025}


def test_a_share_among_the_lowest_that_did_not_fall_is_none():
    finding = found(RULE, changed(put(3) | put(2, year=2024)))["第5镇"]
    assert "创新普法占" not in finding.sentence.zh


def test_a_bound_that_may_be_high_is_not_called_a_small_share():
    values = put(3) | {("第5镇", 2025, "short_videos"): "≥3"}
    findings = found(RULE, changed(values))
    assert "第5镇" not in findings or "占全部" not in findings["第5镇"].sentence.zh


def test_forms_unchanged_for_three_years():
    forms = ("publicity_events", "village_talks", "school_events", *FIVE)
    counts = dict(zip(forms, (20, 20, 9, 30, 9, 6, 6, 12), strict=True))
    same = {("第5镇", year, form): counts[form] for year in (2023, 2024, 2025) for form in forms}
    finding = found(RULE, changed(same))["第5镇"]
    assert "连续 3 年没有变化" in finding.sentence.zh
    assert finding.strength == 1
    assert not any("连续" in f.sentence.zh for f in found(RULE, changed(same), unchanged_years=4).values())


def test_leaflets_instead_of_people():
    values = {("第5镇", 2025, "leaflets"): 40000, ("第5镇", 2025, "people_reached"): 3000}
    finding = found(RULE, changed(values))["第5镇"]
    assert "平均每场发放资料" in finding.sentence.zh
    assert "最高四分之一，而每场受教育群众由" in finding.sentence.zh
    assert {"leaflets", "people_reached"} <= set(finding.indicators)


def test_with_fewer_than_eight_townships_quarters_are_silent_and_say_why():
    small = changed(put(0), n=7)
    finding = found(RULE, small)["第5镇"]
    assert finding.strength == 1
    assert "四分之一" not in finding.sentence.zh
    reasons = RULES[RULE].silent(small, 2025, RULES[RULE].settings())
    assert [r.reason.zh for r in reasons] == [
        "2025年创新普法占比只有 7 个乡镇可比，少于 8 个，不作判断",
        "2025年普法形式有效种数只有 7 个乡镇可比，少于 8 个，不作判断",
        "2025年平均每场发放资料只有 7 个乡镇可比，少于 8 个，不作判断",
    ]
    assert RULES[RULE].silent(changed({}), 2025, RULES[RULE].settings()) == []


def test_the_first_year_has_no_last_year_to_fall_from():
    assert "占全部" not in found(RULE, changed(put(3, year=2023)), 2023)["第5镇"].sentence.zh


def test_the_json_of_a_gap_has_the_agreed_keys():
    told = finding_as_json(found(RULE, changed(put(0)))["第5镇"])
    assert list(told) == [
        "kind", "rule", "theme", "township", "year", "indicators", "severity", "strength", "n", "shown", "said",
        "evidence", "sentence_zh", "sentence_en", "suggestion_zh", "status",
        "rule_version", "years",
    ]  # fmt: skip
    assert told["evidence"][0] == {
        "township": "第5镇",
        "year": 2025,
        "indicator": told["evidence"][0]["indicator"],
        "value": told["evidence"][0]["value"],
        "qualifier": "exact",
        "file": "第5镇2025.xlsx",
        "sheet": "报表",
        "cell": told["evidence"][0]["cell"],
    }
    assert isinstance(told["evidence"][0]["value"], int)
    assert not any(isinstance(v, float) and math.isnan(v) for v in told.values())
