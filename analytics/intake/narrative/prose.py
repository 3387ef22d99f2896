"""Whether a file is a report in prose rather than a table."""

from __future__ import annotations

import re
from typing import Literal

from analytics.intake.decoding import decode
from analytics.intake.gate import inspect
from analytics.intake.narrative.paragraphs import unwrapped
from analytics.model import Problem

_SAMPLE = 20_000
_HAN = re.compile("[\u4e00-\u9fff]")


def prose_format(data: bytes, name: str) -> Literal["docx", "text"] | None:
    """``docx`` or ``text`` for a report; None for everything else, tables in text form among it."""
    admitted = inspect(data, name)
    if isinstance(admitted, Problem):
        return None
    if admitted.format == "docx":
        return "docx"
    if admitted.format != "text":
        return None
    text = decode(data[: 4 * _SAMPLE]) if len(data) <= 4 * _SAMPLE else decode(data)
    return "text" if text is not None and is_prose(text[:_SAMPLE]) else None


def is_prose(text: str) -> bool:
    """Whether a text is made of sentences: full stops behind long lines, and no tabs or commas that make columns."""
    lines = [line.strip() for line in unwrapped(text.splitlines()) if line.strip()]
    if not lines or sum(line.count("\t") for line in lines) * 2 > len(lines):
        return False
    long = [line for line in lines if "。" in line and len(_HAN.findall(line)) >= 15]
    if len(long) >= 2:
        return True
    columns = sum(1 for line in lines if len(re.findall("[,|;]", line)) >= 2)
    whole = columns == 0 and 2 * sum(map(len, long)) > sum(map(len, lines))
    return len(long) == 1 and (len(lines) <= 4 or whole)
