"""From true values to what townships state: some figures rounded, some missing, not applicable, or not to be read for sure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.synthetic.roles import SESSIONS, Key
from analytics.synthetic.stated import ASK, MISSING, NOT_APPLICABLE, Stated
from analytics.synthetic.values import ASKED, County

HARMLESS = ("training_attendance", "banners", "legal_advisers", "normative_documents", "penalty_cases")
"""Indicators that no gap rests on: only these are left out or written doubtfully, so that the key stays exact."""

ROUNDED = ("leaflets", "people_served", "people_reached")
"""Large counts that townships round (8万余份, 约1200人次)."""


@dataclass(frozen=True)
class Statements:
    """Everything a county's townships state, by township, year and indicator."""

    county: County
    given: dict[tuple[str, int, str], Stated]

    def of(self, township: str, year: int, indicator: str) -> Stated:
        """What the township states; missing where nothing is held."""
        return self.given.get((township, year, indicator), MISSING)

    def all_exact(self, township: str, year: int) -> bool:
        """Whether every figure of that return can be split into parts and added up again."""
        return all(
            s.qualifier == "exact" and s.state in ("reported", "missing")
            for s in (self.of(township, year, indicator) for indicator in ASKED)
        )


def round_some(county: County, key: Key, seed: int, share: float = 0.1) -> dict[tuple[str, int, str], Stated]:
    """Rounds a share of the large counts in ``county`` and returns how they are stated (at least, about).

    People reached are rounded only where leaflets per session are below the median, so that rounding alone never
    looks like a fall in people per session beside many leaflets.
    """
    rng = np.random.default_rng((seed, 11))
    stated: dict[tuple[str, int, str], Stated] = {}
    for year in county.years:
        pace = {
            n: county.values[n, year, "leaflets"] / max(1, sum(county.values[n, year, s] for s in SESSIONS))
            for n in county.names
        }
        middle = float(np.median(list(pace.values())))
        for name in county.names:
            for indicator in ROUNDED:
                draw, way = rng.random(), rng.random()
                place = (name, year, indicator)
                value = county.values[place]
                if draw > share or place in key.fixed or value < 200:
                    continue
                if indicator == "people_reached" and pace[name] > middle * 0.9:
                    continue
                step = 10 ** (len(str(int(value))) - 2)
                down = float(value // step * step)
                county.values[place] = down
                key.fixed.add(place)
                stated[place] = Stated(down, "at_least" if way < 0.7 else "about")
    return stated


def state_all(county: County, key: Key, rounded: dict[tuple[str, int, str], Stated], seed: int) -> Statements:
    """What every township states in every year: the true value, a rounded one, or on harmless indicators none."""
    rng = np.random.default_rng((seed, 13))
    given: dict[tuple[str, int, str], Stated] = {}
    for name in county.names:
        never = rng.random() < 0.12
        for year in county.years:
            untidy = rng.random() < 0.35
            for indicator in ASKED:
                place = (name, year, indicator)
                given[place] = rounded.get(place) or Stated(county.values[place])
                draw = rng.random()
                if indicator not in HARMLESS or place in key.fixed:
                    continue
                if indicator == "normative_documents" and never:
                    given[place] = NOT_APPLICABLE
                elif draw < 0.04:
                    given[place] = MISSING
                elif untidy and draw > 0.93:
                    given[place] = ASK
    return Statements(county, given)
