"""What may be said of two figures: the direction only where their bounds leave no doubt, and how much at least."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from analytics.catalogue import Catalogue
from analytics.export.amounts import Amount, Comparing, comparable, spread
from analytics.export.prose.words import Variant, number_said, speaker, with_unit
from analytics.measures import number_text
from analytics.measures.change import PERCENT_FROM, within_chance
from analytics.measures.grid import EVENT_UNITS
from analytics.text import Language

Relation = Literal[
    "up",
    "down",
    "flat",
    "alike",
    "open",
    "unlike",
    "waiting",
    "this_missing",
    "last_missing",
    "both_missing",
    "not_applicable",
]
"""alike: about equal, as far as ≈ tells. open: a ≥ leaves the direction open. unlike: sums of different parts. waiting:
what was sent in for a year is not used yet."""

Sure = Literal["", "from", "about", "unknown"]
"""Of how much: exactly so much, at least so much, about so much, nothing that could be said."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two figures compared. ``difference`` is how much more or less (never negative); ``percent`` of the base, NaN
    where the base is under 10. ``last`` is the base's value, NaN where there is none."""

    relation: Relation
    sure: Sure = ""
    difference: float = math.nan
    percent: float = math.nan
    last: float = math.nan
    this: float = math.nan

    @property
    def moved(self) -> bool:
        """Whether it certainly rose or fell."""
        return self.relation in ("up", "down")


class Bounded(NamedTuple):
    """A number with the least and the most it can be (inf: open above)."""

    value: float
    low: float
    high: float


def bounded(amount: Amount) -> Bounded:
    """A known amount with its bounds; ≈ is taken to be within 5 %, but never exact: about 0 is not 0.

    What a sum lacks is left out: sums are only compared with sums that lack the same.
    """
    off = spread(amount)
    return Bounded(amount.value, amount.value - off, math.inf if amount.sign == "≥" else amount.value + off)


def change_between(this: Amount, last: Amount) -> Change:
    """Compares two amounts, which have to hold the same parts."""
    if not (this.known and last.known):
        if "not_applicable" in (this.state, last.state):
            return Change("not_applicable")
        if this.waiting or last.waiting:
            return Change("waiting", this=this.value, last=last.value)
        if this.known:
            return Change("last_missing", this=this.value)
        return Change("this_missing", last=last.value) if last.known else Change("both_missing")
    if this.holds != last.holds:
        return Change("unlike", this=this.value, last=last.value)
    return change_of(bounded(this), bounded(last))


def change_of(this: Bounded, last: Bounded) -> Change:
    """Compares two numbers; up or down only where the bounds of one lie wholly beyond those of the other."""
    open_above = math.inf in (this.high, last.high)
    exact = [n.low == n.high for n in (this, last)]
    if all(exact) and this.value == last.value:
        return Change("flat", "", 0.0, math.nan, last.value, this.value)
    up, down = this.low > last.high, this.high < last.low
    if not (up or down):
        return Change("open" if open_above else "alike", "unknown", math.nan, math.nan, last.value, this.value)
    if all(exact):
        sure: Sure = ""
    elif not open_above:
        sure = "about"
    else:
        plain = all(n.low == n.value for n in (this, last)) and any(exact)
        sure = "from" if plain else "unknown"
    difference = round(abs(this.value - last.value), 6)
    percent = difference / last.value * 100 if last.value >= PERCENT_FROM else math.nan
    return Change("up" if up else "down", sure, difference, percent, last.value, this.value)


def added(amounts: Iterable[Amount]) -> Bounded:
    """The sum of known amounts with its bounds."""
    parts = [bounded(a) for a in amounts]
    return Bounded(*(round(sum(p[side] for p in parts), 6) for side in range(3)))


def chance_of_sum(catalogue: Catalogue, key: str, pairs: Sequence[tuple[Amount, Amount]]) -> bool | None:
    """Whether chance explains the change of a sum over townships, judged as for a township's figure on the screens.

    None where that cannot be told: no exact whole counts of events (of a headline measure or an indicator), or no
    change. ``pairs``: this year's and last year's amounts, which hold the same parts.
    """
    headline, indicator = catalogue.headline_by_id.get(key), catalogue.by_id.get(key)
    unit = headline.unit if headline else indicator.unit if indicator and indicator.kind == "flow" else ""
    this, last = (added(pair[side] for pair in pairs) for side in (0, 1))
    exact = all(not a.sign for pair in pairs for a in pair)
    whole = float(this.value).is_integer() and float(last.value).is_integer()
    if unit not in EVENT_UNITS or not exact or not whole or this.value == last.value:
        return None
    return bool(within_chance(np.array([this.value]), np.array([last.value]))[0])


class Judged(NamedTuple):
    """How sure the change of a sum is, by the bounds of its townships, and whether chance explains it."""

    sure: Comparing | None
    chance: bool


def judged_sum(catalogue: Catalogue, key: str, pairs: Sequence[tuple[Amount, Amount]]) -> Judged:
    """The change of the sums over the townships that can be compared, as the brief judges it; None where there is none."""
    both = [pair for pair in pairs if comparable(*pair)]
    if not both:
        return Judged(None, chance=False)
    change = change_of(*(added(pair[side] for pair in both) for side in (0, 1)))
    return Judged(_comparing(change), chance_of_sum(catalogue, key, both) is True)


def _comparing(change: Change) -> Comparing:
    if change.relation == "open" or change.relation == "alike":
        return change.relation
    if change.sure == "from":
        return "from" if change.relation == "up" else "up_to"
    return "unsized" if change.sure == "unknown" else change.sure


def change_said(
    change: Change,
    unit: str,
    language: Language = "zh",
    *,
    base: str,
    chance: bool = False,
    rate: bool = False,
    variant: Variant = 0,
) -> str:
    """The clause behind a figure: 比上年增加120场次，增长12.5%. ``base`` names the other year (上年, 2023年).

    ``chance``: the difference is within what chance explains, which is said instead of a rise or a fall.
    """
    t = speaker(language)
    relation = change.relation
    if relation in ("this_missing", "both_missing"):
        return t("本年未报")
    if relation == "last_missing":
        return t("{base}未报，无从比较", base=base)
    if relation == "waiting":
        return t("所报的数待核实，暂不比较")
    if relation == "not_applicable":
        return t("不作比较")
    if relation == "unlike":
        return t("与{base}所报项目不一致，不作增减比较", base=base)
    if relation == "open":
        return t("因所报含“余”“不少于”一类的数，与{base}相比增减不能确定", base=base)
    if relation == "alike":
        return t("与{base}大体相当", base=base)
    if relation == "flat":
        return (t("与{base}持平", base=base), t("与{base}相同", base=base))[variant % 2]
    up = relation == "up"
    if change.sure == "unknown":
        return t("比{base}有所增加", base=base) if up else t("比{base}有所减少", base=base)
    if rate:
        points = number_text(round(change.difference, 2))
        return _points(up, points, base, language)
    amount = with_unit(change.difference, unit, language)
    if chance:
        message = (t("比{base}多{amount}，属正常波动"), t("比{base}少{amount}，属正常波动"))[not up]
        return message.format(base=base, amount=amount)
    return _moved(change, up, amount, base, language, variant)


def _points(up: bool, points: str, base: str, language: Language) -> str:
    t = speaker(language)
    if up:
        return t("比{base}提高{points}个百分点", base=base, points=points)
    return t("比{base}下降{points}个百分点", base=base, points=points)


def _moved(change: Change, up: bool, amount: str, base: str, language: Language, variant: Variant) -> str:
    t = speaker(language)
    sure = {"from": t("至少"), "about": t("约"), "": ""}[change.sure]
    values = {"base": base, "amount": amount, "sure": sure}
    if change.last == 0:
        return t("{base}为0，本年{sure}增加{amount}", **values)
    if not up and change.this == 0 and not change.sure:
        return t("由{base}的{last}降为0", base=base, last=number_said(change.last, language))
    if math.isnan(change.percent):
        few = (
            (t("比{base}{sure}增加{amount}", **values), t("较{base}{sure}多{amount}", **values)),
            (t("比{base}{sure}减少{amount}", **values), t("较{base}{sure}少{amount}", **values)),
        )
        return few[not up][variant % 2]
    rounded = round(change.percent, 1)
    if rounded == 0:
        message = t("比{base}{sure}增加{amount}，增幅不足0.1%") if up else t("比{base}{sure}减少{amount}，降幅不足0.1%")
        return message.format(**values)
    percent = f"{number_text(rounded)}%"
    more = (
        t("比{base}{sure}增加{amount}，{sure}增长{percent}", percent=percent, **values),
        t("较{base}{sure}多{amount}，增幅{sure}{percent}", percent=percent, **values),
        t("比{base}{sure}增长{percent}，{sure}多{amount}", percent=percent, **values),
    )
    less = (
        t("比{base}{sure}减少{amount}，{sure}下降{percent}", percent=percent, **values),
        t("较{base}{sure}少{amount}，降幅{sure}{percent}", percent=percent, **values),
        t("比{base}{sure}下降{percent}，{sure}少{amount}", percent=percent, **values),
    )
    return (more if up else less)[variant % 3]
