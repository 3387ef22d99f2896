"""Sheets written by hand, cell by cell, each figure together with what a careful official would take it for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

QUALIFIERS = {"": "exact", ">": "at_least", "~": "about"}
MISSING_WORDS = ("/", "—", "——", "未统计", "未报")


@dataclass(frozen=True)
class Cell:
    """What is typed into a cell and, where it is a figure, what it means. ``raw`` is what one sees on the screen."""

    typed: Any
    indicator: str | None = None
    value: float | None = None
    qualifier: str = "exact"
    state: str = ""
    township: str | None = None
    year: int | None = None
    known: bool = True
    heading: str | None = None
    raw: str | None = None
    number_format: str | None = None
    cached: Any = None
    cells: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        if self.raw is not None:
            return self.raw
        seen = self.cached if self.cached is not None else self.typed
        return "" if seen is None else str(seen)


def fig(indicator: str | None, typed: Any, value: float | None = None, qualifier: str = "", **more: Any) -> Cell:
    """A figure the sheet states; a plain number means itself."""
    if value is None:
        seen = more.get("cached", typed)
        value = float(seen) if isinstance(seen, int | float) else None
        assert value is not None, (indicator, typed)
    return Cell(typed, indicator, value, QUALIFIERS[qualifier], "reported", **more)


def gone(indicator: str | None, typed: Any = None, **more: Any) -> Cell:
    """A figure that was asked for and not given."""
    return Cell(typed, indicator, state="missing", **more)


def not_applicable(indicator: str | None, typed: Any = "不适用", **more: Any) -> Cell:
    return Cell(typed, indicator, state="not_applicable", **more)


def ask(indicator: str | None, typed: Any, **more: Any) -> Cell:
    """What she would phone the township about."""
    return Cell(typed, indicator, state="ask", **more)


def show(typed: Any, number_format: str | None = None, cached: Any = None) -> Cell:
    """A cell that is no figure but has a format or a formula."""
    return Cell(typed, number_format=number_format, cached=cached)


@dataclass
class Sheet:
    """Rows of typed values; ``<`` continues the merged cell on the left, ``^`` the one above."""

    name: str
    rows: list[list[Any]]
    township: str | None = None
    year: int | None = None
    row0: int = 1
    column0: int = 1
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class File:
    """One file a clerk sent."""

    name: str
    layout: str
    sheets: tuple[Sheet, ...]
    form: str
    roster: bool
    habit: str
    encoding: str


FILES: list[File] = []


def sent(
    name: str, layout: str, *sheets: Sheet, habit: str = "", roster: bool = True, form: str = "", encoding: str = ""
) -> None:
    """Adds a file to the corpus; ``form`` is the true format where the name says another."""
    assert name not in {f.name for f in FILES}, name
    FILES.append(File(name, layout, sheets, form or name.rsplit(".", 1)[1], roster, habit, encoding))


def across(columns: str, *values: Any, **more: Any) -> list[Any]:
    """Cells of one ledger row: ``columns`` names an indicator each, ``?`` a wording not in the catalogue, ``*n`` a
    factor to the indicator's unit, ``-`` a column that is no figure."""
    names = columns.split()
    assert len(names) == len(values), (names, values)
    return [_meant(name, value, more) for name, value in zip(names, values, strict=True)]


def _meant(name: str, value: Any, more: dict[str, Any]) -> Any:
    if name == "-" or value in ("<", "^"):
        return value
    name, _, factor = name.partition("*")
    known = not name.endswith("?")
    indicator = name.rstrip("?")
    if isinstance(value, Cell):
        return replace(value, indicator=value.indicator or indicator, known=value.known and known, **more)
    if value is None or value in MISSING_WORDS:
        return gone(indicator, value, known=known, **more)
    times = float(factor) if factor else 1
    return fig(indicator, value, round(value * times, 4), known=known, **more)


def ledger(columns: str, *rows: tuple[Any, ...]) -> list[list[Any]]:
    """Rows of a ledger as ``across`` takes them, each after the township it is of."""
    return [across(columns, *cells, township=township) for township, *cells in rows]


def along(indicator: str, values: tuple[Any, ...], **of: Any) -> list[Any]:
    """Cells of one indicator side by side; a tuple in ``of`` (township, year) gives each cell its own."""
    each = [{key: one[n] if isinstance(one, tuple) else one for key, one in of.items()} for n in range(len(values))]
    return [_meant(indicator, value, more) for value, more in zip(values, each, strict=True)]


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def placed(sheet: Sheet) -> list[tuple[int, int, Any, int, int]]:
    """(row, column, cell, rows spanned, columns spanned) of everything that stands on the sheet."""
    grid = sheet.rows
    out = []
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if cell is None or (isinstance(cell, str) and cell in ("<", "^")):
                continue
            wide = 1
            while j + wide < len(row) and isinstance(row[j + wide], str) and row[j + wide] == "<":
                wide += 1
            tall = 1
            while i + tall < len(grid) and j < len(grid[i + tall]) and grid[i + tall][j] == "^":
                tall += 1
            out.append((sheet.row0 + i, sheet.column0 + j, cell, tall, wide))
    return out


def truth_of(file: File) -> list[dict[str, Any]]:
    """One row a figure, as ``tests/intake/scoring.py`` takes it."""
    rows = []
    for sheet in file.sheets:
        for row, column, cell, _, _ in placed(sheet):
            if not isinstance(cell, Cell) or not cell.state:
                continue
            where = f"{column_letters(column)}{row}"
            entry = {
                "file": file.name,
                "township": cell.township or sheet.township,
                "year": cell.year or sheet.year,
                "indicator": cell.indicator,
                "value": cell.value,
                "qualifier": cell.qualifier,
                "state": cell.state,
                "raw": cell.shown,
                "sheet": sheet.name,
                "cell": where,
                "heading": cell.heading or _heading(sheet, row, column),
                "known": cell.known,
            }
            if cell.cells:
                entry["cells"] = list(cell.cells)
            rows.append(entry)
    return rows


def _heading(sheet: Sheet, row: int, column: int) -> str:
    """The nearest words: to the left in its row, unless that is a place or a bare unit, else above."""
    i, j = row - sheet.row0, column - sheet.column0
    words = [str(c) for c in sheet.rows[i][:j] if isinstance(c, str) and c not in ("<", "^")]
    words = [w for w in words if len(w) > 2 and w[-1] not in "镇乡道处府"]
    if words:
        return words[-1]
    for above in reversed(sheet.rows[:i]):
        if j < len(above) and isinstance(above[j], str) and len(above[j]) > 2:
            return above[j]
    return ""
