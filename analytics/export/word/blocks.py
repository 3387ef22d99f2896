"""What a document is made of, before anything is known of Word: paragraphs, tables, pictures, new pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "title",
    "subtitle",
    "addressee",
    "heading",
    "subheading",
    "item",
    "body",
    "annexes",
    "signature",
    "annex_mark",
    "annex_title",
    "caption",
    "figure",
    "picture_place",
    "note",
    "blank",
]
"""title 公文标题 · heading 一、· subheading （一）· item 1. · annexes the list 附件：· annex_mark 附件1 above an annex."""

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one kind; ``lead`` stands before the text in bold. ``keep``: on one page with what follows."""

    text: str
    kind: Kind = "body"
    lead: str = ""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell of a table's heading, ``across`` columns wide and ``down`` rows high."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading rows are repeated on every page.

    ``widths`` are shares of the type area. ``aligns`` is one word a column. A row's first cell names it. ``lead`` rows
    (the county's sums) stand in bold. ``dense`` is set in a smaller size, for many columns of numbers.
    """

    heading: Sequence[Sequence[Heading]]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    aligns: Sequence[Align]
    lead: int = 0
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as wide as ``width`` shares of the type area, with the text read to who cannot see it."""

    png: bytes
    alt: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class NewPage:
    """A new page, upright or ``landscape``, for what follows."""

    landscape: bool = False


Block = Paragraph | Table | Picture | NewPage


def plain_heading(*texts: str) -> tuple[tuple[Heading, ...], ...]:
    """A heading of one row."""
    return (tuple(Heading(text) for text in texts),)
