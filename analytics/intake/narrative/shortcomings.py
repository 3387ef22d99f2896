"""What a township says falls short: item by item, each under the theme its words belong to, else under "other"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from analytics.catalogue import Catalogue
from analytics.intake.narrative.items import goes_on, is_marked, items
from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.narrative.sections import Placed, opening_of_gaps
from analytics.intake.narrative.theming import LACKING, LACKS, OTHER, PEOPLE, theme_of
from analytics.model import Shortcoming

_INTRODUCTION = re.compile(
    r"取得(?:了)?(?:一定|一些|较好|明显|显著|积极)?(?:的)?(?:成绩|成效|进展)|存在(?:着)?[^，。；]{0,10}(?:问题|不足|差距|短板)|对照[^，。；]*要求|主要(?:表现|体现)|具体如下|清醒"
)
_CAUSE = re.compile(
    r"^(?:(?:究其|主要|其|分析)?(?:原因|根源)|这些问题|以上(?:问题|不足)|上述|对此|对于(?:以上|上述)|针对(?:以上|上述)|下一?步|今后|我们将|我[镇乡]将|为此)"
)
_TURNS = re.compile(
    r"[，,]\s?(?:(?:对此|为此)[，,]?(?:我[镇乡]|我们)?(?:明年|来年|下一?步|今后|将|拟|计划)?|(?:我[镇乡]|我们)?(?:明年|来年|下一?步|下一?年度?|今后)(?:将|拟|计划|要|打算|准备)?|(?:拟|计划|打算|准备)(?=[请建聘组开定录培邀举增申协制招选投编修补采打印购拍]))"
)
"""…不够严密，对此，明年健全…: where an item turns from what falls short to what is to be done about it."""
_CAUSES = re.compile(r"[^，。：:]{0,6}(?:原因|成因|根源)(?:分析|剖析)?[。：:]")
_CAUSES_TOLD = re.compile(
    r"(?:造成|产生|导致|出现|形成)(?:上述|以上|这些)[^，。；]{0,8}的?(?:主要)?(?:原因|根源)|(?:究其|分析)[^，。；]{0,6}(?:原因|根源)"
)
"""造成上述问题的原因，一是…: a paragraph that lists causes."""
_STRUNG = re.compile(
    r"存在(?:着)?(?:一些|部分)?(?P<list>[^。；：:]{4,120}?)等?(?:方面)?(?:的)?(?:突出|主要)?(?:问题|不足|短板|薄弱环节|差距)(?=[，。；]|$)"
)
_ADMITS = re.compile(r"虽|尽管|[仍还但]|不足|差距")
_REMEDY = re.compile(r"针对|将|要|进一步|加强|强化|推进|提升|提高|完善|健全|补齐|解决|着力|继续|持续|加大|下一?步|一是")
_TO_COME = re.compile(r"打算|拟|计划|争取|力争|明年|来年|今后|为此|对此|下一?年|我[镇乡]将|20\d\d年")
_HEADING = re.compile(
    r"存在的?(?:主要)?(?:问题|不足|短板|差距|困难)(?:[与和及、](?:问题|不足|短板|差距|困难|原因|改进)(?:措施|方向)?)?"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_FIELD = re.compile(r"(?:方面|层面|领域|上)$")
_FOLDED = re.compile(
    r"针对(?:当前|目前|我[镇乡])?(?P<gap>[^，。；]{4,40}?(?=等?(?:的|这些|这一)*(?:突出|主要|薄弱)?(?:问题|情况|现状|难题|实际|环节))|[^，。；、]{4,40}?(?:不足|短板|短缺|不够|不强|薄弱|欠缺|单一|滞后))"
)

_AHEAD = re.compile(
    r"(?:明年|来年|下一?步|下一?年度?|今后)|(?:^|[，,])(?:我[镇乡]|我们|街道|20\d\d年[^，,]{0,6})?(?:将|拟|计划|打算|准备)"
)
_DONE = re.compile(
    r"(?:^|[，,])[^，,将拟]{0,8}(?:已|先后|及时|现场|专门|多次)|(?:开展|组织|举办|完成|建立|解决|整改|下达|排查)了"
)


def listed(places: Sequence[Placed], catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcomings of a section of their own, whatever its paragraphs look like.

    A numbered line that says what is lacking is an item, and unnumbered text behind it explains it. A numbered line
    that only names a field (思想认识方面) or stands over a list of its own is none.
    """
    skipped: int | None = None
    """The level of a heading whose part holds no shortcomings: causes, an analysis."""
    explained = False
    for index, place in enumerate(places):
        if place.level is not None:
            explained = False
            if skipped is not None and place.level <= skipped:
                skipped = None
        if skipped is not None or (place.opens and place.heading):
            continue
        text = place.paragraph.text
        own = text[place.start :]
        if place.level is None and _CAUSES_TOLD.match(own.lstrip()):
            continue
        if place.level is not None and _CAUSES.match(own):
            skipped = place.level
            continue
        if not place.heading or place.level is None:
            if not place.heading and not (explained and place.level is None and not is_marked(text)):
                begins = opening_of_gaps(text)
                together = strung(place.paragraph, catalogue) if begins is None else []
                if together:
                    yield from together
                    continue
                yield from shortcomings(place.paragraph, place.start if begins is None else begins, catalogue)
            continue
        if _CAUSE.search(own):
            skipped = place.level
            continue
        below = places[index + 1] if index + 1 < len(places) else None
        over_a_list = below is not None and (
            is_marked(below.paragraph.text, below.start) or (below.level is not None and below.level > place.level)
        )
        if not over_a_list and LACKING.search(own) and not _FIELD.search(own):
            yield from shortcomings(place.paragraph, place.start, catalogue)
            explained = True


def shortcomings(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcomings that a paragraph of their section lists, from ``start`` on."""
    text = paragraph.text
    marked = is_marked(text, start) or start > 0 or paragraph.label != ""
    spans = list(_whole(text, start, numbered=paragraph.label != ""))
    for begin, until in spans:
        end = turn_of(text, begin, until)
        item = text[begin:end]
        if not _HAN.search(item) or _CAUSE.match(item) or (not marked and not LACKING.search(item)):
            continue
        if not marked and (len(item) < 4 or (_INTRODUCTION.search(item) and theme_of(item, catalogue) is None)):
            continue
        if _INTRODUCTION.search(item) and len(item) <= 14 and (not LACKS.search(item) or _HEADING.fullmatch(item)):
            continue  # the heading itself
        if _INTRODUCTION.search(item) and re.search(r"[:：]$|如下|以下", text[begin : end + 1]):
            continue
        alone = len(spans) == 1 and not is_marked(text) and "。" not in item
        for low, high in _clauses(text, begin, end, catalogue) if alone else [(begin, end)]:
            yield Shortcoming(theme_of(text[low:high], catalogue) or OTHER, text[low:high], paragraph.cell(low, high))


def turn_of(text: str, begin: int, end: int) -> int:
    """Where an item turns to the remedy of what it has named; its end where it does not."""
    match = _TURNS.search(text, begin, end)
    return match.start() if match and LACKS.search(text, begin, match.start()) else end


def remedies(paragraph: Paragraph, start: int) -> Iterator[int]:
    """Where, in a paragraph that lists shortcomings, the remedies of items begin (…不足，明年计划…)."""
    for begin, end in _whole(paragraph.text, start, numbered=paragraph.label != ""):
        turn = turn_of(paragraph.text, begin, end)
        if turn < end:
            yield turn + 1


def _clauses(text: str, begin: int, end: int, catalogue: Catalogue) -> list[tuple[int, int]]:
    """An item as its clauses where each of them names another thing that is lacking; else the item whole."""
    for marks in ("[，,]", "[，,、]"):
        cuts = [m.start() for m in re.finditer(marks, text[begin:end])]
        bounds = [begin, *(begin + cut + 1 for cut in cuts), end + 1]
        clauses = [(low, high - 1) for low, high in itertools.pairwise(bounds)]
        if _each_its_own(text, begin, end, clauses, catalogue):
            return clauses
    return [(begin, end)]


def _each_its_own(text: str, begin: int, end: int, clauses: list[tuple[int, int]], catalogue: Catalogue) -> bool:
    """Whether every clause names something lacking, and each something else."""
    themes = [theme_of(text[low:high], catalogue) if LACKS.search(text[low:high]) else None for low, high in clauses]
    if PEOPLE.search(text[begin:end]):
        themes = ["public_awareness" if theme == "awareness_of_officials" else theme for theme in themes]
    return len(clauses) > 1 and None not in themes and len(set(themes)) == len(themes)


def _whole(text: str, start: int, *, numbered: bool) -> Iterator[tuple[int, int]]:
    """The items; a paragraph that is numbered itself and lists nothing inside is one item."""
    spoken = start > 0 and text[start - 1] in "。！!"  # 最后讲不足。: what follows are sentences of their own
    if (start > 0 or numbered) and not spoken and not is_marked(text, start):
        end = len(text.rstrip("。；; "))
        begin = start + len(text[start:]) - len(text[start:].lstrip("：:，,。；; "))
        if end > begin and not re.search("[；;]", text[begin:end]):
            yield begin, end
            return
    # (一)…。(二)…。 run on in one paragraph: its own number is the first mark.
    yield from items(text, 0 if goes_on(text, start) else start)


def folded(paragraph: Paragraph, catalogue: Catalogue, start: int = 0) -> Iterator[Shortcoming]:
    """Shortcomings named in passing by a plan, from ``start`` on: 针对…的问题."""
    for match in _FOLDED.finditer(paragraph.text, start):
        yield from _named_in(paragraph, *match.span("gap"), catalogue)


def folded_ahead(paragraph: Paragraph, until: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """Those of running text, up to ``until``: only where the sentence goes on to what will be done, as 明年将.

    针对…的问题，开展了专项整治 tells of what was put right, often by others.
    """
    for match in _FOLDED.finditer(paragraph.text, 0, until):
        rest = re.split("[。；;！!]", paragraph.text[match.end() :], maxsplit=1)[0]
        if _AHEAD.search(rest) and not _DONE.search(rest):
            yield from _named_in(paragraph, *match.span("gap"), catalogue)


def _named_in(paragraph: Paragraph, begin: int, end: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The one shortcoming of these words, or each of several where every one names another thing that is lacking."""
    text = paragraph.text
    cuts = [begin - 1, *(begin + m.start() for m in re.finditer("、", text[begin:end])), end]
    spans = [(low + 1, high) for low, high in itertools.pairwise(cuts)]
    for low, high in spans if _each_its_own(text, begin, end, spans, catalogue) else [(begin, end)]:
        theme = theme_of(text[low:high], catalogue)
        if theme is not None:
            yield Shortcoming(theme, text[low:high], paragraph.cell(low, high))


def first_said(paragraph: Paragraph, start: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcoming that a paragraph begins with where shortcomings and remedies share a section."""
    match = re.match(r"[^。；;：:]{4,60}", paragraph.text[start:])
    if match and LACKS.search(match[0]) and not _REMEDY.match(match[0]):
        said = match[0][: turn_of(match[0], 0, len(match[0]))]
        theme = theme_of(said, catalogue)
        if theme is not None:
            yield Shortcoming(theme, said, paragraph.cell(start, start + len(said)))


def mixed(paragraph: Paragraph, start: int) -> Iterator[tuple[int, int, int]]:
    """The sentences of a paragraph under 问题与打算 as (begin, turn, end): up to ``turn`` it says what falls short,
    behind it what is to be done. Nothing where no sentence begins with what falls short.
    """
    text = paragraph.text
    found: list[tuple[int, int, int]] = []
    for match in re.compile("[^。；;！!]+").finditer(text, start):
        mark = re.compile(
            r"\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九][，,、]|[(（\d一二三四五]{1,2}[)）、.．])?\s*"
        ).match(text, match.start(), match.end())
        begin = mark.end() if mark else match.start()
        said = match[0][begin - match.start() :]
        lacks = bool(LACKS.search(re.split("[，,]", said)[0])) and not _REMEDY.match(said) and not _TO_COME.match(said)
        found.append((begin, turn_of(text, begin, match.end()) if lacks else begin, match.end()))
    if any(turn > begin for begin, turn, _ in found) and not found[-1][0] >= len(text):
        yield from (item for item in found if item[2] - item[0] >= 4)


def one(paragraph: Paragraph, begin: int, end: int, catalogue: Catalogue) -> Iterator[Shortcoming]:
    """The shortcoming of a sentence's stretch; nothing where it is empty."""
    said = paragraph.text[begin:end].rstrip("，, ")
    if said:
        yield Shortcoming(theme_of(said, catalogue) or OTHER, said, paragraph.cell(begin, begin + len(said)))


def inline(text: str) -> Iterator[tuple[int, int]]:
    """The places of shortcomings strung together in one sentence: 仍存在形式单一、力量不足等问题."""
    for match in _STRUNG.finditer(text):
        if not _ADMITS.search(text, text.rfind("。", 0, match.start()) + 1, match.start("list")):
            continue
        begin, end = match.span("list")
        cuts = [begin - 1, *(begin + m.start() for m in re.finditer("[、，]", match["list"])), end]
        spans = [(low + 1, high) for low, high in itertools.pairwise(cuts)]
        if all(LACKS.search(text[low:high]) for low, high in spans):
            yield from spans


def strung(paragraph: Paragraph, catalogue: Catalogue) -> list[Shortcoming]:
    """The shortcomings that a paragraph strings together, each with its theme."""
    text = paragraph.text
    return [
        Shortcoming(theme_of(text[low:high], catalogue) or OTHER, text[low:high], paragraph.cell(low, high))
        for low, high in inline(text)
    ]
