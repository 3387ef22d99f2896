"""新情况新问题应对研究不足: no seminar held, no issue studied and resolved."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import zero
from analytics.checks.gaps.reasons import Condition, gap_findings
from analytics.checks.rule import Rule, Settings
from analytics.model import Finding
from analytics.text import say

ID = "new_problems"


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议围绕基层治理中的新情况、新问题组织专题研讨，建立问题清单并逐项研究解决。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:  # noqa: ARG001
    """Two conditions: no seminar, no issue resolved."""
    return [zero(county, year, "seminars"), zero(county, year, "issues_resolved")]


RULE = Rule(
    ID, "gap", say("新情况新问题应对研究不足"), check, theme=ID, condition=say("专题研讨为 0；研究解决问题为 0。")
)
