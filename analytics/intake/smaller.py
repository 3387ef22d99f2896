"""Rows about something smaller than a township (villages, schools): asked about, and held against their total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.catalogue import Indicator
from analytics.intake.grid import a1
from analytics.intake.meanings import Block, Column, Meaning
from analytics.intake.segments import View
from analytics.intake.units import Unit
from analytics.intake.values import Value, read_value
from analytics.intake.words import squeeze
from analytics.model import Problem, Qualifier, Severity
from analytics.text import Text, say

_WHOLE_TOWNSHIP = re.compile(
    r"(?:全|本|我)[镇乡](?:合计)?|全街道|本街道|数量|实际(?:完成)?数?|完成(?:情况|数)?|本年数?|全年"
)
"""Row labels that mean the whole township."""

_HEAD = re.compile(
    r"(?:所在|所属|行政|示范|试点|具体|各)*(?:村|社区|村居|村社区|村\(社区\)|村\(居\)|村、社区|村委会|居委会|学校|中小学|企业|站所|科室|网格|姓名|单位)(?:名称|名|别)?"
)
"""A heading over names of what is smaller than a township."""


class SmallerRows:
    """The rows of one block that are no township's, with their values until a total takes them in."""

    def __init__(self, view: View, block: Block) -> None:
        self._view = view
        roles = ("remark", "group", "indicator", "blank")
        self._labels = [c.index for c in block.columns if c.role in roles]
        self._named = [c.index for c in block.columns if _names_smaller(c)]
        self._label_of: dict[int, int | None] = {}
        self._rows: dict[int, int] = {}
        self._parts: dict[tuple[int, str], list[tuple[int, Value]]] = {}
        self._added_up: set[int] = set()
        self._differ: set[int] = set()

    def holds(self, row: int, column: int, across: Meaning, down: Meaning) -> bool:
        """Whether a figure's row is about something smaller than the township."""
        if across.township and not across.headings:
            label = next((c for c in self._named if c < column and self._view.seen_label(row, c).kind == "text"), None)
        elif across.relative is not None or any(
            (across.township, down.township, across.headings, across.period, across.year)
        ):
            return False
        else:
            label = self._label(row, column)
        if label is None or _WHOLE_TOWNSHIP.fullmatch(squeeze(self._view.text(row, label))):
            return False
        self._rows.setdefault(row, label)
        return True

    def _label(self, row: int, column: int) -> int | None:
        """The column left of a figure that names what its row is about, where that is no role the table knows."""
        if row not in self._label_of:
            found = (c for c in self._labels if self._view.label(row, c).kind in ("text", "wording"))
            self._label_of[row] = next(found, None)
        first = self._label_of[row]
        return first if first is not None and first < column else None

    def keep(self, row: int, column: int, across: Meaning, indicator: Indicator, unit: Unit | None) -> None:
        """Keeps a value until the total of its township and column is read."""
        cell = self._view.seen(row, column)
        if cell is not None:
            value = read_value(cell, indicator, unit, None)
            self._parts.setdefault((column, _name(across)), []).append((row, value))

    def total(self, row: int, column: int, across: Meaning, indicator: Indicator, unit: Unit | None) -> bool | Problem:
        """Whether a cell is the total of the rows kept, and their sum; a question where it says it is and is not."""
        parts = self._parts.get((column, _name(across)))
        if not parts:
            return False
        labelled = any(self._view.label(row, c).kind == "total" for c in self._view.by_row.get(row, ()) if c < column)
        cell = self._view.seen(row, column)
        if not labelled or cell is None or indicator.kind == "rate":
            return False
        value = read_value(cell, indicator, unit, None)
        if any(p.number is None or p.qualifier is not Qualifier.EXACT for p in (*(v for _, v in parts), value)):
            return False
        del self._parts[column, _name(across)]
        summed = sum(p.number or 0.0 for _, p in parts)
        if abs(summed - (value.number or 0.0)) < 1e-6:
            self._added_up.update(r for r, _ in parts)
            return True
        self._differ.update(r for r, _ in parts)
        message = say(
            "“{name}”合计写 {stated}，上面各行相加是 {total}，没有采用，请核实。",
            name=Text(indicator.name_zh, indicator.name_en),
            stated=f"{value.number:,.10g}",
            total=f"{summed:,.10g}",
        )
        return Problem(Severity.QUESTION, "parts_differ", message, self._view.sheet.name, a1(row, column))

    def told(self) -> Iterator[Problem]:
        """A question for every row, or only a note where all its values went into totals that were read."""
        left = self._differ | {row for parts in self._parts.values() for row, _ in parts}
        for row, label in self._rows.items():
            text = squeeze(self._view.text(row, label))
            if row in self._added_up and row not in left:
                severity = Severity.NOTE
                message = say("“{text}”是乡镇里的一部分，不单独采用；合计与各行相加一致，用的是合计。", text=text)
            else:
                severity = Severity.QUESTION
                message = say("“{text}”不是乡镇，这一行的数没有采用；请上报全乡镇的合计数。", text=text)
            yield Problem(severity, "part_of_township", message, self._view.sheet.name, a1(row, label))


def _names_smaller(column: Column) -> bool:
    if not column.heads or column.role in ("township", "serial", "unit", "value"):
        return False
    return _HEAD.fullmatch(squeeze(column.heads[-1])) is not None


def _name(across: Meaning) -> str:
    return across.township.name if across.township else ""
