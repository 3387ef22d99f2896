"""What must hold for any grid at all, however strange: nothing is invented, every figure can be traced to its cell."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import PurePath

from fuzz_sheets import Place

from analytics.catalogue import Roster, load_catalogue
from analytics.intake.grid import Cell, Sheet, Workbook, a1
from analytics.intake.quantities import Quantity, read_number, read_quantity
from analytics.intake.reading import Decisions, read_grid
from analytics.intake.words import STRUCTURE, squeeze
from analytics.intake.years import read_period, split_year, years_in
from analytics.model import Figure, Qualifier, Reading, Severity, State

SCALES = (1.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e8)
_TOTALS = {word for word, role in STRUCTURE.items() if role == "total" and not word.startswith(("年", "全年"))}
"""Words that add up townships; 年合计 adds up the year of one."""
_A1 = re.compile(r"([A-Z]+)(\d+)")


def reading_of(book: Workbook, file: str, roster: Roster | None, decisions: Decisions | None = None) -> Reading:
    """The reading of a workbook's grids."""
    return read_grid(book, file, "0" * 64, roster, decisions or Decisions())


def place_of(cell: str) -> Place:
    """The 0-based place of an A1 name."""
    match = _A1.fullmatch(cell)
    assert match is not None, cell
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def sheets_of(book: Workbook, file: str) -> dict[str, Sheet]:
    """The sheets by the name that figures carry."""
    stem = PurePath(file).stem
    return {(sheet.name or stem): sheet for sheet in book.sheets}


def text_of(cell: Cell | None) -> str:
    """The text of a cell as a person sees it."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell.value, str) else cell.shown


def faults(book: Workbook, file: str, roster: Roster | None, reading: Reading) -> Iterator[tuple[str, str]]:
    """Every breach as (rule, sentence)."""
    sheets, sights = sheets_of(book, file), dict[str, Sight]()
    # A cover says whose return it is for the sheets behind it.
    covers = [text_of(c) for s in book.sheets if s.name not in {f.source.sheet for f in reading.figures} for c in s]
    keys = Counter((f.township, f.year, f.indicator) for f in reading.figures)
    for key, count in keys.items():
        if count > 1:
            yield "key twice", f"{key}"
    for problem in reading.problems:
        if problem.sheet is not None and problem.sheet not in sheets:
            yield "problem elsewhere", f"{problem.code} {problem.sheet}"
        if not problem.message.zh or not problem.message.en:
            yield "problem says nothing", problem.code
    if not reading.figures and not any(p.severity is not Severity.NOTE for p in reading.problems):
        yield "silence", "no figures and nothing asked"
    for figure in reading.figures:
        where = f"{figure.township} {figure.year} {figure.indicator} {figure.value} at {figure.source}"
        sheet = sheets.get(figure.source.sheet or "")
        if sheet is None:
            yield "no such sheet", where
            continue
        if sheet.name not in sights:
            sights[sheet.name] = Sight(sheet, file, covers, {p.cell for p in reading.problems if p.cell})
        raw = figure.source.raw
        # Parts in units that do not go together are asked about as they are.
        mixed = any(p.code in ("scale", "unit_mismatch") for p in reading.problems)
        if " + " in raw and " + …" not in raw and not mixed and not _adds_up(figure, book):
            yield "sum does not add up", where
        for rule in _broken(figure, sights[sheet.name], roster):
            # 合计 over villages or offices, which are asked about, is the township's own figure.
            if rule != "total read as a figure" or not any(p.code == "part_of_township" for p in reading.problems):
                yield rule, where


def _broken(figure: Figure, sight: Sight, roster: Roster | None) -> Iterator[str]:
    sheet = sight.sheet
    at = place_of(figure.source.cell)
    if sheet.hidden or at[0] in sheet.hidden_rows or at[1] in sheet.hidden_columns:
        yield "hidden cell read"
    indicator = load_catalogue().by_id[figure.indicator]
    if figure.unit != indicator.unit:
        yield "unit"
    if (figure.value is None) == (figure.state is State.REPORTED):
        yield "value without state"
    if figure.value is not None:
        if not math.isfinite(figure.value) or figure.value < 0:
            yield "impossible value"
        if indicator.kind == "rate" and figure.value > 100:
            yield "rate over 100"
    summed = " + " in figure.source.raw or figure.source.raw.endswith("行台账")
    cell = _seen(sheet, at)
    if not summed and text_of(cell) != figure.source.raw:
        yield "raw is not the cell's text"
    if not summed and figure.value is not None and not _follows(figure, cell):
        yield "value does not follow from the cell"
    if not summed and figure.value is not None and indicator.kind != "rate" and cell is not None:
        read = _read(cell)
        if (
            isinstance(read, Quantity)
            and not read.scale_said
            and read.low
            and figure.value != read.low
            and not sight.scale(at)
        ):
            yield "scale from nowhere"
    if roster is not None and figure.township not in roster.names:
        yield "township off the roster"
    if not sight.mentions(figure.township, at, roster):
        yield "township out of sight"
    other, headed = sight.named_left(at, roster), sight.heads_name(figure.township, at)
    if other and figure.township not in other and not headed:
        yield "another township in the row"
    if not sight.year(figure.year, at):
        yield "year from nowhere"
    if sight.is_total(at) and not headed and figure.township not in other and figure.value is not None:
        yield "total read as a figure"


def _seen(sheet: Sheet, at: Place) -> Cell | None:
    """The cell a person sees at a place: of a merged range the one at its top left, hidden ones left out."""
    for merge in sheet.merges:
        if at in merge:
            top = next((n for n in range(merge.top, merge.bottom + 1) if n not in sheet.hidden_rows), merge.top)
            return sheet.cells.get((merge.top, merge.left)) or sheet.cells.get((top, merge.left))
    return sheet.cells.get(at)


def _read(cell: Cell) -> object:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return read_number(value, cell.shown, cell.number_format)
    return read_quantity(value) if isinstance(value, str) else None


def _follows(figure: Figure, cell: Cell | None) -> bool:
    read = _read(cell) if cell is not None else None
    if not isinstance(read, Quantity) or read.low != read.high or figure.value is None:
        return False
    if read.qualifier is not figure.qualifier:
        return False
    return any(math.isclose(read.low * scale, figure.value, rel_tol=1e-6, abs_tol=1e-4) for scale in SCALES)


def _adds_up(figure: Figure, book: Workbook) -> bool:
    """Whether the parts of a sum are texts of cells and add up to the figure."""
    texts: dict[str, set[float]] = {}
    for cell in (cell for sheet in book.sheets for cell in sheet.cells.values()):
        read = _read(cell)
        if isinstance(read, Quantity):
            texts.setdefault(text_of(cell), set()).add(read.low)
    total, exact = 0.0, True
    for part in figure.source.raw.split(" + "):
        values = texts.get(part)
        if not values or len(values) != 1:
            return values is not None
        total += min(values)
        read = read_quantity(part)
        exact = exact and not (isinstance(read, Quantity) and read.qualifier is not Qualifier.EXACT)
    if exact is not (figure.qualifier is Qualifier.EXACT) or figure.value is None:
        return False
    return any(math.isclose(total * scale, figure.value, rel_tol=1e-6, abs_tol=1e-4) for scale in SCALES)


class Sight:
    """What can be read around a figure on its sheet, gathered once for all figures."""

    def __init__(self, sheet: Sheet, file: str, covers: Sequence[str] = (), asked: Collection[str] = ()) -> None:
        self.sheet, self.asked = sheet, asked
        self.rows: dict[int, list[tuple[int, str]]] = {}
        self.columns: dict[int, list[tuple[int, str]]] = {}
        # What a merged range covers is seen by nobody.
        covered = {
            (row, column)
            for m in sheet.merges
            if (m.top, m.left) in sheet.cells
            for row, column in sheet.cells
            if (row, column) in m and (row, column) != (m.top, m.left)
        }
        for (row, column), cell in sorted(sheet.cells.items()):
            if (row, column) in covered:
                continue
            self.rows.setdefault(row, []).append((column, text_of(cell)))
            self.columns.setdefault(column, []).append((row, text_of(cell)))
        # Lines with few cells (titles, notes) and lines that say who filled it in, when, in which unit.
        self.lines = [sheet.name, PurePath(file).stem, *covers]
        for texts in (part for row in self.rows.values() for part in self._parts(row)):
            if len(texts) <= 4 or any(":" in squeeze(t) or "单位" in t for _, t in texts):
                self.lines += [t for _, t in texts]
            else:
                self.lines += [t for _, t in texts if len(t) > 8 or split_year(t)[0]]
        self.merged = [(m, text_of(sheet.cells[m.top, m.left])) for m in sheet.merges if (m.top, m.left) in sheet.cells]
        self._villages = any(word in text_of(c) for c in sheet.cells.values() for word in ("村", "社区", "片区"))
        self._years = {year for text in self.lines for year in _years(text)}

    def _parts(self, row: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
        """The cells of a row, apart where a column that is empty all the way down stands between two tables."""
        parts: list[list[tuple[int, str]]] = [[]]
        for column, text in row:
            before = parts[-1][-1][0] if parts[-1] else column
            if any(between not in self.columns for between in range(before + 1, column)):
                parts.append([])
            parts[-1].append((column, text))
        return parts

    def around(self, at: Place) -> list[str]:
        """Texts of the figure's row and of its column above, merged ranges counted over all they cover."""
        texts = [t for _, t in self.rows.get(at[0], ())]
        texts += [t for row, t in self.columns.get(at[1], ()) if row <= at[0]]
        # A name written only once holds for the rows below that leave it out.
        # A township over a small form stands above its labels.
        own = {column for column, _ in self.rows.get(at[0], ())} - {at[1] - 1}
        for column in self.columns:
            above = [t for row, t in self.columns.get(column, ()) if row < at[0]]
            if column not in own and above:
                texts.append(above[-1])
        texts += [
            t for m, t in self.merged if m.top <= at[0] <= m.bottom or (m.left <= at[1] <= m.right and m.top <= at[0])
        ]
        return texts

    def scale(self, at: Place) -> bool:
        return any(word in text for text in (*self.around(at), *self.lines) for word in "万千百亿")

    def year(self, year: int, at: Place) -> bool:
        texts = self.around(at)
        said = self._years | {y for text in texts for y in _years(text)}
        relative = any(w in t for t in (*texts, *self.lines) for w in ("上年", "去年", "上一年", "本年", "今年"))
        return year in said or (relative and year + 1 in said)

    def mentions(self, township: str, at: Place, roster: Roster | None) -> bool:
        names = _names(township, roster)
        plain = [squeeze(text) for text in (*self.around(at), *self.lines)]
        return any(name in text for text in plain for name in names) or any(
            _one_letter_off(text, township) for text in plain
        )

    def left_of(self, at: Place) -> list[tuple[int, str]]:
        """The cells left of a figure that belong to its table: what stands behind a gap or behind figures does not."""
        found: list[tuple[int, str]] = []
        before, figures = -1, False
        for column, text in self.rows.get(at[0], ()):
            if column >= at[1] or column in self.sheet.hidden_columns:
                continue
            is_figure = isinstance(read_quantity(text), Quantity)
            if any(c not in self.columns for c in range(before + 1, column)) or (figures and not is_figure):
                found, figures = [], False
            if a1(at[0], column) not in self.asked:
                found.append((column, text))
            before, figures = column, figures or is_figure
        return found

    def heads_name(self, township: str, at: Place) -> bool:
        """Whether the township stands above the figure or in full in its row, so that no other label there counts."""
        if any(squeeze(t) == township for c, t in self.rows.get(at[0], ()) if c < at[1]):
            return True
        above = [t for row, t in self.columns.get(at[1], ()) if row < at[0]]
        above += [t for m, t in self.merged if m.left <= at[1] <= m.right and m.top < at[0]]
        return any(township in squeeze(t) for t in above)

    def named_left(self, at: Place, roster: Roster | None) -> set[str]:
        """The roster's townships that cells left of the figure name in full."""
        if roster is None:
            return set()
        left = {squeeze(text) for _, text in self.left_of(at)}
        return {t for t in roster.names if t in left}

    def is_total(self, at: Place) -> bool:
        """Whether one of the first labels left of the figure is a totals word that adds up no periods, villages or kinds."""
        if self._villages or any(m.top < at[0] <= m.bottom and m.right < at[1] for m, _ in self.merged):
            return False
        return any(
            squeeze(t) in _TOTALS and not any(read_period(p) for _, p in self.columns[c])
            for c, t in self.left_of(at)[:2]
        )


def _names(township: str, roster: Roster | None) -> set[str]:
    if roster is None:
        return {township}
    known = next((t for t in roster.townships if t.name == township), None)
    stem = re.sub(r"(?:街道|镇|乡)$", "", township)
    return {township, stem, *(known.aliases if known else ())}


def _one_letter_off(plain: str, township: str) -> bool:
    size = len(township)
    windows = (plain[n : n + size] for n in range(len(plain) - size + 1))
    return any(sum(a != b for a, b in zip(w, township, strict=True)) == 1 for w in windows)


@cache
def _years(text: str) -> frozenset[int]:
    named = split_year(text)[0]
    # 2,024.00 is how a year looks under a format for money.
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", squeeze(text))
    bare = {int(n) for n in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", plain)}
    return frozenset({*years_in(text), *bare, *({named} if named else set())})
