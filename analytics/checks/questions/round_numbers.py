"""More round figures than counting gives: traces of estimating, never a reproach of fraud."""

from __future__ import annotations

import numpy as np
from scipy.special import bdtrc

from analytics.checks.county import County
from analytics.checks.questions.asking import counted, ids, question
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.model import Finding
from analytics.text import say

ID = "round_numbers"
FROM = 1.5
"""Counts are judged from so many steps on: the first multiple among them (20 from 15 on) then has as much room below as
above. From 10 on, small counts that just reach 10 would make tens look common."""
CHANCE = Threshold(
    "chance",
    0.001,
    "逐项清点得到这么多整数的概率不到千分之一；整十、整百、整千都试过，概率按试过的次数放大",
    "规则约定：P(Bin(n, 10^-k) ≥ m) < 0.001（k = 1、2、3，Bonferroni）",
)


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about townships with too many multiples of 10, 100 or 1,000 among their exact counts of that size.

    Money is left out (budgets are round by nature), and so are figures given as ≥ or ≈, which say it themselves.
    """
    money = np.array([i.unit == "元" for i in county.catalogue.indicators], dtype=np.bool_)
    values = np.where(counted(county) & ~money, county.exact(year), np.nan)
    found = []
    for t in range(len(county.townships)):
        best, tried = None, 0
        for step, word in ((10.0, say("整十")), (100.0, say("整百")), (1000.0, say("整千"))):
            with np.errstate(invalid="ignore"):
                large = values[t] >= FROM * step
            multiple = large & (np.where(large, values[t], 1) % step == 0)
            n, m = int(large.sum()), int(multiple.sum())
            tried += n > 0
            p = float(bdtrc(m - 1, n, 1 / step)) if m else 1.0
            if best is None or p < best[0]:
                best = (p, n, m, word, multiple)
        if best is None or best[0] * max(tried, 1) >= settings["chance"]:
            continue
        _, n, m, word, multiple = best
        indicators = ids(county, multiple)
        sentence = say(
            "{township}{year}年 {n} 项数据中有 {m} 项为{word}数（{names}），有估算痕迹，请确认是否为实际统计数。",
            township=county.townships[t],
            year=year,
            n=n,
            m=m,
            word=word,
            names=names_of(county.catalogue, indicators),
        )
        found.append(
            question(
                county,
                year,
                ID,
                t,
                indicators,
                [county.evidence(t, year, i) for i in indicators],
                sentence,
                say("如为估算，请按台账补报实际数，或在数字前注明“约”“余”。"),
                severity="low",
                strength=1,
                n=n,
            )
        )
    return found


RULE = Rule(
    ID,
    "question",
    say("估算痕迹"),
    check,
    (CHANCE,),
    version=2,
    condition=say("整十、整百或整千数的占比：P(Bin(n, 10^-k) ≥ m) 低于界限。只说估算痕迹，不说造假。"),
)
