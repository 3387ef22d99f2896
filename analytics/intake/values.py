"""One cell under one indicator → a value, a state, or why it is not taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from analytics.catalogue import Indicator
from analytics.intake.grid import Cell
from analytics.intake.quantities import Doubt, Quantity, read_number, read_quantity
from analytics.intake.quantities.words import MEASURE
from analytics.intake.units import Unit, fits, unit_class
from analytics.model import Qualifier, Severity, State
from analytics.text import Text, say

MOST = 1e7
"""No count of a township reaches this; one that does was scaled twice."""
MOST_EVENTS = 2000
"""More sessions of one kind than a township holds in a year, five or six a day; asked about."""
MOST_PEOPLE = 1e6
"""More people or copies than a township counts in a year, ten times its residents; asked about."""
MOST_MONEY = 1e8
"""Nor does any township spend as many yuan on rule-of-law work in a year."""


PLACEHOLDER = re.compile(rf"[（(]?[xXｘＸ×✕*＊]{{1,6}}[)）]?余?[百千万亿]?(?:{MEASURE}|%)?")
"""A blank of a template (XX, ×, *次) that nobody filled in."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to ask or tell about one cell."""

    severity: Severity
    code: str
    message: Text


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell gives: ``usable`` False means it is left out and only the remarks are shown."""

    state: State
    number: float | None
    qualifier: Qualifier
    raw: str
    remarks: tuple[Remark, ...] = ()
    usable: bool = True


def raw_text(cell: Cell | None) -> str:
    """The text of a cell as a person sees it."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell.value, str) else cell.shown


def read_value(cell: Cell | None, indicator: Indicator, declared: Unit | None, year: int | None) -> Value:
    """The value of ``cell`` in the indicator's unit; ``declared`` is the unit of heading, unit column or unit row."""
    raw = raw_text(cell)
    if cell is None:
        return Value(State.MISSING, None, Qualifier.EXACT, "")
    read = _read(cell)
    if isinstance(read, Remark):
        return Value(State.REPORTED, None, Qualifier.EXACT, raw, (read,), usable=False)
    if isinstance(read, State):
        return Value(read, None, Qualifier.EXACT, raw)
    if isinstance(read, Doubt) and read.code == "not_a_number" and PLACEHOLDER.fullmatch(raw.strip()):
        return _left_out(raw, "placeholder", say("写的是“{raw}”，没有填数，请核实后填一个数。", raw=raw))
    if isinstance(read, Doubt):
        return _left_out(raw, "doubtful_number", _doubt_text(raw, read))
    if read.year is not None and year is not None and read.year != year:
        return _left_out(
            raw, "year_in_cell", say("格中写的年份与本表年度 {year} 不一致，请核实后只填本年的数。", year=year)
        )
    return _number(read, raw, indicator, declared)


def _read(cell: Cell) -> Quantity | Doubt | State | Remark:
    value = cell.value
    if cell.error:
        return Remark(
            Severity.ERROR, "error_cell", say("单元格是计算错误“{raw}”，请改正公式后重新上传。", raw=cell.shown)
        )
    if value is None and cell.formula:
        return Remark(
            Severity.ERROR,
            "formula_without_value",
            say("公式没有保存计算结果，请用 Excel 或 WPS 打开、保存后重新上传。"),
        )
    if isinstance(value, bool | datetime | date | time):
        return Remark(
            Severity.QUESTION, "not_a_number", say("这里应当是数量，却写着“{raw}”，请向乡镇核实。", raw=cell.shown)
        )
    if isinstance(value, int | float):
        return read_number(value, cell.shown, cell.number_format)
    return read_quantity(value or "")


def _doubt_text(raw: str, doubt: Doubt) -> Text:
    if doubt.quantity is not None and doubt.quantity.value is not None:
        suggestion = f"{doubt.quantity.value:,.10g}"
        return say(
            "写的是“{raw}”：{reason}。是不是 {suggestion}？请核实后填一个数。",
            raw=raw,
            reason=doubt.reason,
            suggestion=suggestion,
        )
    return say("写的是“{raw}”：{reason}，没有采用，请核实后填一个数。", raw=raw, reason=doubt.reason)


def _left_out(raw: str, code: str, message: Text) -> Value:
    return Value(State.REPORTED, None, Qualifier.EXACT, raw, (Remark(Severity.QUESTION, code, message),), usable=False)


def _number(read: Quantity, raw: str, indicator: Indicator, declared: Unit | None) -> Value:
    number = read.low
    remarks: list[Remark] = []
    percent = read.unit in ("%", "‰") or "percent" in read.note
    if indicator.kind == "rate":
        return _rate(read, raw, declared, percent)
    if percent:
        return _left_out(
            raw,
            "unit_mismatch",
            say("“{name}”应当是数量，却写成百分数“{raw}”，请核实。", name=_name(indicator), raw=raw),
        )
    if declared is not None and declared.scale != 1 and number:
        if read.scale_said:
            pass
        elif read.unit:
            remarks.append(
                _ask(
                    "scale",
                    say(
                        "表头单位带“万”，格中却写“{raw}”，已按格中所写读作 {n}，请确认。", raw=raw, n=f"{number:,.10g}"
                    ),
                )
            )
        else:
            number = round(number * declared.scale, 4)
    said = read.unit or (declared.word if declared else "")
    if said and number and not fits(said, indicator) and not (said == "元" and indicator.unit == "元"):
        remarks.append(
            _ask(
                "unit_mismatch",
                say(
                    "“{name}”的单位应为“{unit}”，这里写的是“{said}”，请确认是不是同一项。",
                    name=_name(indicator),
                    unit=indicator.unit,
                    said=said,
                ),
            )
        )
    if indicator.unit == "元" and number and not said and not read.scale_said and number < 1000:
        remarks.append(_ask("money_unit", say("没有写明是元还是万元，暂按 {n} 元读，请确认。", n=f"{number:,.10g}")))
    if number < 0:
        return _left_out(
            raw, "exceeds_bounds", say("“{name}”不会是负数“{raw}”，请核实。", name=_name(indicator), raw=raw)
        )
    if indicator.unit != "元" and abs(number - round(number)) > 1e-6:
        remarks.append(
            _ask("exceeds_bounds", say("“{name}”应当是整数，这里是“{raw}”，请核实。", name=_name(indicator), raw=raw))
        )
    elif abs(number - round(number)) <= 1e-6:
        number = float(round(number))
    if unit_class(indicator.unit) == "event" and number > MOST_EVENTS:
        remarks.append(
            _ask(
                "exceeds_bounds",
                say("“{name}”一年 {n}，多得不寻常，请确认没有填错位置。", name=_name(indicator), n=f"{number:,.0f}"),
            )
        )
    if unit_class(indicator.unit) in ("person", "copy") and MOST_PEOPLE <= number < MOST:
        remarks.append(
            _ask(
                "exceeds_bounds",
                say("“{name}”一年 {n}，多得不寻常，请确认没有多写几位。", name=_name(indicator), n=f"{number:,.0f}"),
            )
        )
    if number >= (MOST_MONEY if indicator.unit == "元" else MOST):
        return _left_out(
            raw,
            "exceeds_bounds",
            say("“{raw}”折合 {n}，数字过大，可能重复乘了“万”，请核实。", raw=raw, n=f"{number:,.0f}"),
        )
    return Value(State.REPORTED, number, read.qualifier, raw, tuple(remarks))


def _rate(read: Quantity, raw: str, declared: Unit | None, percent: bool) -> Value:
    number = read.low
    remarks: list[Remark] = []
    if not percent and read.unit:
        return _left_out(raw, "unit_mismatch", say("这里应当是百分比，却写着“{raw}”，请核实。", raw=raw))
    if not percent and "none" not in read.note and 0 < number <= 1:
        number = round(number * 100, 6)
        if number == 100 or (declared is not None and declared.word == "%"):
            remarks.append(_ask("rate_scale", say("“{raw}”按 {n}% 读，请确认不是 {raw}%。", raw=raw, n=f"{number:g}")))
    if not 0 <= number <= 100:
        return _left_out(raw, "exceeds_bounds", say("百分比应在 0 到 100 之间，这里是“{raw}”，请核实。", raw=raw))
    return Value(State.REPORTED, round(number, 6), read.qualifier, raw, tuple(remarks))


def _ask(code: str, message: Text) -> Remark:
    return Remark(Severity.QUESTION, code, message)


def _name(indicator: Indicator) -> Text:
    return Text(indicator.name_zh, indicator.name_en)
