"""Clean counties for calibrating the rules: plausible counts with nothing planted and nothing put right afterwards.

Unlike the county of ``plan``, which is made quiet, these are left as chance made them, so that what a rule finds in one
is a false alarm (a question) or comes about by the rule's definition (a gap).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.checks import County
from analytics.measures.grid import QUALIFIERS, STATES, Codes, Floats
from analytics.model import Report
from analytics.synthetic.values import FLOWS, RATES, STOCKS

Family = Literal["normal", "lognormal", "poisson"]
FAMILIES: tuple[Family, ...] = get_args(Family)

ORDINARY = 0.15
"""Year-to-year spread of a township's count around its course, as a share of it. Published reports give no series to
measure it on; 15 % is twice that of the sample county, and townships with restless counts are measured at 25 %."""
RESTLESS = 0.25
ROUNDED = ("leaflets", "people_served", "people_reached")
"""Large counts that a share of townships gives as ≥ or ≈, rounded to two digits (8万余份)."""
AT_LEAST, ABOUT, MISSING = 0.1, 0.05, 0.03
"""Shares of those counts stated as ≥ and ≈, and of all figures not reported."""

INDICATORS: tuple[str, ...] = tuple(
    i.id
    for i in load_catalogue().indicators
    if i.id in {*FLOWS, *STOCKS, *RATES, "school_leaflets", "disputes_mediated", "head_court_appearances", "lost_cases"}
)
AT = {indicator: n for n, indicator in enumerate(INDICATORS)}


@dataclass(frozen=True, eq=False)
class Simulated:
    """Values township × year × indicator (NaN: not reported) with qualifiers, and the roster they belong to."""

    years: tuple[int, ...]
    values: Floats
    qualifier: Codes
    roster: Roster
    reports: dict[tuple[str, int], Report] = field(default_factory=dict)

    def county(self) -> County:
        """The county as rules see it."""
        return County(_frame(self), load_catalogue(), self.roster, self.reports)

    def copy(self) -> Simulated:
        """The same county, to be changed without changing this one."""
        return replace(self, values=self.values.copy(), qualifier=self.qualifier.copy(), reports=dict(self.reports))


def clean_county(
    rng: np.random.Generator,
    family: Family,
    *,
    townships: int = 25,
    years: Sequence[int] = (2021, 2022, 2023, 2024, 2025),
    spread: float = ORDINARY,
) -> Simulated:
    """A county whose counts follow ``family`` around courses that drift by a few percent a year.

    poisson: the variance is the count's own, bundles and money included (very even for large counts). normal,
    lognormal: ``spread`` times the count, on top of which small counts are rounded to whole numbers.
    """
    span = tuple(years)
    residents = np.clip(rng.lognormal(np.log(24_000), 0.4, townships), 9_000, 68_000)
    villages = np.clip(np.rint(residents / 1900 * rng.uniform(0.8, 1.2, townships)), 5, 30)
    values = np.full((townships, len(span), len(INDICATORS)), np.nan)
    sizes = {"resident": residents / 1000, "village": villages, "fixed": np.ones(townships)}
    for indicator, level in FLOWS.items():
        base = level.mean * sizes[level.size] * np.exp(rng.normal(0, level.spread, townships))
        course = base[:, None] * np.cumprod(rng.uniform(0.97, 1.07, (townships, len(span))), axis=1)
        unit = 100.0 if indicator == "funds_invested" else 1.0
        values[:, :, AT[indicator]] = _counts(rng, family, course / unit, spread) * unit
    for indicator, (level, yearly) in STOCKS.items():
        start = level.mean * sizes[level.size] * np.exp(rng.normal(0, level.spread, townships))
        grown = np.cumsum(rng.poisson(yearly, (townships, len(span))), axis=1)
        values[:, :, AT[indicator]] = np.maximum(level.floor, np.rint(start))[:, None] + grown
    for rate in RATES:
        values[:, :, AT[rate]] = 100.0
    share = rng.uniform(0.15, 0.4, (townships, 1))
    values[:, :, AT["school_leaflets"]] = rng.binomial(values[:, :, AT["leaflets"]].astype(np.int64), share)
    values[:, :, AT["disputes_mediated"]] = rng.binomial(values[:, :, AT["disputes_screened"]].astype(np.int64), 0.97)
    values[:, :, AT["head_court_appearances"]] = values[:, :, AT["litigation_cases"]]
    values[:, :, AT["lost_cases"]] = rng.binomial(values[:, :, AT["litigation_cases"]].astype(np.int64), 0.03)
    qualifier = np.zeros(values.shape, dtype=np.int8)
    for indicator in ROUNDED:
        _say_roughly(rng, values[:, :, AT[indicator]], qualifier[:, :, AT[indicator]])
    values[rng.random(values.shape) < MISSING] = np.nan
    people = [
        Township(
            f"99{t:04}",
            f"第{t + 1}镇",
            (),
            "镇",
            int(villages[t]),
            {y: int(residents[t] * 0.999**at) for at, y in enumerate(span)},
        )
        for t in range(townships)
    ]
    return Simulated(span, values, qualifier, Roster(tuple(people)))


def _counts(rng: np.random.Generator, family: Family, course: Floats, spread: float) -> Floats:
    if family == "poisson":
        return rng.poisson(course).astype(np.float64)
    noise = rng.normal(0, spread, course.shape)
    moved = course * (np.exp(noise) if family == "lognormal" else 1 + noise)
    return np.maximum(0.0, np.rint(moved))


def _say_roughly(rng: np.random.Generator, values: Floats, qualifier: Codes) -> None:
    draw = rng.random(values.shape)
    at_least, about = draw < AT_LEAST, (draw >= AT_LEAST) & (draw < AT_LEAST + ABOUT)
    step = 10.0 ** np.maximum(np.floor(np.log10(np.maximum(values, 1))) - 1, 0)
    values[at_least] = (np.floor(values / step) * step)[at_least]
    values[about] = (np.rint(values / step) * step)[about]
    qualifier[at_least], qualifier[about] = 1, 2


def _frame(made: Simulated) -> pd.DataFrame:
    value, code = made.values.ravel(), made.qualifier.ravel()
    known = ~np.isnan(value)
    return _places(made.roster.names, made.years).assign(
        value=value,
        low=value,
        high=np.where(known & (code == 1), np.inf, value),
        qualifier=_words(QUALIFIERS, code.astype(np.int64)),
        state=_words(STATES[:2], known.astype(np.int64)),
    )


def _words(names: Sequence[str], at: NDArray[np.int64]) -> pd.Series:
    return pd.Series(np.array(names, dtype=object)[at], dtype="str")


@lru_cache(maxsize=4)
def _places(townships: tuple[str, ...], years: tuple[int, ...]) -> pd.DataFrame:
    """What is the same in every county of these townships: whose figures of what, and where they stand."""
    t, y, i = (index.ravel() for index in np.indices((len(townships), len(years), len(INDICATORS))))
    number = np.arange(len(t))
    return pd.DataFrame(
        {
            "township": _words(townships, t),
            "year": np.asarray(years, dtype=np.int64)[y],
            "indicator": _words(INDICATORS, i),
            "unit": "",
            "figure_id": number,
            "upload_id": 1,
            "file": _words([f"{name}.xlsx" for name in townships], t),
            "sheet": "报表",
            "cell": pd.Series(np.array([f"D{n + 1}" for n in number], dtype=object), dtype="str"),
            "raw": "",
        }
    )
