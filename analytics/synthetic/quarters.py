"""Findings that come about by definition: a rule that needs only the lowest quarter always flags a quarter of the townships."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from analytics.synthetic.roles import INNOVATIVE, SESSIONS
from analytics.synthetic.statements import Statements

Measure = Callable[[str, int], tuple[float, float]]
"""A township's amount in a year: as stated, and the most it can be."""

FEWEST = 8
"""With fewer townships the rules on quarters stay silent."""


def by_quarter(statements: Statements, absent: set[tuple[str, int]]) -> list[dict[str, Any]]:
    """Townships that a rule on the lowest quarter alone flags: theme, township, year, why. ``absent``: no return.

    The quarter is the ⌊n/4⌋ lowest of the n that reported, with ties at its edge. A figure stated as "at least" is
    never called low: it may be any higher.
    """
    county = statements.county

    def stated(name: str, year: int, indicator: str) -> tuple[float, float]:
        given = statements.of(name, year, indicator)
        value = given.value or 0.0
        return value, math.inf if given.qualifier == "at_least" else value

    def per_resident(indicator: str) -> Measure:
        def measure(name: str, year: int) -> tuple[float, float]:
            value, high = stated(name, year, indicator)
            residents = county.population[name, year]
            return value / residents, high / residents

        return measure

    def forms(name: str, year: int) -> tuple[float, float]:
        number = effective([stated(name, year, kind)[0] for kind in (*SESSIONS, *INNOVATIVE)])
        return number, number

    measures: tuple[tuple[str, Measure, str], ...] = (
        ("publicity_reach", per_resident("people_reached"), "每千人受教育人次处于最低四分之一"),
        ("resources", per_resident("funds_invested"), "人均法治经费处于最低四分之一"),
        ("publicity_innovation", forms, "有效形式数处于最低四分之一"),
    )
    found: list[dict[str, Any]] = []
    for year in county.years:
        present = [name for name in county.names if (name, year) not in absent]
        if len(present) < FEWEST:
            continue
        for theme, measure, why in measures:
            amounts = {name: measure(name, year) for name in present}
            edge = sorted(value for value, _ in amounts.values())[len(present) // 4 - 1]
            found += [
                {"theme": theme, "township": name, "year": year, "why": why}
                for name, (_, high) in amounts.items()
                if high <= edge
            ]
    return found


def effective(counts: list[float]) -> float:
    """The effective number of kinds, exp of Shannon's entropy (Jost 2006); 0 where nothing was counted."""
    amounts = np.array([count for count in counts if count > 0])
    if not len(amounts):
        return 0.0
    shares = amounts / amounts.sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))
