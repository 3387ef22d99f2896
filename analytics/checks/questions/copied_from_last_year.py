"""Figures that repeat last year's to the unit."""

from __future__ import annotations

import numpy as np
from scipy.special import chdtri

from analytics.checks.county import County
from analytics.checks.questions.asking import HIGH, MEDIUM, by_count, counted, ids, pairs, question
from analytics.checks.questions.coincidence import coarseness, coincidence, on_their_own, unrest
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.measures.grid import Bools, Floats
from analytics.model import Finding
from analytics.text import say

ID = "copied_from_last_year"
SAME = Threshold("indicators", 3, "三项及以上同时与上年一字不差，像是沿用了上年的报表", "规则约定：三项及以上")
FROM = Threshold("value", 10, "10 以下的小数容易偶然相同，不计入", "规则约定：不小于 10")
CHANCE = Threshold(
    "chance",
    0.001,
    "一份报表里二十来项小数，总有几项会偶然与上年相同；按各项在全县的年际起伏推算，巧合的概率低于千分之一才提出",
    "各项相同的分量为 ln(1/p)，p 为该项按全县起伏恰好落在上年数上的概率；分量之和达到所见的概率",
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about townships whose exact yearly counts repeat last year's more than chance repeats them.

    Approximate figures are left out (8万余 is said again easily), and so are rates and year-end levels, which may
    well stay as they were.
    """
    this, last = county.exact(year), county.exact(year - 1)
    usable = (this >= settings["value"]) & (last >= settings["value"]) & counted(county)
    same = usable & (this == last)
    if not same.any():
        return []
    this, last = np.where(usable, this, np.nan), np.where(usable, last, np.nan)
    own = on_their_own(county.catalogue)
    chance = _chances(this, last, same, own)
    found = []
    for t in np.flatnonzero(same.sum(axis=1) >= max(1, settings["indicators"])):
        if coincidence(chance[t], same[t] & own) >= settings["chance"]:
            continue
        indicators = ids(county, same[t])
        sentence = say(
            "{township}{year}年有 {count} 项数据与上年完全相同：{names}，请核实是否沿用了上年数据。",
            township=county.townships[t],
            year=year,
            count=len(indicators),
            names=names_of(county.catalogue, indicators),
        )
        found.append(
            question(
                county,
                year,
                ID,
                int(t),
                indicators,
                pairs(county, int(t), year, indicators),
                sentence,
                severity=by_count(len(indicators), settings),
                strength=len(indicators),
                n=2,
            )
        )
    return found


def _chances(this: Floats, last: Floats, same: Bools, own: Bools) -> Floats:
    """Township × indicator: how likely an honest count repeats last year's; NaN where it is not judged.

    Where the other townships' figures surely repeat themselves more rarely than their unrest makes likely (upper 97.5 %
    limit of a Poisson count), as often as they do counts.
    """
    moves, step = unrest(this, last), coarseness(last)
    chance = np.stack([moves.landing(t, 1.0, step) for t in range(len(this))])
    chance[:, ~own] = np.nan
    found, expected = (same & own).sum(axis=1), np.nansum(chance, axis=1)
    most = chdtri(2.0 * (found.sum() - found) + 2.0, 0.025) / 2
    seldom = np.minimum(1.0, most / np.maximum(expected.sum() - expected, most))
    return np.asarray(chance * seldom[:, None], dtype=np.float64)


RULE = Rule(
    ID,
    "question",
    say("与上年数据相同"),
    check,
    (SAME, FROM, CHANCE, MEDIUM, HIGH),
    version=2,
    condition=say("至少 3 项不小于 10 的全年数与上年一字不差，且超出偶然。"),
)
