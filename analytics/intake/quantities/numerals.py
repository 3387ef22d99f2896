"""Numerals alone: Arabic, Chinese (plain, formal, digit by digit) and the two mixed, without measure words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from analytics.intake.quantities.kinds import MAX_DIGITS

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans(
    {"〇": "零", "○": "零", "兩": "两", "萬": "万", "億": "亿", "廿": "二十", "卅": "三十", "卌": "四十"}
    | dict(zip("壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟", "一二二三三三四五六六七八九十百千", strict=True))
)
CHINESE = "零〇○一二两兩三四五六七八九十百千万萬亿億廿卅卌壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"
NUMERAL = rf"[0-9{CHINESE}](?:[0-9{CHINESE},.点 \u00a0\u2009\u202f]*[0-9{CHINESE}])?"
"""Everything that may be a numeral, loosely; ``parse_numeral`` is strict about it."""

_FORMAL = re.compile("[壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟]")
_OLD = re.compile("[廿卅卌]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_ODD_GROUPS = re.compile(r"\d+(?:,\d+)*,\d{3}")
_SPACED = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_SCALED = re.compile(r"([\d,. ]*\d)([十百千万亿]{1,2})")
_STEPS = re.compile(r"(?:(\d+)亿)?(?:(\d{1,4})万)?(?:(\d)千)?(?:(\d)百)?(?:(\d)十)?(零?)(\d*)")
_POINT = re.compile(r"([零一二三四五六七八九十百千]+)点([零一二三四五六七八九]+)([十百千]?[万亿]?)")
_LONE_LEADS = {"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"}
_SCALES = (
    {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    | {small + large: UNITS[small] * UNITS[large] for small in "十百千" for large in "万亿"}
    | {"万亿": 10**12}
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A parsed numeral.

    ``odd``: readable, but not as anyone should write it. ``lone``: 百, 千, 万 with nothing before it.
    """

    low: Decimal
    high: Decimal
    notes: tuple[str, ...] = ()
    scaled: bool = False
    odd: bool = False
    lone: bool = False


def scale_of(word: str) -> int | None:
    """What 万, 百万, 亿 … multiply by; None for anything else."""
    return _SCALES.get(word)


def parse_numeral(text: str) -> Numeral | None:
    """The value of a folded numeral, None where it is not one (十百, 三三十, 1.2.3, 12 3)."""
    text = text.strip()
    if not text:
        return None
    if text[0].isascii() and text[-1].isascii() and not any(c in CHINESE for c in text):
        return _arabic(text)
    notes = (("formal",) if _FORMAL.search(text) else ()) + (("old",) if _OLD.search(text) else ())
    plain = text.translate(_PLAIN)
    found = _mixed(plain) if any(c.isdigit() for c in plain) else _chinese(plain)
    if found is None or not notes:
        return found
    return replace(found, notes=notes + found.notes)


def _arabic(text: str) -> Numeral | None:
    """Digits with grouping or decimals."""
    notes: tuple[str, ...] = ()
    odd = False
    if "," in text:
        if not _GROUPED.fullmatch(text):
            if not _ODD_GROUPS.fullmatch(text):
                return None
            odd = True
        text = text.replace(",", "")
    elif not text.isdigit() and _SPACED.fullmatch(text):
        text = re.sub(r"\D", "", text)
        notes = ("space",)
    if not text.isascii() or not _DECIMAL.fullmatch(text) or len(text) > MAX_DIGITS:
        return None
    whole, _, decimals = text.partition(".")
    # 007 is a code more often than a figure; 1.200 may be a thousand and two hundred with a foreign separator.
    # 1.200 may be a slip for 1,200; 0.357 and 1.205 cannot be: nobody groups a zero, and a count in 万 has such decimals.
    slip = len(decimals) == 3 and decimals[-1] == "0" and whole != "0"
    odd = odd or (len(whole) > 1 and whole[0] == "0") or slip
    number = Decimal(text)
    return Numeral(number, number, notes, odd=odd)


def _mixed(text: str) -> Numeral | None:
    """1.2万, 3百, 12万5000, 2万3千, 2万3."""
    scaled = _SCALED.fullmatch(text)
    if scaled and (factor := scale_of(scaled[2])):
        base = _arabic(scaled[1])
        if base is None:
            return None
        odd = base.odd and not ("." in scaled[1] and scaled[1][:2] != "00" and "," not in scaled[1])
        return Numeral(base.low * factor, base.high * factor, base.notes, scaled=scaled[2] != "十", odd=odd)
    digits = re.sub("[一二两三四五六七八九]", lambda m: str(DIGITS[m[0]]), text)
    steps = _STEPS.fullmatch(digits)
    if not steps or len(digits) > MAX_DIGITS:
        return None
    total, last = 0, 0
    for group, unit in zip(steps.groups()[:5], (10**8, 10**4, 1000, 100, 10), strict=True):
        if group is not None:
            total += int(group) * unit
            last = unit
    zero, rest = steps[6], steps[7]
    if not last or (zero and not rest):
        return None
    notes: tuple[str, ...] = ()
    if rest:
        room = len(str(last)) - 1
        if zero:
            if len(rest) >= room or rest[0] == "0":
                return None
            total += int(rest)
        elif len(rest) == room:
            total += int(rest)
        elif len(rest) == 1 and last >= 100 and rest != "0":
            total += int(rest) * last // 10
            notes = ("colloquial",)
        else:
            return None
    return Numeral(Decimal(total), Decimal(total), notes, scaled=True)


def _chinese(text: str) -> Numeral | None:
    """Numerals in characters; 三四十 and 三五 come out as a range."""
    point = _POINT.fullmatch(text)
    if point:
        whole = _positional(point[1]) if point[1] != "零" else Numeral(Decimal(0), Decimal(0))
        if whole is None or whole.odd or whole.lone or whole.notes:
            return None
        number = whole.low + Decimal("0." + "".join(str(DIGITS[c]) for c in point[2]))
        factor = _SCALES.get(point[3], 1)
        return Numeral(number * factor, number * factor, scaled=bool(point[3]))
    if all(c in DIGITS for c in text):
        return _digit_string(text)
    for i in range(len(text) - 1):
        pair = _pair(text[i], text[i + 1])
        if pair:
            low, high = (_positional(text[:i] + c + text[i + 2 :]) for c in pair)
            if low is None or high is None or low.low >= high.low:
                return None
            return Numeral(low.low, high.low, ("range",), scaled=low.scaled)
    return _positional(text)


def _pair(first: str, second: str) -> tuple[str, str] | None:
    """Two neighbouring digits that mean "one or the other", smaller first."""
    if first not in DIGITS or second not in DIGITS or "零" in (first, second):
        return None
    if first + second == "三两":
        return "两", "三"
    if DIGITS[second] - DIGITS[first] == 1 or first + second == "三五":
        return first, second
    return None


def _digit_string(text: str) -> Numeral | None:
    """二〇二三 and 一二三; one digit; two digits are a range (三五) or doubtful (三六)."""
    if len(text) == 1:
        number = Decimal(DIGITS[text])
        return Numeral(number, number)
    if len(text) == 2 and (pair := _pair(*text)):
        return Numeral(Decimal(DIGITS[pair[0]]), Decimal(DIGITS[pair[1]]), ("range",))
    if "两" in text or text[0] == "零" or len(text) > MAX_DIGITS:
        return None
    number = Decimal("".join(str(DIGITS[c]) for c in text))
    return Numeral(number, number, ("digits",), odd=len(text) == 2)


def _positional(text: str) -> Numeral | None:
    """一千零五十: evaluated loosely, accepted only when the value is spelt just so."""
    if not text or not all(c in DIGITS or c in UNITS for c in text):
        return None
    if text in _LONE_LEADS:
        number = Decimal(_SCALES[text])
        return Numeral(number, number, scaled=text != "百", lone=True)
    if re.search("两(?![百千万亿]|$)", text) or (len(text) > 1 and text[-1] in "两零"):
        return None
    notes: tuple[str, ...] = ()
    spelt = text.replace("两", "二")
    if len(text) > 2 and text[-2:-1] in tuple("百千万亿") and text[-1] in DIGITS and text[-1] != "零":
        spelt += {"百": "十", "千": "百", "万": "千", "亿": "千万"}[text[-2]]
        notes = ("colloquial",)
    elif len(text) == 2 and text[0] in "百千万亿":
        return None
    if spelt.startswith("一十"):
        spelt = spelt[1:]
    if (filled := re.sub("(?<=[百零千万亿])十", "一十", spelt)) != spelt:
        spelt, notes = filled, ("colloquial",)
    value = _evaluate(spelt)
    if value is None:
        return None
    right = spell(value)
    odd = spelt != right
    if odd and spelt.replace("零", "") != right.replace("零", ""):
        return None
    scaled = any(c in "千万亿" for c in text)
    return Numeral(Decimal(value), Decimal(value), notes, scaled=scaled, odd=odd)


def _evaluate(text: str) -> int | None:
    """The value of positional Chinese, whatever its order."""
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
            continue
        unit = UNITS[char]
        if unit < 10**4:
            section += (1 if digit is None else digit) * unit
        elif unit == 10**4:
            total += (section + (digit or 0)) * unit
            section = 0
        else:
            total = (total + section + (digit or 0)) * unit
            section = 0
        digit = None
    number = total + section + (digit or 0)
    return number if 0 < number < 10**13 else None


def spell(number: int) -> str:
    """A whole number from 1 up in standard characters: 1050 → 一千零五十, 12 → 十二."""
    words = _spell(number)
    return words[1:] if words.startswith("一十") else words


def _spell(number: int) -> str:
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            head, rest = divmod(number, unit)
            gap = "零" if rest and rest < unit // 10 else ""
            return _spell(head) + name + gap + (_spell(rest) if rest else "")
    return "零一二三四五六七八九"[number]
