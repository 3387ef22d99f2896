"""All rules, in the order in which equally strong findings are listed."""

from __future__ import annotations

from analytics.checks.gaps import (
    awareness_of_officials,
    demonstration_sites,
    enforcement_capacity,
    institutions,
    litigation_pressure,
    new_problems,
    openness,
    public_awareness,
    publicity_innovation,
    publicity_reach,
    resources,
    responsibility,
    rule_of_law_staff,
)
from analytics.checks.questions import (
    constant_ratio,
    copied_from_last_year,
    copied_text,
    exceeds_bounds,
    jump,
    narrative_disagrees,
    part_exceeds_whole,
    placeholder,
    ratio_implausible,
    round_numbers,
    small_count_change,
    twin_returns,
    year_mismatch,
)
from analytics.checks.rule import Rule

GAP_RULES: tuple[Rule, ...] = (
    publicity_innovation.RULE,
    publicity_reach.RULE,
    awareness_of_officials.RULE,
    public_awareness.RULE,
    enforcement_capacity.RULE,
    rule_of_law_staff.RULE,
    resources.RULE,
    institutions.RULE,
    demonstration_sites.RULE,
    new_problems.RULE,
    responsibility.RULE,
    openness.RULE,
    litigation_pressure.RULE,
)

QUESTION_RULES: tuple[Rule, ...] = (
    exceeds_bounds.RULE,
    part_exceeds_whole.RULE,
    ratio_implausible.RULE,
    copied_from_last_year.RULE,
    twin_returns.RULE,
    narrative_disagrees.RULE,
    copied_text.RULE,
    constant_ratio.RULE,
    jump.RULE,
    round_numbers.RULE,
    year_mismatch.RULE,
    placeholder.RULE,
)

RULES: dict[str, Rule] = {rule.id: rule for rule in (*GAP_RULES, *QUESTION_RULES)}
"""Every rule by id."""

NOTES: tuple[str, ...] = (small_count_change.ID,)
"""Judgements that are printed beside a figure and ask nothing of anyone, so that they are no rules to set or to try."""
