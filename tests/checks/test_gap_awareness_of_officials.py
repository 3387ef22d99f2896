from analytics.checks import RULES
from tests.checks.counties import changed, found

STUDY = ("central_group_study", "collective_study", "seminars", "backbone_trainings")


def study(*counts, year=2025):
    return {("第5镇", year, i): c for i, c in zip(STUDY, counts, strict=True)}


def test_fewer_than_four_study_sessions_a_year():
    finding = found("awareness_of_officials", changed(study(1, 1, 1, 0)))["第5镇"]
    assert "全年学法 3 场次，少于 4 场次" in finding.sentence.zh
    # under the norm, and also low and falling: one condition, counted once
    assert finding.strength == 1


def test_sessions_not_reported_may_make_up_the_norm():
    assert "第5镇" not in found("awareness_of_officials", changed(study(1, 1, 1, None)))
    assert "第5镇" not in found("awareness_of_officials", changed(study("≥1", 1, 1, 0)))


def test_study_among_the_lowest_and_falling():
    finding = found("awareness_of_officials", changed(study(4, 6, 2, 1)))["第5镇"]
    assert "最低四分之一，并低于上年（同口径由" in finding.sentence.zh
    assert finding.n == 12
    assert "第5镇" not in found("awareness_of_officials", changed(study(4, 6, 2, 1) | study(4, 5, 2, 1, year=2024)))


def test_an_exam_not_all_passed_and_no_hearing_attended_make_two_conditions():
    values = {("第5镇", 2025, "law_exam_pass_rate"): 97.5, ("第5镇", 2025, "court_hearings_attended"): 0}
    finding = found("awareness_of_officials", changed(values))["第5镇"]
    assert finding.sentence.zh == "第5镇2025年学法考试合格率为 97.5%，未达到 100%；旁听庭审为 0。"
    assert (finding.strength, finding.severity) == (2, "medium")
    assert finding.indicators == ("law_exam_pass_rate", "court_hearings_attended")


def test_the_quiet_county_shows_no_such_theme():
    assert found("awareness_of_officials", changed({})) == {}


def test_no_hearing_reported_is_not_none_attended():
    for hearings in (None, "n/a"):
        assert "第5镇" not in found(
            "awareness_of_officials", changed({("第5镇", 2025, "court_hearings_attended"): hearings})
        )


def test_with_fewer_than_eight_townships_the_quarter_is_silent_and_the_norm_is_not():
    rule = RULES["awareness_of_officials"]
    small = changed(study(1, 1, 1, 0), n=7)
    assert "第5镇" in found(rule.id, small)
    assert [s.reason.zh for s in rule.silent(small, 2025, rule.settings())] == [
        "2025年学法场次只有 7 个乡镇可比，少于 8 个，不作判断"
    ]
    assert "第5镇" not in found(rule.id, changed(study(4, 6, 2, 1), n=7))
