"""责任落实不到位: the chief officials hardly meet on, or study, the rule of law."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import below_and_falling, zero
from analytics.checks.gaps.reasons import Condition, either, gap_findings
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.model import Finding
from analytics.text import say

ID = "responsibility"
YEARLY = Threshold(
    "yearly",
    4,
    "第一责任人职责要求定期研究法治建设，按每季度一次计全年不少于 4 次",
    "《党政主要负责人履行推进法治建设第一责任人职责规定》；次数按每季度一次约定",
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say(
        "建议党政主要负责人认真履行第一责任人职责，每季度至少专题研究一次法治建设，带头学法并纳入年度述法。"
    )
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """One condition for meetings, one for the chief officials' own study: none, or few and falling."""
    return [
        condition
        for indicator in ("leadership_meetings", "leader_study")
        for condition in either(
            zero(county, year, indicator), below_and_falling(county, year, indicator, settings["yearly"])
        )
    ]


RULE = Rule(
    ID,
    "gap",
    say("责任落实不到位"),
    check,
    (YEARLY,),
    theme=ID,
    condition=say("法治建设专题会议或党政主要负责人带头学法为 0，或少于 4 次且下降。"),
)
