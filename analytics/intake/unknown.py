"""Headings that nobody knows, each with all its cells and the nearest indicators: asked once."""

from __future__ import annotations

from collections.abc import Iterable

from analytics.intake.context import Context
from analytics.intake.grid import a1
from analytics.intake.headings import Match, Matcher
from analytics.intake.meanings import Meaning
from analytics.intake.observed import Gathered, Place
from analytics.intake.which import is_plain, subjects
from analytics.intake.words import GENERIC_MEASURES, squeeze
from analytics.model import Problem, Severity, UnknownHeading
from analytics.text import say


class Unknown:
    """Keeps the unknown headings of a block until they are told."""

    def __init__(self, sheet: str, context: Context, matcher: Matcher, out: Gathered) -> None:
        self.sheet, self.context, self.matcher, self.out = sheet, context, matcher, out
        self._unknown: dict[tuple[str, str], list[Place]] = {}
        self._unknown_at: dict[tuple[str, str], tuple[Place, Match]] = {}

    def no_subject(self, at: Place) -> None:
        """Keeps a number whose table names no indicator, under what the title or the sheet says it is about."""
        texts = [list(subjects(text))[-1] for text in (*self.context.texts, self.sheet)]
        about = next((text for text in texts if len(text) >= 2), self.sheet)
        self._unknown.setdefault((about, ""), []).append(at)
        self._unknown_at.setdefault((about, ""), (at, Match(None, "none", None, self.matcher.guesses(about))))

    def note(self, match: Match, parents: tuple[str, ...], across: Meaning, down: Meaning, at: Place) -> None:
        """Keeps a cell under the heading that nobody knows."""
        leaf = (down.headings or across.headings)[-1] if (down.headings or across.headings) else ""
        if across.headings and down.headings and is_plain(down.headings[-1]):
            leaf = across.headings[-1]
        group = squeeze(parents[-1]) if parents else ""
        if across.headings and down.headings and leaf == down.headings[-1] and squeeze(leaf) not in GENERIC_MEASURES:
            # A column of its own beside the row labels (其中线上) is asked about once, not once a row.
            group = ""
        key = (squeeze(leaf), group)
        self._unknown.setdefault(key, []).append(at)
        of_column = bool(down.headings) and leaf == down.headings[-1] and squeeze(leaf) not in GENERIC_MEASURES
        where = (down.heading_at if of_column else across.heading_at) or across.heading_at or down.heading_at or at
        self._unknown_at.setdefault(key, (where, match))

    def tell(self) -> None:
        """Asks about every heading kept, and forgets them."""
        for (heading, group), cells in self._unknown.items():
            where, match = self._unknown_at[heading, group]
            names = tuple(dict.fromkeys(a1(*c) for c in cells))
            self.out.unknown.append(UnknownHeading(heading, group, self.sheet, a1(*where), names, match.guesses))
            message = say(
                "不认识的项目“{heading}”，涉及 {cells}，没有采用；请选择它是哪个指标，或标为“不统计”。",
                heading=f"{group} / {heading}" if group else heading,
                cells=_some(names),
            )
            self.out.problems.append(Problem(Severity.QUESTION, "unknown_heading", message, self.sheet, a1(*where)))
        self._unknown.clear()


def _some(names: Iterable[str], most: int = 6) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + ("…" if len(listed) > most else "")
