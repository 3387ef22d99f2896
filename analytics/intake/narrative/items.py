"""An enumeration in prose taken apart: 一是…；二是…, 1. 2., (一) (二), or sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}是(?:要)?)|(?:其[一二三四五六七八九](?:是)?[，,]?)|(?:首先|其次|再次|再者|最后|此外|另外|同时)(?:是)?[，,]|第[一二三四五六七八九][，,、]"
    r"|[(（][一二三四五六七八九十\d]{1,2}[)）][、.]?|[①-⑳]|(?<![\d.])\d{1,2}[.、．](?!\d)"
)
_ALSO = re.compile("再次|再者|最后|此外|另外|同时")
_SPLIT = re.compile(r"[。；;！!]")
_ENCLOSED = re.compile(r"《[^《》]{0,120}》|[(（][^()（）]{0,80}[)）]|“[^“”]{0,80}”")
"""Titles, brackets and quotations: a mark inside divides nothing."""
_EDGES = " \t。；;，,、：:-—–●•·○■◆▪*※>"


def items(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The (start, end) places of the items in ``text`` from ``start`` on, without their marks.

    What stands before the first mark is an introduction where there are marks, and an item of its own where it is
    not. Within a marked item further sentences belong to it; a semicolon divides only where nothing is marked.
    """
    enclosed = _enclosed(text, start)
    marks = [m for m in _MARK.finditer(text, start) if not _within(m, enclosed)]
    marks = [m for m in marks if m.start() == start or text[m.start() - 1] in "。；;：:，,、 ！"]
    marks = [m for m in marks if m[0][-1:] not in "，," or m.start() == start or text[m.start() - 1] in "。；; "]
    if marks and _ALSO.match(marks[0][0]):
        # …。另外，…: what stands before a word that only adds to it is as good an item.
        yield from _plain(text, start, marks[0].start())
    if marks:
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            yield from _trimmed(text, mark.end(), following.start() if following else len(text))
        return
    yield from _plain(text, start, len(text))


def _plain(text: str, start: int, until: int) -> Iterator[tuple[int, int]]:
    begin = start
    enclosed = _enclosed(text, start)
    for match in [*(m for m in _SPLIT.finditer(text, start, until) if not _within(m, enclosed)), None]:
        end = match.start() if match else until
        yield from _trimmed(text, begin, end)
        begin = match.end() if match else end


def _enclosed(text: str, start: int) -> list[int]:
    """For every character from ``start`` on that stands in a title, a bracket or a quotation, where that ends."""
    ends = [0] * len(text)
    for match in _ENCLOSED.finditer(text, start):
        ends[match.start() + 1 : match.end() - 1] = [match.end()] * (match.end() - match.start() - 2)
    return ends


def _within(match: re.Match[str], enclosed: list[int]) -> bool:
    """Whether a mark stands inside; one that reaches over the edge, as (一) itself, does not."""
    return enclosed[match.start()] >= match.end() + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start >= 4:
        yield start, end


def goes_on(text: str, start: int) -> bool:
    """Whether the number a paragraph begins with, up to ``start``, is the first of several in it: (一)…。(二)…。"""
    own = text[:start].strip()
    marks = {"(": r"[(（]", "（": r"[(（]"}.get(own[:1], r"[2-9][.、．](?!\d)" if own[:1].isdigit() else "")
    if "①" <= own[:1] <= "⑳":
        marks = "[②-⑳]"
    return bool(marks) and re.search(rf"[。；;]\s?{marks}", text[start:]) is not None


def is_marked(text: str, start: int = 0) -> bool:
    """Whether a paragraph enumerates (一是…二是…)."""
    return any(m.start() == start or text[m.start() - 1] in "。；;：:，,、 " for m in _MARK.finditer(text, start))
