"""What one cell is by itself: a word of structure, a year, a township, a wording, a quantity, or other text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from analytics.intake.grid import Cell
from analytics.intake.heading_cores import split_unit
from analytics.intake.headings import Matcher
from analytics.intake.quantities import Doubt, Quantity, read_quantity
from analytics.intake.quantities.words import MEASURE
from analytics.intake.townships import Townships
from analytics.intake.units import read_unit
from analytics.intake.words import GENERIC_MEASURES, METADATA, STRUCTURE, squeeze
from analytics.intake.years import FIRST, LAST, range_in, read_period, split_period, split_year, years_in
from analytics.model import State

_ALSO_CONTENT = frozenset({"township", "year", "period", "value", "date"})
"""Structure roles whose name is also a kind of content: the heading 年度 and the year 2023."""

_CHANGE = re.compile(r"(?:较|比|与|同)?(?:上年|去年|同期|上一年|(?:19|20)\d\d年).{0,4}(?:增|减|升|降)")
"""较2024年增长, 比上年增减: a column about the change, whatever its exact words."""

_CORNER = re.compile(
    r"(?:(?:指标|项目|内容|事项|数据|类别)(?:名称)?[\\/|、]?(?:乡镇|镇街|街道|单位|地区|年度|年份|月份|季度|时间)(?:名称)?"
    r"|(?:乡镇|镇街|街道|单位|地区|年度|年份|月份|季度|时间)(?:名称)?[\\/|、]?(?:指标|项目|内容|事项|数据|类别)(?:名称)?)"
)
"""项目＼乡镇 in the corner, a stroke across it: the names of rows and of columns at once."""

_WHOSE = re.compile(
    r"(?:所属|所在|填报|各)?(?:乡镇?|镇|街道?|办事处|村|社区)(?:[/、,()及和与\\|]+(?:乡镇?|镇|街道?|办事处|村|社区)?)*(?:名称?|别)?"
)
"""镇(乡、街道), 镇/村: whose figures stand in a row, however the names are joined."""

_MEASURE = re.compile(MEASURE)

_TOLD = {
    "derived": re.compile(
        r".{0,6}(?:得分值?|分值|评分|打分|扣分|加分|分数|权重|系数|位次|名次|排名|排位|排序|序位|等次|等级|星级|评级)(?:\(.*\))?"
        r"|.{0,6}(?:平均|均值|中位数|最高|最低|最大|最小)(?:值|数|水平)?|[同环]比.{0,6}"
        r"|(?:填[报写])?(?:示例|样例|举例|例)|参考值|(?:19|20)\d\d年?[/÷](?:19|20)\d\d年?"
        r"|(?:(?:19|20)\d\d年?度?[-—–~至到](?:(?:19|20)?\d\d年?)|近?[两二三四五六2-6]年来?|历年|.{2,8}以来)(?:累计|合计|总计|共计|总数)?(?:数|完成数?)?"
    ),
    "plan": re.compile(
        r"(?:全年|年度|本年|年初|下年度?|来年|明年|次年|上级|[省市县区]级?|考核|核定|下达)*(?:预计|计划|目标|任务|预期|标准|要求|应)"
        r"(?:完成|开展|下达)?(?:数|值|量|任务|目标|要求|标准)*"
    ),
    "remark": re.compile(
        r"是否.{1,12}|.{0,8}(?:说明|原因|依据|出处|来源|(?:证明|佐证|支撑)材料|备注|事由|链接|电话|手机号?码?|身份证号码?|邮箱|姓名|职务|联系人|责任人|经办人)(?:\(.*\))?"
    ),
}
"""What a heading says of its column by the way it ends, whatever stands before."""


def _told(plain: str) -> str:
    return next((role for role, pattern in _TOLD.items() if pattern.fullmatch(plain)), "")


_NUMBERLIKE = frozenset(
    {"vague", "error_cell", "letters", "fraction", "ratio", "sum", "date", "ordinal", "too_long", "frequency"}
)
"""Doubts about a text that stands where a number should."""

_ZERO_WORDS_AS_TEXT = frozenset({"有", "是", "否"})


_TITLE_END = re.compile(r"[一-鿿]{2}(?:表|台账|统计|汇总|清单|情况)(?:\(.*\))?$")


@dataclass(frozen=True, slots=True)
class Label:
    """The kind of a cell: blank · number · date · year · period · township · structure role · measure · wording · value · meta · text.

    ``value`` is a text that reads as a quantity or a state (两次, 无, 8万余份, 未统计); ``number`` a numeric cell.
    """

    kind: str
    text: str = ""


BLANK = Label("blank")


@dataclass(frozen=True)
class Labeller:
    """Labels cells with the vocabulary of one county."""

    matcher: Matcher
    townships: Townships
    _memo: dict[str, Label] = field(default_factory=dict, repr=False, compare=False)

    def label(self, cell: Cell | None) -> Label:
        """The label of a cell."""
        if cell is None:
            return BLANK
        value = cell.value
        if cell.error:
            return Label("value", cell.shown)
        if isinstance(value, bool):
            return Label("text", cell.shown)
        if isinstance(value, int | float):
            # "2023年" by number format is a year; a bare 2023 may be one and is settled by its neighbours.
            named = split_year(cell.shown)[0] if "年" in cell.shown else None
            return Label("year" if named else "number", cell.shown)
        if isinstance(value, datetime | date | time):
            only_year = "年" in cell.shown and "月" not in cell.shown and split_year(cell.shown)[0] is not None
            return Label("year" if only_year else "date", cell.shown)
        if value is None:
            return Label("value" if cell.formula else "blank", cell.shown)
        return self.of_text(value)

    def of_text(self, text: str) -> Label:
        """The label of a text."""
        label = self._memo.get(text)
        if label is None:
            label = self._memo[text] = self._of_text(text)
        return label

    def _of_text(self, text: str) -> Label:
        plain = squeeze(text)
        if not plain:
            return BLANK
        if METADATA.match(plain):
            return Label("meta", text)
        year, relative, rest = split_year(text)
        if (year or relative is not None) and (not rest or rest in STRUCTURE or rest in GENERIC_MEASURES):
            return Label("year", text)
        if read_period(text) or (year and read_period(rest)):
            return Label("period", text)
        within, named = split_period(text)
        if within is not None:
            # 数量(1-10月) is the heading 数量, whatever its brackets hold.
            return replace(self.of_text(named), text=text) if named else Label("period", text)
        if _CHANGE.match(plain):
            return Label("derived", text)
        bare = split_unit(text)[0]
        role = STRUCTURE.get(plain) or STRUCTURE.get(bare) or ("value" if measures_only(plain) else None)
        if role and not (role in ("people", "leaflets", "activity", "value") and self.matcher.is_wording(text)):
            return Label(role + "_head" if role in _ALSO_CONTENT else role, text)
        if _CORNER.fullmatch(plain):
            return Label("corner", text)
        if _WHOSE.fullmatch(bare) and re.search("[乡镇街]", bare):
            return Label("township_head", text)
        sighting = self.townships.whole(text)
        if sighting:
            return Label("township", text)
        told = _told(plain)
        if told and not self.matcher.is_wording(text):
            return Label(told, text)
        if (
            len(plain) <= 14
            and len(years_in(plain)) == 1
            and len(self.townships.inside(plain)) == 1
            and plain[-1] in "年度"
        ):
            return Label("township", text)
        if read_unit(plain) is not None or plain in GENERIC_MEASURES or _MEASURE.fullmatch(plain):
            return Label("measure", text)
        if len(plain) <= 40 and not ((years_in(plain) or range_in(plain)) and _TITLE_END.search(plain)):
            # 2024年“12·4”国家宪法日活动统计 holds numbers and is none.
            read = read_quantity(text)
            if isinstance(read, Quantity | State):
                return Label("value", text)
            if isinstance(read, Doubt) and read.quantity is not None and not self.matcher.is_wording(text):
                return Label("value", text)
            if plain in _ZERO_WORDS_AS_TEXT:
                return Label("value", text)
        if self.matcher.is_wording(text):
            return Label("wording", text)
        if len(plain) <= 12 and isinstance(doubt := read_quantity(text), Doubt) and doubt.code in _NUMBERLIKE:
            return Label("value", text)
        return Label("text", text)


def measures_only(plain: str) -> bool:
    """Whether a heading names several ways of counting and nothing else: 场次/数量, 人次或份数."""
    pieces = re.split("[/、,或]", plain)
    return len(pieces) > 1 and all(piece in GENERIC_MEASURES for piece in pieces) and read_unit(plain) is None


def wordy(plain: str) -> bool:
    """Whether a text that holds a number is rather the name of something: 周一例会学法, 三项制度落实, 12345热线办件."""
    return len(plain) <= 14 and _WORDS.fullmatch(plain) is not None and len(_NUMERALS.sub("", plain)) >= 3


_WORDS = re.compile(r"[^\W_]+")
_NUMERALS = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿第每项次场人份件名条个]")


def as_year(cell: Cell) -> int | None:
    """The year a bare number may be: 2023 as a whole number in range."""
    value = cell.value
    if (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and FIRST <= value <= LAST
        and value == int(value)
        and not any(mark in cell.shown for mark in "%万千亿")
    ):
        return int(value)
    return None
