"""Paragraph → sentences → clauses, by places in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analytics.intake.narrative.masking import mask
from analytics.intake.narrative.rows import rows

_END = re.compile(r"[。！？]|(?<=[^\d])；(?=[一二三四五六七八九]是)")
_CLAUSE = re.compile(r"[，；。！？\n]|：(?!(?:共|约|近|超|累计|合计)?\s?\d)")
"""A colon right before a number (审查合同：52份) divides nothing."""


class Sentence:
    """A sentence of a paragraph: ``masked`` is as long as ``text``; ``start`` is its place in the paragraph.

    ``units``: of numbers that do not have their unit behind them, by where they begin.
    """

    __slots__ = ("breaks", "masked", "start", "text", "units")

    def __init__(self, text: str, masked: str, start: int) -> None:
        self.text = text
        self.masked, self.units = rows(text, masked)
        self.start = start
        self.breaks = [match.start() for match in _CLAUSE.finditer(self.masked)]

    def clause_start(self, place: int) -> int:
        """Where the clause that holds ``place`` begins."""
        return max((at + 1 for at in self.breaks if at < place), default=0)

    def clause_end(self, place: int) -> int:
        """Where the clause that holds ``place`` ends."""
        return min((at for at in self.breaks if at >= place), default=len(self.masked))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph in order. Marks inside book titles and quotations end nothing."""
    masked = mask(text)
    start = 0
    for match in [*_END.finditer(masked), None]:
        end = match.end() if match else len(text)
        if masked[start:end].strip():
            yield Sentence(text[start:end], masked[start:end], start)
        start = end
