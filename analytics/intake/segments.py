"""Sheet → tables: which rows are headings, which are data, and which lines stand around them.

No layout is assumed here. A table is a run of data rows under a run of heading rows; a heading row is one that holds
words and no quantities. What the columns and rows mean is settled later, in ``axes``.
"""

from __future__ import annotations

from analytics.intake.heading_rows import is_column_numbers, is_heading, repeats
from analytics.intake.labels import Label
from analytics.intake.raw_tables import Line, RawTable, columns_of, lists
from analytics.intake.titles import (
    TITLE_END,
    are_titles,
    holds_title,
    is_about_another,
    is_group_line,
    meta_is_data,
    names_under_figures,
    only_names,
    plain_title,
    says_when,
    says_who_and_when,
)
from analytics.intake.view import View
from analytics.intake.words import NOTE, PAGE, squeeze
from analytics.intake.years import years_in

_MIXED = frozenset(
    {"indicator", "group", "unit", "remark", "plan", "derived", "township_head", "year_head", "value_head", "year"}
)
MAX_HEADING_ROWS = 8


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
        if "meta" in kinds and not meta_is_data(self.current, labels):
            self._aside(row, columns)
            return
        if says_who_and_when(self.current, columns, labels) or says_when(self.current, columns, labels):
            self._aside(row, columns)
            return
        if len(columns) == 1:
            self._single(row, columns[0], labels[columns[0]])
            return
        if is_column_numbers(self.view, self.current, row, columns):
            if self.current is not None:
                self.current.repeated.append(row)
            return
        if are_titles(self.view, self.current, row, columns, labels) or holds_title(
            self.view, self.current, row, columns, labels
        ):
            self._aside(row, columns)
            return
        if is_heading(self.view, self.current, self.pending, row, columns, labels):
            self._heading(row, columns)
            return
        self._data(row)
        heads = [c for c in columns if labels[c].kind in _MIXED]
        if len(heads) > 1 and any(labels[c].kind != "year" for c in heads) and self.current is not None:
            self.current.mixed[row] = heads

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
            and column > min(columns_of(self.view, table))
            and label.kind != "number"
            and not (TITLE_END.search(plain) and years_in(plain))
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
        if label.kind in ("township", "year") and not lists(self.view, table, column, label.kind):
            return False
        if label.kind in ("township", "wording", "period", "year", "total"):
            return column <= min(columns_of(self.view, table)) + 2
        if label.kind in ("number", "value"):
            return bool(table.data)
        return False

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

    def _heading(self, row: int, columns: list[int]) -> None:
        table = self.current
        if (
            table is not None
            and table.data
            and repeats(self.view, self.current, row, columns)
            and not self._new_title(table)
        ):
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
        said = {plain_title(line) for line in (*table.lines, *table.notes)}
        return any(plain_title(line) not in said for line in self.pending if not NOTE.match(squeeze(line.text)))

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
        elif any(is_about_another(self.view, line) for line in self.pending):
            # The form goes on for the next township or year under the headings of the first: what stands between
            # is a title and no group of rows.
            if table.data:
                headings = [h for h in table.headings if not only_names(self.view, h)]
                columns = self.view.by_row[row]
                leftmost = min((c for h in headings for c in self.view.by_row[h]), default=0)
                if min(columns) < leftmost or names_under_figures(self.view, row, headings):
                    headings = []
                table = self._start()
                table.headings, table.continues = headings, True
            else:
                table.lines = [*table.lines, *self.pending]
                self.pending = []
            table.data.append(row)
            return
        groups = [line for line in self.pending if is_group_line(line)]
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
