"""Which rows of a sheet are headings: words and no quantities, or years, or numbers of columns."""

from __future__ import annotations

import re

from analytics.intake.labels import Label, as_year, wordy
from analytics.intake.raw_tables import STRUCTURE_KINDS, Line, RawTable, columns_of, lists_any
from analytics.intake.titles import follows_title
from analytics.intake.view import View
from analytics.intake.words import squeeze

_COLUMN_LETTER = re.compile(r"[A-Z](?:=.*)?|[甲乙丙丁戊己]|[①-⑳]")


def is_column_numbers(view: View, table: RawTable | None, row: int, columns: list[int]) -> bool:
    """甲 | 1 | 2 | 3 under a heading: the numbers of the columns, no data."""
    if table is None or table.data or not table.headings:
        return False
    texts = [squeeze(view.text(row, c)).strip("()栏") for c in columns]
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


def is_heading(
    view: View, table: RawTable | None, pending: list[Line], row: int, columns: list[int], labels: dict[int, Label]
) -> bool:
    """Whether a row holds headings; ``pending`` are the lines since the table before it, which may announce another."""
    kinds = {c: label.kind for c, label in labels.items()}
    numbers = [c for c, kind in kinds.items() if kind == "number"]
    years = [c for c in numbers if (cell := view.cell(row, c)) is not None and as_year(cell)]
    if (
        (table is None or (not table.headings and not table.data))
        and not numbers
        and list(kinds.values()).count("value") == 1
        and sum(kind in STRUCTURE_KINDS or kind == "year" for kind in kinds.values()) >= 2
    ):
        # 指标 | 2023年 | 2024年 | 2024/2023: one odd heading makes no data of the others.
        return True
    if not numbers and (table is None or not table.data) and _names_with_numbers(view, row, kinds):
        kinds = {c: "text" if kind == "value" else kind for c, kind in kinds.items()}
    if any(kind in ("value", "date") for c, kind in kinds.items() if c not in years):
        # 无 or / in a value column makes it data; but a heading row never holds them.
        return False
    if len(numbers) > len(years):
        return False
    if years and not _bare_years_head(view, table, row, columns, years):
        return False
    structure = sum(kind in STRUCTURE_KINDS for kind in kinds.values())
    if table is None or (not table.headings and not table.data):
        return structure >= 1 or (len(columns) >= 2 and not _pairs(kinds))
    if not table.data:
        return not _starts_data(view, table, row, columns, kinds)
    if repeats(view, table, row, columns):
        return True
    if set(kinds.values()) <= {"township", "year"} and not lists_any(view, table, columns, labels):
        # Townships over forms side by side: the next pair begins.
        return True
    across = sum(kind in ("township", "wording", "year", "period") for kind in kinds.values())
    if structure >= 2 or (structure >= 1 and across >= 1):
        return follows_title(pending) or not _fits(view, table, columns, kinds)
    return across >= 2 and not _fits(view, table, columns, kinds)


def repeats(view: View, table: RawTable | None, row: int, columns: list[int]) -> bool:
    """Whether a row says what a heading row of the current table says (a heading repeated at a page break)."""
    assert table is not None
    mine = [squeeze(view.text(row, c)) for c in columns]
    return any(mine == [squeeze(view.text(h, c)) for c in view.by_row.get(h, ())] for h in table.headings)


def _names_with_numbers(view: View, row: int, kinds: dict[int, str]) -> bool:
    """Whether every cell that seems to hold a quantity names something instead (周一例会学法), among headings."""
    told = list(kinds.values())
    named = sum(kind in STRUCTURE_KINDS for kind in told) + told.count("wording")
    return (
        "township" not in told
        and named > told.count("value") > 0
        and all(wordy(squeeze(view.text(row, c))) for c, kind in kinds.items() if kind == "value")
    )


def _bare_years_head(view: View, table: RawTable | None, row: int, columns: list[int], years: list[int]) -> bool:
    """Whether bare numbers like 2022 | 2023 stand as column headings: several different ones, and words besides."""
    values = [as_year(cell) for c in years if (cell := view.cell(row, c)) is not None]
    if table is not None and table.data:
        return False
    return len(set(values)) >= 2 or (
        table is not None and bool(table.headings) and all(view.label(row, c).kind != "township" for c in columns)
    )


def _pairs(kinds: dict[int, str]) -> bool:
    return list(kinds.values()) == ["text", "text"]


def _starts_data(view: View, table: RawTable | None, row: int, columns: list[int], kinds: dict[int, str]) -> bool:
    """Under finished headings: whether a row without any quantity is already data (a township that sent nothing)."""
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
        and first <= min(columns_of(view, table)) + 1
        and not any(kinds[c] in ("township", "wording", "measure", "year", "period") for c in columns if c != first)
    )


def _fits(view: View, table: RawTable | None, columns: list[int], kinds: dict[int, str]) -> bool:
    """Whether a row has the same kinds of cells in the same columns as the data rows before it."""
    assert table is not None
    sample = table.data[-6:]
    agree = 0
    for c in columns:
        before = {view.label(r, c).kind for r in sample} - {"blank"}
        if kinds[c] in before or ({kinds[c], *before} <= {"text", "wording", "township", "total"} and before):
            agree += 1
    return agree >= max(1, (len(columns) + 1) // 2)
