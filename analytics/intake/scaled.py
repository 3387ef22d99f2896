"""Bare numbers that may stand for ten thousands: under a unit line that does not say of what, or beside 1.2 and 0.85."""

from __future__ import annotations

from collections import defaultdict

from analytics.intake.observed import Gathered, Observation
from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.units import TableUnits, unit_class
from analytics.model import State
from analytics.text import Text, say

SMALL = 1000
"""A number of copies or people from here on is not taken for one in ten thousands."""


def ask_scaled_columns(out: Gathered, start: int, units: TableUnits | None) -> None:
    """Asks, from observation ``start`` on, about bare numbers whose scale cannot be told.

    A fraction among numbers of copies or people (1.2) is asked about as such; whole numbers as small beside it are of
    the same scale, and saying nothing of them would print 约2 for about 20,000.
    """
    fractions: dict[str, Observation] = {}
    bare: dict[str, list[int]] = defaultdict(list)
    for number, seen in enumerate(out.observations[start:], start):
        value = seen.value
        if unit_class(seen.indicator.unit) not in ("person", "copy") or value.state is not State.REPORTED:
            continue
        if not value.number or value.number >= SMALL or not _bare(value.raw):
            continue
        if units is not None and units.unclear(seen.indicator):
            message = say(
                "表上的单位“{unit}”没有说清哪些数以万计，请核对这里的“{raw}”。", unit=units.text, raw=value.raw
            )
            out.observations[number] = seen.asked("scale", message)
        elif value.number != round(value.number):
            fractions.setdefault(seen.indicator.id, seen)
        else:
            bare[seen.indicator.id].append(number)
    for indicator, odd in fractions.items():
        for number in bare[indicator]:
            seen = out.observations[number]
            message = say(
                "“{name}”在同一张表里写着“{odd}”（{cell}），这些数可能以万计；请核对这里的“{raw}”。",
                name=Text(odd.indicator.name_zh, odd.indicator.name_en),
                odd=odd.value.raw,
                cell=odd.cell,
                raw=seen.value.raw,
            )
            out.observations[number] = seen.asked("scale", message)


def _bare(raw: str) -> bool:
    """Whether a cell has neither a measure word nor a scale of its own."""
    read = read_quantity(raw)
    return isinstance(read, Quantity) and not read.unit and not read.scale_said
