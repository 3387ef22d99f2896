"""A report in prose → a reading: whose, which year, its figures, shortcomings and plans, each with its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from analytics.catalogue import Catalogue, Roster, load_catalogue
from analytics.intake.decoding import decode
from analytics.intake.gate.refusals import refusal
from analytics.intake.narrative import places, topics
from analytics.intake.narrative.admissions import admitted
from analytics.intake.narrative.amounts import placeholders
from analytics.intake.narrative.claim import Claim, Setting
from analytics.intake.narrative.claims import claims
from analytics.intake.narrative.head import Frame, frame, is_metadata
from analytics.intake.narrative.left_out import nothing_read, unread
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.merging import Statement, merged
from analytics.intake.narrative.paragraphs import Document, Paragraph, from_text, without_contents
from analytics.intake.narrative.plans import listed_plans, planned, plans, remedy
from analytics.intake.narrative.remarks import around, outside, remarks
from analytics.intake.narrative.sections import (
    Placed,
    heading,
    next_year_named,
    opening_of_gaps,
    opening_of_plans,
    placed,
)
from analytics.intake.narrative.sentences import Sentence, sentences
from analytics.intake.narrative.shortcomings import (
    first_said,
    folded,
    folded_ahead,
    listed,
    mixed,
    one,
    remedies,
    shortcomings,
    strung,
)
from analytics.intake.narrative.tables import joined, read_tables
from analytics.intake.narrative.telegram import in_telegram_style
from analytics.intake.narrative.word import from_docx
from analytics.intake.narrative.zeros import undone, zeros
from analytics.intake.reading import Decisions
from analytics.intake.townships import Townships
from analytics.intake.words import squeeze
from analytics.model import Plan, Problem, Reading, Severity, Shortcoming
from analytics.text import say

_GOES_ON = re.compile(r"^(?:本次|此次|这次|该次?|活动|期间|当天|当日|现场)")
_RESTATED = re.compile(r"[总共合]计|累计|总共|一共|上述|以上|这")
_ITEM = re.compile(r"[-—–●•·○■◆▪*※>]|[^。]*$")
_LIST_OF_PLANS = re.compile(r"(?:[（(]?[一1][）)、.]|[一1]是|①)(?=.*(?:不少于|不低于|力争|争取|拟|计划|打算))")
"""A list right behind one of shortcomings, where headings were lost: one item of it says that all are to come."""
_ANNOUNCED = re.compile(r"[^，。；：:]{2,10}[：:]")
"""下一步：加强培训。: plans behind the shortcomings, in a line of their own."""
_LINE = 40
"""Characters of an item in a list that has one to a line."""
_LONGEST = 1_000_000
LONG = 6_000
"""Characters of one paragraph; the longest seen in published reports has under 2,000."""


@dataclass
class _Found:
    """What the paragraphs gave so far."""

    statements: list[Statement] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gaps: list[Shortcoming] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    heading: str = ""
    """The words of the nearest heading, for what stands under it."""
    field: str = ""
    """The words of the nearest heading, whatever these are about."""
    leaders: bool = False
    """Whether the part is on what the chief officials did."""
    line: str = ""
    """The item before, where a list has one to a line."""


def read_narrative(
    data: bytes, name: str, sha256: str, roster: Roster | None, decisions: Decisions, *, word: bool
) -> Reading | Problem:
    """The reading of a .docx (``word``) or a text file in prose; a Problem where it holds nothing to read."""
    if word:
        try:
            document = from_docx(data)
        except Exception:  # what zipfile and lxml raise on damage
            return refusal("damaged", name)
    else:
        text = decode(data)
        if text is None:
            return refusal("unknown_encoding", name)
        document = from_text(text[:_LONGEST])
    if not document.paragraphs and not document.tables:
        return refusal(
            "scanned" if document.pictures else "no_text", name, as_code=None if document.pictures else "no_table"
        )
    return _read(document, name, sha256, roster, decisions)


def read_text(text: str, name: str, *, roster: Roster | None = None, decisions: Decisions | None = None) -> Reading:
    """The reading of pasted text; ``name`` is what it is to be called. Nothing is raised."""
    sha256 = hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()
    return _read(from_text(text[:_LONGEST]), name, sha256, roster, decisions or Decisions())


def _read(document: Document, name: str, sha256: str, roster: Roster | None, decisions: Decisions) -> Reading:
    catalogue = load_catalogue()
    told = frame(document.paragraphs, name, Townships(roster), document.headers)
    township, year, problems = _whose(told, decisions)
    found = _Found(problems=problems, leaders=_of_the_leaders(told.head.title))
    body = list(without_contents(document.paragraphs[told.body :]))
    _paragraphs(body, told.head.title, year, catalogue, found)
    prose = merged(found.statements, township, year, catalogue)
    figures, choices = prose.figures, prose.choices
    found.problems += prose.problems
    answered = replace(decisions, township=township, year=year)
    tables = read_tables(document, name, sha256, roster, answered)
    if tables is not None:
        figures, questions, open_ones = joined(figures, tables.figures, catalogue)
        found.problems += [*questions, *tables.problems]
        choices += open_ones
    found.problems += unread(document, () if tables is None else (f.source.sheet for f in tables.figures))
    if not figures and not found.gaps and not any(p.severity is not Severity.NOTE for p in found.problems):
        found.problems.append(nothing_read(document, name))
    order = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.NOTE: 2}
    return Reading(
        name,
        sha256,
        # A form filled in with a word processor is a return all the same.
        "return" if tables is not None and not found.statements and not found.gaps else "narrative",
        tuple(figures),
        tuple(sorted(dict.fromkeys(found.problems), key=lambda p: order[p.severity])),
        tuple(found.gaps),
        unknown_headings=() if tables is None else tables.unknown_headings,
        tables=() if tables is None else tables.tables,
        plans=tuple(found.plans),
        head=replace(told.head, township=township or "", year=year),
        paragraphs=tuple(p.text for p in document.paragraphs),
        choices=tuple(choices),
    )


def _whose(told: Frame, decisions: Decisions) -> tuple[str | None, int | None, list[Problem]]:
    """Township and year, None with an error where they are not said or said in two ways."""
    problems: list[Problem] = []
    year = decisions.year
    named = list(dict.fromkeys(y for _, y in told.years))
    if year is None and len(named) == 1:
        year = named[0]
    elif year is None and named:
        said = "；".join(f"{place} {y}" for place, y in told.years)
        problems.append(
            Problem(Severity.ERROR, "year_mismatch", say("年度说法不一：{places}，请选定年度。", places=said))
        )
    elif any(y != year for y in named):
        said = "；".join(f"{place} {y}" for place, y in told.years)
        message = say("{places}，已按选定的 {year} 年读，请乡镇改正。", places=said, year=year)
        problems.append(Problem(Severity.QUESTION, "year_mismatch", message))
    elif year is None:
        problems.append(Problem(Severity.ERROR, "no_year", say("没有写明是哪一年的数据，请选定年度。")))
    township = decisions.township
    sightings = {s.name: s for _, s in told.townships}
    if township is None and len(sightings) == 1:
        (sighting,) = sightings.values()
        if sighting.how == "unknown":
            message = say(
                "名册里没有“{name}”，这些数据没有采用；请核对名称，或先在设置中加入该乡镇。", name=sighting.name
            )
            problems.append(Problem(Severity.ERROR, "unknown_township", message))
        else:
            township = sighting.name
            if sighting.how == "near":
                message = say("填报单位按“{name}”处理，请确认。", name=township)
                problems.append(Problem(Severity.QUESTION, "near_township", message))
    elif township is None and sightings:
        said = "；".join(f"{place} {s.name}" for place, s in told.townships)
        message = say("填报单位说法不一：{places}，请选定乡镇。", places=said)
        problems.append(Problem(Severity.ERROR, "township_mismatch", message))
    elif township is None:
        problems.append(Problem(Severity.ERROR, "no_township", say("没有写明是哪个乡镇的数据，请选定乡镇。")))
    return township, year, problems


def _paragraphs(
    paragraphs: Sequence[Paragraph], title: str, year: int | None, catalogue: Catalogue, found: _Found
) -> None:
    listing = False
    for kind, group in groupby(placed(paragraphs), key=lambda place: place.kind):
        places = [_shortened(place) for place in group if not is_metadata(place.paragraph.text)]
        if kind == "work":
            for place in places:
                found.heading = _about_the_law(place, found.heading)
                told = heading(place.paragraph)
                found.field = squeeze(told[2]) if told is not None else found.field
                if len(place.paragraph.text) <= _LINE and place.paragraph.text.endswith(("：", ":")):
                    found.field = squeeze(place.paragraph.text)
                if place.level == 0 and not _of_the_leaders(title):
                    found.leaders = _of_the_leaders(place.paragraph.text[:60])
                if listing and _LIST_OF_PLANS.match(place.paragraph.text):
                    _plans([place], year, catalogue, found)
                    continue
                before = len(found.gaps)
                _running(place.paragraph, year, catalogue, found)
                listing = len(found.gaps) - before > 1
        elif kind == "gaps":
            found.gaps += listed(places, catalogue)
            for place in places:
                if place.level is None and opening_of_plans(place.paragraph.text, year) == 0:
                    announced = _ANNOUNCED.match(place.paragraph.text)
                    found.plans += plans(place.paragraph, announced.end() if announced else 0, catalogue)
                    continue
                found.plans += (
                    p for at in remedies(place.paragraph, place.start) for p in remedy(place.paragraph, at, catalogue)
                )
        else:
            _plans(places, year, catalogue, found)


def _of_the_leaders(title: str) -> bool:
    """Whether a title says that what follows is on what the chief officials did."""
    return re.search("主要负责(?:人|同志)|第一责任人", title.partition("。")[0]) is not None


def _about_the_law(place: Placed, before: str) -> str:
    """The words of the heading that a paragraph is or begins with, else of the one before; "" where not of the law."""
    told = heading(place.paragraph)
    if told is None:
        return before
    about = topics.OF_THE_LAW.search(told[2]) or re.search("学法|宣传|执法", told[2])
    return squeeze(told[2]) if about and not topics.OTHER_WORK.search(told[2]) else ""


def _shortened(place: Placed) -> Placed:
    """A list's paragraph, cut where it is too long to be one; work is cut later, with a question."""
    text = place.paragraph.text
    return (
        place
        if place.kind == "work" or len(text) <= LONG
        else replace(place, paragraph=replace(place.paragraph, text=text[:LONG]))
    )


def _running(paragraph: Paragraph, year: int | None, catalogue: Catalogue, found: _Found) -> None:
    """A paragraph of what was done; it may turn to what falls short, and to what is to come, and ends there."""
    text = paragraph.text[:LONG]
    gaps, coming = opening_of_gaps(text), opening_of_plans(text, year)
    if gaps is not None and coming is None:
        coming = next_year_named(text, gaps, year)
    turns = min((place for place in (gaps, coming) if place is not None), default=None)
    _figures(paragraph, turns, year, catalogue, found)
    if gaps is None:
        together = strung(replace(paragraph, text=text), catalogue)
        until = len(text) if turns is None else turns
        found.gaps += together or [
            *admitted(paragraph, until, catalogue),
            *folded_ahead(paragraph, until, catalogue),
        ]
    if gaps is not None and (coming is None or gaps < coming):
        end = coming if coming is not None else len(text)
        found.gaps += shortcomings(replace(paragraph, text=paragraph.text[:end]), gaps, catalogue)
    if coming is not None:
        found.plans += plans(paragraph, coming, catalogue)
        found.gaps += folded(paragraph, catalogue, coming)


def _plans(places: Sequence[Placed], year: int | None, catalogue: Catalogue, found: _Found) -> None:
    """A section of plans, shortcomings folded into it among them."""
    kept = []
    for place in places:
        begins = opening_of_gaps(place.paragraph.text)
        if begins is not None:
            text = place.paragraph.text
            ahead = (opening_of_plans(text, year), next_year_named(text, begins, year))
            coming = min((at for at in ahead if at is not None and at > begins), default=None)
            found.gaps += shortcomings(replace(place.paragraph, text=text[:coming]), begins, catalogue)
            if coming is not None:
                found.plans += plans(place.paragraph, coming, catalogue)
            continue
        if place.kind == "gaps_and_plan" and not place.opens:
            both = list(mixed(place.paragraph, place.start))
            if both:
                for begin, turn, end in both:
                    found.gaps += one(place.paragraph, begin, turn, catalogue)
                    found.plans += planned(place.paragraph, turn, end, catalogue)
                continue
            found.gaps += first_said(place.paragraph, place.start, catalogue)
        found.gaps += folded(place.paragraph, catalogue)
        kept.append(place)
    found.plans += listed_plans(kept, catalogue)


def _figures(paragraph: Paragraph, until: int | None, year: int | None, catalogue: Catalogue, found: _Found) -> None:
    """The claims of a paragraph, up to where it turns to shortcomings."""
    text = paragraph.text[:until]
    if len(text) > LONG:
        message = say("第 {number} 段太长，只读了前 {n} 个字，请分段后再上传。", number=paragraph.number, n=LONG)
        found.problems.append(
            Problem(Severity.QUESTION, "long_paragraph", message, None, paragraph.cell(LONG, len(text)))
        )
        text = text[:LONG]
    for start, end in placeholders(text):
        message = say("“{text}”没有填数，请向乡镇核实后补上。", text=text[max(0, start - 12) : end])
        found.problems.append(Problem(Severity.ERROR, "placeholder", message, None, paragraph.cell(start, end)))
    item = _ITEM.match(text) is not None and len(text) <= _LINE
    before, event = found.line if item else "", False
    field = f"{found.field}，{text}" if in_telegram_style(text) else found.field
    for sentence in sentences(text):
        ends: dict[str, int] = {}
        goes_on = event and bool(_GOES_ON.match(words(sentence.masked)))
        setting = Setting(year, before, found.heading, field, found.leaders, narrow=goes_on)
        for claim in (
            *claims(sentence, setting, catalogue),
            *_denied(sentence, setting, catalogue),
        ):
            begin, end = sentence.start + claim.start, sentence.start + claim.end
            raw = paragraph.text[begin:end].strip()
            where = paragraph.cell(sentence.start, sentence.start + len(sentence.text))
            restated = claim.indicator in ends and _restates(sentence.masked[ends[claim.indicator] : claim.start])
            ends[claim.indicator] = claim.end
            found.statements.append(Statement(claim, paragraph.cell(begin, end), raw, sentence.text, where, restated))
        event = goes_on or _is_event(sentence)
        before = words(sentence.masked)
    found.line = before if item else ""


def _denied(sentence: Sentence, setting: Setting, catalogue: Catalogue) -> list[Claim]:
    """What a sentence denies, its remarks read apart from what stands around them."""
    spans = remarks(sentence)
    plain = around(sentence, spans) if spans else sentence
    found = [*zeros(plain, setting), *undone(plain, setting, catalogue)]
    if spans:
        said = (*zeros(sentence, setting), *undone(sentence, setting, catalogue))
        found = [c for c in found if outside(c, spans)] + [c for c in said if not outside(c, spans)]
    return found


def _restates(between: str) -> bool:
    """Whether a number goes on about the one before it: a sum (总计…), or the same breath (11人提交报告11份)."""
    return bool(_RESTATED.search(between)) or not re.search("[、，；：和及与]", between)


def _is_event(sentence: Sentence) -> bool:
    return places.is_single_event(sentence.masked)
