"""A part (其中) that is larger than the whole it belongs to, and parts that do not add up to their total."""

from __future__ import annotations

import numpy as np

from analytics.checks.county import County
from analytics.checks.noted import of_rule
from analytics.checks.questions.asking import question
from analytics.checks.questions.remarks import asked, corrected
from analytics.checks.rule import Rule, Settings
from analytics.checks.words import name_of, shown
from analytics.model import Finding
from analytics.text import Text, say

ID = "part_exceeds_whole"


def check(county: County, year: int, settings: Settings) -> list[Finding]:  # noqa: ARG001
    """Asks where a part is above its whole whatever the bounds allow; the catalogue says what is part of what.

    Quarters, months, villages and totals that differ within one return were seen when it was read.
    """
    return [*_parts(county, year), *_totals(county, year)]


def _parts(county: County, year: int) -> list[Finding]:
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


def _totals(county: County, year: int) -> list[Finding]:
    found = []
    for noted in dict.fromkeys(of_rule(county.noted, ID, year)):
        if corrected(county, noted):
            continue
        known = noted.indicator in county.position
        name = name_of(county.catalogue, noted.indicator) if known and noted.indicator else Text("报表", "return")
        sentence = say(
            "{township}{year}年{name}的合计与各部分不符：{message}",
            township=noted.township,
            year=year,
            name=name,
            message=noted.message,
        )
        found.append(asked(county, year, ID, (noted,), sentence, severity="medium"))
    return [f for f in found if f is not None]


RULE = Rule(
    ID,
    "question",
    say("部分与总数不符"),
    check,
    condition=say("其中数大于总数；季度、月度与全年不符；合计行与各行之和不符。"),
)
