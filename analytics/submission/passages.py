"""A report's text cut where something in it is marked: figures, shortcomings, plans, doubts, copied passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analytics.checks.prose import places_of, sentence_span
from analytics.model import Problem, Reading, Report, Severity

MarkKind = Literal["figure", "doubt", "gap", "plan", "copied"]
"""In the order in which they win where several mark the same words."""

KINDS: tuple[MarkKind, ...] = ("figure", "doubt", "gap", "plan", "copied")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a report that mean something: where they stand, as what, and the key of what they are about.

    ``key`` is the indicator of a figure, the theme of a shortcoming or plan, the code of a doubt.
    """

    paragraph: int
    start: int
    end: int
    kind: MarkKind
    key: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; ``kind`` "" is plain text. ``chosen``: what was asked to be shown."""

    text: str
    kind: MarkKind | Literal[""] = ""
    key: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a sentence of it, in pieces."""

    paragraph: int
    pieces: tuple[Piece, ...]

    @property
    def marked(self) -> bool:
        """Whether anything in it is marked."""
        return any(p.kind for p in self.pieces)


def marks_of(reading: Reading | Report, problems: Iterable[Problem] = (), chosen: str = "") -> list[Mark]:
    """Every mark of a report; ``chosen`` is the cell that was asked for."""
    told = [(f.source.cell, "figure", f.indicator) for f in reading.figures if f.source.sheet is None]
    told += [(p.cell or "", "doubt", p.code) for p in problems if p.sheet is None and p.severity is not Severity.NOTE]
    if isinstance(reading, Report):  # a reading's problems name the places of its open choices
        told += [(a.source.cell, "doubt", c.indicator) for c in reading.choices for a in c.alternatives]
    told += [(g.cell, "gap", g.theme) for g in reading.gaps]
    told += [(p.cell, "plan", p.theme or "") for p in reading.plans]
    return [
        Mark(*place, kind, key, bool(chosen) and cell == chosen)  # type: ignore[arg-type]
        for cell, kind, key in told
        for place in places_of(cell)
    ]


def passages(paragraphs: Sequence[str], marks: Iterable[Mark]) -> list[Passage]:
    """All paragraphs, cut at the ends of their marks."""
    of: dict[int, list[Mark]] = {}
    for mark in marks:
        of.setdefault(mark.paragraph, []).append(mark)
    return [
        Passage(number, tuple(_pieces(text, 0, len(text), of.get(number, ()))))
        for number, text in enumerate(paragraphs, start=1)
    ]


def sentence_at(paragraphs: Sequence[str], cell: str) -> list[Passage]:
    """Every sentence that ``cell`` names a place in, once, with those places marked as chosen."""
    found: dict[tuple[int, int, int], list[Mark]] = {}
    for number, start, end in places_of(cell):
        if number <= len(paragraphs):
            span = sentence_span(paragraphs[number - 1], start, end)
            found.setdefault((number, *span), []).append(Mark(number, start, end, "figure", chosen=True))
    return [
        Passage(number, tuple(_pieces(paragraphs[number - 1], begins, closes, marks)))
        for (number, begins, closes), marks in found.items()
    ]


def _pieces(text: str, begins: int, closes: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    cuts = {begins, closes}
    for mark in marks:
        cuts |= {min(max(at, begins), closes) for at in (mark.start, mark.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        over = [m for m in marks if m.start <= start and end <= m.end]
        first = min(over, key=lambda m: KINDS.index(m.kind), default=None)
        chosen = any(m.chosen for m in over)
        if first is None:
            yield Piece(text[start:end])
        else:
            yield Piece(text[start:end], first.kind, first.key, chosen)
