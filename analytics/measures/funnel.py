"""What a township's size lets one expect, and whether its count lies outside of what varies anyway."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.measures.grid import Floats
from analytics.measures.ranks import FEWEST

WARN, ACT = 1.96, 3.09
"""Limits of 95 % and 99.8 %. The words go by the outer ones: of 25 townships, one lies outside the inner by chance."""
WINSORISED = 0.10
"""Share of the z at either end that is pulled in before over-dispersion is estimated."""
NOUGHT = 0.5
"""What stands for a count of 0, whose logarithm does not exist."""


@dataclass(frozen=True, eq=False)
class Funnel:
    """One row per township: expected, ratio (count ÷ expected), low and high (the limits of the ratio at 99.8 %),
    low_95 and high_95, word (below, within, above, or "" where count or population is missing); and the variance
    ``tau2`` between townships beyond chance, and the overall rate per resident."""

    rows: pd.DataFrame
    tau2: float
    rate: float


def funnel(count: Floats, population: Floats, high: Floats | None = None) -> Funnel:
    """Funnel limits with additive over-dispersion.

    E_i = P_i·ΣO/ΣP; z_i = √E_i·ln(O_i/E_i), winsorised 10 %; φ = mean z²; τ² = max(0, (Iφ − (I−1)) / (ΣE − ΣE²/ΣE));
    limits exp(±c·√(1/E + τ²)). Source: Spiegelhalter 2005, Statistics in Medicine 24:1185; Spiegelhalter et al. 2012,
    J. R. Statist. Soc. A 175:1. A count that is open above (``high`` infinite) is never called below. With fewer than
    8 townships, or nothing counted at all, there are no limits and no words.
    """
    n = len(count)
    empty = np.full(n, np.nan)
    columns = {name: empty.copy() for name in ("expected", "ratio", "low", "high", "low_95", "high_95")}
    word = np.full(n, "", dtype=object)
    known = ~np.isnan(count) & ~np.isnan(population) & (np.nan_to_num(population) > 0)
    total = float(count[known].sum())
    if int(known.sum()) < FEWEST or total <= 0:
        return Funnel(pd.DataFrame({**columns, "word": pd.Series(word, dtype="str")}), 0.0, float("nan"))
    o, p = count[known], population[known]
    e = p * total / p.sum()
    tau2 = over_dispersion(o, e)
    columns["expected"][known], columns["ratio"][known] = e, o / e
    for name, c in (("95", WARN), ("", ACT)):
        width = c * np.sqrt(1 / e + tau2)
        end = f"_{name}" if name else ""
        columns[f"low{end}"][known], columns[f"high{end}"][known] = np.exp(-width), np.exp(width)
    # A count of 0 is judged as ½, as in z: its logarithm does not exist, and where less than one was to be expected
    # none is nothing out of the way.
    judged = np.full(n, np.nan)
    judged[known] = np.maximum(o, NOUGHT) / e
    below, above = judged < columns["low"], columns["ratio"] > columns["high"]
    if high is not None:
        below &= ~np.isinf(high)
    word[known] = "within"
    word[below], word[above] = "below", "above"
    return Funnel(pd.DataFrame({**columns, "word": pd.Series(word, dtype="str")}), tau2, total / float(p.sum()))


def over_dispersion(count: Floats, expected: Floats) -> float:
    """τ²: how much townships differ beyond chance, as a variance of the logarithm; see ``funnel``."""
    z = np.sqrt(expected) * np.log(np.maximum(count, NOUGHT) / expected)
    z = np.clip(z, np.quantile(z, WINSORISED), np.quantile(z, 1 - WINSORISED))
    i, phi = len(z), float(np.mean(z**2))
    room = float(expected.sum() - (expected**2).sum() / expected.sum())
    return max(0.0, (i * phi - (i - 1)) / room) if room > 0 else 0.0


def shrunk_rates(count: Floats, population: Floats) -> Floats:
    """Rates per resident pulled towards the county's, the more the fewer residents: for show beside the raw ones.

    m = ΣO/ΣP; s² = ΣP(r−m)²/ΣP; a = max(0, s² − m/P̄); r + shrinkage: m + a/(a + m/P)·(r − m). NaN without count or
    population. Source: Marshall 1991, Applied Statistics 40:283, the global estimator.
    """
    rates = np.full(len(count), np.nan)
    known = ~np.isnan(count) & ~np.isnan(population) & (np.nan_to_num(population) > 0)
    if not known.any():
        return rates
    o, p = count[known], population[known]
    raw, m = o / p, float(o.sum() / p.sum())
    if m <= 0:
        rates[known] = raw
        return rates
    between = max(0.0, float((p * (raw - m) ** 2).sum() / p.sum()) - m / float(p.mean()))
    rates[known] = m + between / (between + m / p) * (raw - m)
    return rates
