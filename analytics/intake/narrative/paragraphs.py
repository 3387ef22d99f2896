"""A report as paragraphs, numbered from 1 over those that hold text, whatever the file format was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200d\u2060\ufeff\u00ad]")
_RUN_IN = re.compile(
    r"(?:(?<=[。；！？;!?])|(?<=[\u4e00-\u9fff])(?=[一二三四五六七八九十]、[\u4e00-\u9fff]{2,20}(?:[(（]一[)）]|一是)))\s*(?P<number>[一二三四五六七八九十])、(?=[\u4e00-\u9fff\d])"
)
"""Headings of the first level within a line, behind the end of a sentence."""
_PART = re.compile(r"(?<=[。；！？;!?])\s*第[二三四五]部分(?=[\s：:、]|[\u4e00-\u9fff\d])")
_ORDER = "一二三四五六七八九十"
_RESIDUE = re.compile(r"\[bookmark:[^\]]{0,60}\]", re.IGNORECASE)
"""What converters from Word to text leave of bookmarks."""
_CONTENTS = re.compile(r"(?:…{2,}|[.．·]{4,}|-{4,})\s*[\dⅠ-Ⅻ]{1,3}$")
_PAGE = re.compile(r"\D\s?[\dⅠ-Ⅻ]{1,3}$")
"""How the line of a typed table of contents ends, anywhere and under its heading."""
_SPACE = re.compile("[ \t\u00a0\u3000]+")
_FINISHED = re.compile(r"[。！？：；!?:;…”」』）)》]\s*$")
_BEGINS = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:[、.，]|部分|是)|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|附件|[\u3000 ]{2})"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``number`` counts from 1, ``text`` is cleaned of what cannot be seen.

    ``label`` is the number that the office program writes before it (一、), which is not in the text; ``level`` is
    the outline level (0 the highest) where the file says one.
    """

    number: int
    text: str
    label: str = ""
    level: int | None = None

    def cell(self, start: int, end: int) -> str:
        """The place of the characters ``start`` to ``end`` (0-based, end excluded): ``¶12:34-41``."""
        return f"¶{self.number}:{start}-{end}"


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs of a report and its tables, each as rows of cell texts.

    ``hidden`` counts the characters formatted as hidden, which are in neither. ``changed`` counts tracked changes that
    nobody has accepted yet, ``embedded`` tables put in as objects of another program, ``pictures`` pictures.
    ``headers`` are the lines at the head of the pages.
    """

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    hidden: int = 0
    changed: int = 0
    embedded: int = 0
    pictures: int = 0
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph before it is cleaned and counted."""

    text: str
    label: str = ""
    level: int | None = None


def from_text(text: str) -> Document:
    """A plain text: every line that holds something is a paragraph; lines cut at a fixed width are joined first."""
    lines = re.split("\r\n|[\r\n\u2028\u2029\x0b\x0c]", text)
    return Document(tuple(numbered(Line(line) for whole in unwrapped(lines) for line in broken(whole))))


def broken(line: str) -> list[str]:
    """The parts of a line that holds sections one behind the other, its breaks lost in copying (…。二、…。三、…).

    Only headings that count on count: 二、 needs a 三、 behind it or a 一、 before it.
    """
    begins: list[int] = []
    last = _ORDER.index(first[1]) if (first := re.match(rf"\s*([{_ORDER}])、", line)) else None
    for match in _RUN_IN.finditer(line):
        at = _ORDER.index(match["number"])
        if at == (0 if last is None else last + 1):
            begins.append(match.start())
            last = at
    if len(begins) + (first is not None) < 2:
        begins = []
    begins = sorted({*begins, *(match.start() for match in _PART.finditer(line))})
    if not begins:
        return [line]
    return [line[a:b] for a, b in zip([0, *begins], [*begins, len(line)], strict=True) if line[a:b].strip()]


def numbered(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The lines that hold text, cleaned and counted."""
    number = 0
    for line in lines:
        cleaned = _SPACE.sub(" ", _RESIDUE.sub("", _DROPPED.sub("", line.text))).strip()
        if cleaned:
            number += 1
            yield Paragraph(number, cleaned, line.label, line.level)


def without_contents(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without the lines of a typed table of contents (二、存在的问题……3); the others keep their numbers."""
    listing = False
    for paragraph in paragraphs:
        listing = "".join(paragraph.text.split()) == "目录" or (listing and _PAGE.search(paragraph.text) is not None)
        if not listing and not _CONTENTS.search(paragraph.text):
            yield paragraph


def goes_on(before: str, after: str) -> bool:
    """Whether a line break inside a paragraph falls into a sentence, so that the text behind it belongs to it."""
    return (
        len(before.strip()) >= 20
        and not _FINISHED.search(before)
        and not _BEGINS.match(before)
        and not _BEGINS.match(after)
        and bool(after.strip())
    ) or before.rstrip().endswith(("，", "、"))


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a text that an editor cut at a fixed width, joined again; any other text as it is.

    Cut is a text whose longest lines share one width and break off in the middle of a sentence.
    """
    widths = Counter(_width(line) for line in lines if not _FINISHED.search(line) and len(line.strip()) >= 20)
    longest = max((_width(line) for line in lines), default=0)
    full = sum(count for width, count in widths.items() if width >= longest - 3)
    if full < 5 or full * 2 < sum(widths.values()) or longest > 160:
        return list(lines)
    out: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line.strip() and not _BEGINS.match(line):
            out[-1] += line.strip()
        else:
            out.append(line)
        open_line = _width(line) >= longest - 3 and not re.search(r"[。！？：:]\s*$", line)
    return out


def _width(line: str) -> int:
    """Columns on a screen of fixed width: Chinese characters take two."""
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in line.rstrip())
