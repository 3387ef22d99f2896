"""Years and periods as forms write them: 2023年度, 二〇二三年, 本年数, 一季度, 1-12月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from analytics.intake.words import squeeze

FIRST, LAST = 1995, 2060
"""Years outside are taken for numbers, not years."""

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[二][〇○零O0][〇○零一二三四五六][〇○零一二三四五六七八九](?=年|度|$)")
_DAY = re.compile(
    r"[〔\[(【]?(?:19|20)\d\d[〕\])】]?第?\d{1,4}号|"
    r"(?:19|20)\d\d[-./年](?:0?[1-9]|1[0-2])[-./月](?:[12]\d|3[01]|0?[1-9])日?|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
    r"|(?:19|20)\d\d年?度?[-—–~至到](?:19|20)?\d\d年|(?:19|20)\d\d[-—–~至到](?:19|20)\d\d"
)
_MONTH = re.compile(r"((?:19|20)\d\d)年(?:0?[1-9]|1[0-2])月(?![-—–~至到])(?:底|末|份)?")
_SPAN = re.compile(r"((?:19|20)\d\d)年(?:0?1)月?(?:1日)?[-—–~至到](?:(?:19|20)\d\d年)?12月")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|度|$|[^\d.]|\.(?!\d))")
_QUARTER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIOD = re.compile(
    r"(?:第?([一二三四1-4])季度?(?:度)?|[Qq]([1-4])|([1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月份?|(上|下)半年|(1-3|4-6|7-9|10-12|1-6|7-12)月)(?:数|小计|完成数?|数量)?"
)
_SHORT_YEAR = re.compile(r"(1[5-9]|[23]\d)年度?")
"""23年 as a whole heading."""
_THIS = re.compile(r"^(本年度?|今年|当年|本年)(?:数|实际|完成数?|数量|累计|合计|度|数据|情况|值|实绩)*$")
_WHOLE_YEAR = re.compile(
    r"(?:1月?[-—–~至到]12月份?|一至十二月|截至12月底?)(?:累计|合计)?(?:数|完成数?|实际)?|(?:全年|年度|本年)?累计(?:\(1[-—–~至到]12月\))"
)
_LAST = re.compile(
    r"^(上年度?|去年|上一年度?|上年同期|去年同期)(?:数|实际|完成数?|数量|累计|合计|度|数据|情况|值|实绩)*$"
)
_MONTH_NUMBER = {c: i for i, c in enumerate("一二三四五六七八九", start=1)} | {"十": 10, "十一": 11, "十二": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a year: ``kind`` quarter · month · half · span (1-9月), ``number`` from 1, for a span its last month."""

    kind: Literal["quarter", "month", "half", "span"]
    number: int

    @property
    def ends_year(self) -> bool:
        """Whether the period is the year's last, so that what is cumulated up to it is the whole year."""
        return (self.kind, self.number) in (("quarter", 4), ("month", 12), ("half", 2), ("span", 12))


PARTS = {"quarter": 4, "month": 12, "half": 2, "span": 0}
"""How many periods of a kind make a year; a span is never a whole one."""

_TITLE_PERIOD = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年?度?)?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    r"|(?P<from>\d{1,2})月?[-—–~至到](?P<to>\d{1,2})月|(?<=年)(?P<month>1[0-2]|0?[1-9])月份?(?=[^\W\d日底末至止]))"
)


def period_in(text: str) -> tuple[int | None, Period] | None:
    """The part of a year that a title, sheet or file name speaks of, with the year it names: 2024年第三季度统计表.

    None where it speaks of no part or of the whole year (1-12月). A bare 2024年1月 at the end is a date, not a part.
    """
    plain = squeeze(text)
    found: set[tuple[int | None, Period]] = set()
    for match in _TITLE_PERIOD.finditer(plain):
        year = int(match["year"]) if match["year"] else None
        if match["quarter"]:
            found.add((year, Period("quarter", _QUARTER[match["quarter"]])))
        elif match["half"]:
            found.add((year, Period("half", 1 if match["half"] == "上" else 2)))
        elif match["month"]:
            found.add((year, Period("month", int(match["month"]))))
        elif (int(match["from"]), int(match["to"])) != (1, 12):
            found.add((year, _span(int(match["from"]), int(match["to"]))))
    return found.pop() if len(found) == 1 else None


def _span(first: int, last: int) -> Period:
    if first == last:
        return Period("month", last)
    if last - first == 2 and last % 3 == 0:
        return Period("quarter", last // 3)
    if last - first == 5 and last in (6, 12):
        return Period("half", last // 6)
    return Period("span", last)


@lru_cache(maxsize=8192)
def years_in(text: str) -> tuple[int, ...]:
    """The years that a title, sheet name or file name speaks of, each once, in order.

    Days (填报日期 2024年1月5日), single months and ranges of years are not years of figures; 2023年1-12月 is 2023.
    """
    plain = _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGITS), squeeze(text))
    plain = _SPAN.sub(r"\1年", plain)
    plain = _MONTH.sub("|", _DAY.sub("|", plain))
    return tuple(dict.fromkeys(y for m in _YEAR.finditer(plain) if FIRST <= (y := int(m[1])) <= LAST))


@lru_cache(maxsize=8192)
def split_year(label: str) -> tuple[int | None, int | None, str]:
    """A heading taken apart: (year it names, years relative to the table's year, the rest of the heading).

    ``2023年宣传资料(份)`` → (2023, None, 宣传资料(份)); ``上年数`` → (None, -1, "").
    """
    plain = squeeze(label)
    if _THIS.fullmatch(plain) or _WHOLE_YEAR.fullmatch(plain):
        return None, 0, ""
    if _LAST.fullmatch(plain):
        return None, -1, ""
    named = _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGITS), plain)
    short = _SHORT_YEAR.fullmatch(plain)
    if short:
        return 2000 + int(short[1]), None, ""
    match = re.match(r"^((?:19|20)\d\d)(?:年度|年|(?=$|数|实|完|累|合|\())", named) or re.search(
        r"\(((?:19|20)\d\d)年?度?\)$", named
    )
    if match and FIRST <= int(match[1]) <= LAST:
        rest = named[: match.start()] + named[match.end() :]
        return int(match[1]), None, re.sub(r"^(?:1-12月|全年|度)", "", rest)
    relative = re.match(r"^(本年度?|上年度?|去年|今年)(?=[一-鿿]{2})", plain)
    if relative and not plain.startswith(("本年度计划", "本年计划")):
        return None, 0 if relative[1][0] in "本今" else -1, plain[relative.end() :]
    return None, None, plain


@lru_cache(maxsize=4096)
def read_period(label: str) -> Period | None:
    """The part of a year that a heading names; None for anything else."""
    plain = squeeze(label)
    match = _PERIOD.fullmatch(plain)
    if not match:
        return None
    if match[1] or match[2]:
        return Period("quarter", _QUARTER[match[1] or match[2]])
    if match[3]:
        return Period("month", int(match[3]) if match[3].isdigit() else _MONTH_NUMBER[match[3]])
    if match[4]:
        return Period("half", 1 if match[4] == "上" else 2)
    span = {"1-3": 1, "4-6": 2, "7-9": 3, "10-12": 4}.get(match[5])
    return Period("quarter", span) if span else Period("half", 1 if match[5] == "1-6" else 2)
