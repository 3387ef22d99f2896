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
    r"|(?P<third>\d{1,2}[.、．](?!\d))|(?P<fourth>[(（]\d{1,2}[)）]|[①-⑳])"
)
_LEVELS = {"top": 0, "second": 1, "third": 2, "fourth": 3}
_GAPS = re.compile(
    r"(?:存在|主要|突出)[^。，]{0,8}(?:问题|不足|短板|困难|差距)|(?:问题|不足|困难)(?:[与和及、]?(?:主要)?(?:不足|困难|原因|短板|问题|差距))|不足之处|短板|薄弱环节|主要问题|^(?:问题|不足|差距)$|差距和不足|有待改进"
)
_PLAN = re.compile(
    r"下一?步|下一?年度?|下一?阶段|明年|来年|(?:19|20)\d\d年[^。，]{0,14}(?:计划|打算|安排|思路|重点|谋划)|工作(?:打算|计划|思路|安排|谋划)|努力方向|今后[^。]{0,6}(?:工作|打算)|主要安排|改进(?:措施|方向)"
)
_OPENS = re.compile(
    r"(?:存在|仍有|还有)(?:着)?(?:以下|一些|一定|不少|的|几点|几个|诸多|这样那样|主要)*[^，。；]{0,8}(?:问题|不足|短板|差距|困难|薄弱环节|弱项)[^。]{0,12}?(?=[：:，,。]\s?(?:一是|1[.、]|①|主要)|[:：])|(?:清醒(?:地)?(?:看到|认识到)|看到不足|差距)[^。]{0,12}(?=[：:])"
)
_NUMBERING = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in its section: ``start`` is where its own text begins behind numbering; ``title`` for a heading."""

    paragraph: Paragraph
    kind: Kind
    start: int
    heading: bool


def heading(paragraph: Paragraph) -> tuple[int | None, int, str] | None:
    """(level, where the words begin, the words) of a heading, alone or run in before its text; None for prose."""
    text = paragraph.text
    match = _HEAD.match(text)
    start = match.end() if match else 0
    words = re.split(r"[。：:；;]", text[start : start + 60])[0].strip()
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
    if alone and not text.endswith("。") and (paragraph.numbered or len(text) <= 30):
        return None, 0, words
    return None


def placed(paragraphs: Sequence[Paragraph]) -> Iterator[Placed]:
    """Every paragraph with its section. A section ends at the next heading of its level or above."""
    kind: Kind = "work"
    level: int | None = None
    for paragraph in paragraphs:
        found = heading(paragraph)
        start = 0
        is_heading = False
        if found is not None:
            own_level, start, words = found
            said = _kind_of(words)
            ends = said is not None or (
                kind != "work"
                and (own_level is None if level is None else own_level is not None and own_level <= level)
            )
            if ends and not (
                kind in ("gaps", "plan")
                and own_level is not None
                and level is not None
                and own_level > level
                and said == kind
            ):
                kind, level = said or "work", own_level
                is_heading = True
            rest = paragraph.text[start + len(words) :].strip("。：:；; ")
            is_heading = not rest and (is_heading or own_level is None or own_level <= 1)
        yield Placed(paragraph, kind, start, is_heading)


def _kind_of(words: str) -> Kind | None:
    plain = squeeze(words)
    if len(plain) > 34:
        return None
    gaps, plan = _GAPS.search(plain), _PLAN.search(plain)
    if re.search(r"解决|整改(?!措施)|排查|化解|针对", plain) and not plan:
        gaps = None
    if gaps and plan:
        return "gaps_and_plan"
    return "gaps" if gaps else "plan" if plan else None


def opening_of_gaps(text: str) -> int | None:
    """Where, in running prose, an enumeration of shortcomings begins; None where there is none."""
    match = _OPENS.search(text)
    return match.end() if match else None
