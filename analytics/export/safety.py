"""Texts that come from outside: never a formula, never a reference, never a broken file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠﹢﹣﹦﹫−")
"""What spreadsheet programs may take for the start of a formula, with the full-width and small forms that some fold.
Source: OWASP ASVS 1.2.10, CWE-1236."""

_UNSEEN = " \t\r\n\v\f\0\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"
_LONGEST = 32_000
"""A cell holds 32,767 characters; writers drop longer texts without a word."""


def could_be_formula(text: str) -> bool:
    """Whether a spreadsheet program may read ``text`` as a formula, looking past what cannot be seen before it."""
    return text[:1] in FORMULA_STARTS or text.lstrip(_UNSEEN)[:1] in FORMULA_STARTS if text else False


def clean(text: object) -> str:
    """``text`` as a file can hold it: no lone surrogates, not longer than a cell."""
    said = str(text)
    if not said.isascii():
        said = "".join("�" if "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in said)
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """A name a workbook accepts for a sheet: 31 characters, no []:*?/\\, no quotes at its ends, not in ``taken``."""
    used = {name.casefold() for name in taken} | {"history"}
    kept = "".join("_" if c in "[]:*?/\\" or unicodedata.category(c) in ("Cc", "Cs") else c for c in wanted)
    kept = kept.strip().strip("'").strip() or "Sheet"
    if could_be_formula(kept):
        kept = "_" + kept[1:]
    name, number = kept[:31], 2
    while name.casefold() in used:
        name = f"{kept[: 31 - len(f'({number})')]}({number})"
        number += 1
    return name


def header_text(text: str) -> str:
    """``text`` for a page header or footer, where & starts a code."""
    return clean(text).replace("&", "&&").replace("\n", " ")[:80]


def display_width(text: str) -> int:
    """How many narrow characters wide ``text`` is: Chinese characters count two; of several lines the widest."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line) for line in text.split("\n"))


def lines_needed(text: str, width: float) -> int:
    """How many lines ``text`` takes in a column ``width`` narrow characters wide."""
    room = max(width - 1, 2)
    return sum(max(1, -(-display_width(line) // int(room))) for line in text.split("\n"))
