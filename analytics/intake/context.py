"""What stands around a table: title, 填报单位, sheet name and file name, and what they say of township and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from analytics.intake.grid import a1
from analytics.intake.raw_tables import Line
from analytics.intake.townships import Sighting, Townships
from analytics.intake.units import TableUnits, read_table_units
from analytics.intake.words import DATE_KEYS, METADATA_ANYWHERE, NOTE, SENDER_KEYS, TOPICS, YEAR_KEYS, squeeze
from analytics.intake.years import REPORT_DAY, Period, period_in, range_in, read_period, split_year, years_in

_UNIT_LINE = re.compile(r"(?:计量单位|单位):([^\s:]{1,24}?)\)?$")


_SMALLER = re.compile(
    r"(?:镇|乡|街道)(?P<what>[^\W\d_进法宣普各全统情年活工民所有每送村社]{1,6}"
    r"(?:村民委员会|居民委员会|村委会|居委会|村|社区|小学|中学|学校|幼儿园|卫生院|医院|公司|企业))(?=$|[^一-鿿]|年|度|法|普|关于|上报|填报|的|村民委|居民委|民委)"
)
"""A village, community, school or firm under a township: 槲岭镇石桥村."""
_OCCASION = re.compile(
    r"(?P<what>[^\W\d_“”]{0,8}[”\"]?(?:宣传周|宣传月(?!报)|宣传日|活动周|活动月|活动日|宪法日|宪法周|专项行动|专项活动|中期(?:评估|检查|督查|验收|总结))|政府信息公开(?=行政复议|行政诉讼))"
)
"""A week, a day or a campaign, of which figures are not the year's."""
_TOPIC = re.compile(
    rf"(?P<what>(?:{'|'.join(TOPICS)})(?:法治|法律|法规|普法|知识|法)*(?:宣传|宣教|教育|学习|工作|专项|整治|防范|活动)+)"
)
_OF_LAW = re.compile(r"法治|普法|依法|学法|法律|执法|司法")
"""What a form of the year's work says of itself somewhere, beside any single topic."""
_SO_FAR = re.compile(r"累计(?!发放|开展|举办|受|服务|培训|调|排)|进度|截[至止]")
"""A title over numbers that may each hold what came before."""
_OTHERS = re.compile(
    r"(?P<what>全[县市区](?:平均|均值|中位)[^\W\d_]{0,4}|(?:先进|兄弟|其他|其它|周边|相邻|外地)(?:乡镇|镇街|单位|地区)|填写示例|填报示例|样表|示范填写)"
)
"""Figures shown to compare with, or to show how a form is filled in: nobody's report."""
_OTHER_KIND = re.compile(
    r"(?<![及和与、])(?P<what>得分|评分|打分|分值|排名|排序|位次|名次|增减|同比|环比|增幅|增长率|占比|比重|完成率|人均|户均|每[万千百]人|平均)"
)
"""A title over a table of scores, ranks, changes or shares; 数据及排名 still holds the numbers themselves."""
_PLAN_TITLE = re.compile(
    r"(?:计划|预算|任务分解|目标责任|目标任务|方案|安排|打算|思路|预期目标|下一步工作)(?:一览|统计|明细|汇总)?(?:表|书)?(?:\(.*\))?$"
)
"""A title that announces what is meant to be done, not what was done."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said about township or year, and where: ``place`` is a cell, 工作表名 or 文件名."""

    value: str | int
    place: str
    rank: int
    sighting: Sighting | None = None


@dataclass
class Context:
    """All that the surroundings of a table say; ranks: 0 填报单位 or 年度 line · 1 title · 2 sheet name · 3 file name."""

    townships: list[Said] = field(default_factory=list)
    years: list[Said] = field(default_factory=list)
    units: TableUnits | None = None
    period: Period | None = None
    plan_at: str | None = None
    until: tuple[int | None, Period] | None = None
    """How far a note says that the numbers go: 以上数据截至2024年9月30日."""
    so_far: bool = False
    """Whether a title says that the numbers are cumulated over the year so far."""
    narrow: tuple[str, str, bool] | None = None
    """What the surroundings narrow the table to, where they say so, and whether it is an occasion (a week) or a place (a village)."""
    other_kind: tuple[str, str] | None = None
    """What a title says its numbers are instead of counts (得分, 排名, 增减), and where."""
    texts: list[str] = field(default_factory=list)

    def township(self) -> tuple[Said | None, list[Said]]:
        """The township the surroundings agree on, or None with the statements that disagree."""
        return _agreed(self.townships)

    def year(self) -> tuple[Said | None, list[Said]]:
        """The year the surroundings agree on, or None with the statements that disagree."""
        return _agreed(self.years)


def _agreed(said: list[Said]) -> tuple[Said | None, list[Said]]:
    values = {s.value for s in said}
    if len(values) == 1:
        return min(said, key=lambda s: s.rank), []
    return None, said


def pairs(line: Line) -> Iterable[tuple[str, str, int]]:
    """The (key, value, column) pairs of a line like 填报单位:青禾镇 填报日期:2024年1月5日."""
    for position, (column, text) in enumerate(line.texts):
        plain = squeeze(text)
        # A unit in brackets behind a title does not make the title a line about the sender.
        keys = [
            m
            for m in METADATA_ANYWHERE.finditer(plain)
            if not plain[: m.start()].endswith("(") or not plain[: m.start() - 1]
        ]
        for number, match in enumerate(keys):
            end = keys[number + 1].start() if number + 1 < len(keys) else len(plain)
            value = plain[match.end() : end]
            at = column
            if not value and position + 1 < len(line.texts):
                at, value = line.texts[position + 1]
                value = squeeze(value)
            yield match[0].rstrip(":"), value, at
        if not keys and position + 1 < len(line.texts) and plain.rstrip(":") in (*SENDER_KEYS, *YEAR_KEYS, *DATE_KEYS):
            yield plain.rstrip(":"), squeeze(line.texts[position + 1][1]), line.texts[position + 1][0]


def read_context(
    lines: Sequence[Line], notes: Iterable[Line], sheet: str, file: str, names: Townships, *, sheets: int
) -> Context:
    """The context of a table. ``sheets`` is the number of sheets with data: a sheet name of many says more than the file's."""
    context = Context()
    for line in lines:
        _read_line(context, line, names, title=True)
    for line in notes:
        _read_line(context, line, names, title=False)
    _read_name(context, sheet, 2, "工作表名", names, whole=True)
    own = PurePath(file.replace("\\", "/")).stem
    if not (sheets > 1 and any(s.rank == 2 for s in context.townships)):
        _townships_of_name(context, own, 3, "文件名", names)
    if not (sheets > 1 and any(s.rank == 2 for s in context.years)):
        _years_of_name(context, own, 3, "文件名")
    if context.until is not None and context.until[0] in {None, *(s.value for s in context.years)}:
        context.period = context.period or context.until[1]
    if not any(_OF_LAW.search(squeeze(text)) for text in context.texts):
        for name, place in ((sheet, "工作表名"), (own, "文件名")):
            _read_topic(context, squeeze(name), place)
    if all(s.rank == 3 for s in context.years):
        # 2022—2024年 above a table and 2024 in the file's name: the numbers may be those of all three years.
        for line in lines:
            spoken = range_in(line.text)
            if spoken is not None:
                context.years += [Said(year, a1(line.row, line.texts[0][0]), 1) for year in spoken]
    return context


def _read_line(context: Context, line: Line, names: Townships, *, title: bool) -> None:
    keyed = list(pairs(line))
    for key, value, column in keyed:
        at = a1(line.row, column)
        if key.split("(")[0] in SENDER_KEYS or key in SENDER_KEYS:
            _read_narrow(context, value, at)
            for sighting in [names.whole(value)] if names.whole(value) else names.inside(value):
                if sighting is not None:
                    context.townships.append(Said(sighting.name, at, 0, sighting))
        elif key in YEAR_KEYS:
            for year in {y for y in (split_year(value)[0], *years_in(value)) if y}:
                context.years.append(Said(year, at, 0))
            _read_period(context, value, at, 0)
        if key == "单位" and (named := names.whole(value) or next(iter(names.inside(value)), None)) is not None:
            context.townships.append(Said(named.name, at, 0, named))
        elif key.split("(")[0] in ("单位", "计量单位") and (units := read_table_units(value)) is not None:
            context.units = units
    if keyed:
        _read_neighbours(context, line, keyed)
        return
    if not title:
        if context.until is None and "截" in squeeze(line.text):
            context.until = period_in(line.text)
        # The signature under a table: 栀岙乡人民政府. The day under it says when it was signed, not which year it is of.
        for column, text in line.texts:
            signed = names.whole(text)
            if signed is not None and signed.how != "unknown":
                context.townships.append(Said(signed.name, a1(line.row, column), 1, signed))
        return
    if any(split_year(t)[0] and not split_year(t)[2] for _, t in line.texts):
        # 2023年度 | 2024年1月报: the second says when the form was sent.
        line = Line(line.row, tuple(part for part in line.texts if not REPORT_DAY.fullmatch(squeeze(part[1]))))
    text = line.text
    context.texts.append(text)
    unit_said = _UNIT_LINE.search(squeeze(text))
    if unit_said and (units := read_table_units(unit_said[1])) is not None:
        context.units = units
    if NOTE.match(squeeze(text)):
        return
    at = a1(line.row, line.texts[0][0])
    for column, own in line.texts:
        place = a1(line.row, column)
        _read_narrow(context, own, place)
        _read_period(context, own, place, 1)
        kind = _OTHER_KIND.search(squeeze(own))
        if kind and context.other_kind is None:
            context.other_kind = (kind["what"], place)
        context.so_far = context.so_far or bool(_SO_FAR.search(squeeze(own)))
        if context.plan_at is None and _PLAN_TITLE.search(squeeze(own)):
            context.plan_at = place
    # Cell by cell: 乡镇/街道 | 青禾镇 names no 街道青禾镇.
    seen = list({s.name: s for _, t in line.texts for s in names.inside(t)}.values())
    seen = seen or [s for _, t in line.texts if (s := names.whole(t)) is not None]
    # A title that names several townships says of none of them that the table is its own.
    if len(seen) == 1 or len(line.texts) > 1 or all(s.sure for s in seen):
        context.townships += [Said(s.name, at, 1, s) for s in seen]
    years = set(years_in(text))
    # Titles of tables side by side, each with a year of its own; 2024年与2023年对比表 speaks of both.
    apart = len(line.texts) > 1 and all(len(years_in(t)) < 2 for _, t in line.texts)
    if len(years) == 1 or apart:
        context.years += [Said(year, at, 1) for year in sorted(years)]


def _read_neighbours(context: Context, line: Line, keyed: list[tuple[str, str, int]]) -> None:
    """A year that stands beside 填报单位 in a cell of its own."""
    taken = {column for _, _, column in keyed}
    if any(key in DATE_KEYS for key, _, _ in keyed):
        return
    for column, text in line.texts:
        year = split_year(text)[0] if column not in taken else None
        if year is not None and not split_year(text)[2]:
            context.years.append(Said(year, a1(line.row, column), 0))


def _read_name(context: Context, name: str, rank: int, place: str, names: Townships, *, whole: bool) -> None:
    kind = _OTHER_KIND.search(squeeze(name))
    if kind and context.other_kind is None:
        context.other_kind = (kind["what"], place)
    if (
        whole
        and (sighting := names.whole(re.sub(r"^\d+[._\-、]?", "", name))) is not None
        and sighting.how != "unknown"
    ):
        context.townships.append(Said(sighting.name, place, rank, sighting))
    else:
        _townships_of_name(context, name, rank, place, names)
    _years_of_name(context, name, rank, place)
    if place == "工作表名":
        # 1月, 一季度: what a whole sheet is called says which part of the year stands on it.
        context.period = context.period or read_period(name)


def _townships_of_name(context: Context, name: str, rank: int, place: str, names: Townships) -> None:
    seen = [s for s in names.inside(name) if s.how != "unknown" or not context.townships]
    if len(seen) == 1:
        context.townships.append(Said(seen[0].name, place, rank, seen[0]))


def _read_narrow(context: Context, text: str, place: str) -> None:
    """Notes that a title or a sender is smaller than a township, or an occasion smaller than a year."""
    plain = squeeze(text)
    for pattern in (_SMALLER, _OCCASION, _OTHERS):
        match = pattern.search(plain)
        if match and context.narrow is None:
            context.narrow = (match["what"] or match[0], place, pattern is not _SMALLER)
    _read_topic(context, plain, place)


def _read_topic(context: Context, plain: str, place: str) -> None:
    """Notes that a title is about one topic of publicity (禁毒宣传) and names nothing of the year's work besides."""
    topic = _TOPIC.search(plain)
    if topic and context.narrow is None and not _OF_LAW.search(plain.replace(topic[0], "")):
        context.narrow = (topic["what"], place, True)


def _read_period(context: Context, text: str, place: str, rank: int) -> None:
    said = period_in(text)
    if said is None:
        return
    context.period = context.period or said[1]
    if said[0] is not None and not years_in(text):
        context.years.append(Said(said[0], place, rank))


def _years_of_name(context: Context, name: str, rank: int, place: str) -> None:
    _read_period(context, name, place, rank)
    short = split_year(name) if place != "文件名" else (None, None, "")
    years = years_in(name) or ((short[0],) if short[0] and not short[2] else ())
    if len(years) == 1:
        context.years.append(Said(years[0], place, rank))
