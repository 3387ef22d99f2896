"""A table of a Word document as a grid, and whether it is one: many reports are set in a table that only frames their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from analytics.intake.narrative.word_styles import W, value
from analytics.intake.words import squeeze

PROSE = 80
"""Characters of a table cell with a full stop: then it is a frame around text, not a field of a form."""
_SENTENCE = re.compile(r"[\u3400-\u9fff][^。；;]*[，,][^。；;]*[。；;]|[\u3400-\u9fff]{6,}[^。；;]*[。；;]")
_AMOUNT = re.compile(r"[≥≈约近超]?[\d.,%]+[万余多]*\D{0,3}|[/—-]+")
_EVENTS = re.compile("^(?:时间|日期|活动时间|开展时间|月份|序号?时间)$")
_COMING = re.compile("计划|目标|任务|要求|打算|安排|标准|分值|得分")
"""Words of column headings over what is to be done, or marked: no report of what was."""
_LABEL = 14
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: ``column`` where it begins, ``continued`` where it is the lower part of a merged one."""

    element: etree._Element
    column: int
    continued: bool


def rows_of(table: etree._Element) -> Iterator[list[Field]]:
    """The rows of a table, without those of tables inside its cells."""
    for row in _own(table, f"{W}tr"):
        column = _width(row.find(f"{W}trPr/{W}gridBefore"), 0)
        fields: list[Field] = []
        for cell in _own(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            continued = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            fields.append(Field(cell, column, continued))
            column += max(1, _width(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
        yield fields


def _own(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows or cells right under ``parent``, through content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in (f"{W}tc", f"{W}tr", f"{W}tbl"):
            yield from _own(child, tag)


def _width(element: etree._Element | None, otherwise: int) -> int:
    said = value(element)
    return min(int(said), _WIDEST) if said.isascii() and said.isdigit() and len(said) < 6 else otherwise


def is_long_prose(text: str) -> bool:
    """Whether a cell holds running text, in whatever table it stands."""
    return len(text) >= PROSE and "。" in text


def frames_text(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a table only frames text: no amount stands in a cell of its own, and most of what it holds is sentences.

    A list of events (时间 | 活动 | 情况) stays a table: what one row counts is no figure of the year. So does one of
    what is to be done (任务 | 目标 | 责任人).
    """
    filled = [(c, squeeze(text)) for row in grid for c, text in enumerate(row) if text.strip()]
    first = next((row for row in grid if any(text.strip() for text in row)), ())
    labels = [squeeze(text) for text in first if text.strip()]
    if any(_EVENTS.fullmatch(text) for text in labels):
        return False
    if len(labels) > 1 and all(len(text) <= _LABEL for text in labels) and any(map(_COMING.search, labels)):
        return False
    if any(_AMOUNT.fullmatch(text) for column, text in filled if column):
        return False
    sentences = sum(len(text) for _, text in filled if _SENTENCE.search(text))
    return sentences * 2 > sum(len(text) for _, text in filled)


def label(text: str) -> str:
    """A short cell in one line: 存 / 在 / 问 / 题, written downwards, is 存在问题."""
    plain = squeeze(text)
    return plain if len(plain) <= _LABEL and not re.search("[。；;]", plain) else text
