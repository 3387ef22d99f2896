"""Two townships that report the same figures."""

from __future__ import annotations

import numpy as np
from scipy.special import pdtrc

from analytics.checks.county import County
from analytics.checks.questions.asking import HIGH, MEDIUM, by_count, counted, ids, question
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.measures.grid import Bools, Floats
from analytics.model import Finding
from analytics.text import say

ID = "twin_returns"
SAME = Threshold("indicators", 3, "两个乡镇三项及以上数据一字不差，可能误用了对方的报表", "规则约定：三项及以上")
FROM = Threshold("value", 10, "10 以下的小数容易偶然相同，不计入", "规则约定：不小于 10")

CHANCE = Threshold(
    "chance",
    0.01,
    "小数在相近的乡镇之间本来容易相同；按全县数据的疏密推算，全县出现这样一对的概率低于百分之一才提出",
    "泊松近似：P(Poisson(Σp) ≥ k) 乘以可比乡镇数和比较次数（Bonferroni）",
)
NEAR = 1.25
"""Values within this factor tell how thickly the county's figures lie around a value."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks both townships of a pair; with several twins, about the one that shares most figures.

    Exact counts and levels are compared, rates are not: 100 % is everybody's figure.
    """
    values = county.exact(year)
    usable = (values >= settings["value"]) & counted(county, ("flow", "stock"))
    marked = np.where(usable, values, np.nan)
    found = []
    chance = _chances(marked)
    for t in range(len(county.townships)):
        same = marked == marked[t]
        count = same.sum(axis=1)
        count[t] = 0
        other = int(np.argmax(count)) if len(count) else 0
        if count[other] < max(1, settings["indicators"]):
            continue
        # The less likely of the two views, so that both twins are asked or neither is.
        p = min(_coincidence(chance[which], same[other]) for which in (t, other))
        if p * (len(count) - 1) >= settings["chance"]:
            continue
        indicators = ids(county, same[other])
        sentence = say(
            "{township}{year}年有 {count} 项数据与{other}完全相同：{names}，请核实是否误用了其他乡镇的报表。",
            township=county.townships[t],
            year=year,
            count=len(indicators),
            other=county.townships[other],
            names=names_of(county.catalogue, indicators),
        )
        found.append(
            question(
                county,
                year,
                ID,
                t,
                indicators,
                [county.evidence(which, year, i) for i in indicators for which in (t, other)],
                sentence,
                severity=by_count(len(indicators), settings),
                strength=len(indicators),
                n=2,
            )
        )
    return found


def _chances(values: Floats) -> Floats:
    """Township × indicator: how likely another township has the very same count, from how many have about as much."""
    chance = np.full(values.shape, np.nan)
    for i in range(values.shape[1]):
        own = values[:, i]
        with np.errstate(invalid="ignore"):
            near = (own[None, :] >= own[:, None] / NEAR) & (own[None, :] <= own[:, None] * NEAR)
        others = np.maximum(near.sum(axis=1) - 2, 0) + 0.5
        width = own * (NEAR - 1 / NEAR) + 1
        chance[:, i] = others / max(1, int((~np.isnan(own)).sum()) - 1) / width
    return chance


def _coincidence(chance: Floats, same: Bools) -> float:
    """How likely as many and as rare coincidences are between two townships.

    The k rarest of the equal figures are held against all figures as rare as they: P(Poisson(Σp) ≥ k), the least over
    k times the number of k tried. So three equal counts in the thousands weigh more than five equal dozens.
    """
    known = np.sort(chance[~np.isnan(chance)])
    rarest = np.sort(chance[same])
    least = 1.0
    for k, edge in enumerate(rarest, start=1):
        expected = float(known[known <= edge].sum())
        least = min(least, float(pdtrc(k - 1, expected)))
    return least * len(rarest)


RULE = Rule(ID, "question", say("与其他乡镇数据相同"), check, (SAME, FROM, CHANCE, MEDIUM, HIGH))
