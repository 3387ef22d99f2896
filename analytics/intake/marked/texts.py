"""Texts of strangers in a workbook: never a formula, never a broken file, never cut off by a low row."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = tuple("=+-@\t＝＋－＠")
LONGEST = 32_000


def put_text(cell: Any, text: str) -> None:
    """Writes ``text`` into an openpyxl cell as text, whatever it begins with."""
    cell.value = None
    cell.value = _REFUSED.sub("", text)[:LONGEST]
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True  # so that it stays a text when somebody edits it


def display_width(text: str) -> int:
    """How many narrow characters wide the widest line is: Chinese characters count two."""
    return max(sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line) for line in text.split("\n"))


def lines_needed(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` narrow characters wide."""
    room = int(max(width - 1, 2))
    return sum(max(1, -(-display_width(line) // room)) for line in text.split("\n"))
