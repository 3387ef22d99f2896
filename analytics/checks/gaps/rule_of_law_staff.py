"""法治人才队伍不足: fewer law-savvy persons than the villages need, no training for those who spread the law."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.gaps.conditions import zero
from analytics.checks.gaps.reasons import Condition, Reason, figures_of, gap_findings, where
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import shown
from analytics.model import Finding
from analytics.text import say

ID = "rule_of_law_staff"
PER_VILLAGE = Threshold(
    "per_village",
    3,
    "每个行政村至少培养 3 名“法律明白人”",
    "中央宣传部、司法部等《乡村“法律明白人”培养工作规范（试行）》",
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议按村补足“法律明白人”，定期举办普法骨干培训班，建立培养和使用台账。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """Too few per village, where the number of villages is held; no training."""
    persons = county.amounts("law_savvy_persons", year)
    per = settings["per_village"]
    found = {}
    with np.errstate(invalid="ignore"):
        short = persons.high < county.villages * per
    for t in where(short):
        clause = say(
            "法律明白人 {persons} 人，{villages} 个村（社区）平均每村不足 {per} 人",
            persons=shown(persons, t),
            villages=int(county.villages[t]),
            per=f"{per:g}",
        )
        found[t] = Reason(clause, figures_of(county, t, year, ("law_savvy_persons",)), 1)
    return [found, zero(county, year, "backbone_trainings")]


RULE = Rule(
    ID,
    "gap",
    say("法治人才队伍不足"),
    check,
    (PER_VILLAGE,),
    theme=ID,
    condition=say("每村“法律明白人”不足 3 人（持有村数时）；普法骨干培训为 0。"),
)
