"""Which part of a report a paragraph belongs to, by headings however they are numbered or worded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.intake.narrative.paragraphs import Paragraph
from analytics.intake.words import squeeze

Kind = Literal["work", "gaps", "plan", "gaps_and_plan"]

_NUMBER = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_HEAD = re.compile(
    r"(?P<top>第?[一二三四五六七八九十]{1,3}(?:[、.,，:：]|部分[、:：]?)\s?)|(?P<second>[(（](?:[一二三四五六七八九十]{1,3})[)）][、.]?)"
    r"|(?P<third>\d{1,2}[.、．)）](?!\d))|(?P<fourth>[(（]\d{1,2}[)）]|[①-⑳])"
)
_BRACKETED = re.compile(r"【(?P<words>[^【】]{2,16})】[：:]?\s?")
"""【不足】: a heading of the first level, alone or run in."""
_LACKING = r"(?:问题|不足|短板|差距|困难|薄弱环节|弱项)"
_SPOKEN_GAPS = re.compile(
    rf"(?:^|(?<=[。；;！!]))\s?(?:[一二三四五六七八九十]是)?(?:最后|再|当然|同时|但|然而|不过)?[，,]?(?:(?:成绩|肯定成绩)?(?:之外|面前|背后|之余|的同时)?[，,]?(?:我们|工作(?:中|上)?|自身)?|(?![^。；]*(?:整改|解决|发现|针对|查|反馈|梳理|通报|补|破|克服|消除|化解|处理|纠|没|研究|分析|汇总|收集|指出|对照|群众))[^，。；：\d]{{2,10}}(?=也|还|仍|依然))"
    rf"(?:(?:也|还|仍|依然|仍然)?(?:存在|有)(?:着|的|一些|不少|几点|几个|明显|突出|主要)*|(?:来)?(?:讲讲|说说|谈谈|讲|说|谈)(?:一讲|一说)?(?:存在的?)?|(?:主要|存在的?|突出)*)"
    rf"{_LACKING}(?:[与和及、](?:存在的?|主要)?(?:{_LACKING}|原因|改进))?[。！!]"
)
"""最后讲不足。 成绩之外也有短板。 问题与差距。: a sentence that only says that shortcomings follow."""
_SPOKEN_PLANS = re.compile(
    r"(?:^|(?<=[。；;！!]))[-—–●•·\s]{0,4}(?:[一二三四五六七八九十]是)?(?:最后|再)?[，,]?(?:讲讲|说说|谈谈|讲|说|谈)?(?:(?:19|20)\d\d年|明年|下一?年度?|来年|下一?步|下一?阶段|今后)度?的?(?:法治建设|法治|普法)?(?:工作)?(?:计划|打算|安排|思路|重点|目标|举措|方向|怎么[干做办抓]|[干做]什么)[。！!？?]"
)
_BULLET = re.compile("[-—–●•·○■◆▪*※>]")
"""What stands before an item of a list, which is short and no heading."""
_ANNEX = re.compile(r"附[件录表]?[一二三四\d]{0,2}\s?[：:]\s?(?P<words>.*)")
"""附：2025年法治建设主要数据: what stands behind the report belongs to none of its sections."""
_RUN_ON = 16
"""Characters that tell what a heading is about whose end is lost."""
_LEVELS = {"top": 0, "second": 1, "third": 2, "fourth": 3}
_BOTH = re.compile(
    r"^(?:存在)?的?(?:主要)?(?:问题|不足|短板|差距|困难)[与和及、](?:改进|今后|下一?步|工作|的)*(?:打算|计划|安排|思路|举措)$"
)
"""问题与打算: shortcomings and plans under one heading."""
_GAPS = re.compile(
    r"(?:存在|主要|突出)[^。，]{0,8}(?:问题|不足|短板|困难|差距)|(?:问题|不足|困难)(?:[与和及、]?(?:主要)?(?:不足|困难|原因|短板|问题|差距))|不足之处|短板|薄弱环节|主要问题|^(?:问题|不足|差距)$|差距和不足|有待改进"
)
_PLAN = re.compile(
    r"下一?步|下一?年度?|下一?阶段|明年|来年|(?:19|20)\d\d年[^。，]{0,14}(?:计划|打算|安排|思路|重点|谋划)|工作(?:打算|计划|思路|安排|谋划)|努力方向|今后[^。]{0,6}(?:工作|打算)|主要安排|改进(?:措施|方向)"
)
_OPENS = re.compile(
    r"(?:存在|仍有|还有)(?:着)?(?:以下|一些|一定|不少|的|几点|几个|诸多|这样那样|主要)*[^，。；]{0,8}(?:问题|不足|短板|差距|困难|薄弱环节|弱项)[^。]{0,12}?(?=[：:，,。]\s?(?:一是|1[.、]|①|主要)|[:：])|(?:^|(?<=[。；]))\s?(?:存在的?|主要)?(?:困难|问题|不足|短板)(?:[和与及、](?:困难|问题|不足|短板))?(?=[:：]\s?(?:一是|1|[(（]|①))|(?:清醒(?:地)?(?:看到|认识到)|看到不足|差距|主要(?:表现|体现)(?:在|为)?)[^。]{0,12}(?=[：:])"
)
_SHOWN = re.compile(
    r"[，,]?\s?(?:主要|突出|集中)?(?:表现|体现|反映|有|是|存在)(?:[^。：:，；]{0,8}(?=[:：])|(?<=主要[是有]))"
)
_PLAN_OPENS = re.compile(
    r"(?:^|(?<=[。；;：:]))\s?(?:[一二三四五六七八九]是|\d{1,2}[.、])?(?:在)?(?:(?:在)?下一?步(?:工作)?(?:中)?|下一?(?:年度?|阶段)|明年|来年|新的一年(?:里)?|今后(?:工作中|一段时间)?|接下来)(?:法治[^，。；：:]{0,10})?(?:的)?(?:工作|主要)?(?:安排|打算|计划|思路|重点)?(?=[，,、：:]|[我本][镇乡街]|将|要|工作|重点|打算|计划|继续|拟|力争|争取|再|确保|\S{2,3}[镇乡街])"
)
_TO_COME = re.compile(r"不少于|不低于|力争|争取|继续[^，。；\d]{0,20}\d[^，。；\d]{0,6}以上|\d[^，。；]{1,3}以内")
_NEXT = r"(?:^|(?<=[。；;]))\s?{year}年(?:度|里)?[，,]?(?:(?:我|本|全)(?:镇|乡|街道)|我们|我(?:本人|个人)?|本人|[^，。；：]{{0,8}}(?:镇|乡|街道))?(?:党委政府|党工委)?(?:将|拟|计划|要|力争|打算|继续)"


_SPELT = str.maketrans("0123456789", "〇一二三四五六七八九")


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in its section.

    ``start`` is where its own text begins behind numbering. ``heading``: it is nothing but a heading; ``opens``: it
    says itself which section begins here; ``level`` is that of its number or outline, None where it has none.
    """

    paragraph: Paragraph
    kind: Kind
    start: int
    heading: bool
    opens: bool = False
    level: int | None = None


def heading(paragraph: Paragraph) -> tuple[int | None, int, str] | None:
    """(level, where the words begin, the words) of a heading, alone or run in before its text; None for prose."""
    text = paragraph.text
    if _BULLET.match(text):
        return None
    bracketed = _BRACKETED.match(text)
    if bracketed:
        return 0, bracketed.end(), bracketed["words"].strip()
    match = _HEAD.match(text)
    start = match.end() if match else 0
    if match is None and paragraph.label:
        match = _HEAD.match(paragraph.label)
    words = re.split(r"[。：:；;]|(?<=[\u4e00-\u9fff])(?=[(（]一[)）]|一是|1[.、．](?!\d))", text[start : start + 60])[
        0
    ].strip()
    alone = (
        len(text) - start <= 40
        and not re.search(r"[。；;]", text[start:-1])
        and not text.endswith(("；", ";", "：", ":"))
    )
    if match:
        level = _LEVELS[str(match.lastgroup)]
        return (level, start, words) if len(words) <= 40 else None
    if paragraph.level is not None and len(text) <= 60:
        return paragraph.level, 0, words
    if alone and not text.endswith("。") and (paragraph.label != "" or len(text) <= 30):
        return None, 0, words
    return None


def placed(paragraphs: Sequence[Paragraph]) -> Iterator[Placed]:
    """Every paragraph with its section. A section ends at the next heading of its level or above.

    An introduction that ends in a colon (存在以下问题：) opens a section too; that one lasts as long as the paragraphs
    behind it are numbered.
    """
    kind: Kind = "work"
    level: int | None = None
    listing = False
    for paragraph in paragraphs:
        found = heading(paragraph)
        start = 0
        is_heading = opens = False
        own_level: int | None = None
        said: Kind | None = None
        if found is not None:
            own_level, start, words = found
            annex = _ANNEX.match(paragraph.text)
            said = _kind_of(words) if annex is None else _kind_of(annex["words"]) or "work"
        elif kind != "work" and level is not None and not listing:
            number = _HEAD.match(paragraph.text)
            if number is not None and _LEVELS[str(number.lastgroup)] <= level:
                # 三、履行第一责任人职责情况镇党委书记…: the line break behind the heading was lost.
                own_level = level = _LEVELS[str(number.lastgroup)]
                kind, opens = _kind_of(paragraph.text[number.end() : number.end() + _RUN_ON]) or "work", True
        if listing and (found is None or own_level is None or said is not None):
            kind, level, listing = "work", None, False
        if found is not None:
            ends = said is not None or (
                kind != "work"
                and not listing
                and (own_level is None if level is None else own_level is not None and own_level <= level)
            )
            inner = (
                kind in ("gaps", "plan")
                and own_level is not None
                and level is not None
                and own_level > level
                and said == kind
            )
            if ends and not inner:
                kind, level, opens = said or "work", own_level, True
            rest = paragraph.text[start + len(words) :].strip("。：:；; ")
            is_heading = not rest and (opens or inner or own_level is None or own_level <= 1)
        yield Placed(paragraph, kind, start, is_heading, opens, own_level)
        if kind == "work" and not opens:
            coming = introduces(paragraph.text)
            if coming is not None:
                kind, level, listing = coming, None, True


def _kind_of(words: str) -> Kind | None:
    plain = squeeze(words)
    if len(plain) > 34:
        return None
    if _BOTH.search(plain):
        return "gaps_and_plan"
    gaps, plan = _GAPS.search(plain), _PLAN.search(plain)
    if plan and "," in plain[: plan.start()] and not re.match("针对|围绕|结合|对照|根据|为|在", plain):
        plan = None  # 专业人才稀缺，明年计划…: an item that ends in its remedy
    if re.search(r"解决|整改(?!措施)|排查|化解|针对", plain) and not plan:
        gaps = None
    if gaps and plan:
        return "gaps_and_plan"
    return "gaps" if gaps else "plan" if plan else None


def opening_of_gaps(text: str) -> int | None:
    """Where, in running prose, an enumeration of shortcomings begins; None where there is none."""
    match, spoken = _OPENS.search(text), _SPOKEN_GAPS.search(text)
    if spoken is not None and (match is None or spoken.start() <= match.start()):
        return spoken.end()
    if match is None:
        return None
    shown = _SHOWN.match(text, match.end())
    return shown.end() if shown else match.end()


def opening_of_plans(text: str, year: int | None) -> int | None:
    """Where running prose turns to what is to come (下一步，…; 2025年，我镇将…); None where it does not."""
    if _all_to_come(text):
        return 0
    found = [match.start() for match in (_PLAN_OPENS.search(text), _SPOKEN_PLANS.search(text)) if match]
    if year is not None:
        found += [match.start() for match in (re.search(_NEXT.format(year=year + 1), text),) if match]
    return min(found, default=None)


def _all_to_come(text: str) -> bool:
    """Whether a paragraph is nothing but an enumeration of which half at least is still to be done (一是力争…；二是…)."""
    items = [item for item in re.split(r"[一二三四五六七八九]是", text) if item.strip()]
    return (
        len(items) >= 2
        and re.match(r"\s?一是", text) is not None
        and sum(_TO_COME.search(item) is not None for item in items) * 2 >= len(items)
        and re.search(r"已|共计?\d|累计|实际|较上年|同比|今年以来|每", text) is None
    )


def behind_heading(text: str, start: int) -> int:
    """Where the plans begin that a sentence announces (七是下年重点。…); ``start`` where none does."""
    match = _SPOKEN_PLANS.match(text, start)
    return start if match is None else match.end()


def next_year_named(text: str, start: int, year: int | None) -> int | None:
    """Where, behind shortcomings, a sentence begins with the year to come (二〇二五年，…); None where none does."""
    if year is None:
        return None
    spelt = str(year + 1).translate(_SPELT)
    match = re.compile(rf"(?<=[。；;！!])\s?(?:{year + 1}|{spelt}|{spelt.replace('〇', '○')})年度?[，,：:]").search(
        text, start
    )
    return match.start() if match else None


def introduces(text: str) -> Kind | None:
    """What the paragraphs behind an introduction hold: 存在以下问题： and 下一步要做好： stand before lists."""
    if not text.endswith(("：", ":")) or len(text) > 200:
        return None
    last = re.split(r"[。；;]", text)[-1]
    if _OPENS.search(last):
        return "gaps"
    return "plan" if _PLAN_OPENS.search(last) else None
