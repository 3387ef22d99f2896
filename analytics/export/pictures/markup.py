"""The few tags our charts' texts use, taken apart: <b>, <br> and <span style='color:…;font-size:…px'>."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

_TAG = re.compile(r"<(/?)(b|br|i|sub|sup|span)\b([^<>]*)/?>", re.IGNORECASE)
_STYLE = re.compile(r"(color|font-size)\s*:\s*([^;'\"]+)", re.IGNORECASE)
_UNSEEN = re.compile("[\u2060\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f]")
"""What a browser does not draw and fonts draw as a box: joiners, directions, control characters."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a letter, as file names may hold; no font has it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. ``colour`` and ``size`` None are those of the text they stand in."""

    text: str
    bold: bool = False
    colour: str | None = None
    size: float | None = None


def lines_of(text: str) -> list[list[Run]]:
    """The lines of ``text``, each as its runs; tags that are not ours stay text."""
    lines: list[list[Run]] = [[]]
    open_: list[tuple[str, Run]] = []
    look = Run("")
    at = 0
    for tag in _TAG.finditer(text):
        _add(lines, text[at : tag.start()], look)
        at = tag.end()
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        if name == "br":
            lines.append([])
        elif closing:
            while open_:
                opened, before = open_.pop()
                look = before
                if opened == name:
                    break
        else:
            open_.append((name, look))
            colour, size = _styled(rest)
            look = replace(look, bold=look.bold or name == "b", colour=colour or look.colour, size=size or look.size)
    _add(lines, text[at:], look)
    return lines


def plain(text: str) -> str:
    """``text`` without its tags, on one line."""
    return " ".join("".join(run.text for run in line) for line in lines_of(text)).strip()


def _add(lines: list[list[Run]], text: str, look: Run) -> None:
    for number, part in enumerate(text.split("\n")):
        if number:
            lines.append([])
        said = _HALF.sub("�", _UNSEEN.sub("", html.unescape(part)).replace("\t", " "))
        if said:
            lines[-1].append(replace(look, text=said))


def _styled(attributes: str) -> tuple[str | None, float | None]:
    said = {name.lower(): value.strip() for name, value in _STYLE.findall(attributes)}
    size = re.match(r"[\d.]+", said.get("font-size", ""))
    return said.get("color"), float(size[0]) if size else None
