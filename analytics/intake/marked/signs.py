"""The signs by which a marked workbook is known again, shared by the side that writes and the side that reads.

All of it is Chinese whatever language the screen speaks: it goes to the township.
"""

from __future__ import annotations

import re

LIST_SHEET = "问题清单"
MARKER_SHEET = "标记（请勿删除）"
MARKER = "fazhi-board marks 1"
"""Stands in A1 of the hidden sheet; B1 names the list."""

TITLE = "问题清单："
HEADINGS = ("序号", "工作表", "单元格", "原文", "问题", "说明（请在此填写）", "类别")
NUMBER, SHEET, CELL, TYPED = 0, 1, 2, 5
"""Columns of the list, from 0."""
HEADING_ROWS = range(2, 6)
"""Rows of the list, from 0, where its headings can stand."""

MARK = re.compile(r"\s*【待核对 (\d+(?:-\d+)?)】")
LONGEST_EXPLANATION = 2000
NOTHING = "—"
"""Stands where a problem names no sheet or no cell."""


def mark(number: str, sentence: str) -> str:
    """What is written beside a cell about item ``number`` of the list."""
    return f"【待核对 {number}】{sentence}"


def numbers_in(comment: str) -> list[str]:
    """The numbers of the items a comment names."""
    return MARK.findall(comment)


def unmarked(comment: str) -> str:
    """What was written in a comment before it was marked; empty where nothing was."""
    found = MARK.search(comment)
    return comment if found is None else comment[: found.start()].rstrip()


def parent(number: str) -> str | None:
    """The number of the group an item belongs to: 3 for 3-1."""
    group, dash, _ = number.partition("-")
    return group if dash else None


def normal(number: object) -> str:
    """The number of an item, whatever an office program has made of the cell: 3.0 and "3 " are 3."""
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    return str(number).strip()
