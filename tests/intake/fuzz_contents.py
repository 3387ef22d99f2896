"""One thing in a form is another: a heading, a number, a name. What it says of other figures stays."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from fuzz_rules import place_of, sheets_of
from fuzz_same import Changed, key_of, spot_of, stands_alone, with_sheet
from fuzz_sheets import Place, put

from analytics.catalogue import Roster, load_catalogue
from analytics.intake.grid import Sheet, Workbook
from analytics.intake.heading_cores import split_unit
from analytics.model import Figure, Reading

STRANGE = (
    "彩虹甲乙丙",
    "绿化面积（亩）",
    "粮食产量",
    "驻村干部走访户数",
    "农村厕所改造",
    "水费收缴",
    "党费",
    "招商引资",
)


def renamed_heading(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A heading of some figure becomes that of something nobody asked for; its figures must go, the others stay."""
    if not reading.figures:
        return None
    figure = rng.choice(reading.figures)
    sheets = sheets_of(book, file)
    sheet = sheets[figure.source.sheet or ""]
    number = list(sheets).index(figure.source.sheet or "")
    row, column = place_of(figure.source.cell)
    merged = {(m.top, m.left) for m in sheet.merges}
    in_row = [at for at in sheet.cells if at[0] == row and at[1] < column]
    above = [at for at in sheet.cells if at[1] == column and at[0] < row]
    heads = [at for at in in_row + above if at not in merged and _names_indicator(sheet, at, figure)]
    if len(heads) != 1:
        return None
    strange = rng.choice(STRANGE)
    touched = [f for f in reading.figures if f.indicator == figure.indicator]
    after = put(sheet, *heads[0], strange)
    keys = frozenset(key_of(f) for f in touched)
    return Changed(with_sheet(book, number, after), {}, frozenset(spot_of(f) for f in touched), keys, strange=True)


def _names_indicator(sheet: Sheet, at: Place, figure: Figure) -> bool:
    indicator = load_catalogue().by_id[figure.indicator]
    value = sheet.cells[at].value
    return isinstance(value, str) and split_unit(value)[0] in {
        split_unit(w)[0] for w in (indicator.name_zh, *indicator.wordings)
    }


def blanked_figure(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """One figure's cell is emptied or doubtful: that figure is missing or asked about, no other changes."""
    figures = [f for f in reading.figures if stands_alone(f)]
    if not figures:
        return None
    figure = rng.choice(figures)
    sheets = sheets_of(book, file)
    name = figure.source.sheet or ""
    at = place_of(figure.source.cell)
    value = rng.choice((None, None, "/", "几十", "12O", "见附件", "未统计", "3/4", "#REF!"))
    after = put(sheets[name], *at, value)
    return Changed(
        with_sheet(book, list(sheets).index(name), after), {}, frozenset({(name, *at)}), frozenset({key_of(figure)})
    )


def other_number(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """One figure's number is another one: no other figure changes."""
    figures = [f for f in reading.figures if stands_alone(f)]
    if not figures:
        return None
    figure = rng.choice(figures)
    sheets = sheets_of(book, file)
    name = figure.source.sheet or ""
    at = place_of(figure.source.cell)
    value = rng.choice((0, 1, 2, 17, 2023, 2024, 80000, 99.5, "8万余", "３４", "12次", "1,200", "约30", "无"))
    after = put(sheets[name], *at, value)
    return Changed(
        with_sheet(book, list(sheets).index(name), after), {}, frozenset({(name, *at)}), frozenset({key_of(figure)})
    )


def nameless_row(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A township's name in a ledger is emptied or becomes a totals word: its figures go, no other changes."""
    cells = [
        (t.sheet, place_of(cell))
        for t in reading.tables
        for cell, role in t.roles
        if role == "township" and t.layout == "ledger"
    ]
    if not cells:
        return None
    name, at = rng.choice(cells)
    sheets = sheets_of(book, file)
    if at not in sheets[name].cells or any(at in m for m in sheets[name].merges):
        return None
    after = put(sheets[name], *at, rng.choice((None, "合计", "小计", "全县", "某某镇", "县司法局", "其他")))
    gone = {(f.township, f.source.raw) for f in reading.figures if place_of(f.source.cell)[0] == at[0]}
    keys = {key_of(f) for f in reading.figures if f.township in {t for t, _ in gone}}
    return Changed(with_sheet(book, list(sheets).index(name), after), keys=frozenset(keys))


def hidden_row(rng: Random, book: Workbook, reading: Reading, file: str, roster: Roster | None) -> Changed | None:
    """A row of figures is hidden: they go, no other changes."""
    if not reading.figures:
        return None
    figure = rng.choice(reading.figures)
    if not all(stands_alone(f) or f.source.raw == "" for f in reading.figures):
        return None
    sheets = sheets_of(book, file)
    name, (row, _) = figure.source.sheet or "", place_of(figure.source.cell)
    sheet = sheets[name]
    if any(m.top <= row <= m.bottom for m in sheet.merges):
        return None
    after = replace(sheet, hidden_rows=sheet.hidden_rows | {row})
    gone = [f for f in reading.figures if (f.source.sheet or "") == name and place_of(f.source.cell)[0] == row]
    return Changed(with_sheet(book, list(sheets).index(name), after), keys=frozenset(key_of(f) for f in gone))
