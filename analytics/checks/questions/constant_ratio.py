"""Figures that all grew, or shrank, by the very same percentage."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.questions.asking import HIGH, MEDIUM, by_count, counted, ids, pairs, question
from analytics.checks.questions.coincidence import Unrest, coarseness, coincidence, on_their_own, unrest
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.measures.grid import Bools, Floats
from analytics.model import Finding
from analytics.text import say

ID = "constant_ratio"
SAME = Threshold("indicators", 3, "三项及以上按同一比例变化，像是由上年数据推算", "规则约定：三项及以上")
FROM = Threshold("value", 20, "20 以下的数取整后比值很粗，容易偶然相同", "规则约定：不小于 20")
WIDTH = Threshold("tolerance", 0.001, "比值相差不超过 0.1 个百分点视为相同", "规则约定：0.1%")

CHANCE = Threshold(
    "chance",
    0.001,
    "各项变化本来就接近时，比值容易偶然重合；按各项在全县的年际起伏推算，巧合的概率低于千分之一才提出",
    "扫描统计的上界（Naus 1965）：n 乘以其余各项按全县起伏落在同一比值上的分量 ln(1/p) 之和达到所见的概率",
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about townships whose exact yearly counts keep one ratio (not 1) to last year's."""
    this, last = county.exact(year), county.exact(year - 1)
    usable = (this >= settings["value"]) & (last >= settings["value"]) & counted(county)
    this, last = np.where(usable, this, np.nan), np.where(usable, last, np.nan)
    moves, step = unrest(this, last), coarseness(last)
    own = on_their_own(county.catalogue)
    found = []
    for t in np.flatnonzero(usable.sum(axis=1) >= max(2, settings["indicators"])):
        ratio = this[t] / last[t]
        alike = _largest_cluster(ratio, settings["tolerance"])
        if alike.sum() < max(2, settings["indicators"]):
            continue
        if _chance(moves, int(t), ratio, step, alike, own, settings["tolerance"]) >= settings["chance"]:
            continue
        indicators = ids(county, alike)
        sentence = say(
            "{township}{year}年有 {count} 项数据都约为上年的 {percent}%：{names}，请核实是否由上年数据推算。",
            township=county.townships[t],
            year=year,
            count=len(indicators),
            percent=f"{float(np.median(ratio[alike])) * 100:.1f}",
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


def _largest_cluster(ratio: Floats, width: float) -> Bools:
    """The most ratios that lie within ``width`` of each other, those near 1 left out; the lower of two as large."""
    with np.errstate(invalid="ignore"):
        usable = ~np.isnan(ratio) & (np.abs(ratio - 1) > width)
    values = np.sort(ratio[usable])
    if not len(values):
        return np.zeros(ratio.shape, dtype=np.bool_)
    # A hair more than the width, so that 1.249 and 1.250 are within 0.001 in binary too.
    reach = np.searchsorted(values, values + width * (1 + 1e-9), side="right") - np.arange(len(values))
    start = values[int(np.argmax(reach))]
    with np.errstate(invalid="ignore"):
        return np.asarray(usable & (ratio >= start) & (ratio <= start + width * (1 + 1e-9)), dtype=np.bool_)


def _chance(moves: Unrest, t: int, ratio: Floats, step: Floats, alike: Bools, own: Bools, width: float) -> float:
    """How likely as large a cluster is somewhere among a township's ratios.

    Whichever ratio is the lowest of a cluster, the others have to fall into the width above it: n times the chance of
    that, as for the scan statistic of n points (Naus 1965, JASA 60:532). Small counts have few ratios they can take, so
    the numbers (multiples of ``step``) that fall into the width are counted one by one.
    """
    alike = alike & own
    if alike.sum() < 2:
        return 1.0
    lowest = int(np.nanargmin(np.where(alike, ratio, np.nan)))
    start, hair, last = float(ratio[lowest]), 1e-9, moves.last[t]
    most, least = last * (start + width) * (1 + hair) / step, last * start * (1 - hair) / step
    whole = np.maximum(np.floor(most) - np.ceil(least) + 1, 0) * step
    others = own & (np.arange(len(ratio)) != lowest)
    chance = np.where(others, moves.landing(t, start, whole), np.nan)
    return float((~np.isnan(ratio) & own).sum()) * coincidence(chance, alike & others)


RULE = Rule(
    ID,
    "question",
    say("按同一比例变化"),
    check,
    (SAME, FROM, WIDTH, CHANCE, MEDIUM, HIGH),
    version=2,
    condition=say("至少 3 项不小于 20 的全年数与上年之比相同（相差 0.1 个百分点以内，且不为 1），且超出偶然。"),
)
