"""How likely honest counts agree by chance: the yardstick of every question that rests on figures being alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.catalogue import Catalogue
from analytics.measures.grid import Bools, Floats

ENOUGH = 8
"""Townships with figures of both years from which the county's own unrest is taken; of fewer, the least there is."""

STEP = 0.05
"""Steps of the weights of agreements, in natural logarithms: small beside the weight of any that tells something."""

FOLLOWS = {"disputes_mediated": "disputes_screened", "head_court_appearances": "litigation_cases"}
"""Figures that go with another besides the parts of a whole: nearly all disputes found are settled, nearly all cases
attended. Both agreeing is one coincidence, not two."""


@dataclass(frozen=True, eq=False)
class Unrest:
    """How counts move from year to year in a county, in ln(this/last): township × indicator, and by indicator.

    ``spread`` is a standard deviation, ``usual`` the county's median, NaN where fewer than ``ENOUGH`` townships can be
    compared; ``stuck`` where most townships' figures did not move apart at all.
    """

    last: Floats
    moved: Floats
    spread: Floats
    usual: Floats
    stuck: Bools

    def landing(self, t: int, ratio: float, whole: Floats) -> Floats:
        """How likely, at most, each count of a township came out on ``whole`` of the numbers around ratio × last year.

        Of a single-peaked distribution with standard deviation s the density at a distance d from its peak is at most
        1.5 s²/d³ (from Gauss's inequality of 1821), and no normal one is above 1/(√2π s) anywhere. The peak may be where
        the county's figures went or where the township's own did, whichever is nearer.
        """
        at, s = np.log(ratio), self.spread[t]
        own = self.moved[t][~np.isnan(self.moved[t])]
        away = np.fmin(np.abs(at - self.usual), abs(at - np.median(own)) if len(own) else 0.0)
        away = np.where(np.isnan(self.usual), 0.0, away)
        with np.errstate(invalid="ignore", divide="ignore"):
            density = np.fmin(1 / (np.sqrt(2 * np.pi) * s), 1.5 * s**2 / away**3)
            chance = np.minimum(1.0, whole * density / (ratio * self.last[t]))
        return np.asarray(np.where(self.stuck & (away < 1e-9), 1.0, chance), dtype=np.float64)


def unrest(this: Floats, last: Floats) -> Unrest:
    """The unrest of a county, taken from itself, robustly (1.4826 · MAD); counts of both years have to be above 0.

    Counts vary between two ways, by a share of themselves and, event by event, with their square root; each way gives
    one figure, and the smaller one counts, so that coincidence is never made to look rarer than it is. Where the MAD is
    0 the mean deviation stands in (÷ 0.7979), and where too few can be compared, or none moved apart, the variation of
    events that come one by one (Poisson), √(2/x), the least an honest count varies.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        known = (this > 0) & (last > 0)
        last = np.where(known, last, np.nan)
        moved = np.log(np.where(known, this, np.nan) / last)
    root = np.sqrt(last)
    enough = known.sum(axis=0) >= ENOUGH
    usual = np.where(enough, _medians(moved), np.nan)
    away = np.abs(moved - usual)
    by_share = 1.4826 * _medians(away)
    by_mean = np.nansum(away, axis=0) / np.maximum(known.sum(axis=0), 1) / 0.7979
    stuck = enough & (by_share == 0)
    by_root = 1.4826 * _medians(away * root) / root
    spread = np.where(stuck, np.broadcast_to(by_mean, away.shape), np.fmin(by_share, by_root))
    spread = np.where(enough & (spread > 0), spread, np.sqrt(2.0) / root)
    return Unrest(last, moved, spread, usual, stuck)


def _medians(values: Floats) -> Floats:
    """The median of every column, NaN left out; NaN for a column without any. Many times faster than nanmedian."""
    if not len(values):
        return np.full(values.shape[1:], np.nan)
    rising = np.sort(values, axis=0)
    n = np.maximum((~np.isnan(values)).sum(axis=0), 1)
    at = np.arange(values.shape[1])
    return np.asarray((rising[(n - 1) // 2, at] + rising[n // 2, at]) / 2, dtype=np.float64)


def on_their_own(catalogue: Catalogue) -> Bools:
    """Which indicators do not follow from another one."""
    return np.array([i.part_of is None and i.id not in FOLLOWS for i in catalogue.indicators], dtype=np.bool_)


def coarseness(value: Floats) -> Floats:
    """The power of ten that an indicator (the columns) is told in by most townships: 100 for money in hundreds of yuan.

    Figures told coarsely agree more easily than figures told to the unit.
    """
    n = (~np.isnan(value)).sum(axis=0)
    step = np.ones(value.shape[1])
    for power in (10.0, 100.0, 1000.0, 10000.0):
        with np.errstate(invalid="ignore"):
            step[(value % power == 0).sum(axis=0) * 2 > n] = power
    return step


def coincidence(chance: Floats, alike: Bools) -> float:
    """How likely agreements as many and as rare as those marked come about by chance.

    Every agreement weighs ln(1/p): three equal counts in the thousands more than five equal dozens. Returned is the
    probability that the agreements of figures that agree independently of each other, each with its p, weigh as much,
    computed exactly (by convolution) for weights in steps of ``STEP``. 1 where nothing is marked.
    """
    known = ~np.isnan(chance)
    p = np.clip(chance[known], 1e-15, 1.0)
    weight = np.rint(-np.log(p) / STEP).astype(np.int64)
    enough = int(weight[alike[known]].sum())
    below = np.zeros(enough)
    below[:1] = 1.0
    for each, w in zip(p, weight, strict=True):
        agreed = below[: max(0, enough - w)] * each
        below *= 1 - each
        below[w : w + len(agreed)] += agreed
    return float(np.clip(1.0 - below.sum(), 0.0, 1.0))
