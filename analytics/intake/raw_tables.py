"""A table before anybody knows what its rows and columns mean, and the lines around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from analytics.intake.labels import Label
from analytics.intake.view import View

STRUCTURE_KINDS = frozenset(
    {"serial", "indicator", "corner", "group", "unit", "remark", "plan", "derived", "place", "activity", "people", "leaflets",
     "township_head", "year_head", "period_head", "value_head", "date_head"}
)  # fmt: skip
"""What a cell of a heading row is, and nothing in a row of data."""


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


def columns_of(view: View, table: RawTable) -> set[int]:
    """The columns that headings and the first rows of data reach."""
    rows = table.headings + table.data[:5]
    return {c for r in rows for c in view.by_row.get(r, ())} or {0}


def lists(view: View, table: RawTable, column: int, kind: str) -> bool:
    """Whether a column of row labels is one of townships, or of years, so that a lone one is a row without figures."""
    if table.data:
        return any(view.label(row, column).kind == kind for row in table.data)
    return not any(view.seen_label(row, column).kind == "indicator" for row in table.headings)


def lists_any(view: View, table: RawTable | None, columns: list[int], labels: dict[int, Label]) -> bool:
    """Whether the current table has township or year labels in one of the columns where this row has them."""
    return table is not None and any(lists(view, table, c, labels[c].kind) for c in columns)
