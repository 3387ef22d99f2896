"""政务公开不足: no information disclosed, or much less than last year."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import fallen, zero
from analytics.checks.gaps.reasons import Condition, either, gap_findings
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.model import Finding
from analytics.text import say

ID = "openness"
FALL = Threshold(
    "fall_percent", 30, "公开条数随工作安排起伏，下降三成以上难以用一般波动解释", "规则约定：下降 30% 及以上"
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议对照政务公开事项目录逐项检查，及时、规范公开信息，丰富公开内容。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """One condition: nothing disclosed, or far less."""
    return either(
        zero(county, year, "info_disclosed"), fallen(county, year, "info_disclosed", settings["fall_percent"])
    )


RULE = Rule(
    ID, "gap", say("政务公开不足"), check, (FALL,), theme=ID, condition=say("主动公开信息为 0，或比上年下降三成以上。")
)
