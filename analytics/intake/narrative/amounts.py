"""The numbers of a masked sentence: each with its measure word, its words of about and at least, and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.quantities.words import MEASURE

_OPEN = "大约|约(?:达到?|有|计|为)|近有|约|将近|接近|近|逾|超过|超|突破|多达|高达|达到|达|不得少于|不少于|不低于|至少|不下于?|不足|不到|上|过"
_VAGUE = re.compile("(?:几|(?<![总人次件份场期户个例篇条])数|若干|好)$")
_CHINESE = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬"
_AMOUNT = re.compile(
    rf"(?P<open>{_OPEN})?\s?(?P<number>\d{{1,4}}[万亿]\d{{1,4}}[千百]?|\d[\d,]{{0,15}}(?:\.\d{{1,4}})?|[{_CHINESE}]{{1,12}})\s?"
    rf"(?P<more>(?:有余|余|多|来)?(?:[十百千]?[万亿]|[十百千])?(?:余|多|\+)?)\s?"
    rf"(?P<unit>(?:{MEASURE})(?!(?<=集)[中体合市镇结])(?:\((?:次|场|册|本|件|名|人)\))?|%)(?P<close>以上|左右|上下|之多)?"
)
_PERCENT = re.compile("百分之(百|[一二三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]{1,2})?)")
_LABELLED = re.compile(
    r"(?P<unit>人次|场次|件数|份数|次数|人数|期数|条数)[：:]\s?(?P<number>\d[\d,]{0,12}(?:\.\d{1,2})?万?[余多+]?)(?=[，。；、\s]|$)"
)
_LOW_END = re.compile(
    rf"(?:\d[\d.]*|[{_CHINESE}]{{1,6}})(?:万|千|百)?余?(?:{MEASURE})?\s?[-—–~～至到]\s?$|(?<![\d一二三四五六七八九])[1-9一二三四五六七八九]、$"
)
_DUTY = frozenset(["不得少于", "不少于", "不低于", "至少"])
_BELOW = frozenset(["不足", "不到"])
_SENSE = {"场(次)": "场次", "人(次)": "人次"}
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9])(?:[XxＸｘ×＊*?？]{1,5}|[_＿]{1,12})\s?(?:余|多)?万?(?:元|份|场次|人次|件次|场|次|人|名|件|起|册|个|条|期|宗|篇|户)"
)
_BRACKETS = re.compile(rf"[(（][\s_＿]{{0,8}}[)）]\s?万?(?:{MEASURE})")
_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000]{1,12}(?:场次|人次|件次|万元|件|次|份|名|元|场|起|条|期|宗|个|人|册)(?=[，。；、,;.)）]|$)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence: where it stands there, what it is worth, and in what it counts.

    ``duty``: introduced by words of a minimum (不少于), which in a report say what is due more often than what was.
    """

    start: int
    end: int
    quantity: Quantity
    unit: str
    duty: bool
    between: bool = False
    """The end of a range (20至30场次, 不足20场)."""


def amounts(masked: str, units: Mapping[int, str] | None = None) -> list[Amount]:
    """The amounts of a masked text in order; numerals without a measure word and unsure ones are left out.

    ``units`` are those of numbers that have them in a column of their own, by where the number begins.
    """
    found = [amount for at, unit in (units or {}).items() for amount in _bare(masked, at, unit)]
    found += [_in_words(match) for match in _PERCENT.finditer(masked)]
    found += [amount for match in _LABELLED.finditer(masked) for amount in _labelled(match)]
    for match in _AMOUNT.finditer(masked):
        start = match.start()
        if start and masked[start - 1] in "万亿千百0123456789.":
            continue  # the tail of a number that could not be read whole
        if _VAGUE.search(masked, max(0, start - 2), start) and not match["number"][0].isdigit():
            continue  # 几十场 is no number
        phrase = match[0]
        opening = match["open"] or ""
        if opening in ("上", "过") and match["number"][0] not in "百千万":
            start, phrase, opening = match.start("number"), masked[match.start("number") : match.end()], ""
        if match["unit"] == "届" or (match["unit"] == "个" and masked.startswith("100%", match.end())):
            continue  # 二十届四中全会; 三个100%
        duty, below = opening in _DUTY, opening in _BELOW
        read = read_quantity(phrase[len(opening) :] if duty or below else phrase)
        if not isinstance(read, Quantity) or read.value is None or read.value < 0 or "colloquial" in read.note:
            continue
        unit = "元" if read.unit.endswith("元") else _SENSE.get(match["unit"], match["unit"].split("(")[0])
        low = _LOW_END.search(masked, max(0, start - 12), start)
        found.append(Amount(low.start() if low else start, match.end(), read, unit, duty, below or low is not None))
    return sorted(found, key=lambda amount: amount.start)


def _labelled(match: re.Match[str]) -> Iterator[Amount]:
    """受众人次：2100+: the measure word stands before the colon."""
    unit = match["unit"].removesuffix("数")
    read = read_quantity(match["number"] + unit)
    if isinstance(read, Quantity) and read.value is not None:
        yield Amount(match.start("number"), match.end(), read, unit, duty=False)


def _bare(masked: str, at: int, unit: str) -> Iterator[Amount]:
    """单位：次，本年6: the number alone, whose measure word stands in a column of its own."""
    match = re.compile(r"\d[\d,]{0,12}(?:\.\d{1,4})?[余多]?").match(masked, at)
    read = read_quantity(match[0] + unit) if match else None
    if match and isinstance(read, Quantity) and read.value is not None:
        yield Amount(at, match.end(), read, "元" if read.unit.endswith("元") else unit, duty=False)


def _in_words(match: re.Match[str]) -> Amount:
    """百分之百, 百分之九十八."""
    read = read_quantity(match[0])
    value = read.low if isinstance(read, Quantity) and match[1] != "百" else 100.0
    return Amount(match.start(), match.end(), Quantity(value, value, unit="%"), "%", duty=False)


def placeholders(text: str) -> list[tuple[int, int]]:
    """Where a number was to be filled in and was not: XX万元, *次, or a measure word after a blank."""
    spans = [match.span() for pattern in (_PLACEHOLDER, _BRACKETS, _BLANK) for match in pattern.finditer(text)]
    return sorted(spans)
