"""Figures that repeat last year's to the unit."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.questions.asking import HIGH, MEDIUM, by_count, counted, ids, pairs, question
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import names_of
from analytics.model import Finding
from analytics.text import say

ID = "copied_from_last_year"
SAME = Threshold("indicators", 3, "三项及以上同时与上年一字不差，巧合的可能小于二十万分之一", "规则约定：三项及以上")
FROM = Threshold("value", 10, "10 以下的小数容易偶然相同，不计入", "规则约定：不小于 10")


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about townships whose exact yearly counts repeat last year's.

    Approximate figures are left out (8万余 is said again easily), and so are rates and year-end levels, which may
    well stay as they were.
    """
    this, last = county.exact(year), county.exact(year - 1)
    same = (this == last) & (this >= settings["value"]) & counted(county)
    found = []
    for t in np.flatnonzero(same.sum(axis=1) >= max(1, settings["indicators"])):
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


RULE = Rule(ID, "question", say("与上年数据相同"), check, (SAME, FROM, MEDIUM, HIGH))
