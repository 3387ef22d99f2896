"""Two townships that report the same figures."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.questions.asking import HIGH, MEDIUM, by_count, counted, ids, question
from analytics.checks.questions.coincidence import coarseness, coincidence, on_their_own
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
    "各项相同的分量为 ln(1/p)，分量之和达到所见的概率，乘以乡镇两两配对的对数（Bonferroni）",
)
NEAR = 1.25
"""Values within this factor tell how thickly the county's figures lie around a value."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks both townships of a pair; with several twins, about the one with which agreeing is least likely.

    Exact counts and levels are compared, rates are not: 100 % is everybody's figure.
    """
    values = county.exact(year)
    usable = (values >= settings["value"]) & counted(county, ("flow", "stock"))
    marked = np.where(usable, values, np.nan)
    chance, own = _chances(marked), on_their_own(county.catalogue)
    chance[:, ~own] = np.nan
    best, often = _nearest(marked, chance, own)
    sending = int((usable.sum(axis=1) >= settings["indicators"]).sum())
    pairs = sending * (sending - 1) / 2
    found = []
    for t, (other, same) in enumerate(best):
        if same.sum() < max(1, settings["indicators"]):
            continue
        # The less likely of the two views, so that both twins are asked or neither is.
        p = min(coincidence(chance[which] * often[t], same & own) for which in (t, other))
        if p * pairs >= settings["chance"]:
            continue
        indicators = ids(county, same)
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


def _nearest(values: Floats, chance: Floats, own: Bools) -> tuple[list[tuple[int, Bools]], Floats]:
    """For every township the one whose equal figures are rarest, and which they are; and how many times as often as
    expected other pairs agree, in the county or of this township, whichever is more: townships of one size agree more
    often than figures strewn at random."""
    used, likely = (~np.isnan(chance)).astype(np.float64), np.nan_to_num(chance)
    expected = likely @ used.sum(axis=0) - (likely * used).sum(axis=1)
    weight = -np.log(np.where(used > 0, chance, 1.0))
    best, agreed, pair = [], np.zeros(len(values)), np.zeros(len(values))
    for t in range(len(values)):
        same = values == values[t]
        same[t] = False
        alike = (same & own).sum(axis=1)
        other = int(np.argmax(same @ weight[t]))
        best.append((other, same[other]))
        agreed[t], pair[t] = alike.sum(), alike[other]
    # Each pair was counted from both sides.
    county = (agreed.sum() / 2 - pair + 1) / (expected.sum() / 2 + 1)
    return best, np.maximum(county, (agreed - pair + 1) / (expected + 1))


def _chances(values: Floats) -> Floats:
    """Township × indicator: how likely another township has the very same count, from how many have about as much."""
    chance, step = np.full(values.shape, np.nan), coarseness(values)
    for i in range(values.shape[1]):
        own = values[:, i]
        rising = np.sort(own[~np.isnan(own)])
        near = np.searchsorted(rising, own * NEAR, side="right") - np.searchsorted(rising, own / NEAR)
        # Besides the two themselves; one more for those not seen (Laplace's rule), so that few do not pass for none.
        others = np.maximum(near - 2, 0) + 1.0
        width = own * (NEAR - 1 / NEAR) / step[i] + 1
        chance[:, i] = np.minimum(1.0, others / max(1, len(rising) - 1) / width)
    return chance


RULE = Rule(
    ID,
    "question",
    say("与其他乡镇数据相同"),
    check,
    (SAME, FROM, CHANCE, MEDIUM, HIGH),
    version=2,
    condition=say("至少 3 项不小于 10 的数与另一乡镇一字不差，且超出偶然。"),
)
