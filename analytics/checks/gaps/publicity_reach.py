"""普法覆盖面窄、实效不高: few people reached, few sessions in villages, nothing in schools."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.gaps.conditions import lowest_among_peers, zero
from analytics.checks.gaps.reasons import (
    PEERS,
    Condition,
    Reason,
    figures_of,
    gap_findings,
    silences,
    where,
)
from analytics.checks.ratios import ratio
from analytics.checks.rule import Rule, Settings, Silent, Threshold
from analytics.checks.words import ratio_shown, shown
from analytics.model import Finding
from analytics.text import say

ID = "publicity_reach"
PER_VILLAGE = Threshold(
    "sessions_per_village", 1, "每个村（社区）全年平均轮不到一场，普法必有空白点", "规则约定：村均普法场次偏低"
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议对照村（社区）和学校清单查找普法空白点，增加进村、进校场次，并按活动登记受教育人次。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def silent(county: County, year: int, settings: Settings) -> list[Silent]:
    """What was not judged for want of peers."""
    return silences(conditions(county, year, settings))


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """The three conditions of the theme; per head only where residents, per village only where villages are held."""
    people, counted = county.residents(year)
    reached_ids = county.headline("people_reached")
    reached = county.sum(reached_ids, year)
    return [
        lowest_among_peers(
            county,
            year,
            ID,
            settings,
            ratio(reached, people, 1000),
            (reached,),
            say("每千人受教育人次"),
            reached_ids,
            note=counted,
        ),
        _few_for_the_villages(county, year, settings),
        zero(county, year, "school_events"),
    ]


def _few_for_the_villages(county: County, year: int, settings: Settings) -> Condition:
    ids, per = county.headline("publicity_sessions"), settings["sessions_per_village"]
    sessions = county.sum(ids, year)
    found = {}
    with np.errstate(invalid="ignore"):
        few = sessions.high < county.villages * per
    for t in where(few):
        clause = say(
            "全年普法 {sessions} 场次，{villages} 个村（社区）平均每村 {each} 场次，不足 {per} 场次",
            sessions=shown(sessions, t),
            villages=int(county.villages[t]),
            each=ratio_shown(sessions.value[t] / county.villages[t], sessions, t=t),
            per=f"{per:g}",
        )
        found[t] = Reason(clause, figures_of(county, t, year, ids), 1)
    return found


RULE = Rule(
    ID,
    "gap",
    say("普法覆盖面窄、实效不高"),
    check,
    (PEERS, PER_VILLAGE),
    theme=ID,
    silent=silent,
    condition=say("每千人受教育人次在最低四分之一；平均每村（社区）普法场次偏低；法治进校园为 0。"),
)
