"""A figure that cannot be: negative, a rate above 100 %, half an event."""

from __future__ import annotations

import numpy as np

from analytics.catalogue import Indicator
from analytics.checks.county import County
from analytics.checks.questions.asking import question
from analytics.checks.rule import Rule, Settings, Threshold
from analytics.checks.words import name_of, shown
from analytics.measures.grid import Bools, Floats
from analytics.model import Finding
from analytics.text import Text, say

ID = "exceeds_bounds"
RATE = Threshold("highest_rate", 100, "比率以全体为基数，不会超过 100%", "指标定义")
DIVISIBLE = frozenset({"元", "%"})
"""Units that may have a fraction; everything else is counted whole."""


def check(county: County, year: int, settings: Settings) -> list[Finding]:
    """Asks about every impossible figure, each by itself."""
    found = []
    for indicator in county.catalogue.indicators:
        amounts = county.amounts(indicator.id, year)
        for t in np.flatnonzero(_doubtful(indicator, amounts.value, settings)):
            why = _why(indicator, float(amounts.value[t]), settings)
            if why is None:
                continue
            sentence = say(
                "{township}{year}年{name}为 {value}，{why}，请核实。",
                township=county.townships[t],
                year=year,
                name=name_of(county.catalogue, indicator.id),
                value=shown(amounts, int(t)),
                why=why,
            )
            evidence = (county.evidence(int(t), year, indicator.id),)
            found.append(
                question(
                    county, year, ID, int(t), (indicator.id,), evidence, sentence, severity="high", strength=1, n=1
                )
            )
    return found


def _doubtful(indicator: Indicator, value: Floats, settings: Settings) -> Bools:
    """Where ``_why`` has something to say."""
    with np.errstate(invalid="ignore"):
        found = value < 0
        if indicator.kind == "rate":
            found |= value > settings["highest_rate"]
        if indicator.unit not in DIVISIBLE:
            found |= (value % 1) > 0
    return np.asarray(found, dtype=np.bool_)


def _why(indicator: Indicator, value: float, settings: Settings) -> Text | None:
    if value < 0:
        return say("不应为负数")
    if indicator.kind == "rate" and value > settings["highest_rate"]:
        return say("比率不应超过 {highest}%", highest=f"{settings['highest_rate']:g}")
    if indicator.unit not in DIVISIBLE and not value.is_integer():
        return say("应为整数")
    return None


RULE = Rule(
    ID, "question", say("超出合理范围"), check, (RATE,), condition=say("负数；比率高于 100%；只能是整数的数有小数。")
)
