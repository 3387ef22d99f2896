"""法治示范创建滞后: no rule-of-law culture site, or none added for years."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import unchanged, zero
from analytics.checks.gaps.reasons import Condition, either, gap_findings
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.model import Finding
from analytics.text import say

ID = "demonstration_sites"
YEARS = Threshold("unchanged_years", 3, "阵地建设有周期，连续三年没有新增才算滞后", "规则约定：连续 3 年")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议结合村（社区）实际新建或提升法治文化阵地，培育民主法治示范村（社区）。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:
    """One condition: none, or the same number for years."""
    return either(
        zero(county, year, "culture_sites"),
        unchanged(county, year, "culture_sites", int(settings["unchanged_years"])),
    )


RULE = Rule(
    ID, "gap", say("法治示范创建滞后"), check, (YEARS,), theme=ID, condition=say("法治文化阵地为 0，或连续三年不变。")
)
