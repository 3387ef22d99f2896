"""How a figure is written: ≥80,000, ≈1,200, 未报, 已报待核实, 不适用, 0."""

from __future__ import annotations

import math

from analytics.measures.told import FROM_REPORT
from analytics.text import Language, translate

SIGNS = {"exact": "", "at_least": "≥", "about": "≈"}


def figure_text(
    value: float | None,
    qualifier: str,
    state: str,
    language: Language = "zh",
    short: bool = False,
    *,
    told: bool = False,
) -> str:
    """A figure as it is shown: in full for tables, shortened from ten thousand on for charts.

    Zero is written as 0; missing and not applicable are words, and so is waiting: missing, because what was sent in is
    not used before a question about it is answered. A shortened ≥ figure is rounded down, so that the
    bound stays true. English shortens by thousand and million, where Chinese does by 万 and 亿. ``told``: a report's
    figure that stands in for a return's bears the mark of it.
    """
    if state == "not_applicable":
        return translate("不适用", language)
    if state == "waiting":
        return translate("已报待核实", language)
    if state != "reported" or value is None or math.isnan(value):
        return translate("未报", language)
    sign = (FROM_REPORT if told else "") + SIGNS.get(qualifier, "")
    return sign + (shortened(value, language, down=qualifier == "at_least") if short else number_text(value))


def number_text(value: float) -> str:
    """A number in full, with thousands separators and at most two decimals: 80,000 · 98.5 · −3."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{abs(value):,.2f}".rstrip("0").rstrip(".")
    return f"−{text}" if value < 0 and text != "0" else text


def shortened(value: float, language: Language = "zh", down: bool = False) -> str:
    """A number for a chart label: 8.0万 from ten thousand on, in full below; ``down`` rounds towards zero."""
    steps = [(1e8, "亿"), (1e4, "万")] if language == "zh" else [(1e6, "M"), (1e3, "k")]
    size = abs(value)
    if size < 1e4 or math.isinf(value):
        return number_text(value)
    # 99,990,000 is 1.0亿 and not 10000.0万: the step is chosen after rounding.
    for step, word in steps:
        tenths = size / step * 10
        tenths = math.floor(tenths + 1e-9) if down else math.floor(tenths + 0.5)
        if tenths >= 10:
            return f"{'−' if value < 0 else ''}{tenths / 10:.1f}{word}"
    return number_text(value)
