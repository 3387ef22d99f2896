"""The same form set otherwise: moved, spaced, in another order, beside another table. Its figures stay."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from fuzz_rules import place_of, reading_of
from fuzz_same import Changed, by_order, key_of, name_of, pick, with_sheet
from fuzz_sheets import joined, put, rearranged, seeds, shifted, size

from analytics.catalogue import Roster
from analytics.intake.grid import Sheet, Workbook
from analytics.model import Reading


def blank_line(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A blank row or column somewhere that cuts no merged range."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    axis = rng.randrange(2)
    order: list[int | None] = list(range(size(sheet)[axis]))
    spans = [(m.top, m.bottom) if axis == 0 else (m.left, m.right) for m in sheet.merges]
    free = [n for n in range(len(order) + 1) if not any(first < n <= last for first, last in spans)]
    order.insert(rng.choice(free), None)
    return Changed(
        with_sheet(book, number, rearranged(sheet, axis, order)), by_order(sheet, name_of(sheet, file), axis, order)
    )


def shifted_table(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """The whole sheet a few rows down and columns right."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    down, right = rng.randrange(4), rng.randrange(4)
    name = name_of(sheet, file)
    height, width = size(sheet)
    moved = {(name, r + down, c + right): (name, r, c) for r in range(height) for c in range(width)}
    return Changed(with_sheet(book, number, shifted(sheet, down, right)), moved, same=True)


def note_below(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A line of explanation under everything."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    note = rng.choice(
        (
            "注：数据截至12月底，每场不少于30人。",
            "填表人：王某　审核人：李某",
            "说明：本表一式三份",
            "备注：以上数据均为全年累计数",
            "联系电话：0570-1234567",
        )
    )
    return Changed(
        with_sheet(book, number, put(sheet, size(sheet)[0] + rng.randrange(2), min(c for _, c in sheet.cells), note)),
        same=True,
    )


def remark_column(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A column 备注 at the right with a text in it."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    tables = [
        t for t in reading.tables if t.sheet == name_of(sheet, file) and t.layout in ("ledger", "form", "transposed")
    ]
    if len(tables) != 1:
        return None
    (top, _), (_, right) = (place_of(p) for p in tables[0].range.split(":"))
    if right != size(sheet)[1] - 1 or any(m.right == right and m.left < right and m.top < top for m in sheet.merges):
        right = size(sheet)[1] - 1
    changed = put(sheet, top, right + 1, rng.choice(("备注", "说明", "情况说明")))
    data = sorted({place_of(f.source.cell)[0] for f in reading.figures if f.source.sheet == name_of(sheet, file)})
    for row in rng.sample(data, min(len(data), 3)):
        changed = put(
            changed,
            row,
            right + 1,
            rng.choice(("含校园场次", "同比增加12场", "见附件", "数据待核", "3月1日起统计", "其中宪法宣传3场")),
        )
    return Changed(with_sheet(book, number, changed))


def permuted_rows(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """The townships of a ledger in another order."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    name = name_of(sheet, file)
    tables = [t for t in reading.tables if t.sheet == name and t.layout == "ledger"]
    if len(tables) != 1:
        return None
    rows = sorted({place_of(cell)[0] for cell, role in tables[0].roles if role == "township"})
    data = {place_of(f.source.cell)[0] for f in reading.figures if f.source.sheet == name}
    if len(rows) < 2 or data - set(rows) or any(m.top <= r <= m.bottom for m in sheet.merges for r in rows):
        return None
    total = {place_of(cell)[0] for cell, role in tables[0].roles if role == "total"}
    rows = [r for r in rows if r not in total and r > min(rows) - 1]
    mixed = rng.sample(rows, len(rows))
    order: list[int | None] = list(range(size(sheet)[0]))
    for to, origin in zip(rows, mixed, strict=True):
        order[to] = origin
    return Changed(with_sheet(book, number, rearranged(sheet, 0, order)), by_order(sheet, name, 0, order))


def permuted_columns(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """The columns of figures of a table without merged ranges in another order."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    name = name_of(sheet, file)
    tables = [t for t in reading.tables if t.sheet == name and t.layout in ("ledger", "transposed")]
    if len(tables) != 1 or len(tables[0].axes) == 0:
        return None
    (top, left), (bottom, right) = (place_of(p) for p in tables[0].range.split(":"))
    if any(m.bottom >= top and m.top <= bottom for m in sheet.merges):
        return None
    heads = {row for row, _ in (place_of(c) for c, role in tables[0].roles if role == "heading")}
    if len([r for r in heads if r >= top]) > 1 and tables[0].layout == "ledger":
        return None
    columns = sorted({place_of(f.source.cell)[1] for f in reading.figures if f.source.sheet == name})
    if len(columns) < 2 or not left <= columns[0] <= columns[-1] <= right:
        # Figures of a list beside the table are not its columns.
        return None
    order: list[int | None] = list(range(size(sheet)[1]))
    for to, origin in zip(columns, rng.sample(columns, len(columns)), strict=True):
        order[to] = origin
    # Only the table's rows move: a title above it stays where it is.
    table = replace(
        rearranged(sheet, 1, order),
        merges=sheet.merges,
        hidden_columns=sheet.hidden_columns,
    )
    cells = {at: c for at, c in sheet.cells.items() if not top <= at[0] <= bottom}
    cells |= {at: c for at, c in table.cells.items() if top <= at[0] <= bottom}
    return Changed(with_sheet(book, number, replace(table, cells=cells)), by_order(sheet, name, 1, order))


def spaced_texts(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """Blanks and line breaks inside texts, full-width signs: how forms are typed."""
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    cells = dict(sheet.cells)
    for at, one in sheet.cells.items():
        if (
            isinstance(one.value, str)
            and len(one.value) > 1
            and not any(c.isdigit() for c in one.value)
            and rng.random() < 0.5
        ):
            cut = rng.randrange(1, len(one.value))
            if "a" <= one.value[cut - 1].lower() <= "z":
                continue
            text = one.value[:cut] + rng.choice((" ", "　", "\n")) + one.value[cut:]
            cells[at] = replace(one, value=text, shown=text)
    spoken = {key_of(f) for f in reading.figures if not f.source.raw.isascii()}
    return Changed(with_sheet(book, number, replace(sheet, cells=cells)), keys=frozenset(spoken))


def instructions(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A sheet 填表说明 with numbers in prose."""
    lines = (
        "填表说明",
        "1.法治讲座指全年举办的讲座，每场不少于30人，全年不少于4次。",
        "2.宣传资料按份统计，8万余份填80000。",
        "3.请于12月20日前报送。",
    )
    sheet = Sheet("填表说明", {})
    for row, line in enumerate(lines):
        sheet = put(sheet, row, 0, line)
    at = rng.choice((0, len(book.sheets)))
    return Changed(replace(book, sheets=(*book.sheets[:at], sheet, *book.sheets[at:])))


def two_together(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """The same sheet once more below or beside itself with other numbers: equal spots keep what they were.

    Every figure of the first copy either stays or is asked about, for the second says otherwise.
    """
    picked = pick(rng, book)
    if picked is None:
        return None
    number, sheet = picked
    name = name_of(sheet, file)
    if any(t.layout == "log" for t in reading.tables):
        return None
    height, width = size(sheet)
    gap = rng.randrange(3)
    down, right = (height + gap, 0) if rng.random() < 0.5 else (0, width + gap)
    copy = shifted(sheet, down, right)
    moved = {(name, r + down, c + right): (name, r, c) for r in range(height) for c in range(width)}
    moved |= {(name, r, c): (name, r, c) for r in range(height) for c in range(width)}
    return Changed(with_sheet(book, number, joined(sheet, copy)), moved)


def another_table(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A table of another file below or beside: each keeps its figures, or they are asked about."""
    picked = pick(rng, book)
    others = [s for s in seeds(3) if s.roster == roster]
    other = pick(rng, rng.choice(others).book) if others else None
    if picked is None or other is None or any(t.layout == "log" for t in reading.tables):
        return None
    if other[1].hidden_rows or other[1].hidden_columns or picked[1].hidden_rows or picked[1].hidden_columns:
        return None
    number, sheet = picked
    name = name_of(sheet, file)
    alone = reading_of(Workbook((replace(other[1], name=sheet.name),), "xlsx"), file, roster)
    if any(t.layout == "log" for t in alone.tables):
        return None
    height, width = size(sheet)
    gap = rng.randrange(1, 3)
    down, right = (height + gap, 0) if rng.random() < 0.6 else (0, width + gap)
    moved = shifted(other[1], down, right)
    also = {}
    for figure in alone.figures:
        row, column = place_of(figure.source.cell)
        also[name, row + down, column + right] = figure
    rows, columns = size(moved)
    added = {(name, r, c) for r in range(down, rows) for c in range(right, columns)}
    # One figure in both tables is asked about; a stock or a sum may be another's part.
    keys = {key_of(f) for f in reading.figures} & {key_of(f) for f in alone.figures}
    if any(p.code == "two_values" for r in (reading, alone) for p in r.problems):
        return None
    return Changed(
        with_sheet(book, number, joined(sheet, moved)), {}, keys=frozenset(keys), also=also, added=frozenset(added)
    )
