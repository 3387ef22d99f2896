"""How a question is put together: figures compared, the sentence, what the township is asked to do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analytics.checks.county import County
from analytics.checks.rule import GradeName, Settings, Threshold
from analytics.measures.grid import Bools
from analytics.model import Evidence, Finding
from analytics.text import Text, say

MEDIUM = Threshold("medium_from", 5, "偶然相同的可能随项数迅速减小，五项以上应优先核实", "本项目约定")
HIGH = Threshold("high_from", 8, "八项以上相同基本可以排除巧合", "本项目约定")


def question(
    county: County,
    year: int,
    rule: str,
    t: int,
    indicators: Sequence[str],
    evidence: Sequence[Evidence],
    sentence: Text,
    suggestion: Text | None = None,
    *,
    severity: GradeName,
    strength: int,
    n: int,
) -> Finding:
    """A question to one township about some of its figures."""
    order = county.position
    return Finding(
        kind="question",
        rule=rule,
        township=county.townships[t],
        year=year,
        indicators=tuple(sorted(indicators, key=order.__getitem__)),
        severity=severity,
        strength=strength,
        n=n,
        evidence=tuple(sorted(dict.fromkeys(evidence), key=lambda e: (order[e.indicator], -e.year))),
        sentence=sentence,
        suggestion=suggestion or say("请对照原始台账核实；如有误请更正后重新报送，如无误请说明原因。"),
        status="open",
    )


def by_count(count: int, settings: Settings) -> GradeName:
    """Severity of a question that rests on how many figures agree."""
    if count >= settings["high_from"]:
        return "high"
    return "medium" if count >= settings["medium_from"] else "low"


def counted(county: County, kinds: tuple[str, ...] = ("flow",)) -> Bools:
    """Which indicators of the catalogue are of these kinds."""
    return np.array([i.kind in kinds for i in county.catalogue.indicators], dtype=np.bool_)


def ids(county: County, mask: Bools) -> list[str]:
    """The ids of the indicators a mask marks."""
    return [i.id for i, marked in zip(county.catalogue.indicators, mask, strict=True) if marked]


def pairs(county: County, t: int, year: int, indicators: Sequence[str]) -> list[Evidence]:
    """The figures of the year and of the year before."""
    return [county.evidence(t, y, i) for i in indicators for y in (year, year - 1)]
