"""What the styles of a Word document say about its paragraphs. A style's id is the program's own; its name is the same everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTENTS = re.compile(r"toc\s?\d|目录\s?\d", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)?\s?([1-9])", re.IGNORECASE)
_DEEPEST = 12
"""Styles that rest on each other; a circle among them ends here."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids (Word writes ``Heading1``, Word in Chinese ``1``, WPS ``2`` for the same one)."""

    elements: dict[str, etree._Element] = field(default_factory=dict)

    def chain(self, style: str) -> list[etree._Element]:
        """A style and those it rests on, itself first."""
        out: list[etree._Element] = []
        while style in self.elements and len(out) < _DEEPEST:
            out.append(self.elements[style])
            style = value(self.elements[style].find(f"{W}basedOn"))
        return out

    def is_contents(self, style: str) -> bool:
        """Whether paragraphs of the style are lines of a table of contents."""
        name = self._name(style)
        return _CONTENTS.match(name or style) is not None

    def is_hidden(self, style: str) -> bool:
        """Whether text of the style is hidden."""
        for element in self.chain(style):
            properties = element.find(f"{W}rPr")
            if properties is not None and properties.find(f"{W}vanish") is not None:
                return is_hidden(properties)
        return False

    def level(self, style: str) -> int | None:
        """The outline level of the style, 0 the highest; None where it is body text."""
        for element in self.chain(style):
            said = outline(element.find(f"{W}pPr"))
            if said is not None:
                return said
        match = _HEADING.fullmatch(self._name(style) or style)
        return int(match[1]) - 1 if match else None

    def _name(self, style: str) -> str:
        element = self.elements.get(style)
        return "" if element is None else value(element.find(f"{W}name"))


def read_styles(part: etree._Element | None) -> Styles:
    """The styles of a document from its styles part, which may be absent."""
    if part is None:
        return Styles()
    return Styles({style.get(f"{W}styleId", ""): style for style in part.iterchildren(f"{W}style")})


def value(element: etree._Element | None) -> str:
    """What an element says in its one attribute, "" where there is none."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def outline(properties: etree._Element | None) -> int | None:
    """The outline level that paragraph properties state."""
    said = value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
    return int(said) if said.isascii() and said.isdigit() and int(said) < 9 else None


def is_hidden(properties: etree._Element | None) -> bool:
    """Whether run properties hide their text."""
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false", "off")
