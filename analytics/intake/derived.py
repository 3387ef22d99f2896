"""增减 and 增长率 columns are not figures; they are held against this year's and last year's values beside them."""

from __future__ import annotations

from analytics.intake.grid import a1
from analytics.intake.meanings import Block, Column
from analytics.intake.quantities import Quantity, read_number, read_quantity
from analytics.intake.view import View
from analytics.intake.words import squeeze
from analytics.model import Problem, Qualifier, Severity
from analytics.text import say

_RATE = ("率", "%", "幅", "同比", "比上年增长", "增长")


def check_derived(view: View, block: Block) -> list[Problem]:
    """A question for every change column whose value does not follow from the two years beside it."""
    pair = _pair(block)
    changes = [c for c in block.with_role("derived") if c.heads and any(w in c.heads[-1] for w in ("增", "同比", "±"))]
    if pair is None or not changes:
        return []
    problems: list[Problem] = []
    for row in block.rows:
        this, last = _exact(view, row, pair[0]), _exact(view, row, pair[1])
        if this is None or last is None:
            continue
        for column in changes:
            problem = _held(view, row, column, this, last)
            if problem is not None:
                problems.append(problem)
    return problems


def _pair(block: Block) -> tuple[Column, Column] | None:
    """This year's and last year's column where a block has just these two."""
    values = block.with_role("value")
    years = {(c.meaning.year, c.meaning.relative): c for c in values}
    if len(values) != 2 or len(years) != 2:
        return None
    this, last = sorted(values, key=lambda c: (c.meaning.year or 0, c.meaning.relative or 0), reverse=True)
    stated = (
        this.meaning.year is not None and last.meaning.year is not None and this.meaning.year - last.meaning.year == 1
    )
    return (this, last) if stated or last.meaning.relative == -1 else None


def _exact(view: View, row: int, column: Column) -> float | None:
    cell = view.seen(row, column.index)
    if cell is None or cell.error:
        return None
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        read = read_number(value, cell.shown, cell.number_format)
    elif isinstance(value, str):
        known = read_quantity(value.strip().lstrip("+＋▲↑"))
        if not isinstance(known, Quantity):
            return None
        read = known
    else:
        return None
    return read.value if isinstance(read, Quantity) and read.qualifier is Qualifier.EXACT else None


def _held(view: View, row: int, column: Column, this: float, last: float) -> Problem | None:
    stated = _exact(view, row, column)
    if stated is None:
        return None
    heading = squeeze(column.heads[-1])
    is_rate = any(word in heading for word in _RATE) or "%" in view.text(row, column.index)
    if not is_rate:
        expected = this - last
        if abs(abs(stated) - abs(expected)) < 1e-6:
            return None
        shown = f"{expected:,.10g}"
    else:
        if last == 0:
            return None
        rate = (this - last) / last
        # A rate may be written as 20, 20% or 0.2, rounded to one decimal; a column headed 增长 may also hold the difference.
        accepted = (rate * 100, rate, this - last)
        if any(
            abs(abs(stated) - abs(value)) <= slack for value, slack in zip(accepted, (0.6, 0.006, 1e-6), strict=True)
        ):
            return None
        shown = f"{rate * 100:.1f}%"
    return Problem(
        Severity.QUESTION,
        "derived_differs",
        say("“{heading}”写 {stated}，按本年 {this}、上年 {last} 算是 {shown}，请核实。", heading=heading, stated=view.text(row, column.index), this=f"{this:,.10g}", last=f"{last:,.10g}", shown=shown),
        view.sheet.name,
        a1(row, column.index),
    )  # fmt: skip
