"""涉诉涉访压力大: many and more cases for each resident, cases lost, chief officials absent from court."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import unit_of
from analytics.checks.gaps.reasons import (
    PEERS,
    Condition,
    Reason,
    both_years,
    figures_of,
    gap_findings,
    rises,
    silences,
    too_few,
    where,
)
from analytics.checks.ratios import ratio
from analytics.checks.rule import Rule, Settings, Silent
from analytics.checks.words import name_of, ratio_shown, shown
from analytics.model import Finding
from analytics.text import say

ID = "litigation_pressure"
CASES = ("petitions_handled", "litigation_cases", "reconsideration_cases")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议逐案分析涉诉涉访原因，加强源头化解和执法规范，落实行政机关负责人出庭应诉制度。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """What was not judged for want of peers."""
    return silences(conditions(county, year, settings))


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """The three conditions of the theme."""
    return [_many_and_rising(county, year, settings), _lost(county, year), _not_in_court(county, year)]


def _many_and_rising(county: County, year: int, settings: Settings) -> Condition:
    (people, counted), (people_last, _) = county.residents(year), county.residents(year - 1)
    cases = county.sum(CASES, year)
    per = ratio(cases, people, 1000)
    few = too_few(ID, year, say("每千人涉诉涉访案件"), per.n, settings)
    if few:
        return few
    this, last = county.alike(CASES, year)
    now, before = ratio(this, people, 1000), ratio(last, people_last, 1000)
    found = {}
    for t in where(per.highest() & rises(now, before)):
        clause = say(
            "每千人涉诉涉访案件 {per} 件，处于 {n} 个已报乡镇的最高四分之一，并高于上年（同口径由 {before} 件升至 {now} 件）",
            per=ratio_shown(per.value[t], cases, t=t),
            n=per.n,
            before=ratio_shown(before.value[t], last, t=t, beside=float(now.value[t])),
            now=ratio_shown(now.value[t], this, t=t, beside=float(before.value[t])),
        )
        if counted[t] != year:
            clause = say("{clause}（按 {population_year} 年人口数）", clause=clause, population_year=int(counted[t]))
        found[t] = Reason(clause, both_years(county, t, year, CASES), per.n)
    return found


def _lost(county: County, year: int) -> Condition:
    lost = county.amounts("lost_cases", year)
    return {
        t: Reason(
            say(
                "{name} {count} {unit}",
                name=name_of(county.catalogue, "lost_cases"),
                count=shown(lost, t),
                unit=unit_of(county, "lost_cases"),
            ),
            figures_of(county, t, year, ("lost_cases",)),
            1,
        )
        for t in where(lost.low > 0)
    }


def _not_in_court(county: County, year: int) -> Condition:
    ids = ("head_court_appearances", "litigation_cases")
    appeared, cases = (county.amounts(i, year) for i in ids)
    return {
        t: Reason(
            say(
                "负责人出庭应诉 {appeared} 次，少于行政诉讼案件 {cases} 件",
                appeared=shown(appeared, t),
                cases=shown(cases, t),
            ),
            figures_of(county, t, year, ids),
            1,
        )
        for t in where(appeared.high < cases.low)
    }


RULE = Rule(
    ID,
    "gap",
    say("涉诉涉访压力大"),
    check,
    (PEERS,),
    theme=ID,
    silent=silent,
    condition=say("每千人信访、诉讼、复议案件在最高四分之一且上升；有败诉（纠错）案件；负责人出庭应诉少于诉讼案件。"),
)
