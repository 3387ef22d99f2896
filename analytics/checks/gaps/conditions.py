"""Conditions that several themes share: reported as zero, fallen, low among peers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from analytics.checks.county import Amounts, County
from analytics.checks.gaps.reasons import (
    Condition,
    Reason,
    both_years,
    falls,
    figures_of,
    is_zero,
    too_few,
    where,
)
from analytics.checks.ratios import Ratio
from analytics.checks.rule import Settings
from analytics.checks.words import name_of, ratio_shown, shown
from analytics.measures.grid import Bools
from analytics.text import Text, say


def zero(county: County, year: int, indicator: str) -> Condition:
    """The indicator was reported as 0. Not reported is not 0."""
    clause = say("{name}为 0", name=name_of(county.catalogue, indicator))
    return {
        t: Reason(clause, figures_of(county, t, year, (indicator,)), 1)
        for t in where(is_zero(county.amounts(indicator, year)))
    }


def below_and_falling(county: County, year: int, indicator: str, below: float) -> Condition:
    """Fewer than ``below`` and fewer than last year, but not none (that is ``zero``)."""
    this, last = county.amounts(indicator, year), county.amounts(indicator, year - 1)
    found = {}
    for t in where((this.high < below) & falls(this, last) & ~is_zero(this)):
        clause = say(
            "{name} {this} {unit}，少于 {below} {unit}，且低于上年的 {last} {unit}",
            name=name_of(county.catalogue, indicator),
            this=shown(this, t),
            last=shown(last, t),
            below=int(below),
            unit=unit_of(county, indicator),
        )
        found[t] = Reason(clause, both_years(county, t, year, (indicator,)), 2)
    return found


def fallen(county: County, year: int, indicator: str, percent: float = 0.0) -> Condition:
    """Down on last year by ``percent`` or more (by anything at all for 0), certainly."""
    this, last = county.amounts(indicator, year), county.amounts(indicator, year - 1)
    found = {}
    for t in where(fallen_by(this, last, percent)):
        clause = say(
            "{name}由上年的 {last} {unit}降至 {this} {unit}（下降 {percent}%）",
            name=name_of(county.catalogue, indicator),
            this=shown(this, t),
            last=shown(last, t),
            unit=unit_of(county, indicator),
            percent=ratio_shown((1 - this.value[t] / last.value[t]) * 100, this, last, t=t),
        )
        found[t] = Reason(clause, both_years(county, t, year, (indicator,)), 2)
    return found


def fallen_by(this: Amounts, last: Amounts, percent: float) -> Bools:
    """Who is down by at least ``percent`` whatever the bounds allow."""
    with np.errstate(invalid="ignore"):
        enough = this.high <= last.low * (1 - percent / 100)
    return np.asarray(enough & falls(this, last) & (last.low > 0), dtype=np.bool_)


def unchanged(county: County, year: int, indicator: str, span: int) -> Condition:
    """The same exact figure, not 0, in ``span`` consecutive years."""
    years = [year - back for back in range(span)]
    if span < 2 or not all(county.has(y) for y in years):
        return {}
    i = county.position[indicator]
    stack = np.stack([county.exact(y)[:, i] for y in years])
    found = {}
    for t in where((stack == stack[0]).all(axis=0) & (stack[0] > 0)):
        clause = say(
            "{name}连续 {span} 年均为 {value} {unit}",
            name=name_of(county.catalogue, indicator),
            span=span,
            value=shown(county.amounts(indicator, year), t),
            unit=unit_of(county, indicator),
        )
        found[t] = Reason(clause, tuple(e for y in years for e in figures_of(county, t, y, (indicator,))), span)
    return found


def lowest_among_peers(
    county: County,
    year: int,
    rule: str,
    settings: Settings,
    ratio: Ratio,
    parts: tuple[Amounts, ...],
    label: Text,
    indicators: tuple[str, ...],
    note: NDArray[np.int64] | None = None,
) -> Condition:
    """In the lowest quarter of those who reported; ``label`` names the ratio, with its unit in brackets.

    ``note`` gives the population year where another than ``year`` had to be used.
    """
    silent = too_few(rule, year, label, ratio.n, settings)
    if silent:
        return silent
    found = {}
    for t in where(ratio.lowest()):
        clause = say(
            "{label}为 {value}，处于 {n} 个已报乡镇的最低四分之一",
            label=label,
            value=ratio_shown(ratio.value[t], *parts, t=t),
            n=ratio.n,
        )
        if note is not None and int(note[t]) != year:
            clause = say("{clause}（按 {population_year} 年人口数）", clause=clause, population_year=int(note[t]))
        found[t] = Reason(clause, figures_of(county, t, year, indicators), ratio.n)
    return found


def unit_of(county: County, indicator: str) -> Text:
    """An indicator's unit; in English the name says it and the unit is left out."""
    return Text(county.catalogue.by_id[indicator].unit, "")
