"""执法力量与能力不足: no or fewer certified officers, no training."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import fallen, zero
from analytics.checks.gaps.reasons import Condition, either, gap_findings
from analytics.checks.rule import Rule, Settings
from analytics.model import Finding
from analytics.text import say

ID = "enforcement_capacity"


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议补充持证执法人员，组织符合条件的人员参加执法资格考试，每年开展执法业务培训。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:  # noqa: ARG001
    """Officers gone or fewer; no training."""
    officers = either(zero(county, year, "certified_officers"), fallen(county, year, "certified_officers"))
    return [*officers, zero(county, year, "enforcement_trainings")]


RULE = Rule(
    ID, "gap", say("执法力量与能力不足"), check, theme=ID, condition=say("持证执法人员为 0 或减少；执法培训为 0。")
)
