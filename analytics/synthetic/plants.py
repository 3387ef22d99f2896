"""Planted gaps and questions: which township plays which role, and what that does to its values.

A role changes values and says so in the key. Every township plays one role, so that each finding has one cause.
"""

from __future__ import annotations

from collections.abc import Callable

from analytics.synthetic import gap_roles, question_roles
from analytics.synthetic.roles import Key, Place
from analytics.synthetic.values import County

ROLES: tuple[Callable[[Place], None], ...] = (
    question_roles.copied,
    question_roles.jump,
    gap_roles.little_study,
    gap_roles.no_innovation,
    gap_roles.no_meeting,
    gap_roles.few_people_reached,
    gap_roles.exam_not_full,
    gap_roles.innovation_shrinking,
    gap_roles.leaders_study_less,
    gap_roles.no_school_events,
    gap_roles.no_hearing,
    gap_roles.leaflets_instead_of_people,
    gap_roles.leaders_never_study,
    gap_roles.few_sessions,
    gap_roles.study_falling,
    gap_roles.one_form_only,
    gap_roles.officers_leaving,
    question_roles.same_ratio,
    gap_roles.funds_cut,
    gap_roles.no_review,
    gap_roles.sites_unchanged,
    gap_roles.nothing_new_studied,
    question_roles.round_figures,
    question_roles.part_too_large,
)
"""The roles in the order they are given out: the first township plays the first, the 25th the first again."""

TWINS = (16, 18)
"""The two of every 24 townships that return the same figures, besides their own roles."""


def plant(county: County) -> Key:
    """Gives every township its role, changing ``county`` in place, and returns the key. Needs at least two years."""
    key = Key()
    if len(county.years) < 2:
        return key
    for number, name in enumerate(county.names):
        ROLES[number % len(ROLES)](Place(county, name, key))
    # In every block of 24 one township also loses a case and two are twins, beside the roles they have.
    for start in range(0, len(county.names) - TWINS[1], len(ROLES)):
        gap_roles.lawsuits(Place(county, county.names[start + 10], key))
        question_roles.twin(Place(county, county.names[start + TWINS[0]], key), county.names[start + TWINS[1]])
    return key
