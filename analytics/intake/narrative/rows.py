"""A table turned into lines of text: 专题会议，单位：次，本年6，上年5；普法活动，本年41场次，上年38场次."""

from __future__ import annotations

import re

from analytics.intake.narrative.masking import VOID
from analytics.intake.quantities.words import MEASURE

_ROW = re.compile(
    rf"(?<=[\u4e00-\u9fff)□])(?P<head>，(?:(?:计量)?单位：(?P<unit>{MEASURE})，)?(?:本年度?|本期|年末|期末)(?:实际|数)?：?\s?)"
    rf"(?P<number>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)\s?(?P<own>(?:{MEASURE})?)(?P<last>(?:，(?:上年度?|去年|上期|上年末)(?:同期|数)?：?\s?\d[\d,.]*\s?(?:{MEASURE})?)?)(?=[，；。、]|$)"
)
_LINE = re.compile(
    rf"^[^，。；：]{{2,30}}?(?P<head>\s?[(（](?:计量)?(?:单位[：:])?(?P<unit>{MEASURE}|[%％])[)）]\s?[：:]?\s?)(?P<number>\d[\d,]{{0,12}}(?:\.\d{{1,4}})?[余多]?)\s?$"
)
"""审核合同（份） 38: a row that is a line of its own, with its unit in brackets."""
_FEWEST = 2
"""Rows of a sentence before it is taken for a table; one alone is read as any other sentence is."""


def rows(text: str, masked: str) -> tuple[str, dict[int, str]]:
    """A masked sentence of the same length as ``text`` with the heads of columns and last year's numbers blanked out, so that each number stands
    behind its own name; and the unit of each number that has it in a column of its own, by where the number begins.

    Lengths do not change. A sentence that is no such table comes back as it was.
    """
    line = _LINE.match(text)
    if line:
        begin, end = line.span("head")
        return masked[:begin] + VOID * (end - begin) + masked[end:], {
            line.start("number"): "%" if line["unit"] == "％" else line["unit"]
        }
    found = [match for match in _ROW.finditer(masked) if match["unit"] or match["own"]]
    if len(found) < _FEWEST:
        return masked, {}
    out, units = masked, {}
    for match in found:
        for part in ("head", "last"):
            begin, end = match.span(part)
            out = out[:begin] + VOID * (end - begin) + out[end:]
        if not match["own"]:
            units[match.start("number")] = match["unit"]
    return out, units
