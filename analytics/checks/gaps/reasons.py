"""How the conditions of a theme become one finding per township: strength is how many of them hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analytics.checks.county import Amounts, County
from analytics.checks.ratios import Ratio
from analytics.checks.rule import GradeName, Settings, Silent, Threshold
from analytics.checks.words import joined
from analytics.measures.grid import Bools
from analytics.model import Evidence, Finding
from analytics.text import Text, say

PEERS = Threshold(
    "peers",
    8,
    "少于 8 个乡镇时，四分之一不足两个乡镇，名次由个别乡镇决定，不宜作比较",
    "规则约定：四分位取自已报乡镇，少于 8 个时不作判断并说明原因",
)
"""Every rule that uses quarters of peers has this threshold."""

SEVERITY: Mapping[int, GradeName] = {1: "low", 2: "medium"}
"""One condition may have a reason of its own, two agree, three or more leave little doubt (high)."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition that holds for one township: the clause that says so, the figures it rests on, and how many
    townships or years were compared."""

    clause: Text
    evidence: tuple[Evidence, ...]
    n: int

    @property
    def possible(self) -> bool:
        """Whether no figure in it is below 0: such a figure is asked about, and nothing is concluded from it."""
        return all(e.value is None or e.value >= 0 for e in self.evidence)


Condition = Mapping[int, Reason] | Silent
"""By township position where the condition holds, or why it was not judged at all."""


def gap_findings(
    county: County, year: int, theme: str, conditions: Sequence[Condition], suggestion: Text
) -> list[Finding]:
    """One finding for every township that returned figures and for which any condition holds."""
    held = [c for c in conditions if not isinstance(c, Silent)]
    found = []
    for t in np.flatnonzero(county.returned(year)):
        reasons = [c[int(t)] for c in held if int(t) in c and c[int(t)].possible]
        if reasons:
            found.append(_finding(county, year, theme, int(t), reasons, suggestion))
    return found


def _finding(county: County, year: int, theme: str, t: int, reasons: Sequence[Reason], suggestion: Text) -> Finding:
    evidence = sorted(
        dict.fromkeys(e for r in reasons for e in r.evidence), key=lambda e: (-e.year, county.position[e.indicator])
    )
    used = {e.indicator for e in evidence}
    township = county.townships[t]
    return Finding(
        kind="gap",
        rule=theme,
        theme=theme,
        township=township,
        year=year,
        indicators=tuple(i.id for i in county.catalogue.indicators if i.id in used),
        severity=SEVERITY.get(len(reasons), "high"),
        strength=len(reasons),
        n=max(r.n for r in reasons),
        evidence=tuple(evidence),
        sentence=say(
            "{township}{year}年{clauses}。", township=township, year=year, clauses=joined([r.clause for r in reasons])
        ),
        suggestion=suggestion,
    )


def either(*conditions: Condition) -> list[Condition]:
    """Several ways in which one condition can hold: it counts once, with the first way's words; silences are kept."""
    merged: dict[int, Reason] = {}
    for condition in conditions:
        if not isinstance(condition, Silent):
            for t, reason in condition.items():
                merged.setdefault(t, reason)
    return [merged, *(c for c in conditions if isinstance(c, Silent))]


def figures_of(county: County, t: int, year: int, indicators: Sequence[str]) -> tuple[Evidence, ...]:
    """The figures of these indicators that the township reported for the year."""
    return tuple(e for i in indicators if (e := county.evidence(t, year, i)).value is not None)


def both_years(county: County, t: int, year: int, indicators: Sequence[str]) -> tuple[Evidence, ...]:
    """The figures reported for the year and for the one before."""
    return figures_of(county, t, year, indicators) + figures_of(county, t, year - 1, indicators)


def silences(conditions: Sequence[Condition]) -> list[Silent]:
    """The conditions that were not judged."""
    return [c for c in conditions if isinstance(c, Silent)]


def too_few(rule: str, year: int, about: Text, n: int, settings: Settings) -> Silent | None:
    """Why a comparison with peers says nothing; None where enough townships reported."""
    if n >= settings["peers"]:
        return None
    return Silent(
        rule,
        year,
        say(
            "{year}年{about}只有 {n} 个乡镇可比，少于 {peers} 个，不作判断",
            year=year,
            about=about,
            n=n,
            peers=int(settings["peers"]),
        ),
    )


def is_zero(amounts: Amounts) -> Bools:
    """Reported and zero, certainly."""
    return np.asarray((amounts.value == 0) & (amounts.high == 0), dtype=np.bool_)


def falls(this: Amounts | Ratio, last: Amounts | Ratio) -> Bools:
    """Less than last year whatever the bounds allow; what differs only in the last binary digits is the same."""
    with np.errstate(invalid="ignore"):
        return np.asarray(this.high < last.low - np.abs(last.low) * 1e-12, dtype=np.bool_)


def rises(this: Amounts | Ratio, last: Amounts | Ratio) -> Bools:
    """More than last year whatever the bounds allow."""
    return falls(last, this)


def where(mask: Bools) -> list[int]:
    """The positions of the townships for which a condition holds."""
    return [int(t) for t in np.flatnonzero(mask)]
