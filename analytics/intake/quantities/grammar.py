"""The grammar of one text cell: context, qualifier, numeral, measure word, closing words, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from analytics.intake.quantities import words as w
from analytics.intake.quantities.doubts import TOKEN, code_for, doubt, frequency, letters, vague
from analytics.intake.quantities.forms import read_core, read_qualified
from analytics.intake.quantities.kinds import MAX_DIGITS, Doubt, Quantity, fold
from analytics.model import State

Answer = Quantity | Doubt | State

_TO = r"\s*[-–—―~至到]\s*"
_CONTEXT = re.compile(
    r"(?:(?:截至|截止|截止到|截至到|至|到)(?:(?P<y1>20\d\d)年)?(?:12月(?:底|末|31[日号])?|年底|年末)"
    rf"|(?:(?P<y2>20\d\d)年)?(?:1月?{_TO}12月|一月?{_TO}十二月)份?"
    r"|(?P<y3>20\d\d)年度?)(?:止|为止)?[:,、\s]*"
)
_PARTIAL = re.compile(
    rf"(?:(?:截至|截止|截止到|至)?(?:20\d\d年)?(?:\d{{1,2}}月?{_TO}\d{{1,2}}月|[上下]半年|前[一二三]个?季度|第?[一二三四1-4]季度|"
    r"\d{1,2}月(?:\d{1,2}[日号])?)(?:份|底|末)?|(?:截至|截止)?目前)[:,、\s]*"
)
_YEAR_AFTER = re.compile(r"(.+?)\s*\((?:截至)?(20\d\d)年(?:度|全年|12月底?)?\)")
_BULLET = re.compile(r"[①-⑳]\s*(?=\S)")
_LOOSE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二两三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟])\s+"
    r"|\s+(?=[\u4e00-\u9fff])(?![一二两三四五六七八九十零壹贰叁肆伍陆柒捌玖拾])"
)
"""Blanks that only set Chinese apart (8 万余份, 2023 年 8 次); those between numerals stay, for they may divide two."""
_TAIL = re.compile(r"(.+?)\s*[(\[【〔{].*[)\]】〕}]")
_LONGEST = 120
_EDGES = " \t\r\n\v\f\u00a0\u2002\u2003\u2009\u202f\u200b\u200c\u200d\ufeff"


def read_quantity(text: str) -> Answer:
    """What a whole cell of text says: a quantity, a doubt, missing or not applicable.

    Counts come in single units (1.2万份 → 12000 份), percents as 0–100 (九成 → 90 %). 无, 未开展 and their like are a
    quantity of 0 with the note ``none``. Never raises.
    """
    if len(text) <= MAX_DIGITS and text.isascii() and text.isdigit() and (text[0] != "0" or text == "0"):
        return Quantity(float(text), float(text))
    if len(text) > _LONGEST:
        text = text.strip(_EDGES)
        if len(text) > _LONGEST:
            return doubt("residue")
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> Answer:
    folded = _LOOSE.sub("", fold(text).strip(_EDGES))
    folded = folded.rstrip("。；;" + _EDGES) if len(folded) > 1 else folded
    if len(folded) > 1 and folded[-1] in ",、" and not folded[-2].isascii():
        folded = folded[:-1]
    if not folded or folded in w.MISSING_WORDS or w.BARE_UNIT.fullmatch(folded):
        return State.MISSING
    if folded in w.NOT_APPLICABLE_WORDS:
        return State.NOT_APPLICABLE
    if folded in w.ZERO_OR_MISSING:
        return doubt("zero_or_missing", Quantity(0.0, 0.0, note="none"))
    if folded in w.NOT_AVAILABLE:
        return doubt("zero_or_missing")
    zero = w.ZERO.fullmatch(folded)
    if zero:
        year = zero["year"]
        return Quantity(0.0, 0.0, note="none", year=int(year) if year else None)
    code = code_for(folded)
    if code:
        return doubt(code)
    return _whole(folded) or _puzzle(folded)


def _whole(text: str) -> Quantity | Doubt | None:
    """The text with its context (bullet, year, months) taken off, None where something is left over."""
    notes: list[str] = []
    year: int | None = None
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
        notes.append("bullet")
    partial = False
    after = _YEAR_AFTER.fullmatch(text)
    context = _CONTEXT.match(text)
    if after:
        text, year = after[1], int(after[2])
        notes.append("year")
    elif context:
        text = text[context.end() :]
        said = context["y1"] or context["y2"] or context["y3"]
        year = int(said) if said else None
        notes.append("year" if context["y3"] else "date" if context[0][0] in "截至到" else "months")
    span = _PARTIAL.match(text)
    if span and span.end() < len(text):
        text, partial = text[span.end() :], True
    if not text:
        return doubt("date")
    found = read_qualified(text)
    quantity = found.quantity if isinstance(found, Doubt) else found
    if found is None or quantity is None:
        return found
    if notes or year:
        quantity = replace(quantity, note=" ".join([*notes, *quantity.note.split()]), year=year)
    if partial:
        return doubt("partial_year", quantity)
    return replace(found, quantity=quantity) if isinstance(found, Doubt) else quantity


def _puzzle(text: str) -> Doubt:
    """The doubt for a text that is not one quantity, with what could be suggested."""
    tail = _TAIL.fullmatch(text)
    if tail:
        head = _whole(tail[1]) or (Quantity(0.0, 0.0, note="none") if w.ZERO.fullmatch(tail[1]) else None)
        suggested = head.quantity if isinstance(head, Doubt) else head
        if suggested:
            return doubt("residue", suggested)
    if letters(text):
        # 1.2w is how 万 is typed in a hurry.
        hurried = read_core(text[:-1] + "万", [w.PLAIN]) if text[-1] in "wW" else None
        return doubt("letters", hurried if isinstance(hurried, Quantity) else None)
    if vague(text):
        return doubt("vague")
    tokens = list(TOKEN.finditer(text))[:4]
    values = [q for t in tokens if isinstance(q := read_core(t[0], [w.PLAIN]), Quantity)]
    if len(values) == len(tokens) == 2:
        low, high = sorted(q.low for q in values)
        return doubt("two_numbers", Quantity(low, high, note="two"))
    if len(tokens) > 1:
        return doubt("two_numbers")
    if frequency(text):
        return doubt("frequency", values[0] if values else None)
    if values:
        return doubt("residue", values[0])
    return doubt("residue" if any(c.isdigit() for c in text) else "not_a_number")
