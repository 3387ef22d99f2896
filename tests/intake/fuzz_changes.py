"""Random changes to a workbook's grids: what clerks do to forms, and worse."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from fuzz_sheets import joined, put, rearranged, shifted, size

from analytics.catalogue import Roster, load_catalogue
from analytics.intake.grid import Merge, Sheet, Workbook
from analytics.intake.readers.shown import shown
from analytics.intake.words import GENERIC_MEASURES, NARROWING, STRUCTURE

Change = Callable[[Random, Sheet, Roster | None], Sheet]
STRANGERS = ("某某镇", "云顶乡", "东风村", "县司法局", "各乡镇", "城关街道", "本镇", "乡镇街道", "示例县", "全县")
YEARS = (
    "2023年",
    "2024年度",
    "2022",
    "二〇二三年",
    "上年数",
    "本年数",
    "2023-2024年",
    "2024年1月5日",
    "一季度",
    "上半年",
    "12月",
    "1-12月",
)
LINES = (
    "注：数据截至12月底", "填报单位：", "填报日期：2025年1月8日", "填表人：王某  联系电话：13900000000", "单位：万份", "单位：份",
    "附件1", "说明：法治讲座每场不少于30人", "一、学法", "（二）宣传", "备注", "其中：", "年度：2023年", "2023年各乡镇汇总表",
)  # fmt: skip
ODD = (
    "",
    " ",
    "'",
    "=1+1",
    "#REF!",
    "无",
    "/",
    "—",
    "0",
    "√",
    "①",
    "甲",
    "1",
    "1.",
    "\u200b",
    "A" * 300,
    "数" * 80,
    "𠮷",
    "\x00",
    "👍",
)


@cache
def quantities() -> tuple[str, ...]:
    """Cells as clerks fill them in."""
    found = []
    for name in ("clerk_expressions.csv", "number_expressions.csv"):
        with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as stream:
            found += [next(iter(row.values())) for row in csv.DictReader(stream)]
    return tuple(text for text in found if text)


@cache
def wordings() -> tuple[str, ...]:
    """All headings of the catalogue."""
    return tuple(w for i in load_catalogue().indicators for w in (i.name_zh, *i.wordings))


def text(rng: Random, roster: Roster | None) -> str:
    """A text that may stand in a form."""
    townships = roster.names if roster is not None else ("青禾镇", "石桥乡", "云岭街道")
    totals = [word for word, role in STRUCTURE.items() if role == "total"]
    kind = rng.randrange(13)
    if kind == 0:
        return rng.choice(townships)
    if kind == 1:
        return rng.choice(STRANGERS)
    if kind == 2:
        return rng.choice(YEARS)
    if kind == 3:
        return rng.choice(totals)
    if kind == 4:
        return rng.choice(list(STRUCTURE))
    if kind == 5:
        return rng.choice(list(GENERIC_MEASURES))
    if kind in (6, 7):
        return rng.choice(wordings())
    if kind in (8, 9):
        return rng.choice(quantities())
    if kind == 10:
        return rng.choice(LINES) + (rng.choice(townships) if rng.random() < 0.2 else "")
    if kind == 11:
        return rng.choice(ODD)
    return rng.choice(NARROWING) + rng.choice(wordings())


def _line(rng: Random, sheet: Sheet, axis: int) -> int:
    return rng.randrange(max(1, size(sheet)[axis]))


def _order(sheet: Sheet, axis: int) -> list[int | None]:
    return list(range(size(sheet)[axis]))


def insert(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    axis = rng.randrange(2)
    order = _order(sheet, axis)
    order.insert(_line(rng, sheet, axis), None)
    return rearranged(sheet, axis, order)


def delete(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    axis = rng.randrange(2)
    order = _order(sheet, axis)
    if len(order) > 1:
        del order[rng.randrange(len(order))]
    return rearranged(sheet, axis, order)


def duplicate(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    axis = rng.randrange(2)
    order = _order(sheet, axis)
    if order:
        order.insert(rng.randrange(len(order)), rng.choice(order))
    return rearranged(sheet, axis, order)


def swap(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    axis = rng.randrange(2)
    order = _order(sheet, axis)
    if len(order) > 1:
        one, other = rng.randrange(len(order)), rng.randrange(len(order))
        order[one], order[other] = order[other], order[one]
    return rearranged(sheet, axis, order)


def shift(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    return shifted(sheet, rng.randrange(4), rng.randrange(4))


def blank(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    for _ in range(rng.choice((1, 1, 2, 8))):
        if sheet.cells:
            sheet = put(sheet, *rng.choice(list(sheet.cells)), None)
    return sheet


def retext(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = (
            rng.choice(list(sheet.cells))
            if sheet.cells and rng.random() < 0.8
            else (_line(rng, sheet, 0), _line(rng, sheet, 1))
        )
        value: object = text(rng, roster)
        if rng.random() < 0.2:
            value = rng.choice((0, 1, 2024, 2023, 7, 80000, 0.5, -3, 1e9, 99.5, True, float("nan"), 10**20))
        sheet = put(sheet, *at, value)  # type: ignore[arg-type]
    return sheet


def to_text(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    numbers = [at for at, one in sheet.cells.items() if isinstance(one.value, int | float)]
    for at in rng.sample(numbers, min(len(numbers), rng.choice((1, 3, 50)))):
        sheet = put(
            sheet, *at, rng.choice(("{}", "{}份", "约{}", "{}余", " {} ", "{}次", "{}万")).format(sheet.cells[at].value)
        )
    return sheet


def exchange(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    """Two cells trade places."""
    places = list(sheet.cells)
    if len(places) > 1:
        one, other = rng.sample(places, 2)
        a, b = sheet.cells[one], sheet.cells[other]
        cells = dict(sheet.cells)
        cells[one] = replace(b, row=one[0], column=one[1])
        cells[other] = replace(a, row=other[0], column=other[1])
        return replace(sheet, cells=cells)
    return sheet


def merge(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    top, left = _line(rng, sheet, 0), _line(rng, sheet, 1)
    added = Merge(top, left, top + rng.choice((0, 0, 1, 2, 9)), left + rng.choice((0, 1, 1, 3, 9)))
    cells = sheet.cells
    if rng.random() < 0.7:
        cells = {at: one for at, one in cells.items() if at not in added or at == (top, left)}
    # Office programs refuse ranges that overlap.
    kept = tuple(
        m for m in sheet.merges
        if m.top > added.bottom or m.bottom < added.top or m.left > added.right or m.right < added.left
    )  # fmt: skip
    return replace(sheet, cells=cells, merges=(*kept, added))


def split(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    gone = set(rng.sample(range(len(sheet.merges)), min(len(sheet.merges), rng.choice((1, 3, 99)))))
    return replace(sheet, merges=tuple(m for n, m in enumerate(sheet.merges) if n not in gone))


def hide(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    if rng.random() < 0.5:
        return replace(sheet, hidden_rows=sheet.hidden_rows | {_line(rng, sheet, 0)})
    return replace(sheet, hidden_columns=sheet.hidden_columns | {_line(rng, sheet, 1)})


def scale_up(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    """A format code or a shown text that says something else than the value."""
    numbers = [at for at, one in sheet.cells.items() if isinstance(one.value, int | float)]
    if not numbers:
        return sheet
    at = rng.choice(numbers)
    code = rng.choice(("0.0%", '0!.0,"万"', '0"份"', "General", "yyyy年", ";;;", "@", "#,##0.00", "0.00E+00", '"约"0'))
    old = sheet.cells[at]
    cells = {**sheet.cells, at: replace(old, number_format=code, shown=shown(old.value, code))}
    return replace(sheet, cells=cells)


def empty_formula(rng: Random, sheet: Sheet, roster: Roster | None) -> Sheet:
    numbers = [at for at, one in sheet.cells.items() if isinstance(one.value, int | float)]
    if not numbers:
        return sheet
    at = rng.choice(numbers)
    return replace(sheet, cells={**sheet.cells, at: replace(sheet.cells[at], value=None, shown="", formula="=A1")})


CHANGES: tuple[Change, ...] = (
    insert, delete, duplicate, swap, shift, blank, retext, retext, retext, to_text, exchange, merge, split, hide, scale_up, empty_formula,
)  # fmt: skip


def changed(rng: Random, book: Workbook, roster: Roster | None, other: Workbook) -> Workbook:
    """The workbook after one to six random changes; sometimes with a sheet of another one in it or beside it."""
    sheets = list(book.sheets)
    if rng.random() < 0.15:
        number, stranger = rng.randrange(len(sheets)), rng.choice(other.sheets)
        rows, columns = size(sheets[number])
        gap = rng.randrange(3)
        below = rng.random() < 0.5
        moved = shifted(stranger, rows + gap, 0) if below else shifted(stranger, 0, columns + gap)
        sheets[number] = joined(sheets[number], moved)
    if rng.random() < 0.1:
        sheets.insert(rng.randrange(len(sheets) + 1), rng.choice(other.sheets))
        # Office programs allow a sheet's name once.
        sheets = [
            replace(s, name=f"{s.name} ({n})") if s.name in {o.name for o in sheets[:n]} else s
            for n, s in enumerate(sheets)
        ]
    if rng.random() < 0.05:
        number = rng.randrange(len(sheets))
        sheets[number] = replace(sheets[number], name=text(rng, roster))
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        number = rng.randrange(len(sheets))
        sheets[number] = rng.choice(CHANGES)(rng, sheets[number], roster)
    return replace(book, sheets=tuple(sheets))
