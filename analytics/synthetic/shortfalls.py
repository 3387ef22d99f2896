"""Shortfalls in the work, one at a time, planted in a clean county to see whether the theme meant for them shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from analytics.synthetic.clean import AT, Simulated
from analytics.synthetic.faults import Fault, Planting, exact, put
from analytics.synthetic.roles import INNOVATIVE, SESSIONS, STUDY


def _set(values: Mapping[str, float], before: Mapping[str, float] | None = None) -> Planting:
    """Figures of the newest year, and of the one before, as they are given."""

    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        for indicator, value in values.items():
            put(made, t, indicator, value)
        for indicator, value in (before or {}).items():
            put(made, t, indicator, value, 1)
        return tuple(values)

    return plant


def _times(factors: Mapping[str, float]) -> Planting:
    """Figures as a multiple of last year's."""

    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        last = exact(made, t, 1)
        if any(np.isnan(last[AT[i]]) for i in factors):
            return None
        for indicator, factor in factors.items():
            put(made, t, indicator, float(np.rint(last[AT[indicator]] * factor)))
        return tuple(factors)

    return plant


def _per_village(indicators: Sequence[str], each: float) -> Planting:
    """Figures that together make ``each`` per village."""

    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        villages = made.roster.townships[t].villages or 0
        share = np.floor(villages * each / len(indicators))
        for indicator in indicators:
            put(made, t, indicator, float(share))
        return tuple(indicators)

    return plant


def _still(indicator: str, years: int) -> Planting:
    """The same figure for years."""

    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        for back in range(years):
            put(made, t, indicator, 3.0, back)
        return (indicator,)

    return plant


def _none(*indicators: str) -> Planting:
    return _set(dict.fromkeys(indicators, 0.0))


SHORTFALLS: Sequence[Fault] = (
    Fault("publicity_innovation", "no new form at all", _none(*INNOVATIVE)),
    Fault("publicity_innovation", "new forms a third of last year's", _times(dict.fromkeys(INNOVATIVE, 0.34))),
    Fault("publicity_reach", "people reached 70 % of last year's", _times({"people_reached": 0.7})),
    Fault("publicity_reach", "people reached 40 % of last year's", _times({"people_reached": 0.4})),
    Fault("publicity_reach", "0.8 sessions per village", _per_village(SESSIONS, 0.8)),
    Fault("publicity_reach", "no school event", _none("school_events")),
    Fault("awareness_of_officials", "3 study sessions", _set(dict.fromkeys(STUDY, 0.0) | {"collective_study": 3.0})),
    Fault("awareness_of_officials", "study half of last year's", _times(dict.fromkeys(STUDY, 0.5))),
    Fault("awareness_of_officials", "97 % passed", _set({"law_exam_pass_rate": 97.0})),
    Fault("awareness_of_officials", "no hearing attended", _none("court_hearings_attended")),
    Fault("public_awareness", "advice −10 %, disputes +10 %", _times({"people_served": 0.9, "disputes_screened": 1.1})),
    Fault("public_awareness", "advice −30 %, disputes +30 %", _times({"people_served": 0.7, "disputes_screened": 1.3})),
    Fault("enforcement_capacity", "one officer fewer", _set({"certified_officers": 5.0}, {"certified_officers": 6.0})),
    Fault("enforcement_capacity", "no training", _none("enforcement_trainings")),
    Fault("rule_of_law_staff", "2.9 per village", _per_village(("law_savvy_persons",), 2.9)),
    Fault("rule_of_law_staff", "no training", _none("backbone_trainings")),
    Fault("resources", "funds −25 %", _times({"funds_invested": 0.75})),
    Fault("resources", "funds −31 %", _times({"funds_invested": 0.69})),
    Fault("institutions", "no legality review", _none("legal_reviews")),
    Fault("demonstration_sites", "no site", _none("culture_sites")),
    Fault("demonstration_sites", "the same for three years", _still("culture_sites", 3)),
    Fault("new_problems", "no seminar", _none("seminars")),
    Fault("new_problems", "no issue resolved", _none("issues_resolved")),
    Fault("responsibility", "no meeting", _none("leadership_meetings")),
    Fault("responsibility", "leaders' study 3 after 5", _set({"leader_study": 3.0}, {"leader_study": 5.0})),
    Fault("openness", "information −31 %", _times({"info_disclosed": 0.69})),
    Fault("openness", "none disclosed", _none("info_disclosed")),
    Fault("litigation_pressure", "one case lost", _set({"lost_cases": 1.0})),
    Fault("litigation_pressure", "an empty chair", _set({"litigation_cases": 3.0, "head_court_appearances": 2.0})),
    Fault("litigation_pressure", "petitions × 2", _times({"petitions_handled": 2.0})),
)
"""Every shortfall in the work, in the order of themes and sizes."""
