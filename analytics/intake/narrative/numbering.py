"""The numbers that a word processor writes before paragraphs by itself, worked out from the file's lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    )
)
_CIRCLES = frozenset(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbering:
    """Counts the list paragraphs of a document in order."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """List number → its levels."""
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Paragraph style → list number and level."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The number of the next paragraph of the document (（一）, 1.), "" where it has none or only a bullet."""
        place = self._place(paragraph)
        if place is None or place[0] == "0":
            return ""
        number, level = place
        levels = self.lists.get(number, {})
        own = levels.get(level)
        if own is None or own.form in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(number, {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            said = levels.get(at, _Level())
            return _spelled(counts.get(at, said.start), said.form)

        return re.sub(r"%(\d)", counted, own.text)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        by_style = self.styles.get(style)
        own = _list_place(paragraph.find(f"{W}pPr/{W}numPr"))
        if own is None:
            return by_style
        number, level = own
        if number is None:
            return (by_style[0], level) if by_style else None
        return number, level


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists of a document from its numbering part and its styles part, either of which may be absent."""
    abstract: dict[str, dict[int, _Level]] = {}
    out = Numbering()
    if numbering is not None:
        for form in numbering.iterchildren(f"{W}abstractNum"):
            abstract[form.get(f"{W}abstractNumId", "")] = {
                _whole(level.get(f"{W}ilvl"), 0): _Level(
                    _value(level.find(f"{W}numFmt")) or "decimal",
                    _value(level.find(f"{W}lvlText")),
                    _whole(_value(level.find(f"{W}start")), 1),
                )
                for level in form.iterchildren(f"{W}lvl")
            }
        for used in numbering.iterchildren(f"{W}num"):
            out.lists[used.get(f"{W}numId", "")] = abstract.get(_value(used.find(f"{W}abstractNumId")), {})
    if styles is not None:
        for style in styles.iterchildren(f"{W}style"):
            place = _list_place(style.find(f"{W}pPr/{W}numPr"))
            if place is not None and place[0] is not None:
                out.styles[style.get(f"{W}styleId", "")] = (place[0], place[1])
    return out


def _list_place(properties: etree._Element | None) -> tuple[str | None, int] | None:
    if properties is None:
        return None
    number = properties.find(f"{W}numId")
    return (_value(number) if number is not None else None), _whole(_value(properties.find(f"{W}ilvl")), 0)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _spelled(number: int, form: str) -> str:
    if form in _CHINESE:
        return _chinese(number)
    if form in _CIRCLES and 0 <= number <= 20:
        return _CIRCLED[number]
    return str(number)


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return str(number)
