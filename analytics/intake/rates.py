"""Rates of one column written in two ways: 98.5% and 0.97 beside each other leave open whether the second is 97 %."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from analytics.intake.observed import Gathered, Observation
from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.values import Remark
from analytics.model import Severity
from analytics.text import say


def ask_mixed_rates(out: Gathered, start: int) -> None:
    """Asks about fractions, from observation ``start`` on, in a column where others are written as percents."""
    lanes: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, seen in enumerate(out.observations[start:], start):
        if seen.indicator.kind == "rate" and seen.value.usable and seen.value.number:
            lanes[seen.lane].append(number)
    for numbers in lanes.values():
        fractions = [n for n in numbers if _is_fraction(out.observations[n])]
        if len(fractions) == len(numbers):
            continue
        for number in fractions:
            value = out.observations[number].value
            if all(remark.code != "rate_scale" for remark in value.remarks):
                message = say("“{raw}”按 {n}% 读，请确认不是 {raw}%。", raw=value.raw, n=f"{value.number:g}")
                remark = Remark(Severity.QUESTION, "rate_scale", message)
                value = replace(value, remarks=(*value.remarks, remark))
                out.observations[number] = replace(out.observations[number], value=value)


def _is_fraction(seen: Observation) -> bool:
    read = read_quantity(seen.value.raw)
    if not isinstance(read, Quantity) or "percent" in read.note or read.unit:
        return False
    return 0 < read.low <= 1 and seen.value.number == round(read.low * 100, 6)
