"""Rates of one column written in two ways: 98.5% and 0.97 beside each other leave open whether the second is 97 %."""

from __future__ import annotations

from collections import defaultdict

from analytics.intake.observed import Gathered, Observation
from analytics.intake.quantities import Quantity, read_quantity
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
            seen = out.observations[number]
            if all(remark.code != "rate_scale" for remark in seen.value.remarks):
                message = say("“{raw}”按 {n}% 读，请确认不是 {raw}%。", raw=seen.value.raw, n=f"{seen.value.number:g}")
                out.observations[number] = seen.asked("rate_scale", message)


def _is_fraction(seen: Observation) -> bool:
    read = read_quantity(seen.value.raw)
    if not isinstance(read, Quantity) or "percent" in read.note or read.unit:
        return False
    return 0 < read.low <= 1 and seen.value.number == round(read.low * 100, 6)
