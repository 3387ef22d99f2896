"""Number formats that show ≥, ≈ and the direction of a change while the cell stays a number; and column widths."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from analytics.export.amounts import Comparing
from analytics.text import Language, translate

_WAN = "0\\.0,"
"""Thousands with a point before the last digit: ten thousands with one decimal, while the cell keeps the number."""

MARK_WIDTH = 2
"""Narrow characters that the mark of a report's figure takes; without room for it a program shows ####."""


def decimals_of(values: Iterable[float]) -> int:
    """How many decimals a column needs: none for whole numbers, at most two."""
    places = 0
    for value in values:
        if math.isnan(value) or value.is_integer():
            continue
        if not (value * 10).is_integer():
            return 2
        places = 1
    return places


@lru_cache(maxsize=64)
def amount_format(sign: str, decimals: int = 0, rate: bool = False, wan: bool = False, behind: str = "") -> str:
    """``#,##0`` with the sign in front; a rate is shown as 98.5% though the cell holds 98.5, 120,000 as 12.0 where
    the heading says ten thousands. ``behind``: words after the number."""
    if behind:
        return (f'"{sign}"' if sign else "") + f'#,##0"{behind}"'
    if wan:
        return f'"{sign}"{_WAN}' if sign else _WAN
    body = "#,##0" + ("." + "0" * decimals if decimals else "") + ('"%"' if rate else "")
    return f'"{sign}"{body}' if sign else body


@lru_cache(maxsize=256)
def change_format(sure: Comparing, decimals: int, language: Language, wan: bool = False) -> str:
    """▲ 1,200 · ▼ ≥300 · 持平; where the direction is open the words say so, and where only it is sure the arrow alone."""
    if sure == "unsized":
        return '"▲";"▼";"▲"'
    if sure in ("open", "alike"):
        return _only_words(translate("不确定", language) if sure == "open" else translate("约持平", language))
    body = _WAN if wan else "#,##0" + ("." + "0" * decimals if decimals else "")
    flat = translate("约持平", language) if sure == "about" else translate("持平", language)
    sign = {"from": "≥", "up_to": "≥", "about": "≈"}.get(sure, "")
    return f'"▲ {sign}"{body};"▼ {sign}"{body};"{flat}"'


@lru_cache(maxsize=64)
def percent_format(sure: Comparing, language: Language) -> str:
    """+12.5% · ≥+60.0% · ≤-62.5% (a fall of at least so much)."""
    if sure in ("open", "alike", "unsized"):
        return _only_words(translate("不确定", language) if sure == "open" else "—")
    sign = {"from": "≥", "up_to": "≤", "about": "≈"}.get(sure, "")
    return f'"{sign}+"#,##0.0%;"{sign}-"#,##0.0%;"{sign}"0.0%'


def axis_format(language: Language) -> str:
    """Shortened from ten thousand on: 8.0万, 80.0k."""
    return '[>=10000]0\\.0,"万";#,##0' if language == "zh" else '[>=1000000]0.0,,"M";[>=10000]0.0,"k";#,##0'


def _only_words(words: str) -> str:
    return ";".join([f'"{words}"'] * 3)


def width_of(value: float, decimals: int = 0) -> int:
    """How many narrow characters a number takes in full."""
    return 0 if math.isnan(value) else len(f"{value:,.{decimals}f}")
