"""活动台账: one row an activity (date, form, people, leaflets) → sessions counted by form, people and leaflets summed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from analytics.catalogue import Indicator
from analytics.intake.columns import heading_stack
from analytics.intake.context import Context
from analytics.intake.grid import Cell, a1
from analytics.intake.headings import split_unit
from analytics.intake.labels import Labeller
from analytics.intake.observations import Answers, Gathered, Observation
from analytics.intake.periods import joined
from analytics.intake.segments import RawTable, View
from analytics.intake.units import Unit, read_unit
from analytics.intake.values import Value, read_value
from analytics.intake.words import STRUCTURE, squeeze
from analytics.intake.years import years_in
from analytics.model import Problem, Qualifier, Severity, State, UnknownHeading
from analytics.text import Text, say

_TOTAL = re.compile(r"(?:小计|合计|总计|共计)$")


def _columns(view: View, raw: RawTable) -> dict[str, list[int]]:
    roles: dict[str, list[int]] = defaultdict(list)
    for column in sorted({c for row in raw.headings for c in view.by_row.get(row, ())}):
        stack = heading_stack(view, raw, column)
        if not stack:
            continue
        text = stack[-1][0]
        role = STRUCTURE.get(squeeze(text)) or STRUCTURE.get(split_unit(text)[0]) or "other"
        roles[role].append(column)
    if roles["date"] and not roles["activity"]:
        # 日期 | 内容 | 人数: what recurs from day to day is the form of the activities.
        named = (*roles["indicator"], *roles["group"], *roles["other"])
        roles["activity"] = [c for c in named if _recurs(view, raw, c)]
    return roles


def _recurs(view: View, raw: RawTable, column: int) -> bool:
    texts = [squeeze(view.text(row, column)) for row in raw.data if view.label(row, column).kind in ("text", "wording")]
    return len(set(texts)) < len(texts)


def is_log(view: View, raw: RawTable) -> bool:
    """Whether a table lists single activities: a date column with dates in it, an activity column, and no year's values."""
    if not raw.headings or not raw.data:
        return False
    roles = _columns(view, raw)
    if not roles["date"] or not roles["activity"]:
        return False
    dated = sum(1 for row in raw.data if any(_day(view.seen(row, c)) is not None for c in roles["date"]))
    return dated * 2 >= len(raw.data)


def _day(cell: Cell | None) -> int | None:
    """The year of a date cell; 0 for a day without a year (3月5日); None when it is no date."""
    if cell is None:
        return None
    if isinstance(cell.value, datetime | date):
        return cell.value.year
    text = squeeze(cell.shown if not isinstance(cell.value, str) else cell.value)
    match = re.fullmatch(
        r"(?:((?:19|20)\d\d)[-./年])?(\d{1,2})[-./月](?:(\d{1,2})[日号]?)?(?:[-—~至](?:\d{1,2}[-./月])?\d{1,2}日?)?",
        text,
    )
    if match:
        return int(match[1]) if match[1] else 0
    match = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", text)
    return int(match[1]) if match else None


def read_log(view: View, raw: RawTable, context: Context, labeller: Labeller, answers: Answers, out: Gathered) -> None:
    """Takes a log into observations: one count for each form of activity, one sum each for people and leaflets."""
    _LogReader(view, raw, context, labeller, answers, out).read()


class _LogReader:
    def __init__(
        self, view: View, raw: RawTable, context: Context, labeller: Labeller, answers: Answers, out: Gathered
    ) -> None:
        self.view, self.raw, self.context, self.labeller, self.answers, self.out = (
            view,
            raw,
            context,
            labeller,
            answers,
            out,
        )
        self.sheet = view.sheet.name
        self.roles = _columns(view, raw)
        self.catalogue = labeller.matcher.catalogue
        self.counts: dict[tuple[str, int, str], list[tuple[int, int]]] = defaultdict(list)
        self.sums: dict[tuple[str, int, str], list[tuple[tuple[int, int], Value]]] = defaultdict(list)
        self.unknown: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.activity = self._activity_column()

    def _activity_column(self) -> int:
        """Of several columns about the activity, the one whose entries are wordings most often."""

        def known(column: int) -> int:
            return sum(1 for row in self.raw.data if self.labeller.matcher.is_wording(self.view.text(row, column)))

        # 活动名称 is a name that every activity has for itself; 类别 beside it may say of which form it was.
        named = (*self.roles["activity"], *self.roles["group"], *self.roles["indicator"])
        return max(named, key=lambda c: (known(c), c in self.roles["activity"], -c))

    def read(self) -> None:
        for row in self.raw.data:
            columns = self.view.by_row.get(row, ())
            if any(self._is_total(row, c) for c in columns):
                self.out.roles.update(dict.fromkeys(((row, c) for c in columns), "total"))
                self._check_total(row)
            else:
                self._row(row)
        self._counts()
        self._sums()
        for heading, places in self.unknown.items():
            cells = tuple(a1(*p) for p in places)
            guesses = self.labeller.matcher.guesses(heading)
            self.out.unknown.append(UnknownHeading(heading, "", self.sheet, cells[0], cells, guesses))
            self._tell(
                "unknown_heading", places[0],
                say("不认识的活动形式“{heading}”（{n} 行），没有计入场次；请选择它是哪个指标，或标为“不是数据”。", heading=heading, n=len(places)),
            )  # fmt: skip

    def _is_total(self, row: int, column: int) -> bool:
        """Whether a cell says that its row adds up others: 合计, 上半年小计, 12月合计, 全年总计."""
        return self.view.label(row, column).kind == "total" or (
            column not in (*self.roles["people"], *self.roles["leaflets"])
            and _TOTAL.search(squeeze(self.view.text(row, column))) is not None
        )

    def _check_total(self, row: int) -> None:
        """Asks where a total is neither what the whole log so far nor what the rows since the last total add up to."""
        if len({township for township, _, _ in self.sums}) > 1:
            return
        for (_, year, id_), entries in self.sums.items():
            column = self.roles["people" if id_ == "people_reached" else "leaflets"][0]
            stated = read_value(self.view.seen(row, column), self._indicator(id_), self._unit(column), year)
            values = [stated, *(value for _, value in entries)]
            if stated.number is None or not all(v.usable and v.qualifier is Qualifier.EXACT for v in values):
                continue
            numbers = {at[0]: value.number or 0.0 for at, value in entries}
            last = max((r for r in self.raw.data if r < row and r not in numbers), default=-1)
            whole, part = sum(numbers.values()), sum(n for r, n in numbers.items() if r > last)
            if stated.number not in (whole, part):
                name = self._indicator(id_).name_zh
                subtotal = any("小计" in squeeze(self.view.text(row, c)) for c in self.view.by_row.get(row, ()))
                message = say(
                    "“{name}”合计写 {stated}，台账各行相加是 {whole}，请核实。",
                    name=name, stated=f"{stated.number:g}", whole=f"{part if subtotal else whole:g}",
                )  # fmt: skip
                self._tell("total_differs", (row, column), message)

    def _unit(self, column: int) -> Unit | None:
        head = heading_stack(self.view, self.raw, column)[-1][0]
        return split_unit(head)[1] or read_unit("")

    def _tell(self, code: str, at: tuple[int, int], message: Text, severity: Severity = Severity.QUESTION) -> None:
        self.out.problems.append(Problem(severity, code, message, self.sheet, a1(*at)))

    def _row(self, row: int) -> None:
        for role in ("serial", "date", "place", "remark", "activity", "group"):
            self.out.roles.update(dict.fromkeys(((row, column) for column in self.roles[role]), "note"))
        township, year = self._township(row), self._year(row)
        if township is None or year is None:
            return
        at = (row, self.activity)
        text = self.view.text(row, self.activity)
        if text.strip():
            match = self.labeller.matcher.match(text)
            if match.indicator is not None:
                self.counts[township, year, match.indicator].append(at)
                self.out.roles[at] = "figure"
            elif match.how != "ignored":
                self.unknown[text.strip()].append(at)
                self.out.roles[at] = "unknown"
        for role, id_ in (("people", "people_reached"), ("leaflets", "leaflets")):
            for column in self.roles[role][:1]:
                value = read_value(self.view.seen(row, column), self.catalogue.by_id[id_], self._unit(column), year)
                self.sums[township, year, id_].append(((row, column), value))
                self.out.roles[row, column] = "figure"

    def _township(self, row: int) -> str | None:
        for column in self.roles["township"]:
            sighting = self.labeller.townships.whole(self.view.text(row, column))
            if sighting is not None and sighting.sure:
                return sighting.name
            if self.view.text(row, column):
                self._tell(
                    "unknown_township",
                    (row, column),
                    say("名册里没有“{name}”，这一行没有计入。", name=self.view.text(row, column)),
                    Severity.ERROR,
                )
                return None
        if self.answers.township:
            return self.answers.township
        said, _ = self.context.township()
        if said is None or said.sighting is None or not said.sighting.sure:
            self.out.asked_township = True
            return None
        return str(said.value)

    def _year(self, row: int) -> int | None:
        said, _ = self.context.year()
        base = self.answers.year or (int(said.value) if said else None)
        for column in self.roles["date"]:
            cell = self.view.seen(row, column)
            day = _day(cell)
            if day:
                if base is not None and day != base:
                    self._tell(
                        "year_mismatch",
                        (row, column),
                        say("活动日期是 {day} 年，表是 {base} 年的，这一行没有计入，请核实。", day=day, base=base),
                    )
                    return None
                return day
            for year in years_in(self.view.text(row, column)):
                return year if base in (None, year) else None
        if base is None:
            self.out.asked_year = True
        return base

    def _observe(self, key: tuple[str, int, str], at: tuple[int, int], value: Value) -> None:
        township, year, id_ = key
        self.out.observations.append(Observation(self.sheet, at, township, year, None, self._indicator(id_), value))

    def _indicator(self, id_: str) -> Indicator:
        return self.catalogue.by_id[id_]

    def _counts(self) -> None:
        for key, places in self.counts.items():
            indicator = self._indicator(key[2])
            if indicator.kind != "flow" or indicator.unit not in ("次", "场", "场次", "期"):
                self._tell(
                    "not_countable",
                    places[0],
                    say("“{name}”不能按活动次数计，没有计入，请核实。", name=indicator.name_zh),
                )
                continue
            raw = say("{n} 行台账", n=len(places)).zh
            self._observe(key, places[0], Value(State.REPORTED, float(len(places)), Qualifier.EXACT, raw))

    def _sums(self) -> None:
        for key, entries in self.sums.items():
            doubtful = [(at, v) for at, v in entries if not v.usable]
            reported = [(at, v) for at, v in entries if v.usable and v.state is State.REPORTED and v.number is not None]
            for at, value in entries:
                for remark in value.remarks:
                    self._tell(remark.code, at, remark.message, remark.severity)
            name = self._indicator(key[2]).name_zh
            if doubtful:
                cells = _some(a1(*at) for at, _ in doubtful)
                self._tell(
                    "doubtful_sum",
                    doubtful[0][0],
                    say("“{name}”有看不准的格（{cells}），全年合计没有采用，请核实。", name=name, cells=cells),
                )
                continue
            if not reported:
                continue
            blank = [at for at, v in entries if v.state is State.MISSING]
            if blank:
                cells = _some(a1(*at) for at in blank)
                self._tell(
                    "blank_in_log",
                    reported[0][0],
                    say(
                        "“{name}”有 {n} 行未填（{cells}），合计只含已填的行，请确认。",
                        name=name,
                        n=len(blank),
                        cells=cells,
                    ),
                )
            total = sum(v.number or 0.0 for _, v in reported)
            qualifier = joined(v.qualifier for _, v in reported)
            raw = " + ".join(v.raw for _, v in reported[:12]) + (" + …" if len(reported) > 12 else "")
            self._observe(key, reported[0][0], Value(State.REPORTED, total, qualifier, raw))


def _some(names: Iterable[str], most: int = 6) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + ("…" if len(listed) > most else "")
