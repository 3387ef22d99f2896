"""Which indicator a cell is of: by the headings of its row and column, or by what its sheet is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analytics.intake.context import Context
from analytics.intake.headings import Match, Matcher
from analytics.intake.meanings import Meaning
from analytics.intake.units import Unit
from analytics.intake.words import squeeze
from analytics.intake.years import split_year

_FRAME = re.compile(
    r"(?:19|20)\d\d年?度?(?:[-—~至](?:19|20)\d\d年?度?)?|^[^\W\d_]{1,6}[县区市](?=[^\W\d_]{2})|各?乡镇(?:\(街道\)|街道)?"
    r"|\((?:分|按)[^()]*\)|\([^()]*(?:表|汇总|统计)\)"
)
_TABLE_WORDS = re.compile(
    r"(?:一览|统计|汇总|情况|报送|明细|对比|数据|分月|分季度|月度|季度)*(?:表|报表|台账)?((?:\(.*\))?)$"
)


class Which:
    """Chooses the indicators of one table's cells; ``labelled_rows`` counts the rows of the block that name one."""

    def __init__(self, sheet: str, context: Context, matcher: Matcher) -> None:
        self.sheet, self.context, self.matcher = sheet, context, matcher
        self.labelled_rows = 0
        self._subject: Match | None = None

    def of(self, across: Meaning, down: Meaning) -> tuple[Match | None, tuple[str, ...]]:
        """The indicator of a cell, from the row's and the column's headings; the sheet's subject where neither names one."""
        counted = unit_said(across, down) or across.unit or down.unit
        unit = counted.word if counted else ""
        if across.headings and down.headings:
            row_leads = across.heading_at is not None
            parents = (*across.headings, *down.headings[:-1])
            leaf = down.headings[-1]
            if row_leads and not is_plain(leaf):
                return self._of_column(across, self.matcher.match(leaf, parents, unit), leaf), parents
            if row_leads:
                return self.matcher.match(across.headings[-1], across.headings[:-1], unit), across.headings[:-1]
            return self.matcher.match(leaf, parents, unit), parents
        headings = across.headings or down.headings
        if across.headings and across.heading_at is None and not down.headings:
            return self._subject_match(), ()
        if not headings:
            return self._subject_match(), ()
        return self.matcher.match(headings[-1], headings[:-1], unit), headings[:-1]

    def _of_column(self, across: Meaning, found: Match, leaf: str) -> Match:
        """The match, unless the column names an indicator of its own in every row: leaflets of each kind of activity are parts."""
        if found.indicator is None or found.how == "remembered" or self.labelled_rows < 2:
            return found
        own = self.matcher.match(across.headings[-1], across.headings[:-1]).indicator
        if own in (None, found.indicator) or not self.matcher.is_wording(leaf):
            return found
        return Match(None, "none", found.unit, self.matcher.guesses(leaf))

    def _subject_match(self) -> Match | None:
        """The indicator that the sheet's name or the title is about (sheet per indicator)."""
        if self._subject is None:
            self._subject = self._find_subject() or Match(None, "no_subject", None)
        return self._subject

    def _find_subject(self) -> Match | None:
        """The first sure match of sheet name and titles, with the unit that any of them names for it."""
        subject: Match | None = None
        for text in (self.sheet, *self.context.texts):
            for candidate in subjects(text):
                found = self.matcher.match(candidate)
                if found.how == "ignored":
                    return found
                if found.indicator is None or found.how not in ("exact", "core", "remembered"):
                    continue
                if subject is None or (subject.indicator == found.indicator and subject.unit is None):
                    subject = found
        return subject


def is_plain(leaf: str) -> bool:
    """Whether a heading says nothing but that numbers stand under it."""
    return squeeze(leaf) in ("数量", "数", "数值", "数据")


def unit_said(across: Meaning, down: Meaning) -> Unit | None:
    """The unit a user has put right for the row or the column of a cell."""
    return across.unit_said or down.unit_said


def subjects(text: str) -> Iterable[str]:
    """What a title or sheet name may be about, from the whole text down to what is left without its frame."""
    plain = squeeze(split_year(text)[2])
    yield plain
    # The county's name may only show once the year before it is gone.
    yield _TABLE_WORDS.sub(r"\1", _FRAME.sub("", _FRAME.sub("", plain)))
