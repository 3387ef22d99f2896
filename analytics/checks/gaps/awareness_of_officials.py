"""干部法治意识、学法不足: little study, exams not passed by all, no court hearing attended."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import zero
from analytics.checks.gaps.reasons import (
    PEERS,
    Condition,
    Reason,
    both_years,
    either,
    falls,
    figures_of,
    gap_findings,
    silences,
    too_few,
    where,
)
from analytics.checks.ratios import Ratio
from analytics.checks.rule import Rule, Settings, Silent, Threshold
from analytics.checks.words import joined, name_of, shown
from analytics.model import Finding
from analytics.text import say

ID = "awareness_of_officials"
STUDY = Threshold(
    "study_sessions",
    4,
    "党委（党组）理论学习中心组和干部集体学法每季度不少于一次，全年不少于 4 次",
    "规则约定：每季度一次",
)
RATES = ("law_exam_study_rate", "law_exam_attendance_rate", "law_exam_pass_rate")
FULL = Threshold("exam_rate", 100, "学法考试要求应学尽学、应考尽考，低于 100% 即有缺额", "规则约定：低于 100%")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议制定全年学法计划，每季度至少组织一次集体学法，补齐学法考试缺额，并组织干部旁听庭审。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """What was not judged for want of peers."""
    return silences(conditions(county, year, settings))


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """The three conditions of the theme; too little study can show in two ways and counts once."""
    return [
        *either(_under_norm(county, year, settings), _low_and_falling(county, year, settings)),
        _exam_not_full(county, year, settings),
        zero(county, year, "court_hearings_attended"),
    ]


def _under_norm(county: County, year: int, settings: Settings) -> Condition:
    ids = county.headline("study_sessions")
    sessions = county.sum(ids, year)
    norm = int(settings["study_sessions"])
    return {
        t: Reason(
            say("全年学法 {sessions} 场次，少于 {norm} 场次", sessions=shown(sessions, t), norm=norm),
            figures_of(county, t, year, ids),
            1,
        )
        for t in where(sessions.high < norm)
    }


def _low_and_falling(county: County, year: int, settings: Settings) -> Condition:
    ids = county.headline("study_sessions")
    sessions = county.sum(ids, year)
    level = Ratio(sessions.value, sessions.low, sessions.high)
    few = too_few(ID, year, say("学法场次"), level.n, settings)
    if few:
        return few
    this, last = county.alike(ids, year)
    found = {}
    for t in where(level.lowest() & falls(this, last)):
        clause = say(
            "学法 {sessions} 场次，处于 {n} 个已报乡镇的最低四分之一，并低于上年（同口径由 {before} 场次降至 {now} 场次）",
            sessions=shown(sessions, t),
            n=level.n,
            before=shown(last, t),
            now=shown(this, t),
        )
        found[t] = Reason(clause, both_years(county, t, year, ids), level.n)
    return found


def _exam_not_full(county: County, year: int, settings: Settings) -> Condition:
    full = settings["exam_rate"]
    rates = [(i, county.amounts(i, year)) for i in RATES]
    low = {i: a.high < full for i, a in rates}
    found = {}
    for t in sorted({t for mask in low.values() for t in where(mask)}):
        short = [(i, a) for i, a in rates if low[i][t]]
        clause = joined(
            [say("{name}为 {rate}%", name=name_of(county.catalogue, i), rate=shown(a, t)) for i, a in short]
        )
        clause = say("{rates}，未达到 {full}%", rates=clause, full=f"{full:g}")
        found[t] = Reason(clause, figures_of(county, t, year, [i for i, _ in short]), 1)
    return found


RULE = Rule(
    ID,
    "gap",
    say("干部法治意识、学法不足"),
    check,
    (PEERS, STUDY, FULL),
    theme=ID,
    silent=silent,
    condition=say("全年学法场次低于每季度一次，或在最低四分之一且下降；学法考试比率低于 100%；旁听庭审为 0。"),
)
