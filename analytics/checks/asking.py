"""What has to be asked of a township: doubts about figures and about cells of its files, and the letters that ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analytics.checks.noted import RULE_OF
from analytics.checks.prose import in_paragraphs
from analytics.model import Figure, Finding, Problem
from analytics.text import Language, Text, translate, where

_A1 = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
CELLS = 4
"""Cells of one sheet named in a letter; of more, that there are more."""
FEW = 3
"""Headings that nobody knows which are named in a letter; of more, the first ones and how many."""

ALIKE = 3
"""Demands of one kind about one sheet that are told one by one; of more, the first stands for all."""


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
    places: tuple[tuple[str, str], ...] = ()
    """Of each of ``indicators`` the cell and what stands there ("" where the reading did not keep it)."""
    upload_id: int = 0
    origin: str = "return"
    """Of the file of a cell: return, or narrative for a work report."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing to ask. ``doubt`` names the cells of the first sheet it is about, ``n`` counts those of all."""

    doubt: Doubt
    n: int


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


@dataclass(frozen=True, slots=True)
class Wait:
    """What keeps one figure from being used: the doubt, the cell it was sent in and what stands there ("": not kept)."""

    doubt: Doubt
    cell: str
    raw: str


def waits_of(doubts: Iterable[tuple[int, Doubt]]) -> dict[tuple[str, int, str], Wait]:
    """Township, year and indicator of what was sent in and is not used → where it stands and what is asked.

    Of several files that sent the same the first given stands.
    """
    found: dict[tuple[str, int, str], Wait] = {}
    for year, doubt in doubts:
        places = doubt.places or tuple(("、".join(doubt.cells), "") for _ in doubt.indicators)
        for indicator, (cell, raw) in zip(doubt.indicators, places, strict=True):
            found.setdefault((doubt.township, year, indicator), Wait(doubt, cell, raw))
    return found


def waiting_of(doubts: Iterable[tuple[int, Doubt]]) -> frozenset[tuple[str, int, str]]:
    """(township, year, indicator) that townships did send in and that is not used before a question is answered.

    What of it stands in another file that could be used counts as reported all the same: the figures say so.
    """
    return frozenset((doubt.township, year, i) for year, doubt in doubts for i in doubt.indicators)


def demands(doubts: Iterable[Doubt]) -> list[Demand]:
    """The doubts in their order, those about cells that ask the same (or, where many are of a kind, alike) as one."""
    given = list(doubts)
    kinds: dict[tuple[str, ...], set[str]] = {}
    for doubt in given:
        kinds.setdefault(_kind(doubt), set()).add(doubt.sentence.zh)
    found: dict[tuple[str, ...], list[Doubt]] = {}
    for number, doubt in enumerate(given):
        many = len(kinds[_kind(doubt)]) > ALIKE
        alike = _kind(doubt) if many else (doubt.township, doubt.code, doubt.sentence.zh)
        found.setdefault(alike if doubt.kind == "cell" else (str(number),), []).append(doubt)
    return [_demand(group) for group in found.values()]


def demand_text(demand: Demand, sentence: str, language: Language = "zh", *, folder: bool = True) -> str:
    """``sentence`` (the doubt's own, as the document writes it) with its places: …（出处：《…》“普法”表 D4 格，同类共 3 处）.

    ``folder``: whether the folder a file came in is named with it.
    """
    place = place_text(demand.doubt, language, folder=folder)
    if not place:
        return sentence
    counted = demand.n == len(demand.doubt.cells) > CELLS  # the place says itself how many there are
    if demand.n > 1 and demand.doubt.kind == "cell" and not counted:
        return translate(
            "{sentence}（出处：{place}，同类共 {n} 处）", language, sentence=sentence, place=place, n=demand.n
        )
    return translate("{sentence}（出处：{place}）", language, sentence=sentence, place=place)


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
    townships: Sequence[str],
    year: int,
    due: date,
    today: date,
    county: str,
    language: Language = "zh",
    told: Sequence[str] = (),
) -> str:
    """A letter to the townships whose returns of a year have not come; "" where all have.

    ``told``: those that sent a work report and no return.
    """
    if not townships and not told:
        return ""
    joiner = ", " if language == "en" else "、"
    day = today.isoformat()
    ask = (
        translate("请在截止日前报送。", language)
        if today <= due
        else translate("截止日已过 {n} 天，请尽快报送。", language, n=(today - due).days)
    )
    lines = [
        translate("{county}{year}年度法治建设报表催报", language, county=county, year=year),
        translate("上报截止日：{due}。", language, due=due.isoformat()),
    ]
    if townships:
        lines.append(translate("截至 {today}，以下 {n} 个乡镇还没有报送：", language, today=day, n=len(townships)))
        lines.append(joiner.join(townships))
    if told:
        lines.append(
            translate(
                "截至 {today}，以下 {n} 个乡镇没有收到报表（只有工作报告），请补报报表：",
                language,
                today=day,
                n=len(told),
            )
        )
        lines.append(joiner.join(told))
    return "\n".join((*lines, ask, translate("Excel、WPS 表格和 CSV 都可以，不必套用模板。", language)))


def letter(
    township: str,
    year: int,
    doubts: Sequence[Doubt],
    lacking: Sequence[str] = (),
    language: Language = "zh",
    headings: Sequence[str] = (),
) -> str:
    """A letter that asks one township about what nobody has explained yet; "" where there is nothing to ask.

    ``lacking`` names the indicators of the year that it did not report, ``headings`` what in its files nobody knows.
    """
    asked = demands(d for d in doubts if not d.explained)
    lines = [demand_text(d, d.doubt.sentence.in_(language), language, folder=False) for d in asked]
    if lacking:
        lines.append(unmatched_said(lacking, headings, language) if headings else _lacking(year, lacking, language))
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
    headings: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, str]:
    """Township → letter, in the order given, of those that have anything to answer."""
    of: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        of.setdefault(doubt.township, []).append(doubt)
    unknown = headings or {}
    written = {t: letter(t, year, of.get(t, ()), lacking.get(t, ()), language, unknown.get(t, ())) for t in townships}
    return {township: text for township, text in written.items() if text}


def place_text(doubt: Doubt, language: Language = "zh", *, folder: bool = True) -> str:
    """File, sheet and cells of a doubt as people say it (``where``); "" where none is known.

    ``folder``: whether the folder the office keeps the file in is named; its township does not know it.
    """
    cells = [part for cell in doubt.cells for part in in_paragraphs(cell, language).split("、")]
    file = doubt.file if folder else doubt.file.replace("\\", "/").rpartition("/")[2]
    return where(cells, doubt.sheet, file, language, CELLS)


def unmatched_said(lacking: Sequence[str], headings: Sequence[str], language: Language = "zh") -> str:
    """Asks about indicators without a figure where the files also hold headings that nobody knows: not to send again.

    What is lacking may well stand under one of them, so the township says which, and sends only what it did not send.
    All of ``lacking`` are named: who reads "and others" cannot know what to send.
    """
    joiner = ", " if language == "en" else "、"
    names = joiner.join(lacking)
    told = joiner.join(translate("“{heading}”", language, heading=h) for h in headings[:FEW])
    message = (
        translate(
            "有{n}项指标在报表中没有对上：{names}。报表里另有{headings}等{k}个表头没有认出，如就是这些指标，请说明，不必重报；确未报送的请补报。",
            language,
        )
        if len(headings) > FEW
        else translate(
            "有{n}项指标在报表中没有对上：{names}。报表里另有{k}个表头没有认出（{headings}），如就是这些指标，请说明，不必重报；确未报送的请补报。",
            language,
        )
    )
    return message.format(n=len(lacking), names=names, headings=told, k=len(headings))


def _lacking(year: int, lacking: Sequence[str], language: Language) -> str:
    names = (", " if language == "en" else "、").join(lacking)
    return translate("{year}年有 {n} 项没有数据，请补报：{names}。", language, year=year, n=len(lacking), names=names)


def _kind(doubt: Doubt) -> tuple[str, ...]:
    return doubt.township, doubt.code, doubt.file, doubt.sheet


def _demand(group: list[Doubt]) -> Demand:
    first = group[0]
    here = [d for d in group if (d.file, d.sheet) == (first.file, first.sheet)]
    cells = tuple(dict.fromkeys(cell for d in here for cell in d.cells))
    return Demand(replace(first, cells=cells), sum(max(len(d.cells), 1) for d in group))
