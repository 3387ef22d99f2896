"""Sheets taken apart and put together anew, and the real layouts that fuzzing starts from."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from grids import sheet as sheet_of_text

from analytics.catalogue import Roster, load_roster
from analytics.catalogue.roster import Township
from analytics.intake.grid import Cell, CellValue, Sheet, Workbook
from analytics.intake.readers import read_workbook

ROOT = Path(__file__).resolve().parents[2]
Place = tuple[int, int]
_HIDDEN = re.compile(r"hidden (rows|columns) \[([\d, ]+)\]")


@dataclass(frozen=True)
class Seed:
    """A real return as grids: the file's name, its sheets and the county's roster (None: any X镇 counts)."""

    name: str
    book: Workbook
    roster: Roster | None


def cell(row: int, column: int, value: CellValue) -> Cell:
    return Cell(row, column, value, str(value))


def put(sheet: Sheet, row: int, column: int, value: CellValue) -> Sheet:
    """The sheet with one cell set; None empties it."""
    cells = dict(sheet.cells)
    if value is None:
        cells.pop((row, column), None)
    else:
        cells[row, column] = cell(row, column, value)
    return replace(sheet, cells=cells)


def size(sheet: Sheet) -> tuple[int, int]:
    """Rows and columns up to the last cell or merge."""
    rows = max([r for r, _ in sheet.cells] + [m.bottom for m in sheet.merges], default=-1) + 1
    columns = max([c for _, c in sheet.cells] + [m.right for m in sheet.merges], default=-1) + 1
    return rows, columns


def rearranged(sheet: Sheet, axis: int, order: Sequence[int | None]) -> Sheet:
    """The sheet with its rows (axis 0) or columns (axis 1) in a new order: dropped, repeated, None for a blank one.

    Merged ranges go with their lines; where these come apart so does the range.
    """
    news: dict[int, list[int]] = {}
    for new, old in enumerate(order):
        if old is not None:
            news.setdefault(old, []).append(new)
    cells = {}
    for at, one in sheet.cells.items():
        for new in news.get(at[axis], ()):
            row, column = (new, at[1]) if axis == 0 else (at[0], new)
            cells[row, column] = replace(one, row=row, column=column)
    merges = []
    for merge in sheet.merges:
        first, last = (merge.top, merge.bottom) if axis == 0 else (merge.left, merge.right)
        for start, end in _runs(order, first, last):
            moved = replace(merge, top=start, bottom=end) if axis == 0 else replace(merge, left=start, right=end)
            if moved.top != moved.bottom or moved.left != moved.right:
                merges.append(moved)
    hidden = sheet.hidden_rows if axis == 0 else sheet.hidden_columns
    moved_hidden = frozenset(new for old in hidden for new in news.get(old, ()))
    return replace(
        sheet,
        cells=cells,
        merges=tuple(merges),
        hidden_rows=moved_hidden if axis == 0 else sheet.hidden_rows,
        hidden_columns=moved_hidden if axis == 1 else sheet.hidden_columns,
    )


def _runs(order: Sequence[int | None], first: int, last: int) -> list[tuple[int, int]]:
    """The stretches of the new order that hold a merged range's lines, blank ones between them included."""
    runs: list[tuple[int, int]] = []
    expected = -1
    for new, old in enumerate(order):
        if old is None or not first <= old <= last:
            continue
        if runs and old == expected and all(o is None for o in order[runs[-1][1] + 1 : new]):
            runs[-1] = (runs[-1][0], new)
        else:
            runs.append((new, new))
        expected = old + 1
    return runs


def shifted(sheet: Sheet, rows: int, columns: int) -> Sheet:
    """The sheet moved down and right."""
    height, width = size(sheet)
    moved = rearranged(sheet, 0, [None] * rows + list(range(height)))
    return rearranged(moved, 1, [None] * columns + list(range(width)))


def joined(first: Sheet, second: Sheet) -> Sheet:
    """Two sheets laid over each other, which must not overlap."""
    return replace(
        first,
        cells={**first.cells, **second.cells},
        merges=first.merges + second.merges,
        hidden_rows=first.hidden_rows | second.hidden_rows,
        hidden_columns=first.hidden_columns | second.hidden_columns,
    )


def as_text(sheet: Sheet) -> str:
    """The sheet in the writing of ``layouts.txt``, for a reproducer (number formats and formulas are lost)."""
    height, width = size(sheet)
    covered: dict[Place, str] = {}
    for merge in sheet.merges:
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                if (row, column) != (merge.top, merge.left):
                    covered[row, column] = "^" if column == merge.left else "<"
    lines = []
    for row in range(height):
        parts = []
        for column in range(width):
            one = sheet.cells.get((row, column))
            text = "" if one is None else one.shown.replace("\n", "\\n").replace("|", "｜")
            if one is not None and isinstance(one.value, str) and text[:1].isdigit():
                text = "'" + text
            parts.append(covered.get((row, column), text))
        lines.append("|".join(parts))
    hidden = "".join(
        f" hidden {n} {sorted(v)}" for n, v in (("rows", sheet.hidden_rows), ("columns", sheet.hidden_columns)) if v
    )
    return f"[sheet {sheet.name}]{hidden}\n" + "\n".join(lines)


@cache
def seeds(step: int = 1) -> tuple[Seed, ...]:
    """The written layouts, the sample returns and the corpus of clerks' files, each with its roster; of the files every ``step``-th."""
    found = [*_layouts()]
    sample = load_roster(ROOT / "sample_data" / "roster.csv")
    corpus = ROOT / "tests" / "corpus"
    places = [(path, sample) for path in sorted((ROOT / "sample_data" / "returns").glob("*/*"))]
    if (corpus / "roster.csv").is_file():
        own = load_roster(corpus / "roster.csv")
        listed = {}
        with (corpus / "files.csv").open(encoding="utf-8", newline="") as stream:
            listed = {row["file"]: row["roster"] for row in csv.DictReader(stream)}
        places += [(p, own) for p in sorted((corpus / "files").glob("*")) if listed.get(p.name) == "yes"]
    for path, roster in places[::step]:
        book = read_workbook(path.read_bytes(), path.name)
        if isinstance(book, Workbook) and sum(len(s.cells) for s in book.sheets) < 1500:
            found.append(Seed(path.name, book, roster))
    return tuple(found)


@dataclass(frozen=True)
class Case:
    """A written case: what is given, and the lines that come out (figures, and ``?`` with what is asked)."""

    title: str
    seed: Seed
    expected: tuple[str, ...]


def cases(path: Path) -> list[Case]:
    """The cases of a file written like ``layouts.txt``; a line ``roster:`` names the county's townships."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n=== "):
        title, _, body = block.removeprefix("=== ").partition("\n")
        given, _, expected = body.partition("--->\n")
        if "[sheet " not in given:
            continue
        said = {
            key: value.strip()
            for line in given.partition("[sheet ")[0].splitlines()
            for key, colon, value in [line.partition(":")]
            if colon
        }
        sheets = tuple(_sheet(part) for part in given.split("[sheet ")[1:])
        names = said.get("roster", "").split()
        roster = Roster(tuple(Township(str(n), name) for n, name in enumerate(names))) if names else None
        seed = Seed(said.get("file", "报表.xlsx"), Workbook(sheets, "xlsx"), roster)
        found.append(Case(title.strip(), seed, tuple(line for line in expected.splitlines() if line.strip())))
    return found


def _sheet(text: str) -> Sheet:
    name, _, rest = text.partition("]")
    more, _, grid = rest.partition("\n")
    hidden = {kind: frozenset(int(n) for n in numbers.split(",")) for kind, numbers in _HIDDEN.findall(more)}
    read = sheet_of_text(grid.rstrip("\n"), name)
    return replace(read, hidden_rows=hidden.get("rows", frozenset()), hidden_columns=hidden.get("columns", frozenset()))


def _layouts() -> list[Seed]:
    roster = Roster(tuple(Township(str(n), name) for n, name in enumerate(("青禾镇", "石桥乡", "云岭街道", "白云乡"))))
    here = ROOT / "tests" / "intake"
    listed = [*cases(here / "layouts.txt")]
    for path in sorted((here / "findings").glob("*.txt")):
        listed += cases(path)
    return [replace(c.seed, roster=c.seed.roster or (roster if n % 2 else None)) for n, c in enumerate(listed)]
