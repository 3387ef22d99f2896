"""What has to be asked of a township: doubts about figures and about cells of its files, and the letters that ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analytics.checks.noted import RULE_OF
from analytics.checks.prose import in_paragraphs
from analytics.model import Figure, Finding, Problem
from analytics.text import Language, Text, translate

_A1 = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
CELLS = 4
"""Cells of one sheet named in a letter; of more, that there are more."""
NAMED = 8
"""Indicators without a figure that are named in a letter; of more, only how many."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to ask. ``township`` is empty where the cell does not tell whose it is.

    ``kind``: question (a check doubts figures) or cell (the reader could not make sense of a cell). ``file`` is empty
    for a question without a source. ``explained``: somebody has said why.
    """

    township: str
    kind: str
    sentence: Text
    file: str
    sheet: str
    cells: tuple[str, ...]
    explained: bool = False
    code: str = ""
    """Of a question its rule, of a cell the code of its problem."""
    indicators: tuple[str, ...] = ()
    """What the township did send in this cell and what is not used until the question is answered: 已报待核实."""


def doubt_of(finding: Finding, *, explained: bool) -> Doubt:
    """A question as something to ask its township, with the place of the township's own figures of that year."""
    own = [e for e in finding.evidence if (e.township, e.year) == (finding.township, finding.year) and e.file]
    first = own[0] if own else None
    here = [e for e in own if first and (e.file, e.sheet) == (first.file, first.sheet)]
    cells = tuple(dict.fromkeys(e.cell for e in here if e.cell))
    file, sheet = (first.file or "", first.sheet or "") if first else ("", "")
    return Doubt(finding.township, "question", finding.sentence, file, sheet, cells, explained, finding.rule)


def without_repeats(questions: Sequence[Doubt], cells: Iterable[Doubt]) -> list[Doubt]:
    """The questions, then the cells that no question of a rule is about already: nothing is asked twice."""
    asked = {(q.code, q.township, q.file) for q in questions}
    return [*questions, *(c for c in cells if (RULE_OF.get(c.code, ""), c.township, c.file) not in asked)]


def waiting_of(doubts: Iterable[tuple[int, Doubt]]) -> frozenset[tuple[str, int, str]]:
    """(township, year, indicator) that townships did send in and that is not used before a question is answered.

    What of it stands in another file that could be used counts as reported all the same: the figures say so.
    """
    return frozenset((doubt.township, year, i) for year, doubt in doubts for i in doubt.indicators)


def spoken_of(problem: Problem, figures: Sequence[Figure]) -> tuple[str, int | None]:
    """Township and year that a problem's cell speaks of, "" and None where that is not sure.

    ``figures`` are all of the file. Sure is what all figures of the sheet share, else all of the cell's row, else all
    of its column.
    """
    sheet = [f for f in figures if problem.sheet is None or f.source.sheet == problem.sheet] or list(figures)
    place = _A1.match(problem.cell or "")
    row = [f for f in sheet if place and (at := _A1.fullmatch(f.source.cell)) and at[2] == place[2]]
    column = [f for f in sheet if place and (at := _A1.fullmatch(f.source.cell)) and at[1] == place[1]]
    township: str | None = None
    year: int | None = None
    for some in (sheet, row, column):
        townships, years = {f.township for f in some}, {f.year for f in some}
        if township is None and len(townships) == 1:
            township = townships.pop()
        if year is None and len(years) == 1:
            year = years.pop()
    return township or "", year


def reminder(
    townships: Sequence[str], year: int, due: date, today: date, county: str, language: Language = "zh"
) -> str:
    """A letter to the townships whose returns of a year have not come; "" where all have."""
    if not townships:
        return ""
    joiner = ", " if language == "en" else "、"
    ask = (
        translate("请在截止日前报送。", language)
        if today <= due
        else translate("截止日已过 {n} 天，请尽快报送。", language, n=(today - due).days)
    )
    return "\n".join(
        (
            translate("{county}{year}年度法治建设报表催报", language, county=county, year=year),
            translate("上报截止日：{due}。", language, due=due.isoformat()),
            translate("截至 {today}，以下 {n} 个乡镇还没有报送：", language, today=today.isoformat(), n=len(townships)),
            joiner.join(townships),
            ask,
            translate("Excel、WPS 表格和 CSV 都可以，不必套用模板。", language),
        )
    )


def letter(
    township: str, year: int, doubts: Sequence[Doubt], lacking: Sequence[str] = (), language: Language = "zh"
) -> str:
    """A letter that asks one township about what nobody has explained yet; "" where there is nothing to ask.

    ``lacking`` names the indicators of the year that it did not report.
    """
    lines = [_line(d, language) for d in doubts if not d.explained]
    if lacking:
        lines.append(_lacking(year, lacking, language))
    if not lines:
        return ""
    return "\n".join(
        (
            translate("请{township}核实{year}年度报表：", language, township=township, year=year),
            *(f"{n}. {line}" for n, line in enumerate(lines, start=1)),
            translate("有误的请更正后重新报送，无误的请说明原因。", language),
        )
    )


def letters(
    townships: Iterable[str],
    year: int,
    doubts: Iterable[Doubt],
    lacking: Mapping[str, Sequence[str]],
    language: Language = "zh",
) -> dict[str, str]:
    """Township → letter, in the order given, of those that have anything to answer."""
    of: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        of.setdefault(doubt.township, []).append(doubt)
    written = {t: letter(t, year, of.get(t, ()), lacking.get(t, ()), language) for t in townships}
    return {township: text for township, text in written.items() if text}


def place_text(doubt: Doubt, language: Language = "zh") -> str:
    """File, sheet and cells of a doubt in one line; "" where none is known."""
    joiner = ", " if language == "en" else "、"
    named = dict.fromkeys(part for cell in doubt.cells for part in in_paragraphs(cell, language).split("、"))
    cells = joiner.join(list(named)[:CELLS]) + ("…" if len(named) > CELLS else "")
    return "　".join(filter(None, (doubt.file, doubt.sheet, cells)))


def _line(doubt: Doubt, language: Language) -> str:
    place = place_text(doubt, language)
    sentence = doubt.sentence.in_(language)
    return translate("{sentence}（出处：{place}）", language, sentence=sentence, place=place) if place else sentence


def _lacking(year: int, lacking: Sequence[str], language: Language) -> str:
    if len(lacking) > NAMED:
        return translate("{year}年有 {n} 项没有数据，请补报。", language, year=year, n=len(lacking))
    names = (", " if language == "en" else "、").join(lacking)
    return translate("{year}年有 {n} 项没有数据，请补报：{names}。", language, year=year, n=len(lacking), names=names)
