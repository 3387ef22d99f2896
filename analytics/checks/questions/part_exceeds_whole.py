"""A part (其中) that is larger than the whole it belongs to."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.questions.asking import question
from analytics.checks.rule import Rule, Settings
from analytics.checks.words import name_of, shown
from analytics.model import Finding
from analytics.text import say

ID = "part_exceeds_whole"


def check(county: County, year: int, settings: Settings) -> list[Finding]:  # noqa: ARG001
    """Asks where a part is above its whole whatever the bounds allow; the catalogue says what is part of what."""
    found = []
    for indicator in county.catalogue.indicators:
        if indicator.part_of is None:
            continue
        pair = (indicator.id, indicator.part_of)
        part, whole = (county.amounts(i, year) for i in pair)
        with np.errstate(invalid="ignore"):
            above = part.low > whole.high
        for t in np.flatnonzero(above):
            sentence = say(
                "{township}{year}年{part} {part_value}，大于{whole} {whole_value}，其中数不应超过总数，请核实。",
                township=county.townships[t],
                year=year,
                part=name_of(county.catalogue, pair[0]),
                part_value=shown(part, int(t)),
                whole=name_of(county.catalogue, pair[1]),
                whole_value=shown(whole, int(t)),
            )
            evidence = [county.evidence(int(t), year, i) for i in pair]
            found.append(question(county, year, ID, int(t), pair, evidence, sentence, severity="high", strength=1, n=1))
    return found


RULE = Rule(ID, "question", say("其中数大于总数"), check)
