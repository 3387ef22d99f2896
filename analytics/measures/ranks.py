"""Where a figure stands in the county, as an interval of places: a bare place says more than the figures know."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from analytics.measures.grid import Floats

SEED = 20240131
"""Fixed, so that a screen shows the same interval every time."""
DRAWS = 1000
LEVEL = 0.90
"""Share of the draws an interval covers."""
FEWEST = 8
"""With fewer figures a place is its own explanation and an interval says nothing."""
MAD_TO_SD = 1.4826
"""Median absolute deviation → standard deviation of a normal distribution."""

MEAN_AD_TO_SD = 1.2533
"""Mean absolute deviation → standard deviation of a normal distribution, √(π/2)."""
NO_SPREAD = 1e-9
"""What computing in binary leaves of differences that are none."""


@dataclass(frozen=True, eq=False)
class Places:
    """Places from 1 (largest): ``best`` and ``worst`` of the interval; 0 where there is no figure or no interval."""

    best: NDArray[np.int64]
    worst: NDArray[np.int64]
    n: int


def rank_intervals(
    value: Floats, *, high: Floats | None = None, exposure: Floats | None = None, scatter: float | None = None
) -> Places:
    """The interval of places each figure may hold if the year were to happen again; largest first.

    Places are drawn ``DRAWS`` times and the middle ``LEVEL`` of them kept (Goldstein & Spiegelhalter 1996, J. R.
    Statist. Soc. A 159:385, section 4). Counts of events (``scatter`` None) are drawn as Gamma(x + ½), the posterior
    of a Poisson mean under Jeffreys' prior; other amounts as lognormal with ``scatter``, the standard deviation of a
    year's logarithm (see ``yearly_scatter``). ``exposure`` (residents) divides what was drawn. Where ``high`` is
    infinite (≥, a missing part) the figure may be larger by any amount: its best place is 1, and the others' worst
    places count it before them. NaN figures take no part; with fewer than ``FEWEST`` all places are 0.
    """
    best, worst = np.zeros(len(value), dtype=np.int64), np.zeros(len(value), dtype=np.int64)
    known = ~np.isnan(value)
    if exposure is not None:
        known &= ~np.isnan(exposure) & (np.nan_to_num(exposure) > 0)
    n = int(known.sum())
    if n < FEWEST:
        return Places(best, worst, n)
    rng = np.random.default_rng(SEED)
    held = value[known]
    if scatter is None:
        drawn = rng.standard_gamma(np.maximum(held, 0.0) + 0.5, size=(DRAWS, n))
    else:
        # Not the logarithm's mean: zero stays zero, and with no scatter the places are those of the figures.
        drawn = held * np.exp(scatter * rng.standard_normal((DRAWS, n)))
    if exposure is not None:
        drawn = drawn / exposure[known]
    unbounded = np.zeros(n, dtype=np.bool_) if high is None else np.isinf(high[known])
    places = _places(drawn)
    tail = (1 - LEVEL) / 2
    low = np.quantile(places, tail, axis=0, method="inverted_cdf")
    raised = _places(np.where(unbounded, np.inf, drawn)) if unbounded.any() else places
    top = np.quantile(raised, 1 - tail, axis=0, method="inverted_cdf")
    if unbounded.any():
        # One that is open itself stands behind every other open one at worst.
        above = np.quantile(places, 1 - tail, axis=0, method="inverted_cdf") + unbounded.sum() - 1
        low, top = np.where(unbounded, 1, low), np.where(unbounded, np.minimum(above, n), top)
    best[known], worst[known] = low.astype(np.int64), top.astype(np.int64)
    return Places(best, worst, n)


def _places(drawn: Floats) -> Floats:
    """Places along the last axis, largest 1; figures that are equal share the middle of their places."""
    return np.asarray(np.rint(rankdata(-drawn, method="average", axis=-1)), dtype=np.float64)


def yearly_scatter(this: Floats, last: Floats) -> float | None:
    """How much one year's figure scatters round a township's level: the standard deviation of its logarithm.

    From d = ln(this/last) over the townships with both above zero: 1.4826 · MAD(d) / √2, as d carries the scatter of
    two years (Rousseeuw & Croux 1993 for the factor). What the whole county did drops out with the median of d. Where
    half of the d are the same, the MAD is 0 and the mean absolute deviation stands in, by 1.2533 (Iglewicz & Hoaglin
    1993). None with fewer than ``FEWEST`` pairs, and where all d are the same: of figures carried forward nothing
    can be learned about how sure a place is.
    """
    both = ~np.isnan(this) & ~np.isnan(last) & (np.nan_to_num(this) > 0) & (np.nan_to_num(last) > 0)
    if int(both.sum()) < FEWEST:
        return None
    d = np.log(this[both] / last[both])
    apart = np.abs(d - np.median(d))
    spread = MAD_TO_SD * float(np.median(apart)) or MEAN_AD_TO_SD * float(np.mean(apart))
    return spread / math.sqrt(2.0) if spread > NO_SPREAD else None
