"""The paragraphs of a report one after the other: what was done gives figures, the rest shortcomings and plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from analytics.catalogue import Catalogue
from analytics.intake.narrative import places, topics
from analytics.intake.narrative.admissions import admitted
from analytics.intake.narrative.amounts import placeholders
from analytics.intake.narrative.claim import Claim, Setting
from analytics.intake.narrative.claims import claims
from analytics.intake.narrative.head import is_metadata
from analytics.intake.narrative.masking import words
from analytics.intake.narrative.merging import Statement
from analytics.intake.narrative.paragraphs import Paragraph
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
from analytics.intake.narrative.telegram import in_telegram_style
from analytics.intake.narrative.zeros import undone, zeros
from analytics.intake.words import squeeze
from analytics.model import Plan, Problem, Severity, Shortcoming
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
LONG = 6_000
"""Characters of one paragraph; the longest seen in published reports has under 2,000."""


@dataclass
class Found:
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


def read_body(
    paragraphs: Sequence[Paragraph], title: str, year: int | None, catalogue: Catalogue, found: Found
) -> None:
    """Adds to ``found`` what the paragraphs behind a report's title say, each part with its place in the text."""
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
                if place.level == 0 and not of_the_leaders(title):
                    found.leaders = of_the_leaders(place.paragraph.text[:60])
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


def of_the_leaders(title: str) -> bool:
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


def _running(paragraph: Paragraph, year: int | None, catalogue: Catalogue, found: Found) -> None:
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


def _plans(places: Sequence[Placed], year: int | None, catalogue: Catalogue, found: Found) -> None:
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


def _figures(paragraph: Paragraph, until: int | None, year: int | None, catalogue: Catalogue, found: Found) -> None:
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
