"""What every column and row of a table was taken for, for showing and correcting."""

from __future__ import annotations

from analytics.intake.headings import Match, Matcher
from analytics.intake.meanings import Block, Column, path
from analytics.intake.rows import row_heading
from analytics.intake.units import SCALES, Unit
from analytics.intake.view import View
from analytics.intake.words import squeeze
from analytics.model import AxisView

_SCALE_WORDS = {scale: word for word, scale in SCALES.items()}


def shown_axes(view: View, block: Block, matcher: Matcher) -> list[AxisView]:
    """The columns of a block from the left, then its rows from the top."""
    rows_name = bool(block.with_role("indicator"))
    columns = [_column(column, matcher, rows_name) for column in block.columns]
    return columns + [_row(view, block, row, matcher) for row in block.raw.data]


def _column(column: Column, matcher: Matcher, rows_name: bool) -> AxisView:
    meaning, heading = column.meaning, path(column.heads)
    if column.role != "value" or meaning.total or not meaning.headings:
        role = "total" if column.role == "value" and meaning.total else column.role
        return AxisView("column", column.index, heading, role, unit=_shown(meaning.unit), key=column.key)
    match = matcher.match(meaning.headings[-1], meaning.headings[:-1])
    unit = _shown(meaning.unit_said or meaning.unit or match.unit)
    if rows_name and match.indicator is None:  # 数量 beside rows that name the indicator
        return AxisView("column", column.index, heading, "value", unit=unit, key=column.key)
    return _named("column", column.index, heading, meaning.headings, match, unit, column.key)


def _row(view: View, block: Block, row: int, matcher: Matcher) -> AxisView:
    kept, heading, key = block.rows.get(row), row_heading(view, block, row), block.row_keys.get(row, "")
    if kept is None:
        return AxisView("row", row, heading, "remark", key=key)
    if kept.total or not kept.headings or not kept.heading_at:
        role = "total" if kept.total else "value"
        return AxisView("row", row, heading, role, unit=_shown(kept.unit), key=key)
    match = matcher.match(kept.headings[-1], kept.headings[:-1], _word(kept.unit))
    unit = _shown(kept.unit_said or kept.unit or match.unit)
    return _named("row", row, heading, kept.headings, match, unit, key)


def _named(
    kind: str, index: int, heading: str, headings: tuple[str, ...], match: Match, unit: str, key: str
) -> AxisView:
    return AxisView(
        kind="column" if kind == "column" else "row",
        index=index,
        heading=heading,
        role="value",
        indicator=match.indicator,
        unit=unit,
        how=match.how,
        wording=squeeze(headings[-1]),
        group=squeeze(headings[-2]) if len(headings) > 1 else "",
        key=key,
    )


def _shown(unit: Unit | None) -> str:
    """A unit as people write it: 份 counted by ten thousand is 万份."""
    if unit is None:
        return ""
    return _SCALE_WORDS.get(unit.scale, "") + unit.word


def _word(unit: Unit | None) -> str:
    return "" if unit is None else unit.word
