"""Table → what every column and every row stands for.

A figure's cell gets its township, year, period, indicator and unit from three places: the headings above it, the
labels left of it, and the lines around its table. Each of these is read into the same small record, ``Meaning``.
"""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.columns import corrected_column, read_column, settle, side_by_side, spread
from analytics.intake.corrections import Corrections, keys_of, said_of
from analytics.intake.forms import form_of
from analytics.intake.meanings import Block, path
from analytics.intake.raw_tables import RawTable
from analytics.intake.rows import corrected_row, fill_down, read_row, row_heading
from analytics.intake.totals import place_totals, take_row_parts
from analytics.intake.view import View


def read_axes(view: View, raw: RawTable, corrections: Corrections | None = None) -> list[Block]:
    """The blocks of a table, each with the meaning of its columns and rows; ``corrections`` are what users have said."""
    said = said_of(corrections, form_of(view, raw)) if corrections else {}
    places = sorted({c for row in (*raw.headings, *raw.data) for c in spread(view, row)})
    columns = settle(view, raw, [read_column(view, raw, c) for c in places])
    keys = keys_of(path(c.heads) for c in columns)
    columns = [
        replace(corrected_column(c, said.get(("column", key))), key=key, corrected=("column", key) in said)
        for c, key in zip(columns, keys, strict=True)
    ]
    blocks = [Block(raw, part) for part in side_by_side(columns, view.sheet.hidden_columns)]
    for block in blocks:
        place_totals(block, view.labeller)
        names = keys_of(row_heading(view, block, row) for row in raw.data)
        block.row_keys = dict(zip(raw.data, names, strict=True))
        for row in raw.data:
            meaning = read_row(view, raw, block, row)
            kept = corrected_row(meaning, said.get(("row", block.row_keys[row])))
            if kept is not None:
                block.rows[row] = kept
        take_row_parts(block, view.labeller)
        fill_down(view, block)
    return blocks
