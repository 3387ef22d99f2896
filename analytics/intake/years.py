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
    r"(?:第?(?P<quarter>[一二三四1-4])季度?(?:度)?|[Qq](?P<q>[1-4])|(?P<month>[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月份?|(?P<half>[上下])半年"
    r"|(?P<first>[1-9]|1[0-2])月?[-—–~至到](?P<last>[1-9]|1[0-2])月份?|前(?P<quarters>[二三两23])个?季度|截[至止]到?(?P<until>[1-9]|1[0-2])月(?:底|末|份)?)"
    r"(?:末|底)?(?:数|小计|合计|实际|完成数?|数量|(?P<so_far>累计)(?:数|完成数?)?)?"
)
_QUARTERS = {"二": 6, "两": 6, "2": 6, "三": 9, "3": 9}
"""前三季度 → the last month."""
_SHORT_YEAR = re.compile(r"(1[5-9]|[23]\d)年度?")
"""23年 as a whole heading."""
_THIS = re.compile(r"^(本年度?|今年|当年|本年)(?:数|实际|完成数?|数量|累计|合计|度|数据|情况|值|实绩)*$")
_WHOLE_YEAR = re.compile(
    r"(?:1月?[-—–~至到]12月份?|一至十二月|截[至止]到?12月[底末]?|第?[四4]季度累计|12月份?累计|下半年累计)(?:累计|合计)?(?:数|完成数?|实际)?|(?:全年|年度|本年)?累计(?:\(1[-—–~至到]12月\))"
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
    def months(self) -> tuple[int, int]:
        """Its first and last month; a span is taken to begin with the year."""
        size = {"quarter": 3, "month": 1, "half": 6, "span": 0}[self.kind]
        return (self.number * size - size + 1, self.number * size) if size else (1, self.number)

    @property
    def so_far(self) -> Period:
        """What is cumulated from the beginning of the year to the end of this period."""
        return Period("span", self.months[1])

    @property
    def ends_year(self) -> bool:
        """Whether the period is the year's last, so that what is cumulated up to it is the whole year."""
        return (self.kind, self.number) in (("quarter", 4), ("month", 12), ("half", 2), ("span", 12))


_TITLE_PERIOD = re.compile(
    r"截[至止]到?(?:(?P<until_year>(?:19|20)\d\d)年)?(?P<until>1[0-2]|0?[1-9])月"
    r"|(?:(?P<year>(?:19|20)\d\d)年?度?)?(?:前(?P<quarters>[二三两23])个?季度|第?(?<!\d)(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    r"|(?P<from>\d{1,2})月?(?:\d{1,2}日)?[-—–~至到](?:(?:19|20)\d\d年)?(?P<to>\d{1,2})月"
    r"|(?<=年)(?P<month>1[0-2]|0?[1-9])月份?(?=[^\W\d日底末至止])(?!制表|编制|填|上报|报送|印))"
)


REPORT_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:报送?|上报|填报?|填表|制表?|编制|印制)?")
"""The day on which a form was filled in or sent."""


def period_in(text: str) -> tuple[int | None, Period] | None:
    """The part of a year that a title, sheet or file name speaks of, with the year it names: 2024年第三季度统计表.

    None where it speaks of no part or of the whole year (1-12月). A bare 2024年1月 at the end is a date, not a part.
    """
    plain = _BOTH_HALVES.sub("", _QUARTERS_TOGETHER.sub(_as_months, squeeze(text)))
    found: set[tuple[int | None, Period]] = set()
    for match in _TITLE_PERIOD.finditer(plain):
        spoken = match["year"] or match["until_year"]
        year = int(spoken) if spoken else None
        if match["until"]:
            if int(match["until"]) < 12:
                found.add((year, _span(1, int(match["until"]))))
        elif match["quarters"]:
            found.add((year, _span(1, _QUARTERS[match["quarters"]])))
        elif match["quarter"]:
            found.add((year, Period("quarter", _QUARTER[match["quarter"]])))
        elif match["half"]:
            found.add((year, Period("half", 1 if match["half"] == "上" else 2)))
        elif match["month"]:
            found.add((year, Period("month", int(match["month"]))))
        elif (int(match["from"]), int(match["to"])) != (1, 12) and int(match["from"]) <= int(match["to"]) <= 12:
            found.add((year, _span(int(match["from"]), int(match["to"]))))
    return found.pop() if len(found) == 1 else None


_BOTH_HALVES = re.compile(r"上(?:半年)?[、,/和及与]?下半年")
_QUARTERS_TOGETHER = re.compile(
    r"(?<!\d)第?([一二三四1-4])(?:季度)?(?:[、,/和及与至到\-—–~]+第?[一二三四1-4](?:季度)?)*[、,/和及与至到\-—–~]+第?([一二三四1-4])季度"
)


def _as_months(together: re.Match[str]) -> str:
    """一、二季度 and 一至三季度 as months from the first to the last; the whole year as nothing."""
    first, last = _QUARTER[together[1]] * 3 - 2, _QUARTER[together[2]] * 3
    return "" if (first, last) == (1, 12) else f"{first}-{last}月"


def _span(first: int, last: int) -> Period:
    if first == last:
        return Period("month", last)
    if last - first == 2 and last % 3 == 0:
        return Period("quarter", last // 3)
    if last - first == 5 and last in (6, 12):
        return Period("half", last // 6)
    return Period("span", last)


_RANGE = re.compile(r"((?:19|20)\d\d)年?度?[-—–~至到]((?:19|20)?\d\d)年?")


def range_in(text: str) -> tuple[int, int] | None:
    """The first and last of several years that a title speaks of together: 2022—2024年普法数据."""
    match = _RANGE.search(squeeze(text))
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    return (first, last) if FIRST <= first < last <= LAST else None


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
        rest = re.sub(r"^(?:1-12月|全年|度)", "", named[: match.start()] + named[match.end() :])
        if rest[:1] + rest[-1:] == "()":
            # 2024年(预计), 2024年(截至10月底)
            rest = rest[1:-1]
        return int(match[1]), None, "" if _WHOLE_YEAR.fullmatch(rest) else rest
    relative = re.match(r"^(本年度?|上年度?|去年|今年)(?=[一-鿿]{2})", plain)
    if relative and not plain.startswith(("本年度计划", "本年计划")):
        return None, 0 if relative[1][0] in "本今" else -1, plain[relative.end() :]
    return None, None, plain


def split_period(label: str) -> tuple[Period | None, str]:
    """A heading without the part of a year that it names in brackets, and that part: 数量(1-10月) → 1-10月, 数量."""
    plain = squeeze(label)
    for match in re.finditer(r"\(([^()]+)\)", plain):
        period = read_period(match[1])
        if period is not None:
            return period, plain[: match.start()] + plain[match.end() :]
    return None, label


@lru_cache(maxsize=4096)
def read_period(label: str) -> Period | None:
    """The part of a year that a heading names; None for anything else, and for the whole year."""
    plain = squeeze(label)
    if plain[:1] == "(" and plain[-1:] == ")":
        plain = plain[1:-1]
    match = _PERIOD.fullmatch(plain)
    if not match:
        return None
    period = _named(match)
    if period is None or not match["so_far"]:
        return period
    return None if period.ends_year else period.so_far


def _named(match: re.Match[str]) -> Period | None:
    if quarter := match["quarter"] or match["q"]:
        return Period("quarter", _QUARTER[quarter])
    if month := match["month"]:
        return Period("month", int(month) if month.isdigit() else _MONTH_NUMBER[month])
    if match["half"]:
        return Period("half", 1 if match["half"] == "上" else 2)
    if match["quarters"]:
        return _span(1, _QUARTERS[match["quarters"]])
    first, last = int(match["first"] or 1), int(match["last"] or match["until"])
    return None if (first, last) == (1, 12) or first > last else _span(first, last)
