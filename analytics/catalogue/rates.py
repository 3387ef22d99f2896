"""What rates are made of, so that the rate of several townships is rebuilt and never averaged."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

BASIS: dict[str, tuple[Literal["numerator", "denominator"], str]] = {
    "law_exam_pass_rate": ("denominator", "law_exam_participants"),
    "law_exam_attendance_rate": ("numerator", "law_exam_participants"),
}
"""Rate → which part of it is held, and as which indicator. Of those who sat the exam a share passed; of those who were
due a share sat it. Of 参学率 neither part is held, so it cannot be rebuilt."""


def rebuilt_rate(indicator: str, parts: Iterable[tuple[float, float]]) -> float | None:
    """The rate (percent) of several townships together, from (rate, the part that is held) of each.

    100 · Σ numerators ÷ Σ denominators, the part that is not held following from the rate. None where a part is
    missing (NaN), where nothing of the rate is held, or where the denominators come to nothing.
    """
    if indicator not in BASIS:
        return None
    held = BASIS[indicator][0]
    above = below = 0.0
    for rate, amount in parts:
        if math.isnan(rate) or math.isnan(amount) or (held == "numerator" and rate <= 0):
            return None
        above += amount if held == "numerator" else amount * rate / 100
        below += amount if held == "denominator" else amount / (rate / 100)
    return 100 * above / below if below > 0 else None
