"""Next year's plans: items with their theme and, where a number is promised, indicator and target."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from analytics.catalogue import Catalogue
from analytics.intake.narrative.claim import Claim, Setting
from analytics.intake.narrative.claims import claims
from analytics.intake.narrative.items import goes_on, is_marked, items
from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.narrative.sections import Placed, behind_heading
from analytics.intake.narrative.sentences import sentences
from analytics.intake.narrative.theming import subject_of
from analytics.model import Plan

_TITLE = re.compile(r"^[^。，；]{4,34}[。：:]")
_SAYS_ITSELF = re.compile(
    r"(?:明年|来年|下一?步|下一?年度?|20\d\d年)[^。；]{0,12}?(?:将|拟|计划|打算|准备|力争|争取|要|再|预计)(?![^。；]{0,4}(?:如下|为|是|$))[^。；]*\d"
)
"""5.明年将举办讲座12场: a numbered remark that is the plan, not a heading over plans."""
_ASIDE = re.compile(r"[(（]?(?:附[件录]?|备注|注|联系人|联系电话)\s?[:：]")
_COUNTED = re.compile(r"\d(?:余|多)?万?(?:余|多)?[场次期个处名人份册件条部本篇家支所]")
"""What a line without a stop and without a number of its own has to say to be a plan and no heading."""
_ONLY_OPENS = re.compile("(?:以下|如下|下列)[^，。；]{0,10}(?:工作|方面|任务|重点|事项|措施|举措)$")
"""…重点抓好以下几项工作：: what stands before the plans."""
_GENERAL = re.compile(
    r"新的一年|下一?步|以习近平|坚持以|指导|紧[紧密]围绕|深入贯彻|认真贯彻|存在的问题|针对(?:以上|上述)|为此"
)


def listed_plans(places: Sequence[Placed], catalogue: Catalogue) -> Iterator[Plan]:
    """The plans of a section of their own. A heading is a plan itself only where nothing is said below it."""
    for place, below in itertools.zip_longest(places, places[1:]):
        if _ASIDE.match(place.paragraph.text):
            continue
        if not place.heading:
            yield from plans(place.paragraph, place.start, catalogue)
        elif (
            _SAYS_ITSELF.search(place.paragraph.text, place.start)
            if place.opens
            else (
                (below is None or below.heading)
                if place.level is not None
                else _COUNTED.search(place.paragraph.text) is not None
            )
        ):
            end = len(place.paragraph.text.rstrip("。；;：: "))
            yield from _plan(place.paragraph, place.start, end, catalogue)


def plans(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Plan]:
    """The plans that a paragraph of next year's section names, from ``start`` on."""
    text = paragraph.text
    start = behind_heading(text, start)
    if not is_marked(text, start):
        title = _TITLE.match(text[start:])
        if (start > 0 or paragraph.label) and title and len(text) > start + title.end():
            start += title.end()
    for begin, end in items(text, 0 if goes_on(text, start) else start):
        item = text[begin:end]
        if _ONLY_OPENS.search(item) and text[end : end + 1] in ("：", ":"):
            continue
        if (len(item) < 6 and not is_marked(text, start) and not _COUNTED.search(item)) or (
            not is_marked(text, start)
            and start == 0
            and not paragraph.label
            and _GENERAL.match(item)
            and not re.search(r"\d", item)
        ):
            continue
        yield from _plan(paragraph, begin, end, catalogue)


def planned(paragraph: Paragraph, start: int, end: int, catalogue: Catalogue) -> Iterator[Plan]:
    """The plan that a stretch of a paragraph is, its commas aside; nothing where it is empty."""
    begin = start + len(paragraph.text[start:end]) - len(paragraph.text[start:end].lstrip("，, "))
    if end - begin >= 4:
        yield from _plan(paragraph, begin, end, catalogue)


def remedy(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Plan]:
    """The plan that an item on what falls short ends in (…，明年计划培训…), from ``start`` to the end of the item."""
    match = re.compile("[^。；;]+").match(paragraph.text, start)
    if match is not None:
        yield from _plan(paragraph, match.start(), match.end(), catalogue)


def _plan(paragraph: Paragraph, begin: int, end: int, catalogue: Catalogue) -> Iterator[Plan]:
    item = paragraph.text[begin:end]
    targets = _targets(item, catalogue)
    cell = paragraph.cell(begin, end)
    theme = subject_of(item)
    if not targets:
        yield Plan(item, cell, theme)
    for target in targets:
        yield Plan(item, cell, theme, target.indicator, target.value)


def _targets(text: str, catalogue: Catalogue) -> list[Claim]:
    setting = Setting(None, planned=True)
    return [claim for sentence in sentences(text) for claim in claims(sentence, setting, catalogue)]
