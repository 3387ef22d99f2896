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
_CLAUSE = re.compile(r"(?:[^，,（(《“]|[（(][^（()）]*[)）]|《[^《》]*》|“[^“”]*”|[（(《“])+")
_BEGINS = re.compile(
    r"(?:并|同时|再|新)?(?:修订|制定|完善|健全|出台|建立|建设|新建|打造|组建|成立|设立|聘请|选聘|配齐|配备|培育|培养|开展|举办|组织|召开|拍摄|制作|编印|印发|推出|开通|推行|落实|创建|争创|申报|整治|清理)"
)
"""A clause without a number that is a plan of its own behind one with a number."""
_LEADS = re.compile(r"(?:围绕|结合|依托|针对|利用|通过|聚焦|以|在|为|对|按|充分|积极|大力|深入|持续|切实)")
"""A clause that leads up to the next one."""
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
    strung = _strung(item, targets)
    if len(strung) > 1:
        for first, last in strung:
            yield from _plan(paragraph, begin + first, begin + last, catalogue)
        return
    cell = paragraph.cell(begin, end)
    theme = subject_of(item)
    if not targets:
        yield Plan(item, cell, theme)
    for target in targets:
        yield Plan(item, cell, theme, target.indicator, target.value)


def _strung(item: str, targets: Sequence[Claim]) -> list[tuple[int, int]]:
    """The plans that commas string together (举办讲座8场，开展宣传50场次，修订村规民约), each with what leads up to it.

    Only where two clauses and more have a target of their own; else an item stays whole.
    """
    clauses = [match.span() for match in _CLAUSE.finditer(item)]
    counted = [any(first <= t.start < last for t in targets) for first, last in clauses]
    if sum(counted) < 2:
        return []
    out: list[tuple[int, int]] = []
    start: int | None = None
    for (first, last), has_target in zip(clauses, counted, strict=True):
        begins = first if start is None else start
        if has_target or (out and start is None and _BEGINS.match(item, first)):
            out.append((begins, last))
            start = None
        elif out and start is None and not _LEADS.match(item, first):
            out[-1] = (out[-1][0], last)
        else:
            start = begins
    if start is not None and out:
        out[-1] = (out[-1][0], len(item))
    return out


def _targets(text: str, catalogue: Catalogue) -> list[Claim]:
    setting = Setting(None, planned=True)
    return [claim for sentence in sentences(text) for claim in claims(sentence, setting, catalogue)]
