"""A quiet county for tests: nothing in it is a question, and a theme's finding is one that a test put there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
import pandas as pd

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import RULES, County
from analytics.model import Finding
from tests.measures.frames import figures

YEARS = (2023, 2024, 2025)
LEVELS = {
    "leadership_meetings": 6,
    "leader_study": 6,
    "issues_resolved": 5,
    "funds_invested": 60000,
    "central_group_study": 12,
    "collective_study": 17,
    "seminars": 4,
    "backbone_trainings": 3,
    "court_hearings_attended": 2,
    "publicity_events": 31,
    "village_talks": 43,
    "school_events": 9,
    "leaflets": 9100,
    "school_leaflets": 1700,
    "people_served": 612,
    "people_reached": 7300,
    "culture_sites": 3,
    "new_media_posts": 37,
    "short_videos": 8,
    "mock_courts": 3,
    "law_performances": 4,
    "case_talks": 11,
    "law_savvy_persons": 41,
    "legal_reviews": 13,
    "contract_reviews": 29,
    "certified_officers": 6,
    "enforcement_trainings": 3,
    "disputes_screened": 93,
    "petitions_handled": 23,
    "litigation_cases": 2,
    "head_court_appearances": 2,
    "info_disclosed": 141,
    "law_exam_pass_rate": 100,
}
RATES = ("law_exam_pass_rate",)
Value = float | str | None


def names(n: int) -> list[str]:
    """Invented names, in the roster's order."""
    return [f"第{k}镇" for k in range(1, n + 1)]


@cache
def level(indicator: str, k: int, year: int) -> float:
    """A value that differs between townships and grows every year, by another percentage each time."""
    base = LEVELS[indicator]
    if indicator in RATES:
        return base
    rng = np.random.default_rng((k, list(LEVELS).index(indicator)))
    value, floor = base * float(np.exp(abs(rng.normal(0, 0.25)))), base
    for _ in range(YEARS[0], year + 1):
        value = max(value * rng.uniform(1.01, 1.15), floor)
        floor = round(value) + 1
    return round(value)


def quiet(n: int = 12, years: Iterable[int] = YEARS) -> dict[tuple[str, int, str], Value]:
    """The values of a county of ``n`` townships in which all is well."""
    return {
        (name, year, indicator): level(indicator, k, year)
        for k, name in enumerate(names(n))
        for year in years
        for indicator in LEVELS
    }


def roster(n: int = 12) -> Roster:
    """Townships of 10,000 residents and a dozen villages."""
    people = {2023: 10000, 2024: 10000, 2025: 10000}
    return Roster(tuple(Township(f"9{k:03}", name, (), "镇", 12, people) for k, name in enumerate(names(n))))


def county(values: Mapping[tuple[str, int, str], Value], people: Roster | None = None) -> County:
    """The county with these values; "absent" leaves a row out altogether."""
    rows = [(*key, value) for key, value in values.items() if value != "absent"]
    return of(figures(rows), people or roster(len({key[0] for key in values})))


def of(frame: pd.DataFrame, people: Roster) -> County:
    """A county from a frame."""
    return County(frame, load_catalogue(), people)


def changed(changes: Mapping[tuple[str, int, str], Value], n: int = 12) -> County:
    """The quiet county with some values replaced; ("第1镇", 2025, indicator) is a key."""
    return county({**quiet(n), **changes})


def at(values: Mapping[str, Value], year: int = 2025, township: str = "第5镇") -> dict[tuple[str, int, str], Value]:
    """Values by indicator as changes of one township and year."""
    return {(township, year, indicator): value for indicator, value in values.items()}


def found(rule: str, where: County, year: int = 2025, **thresholds: float) -> dict[str, Finding]:
    """The findings of one rule by township; a township with several gives the last."""
    known = RULES[rule]
    return {f.township: f for f in known.check(where, year, known.settings({rule: thresholds}))}
