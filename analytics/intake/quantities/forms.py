"""The forms a number takes in a cell: qualifier, numeral, measure word, closing words; percents, halves, ranges."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from analytics.intake.quantities import words as w
from analytics.intake.quantities.doubts import doubt
from analytics.intake.quantities.kinds import MAX_DIGITS, Doubt, Quantity
from analytics.intake.quantities.numerals import NUMERAL, Numeral, parse_numeral, scale_of
from analytics.model import Qualifier

_SCALE = "(?:[十百千]?[万亿]|万亿)"
_CORE = re.compile(
    rf"(?P<sign>[-−]|负)?(?P<number>[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{{1,2}}|{NUMERAL})"
    rf"(?P<middle>有余|余|多|来|把)?(?P<scale>{_SCALE})?\s*(?P<close1>余|多|\+)?\s*(?P<unit>{w.UNIT})?\s*"
    rf"(?P<close2>(?:(?:{w.CLOSING})\s*)*)"
)
_MEASURE = re.compile(rf"({w.MEASURE})(?:\(({w.MEASURE})\)|/({w.MEASURE}))?")
_MORE = r"(?P<middle>余|多)?\s*(?P<close2>以上|左右|以下|上下)?"
_TENTHS = re.compile(rf"(?P<n>10|[1-9](?:\.[0-9])?|[一二两三四五六七八九十])成(?P<d>[一二三四五六七八九半])?{_MORE}")
_PERCENT_WORDS = re.compile(rf"(?P<base>百|千)分之(?P<n>{NUMERAL}){_MORE}")
_HALF = re.compile(
    rf"(?P<n>{NUMERAL})个半(?P<u1>小时|课时|学时)?|(?P<n2>{NUMERAL})(?P<u2>天|课时|学时|小时)半"
    r"|半(?P<u3>天|小时|个?课时|场|次|份)?"
)
_RANGE = re.compile(
    rf"(?P<a>{NUMERAL})(?:余|多)?\s*(?P<au>{w.UNIT})?\s*(?P<sep>[-–—―~至到、])\s*"
    rf"(?P<b>{NUMERAL})(?:余|多)?\s*(?P<u>{w.UNIT})?\s*(?:不等|左右|之间)?"
)
_ACCOUNTING = re.compile(rf"\(\s*({NUMERAL})\s*\)")
_RANK = {w.PLAIN: 0, w.AT_LEAST: 1, w.ABOUT: 2, w.NEAR: 2, w.BELOW: 3}


def read_qualified(text: str) -> Quantity | Doubt | None:
    """Opening words, then one of the forms a number takes."""
    ranks = [w.PLAIN]
    start = 0
    money = False
    while True:
        match = w.OPENING.match(text, start)
        if match is None:
            lead = w.LEAD_OPENING.match(text, start)
            if lead:
                ranks.append(w.ABOUT if lead[1] == "上" else w.AT_LEAST)
                start = lead.end()
            break
        money = money or match[0] in "¥￥"
        ranks.append(w.OPENINGS[match[0]])
        start = match.end()
        while start < len(text) and text[start] in ": \u00a0\n":
            start += 1
    body = text[start:]
    found = _percent(body, ranks) or read_core(body, ranks) or _halves(body) or _between(body)
    if found is None and not start and (accounting := _ACCOUNTING.fullmatch(body)):
        number = parse_numeral(accounting[1])
        return doubt("accounting", _quantity(number)) if number else None
    if money and isinstance(found, Quantity):
        return replace(found, unit="元") if found.unit in ("", "元") else None
    return found


def _qualifier(ranks: list[str]) -> tuple[Qualifier, str]:
    """The qualifier that several words make together (约8万余 is about) and the note that goes with it."""
    strongest = max(ranks, key=lambda rank: _RANK[rank])
    if strongest == w.BELOW:
        return Qualifier.ABOUT, "below"
    if strongest in (w.ABOUT, w.NEAR):
        return Qualifier.ABOUT, "approx_below" if w.NEAR in ranks else ""
    return (Qualifier.AT_LEAST, "") if strongest == w.AT_LEAST else (Qualifier.EXACT, "")


def _quantity(number: Numeral, ranks: list[str] | None = None, unit: str = "", notes: tuple[str, ...] = ()) -> Quantity:
    """A numeral with its qualifier and unit as a quantity."""
    qualifier, note = _qualifier(ranks or [w.PLAIN])
    said = dict.fromkeys((*number.notes, *notes, note))
    return Quantity(
        float(number.low), float(number.high), qualifier, unit, " ".join(n for n in said if n), number.scaled
    )


def read_core(text: str, ranks: list[str]) -> Quantity | Doubt | None:
    """[sign] numeral [余] [万] [unit] [以上 …], the form nearly every cell has."""
    match = _CORE.fullmatch(text)
    if match is None:
        return None
    written = match["number"]
    science = "e" in written or "E" in written
    if science:
        if "+" in written:
            return doubt("rounded", Quantity(float(written), float(written)))
        exact = Decimal(written)
        number: Numeral | None = Numeral(exact, exact, ("sci",)) if exact < 10**MAX_DIGITS else None
    else:
        number = parse_numeral(written)
    if number is None:
        return None
    middle, scale = match["middle"], match["scale"]
    words = list(ranks)
    if scale:
        factor = scale_of(scale)
        if not middle or factor is None or number.low >= 10**4:
            return None
        number = replace(number, low=number.low * factor, high=number.high * factor, scaled=True)
    closings = [match["close1"] or "", *w.CLOSING_ONE.findall(match["close2"])]
    words += [w.MIDDLES[middle]] if middle else []
    words += [w.CLOSINGS[c] for c in closings if c]
    unit, notes = _unit(match["unit"] or "")
    if match["sign"]:
        if len(words) > 1 or number.low != number.high or number.lone:
            return None
        number = replace(number, low=-number.low + 0, high=-number.high + 0)
    quantity = _quantity(number, words, unit, notes)
    return _doubtful(number, quantity, middle or match["close1"] or "", scale) or quantity


def _doubtful(number: Numeral, quantity: Quantity, middle: str, scale: str | None) -> Doubt | None:
    """A doubt for a numeral that reads, but not with certainty; None where it is sure."""
    if number.low != number.high:
        return doubt("range", quantity)
    if quantity.note and "below" in quantity.note.split():
        return doubt("below", quantity)
    if number.odd and not (quantity.unit == "%" and len(str(number.low).partition(".")[2]) == 3):
        return doubt("odd", quantity)
    if number.lone and quantity.qualifier is Qualifier.EXACT:
        return doubt("vague", quantity)
    if "colloquial" in number.notes and (quantity.unit or middle) and number.low % 10 == 0:
        return doubt("colloquial", quantity)
    if "digits" in number.notes and quantity.unit and not number.odd and "0" not in str(number.low):
        return doubt("odd", quantity)
    # 6余次 is a slip of the hand as often as "six or more"; 来 and 把 only follow round numbers.
    if middle in ("余", "多") and not scale and not number.scaled and number.low < 10:
        return doubt("odd", quantity)
    if middle in ("来", "把") and (number.low % 10 or number.low == 0):
        return doubt("odd", quantity)
    return None


def _unit(written: str) -> tuple[str, tuple[str, ...]]:
    """The measure word of what was matched as unit: 场(次) → 场次, 个村(社区) → 个, 份/次 → 份 with a note."""
    if not written:
        return "", ()
    if written == "‰" or "百分点" in written or written == "%":
        return ("百分点" if "百分点" in written else written), ("percent",) if written == "%" else ()
    bare = written[1:-1] if written[0] == "(" else written
    measure = _MEASURE.match(bare)
    if measure is None:
        return "", ()
    first, second = measure[1], measure[2] or measure[3]
    if second == "次" and first in ("场", "人"):
        return first + "次", ()
    return first, ("per",) if measure[3] else ()


def _percent(text: str, ranks: list[str]) -> Quantity | Doubt | None:
    """百分之九十五, 九成, 九成五, 百分百."""
    if "成" not in text and "分" not in text:
        return None
    if text in ("百分百", "百分之百"):
        return _quantity(Numeral(Decimal(100), Decimal(100)), ranks, "%", ("percent",))
    match = _TENTHS.fullmatch(text)
    if match:
        number = parse_numeral(match["n"])
        factor, tail = Decimal(10), match["d"]
    else:
        match = _PERCENT_WORDS.fullmatch(text)
        if match is None:
            return None
        number = parse_numeral(match["n"])
        factor, tail = Decimal("0.1") if match["base"] == "千" else Decimal(1), None
    if number is None or number.low != number.high or number.lone or (tail and number.low != int(number.low)):
        return None
    extra = Decimal(5 if tail == "半" else "零一二三四五六七八九".index(tail)) if tail else Decimal(0)
    value = number.low * factor + extra
    closing = [w.CLOSINGS[match["close2"]]] if match["close2"] else []
    closing += [w.AT_LEAST] if match["middle"] else []
    number = replace(number, low=value, high=value, scaled=False)
    quantity = _quantity(number, ranks + closing, "%", ("percent",))
    return _doubtful(number, quantity, "", None) or quantity


def _halves(text: str) -> Quantity | None:
    """半, 一个半小时, 两天半."""
    match = _HALF.fullmatch(text) if "半" in text else None
    if match is None:
        return None
    number = parse_numeral(match["n"] or match["n2"] or "零")
    if number is None or number.low != number.high or number.odd or number.lone or number.notes:
        return None
    unit = match["u1"] or match["u2"] or match["u3"] or ("个" if match["n"] else "")
    value = number.low + Decimal("0.5")
    return _quantity(replace(number, low=value, high=value), None, unit.removeprefix("个") or unit, ("half",))


def _between(text: str) -> Doubt | None:
    """3-5次, 4、5次, 1-2万: a doubt with both ends."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low, high = parse_numeral(match["a"]), parse_numeral(match["b"])
    if low is None or high is None or low.low != low.high or high.low != high.high:
        return None
    if high.scaled and not low.scaled and (scale := re.search("[十百千万亿]+$", match["b"])):
        factor = scale_of(scale[0])
        if factor and low.low < high.low / factor:
            low = replace(low, low=low.low * factor)
    unit, notes = _unit(match["u"] or match["au"] or "")
    pair = Numeral(min(low.low, high.low), max(low.low, high.low), ("range",), low.scaled or high.scaled)
    listed = match["sep"] == "、" and high.low - low.low != 1
    if listed or low.low >= high.low:
        return doubt("two_numbers" if listed else "range", _quantity(replace(pair, notes=()), None, unit, ("two",)))
    return doubt("range", _quantity(pair, None, unit, notes))
