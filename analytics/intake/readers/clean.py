"""What a cell's text looks like once the invisible has been taken out of it."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f"  # control characters other than tab and line breaks
    "\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # zero-width and direction marks: they turn a text round unseen
    "\ud800-\udfff]"  # halves of a character pair: no file could be written with them
)


def clean(text: str) -> str:
    """``text`` without control, zero-width and direction characters, with line breaks as ``\\n``.

    Blanks stay: they are the business of whoever compares. ``_x000D_``, Office's way to write control characters
    in XML, is undone first.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _INVISIBLE.sub("", text)


def is_blank(text: str) -> bool:
    """Whether a person sees nothing there (spaces, ideographic spaces and non-breaking ones count as nothing)."""
    return not text or text.isspace()
