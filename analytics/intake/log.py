"""活动台账: one row an activity (date, form, people, leaflets) → sessions counted by form, people and leaflets summed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from analytics.catalogue import Indicator
from analytics.intake.columns import heading_stack
from analytics.intake.context import Context
from analytics.intake.covering import pieces_of
from analytics.intake.grid import a1
from analytics.intake.heading_cores import split_unit
from analytics.intake.labels import Labeller
from analytics.intake.log_columns import day_of, log_columns
from analytics.intake.observed import Answers, Gathered, Observation
from analytics.intake.periods import joined
from analytics.intake.raw_tables import RawTable
from analytics.intake.units import Unit, read_unit
from analytics.intake.values import Value, read_value
from analytics.intake.view import View
from analytics.intake.words import squeeze
from analytics.intake.years import years_in
from analytics.model import Problem, Qualifier, Severity, State, UnknownHeading
from analytics.text import Text, say

_NOT_HELD = re.compile(
    r"取消|未开展|未举办|未组织|未实施|延期|推迟|改期|待开展|拟开展|^(?:计划|计划中|拟办|待办|未完成)$"
)
_TOTAL = re.compile(r"(?:小计|合计|总计|共计)$")


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
        self.roles = log_columns(view, raw)
        self.catalogue = labeller.matcher.catalogue
        self.counts: dict[tuple[str, int, str], list[tuple[int, int]]] = defaultdict(list)
        self.sums: dict[tuple[str, int, str], list[tuple[tuple[int, int], Value]]] = defaultdict(list)
        self.times: dict[tuple[str, int, str], list[tuple[tuple[int, int], Value]]] = defaultdict(list)
        self.only = {
            id_: self._only(role, id_) for role, id_ in (("people", "people_reached"), ("leaflets", "leaflets"))
        }
        self.stated: dict[str, tuple[tuple[int, int], Value]] = {}
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
            elif not self._was_not_held(row):
                self._row(row)
        self._ask_unknown_rows()
        self._counts()
        self._add_up(self.times)
        self._add_up(self.sums)
        for heading, places in self.unknown.items():
            cells = tuple(a1(*p) for p in places)
            guesses = self.labeller.matcher.guesses(heading)
            self.out.unknown.append(UnknownHeading(heading, "", self.sheet, cells[0], cells, guesses))
            self._tell(
                "unknown_heading", places[0],
                say("不认识的活动形式“{heading}”（{n} 行），没有计入场次；请选择它是哪个指标，或标为“不统计”。", heading=heading, n=len(places)),
            )  # fmt: skip

    def _ask_unknown_rows(self) -> None:
        """Asks whether people and leaflets count of activities that nobody knows to be publicity: once, where they stand."""
        matcher = self.labeller.matcher
        doubtful = [t for t in self.unknown if not all(matcher.match(piece).indicator for piece in pieces_of(t))]
        rows = {row for text in doubtful for row, _ in self.unknown[text]}
        asked: dict[str, list[tuple[int, int]]] = {}
        for (_, _, id_), listed in self.sums.items():
            asked.setdefault(id_, []).extend(at for at, value in listed if at[0] in rows and value.number)
        names = "、".join(self._indicator(id_).name_zh for id_, found in asked.items() if found)
        cells = next((found for found in asked.values() if found), [])
        if cells:
            message = say(
                "“{name}”的合计里有 {n} 行（{cells}）的活动形式没有认出来，请确认这几行该不该计入。",
                name=names, n=len(cells), cells=_some(a1(*at) for at in cells),
            )  # fmt: skip
            self._tell("unknown_in_sum", cells[0], message)

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
            column = self.only[id_]
            assert column is not None
            stated = read_value(self.view.seen(row, column), self._indicator(id_), self._unit(column), year)
            values = [stated, *(value for _, value in entries)]
            if stated.number is None or not all(v.usable and v.qualifier is Qualifier.EXACT for v in values):
                continue
            numbers = {at[0]: value.number or 0.0 for at, value in entries}
            last = max((r for r in self.raw.data if r < row and r not in numbers), default=-1)
            whole, part = sum(numbers.values()), sum(n for r, n in numbers.items() if r > last)
            if stated.number == whole:
                self.stated[id_] = ((row, column), stated)
            elif stated.number != part:
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
                self._held((township, year, match.indicator), at)
            elif match.how != "ignored":
                self.unknown[text.strip()].append(at)
                self.out.roles[at] = "unknown"
        for id_, column in self.only.items():
            if column is not None:
                value = read_value(self.view.seen(row, column), self.catalogue.by_id[id_], self._unit(column), year)
                self.sums[township, year, id_].append(((row, column), value))
                self.out.roles[row, column] = "figure"

    def _held(self, key: tuple[str, int, str], at: tuple[int, int]) -> None:
        """Counts a row once, or as often as its column of sessions says."""
        columns = self.roles["counted"]
        self.out.roles[at] = "figure"
        if not columns:
            self.counts[key].append(at)
            return
        where = (at[0], columns[0])
        self.times[key].append((where, read_value(self.view.seen(*where), self._indicator(key[2]), None, key[1])))
        self.out.roles[where] = "figure"

    def _only(self, role: str, id_: str) -> int | None:
        """The column of people or leaflets; of several the one that is headed as the figure is. None where none or several are."""
        columns = self.roles[role]
        heads = {c: heading_stack(self.view, self.raw, c)[-1][0] for c in columns}
        sure = [c for c in columns if self.labeller.matcher.match(heads[c]).indicator == id_]
        if len(columns) < 2 or len(sure) == 1:
            found = sure if len(columns) > 1 else columns
            others = [c for c in columns if c not in found]
            self.out.roles.update(dict.fromkeys(((row, c) for c in others for row in self.raw.data), "note"))
            return found[0] if found else None
        message = say(
            "台账里有几列都像“{name}”（{heads}），分不清用哪一列，没有采用；请只留一列，或写明哪一列是合计。",
            name=self._indicator(id_).name_zh, heads="、".join(squeeze(h) for h in heads.values()),
        )  # fmt: skip
        self._tell("several_columns", (self.raw.headings[-1], columns[0]), message)
        self.out.roles.update(dict.fromkeys(((row, c) for c in columns for row in self.raw.data), "unknown"))
        return None

    def _was_not_held(self, row: int) -> bool:
        """Whether a row says of itself that the activity was put off, called off or is only planned: asked, not counted."""
        for column in (*self.roles["remark"], *self.roles["other"], *self.roles["value"], *self.roles["place"]):
            text = squeeze(self.view.text(row, column))
            if _NOT_HELD.search(text):
                message = say("这一行写着“{text}”，没有计入，请核实活动是否已经开展。", text=text)
                self._tell("not_held", (row, column), message)
                self.out.roles.update(dict.fromkeys(((row, c) for c in self.view.by_row.get(row, ())), "unknown"))
                return True
        return False

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
            day = day_of(cell)
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
        for held in (self.counts, self.times):
            for key in [k for k in held if not self._countable(k[2])]:
                at = self.counts[key][0] if held is self.counts else self.times[key][0][0]
                name = self._indicator(key[2]).name_zh
                self._tell("not_countable", at, say("“{name}”不能按活动次数计，没有计入，请核实。", name=name))
                del held[key]
        for key, places in self.counts.items():
            raw = say("{n} 行台账", n=len(places)).zh
            self._observe(key, places[0], Value(State.REPORTED, float(len(places)), Qualifier.EXACT, raw))

    def _countable(self, id_: str) -> bool:
        indicator = self._indicator(id_)
        return indicator.kind == "flow" and indicator.unit in ("次", "场", "场次", "期")

    def _add_up(self, sums: dict[tuple[str, int, str], list[tuple[tuple[int, int], Value]]]) -> None:
        for key, entries in sums.items():
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
            at, value = reported[0][0], Value(State.REPORTED, total, qualifier, raw)
            # 合计 under the log is where one looks for the year's figure, once it is what the rows add up to.
            whole = self.stated.get(key[2])
            self._observe(key, *(whole if whole and whole[1].number == total else (at, value)))


def _some(names: Iterable[str], most: int = 6) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + ("…" if len(listed) > most else "")
