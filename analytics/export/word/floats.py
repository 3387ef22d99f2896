"""Where pictures and tables stand: a page is filled with the text that follows before one goes over to the next.

Word sets a picture where it stands in the text and leaves the rest of the page empty when it does not fit. The format
fixes 22 lines of 28 characters a page, so what fits can be reckoned before the file is opened. A reckoning that is a
line off moves a picture by a paragraph and does no harm.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator, Sequence

from analytics.export.safety import display_width
from analytics.export.word.blocks import Block, NewPage, Paragraph, Picture, Table
from analytics.export.word.format import AREA, CELL, DENSE, PITCH

LINES = 22
"""Lines of a page."""
CHARACTERS = 27.5
"""Characters of a line of body text: 28, less what a line loses because no 。 or ， may begin the next."""
_SMALL = 42
"""Characters of a line of a note or a table's heading, in 五号."""
_LINE = {"title": 660 / PITCH, "annex_title": 660 / PITCH, "caption": 600 / PITCH, "figure": 600 / PITCH}
"""Heights other than one line, in lines of the body."""

_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")

Unit = tuple[Block, ...]
"""Blocks that stay together."""


def placed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with pictures and tables where they leave no hole, up to the annexes.

    One that does not fit the rest of its page stands behind the text that does; its own chapter (一、) it never
    leaves, and two never change places.
    """
    end = next((n for n, b in enumerate(blocks) if isinstance(b, NewPage)), len(blocks))
    out: list[Block] = []
    waiting: list[Unit] = []
    used = 0.0

    def put(unit: Unit) -> None:
        nonlocal used
        out.extend(unit)
        used = _after(used, unit)

    def put_waiting(*, all_of_them: bool) -> None:
        while waiting and (all_of_them or _fits(used, waiting[0])):
            put(waiting.pop(0))

    for unit in _units(blocks[:end]):
        if _floats(unit):
            waiting.append(unit)
            put_waiting(all_of_them=False)
            continue
        # A part (（一）) that has nothing but a picture is not given the one before it as well.
        if _is(unit[0], "heading", "blank") or (len(unit) == 1 and _is(unit[0], "subheading")):
            put_waiting(all_of_them=True)
        elif waiting and not _fits(used, unit):
            # The text breaks over to the next page by itself: what waits goes on top of what is left of it.
            put(unit)
            put_waiting(all_of_them=True)
            continue
        put(unit)
        put_waiting(all_of_them=False)
    put_waiting(all_of_them=True)
    return [*out, *blocks[end:]]


def _units(blocks: Sequence[Block]) -> Iterator[Unit]:
    """Headings with what follows them, a table with its caption and note, a picture with its name."""
    unit: list[Block] = []
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        unit.append(block)
        more = (
            _is(block, "heading", "subheading", "caption")
            or (isinstance(block, Table) and _is(following, "note"))
            or (isinstance(block, Picture) and _is(following, "figure"))
        )
        if more and following is not None and not (_is(block, "heading", "subheading") and _heads_float(following)):
            continue
        yield tuple(unit)
        unit = []


def _heads_float(block: Block) -> bool:
    return isinstance(block, Picture | Table) or _is(block, "caption")


def _floats(unit: Unit) -> bool:
    return isinstance(unit[0], Picture) or (_is(unit[0], "caption") and any(isinstance(b, Table) for b in unit))


def _is(block: Block | None, *kinds: str) -> bool:
    return isinstance(block, Paragraph) and block.kind in kinds


def _fits(used: float, unit: Unit) -> bool:
    return used + sum(map(height, unit)) <= LINES


def _after(used: float, unit: Unit) -> float:
    """How many lines of the page are used behind a unit; text runs over to the next page, the rest begins a new one."""
    whole = used + sum(map(height, unit))
    if whole <= LINES:
        return whole
    return sum(map(height, unit)) if _floats(unit) else whole % LINES


def height(block: Block) -> float:
    """The lines a block takes."""
    if isinstance(block, Picture):
        wide, high = struct.unpack(">II", block.png[16:24])
        return float(AREA * block.width * high / max(wide, 1) / PITCH)
    if isinstance(block, Table):
        row = (310 if not block.dense else 275) + 40
        return (len(block.heading) + sum(_row_lines(block, texts) for texts in block.rows)) * row / PITCH
    if isinstance(block, NewPage):
        return 0.0
    width = _width(block.lead + block.text)
    if block.kind == "note":
        return (math.ceil(width / _SMALL) * 300 + 180) / PITCH
    indent = 2 if block.kind in ("body", "heading", "subheading", "item") else 0
    per_line = CHARACTERS if block.kind != "title" else 20
    return max(1, math.ceil((width + indent) / per_line)) * _LINE.get(block.kind, 1.0)


def _width(text: str) -> float:
    """In Chinese characters; between them and digits or Latin letters Word leaves a quarter of one."""
    return display_width(text) / 2 + len(_SEAM.findall(text)) / 4


def _row_lines(table: Table, texts: Sequence[str]) -> int:
    size, margins = ((DENSE if table.dense else CELL) * 10, 56 if table.dense else 114)
    rooms = ((AREA * share / sum(table.widths) - margins) / size for share in table.widths)
    return max(
        (math.ceil(display_width(t) / 2 / max(room, 1)) for t, room in zip(texts, rooms, strict=True)), default=1
    )
