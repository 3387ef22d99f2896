"""Roles that fall short in the work: each plants one gap (now and then two) and says so in the key."""

from __future__ import annotations

from analytics.synthetic.roles import INNOVATIVE, SESSIONS, STUDY, Place
from analytics.synthetic.values import RATES


def no_innovation(at: Place) -> None:
    """All innovative activities zero in every year."""
    for year in at.years:
        for indicator in INNOVATIVE:
            at.set(year, indicator, 0)
    at.key.gap("publicity_innovation", at.name, at.years, "创新活动五项全部为 0")


def innovation_shrinking(at: Place) -> None:
    """Share of innovative activities among the lowest and falling in the two newest years."""
    parts = {"new_media_posts": 13, "short_videos": 4, "mock_courts": 2, "law_performances": 2, "case_talks": 5}
    for back, factor in enumerate((0.55, 0.75, 1.0, 0.9)):
        if back < len(at.years):
            for indicator, base in parts.items():
                at.set(at.years[-1 - back], indicator, max(1, round(base * factor)))
            for indicator in SESSIONS:
                at.set(at.years[-1 - back], indicator, at.get(at.years[-1 - back], indicator))
    at.key.gap("publicity_innovation", at.name, at.years[-2:], "创新活动占比处于最低四分之一且低于上年")


def leaflets_instead_of_people(at: Place) -> None:
    """Leaflets per session in the highest quarter while people reached per session falls, in the two newest years."""
    for back, year in enumerate(reversed(at.years)):
        sessions = sum(at.get(at.years[0], indicator) for indicator in SESSIONS)
        for indicator in SESSIONS:
            at.set(year, indicator, at.get(at.years[0], indicator) + (back % 2))
        at.set(year, "leaflets", round(sessions * 640 * (1.04 ** (len(at.years) - back)) + 7))
        at.set(year, "school_leaflets", round(sessions * 151 + 11 * back + 3))
        at.set(year, "people_reached", round(sessions * 208 * (0.76, 0.87, 1.0, 0.97)[min(back, 3)]))
    at.key.gap("publicity_innovation", at.name, at.years[-2:], "场均资料处于最高四分之一，场均受教育人次下降")


def one_form_only(at: Place) -> None:
    """Nearly everything is one form: the effective number of forms is the lowest in every year."""
    rest = {"village_talks": 2, "school_events": 1, "school_law_classes": 1, "short_videos": 1, "mock_courts": 1}
    rest |= {"law_performances": 1, "case_talks": 1, "new_media_posts": 2}
    for order, year in enumerate(at.years):
        at.set(year, "publicity_events", 96 + 3 * order)
        for indicator, base in rest.items():
            at.set(year, indicator, base + (1 if indicator == "new_media_posts" and order % 2 else 0))
    at.key.gap("publicity_innovation", at.name, at.years, "活动形式几乎只有一种，有效形式数处于最低四分之一")


def few_people_reached(at: Place) -> None:
    """People reached per 1,000 residents far below everyone else in every year."""
    for order, year in enumerate(at.years):
        at.set(year, "people_reached", round(at.county.population[at.name, year] * (0.081 + 0.004 * order)))
        at.set(year, "leaflets", round(at.county.population[at.name, year] * (0.157 + 0.005 * order)))
        at.set(year, "school_leaflets", round(at.county.population[at.name, year] * (0.041 + 0.002 * order)))
    at.key.gap("publicity_reach", at.name, at.years, "每千人受教育人次处于最低四分之一")


def no_school_events(at: Place) -> None:
    """No event in schools in the two newest years."""
    for year in at.years[:-2]:
        at.set(year, "school_events", 3)
    for year in at.years[-2:]:
        at.set(year, "school_events", 0)
    at.key.gap("publicity_reach", at.name, at.years[-2:], "法治进校园活动为 0")


def few_sessions(at: Place) -> None:
    """Hardly any session per village, and few people reached, in every year."""
    for order, year in enumerate(at.years):
        for indicator, value in zip(SESSIONS, (4, 3, 1, 1), strict=True):
            at.set(year, indicator, value)
        at.set(year, "people_reached", round(at.county.population[at.name, year] * (0.102 + 0.003 * order)))
        at.set(year, "leaflets", 2140 + 61 * order)
        at.set(year, "school_leaflets", 512 + 17 * order)
    at.key.gap("publicity_reach", at.name, at.years, "村均普法场次低，每千人受教育人次处于最低四分之一")


def little_study(at: Place) -> None:
    """Fewer than four study sessions in every year."""
    for year in at.years:
        for indicator, value in zip(STUDY, (1, 0, 1, 0, 1), strict=True):
            at.set(year, indicator, value)
    at.key.gap("awareness_of_officials", at.name, at.years, "全年学法不足 4 次")


def exam_not_full(at: Place) -> None:
    """Exam rates under 100 % in the three newest years."""
    for year, rates in zip(at.years[-3:], ((98.5, 97.2, 96.4), (97.5, 96.8, 95.5), (98.1, 97.6, 96.2)), strict=False):
        for indicator, value in zip(RATES, rates, strict=True):
            at.set(year, indicator, value)
    at.key.gap("awareness_of_officials", at.name, at.years[-3:], "学法考试率低于 100%")


def no_hearing(at: Place) -> None:
    """No court hearing attended in the year before the newest."""
    for year in at.years:
        at.set(year, "court_hearings_attended", 0 if year == at.years[-2] else 2)
    at.key.gap("awareness_of_officials", at.name, at.years[-2:-1], "旁听庭审为 0")


def study_falling(at: Place) -> None:
    """Study sessions among the lowest and falling in the two newest years."""
    for back, parts in enumerate(((4, 4, 2, 1, 1), (4, 6, 2, 2, 1), (4, 8, 2, 2, 2), (4, 7, 2, 2, 2))):
        if back < len(at.years):
            for indicator, value in zip(STUDY, parts, strict=True):
                at.set(at.years[-1 - back], indicator, value)
    at.key.gap("awareness_of_officials", at.name, at.years[-2:], "学法场次处于最低四分之一且下降")


def no_meeting(at: Place) -> None:
    """No leadership meeting in the newest year."""
    for year in at.years:
        at.set(year, "leadership_meetings", 0 if year == at.last else 4)
    at.key.gap("responsibility", at.name, at.years[-1:], "法治建设专题会议为 0")


def leaders_study_less(at: Place) -> None:
    """Study led by the chief officials below four and falling in the two newest years."""
    for back, value in enumerate((2, 3, 4, 4)):
        if back < len(at.years):
            at.set(at.years[-1 - back], "leader_study", value)
    at.key.gap("responsibility", at.name, at.years[-2:], "党政主要负责人带头学法少于 4 次且下降")


def leaders_never_study(at: Place) -> None:
    """No study led by the chief officials in any year."""
    for year in at.years:
        at.set(year, "leader_study", 0)
    at.key.gap("responsibility", at.name, at.years, "党政主要负责人带头学法为 0")


def officers_leaving(at: Place) -> None:
    """Certified enforcement officers fall in the newest year."""
    for year in at.years:
        at.set(year, "certified_officers", 5 if year == at.last else 7)
    at.key.gap("enforcement_capacity", at.name, at.years[-1:], "持证执法人员减少")


def too_few_law_savvy(at: Place) -> None:
    """Fewer than three law-savvy persons per village in every year."""
    for order, year in enumerate(at.years):
        at.set(year, "law_savvy_persons", int(at.county.villages[at.name] * 1.9) + 2 * order)
    at.key.gap("rule_of_law_staff", at.name, at.years, "法律明白人不足每村 3 名")


def funds_cut(at: Place) -> None:
    """Funds cut by nearly half in the newest year."""
    before = at.get(at.years[-2], "funds_invested")
    at.set(at.years[-2], "funds_invested", before)
    at.set(at.last, "funds_invested", round(before * 0.56, -2))
    at.key.gap("resources", at.name, at.years[-1:], "法治建设经费下降超过三成")


def no_review(at: Place) -> None:
    """No legality review in the two newest years while contracts were reviewed."""
    for year in at.years:
        at.set(year, "legal_reviews", 0 if year in at.years[-2:] else 3)
    at.key.gap("institutions", at.name, at.years[-2:], "有合同和文件而合法性审查为 0")


def sites_unchanged(at: Place) -> None:
    """Culture sites the same in every year."""
    for year in at.years:
        at.set(year, "culture_sites", 3)
    at.key.gap("demonstration_sites", at.name, at.years[2:], "法治文化阵地连续三年不变")


def nothing_new_studied(at: Place) -> None:
    """No seminar in the newest year; information disclosed falls by half."""
    for year in at.years:
        at.set(year, "seminars", 0 if year == at.last else 2)
    before = at.get(at.years[-2], "info_disclosed")
    at.set(at.years[-2], "info_disclosed", before)
    at.set(at.last, "info_disclosed", round(before * 0.52))
    at.key.gap("new_problems", at.name, at.years[-1:], "专题研讨为 0")
    at.key.gap("openness", at.name, at.years[-1:], "主动公开信息下降超过三成")


def lawsuits(at: Place) -> None:
    """A case lost and an empty chair in court in the newest year."""
    for year in at.years:
        at.set(year, "litigation_cases", 4)
        at.set(year, "head_court_appearances", 2 if year == at.last else 4)
        at.set(year, "lost_cases", 1 if year == at.last else 0)
    at.key.gap("litigation_pressure", at.name, at.years[-1:], "有败诉案件，负责人出庭少于诉讼案件")
