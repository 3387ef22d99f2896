"""A report in prose held against the return of the same township and year, indicator by indicator."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analytics.catalogue import Catalogue
from analytics.checks.county import County
from analytics.checks.prose import sentence_of
from analytics.measures.grid import ABOUT_TOLERANCE
from analytics.model import Alternative, Choice, Evidence, Figure, Report, State

Outcome = Literal["differs", "several", "waiting", "agrees", "report_only", "return_only"]
"""In the order in which a reader wants them. several: the report gives several numbers and nobody has said which count.
waiting: the return gives a number that is not used before its township answers a question about it."""

OUTCOMES: tuple[Outcome, ...] = ("differs", "several", "waiting", "agrees", "report_only", "return_only")
MORE = 0.2
"""How far above its bound a "at least" may be by default, where one unit of its last digit is less."""
RATE_ROUNDED = 0.05
"""Rates are written with one decimal at most in prose: 98.46 % is 98.5 % there."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """One indicator in both: what the return gives (None: no figure) and what the report gives (None: not named).

    ``off`` tells how far apart they are where they differ, as a factor from 1 up (inf where one of them is 0).
    ``several`` are the numbers of a report that gives more than one; ``reported`` is None then.
    """

    township: str
    year: int
    indicator: str
    outcome: Outcome
    returned: Evidence | None
    reported: Evidence | None
    off: float = 1.0
    several: tuple[Evidence, ...] = ()


def crossed(county: County, report: Report, *, about: float = ABOUT_TOLERANCE, more: float = MORE) -> list[Crossed]:
    """Every indicator that the report or the return gives, in the catalogue's order; differing ones first.

    [] where the township has no return of the year: figures of a report that stands in for one are the report's own.
    """
    returned = _returned(county, report)
    return held_beside(county.catalogue, report, returned, about=about, more=more) if returned else []


def held_beside(
    catalogue: Catalogue,
    report: Report,
    returned: Mapping[str, Evidence],
    *,
    about: float = ABOUT_TOLERANCE,
    more: float = MORE,
) -> list[Crossed]:
    """``crossed`` with the figures of a return given by indicator, whether they count already or not."""
    said: dict[str, Evidence] = {}
    for figure in report.figures:
        if figure.state is State.REPORTED and (figure.township, figure.year) == (report.township, report.year):
            said.setdefault(figure.indicator, _evidence(report, figure))
    several = {c.indicator: tuple(_alternative(report, c, a) for a in c.alternatives) for c in report.choices}
    found = []
    for indicator in catalogue.indicators:
        there, told = returned.get(indicator.id), said.get(indicator.id)
        undecided = several.get(indicator.id, ()) if told is None else ()
        if there is None and told is None and not undecided:
            continue
        outcome: Outcome
        off = 1.0
        if undecided:
            outcome = "several"
        elif there is None or told is None:
            outcome = "report_only" if there is None else "return_only"
        elif meet(there, told, about, more, rate=indicator.kind == "rate"):
            outcome = "agrees"
        else:
            outcome, off = "differs", _factor(there, told)
        found.append(Crossed(report.township, report.year, indicator.id, outcome, there, told, off, undecided))
    return sorted(found, key=lambda c: OUTCOMES.index(c.outcome))


def with_waiting(rows: Iterable[Crossed], waiting: Collection[tuple[str, int, str]]) -> list[Crossed]:
    """The rows, what only the report gives as waiting where the return sent it in too: ``waiting`` tells township, year
    and indicator of what returns hold and what is not used yet."""
    told = [
        replace(row, outcome="waiting")
        if row.outcome == "report_only" and (row.township, row.year, row.indicator) in waiting
        else row
        for row in rows
    ]
    return sorted(told, key=lambda c: OUTCOMES.index(c.outcome))


def bounds(
    value: float, qualifier: str, *, about: float = ABOUT_TOLERANCE, more: float = MORE, rate: bool = False
) -> tuple[float, float]:
    """What a figure may mean: 1,200 is itself; ≈1,200 and ≥80,000 allow for how coarsely they are told.

    Whoever writes 约2000 rounds to thousands, whoever writes 8万余 leaves out less than another 万: half a unit of the
    last digit either way for the first, one unit up for the second, or ``about`` and ``more`` of the value if that is
    more.
    """
    if rate and qualifier == "exact":
        return value - RATE_ROUNDED, value + RATE_ROUNDED
    if qualifier == "about":
        room = max(abs(value) * about, _unit(value) / 2)
        return value - room, value + room
    if qualifier == "at_least":
        return value, value + max(abs(value) * more, _unit(value))
    return value, value


def _unit(value: float) -> float:
    """One unit of the last digit that is not 0: 10,000 for 80,000, 100 for 1,500."""
    whole = round(abs(value))
    if not whole or not math.isclose(whole, abs(value)):
        return 0.0
    unit = 1
    while whole % (unit * 10) == 0:
        unit *= 10
    return float(unit)


def meet(one: Evidence, other: Evidence, about: float, more: float, *, rate: bool) -> bool:
    """Whether two figures may mean the same number."""
    low, high = _between(one, about, more, rate=rate)
    least, most = _between(other, about, more, rate=rate)
    slack = 1e-9 * max(1.0, abs(high), abs(most))
    return low <= most + slack and least <= high + slack


def _between(e: Evidence, about: float, more: float, *, rate: bool) -> tuple[float, float]:
    return bounds(0.0 if e.value is None else e.value, e.qualifier, about=about, more=more, rate=rate)


def _factor(one: Evidence, other: Evidence) -> float:
    small, large = sorted((abs(one.value or 0), abs(other.value or 0)))
    return math.inf if small == 0 else large / small


def _returned(county: County, report: Report) -> dict[str, Evidence]:
    """The figures that a return reports for the report's township and year."""
    if report.township not in county.townships or not county.has(report.year):
        return {}
    t = county.townships.index(report.township)
    held = (county.evidence(t, report.year, i) for i in county.given_by_return(t, report.year))
    return {e.indicator: e for e in held if e.value is not None}


def _evidence(report: Report, figure: Figure) -> Evidence:
    words = sentence_of(report.paragraphs, figure.source.cell) or figure.source.raw
    return Evidence(
        report.township,
        report.year,
        figure.indicator,
        figure.value,
        figure.qualifier.value,
        report.file,
        figure.source.sheet,
        figure.source.cell,
        words,
    )


def _alternative(report: Report, choice: Choice, one: Alternative) -> Evidence:
    place = one.source
    told = Figure(
        choice.township, choice.year, choice.indicator, one.value, one.qualifier, State.REPORTED, choice.unit, place
    )
    return _evidence(report, told)


def tally(rows: Iterable[Crossed]) -> dict[Outcome, int]:
    """How many indicators there are of each outcome."""
    listed = [row.outcome for row in rows]
    return {outcome: listed.count(outcome) for outcome in OUTCOMES}
