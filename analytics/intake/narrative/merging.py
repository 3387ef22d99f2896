"""Several statements of one report about one indicator: one figure where they agree, a question where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.catalogue import Catalogue
from analytics.intake.narrative.choosing import several
from analytics.intake.narrative.claim import Claim
from analytics.model import Alternative, Choice, Figure, Problem, Qualifier, Severity, Source, State
from analytics.text import Text, say


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its place in the report, the words it stands in, and its sentence with that one's place."""

    claim: Claim
    cell: str
    raw: str
    sentence: str = ""
    sentence_cell: str = ""
    restated: bool = False
    """Introduced as what the sentence has said before (总计…)."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The figures, in the order of the report, and what is asked about the rest."""

    figures: list[Figure]
    problems: list[Problem]
    choices: list[Choice]


def merged(statements: Sequence[Statement], township: str | None, year: int | None, catalogue: Catalogue) -> Merged:
    """One figure for each indicator whose statements say the same, a question and a choice for each where not.

    Parts of a stated total are left to the total. Without township or year there are no figures.
    """
    by_indicator: dict[str, list[Statement]] = {}
    for statement in statements:
        claim = statement.claim
        if not (claim.between or claim.part or claim.shared or claim.until or claim.occasion):
            by_indicator.setdefault(statement.claim.indicator, []).append(statement)
    out = Merged([], [_range(s, catalogue) for s in statements if s.claim.between], [])
    out.problems.extend(
        _until(s, catalogue) for s in statements if s.claim.until and s.claim.indicator not in by_indicator
    )
    out.problems.extend(_shared(s, catalogue) for s in statements if s.claim.shared)
    told = {*by_indicator, *(s.claim.indicator for s in statements if not s.claim.occasion)}
    told |= {indicator for s in statements for indicator in s.claim.shared}
    occasions: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.claim.occasion and not statement.claim.part and statement.claim.indicator not in told:
            occasions.setdefault(statement.claim.indicator, []).append(statement)
    for indicator, every in occasions.items():
        _ask_of_occasions(indicator, every, township, year, catalogue, out)
    for indicator, every in by_indicator.items():
        # What was done on one day is part of what is said of the year.
        said = [s for s in every if not s.claim.dated] or every
        if not _say_the_same(said) or sum(s.claim.dated for s in said) > 1:
            out.problems.append(several(indicator, [Source(None, s.cell, s.raw) for s in said], catalogue))
            out.choices.extend(_choice(indicator, said, township, year, catalogue))
        elif township is not None and year is not None:
            # 2000 and 2000余 say the same; the less exact of them claims less.
            chosen = next((s for s in said if s.claim.qualifier is not Qualifier.EXACT), said[0])
            out.figures.append(_figure(chosen, township, year, catalogue))
    return out


def _ask_of_occasions(
    indicator: str,
    every: Sequence[Statement],
    township: str | None,
    year: int | None,
    catalogue: Catalogue,
    out: Merged,
) -> None:
    """Of parts of a year or single events only: several may add up and are asked about, one alone is told of."""
    known = catalogue.by_id[indicator]
    name = Text(known.name_zh, known.name_en)
    phrases = "、".join(f"{s.cell} {s.raw}" for s in every)
    cell = "、".join(dict.fromkeys(s.cell for s in every))
    if len(every) > 1:
        message = say(
            "“{name}”在报告里只有各时段、各次活动的数（{phrases}），没有采用；请确认应当相加、只取其一，还是向乡镇核实全年的数。",
            name=name,
            phrases=phrases,
        )
        out.problems.append(Problem(Severity.QUESTION, "several_figures", message, None, cell))
        out.choices.extend(_choice(indicator, every, township, year, catalogue))
        return
    message = say(
        "“{name}”在报告里只有一个时段或一次活动的数（{phrases}），没有当作全年的数；要用请向乡镇核实全年的数。",
        name=name,
        phrases=phrases,
    )
    out.problems.append(Problem(Severity.NOTE, "part_of_year", message, None, cell))


def _say_the_same(said: Sequence[Statement]) -> bool:
    """Whether statements give one number; twice in one sentence it counts two things (广场1个、长廊1条)."""
    apart = [s.sentence_cell for s in said if s.claim.value and s.sentence_cell and not s.restated]
    return len({s.claim.value for s in said}) == 1 and len(set(apart)) == len(apart)


def _choice(
    indicator: str, said: Sequence[Statement], township: str | None, year: int | None, catalogue: Catalogue
) -> list[Choice]:
    """What a person may choose from; nothing while nobody knows whose and which year's it is."""
    if township is None or year is None:
        return []
    unit = catalogue.by_id[indicator].unit
    return [Choice(township, year, indicator, unit, tuple(_alternative(s) for s in said))]


def _alternative(said: Statement) -> Alternative:
    source = Source(None, said.cell, said.raw)
    return Alternative(said.claim.value, said.claim.qualifier, source, said.sentence, said.sentence_cell)


def _figure(statement: Statement, township: str, year: int, catalogue: Catalogue) -> Figure:
    claim = statement.claim
    unit = catalogue.by_id[claim.indicator].unit
    source = Source(None, statement.cell, statement.raw)
    return Figure(township, year, claim.indicator, claim.value, claim.qualifier, State.REPORTED, unit, source)


def _range(statement: Statement, catalogue: Catalogue) -> Problem:
    known = catalogue.by_id[statement.claim.indicator]
    message = say(
        "“{name}”写的是一个范围（{raw}），没有采用，请向乡镇核实准确的数。",
        name=Text(known.name_zh, known.name_en),
        raw=statement.raw,
    )
    return Problem(Severity.QUESTION, "range", message, None, statement.cell)


def _shared(statement: Statement, catalogue: Catalogue) -> Problem:
    names = [catalogue.by_id[indicator] for indicator in statement.claim.shared]
    message = say(
        "“{raw}”一个数合起来说了{names}，没有采用，请向乡镇核实各是多少。",
        raw=statement.raw,
        names=Text("、".join(n.name_zh for n in names), ", ".join(n.name_en for n in names)),
    )
    return Problem(Severity.QUESTION, "shared_number", message, None, statement.cell)


def _until(statement: Statement, catalogue: Catalogue) -> Problem:
    known = catalogue.by_id[statement.claim.indicator]
    message = say(
        "“{name}”的数（{raw}）没有统计到年底，没有采用，请向乡镇核实全年的数。",
        name=Text(known.name_zh, known.name_en),
        raw=statement.raw,
    )
    return Problem(Severity.QUESTION, "part_of_year", message, None, statement.cell)
