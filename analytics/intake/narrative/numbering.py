"""The numbers that a word processor writes before paragraphs by itself, worked out from the file's lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from analytics.intake.narrative.word_styles import Styles, W, value

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
    styles: Styles = field(default_factory=Styles)
    forms: dict[str, str] = field(default_factory=dict)
    """List number → the form it is made of. Lists of one form count on, unless one of them begins anew."""
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    """List number → levels that begin anew with the number given."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Form → how far its levels have been counted."""

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
        counts = self.counts.setdefault(self.forms.get(number, number), {})
        for at, start in self.restarts.pop(number, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            said = levels.get(at, _Level())
            return _spelled(counts.get(at, said.start), said.form)

        return re.sub(r"%(\d)", counted, own.text)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        by_style = self._by_style(value(paragraph.find(f"{W}pPr/{W}pStyle")))
        own = _list_place(paragraph.find(f"{W}pPr/{W}numPr"))
        if own is None:
            return by_style
        number, level = own
        if number is None:
            return (by_style[0], level) if by_style else None
        return number, level

    def _by_style(self, style: str) -> tuple[str, int] | None:
        for element in self.styles.chain(style):
            place = _list_place(element.find(f"{W}pPr/{W}numPr"))
            if place is not None and place[0] is not None:
                return place[0], place[1]
        return None


def read_numbering(numbering: etree._Element | None, styles: Styles) -> Numbering:
    """The lists of a document from its numbering part, which may be absent, and its styles."""
    abstract: dict[str, dict[int, _Level]] = {}
    out = Numbering(styles=styles)
    if numbering is not None:
        for form in numbering.iterchildren(f"{W}abstractNum"):
            abstract[form.get(f"{W}abstractNumId", "")] = {
                _whole(level.get(f"{W}ilvl"), 0): _Level(
                    value(level.find(f"{W}numFmt")) or "decimal",
                    value(level.find(f"{W}lvlText")),
                    _whole(value(level.find(f"{W}start")), 1),
                )
                for level in form.iterchildren(f"{W}lvl")
            }
        for used in numbering.iterchildren(f"{W}num"):
            number, made_of = used.get(f"{W}numId", ""), value(used.find(f"{W}abstractNumId"))
            out.lists[number], out.forms[number] = abstract.get(made_of, {}), made_of
            out.restarts[number] = {
                _whole(over.get(f"{W}ilvl"), 0): _whole(value(over.find(f"{W}startOverride")), 1)
                for over in used.iterchildren(f"{W}lvlOverride")
                if over.find(f"{W}startOverride") is not None
            }
    return out


def _list_place(properties: etree._Element | None) -> tuple[str | None, int] | None:
    if properties is None:
        return None
    number = properties.find(f"{W}numId")
    return (value(number) if number is not None else None), _whole(value(properties.find(f"{W}ilvl")), 0)


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
