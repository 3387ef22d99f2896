"""Places in prose: what ``¶12:34-41`` names, and the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analytics.text import Language, Text, translate

_PLACE = re.compile(r"¶(\d+):(\d+)-(\d+)")
_ENDS = re.compile(r"[。！？!?\n]")


def places_of(cell: str | None) -> list[tuple[int, int, int]]:
    """The places a cell of prose names: (paragraph from 1, start, end); [] for a cell of a sheet."""
    return [(int(p), int(s), int(e)) for p, s, e in _PLACE.findall(cell or "")]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that the characters ``start`` to ``end`` of a paragraph stand in."""
    begins = max((m.end() for m in _ENDS.finditer(text, 0, start)), default=0)
    closes = next((m.end() for m in _ENDS.finditer(text, max(start, end - 1))), len(text))
    return begins, closes


def sentence_of(paragraphs: Sequence[str], cell: str) -> str:
    """The sentences around every place that ``cell`` names, each once; "" where the text is not held."""
    found = []
    for number, start, end in places_of(cell):
        if number <= len(paragraphs):
            text = paragraphs[number - 1]
            begins, closes = sentence_span(text, start, end)
            found.append(text[begins:closes].strip())
    return "".join(dict.fromkeys(found))


def in_paragraphs(text: str, language: Language = "zh") -> str:
    """``text`` with every ``¶12:34-41`` in it as 第 12 段, as people count."""
    return _PLACE.sub(lambda place: translate("第 {n} 段", language, n=place[1]), text)


def as_people_count(text: Text) -> Text:
    """``in_paragraphs`` in both languages."""
    return Text(in_paragraphs(text.zh, "zh"), in_paragraphs(text.en, "en"))
