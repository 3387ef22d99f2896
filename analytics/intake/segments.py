"""Sheet → tables: which rows are headings, which are data, and which lines stand around them.

No layout is assumed here. A table is a run of data rows under a run of heading rows; a heading row is one that holds
words and no quantities. What the columns and rows mean is settled later, in ``axes``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from analytics.intake.grid import Cell, Merge, Sheet
from analytics.intake.labels import BLANK, Label, Labeller, as_year, wordy
from analytics.intake.words import NOTE, PAGE, squeeze
from analytics.intake.years import REPORT_DAY, range_in, years_in

_STRUCTURE = frozenset(
    {"serial", "indicator", "corner", "group", "unit", "remark", "plan", "derived", "place", "activity", "people", "leaflets",
     "township_head", "year_head", "period_head", "value_head", "date_head"}
)  # fmt: skip
_MIXED = frozenset(
    {"indicator", "group", "unit", "remark", "plan", "derived", "township_head", "year_head", "value_head", "year"}
)
_OF_FIGURES = frozenset({"year", "period", "total", "value_head", "measure", "derived", "plan"})
MAX_HEADING_ROWS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside the rows of a table: a title, who filled it in, a note."""

    row: int
    texts: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """All texts of the line, a space between."""
        return " ".join(text for _, text in self.texts)


@dataclass
class RawTable:
    """Heading rows and data rows of one table, with the group line each data row stands under and the lines above it."""

    headings: list[int] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    group_rows: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    continues: bool = False
    """Whether it goes on under the headings, and the title, of the table before it."""
    mixed: dict[int, list[int]] = field(default_factory=dict)
    """Rows with figures in which another table's headings stand, and the columns of these headings."""


class View:
    """A sheet as a person sees it: hidden rows and columns left out, merged ranges known."""

    def __init__(self, sheet: Sheet, labeller: Labeller) -> None:
        self.sheet = sheet
        self.labeller = labeller
        self.cells: dict[tuple[int, int], Cell] = {
            place: cell
            for place, cell in sheet.cells.items()
            if place[0] not in sheet.hidden_rows
            and place[1] not in sheet.hidden_columns
            and (cell.value not in (None, "") or cell.formula)
        }
        self._labels: dict[tuple[int, int], Label] = {}
        self._merge_at: dict[tuple[int, int], Merge] = {}
        limit = max((c for _, c in self.cells), default=0) + 1
        bottom = max((r for r, _ in self.cells), default=0) + 1
        for merge in sheet.merges:
            for row in range(merge.top, min(merge.bottom, bottom) + 1):
                for column in range(merge.left, min(merge.right, limit) + 1):
                    self._merge_at[row, column] = merge
        by_row: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            if self.label(row, column).kind != "blank":
                by_row.setdefault(row, []).append(column)
        self.by_row = by_row

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that itself stands at a place."""
        return self.cells.get((row, column))

    def merge(self, row: int, column: int) -> Merge | None:
        """The merged range a place lies in."""
        return self._merge_at.get((row, column))

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The place whose cell is seen here: the top left of a merged range."""
        merge = self._merge_at.get((row, column))
        if merge is None:
            return row, column
        top, left = merge.top, merge.left
        if (top, left) in self.sheet.cells:
            # What its covered cells still hold is seen by nobody, even where the first row is hidden.
            return top, left
        while top in self.sheet.hidden_rows and top < merge.bottom and (top, left) not in self.cells:
            top += 1
        return top, left

    def seen(self, row: int, column: int) -> Cell | None:
        """The cell a person sees at a place, merged ranges filled."""
        at = self.anchor(row, column)
        return self.cells.get(at) or (self.sheet.cells.get(at) if self._merge_at.get((row, column)) else None)

    def text(self, row: int, column: int) -> str:
        """The text a person sees at a place."""
        cell = self.seen(row, column)
        if cell is None:
            return ""
        return cell.value if isinstance(cell.value, str) else cell.shown

    def label(self, row: int, column: int) -> Label:
        """The label of the cell that itself stands at a place."""
        key = (row, column)
        if key not in self._labels:
            self._labels[key] = self.labeller.label(self.cells.get(key))
        return self._labels[key]

    def seen_label(self, row: int, column: int) -> Label:
        """The label of what a person sees at a place."""
        at = self.anchor(row, column)
        return self.label(*at) if at in self.cells else BLANK

    def width(self, row: int, column: int) -> int:
        """Over how many visible columns the cell at a place is merged."""
        merge = self._merge_at.get((row, column))
        if merge is None:
            return 1
        return sum(1 for c in range(merge.left, merge.right + 1) if c not in self.sheet.hidden_columns)


def find_tables(view: View) -> tuple[list[RawTable], list[Line]]:
    """The tables of a sheet in reading order, and the lines that belong to none."""
    return _Finder(view).run()


class _Finder:
    def __init__(self, view: View) -> None:
        self.view = view
        self.tables: list[RawTable] = []
        self.pending: list[Line] = []
        self.current: RawTable | None = None
        self.forced = -1
        self.last_row: int | None = None

    def run(self) -> tuple[list[RawTable], list[Line]]:
        for row, columns in self.view.by_row.items():
            self._take(row, columns)
            self.last_row = row
        if self.current is not None:
            self.current.notes += self.pending
        tables = [t for t in self.tables if t.data]
        rest = self.pending + [line for t in self.tables if not t.data for line in t.lines] + self._heading_lines()
        return tables, rest

    def _heading_lines(self) -> list[Line]:
        return [
            self._line(row, self.view.by_row[row])
            for t in self.tables
            if not t.data
            for row in t.headings
            if row in self.view.by_row
        ]

    def _line(self, row: int, columns: list[int]) -> Line:
        return Line(row, tuple((c, self.view.text(row, c)) for c in columns))

    def _take(self, row: int, columns: list[int]) -> None:
        labels = {c: self.view.label(row, c) for c in columns}
        kinds = [label.kind for label in labels.values()]
        if row <= self.forced and self.current is not None and not self.current.data:
            self.current.headings.append(row)
            self._extend_forced(row, columns)
            return
        if self.current is not None and all(PAGE.fullmatch(squeeze(self.view.text(row, c))) for c in columns):
            self.current.notes.append(self._line(row, columns))
            return
        if "meta" in kinds and not self._meta_is_data(labels):
            self._aside(row, columns)
            return
        if self._says_who_and_when(columns, labels) or self._says_when(columns, labels):
            self._aside(row, columns)
            return
        if len(columns) == 1:
            self._single(row, columns[0], labels[columns[0]])
            return
        if self._is_column_numbers(row, columns):
            if self.current is not None:
                self.current.repeated.append(row)
            return
        if self._are_titles(row, columns, labels) or self._holds_title(row, columns, labels):
            self._aside(row, columns)
            return
        if self._is_heading(row, columns, labels):
            self._heading(row, columns)
            return
        self._data(row)
        heads = [c for c in columns if labels[c].kind in _MIXED]
        if len(heads) > 1 and any(labels[c].kind != "year" for c in heads) and self.current is not None:
            self.current.mixed[row] = heads

    def _meta_is_data(self, labels: dict[int, Label]) -> bool:
        """A line like 填报单位: | 青禾镇 is about the sender; one with quantities under headings is data."""
        kinds = [label.kind for label in labels.values()]
        return (
            self.current is not None
            and bool(self.current.data)
            and kinds.count("meta") == 1
            and kinds.count("number") + kinds.count("value") >= 2
        )

    def _says_who_and_when(self, columns: list[int], labels: dict[int, Label]) -> bool:
        """填报单位 | 青禾镇 | 年度 | 2024 above a table: keys and values in cells of their own."""
        kinds = [labels[c].kind for c in columns]
        keys, values = kinds[::2], kinds[1::2]
        return (
            len(kinds) % 2 == 0
            and set(keys) <= {"township_head", "year_head", "date_head"}
            and set(values) <= {"township", "year", "number", "date", "text"}
            and kinds.count("township") <= keys.count("township_head")
            and (self.current is None or not self.current.headings or bool(self.current.data))
        )

    def _says_when(self, columns: list[int], labels: dict[int, Label]) -> bool:
        """2023年度 | 2024年1月报 above a table: the year it is of and the day it was sent."""
        kinds = [labels[c].kind for c in columns]
        return (
            kinds.count("year") == 1
            and len(kinds) > 1
            and all(
                k == "date" or REPORT_DAY.fullmatch(squeeze(labels[c].text))
                for c, k in zip(columns, kinds, strict=True)
                if k != "year"
            )
            and (self.current is None or not self.current.headings or bool(self.current.data))
        )

    def _are_titles(self, row: int, columns: list[int], labels: dict[int, Label]) -> bool:
        """Whether a row holds the titles of tables side by side, each naming a year or a township of its own."""
        if self.current is not None and self.current.headings and not self.current.data:
            return False
        texts = [squeeze(self.view.text(row, c)) for c in columns]
        kinds = {label.kind for label in labels.values()}
        if len(set(texts)) == 1 and kinds <= {"township", "year"}:
            return not self._lists_any(columns, labels)
        return any(_TITLE_END.search(text) for text in texts) and all(
            labels[c].kind in ("text", "township", "year")
            and (_TITLE_END.search(text) or self.view.labeller.townships.inside(text))
            and (years_in(text) or self.view.labeller.townships.inside(text))
            for c, text in zip(columns, texts, strict=True)
        )

    def _holds_title(self, row: int, columns: list[int], labels: dict[int, Label]) -> bool:
        """Whether beside a stray number or word there stands nothing but the title of a table: 30 | 附表二 2023年学法情况表."""
        texts = [squeeze(label.text) for label in labels.values() if label.kind == "text"]
        titles = [t for t in texts if _TITLE_END.search(t) and (years_in(t) or self.view.labeller.townships.inside(t))]
        if len(columns) != 2 or len(titles) != 1:
            return False
        return len(texts) == 1 or (
            # A word beside it may be a heading as well, unless the headings follow.
            (self.current is None or bool(self.current.data)) and self._heads_next(row)
        )

    def _heads_next(self, row: int) -> bool:
        """Whether the next row that holds anything has words of headings in it."""
        below = next((r for r in self.view.by_row if r > row), None)
        return below is not None and any(self.view.label(below, c).kind in _STRUCTURE for c in self.view.by_row[below])

    def _lists_any(self, columns: list[int], labels: dict[int, Label]) -> bool:
        """Whether the current table has township or year labels in one of the columns where this row has them."""
        table = self.current
        return table is not None and any(self._lists(table, c, labels[c].kind) for c in columns)

    def _aside(self, row: int, columns: list[int]) -> None:
        self.pending.append(self._line(row, columns))

    def _single(self, row: int, column: int, label: Label) -> None:
        view, table = self.view, self.current
        wide = view.width(row, column) > 2
        plain = squeeze(view.text(row, column))
        if (
            table is not None
            and table.headings
            and not table.data
            and not wide
            and column > min(self._columns(table))
            and label.kind != "number"
            and not (_TITLE_END.search(plain) and years_in(plain))
        ):
            table.headings.append(row)
            self._extend_forced(row, [column])
            return
        if label.kind in ("value", "text") and NOTE.match(plain):
            # 注：每场不少于30人 reads as a quantity with a residue, and is none.
            self.pending.append(self._line(row, [column]))
            return
        if table is not None and self._stands_under(row, column) and label.kind in ("number", "value"):
            self._small_table(row)
            return
        if table is not None and (table.data or table.headings) and not wide and self._continues(column, label):
            self._data(row)
            return
        if NOTE.match(plain) or len(plain) > 60:
            self.pending.append(self._line(row, [column]))
            return
        if label.kind in ("number", "value", "date") and table is not None and table.data and not wide:
            self._data(row)
            return
        self.pending.append(self._line(row, [column]))

    def _continues(self, column: int, label: Label) -> bool:
        """Whether a lone cell is a data row whose figures are all blank rather than a group line or a note."""
        table = self.current
        assert table is not None
        if label.kind in ("township", "year") and not self._lists(table, column, label.kind):
            return False
        if label.kind in ("township", "wording", "period", "year", "total"):
            return column <= min(self._columns(table)) + 2
        if label.kind in ("number", "value"):
            return bool(table.data)
        return False

    def _lists(self, table: RawTable, column: int, kind: str) -> bool:
        """Whether a column of row labels is one of townships, or of years, so that a lone one is a row without figures."""
        if table.data:
            return any(self.view.label(row, column).kind == kind for row in table.data)
        return not any(self.view.seen_label(row, column).kind == "indicator" for row in table.headings)

    def _stands_under(self, row: int, column: int) -> bool:
        """Whether a lone number stands right under a lone wording: a table of one column, not two rows of the last one."""
        table = self.current
        assert table is not None
        return bool(table.data) and table.data[-1] == row - 1 and self.view.by_row.get(row - 1) == [column]

    def _small_table(self, row: int) -> None:
        table = self.current
        assert table is not None
        heading = table.data.pop()
        group = table.groups.pop(heading, "")
        above = [r for r in table.group_rows if not table.data or r > table.data[-1]]
        table.group_rows = [r for r in table.group_rows if r not in above]
        self.pending = [self._line(r, self.view.by_row[r]) for r in above] if group else []
        small = self._start()
        small.headings.append(heading)
        small.data.append(row)

    def _columns(self, table: RawTable) -> set[int]:
        rows = table.headings + table.data[:5]
        return {c for r in rows for c in self.view.by_row.get(r, ())} or {0}

    def _is_column_numbers(self, row: int, columns: list[int]) -> bool:
        """甲 | 1 | 2 | 3 under a heading: the numbers of the columns, no data."""
        if self.current is None or self.current.data or not self.current.headings:
            return False
        texts = [squeeze(self.view.text(row, c)).strip("()栏") for c in columns]
        numbers = [t for t in texts if t not in ("甲", "乙", "丙", "丁", "栏次", "行次", "", "序号", "/", "-", "—")]
        if len(numbers) == 1 and len(texts) >= 3 and numbers[0] == "1":
            return True
        if len(numbers) >= 2 and all(_COLUMN_LETTER.fullmatch(n) for n in numbers):
            return True
        if len(numbers) < 2 or not all(n.isdecimal() for n in numbers):
            return False
        return [int(n) for n in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers))) and int(
            numbers[0]
        ) <= 3

    def _is_heading(self, row: int, columns: list[int], labels: dict[int, Label]) -> bool:
        view, table = self.view, self.current
        kinds = {c: label.kind for c, label in labels.items()}
        numbers = [c for c, kind in kinds.items() if kind == "number"]
        years = [c for c in numbers if (cell := view.cell(row, c)) is not None and as_year(cell)]
        if (
            (table is None or (not table.headings and not table.data))
            and not numbers
            and list(kinds.values()).count("value") == 1
            and sum(kind in _STRUCTURE or kind == "year" for kind in kinds.values()) >= 2
        ):
            # 指标 | 2023年 | 2024年 | 2024/2023: one odd heading makes no data of the others.
            return True
        if not numbers and (table is None or not table.data) and self._names_with_numbers(row, kinds):
            kinds = {c: "text" if kind == "value" else kind for c, kind in kinds.items()}
        if any(kind in ("value", "date") for c, kind in kinds.items() if c not in years):
            # 无 or / in a value column makes it data; but a heading row never holds them.
            return False
        if len(numbers) > len(years):
            return False
        if years and not self._bare_years_head(row, columns, years):
            return False
        structure = sum(kind in _STRUCTURE for kind in kinds.values())
        if table is None or (not table.headings and not table.data):
            return structure >= 1 or (len(columns) >= 2 and not self._pairs(kinds))
        if not table.data:
            return not self._starts_data(row, columns, kinds)
        if self._repeats(row, columns):
            return True
        if set(kinds.values()) <= {"township", "year"} and not self._lists_any(columns, labels):
            # Townships over forms side by side: the next pair begins.
            return True
        across = sum(kind in ("township", "wording", "year", "period") for kind in kinds.values())
        if structure >= 2 or (structure >= 1 and across >= 1):
            return self._follows_title() or not self._fits(columns, kinds)
        return across >= 2 and not self._fits(columns, kinds)

    def _names_with_numbers(self, row: int, kinds: dict[int, str]) -> bool:
        """Whether every cell that seems to hold a quantity names something instead (周一例会学法), among headings."""
        told = list(kinds.values())
        named = sum(kind in _STRUCTURE for kind in told) + told.count("wording")
        return (
            "township" not in told
            and named > told.count("value") > 0
            and all(wordy(squeeze(self.view.text(row, c))) for c, kind in kinds.items() if kind == "value")
        )

    def _follows_title(self) -> bool:
        """Whether the line above is the title of another table: 2022-2024年法治宣传情况."""
        text = squeeze(self.pending[-1].text) if self.pending else ""
        return bool(_TITLE_END.search(text)) and bool(years_in(text) or range_in(text))

    def _bare_years_head(self, row: int, columns: list[int], years: list[int]) -> bool:
        """Whether bare numbers like 2022 | 2023 stand as column headings: several different ones, and words besides."""
        values = [as_year(cell) for c in years if (cell := self.view.cell(row, c)) is not None]
        table = self.current
        if table is not None and table.data:
            return False
        return len(set(values)) >= 2 or (
            table is not None
            and bool(table.headings)
            and all(self.view.label(row, c).kind != "township" for c in columns)
        )

    def _pairs(self, kinds: dict[int, str]) -> bool:
        return list(kinds.values()) == ["text", "text"]

    def _starts_data(self, row: int, columns: list[int], kinds: dict[int, str]) -> bool:
        """Under finished headings: whether a row without any quantity is already data (a township that sent nothing)."""
        view, table = self.view, self.current
        assert table is not None
        for c in columns:
            head = {view.seen_label(h, c).kind for h in table.headings}
            if "indicator" in head and kinds[c] in ("wording", "text") and view.merge(row, c) is None:
                return True
            if "township_head" in head and kinds[c] == "township":
                return True
            if (
                "unit" in head
                and kinds[c] == "measure"
                and any("indicator" in {view.seen_label(h, k).kind for h in table.headings} for k in columns)
            ):
                return True
        first = min(columns)
        return (
            kinds[first] == "township"
            and first <= min(self._columns(table)) + 1
            and not any(kinds[c] in ("township", "wording", "measure", "year", "period") for c in columns if c != first)
        )

    def _fits(self, columns: list[int], kinds: dict[int, str]) -> bool:
        """Whether a row has the same kinds of cells in the same columns as the data rows before it."""
        table = self.current
        assert table is not None
        sample = table.data[-6:]
        agree = 0
        for c in columns:
            before = {self.view.label(r, c).kind for r in sample} - {"blank"}
            if kinds[c] in before or ({kinds[c], *before} <= {"text", "wording", "township", "total"} and before):
                agree += 1
        return agree >= max(1, (len(columns) + 1) // 2)

    def _repeats(self, row: int, columns: list[int]) -> bool:
        """Whether a row says what a heading row of the current table says (a heading repeated at a page break)."""
        table = self.current
        assert table is not None
        mine = [squeeze(self.view.text(row, c)) for c in columns]
        return any(mine == [squeeze(self.view.text(h, c)) for c in self.view.by_row.get(h, ())] for h in table.headings)

    def _heading(self, row: int, columns: list[int]) -> None:
        table = self.current
        if table is not None and table.data and self._repeats(row, columns) and not self._new_title(table):
            table.repeated.append(row)
            self.pending = []
            return
        if table is not None and table.repeated and table.data and row - 1 == table.repeated[-1]:
            table.repeated.append(row)
            return
        if table is None or table.data or len(table.headings) >= MAX_HEADING_ROWS:
            names = table is not None and {self.view.label(row, c).kind for c in columns} <= {"township", "year"}
            table = self._start()
            table.continues = names
        elif self.pending and table.headings:
            # Something stood between two heading rows: the first were no headings of this table.
            table = self._start()
        table.headings.append(row)
        self._extend_forced(row, columns)

    def _new_title(self, table: RawTable) -> bool:
        """Whether a line before a repeated heading says something new: then another table begins, of another year or sender."""
        said = {_plain_title(line) for line in (*table.lines, *table.notes)}
        return any(_plain_title(line) not in said for line in self.pending if not NOTE.match(squeeze(line.text)))

    def _extend_forced(self, row: int, columns: list[int]) -> None:
        """A heading merged downwards takes the rows it covers into the headings."""
        for c in columns:
            merge = self.view.merge(row, c)
            if merge is not None and merge.bottom - merge.top < MAX_HEADING_ROWS:
                self.forced = max(self.forced, merge.bottom)

    def _start(self) -> RawTable:
        if self.current is not None and self.pending:
            notes = [line for line in self.pending if NOTE.match(squeeze(line.text))]
            self.current.notes += notes
            self.pending = [line for line in self.pending if line not in notes]
        self.current = RawTable(lines=self.pending)
        self.pending = []
        self.forced = -1
        self.tables.append(self.current)
        return self.current

    def _data(self, row: int) -> None:
        table = self.current
        if table is None:
            table = self._start()
        elif any(self._is_about_another(line) for line in self.pending):
            # The form goes on for the next township or year under the headings of the first: what stands between
            # is a title and no group of rows.
            if table.data:
                headings = [h for h in table.headings if not self._only_names(h)]
                columns = self.view.by_row[row]
                leftmost = min((c for h in headings for c in self.view.by_row[h]), default=0)
                if min(columns) < leftmost or self._names_under_figures(row, headings):
                    headings = []
                table = self._start()
                table.headings, table.continues = headings, True
            else:
                table.lines = [*table.lines, *self.pending]
                self.pending = []
            table.data.append(row)
            return
        groups = [line for line in self.pending if _is_group_line(line)]
        others = [line for line in self.pending if line not in groups]
        table.notes += others
        if groups:
            table.group_rows += [line.row for line in groups]
            group = groups[-1].text
        else:
            group = table.groups.get(table.data[-1], "") if table.data else ""
        if group:
            table.groups[row] = group
        self.pending = []
        table.data.append(row)

    def _names_under_figures(self, row: int, headings: list[int]) -> bool:
        """Whether a row names an indicator where the headings say that figures stand: it is of another form."""
        return any(
            self.view.label(row, c).kind == "wording"
            and {self.view.seen_label(h, c).kind for h in headings} & _OF_FIGURES
            for c in self.view.by_row[row]
        )

    def _only_names(self, row: int) -> bool:
        """Whether a row says nothing but whose figures, or of which year, stand below it: one name, however often."""
        columns = self.view.by_row.get(row, ())
        return len({squeeze(self.view.text(row, c)) for c in columns}) == 1 and all(
            self.view.label(row, c).kind in ("township", "year") for c in columns
        )

    def _is_about_another(self, line: Line) -> bool:
        """Whether a line between data rows says whose figures or of which year the rows below it are."""
        plain, townships = squeeze(line.text), self.view.labeller.townships
        if NOTE.match(plain):
            return False
        is_title = bool(_TITLE_END.search(plain)) or any(
            self.view.label(line.row, c).kind == "meta" for c, _ in line.texts
        )
        if is_title and years_in(plain):
            return True
        if any(self.view.label(line.row, c).kind in ("township", "year") for c, _ in line.texts):
            return True
        # Without a roster any 平安乡 in a heading of a group would do.
        return any(s.sure for s in townships.inside(plain)) and (is_title or townships.roster is not None)


def _plain_title(line: Line) -> str:
    """A title without what a page break adds to it."""
    return _CONTINUED.sub("", squeeze(line.text))


_TITLE_END = re.compile(r"(?:表|台账|统计|汇总|清单|情况)(?:\(.*\))?$")
_COLUMN_LETTER = re.compile(r"[A-Z](?:=.*)?|[甲乙丙丁戊己]|[①-⑳]")
_CONTINUED = re.compile(
    r"\(?续(?:表|\d*|[一二三四五])?\)?|\(?(?:第|共)(?:\d+|[一二三四五六七八九十]+)页\)?[,，]?|\(?(?:转下|接上)页\)?"
)


def is_title(text: str) -> bool:
    """Whether a text ends as titles of tables do: 统计表, 情况, 汇总."""
    return _TITLE_END.search(squeeze(text)) is not None


def _is_group_line(line: Line) -> bool:
    return len(line.texts) == 1 and not NOTE.match(squeeze(line.text)) and len(squeeze(line.text)) <= 30
