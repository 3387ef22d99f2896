"""The gate: says in a few milliseconds whether a file may be given to a reader at all.

It looks at content, not names, and opens nothing with a spreadsheet library. What passes can still be slow (large
blank styled areas, binary workbooks): the worker's limits stand behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.intake.decoding import decode
from analytics.intake.gate import limits
from analytics.intake.gate.archive import archive_members
from analytics.intake.gate.kinds import kind_of
from analytics.intake.gate.package import check_package
from analytics.intake.gate.parts import Totals, check_part
from analytics.intake.gate.refusals import MESSAGES, Refused, refusal
from analytics.model import Problem

__all__ = ["Admitted", "archive_members", "inspect"]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A file that may be read, and as what.

    ``format``: xlsx · xlsb · xls · ods · docx · html · xml2003 · text · encrypted (to be opened with Excel's default
    password, then inspected again).
    """

    format: str


def inspect(data: bytes, name: str) -> Admitted | Problem:
    """Whether ``data`` may be given to a reader; else a Problem naming the file and what to do. Never raises."""
    if not data:
        return refusal("empty", name)
    if len(data) > limits.FILE:
        return refusal("too_large", name)
    try:
        kind = kind_of(data)
        if kind == "zip":
            return refusal("archive", name)
        if kind in MESSAGES and kind != "encrypted":
            return refusal(kind, name)
        if kind in ("xlsx", "xlsb", "ods", "docx"):
            check_package(data)
        elif kind == "xml2003":
            check_part(as_utf8(data), name, Totals())
    except Refused as refused:
        return refusal(refused.code, name)
    return Admitted(kind)


def as_utf8(data: bytes) -> bytes:
    """An XML file as UTF-8 without a byte order mark or a declaration, which would contradict it."""
    text = (decode(data) or "").lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :]
    return text.encode("utf-8", errors="replace")
