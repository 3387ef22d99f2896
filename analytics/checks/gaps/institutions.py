"""制度机制不健全: contracts and documents are made, and none of them was reviewed for legality."""

from __future__ import annotations

from analytics.checks.county import County
from analytics.checks.gaps.conditions import unit_of
from analytics.checks.gaps.reasons import Condition, Reason, figures_of, gap_findings, is_zero, where
from analytics.checks.rule import Rule, Settings
from analytics.checks.words import figure_of, joined, name_of
from analytics.model import Finding
from analytics.text import say

ID = "institutions"
MADE = ("contract_reviews", "normative_documents")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Findings of the theme for one year."""
    suggestion = say("建议健全重大决策、合同和规范性文件合法性审查机制，做到应审尽审并留存审查记录。")
    return gap_findings(county, year, ID, conditions(county, year, settings), suggestion)


def conditions(county: County, year: int, settings: Settings) -> list[Condition]:  # noqa: ARG001
    """No legality review, while there was something to review."""
    made = [county.amounts(i, year) for i in MADE]
    some = (made[0].low > 0) | (made[1].low > 0)
    found = {}
    for t in where(is_zero(county.amounts("legal_reviews", year)) & some):
        there = [i for i, a in zip(MADE, made, strict=True) if a.low[t] > 0]
        clauses = [
            say(
                "{name} {count} {unit}",
                name=name_of(county.catalogue, i),
                count=figure_of(county, t, year, i),
                unit=unit_of(county, i),
            )
            for i in there
        ]
        clause = say("{made}，而重大决策合法性审查为 0", made=joined(clauses))
        found[t] = Reason(clause, figures_of(county, t, year, ("legal_reviews", *there)), 1)
    return [found]


RULE = Rule(
    ID, "gap", say("制度机制不健全"), check, theme=ID, condition=say("有合同审查或规范性文件，而合法性审查为 0。")
)
