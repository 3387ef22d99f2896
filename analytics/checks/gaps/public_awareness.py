"""群众法治意识薄弱: fewer people ask for advice while more disputes arise."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.gaps.reasons import (
    Condition,
    Reason,
    both_years,
    falls,
    gap_findings,
    rises,
    where,
)
from analytics.checks.ratios import ratio
from analytics.checks.rule import Rule, Settings
from analytics.checks.words import ratio_shown, shown
from analytics.model import Finding
from analytics.text import say

ID = "public_awareness"


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议结合本地多发纠纷开展针对性普法，公布法律咨询渠道，引导群众依法表达诉求、解决纠纷。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:  # noqa: ARG001
    """Consultations per 1,000 residents down and disputes up; counts where no residents are held."""
    served, served_last = county.amounts("people_served", year), county.amounts("people_served", year - 1)
    disputes, disputes_last = county.amounts("disputes_screened", year), county.amounts("disputes_screened", year - 1)
    (people, counted), (people_last, counted_last) = county.residents(year), county.residents(year - 1)
    per, per_last = ratio(served, people, 1000), ratio(served_last, people_last, 1000)
    fewer = np.where(np.isnan(people), falls(served, served_last), falls(per, per_last))
    found = {}
    for t in where(fewer & rises(disputes, disputes_last)):
        grown = {"was": shown(disputes_last, t), "now": shown(disputes, t)}
        if np.isnan(people[t]):
            clause = say(
                "法律咨询由 {before} 人次降至 {after} 人次（人口数缺失，按次数比较），而排查矛盾纠纷由 {was} 件升至 {now} 件",
                before=shown(served_last, t),
                after=shown(served, t),
                **grown,
            )
        else:
            clause = say(
                "每千人法律咨询由 {before} 人次降至 {after} 人次，而排查矛盾纠纷由 {was} 件升至 {now} 件",
                before=ratio_shown(per_last.value[t], served_last, t=t, beside=float(per.value[t])),
                after=ratio_shown(per.value[t], served, t=t, beside=float(per_last.value[t])),
                **grown,
            )
            if (counted_last[t], counted[t]) != (year - 1, year):
                clause = say(
                    "{clause}（按 {first}、{second} 年人口数）", clause=clause, first=counted_last[t], second=counted[t]
                )
        found[t] = Reason(clause, both_years(county, t, year, ("people_served", "disputes_screened")), 2)
    return [found]


RULE = Rule(
    ID, "gap", say("群众法治意识薄弱"), check, theme=ID, condition=say("每千人法律咨询人次下降，而排查矛盾纠纷上升。")
)
