"""Whose form it is and for which year: its identity held against what its title, lines and file name say."""

from __future__ import annotations

from dataclasses import dataclass, field

from analytics.intake.context import Said, read_context
from analytics.intake.observed import Answers
from analytics.intake.raw_tables import Line
from analytics.intake.template.identity import Identity
from analytics.intake.template.wording import TITLE_END
from analytics.intake.townships import Sighting, Townships
from analytics.intake.view import View
from analytics.intake.words import squeeze
from analytics.intake.years import FIRST, LAST
from analytics.model import Problem, Severity
from analytics.text import Text, say

FILE_NAME = 3
"""The rank of the file's name among what stands around a table."""


@dataclass
class Whose:
    """Township and year of a form; None where that has to be asked, with the problem that asks."""

    township: str | None
    year: int | None
    problems: list[Problem] = field(default_factory=list)


def settled(
    view: View,
    identity: Identity,
    heading_row: int,
    file: str,
    names: Townships,
    answers: Answers,
    *,
    alone: bool,
) -> Whose:
    """Township and year of the form in ``view``. What a user answered for the file wins where it is the only form."""
    sighting = _on_roster(identity.township, names)
    title_end = squeeze(TITLE_END.format(township=identity.township, year=identity.year))
    lines = []
    for row in range(heading_row - 1):
        texts = tuple((c, view.text(row, c)) for c in view.by_row.get(row, ()))
        # The title as the form was given out may hold more names than the township's own.
        if texts and not any(squeeze(text).endswith(title_end) for _, text in texts):
            lines.append(Line(row, texts))
    context = read_context(lines, (), view.sheet.name, file, names, sheets=1)
    townships = [s for s in context.townships if not _same(str(s.value), sighting.name, names)]
    if not alone:
        townships = [s for s in townships if s.rank < FILE_NAME]
    years = [s for s in context.years if s.value != identity.year]
    found = Whose(sighting.name, identity.year)
    where = view.sheet.name
    if answers.township is not None and (alone or townships or sighting.how == "unknown"):
        found.township = answers.township
    elif sighting.how == "unknown":
        found.township = None
        message = say("名册里没有“{name}”，这些数据没有采用；请核对名称，或先在设置中加入该乡镇。", name=sighting.name)
        found.problems.append(Problem(Severity.ERROR, "unknown_township", message, where))
    elif townships:
        found.township = None
        message = say("填报单位说法不一：{places}，请选定乡镇。", places=_places(identity.township, townships))
        found.problems.append(Problem(Severity.ERROR, "township_mismatch", message, where))
    elif sighting.how == "near":
        message = say("填报单位按“{name}”处理，请确认。", name=sighting.name)
        found.problems.append(Problem(Severity.QUESTION, "near_township", message, where))
    if answers.year is not None and (alone or years):
        found.year = answers.year
    elif years or not FIRST <= identity.year <= LAST:
        found.year = None
        message = say("年度说法不一：{places}，请选定年度。", places=_places(identity.year, years))
        found.problems.append(Problem(Severity.ERROR, "year_mismatch", message, where))
    return found


def _on_roster(name: str, names: Townships) -> Sighting:
    """The township under its present name: forms are older than a change of the roster."""
    if names.roster is None or name in names.roster.by_name:
        return Sighting(name, "exact")
    return names.whole(name) or Sighting(name, "unknown")


def _same(said: str, own: str, names: Townships) -> bool:
    """Without a roster a name is taken from its form, and county words may stick to it."""
    return said == own or (names.roster is None and said.endswith(own))


def _places(own: str | int, said: list[Said]) -> Text:
    others = "；".join(f"{s.place} {s.value}" for s in sorted(said, key=lambda s: s.rank))
    return say("空白模板 {own}；{others}", own=own, others=others)
