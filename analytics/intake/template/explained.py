"""An entry of the form and what the township wrote beside it under 说明."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.catalogue import Indicator
from analytics.intake.grid import Cell
from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.units import Unit
from analytics.intake.values import Remark, Value, read_value
from analytics.intake.words import squeeze
from analytics.model import Qualifier, Severity, State
from analytics.text import say

_ABOUT = re.compile(r"(?:约数?|大约|大概|概数|估计数?|估算数?|近似数?|左右)(?:[，,。；;、:].*)?")
_AT_LEAST = re.compile(r"(?:以上|至少|不少于|不低于|超过|余|多)(?:[，,。；;、:].*)?")


def read_entry(cell: Cell | None, indicator: Indicator, year: int | None) -> Value:
    """The value of an entry cell. The form fixes the unit: rates are 0 to 100, money is 元, however small."""
    value = read_value(cell, indicator, Unit(indicator.unit), year)
    if cell is None or not value.usable or value.number is None:
        return value
    bare = cell.value if isinstance(cell.value, int | float) and "%" not in cell.shown else None
    if indicator.kind == "rate" and bare is not None and 0 < bare <= 1:
        # Read literally, as the form asks; a township may still have meant 0.98 for 98 %.
        ask = say("按 {n}% 读，请确认不是 {m}%。", n=f"{bare:.10g}", m=f"{bare * 100:.10g}")
        return replace(value, number=float(bare), remarks=(Remark(Severity.QUESTION, "rate_scale", ask),))
    if indicator.unit == "元" and 0 < value.number < 1000 and bare is not None:
        ask = say("按 {n} 元读，请确认填的不是万元。", n=f"{value.number:,.10g}")
        return replace(value, remarks=(*value.remarks, Remark(Severity.QUESTION, "money_unit", ask)))
    return value


def explained(value: Value, note: str) -> Value:
    """``value`` with what 说明 says about how exact it is (约数, 8万余份); a contradiction is asked about.

    Only a note that is wholly such a word or quantity counts; any other is the township's own explanation.
    """
    plain = squeeze(note)
    if not plain or not value.usable:
        return value
    if _ABOUT.fullmatch(plain):
        return _qualified(value, Qualifier.ABOUT)
    if _AT_LEAST.fullmatch(plain):
        return _qualified(value, Qualifier.AT_LEAST)
    read = read_quantity(note) if len(plain) <= 24 else None
    if not isinstance(read, Quantity) or read.note:
        return value
    if value.state is State.REPORTED and value.number == read.low == read.high:
        return _qualified(value, read.qualifier)
    if value.state is State.MISSING:
        ask = say("“本年数”没有填，“说明”写着“{note}”，请核实后把数填进“本年数”。", note=note)
        return replace(value, remarks=(Remark(Severity.QUESTION, "only_explained", ask),), usable=False)
    ask = say("“本年数”填 {raw}，“说明”写着“{note}”，请核实哪个对。", raw=value.raw, note=note)
    return replace(value, remarks=(*value.remarks, Remark(Severity.QUESTION, "explanation_differs", ask)))


def _qualified(value: Value, qualifier: Qualifier) -> Value:
    if value.state is not State.REPORTED or value.number is None or value.qualifier is not Qualifier.EXACT:
        return value
    return replace(value, qualifier=qualifier)
