"""What 合计 and 小计 add up: periods, townships, years, indicators, or the parts of one indicator."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.heading_cores import split_unit
from analytics.intake.labels import Labeller
from analytics.intake.meanings import Block, Column, Meaning


def place_totals(block: Block, labeller: Labeller) -> None:
    """Says over what a total column adds up: periods (then it is the year's figure), townships, years or indicators."""
    for position, column in enumerate(block.columns):
        if column.meaning.total != "?" or column.role != "value":
            continue
        siblings = [
            c for c in block.columns if c is not column and c.role == "value" and c.heads[:-1] == column.heads[:-1]
        ]
        siblings = siblings or [c for c in block.columns if c is not column and c.role == "value"]
        over = _varies(s.meaning for s in siblings)
        parent = column.meaning.headings[-1] if column.meaning.headings else ""
        own = over == "indicator" and bool(parent) and not column.corrected
        if own and _others_among(siblings, parent, labeller):
            # 普法活动 over 进村宣讲 | 校园活动 | 小计: a sum of several indicators is none of them.
            own = False
        if own and labeller.matcher.is_wording(parent):
            # 发放宣传资料 over 宣传册 | 宣传单 | 合计: the total is the indicator, the others are its parts.
            _take_parts(block, siblings, column, labeller)
            over = ""
        elif own and split_unit(parent)[1] is not None:
            # 行政处罚决定数量(宗) over … | 合计: a heading of its own that nobody knows yet, so it is asked about.
            over = ""
        if column.meaning.headings and not siblings:
            over = "none"
        block.columns[position] = replace(column, meaning=replace(column.meaning, total=over))


def _others_among(siblings: list[Column], parent: str, labeller: Labeller) -> bool:
    """Whether a column beside a total is sure to be another indicator than the heading above both."""
    whole = labeller.matcher.match(parent).indicator
    found = {
        labeller.matcher.match(column.meaning.headings[-1], column.meaning.headings[:-1]).indicator
        for column in siblings
        if column.meaning.headings
    }
    known = labeller.matcher.catalogue.by_id
    return any(id_ and id_ != whole and (whole is None or known[id_].part_of != whole) for id_ in found)


def _take_parts(block: Block, siblings: list[Column], total: Column, labeller: Labeller) -> None:
    whole = labeller.matcher.match(total.meaning.headings[-1], total.meaning.headings[:-1]).indicator
    for position, column in enumerate(block.columns):
        if column not in siblings or not column.meaning.headings:
            continue
        found = labeller.matcher.match(column.meaning.headings[-1], column.meaning.headings[:-1]).indicator
        if found is None or found == whole:
            block.columns[position] = replace(column, role="derived")


def take_row_parts(block: Block, labeller: Labeller) -> None:
    """Makes the 合计 row of a group that is itself a wording the indicator, and the group's other rows its parts."""
    for row, meaning in list(block.rows.items()):
        parent = meaning.headings[-1] if meaning.headings else ""
        if meaning.total != "indicator" or not parent or not labeller.matcher.is_wording(parent):
            continue
        whole = labeller.matcher.match(parent, meaning.headings[:-1]).indicator
        block.rows[row] = replace(meaning, total="", heading_at=meaning.heading_at or (row, 0))
        for other, part in list(block.rows.items()):
            if other != row and part.headings[:-1] == meaning.headings and part.heading_at is not None:
                found = labeller.matcher.match(part.headings[-1], part.headings[:-1]).indicator
                if found is None or found == whole:
                    block.rows[other] = replace(part, derived=True)


def _varies(meanings: object) -> str:
    listed = [m for m in meanings if isinstance(m, Meaning)]  # type: ignore[attr-defined]
    if any(m.period for m in listed):
        return ""
    if any(m.township for m in listed):
        return "township"
    if any(m.year or m.relative is not None for m in listed):
        return "year"
    return "indicator"
