"""What every data row of a block stands for, read from its labels."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.columns import in_unit
from analytics.intake.corrections import Correction
from analytics.intake.grid import Cell
from analytics.intake.labels import Labeller, as_year
from analytics.intake.meanings import Block, Meaning, path
from analytics.intake.raw_tables import RawTable
from analytics.intake.townships import Sighting
from analytics.intake.units import read_unit
from analytics.intake.view import View
from analytics.intake.words import STRUCTURE, squeeze
from analytics.intake.years import read_period, split_year, years_in

_ADDED_UP = re.compile(r"[㐀-鿿]{1,8}(?:自治县|县|(?<!社)区|市|旗)(?:合计|小计|总计)?|[^\W_]{1,10}(?:小计|合计|总计)")
"""A row among townships that is named after the county, or 东片小计: their total."""


def row_heading(view: View, block: Block, row: int) -> str:
    """The label of a row as one text, its group first."""
    labels = [block.raw.groups.get(row, "")]
    labels += [view.text(row, c.index) for c in block.with_role("township", "year", "period", "group", "indicator")]
    return path(tuple(label for label in labels if label.strip()))


def corrected_row(meaning: Meaning, correction: Correction | None) -> Meaning | None:
    """The row's meaning as corrected; None where the user said that it holds no figures."""
    if correction is None:
        return meaning
    if correction.unit is not None:
        meaning = in_unit(meaning, correction.unit)
    if correction.role in ("remark", "blank"):
        return None
    if correction.role == "total":
        return replace(meaning, total="township" if not meaning.headings else "indicator")
    return replace(meaning, total="") if correction.role == "value" else meaning


def read_row(view: View, raw: RawTable, block: Block, row: int) -> Meaning:
    """What the labels of a data row say: township, year, period, indicator texts, unit, and whether it is a total."""
    labeller = view.labeller
    meaning = Meaning()
    headings: list[str] = []
    if row in raw.groups:
        headings.append(raw.groups[row])
    total_in = ""
    leaves = {view.anchor(row, c.index) for c in block.with_role("indicator")}
    for column in block.columns:
        if column.role == "group" and view.anchor(row, column.index) in leaves:
            # A name merged over the columns of groups and of indicators is said once.
            continue
        cell: Cell | None = view.seen(row, column.index)
        if cell is None or column.role not in ("serial", "township", "year", "period", "indicator", "group", "unit"):
            continue
        text = cell.value if isinstance(cell.value, str) else cell.shown
        kind = labeller.label(cell).kind
        at = view.anchor(row, column.index)
        if kind == "total":
            total_in = column.role if column.role != "serial" else total_in or "serial"
            continue
        if column.role == "township" and kind == "derived":
            # 平均 among townships.
            meaning = replace(meaning, derived=True)
            continue
        if column.role == "township" and kind != "township" and _ADDED_UP.fullmatch(squeeze(text)):
            total_in = "township"
            continue
        if column.role == "township":
            sighting = labeller.townships.whole(text)
            if (
                sighting is None
                and len(years := years_in(text)) == 1
                and len(seen := labeller.townships.inside(text)) == 1
            ):
                sighting = seen[0]
                meaning = replace(meaning, year=years[0])
            meaning = replace(
                meaning,
                township=sighting or (Sighting(squeeze(text), "unknown") if text.strip() else None),
                township_at=at,
            )
        elif column.role == "year":
            meaning = _year_label(meaning, text, as_year(cell))
        elif column.role == "period":
            meaning = replace(meaning, period=read_period(text))
        elif column.role == "unit":
            meaning = replace(meaning, unit=read_unit(text))
        elif column.role in ("indicator", "group"):
            meaning = _row_label(labeller, meaning, headings, text, at, leaf=column.role == "indicator")
    if total_in == "group" and meaning.heading_at is not None:
        # 合计 in the column of groups beside an indicator: what it adds up is asked when its figures are taken.
        total_in = ""
    if total_in:
        over = {"period": "", "serial": _first_key(block)}.get(total_in, total_in)
        meaning = replace(meaning, total="indicator" if over == "group" else over)
        if total_in == "period" or (total_in == "indicator" and _rows_are_periods(view, raw, block)):
            meaning = replace(meaning, total="")
    return replace(meaning, headings=tuple(headings))


def _year_label(meaning: Meaning, text: str, bare: int | None) -> Meaning:
    """The year of a row; one that is not all of a year (2024年1-10月, 近三年合计) is said to be so."""
    year, relative, rest = split_year(text)
    year = year or bare
    if bare is not None or (year is None and relative is None and not squeeze(text)):
        return replace(meaning, year=year)
    period = read_period(rest) if rest else None
    role = STRUCTURE.get(rest, "")
    if rest and period is None and role not in ("value", "plan", "derived"):
        return replace(meaning, unclear=text)
    meaning = replace(meaning, year=year, relative=relative, period=period or meaning.period)
    return replace(meaning, derived=True) if role in ("plan", "derived") else meaning


def _row_label(
    labeller: Labeller, meaning: Meaning, headings: list[str], text: str, at: tuple[int, int], leaf: bool
) -> Meaning:
    year, relative, rest = split_year(text)
    period = read_period(rest) if rest else None
    if (year is not None or relative is not None) and not rest:
        return replace(meaning, year=year, relative=relative)
    if period is not None:
        return replace(meaning, period=period, year=year or meaning.year)
    sighting = labeller.townships.whole(text) if labeller.of_text(text).kind == "township" else None
    if sighting is not None:
        return replace(meaning, township=sighting, township_at=at)
    headings.append(rest if year is not None or relative is not None else text)
    return replace(meaning, heading_at=at if leaf else meaning.heading_at, year=year or meaning.year, relative=relative)


def _rows_are_periods(view: View, raw: RawTable, block: Block) -> bool:
    return any(
        read_period(view.text(row, c.index)) is not None
        for c in block.columns
        if c.role == "indicator"
        for row in raw.data
    )


def _first_key(block: Block) -> str:
    return next((c.role for c in block.columns if c.role in ("township", "indicator", "period", "year")), "township")


def fill_down(view: View, block: Block) -> None:
    """Gives a row without a township, but with a year, period or indicator of its own, the township written above it."""
    columns = block.with_role("township")
    if not columns:
        return
    above, page = Meaning(), 0
    for row, meaning in block.rows.items():
        breaks = sum(1 for repeated in block.raw.repeated if repeated < row)
        if breaks != page:
            # Under headings that are repeated on the next page nobody sees who stood on the last one.
            above, page = Meaning(), breaks
        blank = all(view.seen(row, c.index) is None for c in columns)
        if meaning.township is not None or not blank:
            above = meaning
        elif (
            above.township is not None
            and not meaning.total
            and (
                meaning.year is not None
                or meaning.relative is not None
                or meaning.period is not None
                or meaning.heading_at is not None
            )
        ):
            block.rows[row] = replace(meaning, township=above.township, township_at=above.township_at)
