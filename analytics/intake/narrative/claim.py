"""What one amount says, and what stands around the sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.narrative.amounts import Amount
from analytics.model import Qualifier


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that counts an indicator, at ``start`` to ``end`` of its sentence.

    ``part``: said to be a part of another amount of the same indicator.
    """

    indicator: str
    value: float
    qualifier: Qualifier
    start: int
    end: int
    part: bool = False
    between: bool = False
    """The end of a range, which is no figure and has to be asked about."""
    dated: bool = False
    """Said of one day, or of what others held; the year's number only where nothing else is said of the indicator."""
    until: bool = False
    """Counted up to a day before the year's end (截至11月底), which has to be asked about."""
    occasion: bool = False
    """Of a part of the year or of one event: no figure, and told only where nothing else is said of the indicator."""
    shared: tuple[str, ...] = ()
    """The indicators that one number is said of together; it is no figure of any of them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a sentence: the report's year and the sentence before."""

    year: int | None
    before: str = ""
    heading: str = ""
    """The words of the heading it stands under, where these are about the law."""
    field: str = ""
    """The words of the heading it stands under, whatever these are about: what telegram style leaves out."""
    leaders: bool = False
    """A part on what the chief officials did, who then need not be named again."""
    planned: bool = False
    """Sentences of next year's plan: then plans are what is looked for."""
    lenient: bool = False
    """Whether other lines of work count too (禁毒手册 as leaflets)."""
    narrow: bool = False
    """The sentence before spoke of one event, and this one goes on about it."""


def claim_of(indicator: str, amount: Amount, *, part: bool = False, times: int = 1) -> Claim:
    """The claim that ``amount`` counts ``indicator``, ``times`` over where one number stands for several things."""
    value = amount.quantity.low * times
    return Claim(indicator, value, amount.quantity.qualifier, amount.start, amount.end, part, amount.between)
