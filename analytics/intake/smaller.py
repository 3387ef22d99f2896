"""Rows about something smaller than a township (villages, schools): asked about, and held against their total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.catalogue import Indicator
from analytics.intake.grid import a1
from analytics.intake.meanings import Block, Column, Meaning
from analytics.intake.units import Unit
from analytics.intake.values import Value, read_value
from analytics.intake.view import View
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


_TOTAL = re.compile(r"[^\W_]{1,10}(?:合计|小计|总计|汇总)数?")
_OF_WHICH = re.compile(r"\s*其中[:：、]?\s*")
_VILLAGE = re.compile(r"[㐀-鿿]{1,10}(?:村|社区|村委会|居委会|村民委员会|居民委员会)")
"""A name that is a village's whatever column it stands in; 兰溪村镇 is none."""


_NOBODY = "?"
"""Whose a village is that is a stranger among townships: no total is asked of it."""


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
        self._reached: set[tuple[int, str]] = set()
        self._added_up: set[int] = set()
        self._differ: set[int] = set()
        self._part_of: set[str] = set()
        self._listed: set[str] = set()
        self._villages = {r: self._village(m) for r, m in block.rows.items()}
        self._of = self._townships_of(block)
        self._totals: dict[str, list[int]] = {}
        for row, meaning in block.rows.items():
            if not self._villages[row] and self._adds_up_others(row, 10**6, meaning):
                self._totals.setdefault(self._whose(row, meaning), []).append(row)

    def _village(self, across: Meaning) -> str:
        """The village that a row names where townships are named, else nothing."""
        named = across.township
        if named is None or named.sure:
            return ""
        bare = _OF_WHICH.sub("", named.name)
        return bare if _VILLAGE.fullmatch(bare) else ""

    def _townships_of(self, block: Block) -> dict[int, str]:
        """The township that each village belongs to: the one named above it, or below where the first row is a village."""
        named = {r: m.township.name for r, m in block.rows.items() if m.township is not None and m.township.sure}
        villages = [r for r in block.rows if self._villages[r]]
        marked = any(_OF_WHICH.match(self._view.text(*(block.rows[row].township_at or (row, 0)))) for row in villages)
        self._listed = set(named.values())
        if not villages or not named or (len(villages) < len(named) and not marked):
            # One 城关社区 among twenty townships is a stranger, not a part of the one above it.
            return {}
        above = min(named) < min(villages)
        found = {}
        for row in villages:
            nearer = [r for r in named if (r < row) is above]
            whose = (max(nearer) if above else min(nearer)) if nearer else (min(named) if above else max(named))
            found[row] = named[whose]
        self._part_of = set(found.values()) if marked else set()
        return found

    def in_order(self, block: Block) -> list[int]:
        """The rows of the block, totals after what they may add up."""
        totals = {row for rows in self._totals.values() for row in rows}
        return [*(r for r in block.rows if r not in totals), *(r for r in block.rows if r in totals)]

    def holds(self, row: int, column: int, across: Meaning, down: Meaning) -> bool:
        """Whether a figure's row is about something smaller than the township."""
        label: int | None
        if self._villages.get(row) and not down.township and across.township_at is not None:
            label = across.township_at[1]
        elif across.township and not across.headings:
            label = next((c for c in self._named if c < column and self._view.seen_label(row, c).kind == "text"), None)
        elif across.relative is not None or any(
            (across.township, down.township, across.headings, across.period, across.year)
        ):
            return False
        else:
            label = self._label(row, column)
        if label is None or self._is_whole(self._view.text(row, label)):
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
            self._parts.setdefault((column, self._whose(row, across)), []).append((row, value))

    def waits(self, row: int, column: int, across: Meaning) -> bool:
        """Whether values are kept that a row may be the total of."""
        return (column, self._whose(row, across)) in self._parts

    def total(
        self, row: int, column: int, across: Meaning, indicator: Indicator, unit: Unit | None
    ) -> bool | Problem | None:
        """Whether a cell is the total of the rows kept; None for a subtotal among them.

        A question with both sides where it cannot be their total.
        """
        whose = self._whose(row, across)
        parts = self._parts.get((column, whose))
        if not parts or not self._adds_up_others(row, column, across):
            return False
        rows = self._totals.get(whose, [row])
        whole = row == rows[-1]
        if not whole:
            before = max((r for r in rows if r < row), default=-1)
            parts = [(r, v) for r, v in parts if before < r < row]
        self._reached.add((column, whose))
        value = read_value(self._view.seen(row, column), indicator, unit, None)
        if not value.usable:
            # What is wrong with the total is asked where it is read.
            self._differ.update(r for r, _ in parts)
            return True
        summed, fits = _held_against(value, [v for _, v in parts], indicator, some=whose in self._part_of)
        (self._added_up if fits else self._differ).update(r for r, _ in parts)
        if fits:
            return True if whole else None
        name = Text(indicator.name_zh, indicator.name_en)
        message = (
            say("“{name}”合计没有填，各行相加是 {total}，没有采用，请补填。", name=name, total=summed)
            if value.number is None
            else say(
                "“{name}”合计写 {stated}，各行相加是 {total}，没有采用，请核实。",
                name=name,
                stated=f"{value.number:,.10g}",
                total=summed,
            )
        )
        return Problem(Severity.QUESTION, "parts_differ", message, self._view.sheet.name, a1(row, column))

    def _adds_up_others(self, row: int, column: int, across: Meaning) -> bool:
        """Whether a row says that it is a total, or is that of a township among its villages."""
        if self._of and across.township is not None and across.township.sure:
            return across.township.name in self._of.values()
        labels = [c for c in self._view.by_row.get(row, ()) if c < column]
        return any(
            self._view.label(row, c).kind == "total" or self._names_total(self._view.text(row, c)) for c in labels
        )

    def _is_whole(self, text: str) -> bool:
        return _WHOLE_TOWNSHIP.fullmatch(squeeze(text)) is not None or self._names_total(text)

    def _names_total(self, text: str) -> bool:
        """Whether a label says of what it is the total: 岘山镇合计, 东片小计."""
        return _TOTAL.fullmatch(squeeze(text)) is not None

    def _whose(self, row: int, across: Meaning) -> str:
        """The township that a row belongs to."""
        if row in self._of:
            return self._of[row]
        if across.township is not None and not self._villages.get(row):
            return across.township.name
        if self._of and len(self._listed) == 1:
            return next(iter(self._listed))
        return _NOBODY if self._listed and self._villages.get(row) else ""

    def told(self) -> Iterator[Problem]:
        """A question for every row of which a value went into no total, else a note: a total that is off is asked itself."""
        left = {row for key, parts in self._parts.items() if key not in self._reached for row, _ in parts}
        settled = self._differ | self._added_up
        for row, label in self._rows.items():
            text = squeeze(self._view.text(row, label))
            severity = Severity.NOTE
            if row in left or not settled:
                severity = Severity.QUESTION
                message = say("“{text}”不是乡镇，这一行的数没有采用；请上报全乡镇的合计数。", text=text)
            elif row in self._differ:
                message = say(
                    "“{text}”是乡镇里的一部分，不单独采用；合计与各行相加不一致的，已在合计处提问。", text=text
                )
            else:
                message = say("“{text}”是乡镇里的一部分，不单独采用；合计与各行相加一致，用的是合计。", text=text)
            yield Problem(severity, "part_of_township", message, self._view.sheet.name, a1(row, label))


def _held_against(total: Value, parts: list[Value], indicator: Indicator, *, some: bool) -> tuple[str, bool]:
    """What the parts come to, in words for people, and whether the total can be theirs; ``some``: others may be left out."""
    numbers = [p.number for p in parts if p.number is not None]
    known = all(p.usable for p in parts)
    if indicator.kind == "rate":
        # Rates do not add up; that of the whole lies between those of its parts.
        shown = f"{min(numbers):g}%–{max(numbers):g}%" if numbers else "—"
        fits = known and total.number is not None and bool(numbers) and min(numbers) <= total.number <= max(numbers)
        return shown, fits or (total.number is None and not numbers)
    summed = round(sum(numbers), 4)
    shown = f"{summed:,.10g}" if known else f"{summed:,.10g}＋？"
    if total.number is None or not known:
        return shown, known and not numbers
    exact = all(v.qualifier is Qualifier.EXACT for v in (*parts, total))
    return shown, abs(summed - total.number) < 1e-6 or ((some or not exact) and total.number >= summed)


def _names_smaller(column: Column) -> bool:
    if not column.heads or column.role in ("township", "serial", "unit", "value"):
        return False
    return _HEAD.fullmatch(squeeze(column.heads[-1])) is not None
