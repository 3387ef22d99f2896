"""Plausible true values of an invented county: township × year × indicator, before anything is planted or misreported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from analytics.catalogue import load_catalogue
from analytics.synthetic.names import Named, township_names

Key = tuple[str, int, str]
"""Township, year, indicator id."""

Size = Literal["fixed", "village", "resident"]


@dataclass(frozen=True, slots=True)
class Level:
    """Where an indicator lies: ``mean`` a township, a village or 1,000 residents; log spread over townships; floor."""

    mean: float
    size: Size = "fixed"
    spread: float = 0.2
    floor: int = 1


FLOWS: dict[str, Level] = {
    "leadership_meetings": Level(6.5, floor=4),
    "leader_study": Level(7.5, floor=4),
    "issues_resolved": Level(8, floor=2),
    "funds_invested": Level(3200, "resident", 0.25, 10_000),
    "central_group_study": Level(8, floor=4),
    "collective_study": Level(17, spread=0.3, floor=8),
    "seminars": Level(5, floor=2),
    "legal_lectures": Level(6, floor=2),
    "backbone_trainings": Level(3, floor=2),
    "training_attendance": Level(31, "resident", 0.3, 60),
    "court_hearings_attended": Level(3, floor=1),
    "publicity_events": Level(2.6, "village", 0.2, 12),
    "village_talks": Level(3.1, "village", 0.2, 10),
    "school_events": Level(9, spread=0.3, floor=3),
    "school_law_classes": Level(8, spread=0.3, floor=2),
    "leaflets": Level(470, "resident", 0.25, 900),
    "people_served": Level(29, "resident", 0.25, 100),
    "people_reached": Level(420, "resident", 0.22, 1500),
    "banners": Level(9, "village", 0.3, 12),
    "new_media_posts": Level(42, spread=0.4, floor=12),
    "short_videos": Level(7, spread=0.3, floor=2),
    "mock_courts": Level(3, floor=1),
    "law_performances": Level(4, floor=1),
    "case_talks": Level(9, spread=0.3, floor=3),
    "legal_reviews": Level(14, spread=0.3, floor=4),
    "contract_reviews": Level(33, spread=0.4, floor=11),
    "normative_documents": Level(2, floor=1),
    "enforcement_trainings": Level(4, floor=2),
    "penalty_cases": Level(13, spread=0.4, floor=3),
    "disputes_screened": Level(4.4, "resident", 0.25, 20),
    "petitions_handled": Level(1.1, "resident", 0.3, 5),
    "litigation_cases": Level(2, spread=0.4, floor=1),
    "reconsideration_cases": Level(1.4, spread=0.4, floor=0),
    "info_disclosed": Level(150, spread=0.4, floor=50),
}
STOCKS: dict[str, tuple[Level, float]] = {
    "culture_sites": (Level(0.5, "village", 0.3, 2), 1.3),
    "law_savvy_persons": (Level(3.6, "village", 0.08, 9), 4.0),
    "legal_advisers": (Level(2.4, floor=1), 0.3),
    "certified_officers": (Level(6, floor=3), 0.5),
}
"""Level at the start, and what comes in a year on average (a stock never falls unless planted)."""

RATES = ("law_exam_study_rate", "law_exam_attendance_rate", "law_exam_pass_rate")
"""Townships report 100 % as a rule; anything lower is a gap and therefore planted."""

ASKED: tuple[str, ...] = tuple(
    i.id
    for i in load_catalogue().indicators
    if i.id in {*FLOWS, *STOCKS, *RATES, "school_leaflets", "disputes_mediated", "head_court_appearances", "lost_cases"}
)
"""The county's form: what every township is asked for, in the order of the catalogue."""


@dataclass
class County:
    """An invented county: its townships with residents and villages, and one true value per township, year, indicator."""

    townships: tuple[Named, ...]
    years: tuple[int, ...]
    population: dict[tuple[str, int], int]
    villages: dict[str, int]
    values: dict[Key, float] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The townships' names in the county's order."""
        return tuple(named.name for named in self.townships)


def county(townships: int, years: Sequence[int], seed: int) -> County:
    """A county of ``townships`` invented townships over ``years``; the same arguments give the same county.

    Counts follow a township's size (residents, villages) with a lognormal spread between townships; from year to
    year they drift by a few percent, so that nothing jumps, nothing is copied, and stocks grow slowly.
    """
    rng = np.random.default_rng(seed)
    named = tuple(township_names(townships, rng))
    span = tuple(sorted(years))
    population: dict[tuple[str, int], int] = {}
    villages: dict[str, int] = {}
    for each in named:
        residents = float(np.clip(rng.lognormal(np.log(24_000), 0.4), 9_000, 68_000))
        villages[each.name] = int(np.clip(round(residents / 1900 * rng.uniform(0.8, 1.2)), 5, 30))
        for year in span:
            population[each.name, year] = int(residents)
            residents *= rng.uniform(0.994, 1.004)
    made = County(named, span, population, villages)
    for each in named:
        _fill(made, each.name, rng)
    return made


def _fill(made: County, name: str, rng: np.random.Generator) -> None:
    def scale(size: Size) -> float:
        if size == "village":
            return float(made.villages[name])
        return made.population[name, made.years[0]] / 1000 if size == "resident" else 1.0

    for indicator, level in FLOWS.items():
        base = level.mean * scale(level.size) * float(np.exp(rng.normal(0, level.spread)))
        for year in made.years:
            value = base * rng.uniform(0.94, 1.08)
            whole = round(value, -2) if indicator == "funds_invested" else round(value)
            made.values[name, year, indicator] = float(max(level.floor, whole))
            base *= rng.uniform(0.97, 1.07)
    for indicator, (level, yearly) in STOCKS.items():
        stock = max(level.floor, round(level.mean * scale(level.size) * float(np.exp(rng.normal(0, level.spread)))))
        if indicator == "law_savvy_persons":
            stock = max(stock, int(3.1 * made.villages[name]) + 1)  # the norm is three per village
        for at, year in enumerate(made.years):
            grown = int(rng.poisson(yearly)) if at else 0
            if at and indicator in ("culture_sites", "law_savvy_persons"):
                # A site count that stands still for three years is a gap, and so never happens by chance.
                grown = max(1, min(grown, 3 if indicator == "culture_sites" else 9))
            stock += min(grown, 2) if indicator in ("legal_advisers", "certified_officers") else grown
            made.values[name, year, indicator] = float(stock)
    share = rng.uniform(0.15, 0.4)
    for year in made.years:
        at_hand = made.values
        for rate in RATES:
            at_hand[name, year, rate] = 100.0
        at_hand[name, year, "school_leaflets"] = float(
            round(at_hand[name, year, "leaflets"] * share * rng.uniform(0.93, 1.07))
        )
        screened = at_hand[name, year, "disputes_screened"]
        at_hand[name, year, "disputes_mediated"] = screened - min(
            int(rng.poisson(screened * 0.03)), int(screened * 0.1)
        )
        at_hand[name, year, "head_court_appearances"] = at_hand[name, year, "litigation_cases"]
        at_hand[name, year, "lost_cases"] = 0.0
