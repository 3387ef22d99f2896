"""Block → observations: every figure's cell with its township, year, period, indicator and unit settled or asked."""

from __future__ import annotations

import re

from analytics.catalogue import Indicator
from analytics.intake.context import Context
from analytics.intake.derived import check_derived
from analytics.intake.filing import Filing
from analytics.intake.grid import Cell, a1
from analytics.intake.headings import Matcher
from analytics.intake.meanings import Block, Column, Meaning, path
from analytics.intake.observed import Answers, Gathered, Observation, Place
from analytics.intake.smaller import SmallerRows
from analytics.intake.units import Unit
from analytics.intake.unknown import Unknown
from analytics.intake.values import Value, read_value
from analytics.intake.view import View
from analytics.intake.which import Which, unit_said
from analytics.intake.words import squeeze
from analytics.intake.years import Period
from analytics.model import Problem, Severity
from analytics.text import Text, say

_CORRECTS = re.compile(
    r"笔误|应为|应是|实为|实际[为是应]|更正|有误|改为|写错|填错|误填|以.{0,8}为准|待核|待定|暂定|暂估|预估|估[算计]|[含包括][上去]年"
)
"""A remark that takes back the number beside it."""


class Gatherer:
    """Reads the blocks of one table into observations."""

    def __init__(self, view: View, context: Context, matcher: Matcher, answers: Answers, out: Gathered) -> None:
        self.view, self.context, self.matcher, self.answers, self.out = view, context, matcher, answers, out
        self.sheet = view.sheet.name
        self.which = Which(self.sheet, context, matcher)
        self.unknown = Unknown(self.sheet, context, matcher, out)
        self.filing = Filing(view, context, answers, out)
        self._smaller: SmallerRows | None = None
        self._other_kind = False

    def block(self, block: Block) -> None:
        """Takes every figure's cell of a block."""
        values = block.with_role("value")
        self.which.labelled_rows = sum(m.heading_at is not None and not m.total for m in block.rows.values())
        self.filing.start(block)
        self._smaller = SmallerRows(self.view, block)
        # Beside columns of years or of scores the others hold what these are made of.
        self._other_kind = self.context.other_kind is not None and not (
            block.with_role("derived", "plan") or any(c.meaning.year or c.meaning.relative is not None for c in values)
        )
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
        self.unknown.tell()

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
        match, parents = self.which.of(across, down)
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
                self.unknown.no_subject(at)
                self._role((row, column.index), "unknown")
            return
        if match.indicator is None:
            if cell is not None and squeeze(self.view.text(row, column.index)):
                self.unknown.note(match, parents, across, down, at)
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
        unit = unit_said(across, down) or match.unit or across.unit or down.unit
        assert self._smaller is not None
        if total != "township" and self._smaller.holds(row, column.index, across, down):
            self._smaller.keep(row, column.index, across, indicator, unit)
            self._role((row, column.index), "unknown")
            return
        if across.unclear:
            if (row, -2) not in self.filing.rows_asked:
                self.filing.rows_asked.add((row, -2))
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
        township = None if total == "township" else self.filing.township(across, down, cell)
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
        if down.township and self.filing.titled and down.township.name not in self.filing.titled:
            self.filing.tell_of_another(down.township_at or at, down.township.name, next(iter(self.filing.titled)))
            self._role((row, column.index), "unknown")
            return
        if township and not across.township and not down.township and self.filing.headed - {township}:
            self.filing.tell_of_another(self.filing.headed_at, "、".join(sorted(self.filing.headed)), township)
            self._role((row, column.index), "unknown")
            return
        theirs = township and not down.township and not adds_up
        if theirs and self.filing.is_anothers(row, column.index, township or "", at_name, own=own):
            self._role((row, column.index), "unknown")
            return
        if self.filing.is_under_another_heading(block, row, column.index):
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
        if unit is None and self.context.units is not None:
            unit = self.context.units.of(indicator)
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

    def _tell(self, severity: Severity, code: str, at: Place | None, message: Text) -> None:
        self.out.problems.append(Problem(severity, code, message, self.sheet, a1(*at) if at else None))
