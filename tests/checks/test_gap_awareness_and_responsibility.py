import pytest

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


def test_the_quiet_county_shows_neither_theme():
    assert found("awareness_of_officials", changed({})) == {}
    assert found("responsibility", changed({})) == {}


@pytest.mark.parametrize("indicator", ["leadership_meetings", "leader_study"])
def test_none_or_few_and_falling_is_a_lack_of_responsibility(indicator):
    at = ("第5镇", 2025, indicator)
    none = found("responsibility", changed({at: 0}))["第5镇"]
    assert none.sentence.zh.endswith("为 0。")
    few = found("responsibility", changed({at: 3}))["第5镇"]
    assert "3 次，少于 4 次，且低于上年的" in few.sentence.zh
    assert [e.year for e in few.evidence] == [2025, 2024]
    assert "第5镇" not in found("responsibility", changed({at: 3, ("第5镇", 2024, indicator): 3}))
    assert "第5镇" not in found("responsibility", changed({at: 4}))
    assert "第5镇" not in found("responsibility", changed({at: None}))
    assert "第5镇" not in found("responsibility", changed({at: "≥3"}))


def test_both_indicators_together_are_stronger():
    values = {("第5镇", 2025, "leadership_meetings"): 0, ("第5镇", 2025, "leader_study"): 0}
    finding = found("responsibility", changed(values))["第5镇"]
    assert (finding.strength, finding.severity) == (2, "medium")
