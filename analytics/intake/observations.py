"""Block → observations: every figure's cell with its township, year, period, indicator and unit settled or asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analytics.catalogue import Indicator
from analytics.intake.context import Context
from analytics.intake.derived import check_derived
from analytics.intake.grid import Cell, a1
from analytics.intake.headings import Match, Matcher
from analytics.intake.meanings import Block, Column, Meaning, path
from analytics.intake.segments import View
from analytics.intake.smaller import SmallerRows
from analytics.intake.townships import Sighting
from analytics.intake.units import Unit
from analytics.intake.values import Value, read_value
from analytics.intake.whose import RowNames
from analytics.intake.words import GENERIC_MEASURES, squeeze
from analytics.intake.years import Period, split_year
from analytics.model import Problem, Severity, UnknownHeading
from analytics.text import Text, say

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Observation:
    """One cell read under one indicator. ``total`` names what a totals cell adds up (township · indicator · year)."""

    sheet: str
    place: Place
    township: str | None
    year: int
    period: Period | None
    indicator: Indicator
    value: Value
    total: str = ""
    lane: tuple[int, ...] = ()
    """The column (or row) the cell adds up along; cells of one lane and one total belong together."""
    apart: bool = False
    """Whether the period comes from title, sheet or file name: its fellows may stand on other sheets."""
    so_far: bool = False
    """Whether the title says that numbers are cumulated (累计)."""
    heading: str = ""
    """The words it was taken for its indicator by; none where a user chose the indicator."""
    part: bool = False
    """Whether it is a part of another number for the same indicator, and so no figure."""

    @property
    def cell(self) -> str:
        """The A1 name of the cell."""
        return a1(*self.place)


@dataclass
class Gathered:
    """What a sheet gives: observations, problems, unknown headings, and the role of every cell looked at."""

    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[UnknownHeading] = field(default_factory=list)
    roles: dict[Place, str] = field(default_factory=dict)
    asked_year: bool = False
    asked_township: bool = False
    asked_plan: bool = False
    asked_narrow: bool = False
    asked_other: bool = False


@dataclass(frozen=True)
class Answers:
    """What the user answered for the whole file when it did not say."""

    township: str | None = None
    year: int | None = None


class Gatherer:
    """Reads the blocks of one table into observations."""

    def __init__(self, view: View, context: Context, matcher: Matcher, answers: Answers, out: Gathered) -> None:
        self.view, self.context, self.matcher, self.answers, self.out = view, context, matcher, answers, out
        self.sheet = view.sheet.name
        self._unknown: dict[tuple[str, str], list[Place]] = {}
        self._unknown_at: dict[tuple[str, str], tuple[Place, Match]] = {}
        self._subject: Match | None = None
        self._township_asked: set[Place] = set()
        self._rows_asked: set[Place] = set()
        self._smaller: SmallerRows | None = None
        self._other_kind = False
        self._labelled_rows = 0
        self._headed: set[str] = set()
        self._headed_at: Place = (0, 0)
        self._row_names: RowNames | None = None
        titled = {str(s.value) for s in context.townships if s.rank <= 1 and s.sighting and s.sighting.sure}
        self._titled = titled if len(titled) == 1 else set()

    def block(self, block: Block) -> None:
        """Takes every figure's cell of a block."""
        values = block.with_role("value")
        self._labelled_rows = sum(m.heading_at is not None and not m.total for m in block.rows.values())
        labels = [c.meaning for c in block.with_role("serial", "indicator", "group") if c.meaning.township]
        self._headed = {m.township.name for m in labels if m.township}
        self._headed_at = next((m.township_at for m in labels if m.township_at), (block.raw.data[0], 0))
        self._smaller = SmallerRows(self.view, block)
        # Beside columns of years or of scores the others hold what these are made of.
        self._other_kind = self.context.other_kind is not None and not (
            block.with_role("derived", "plan") or any(c.meaning.year or c.meaning.relative is not None for c in values)
        )
        self._row_names = RowNames(self.view, block)
        self._mark_axes(block)
        for row in self._smaller.in_order(block):
            for column in values:
                self._cell(block, row, column, block.rows[row])
        self.out.problems += check_derived(self.view, block)
        for column in block.with_role("derived", "plan"):
            for row in block.rows:
                self._role((row, column.index), "derived")
        self._ask_forecasts(block)
        self.out.problems += self._smaller.told()
        self._tell_unknown()

    def _ask_forecasts(self, block: Block) -> None:
        """Asks for the outcome where a year has only a forecast (2024年预计)."""
        known = {(c.meaning.year, c.meaning.relative) for c in block.with_role("value")}
        for column in block.with_role("plan"):
            year = (column.meaning.year, column.meaning.relative)
            forecast = any("预计" in squeeze(head) for head in column.heads)
            if forecast and year != (None, None) and year not in known:
                at = (block.raw.headings[-1], column.index)
                message = say("“{heading}”是预计数，没有采用；请补报实际完成数。", heading=squeeze(column.heads[-1]))
                self._tell(Severity.QUESTION, "forecast_only", at, message)

    def _role(self, at: Place, role: str) -> None:
        if self.view.seen(*at) is not None:
            self.out.roles.setdefault(at, role)

    def _mark_axes(self, block: Block) -> None:
        raw = block.raw
        for row in (*raw.headings, *raw.repeated):
            for column in self.view.by_row.get(row, ()):
                self._role((row, column), "heading")
        for row in raw.group_rows:
            for column in self.view.by_row.get(row, ()):
                self._role((row, column), "heading")
        names = {
            "township": "township",
            "year": "year",
            "unit": "unit",
            "indicator": "heading",
            "group": "heading",
            "period": "year",
        }
        for c in block.columns:
            for row in raw.data:
                if c.role in ("indicator", "group") and self.view.label(row, c.index).kind in ("number", "value"):
                    # 5场 where a name should stand is no heading; unless it is read, it is asked about.
                    continue
                if c.role in names:
                    self._role((row, c.index), names[c.role])
                elif c.role in ("remark", "serial"):
                    self._role((row, c.index), "note")

    def _cell(self, block: Block, row: int, column: Column, across: Meaning) -> None:
        down = column.meaning
        at = self.view.anchor(row, column.index)
        cell = self.view.seen(row, column.index)
        if across.derived:
            self._role((row, column.index), "derived")
            return
        total = across.total or down.total
        match, parents = self._indicator(across, down)
        if total == "indicator" or total == "year":
            self._role((row, column.index), "total")
            return
        if match is None:
            return
        if match.how == "ignored":
            self._role((row, column.index), "note")
            return
        if match.how == "no_subject":
            if cell is not None and self.view.label(*at).kind == "number" and not total:
                self._no_subject(at)
                self._role((row, column.index), "unknown")
            return
        if match.indicator is None:
            if cell is not None and squeeze(self.view.text(row, column.index)):
                self._note_unknown(match, parents, across, down, at)
                self._role((row, column.index), "unknown")
            return
        indicator = self.matcher.catalogue.by_id[match.indicator]
        if self.context.plan_at is not None:
            self.out.asked_plan = self.out.asked_plan or cell is not None
            self._role((row, column.index), "unknown")
            return
        if self._other_kind and indicator.kind != "rate":
            self.out.asked_other = self.out.asked_other or cell is not None
            self._role((row, column.index), "unknown")
            return
        narrow = self.context.narrow
        if narrow is not None and (narrow[2] or not (across.township or down.township)):
            self.out.asked_narrow = self.out.asked_narrow or cell is not None
            self._role((row, column.index), "unknown")
            return
        unit = _unit_said(across, down) or match.unit or across.unit or down.unit
        assert self._smaller is not None
        if total != "township" and self._smaller.holds(row, column.index, across, down):
            self._smaller.keep(row, column.index, across, indicator, unit)
            self._role((row, column.index), "unknown")
            return
        if across.unclear:
            if (row, -2) not in self._rows_asked:
                self._rows_asked.add((row, -2))
                message = say("“{text}”不是某一年，这一行的数没有采用；请按年度分别填写。", text=across.unclear)
                self._tell(Severity.QUESTION, "unclear_year", (row, column.index), message)
            self._role((row, column.index), "unknown")
            return
        if total == "township" and not down.total and self._smaller.waits(row, column.index, across):
            # What adds up villages is the township's.
            total = ""
        year = self._year(across, down)
        if year is None:
            self.out.asked_year = self.out.asked_year or cell is not None
            self._role((row, column.index), "unknown")
            return
        township = None if total == "township" else self._township(across, down, cell)
        if township is None and total != "township":
            self._role((row, column.index), "unknown")
            return
        own = across.township is not None
        at_name = across.township_at
        adds_up = self._smaller.total(row, column.index, across, indicator, unit)
        if adds_up is None or isinstance(adds_up, Problem):
            self.out.problems += [adds_up] if adds_up is not None else []
            self._role((row, column.index), "total" if adds_up is None else "unknown")
            return
        if down.township and self._titled and down.township.name not in self._titled:
            self._tell_of_another(down.township_at or at, down.township.name, next(iter(self._titled)))
            self._role((row, column.index), "unknown")
            return
        if township and not across.township and not down.township and self._headed - {township}:
            self._tell_of_another(self._headed_at, "、".join(sorted(self._headed)), township)
            self._role((row, column.index), "unknown")
            return
        theirs = township and not down.township and not adds_up
        if theirs and self._is_anothers(row, column.index, township or "", at_name, own=own):
            self._role((row, column.index), "unknown")
            return
        if self._is_under_another_heading(block, row, column.index):
            self._role((row, column.index), "unknown")
            return
        value = self._value(block, cell, at, row, column, indicator, unit, year)
        if value is None:
            self._role((row, column.index), "unknown")
            return
        self._role((row, column.index), "total" if total == "township" else "figure")
        self._heed_remarks(block, row, column.index)
        transposed = down.township is not None or down.total == "township"
        lane = (row,) if transposed else (-1, column.index)
        period, apart = self._period(across, down)
        at = (row, column.index)
        words = "" if match.how == "remembered" else path((*across.headings, *down.headings))
        so_far = self.context.so_far
        self.out.observations.append(
            Observation(self.sheet, at, township, year, period, indicator, value, total, lane, apart, so_far, words)
        )

    def _heed_remarks(self, block: Block, row: int, column: int) -> None:
        """Asks about a figure whose own row or comment says that it is wrong (笔误, 应为 26)."""
        for other in block.with_role("remark"):
            text = self.view.text(row, other.index)
            if _CORRECTS.search(squeeze(text)):
                message = say("备注写着“{text}”，请确认这一行应当用哪个数。", text=text)
                self._tell(Severity.QUESTION, "remark_corrects", (row, column), message)

        cell = self.view.seen(row, column)
        if cell is not None and cell.comment and _CORRECTS.search(squeeze(cell.comment)):
            message = say("批注写着“{text}”，请确认应当用哪个数。", text=cell.comment.strip())
            self._tell(Severity.QUESTION, "comment_corrects", (row, column), message)

    def _period(self, across: Meaning, down: Meaning) -> tuple[Period | None, bool]:
        """The period of a cell; that of the title where the table itself names none and is not cumulated over the year."""
        own = across.period or down.period
        said = self.context.period
        so_far = any(m.so_far for m in (across, down))
        if own is not None:
            return (None if own.ends_year else own.so_far) if so_far else own, False
        if said is None:
            return None, False
        if not so_far and not any(m.relative == 0 for m in (across, down)):
            return said, True
        return (None, False) if said.ends_year else (said.so_far, True)

    def _is_anothers(self, row: int, column: int, township: str, own_at: Place | None, *, own: bool) -> bool:
        """Whether a row's labels speak against the township its figures were taken for: asked once."""
        assert self._row_names is not None
        if not own and self._row_names.lists_others(township):
            if self.view.seen(row, column) is not None and (row, -1) not in self._rows_asked:
                self._rows_asked.add((row, -1))
                message = say("这一行没有写是哪个乡镇，没有采用，请补写乡镇名称；如是合计，请写明“合计”。")
                self._tell(Severity.QUESTION, "nameless_row", (row, column), message)
            return True
        other = self._row_names.another(row, column, township, own=own)
        at, text = ((row, other), self.view.text(row, other)) if other is not None else (None, "")
        if own and at is None and self._titled and township not in self._titled:
            # The title says whose return it is; a row that says otherwise is in the wrong form or the wrong row.
            at, text, township = own_at or (row, column), township, next(iter(self._titled))
        if at is not None:
            message = say("这一行写着“{text}”，不是“{name}”的数，没有采用，请核实。", text=squeeze(text), name=township)
            self._tell(Severity.QUESTION, "another_township", at, message)
        return at is not None

    def _tell_of_another(self, at: Place, text: str, titled: str) -> None:
        message = say("表名是“{name}”的，这一列写着“{text}”，没有采用，请核实。", name=titled, text=text)
        self._tell(Severity.QUESTION, "another_township", at, message)

    def _is_under_another_heading(self, block: Block, row: int, column: int) -> bool:
        """Whether a heading of a table beside this one stands above the cell among the figures: asked once."""
        for above, columns in block.raw.mixed.items():
            if above < row and column >= min(columns):
                if (above, -1) not in self._rows_asked:
                    self._rows_asked.add((above, -1))
                    message = say("这一行里有另一张表的表头，下面的数没有采用；请把两张表分开放，一张表一个工作表。")
                    self._tell(Severity.QUESTION, "mixed_tables", (above, columns[0]), message)
                return True
        return False

    def _value(
        self,
        block: Block,
        cell: Cell | None,
        at: Place,
        row: int,
        column: Column,
        indicator: Indicator,
        unit: Unit | None,
        year: int,
    ) -> Value | None:
        merge = self.view.merge(row, column.index)
        if (
            unit is None
            and self.context.unit is not None
            and (indicator.unit == self.context.unit.word or self.context.unit.word in indicator.units)
        ):
            unit = self.context.unit
        if merge is not None and at != (row, column.index) and cell is not None:
            # The number stands once over several figures' cells: whose it is cannot be known.
            if at not in self.view.cells:
                # Its first row or column is hidden: nobody else will ask.
                self._tell_merged((row, column.index))
            return None
        if (
            merge is not None
            and cell is not None
            and self._spans_figures(block, merge.top, merge.bottom, merge.left, merge.right, row, column)
        ):
            self._tell_merged(at)
            return None
        return read_value(cell, indicator, unit, year)

    def _tell_merged(self, at: Place) -> None:
        message = say("这个数跨了几格合并，分不清属于哪一项，没有采用，请拆分后填写。")
        self._tell(Severity.QUESTION, "merged_value", at, message)

    def _spans_figures(
        self, block: Block, top: int, bottom: int, left: int, right: int, row: int, column: Column
    ) -> bool:
        keys = [c.index for c in block.with_role("township", "year", "period", "indicator")]
        rows = {
            tuple(self.view.text(r, c) for c in keys)
            for r in range(top, bottom + 1)
            if r not in self.view.sheet.hidden_rows
        }
        return (bottom > top and len(rows) > 1) or (
            right > left and any(self.view.by_row.get(row, ())) and right > column.index and self._own_heading(right)
        )

    def _own_heading(self, column: int) -> bool:
        return any(self.view.cell(row, column) is not None for row in self.view.by_row if row not in (0,))

    def _indicator(self, across: Meaning, down: Meaning) -> tuple[Match | None, tuple[str, ...]]:
        """The indicator of a cell, from the row's and the column's headings; the sheet's subject where neither names one."""
        counted = _unit_said(across, down) or across.unit or down.unit
        unit = counted.word if counted else ""
        if across.headings and down.headings:
            row_leads = across.heading_at is not None
            parents = (*across.headings, *down.headings[:-1])
            leaf = down.headings[-1]
            if row_leads and not self._is_plain(leaf):
                return self._of_column(across, self.matcher.match(leaf, parents, unit), leaf), parents
            if row_leads:
                return self.matcher.match(across.headings[-1], across.headings[:-1], unit), across.headings[:-1]
            return self.matcher.match(leaf, parents, unit), parents
        headings = across.headings or down.headings
        if across.headings and across.heading_at is None and not down.headings:
            return self._subject_match(), ()
        if not headings:
            return self._subject_match(), ()
        return self.matcher.match(headings[-1], headings[:-1], unit), headings[:-1]

    def _of_column(self, across: Meaning, found: Match, leaf: str) -> Match:
        """The match, unless the column names an indicator of its own in every row: leaflets of each kind of activity are parts."""
        if found.indicator is None or found.how == "remembered" or self._labelled_rows < 2:
            return found
        own = self.matcher.match(across.headings[-1], across.headings[:-1]).indicator
        if own in (None, found.indicator) or not self.matcher.is_wording(leaf):
            return found
        return Match(None, "none", found.unit, self.matcher.guesses(leaf))

    def _is_plain(self, leaf: str) -> bool:
        return squeeze(leaf) in ("数量", "数", "数值", "数据")

    def _subject_match(self) -> Match | None:
        """The indicator that the sheet's name or the title is about (sheet per indicator)."""
        if self._subject is None:
            self._subject = self._find_subject() or Match(None, "no_subject", None)
        return self._subject

    def _find_subject(self) -> Match | None:
        """The first sure match of sheet name and titles, with the unit that any of them names for it."""
        subject: Match | None = None
        for text in (self.sheet, *self.context.texts):
            for candidate in _subjects(text):
                found = self.matcher.match(candidate)
                if found.how == "ignored":
                    return found
                if found.indicator is None or found.how not in ("exact", "core", "remembered"):
                    continue
                if subject is None or (subject.indicator == found.indicator and subject.unit is None):
                    subject = found
        return subject

    def _year(self, across: Meaning, down: Meaning) -> int | None:
        for meaning in (across, down):
            if meaning.year is not None:
                return meaning.year
        base = self.answers.year
        if base is None:
            said, _ = self.context.year()
            base = int(said.value) if said is not None else None
        relative = across.relative if across.relative is not None else down.relative
        return base + (relative or 0) if base is not None else None

    def _township(self, across: Meaning, down: Meaning, cell: Cell | None) -> str | None:
        for meaning in (across, down):
            if meaning.township is not None:
                return self._sure(meaning.township, meaning.township_at)
        if self.answers.township is not None:
            return self.answers.township
        said, _ = self.context.township()
        if said is None:
            self.out.asked_township = self.out.asked_township or cell is not None
            return None
        assert said.sighting is not None
        return self._sure(said.sighting, None)

    def _sure(self, sighting: Sighting, at: Place | None) -> str | None:
        if sighting.how == "unknown":
            if (at or _SENDER) not in self._township_asked:
                self._township_asked.add(at or _SENDER)
                self._tell(Severity.ERROR, "unknown_township", at, _not_on_the_roster(sighting))
            return None
        if sighting.how == "near" and at is not None and at not in self._township_asked:
            self._township_asked.add(at)
            written = self.view.text(*at)
            self._tell(
                Severity.QUESTION,
                "near_township",
                at,
                say("“{written}”按“{name}”处理，请确认。", written=written, name=sighting.name),
            )
        elif sighting.how == "near" and at is None and _SENDER not in self._township_asked:
            self._township_asked.add(_SENDER)
            self._tell(
                Severity.QUESTION, "near_township", None, say("填报单位按“{name}”处理，请确认。", name=sighting.name)
            )
        return sighting.name

    def _no_subject(self, at: Place) -> None:
        """Keeps a number whose table names no indicator, under what the title or the sheet says it is about."""
        texts = [list(_subjects(text))[-1] for text in (*self.context.texts, self.sheet)]
        about = next((text for text in texts if len(text) >= 2), self.sheet)
        self._unknown.setdefault((about, ""), []).append(at)
        self._unknown_at.setdefault((about, ""), (at, Match(None, "none", None, self.matcher.guesses(about))))

    def _note_unknown(self, match: Match, parents: tuple[str, ...], across: Meaning, down: Meaning, at: Place) -> None:
        leaf = (down.headings or across.headings)[-1] if (down.headings or across.headings) else ""
        if across.headings and down.headings and self._is_plain(down.headings[-1]):
            leaf = across.headings[-1]
        group = squeeze(parents[-1]) if parents else ""
        if across.headings and down.headings and leaf == down.headings[-1] and squeeze(leaf) not in GENERIC_MEASURES:
            # A column of its own beside the row labels (其中线上) is asked about once, not once a row.
            group = ""
        key = (squeeze(leaf), group)
        self._unknown.setdefault(key, []).append(at)
        of_column = bool(down.headings) and leaf == down.headings[-1] and squeeze(leaf) not in GENERIC_MEASURES
        where = (down.heading_at if of_column else across.heading_at) or across.heading_at or down.heading_at or at
        self._unknown_at.setdefault(key, (where, match))

    def _tell_unknown(self) -> None:
        for (heading, group), cells in self._unknown.items():
            where, match = self._unknown_at[heading, group]
            names = tuple(dict.fromkeys(a1(*c) for c in cells))
            self.out.unknown.append(UnknownHeading(heading, group, self.sheet, a1(*where), names, match.guesses))
            message = say(
                "不认识的项目“{heading}”，涉及 {cells}，没有采用；请选择它是哪个指标，或标为“不是数据”。",
                heading=f"{group} / {heading}" if group else heading,
                cells=_some(names),
            )
            self._tell(Severity.QUESTION, "unknown_heading", where, message)
        self._unknown.clear()

    def _tell(self, severity: Severity, code: str, at: Place | None, message: Text) -> None:
        self.out.problems.append(Problem(severity, code, message, self.sheet, a1(*at) if at else None))


def _unit_said(across: Meaning, down: Meaning) -> Unit | None:
    """The unit a user has put right for the row or the column of a cell."""
    return across.unit_said or down.unit_said


def _some(names: Iterable[str], most: int = 6) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + ("…" if len(listed) > most else "")


_SENDER: Place = (-1, -1)
"""Stands for the place of a township that no cell of the table names."""


def _not_on_the_roster(sighting: Sighting) -> Text:
    if sighting.guess:
        return say(
            "名册里没有“{name}”，是不是“{guess}”？这些数据没有采用；请核对名称，或在设置的名册中加上这个别名。",
            name=sighting.name,
            guess=sighting.guess,
        )
    return say("名册里没有“{name}”，这些数据没有采用；请核对名称，或先在设置中加入该乡镇。", name=sighting.name)


_CORRECTS = re.compile(
    r"笔误|应为|应是|实为|实际[为是应]|更正|有误|改为|写错|填错|误填|以.{0,8}为准|待核|待定|暂定|暂估|预估|估[算计]|[含包括][上去]年"
)
"""A remark that takes back the number beside it."""

_FRAME = re.compile(
    r"(?:19|20)\d\d年?度?(?:[-—~至](?:19|20)\d\d年?度?)?|^[^\W\d_]{1,6}[县区市](?=[^\W\d_]{2})|各?乡镇(?:\(街道\)|街道)?"
    r"|\((?:分|按)[^()]*\)|\([^()]*(?:表|汇总|统计)\)"
)
_TABLE_WORDS = re.compile(
    r"(?:一览|统计|汇总|情况|报送|明细|对比|数据|分月|分季度|月度|季度)*(?:表|报表|台账)?((?:\(.*\))?)$"
)


def _subjects(text: str) -> Iterable[str]:
    """What a title or sheet name may be about, from the whole text down to what is left without its frame."""
    plain = squeeze(split_year(text)[2])
    yield plain
    # The county's name may only show once the year before it is gone.
    yield _TABLE_WORDS.sub(r"\1", _FRAME.sub("", _FRAME.sub("", plain)))
