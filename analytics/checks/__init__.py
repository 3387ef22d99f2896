"""Rules as pure functions from frames to findings: questions doubt a figure, gaps say the work falls short."""

from analytics.checks.as_json import finding_as_json
from analytics.checks.county import County
from analytics.checks.crosscheck import OUTCOMES, Crossed, Outcome, tally
from analytics.checks.explaining import Said, explained, left_to_explain, set_aside
from analytics.checks.find import (
    counts_by_rule,
    cross_check,
    cross_check_beside,
    find_gaps,
    find_questions,
    find_silent,
    resolved_gaps,
    same_number,
)
from analytics.checks.in_force import AS_SHIPPED, RulesInForce
from analytics.checks.registry import GAP_RULES, QUESTION_RULES, RULES
from analytics.checks.rule import Rule, Silent, Threshold

__all__ = [
    "AS_SHIPPED",
    "GAP_RULES",
    "OUTCOMES",
    "QUESTION_RULES",
    "RULES",
    "County",
    "Crossed",
    "Outcome",
    "Rule",
    "RulesInForce",
    "Said",
    "Silent",
    "Threshold",
    "counts_by_rule",
    "cross_check",
    "cross_check_beside",
    "explained",
    "find_gaps",
    "find_questions",
    "find_silent",
    "finding_as_json",
    "left_to_explain",
    "resolved_gaps",
    "same_number",
    "set_aside",
    "tally",
]
