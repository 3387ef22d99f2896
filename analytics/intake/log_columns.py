"""Whether a table is a log of single activities, and which of its columns holds what."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, datetime

from analytics.intake.columns import heading_stack
from analytics.intake.grid import Cell
from analytics.intake.heading_cores import split_unit
from analytics.intake.raw_tables import RawTable
from analytics.intake.units import unit_class
from analytics.intake.view import View
from analytics.intake.words import STRUCTURE, squeeze

_TIMES = re.compile(r"(?:活动|开展|举办|宣传)?(?:场次|次数|场数|期数|场次数)")
"""A column that says how often an activity was held, so that its rows are not counted one by one."""
_WHEN = re.compile("(?:授课|上课|讲课|开课|培训|学习|宣讲|讲座|宣传|演出|庭审|旁听|会议|召开|举行)(?:日期|时间)")
"""授课日期, 培训时间: when the activity of a row was held."""


def log_columns(view: View, raw: RawTable) -> dict[str, list[int]]:
    """The columns of a log by what they hold: date, activity, people, leaflets, counted, township, place …"""
    roles: dict[str, list[int]] = defaultdict(list)
    for column in sorted({c for row in raw.headings for c in view.by_row.get(row, ())}):
        stack = heading_stack(view, raw, column)
        if not stack:
            continue
        text = stack[-1][0]
        plain, unit = split_unit(text)
        role = STRUCTURE.get(squeeze(text)) or STRUCTURE.get(plain) or "other"
        times = _TIMES.fullmatch(plain) or (unit is not None and unit_class(unit.word) == "event")
        if role == "other" and _WHEN.fullmatch(plain):
            role = "date"
        if role in ("other", "value") and times:
            role = _sessions(view, raw, column)
        roles[role].append(column)
    if roles["date"] and not roles["activity"]:
        # 日期 | 内容 | 人数: what recurs from day to day is the form of the activities.
        named = (*roles["indicator"], *roles["group"], *roles["other"])
        roles["activity"] = [c for c in named if _recurs(view, raw, c)]
    return roles


def _sessions(view: View, raw: RawTable, column: int) -> str:
    """What a column of sessions holds: how many there were (counted), the first, second, third one (serial), or neither."""
    cells = [view.seen(row, column) for row in raw.data if view.label(row, column).kind in ("number", "value")]
    values = [cell.value for cell in cells if cell is not None]
    if len(values) > 2 and values == list(range(1, len(values) + 1)):
        return "serial"
    return "counted" if len(values) * 2 >= len(raw.data) else "other"


def _recurs(view: View, raw: RawTable, column: int) -> bool:
    texts = [squeeze(view.text(row, column)) for row in raw.data if view.label(row, column).kind in ("text", "wording")]
    return len(set(texts)) < len(texts)


def is_log(view: View, raw: RawTable) -> bool:
    """Whether a table lists single activities: a date column with dates in it, an activity column, and no year's values."""
    if not raw.headings or not raw.data:
        return False
    roles = log_columns(view, raw)
    if not roles["date"] or not roles["activity"]:
        return False
    dated = sum(1 for row in raw.data if any(day_of(view.seen(row, c)) is not None for c in roles["date"]))
    return dated * 2 >= len(raw.data)


def day_of(cell: Cell | None) -> int | None:
    """The year of a date cell; 0 for a day without a year (3月5日); None when it is no date."""
    if cell is None:
        return None
    if isinstance(cell.value, datetime | date):
        return cell.value.year
    text = squeeze(cell.shown if not isinstance(cell.value, str) else cell.value)
    match = re.fullmatch(
        r"(?:((?:19|20)\d\d)[-./年])?(\d{1,2})[-./月](?:(\d{1,2})[日号]?)?(?:[-—~至](?:\d{1,2}[-./月])?\d{1,2}日?)?",
        text,
    )
    if match:
        return int(match[1]) if match[1] else 0
    match = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", text)
    return int(match[1]) if match else None
