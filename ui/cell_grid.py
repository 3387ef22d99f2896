"""A few cells of a sheet as a small table, the one that is spoken of marked."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analytics.submission import GridRow

NARROW, WIDE = 270, 390
"""Pixels a table has on the smallest screen: in a panel beside charts, and in one that takes two fifths of the screen."""
LETTER, EDGES, WIDEST = 5.6, 15, 168
"""Pixels of half a Chinese character, of the padding of a cell, and of the widest cell (ui/look.py)."""


def cell_grid(columns: Sequence[str], rows: Sequence[GridRow], marked: str, room: int = NARROW) -> None:
    """Cells of a sheet with their letters and numbers; ``marked`` stands out by frame and weight, and is in view.

    What is between the names of the lines and the marked cell is left out where ``room`` (pixels) does not hold it.
    """
    kept = in_view(rows, marked, room)
    columns = [columns[k] for k in kept]
    rows = [replace(row, cells=tuple(row.cells[k] for k in kept)) for row in rows]
    head = "".join(f"<th>{html.escape(name)}</th>" for name in ("", *columns))
    body = "".join(
        f"<tr><th>{row.number}</th>"
        + "".join(
            f"<td{_marked(cell.marked or cell.name == marked)}>{html.escape(cell.text)}</td>" for cell in row.cells
        )
        + "</tr>"
        for row in rows
    )
    st.html(f'<div class="grid" style="overflow:auto"><table><tr>{head}</tr>{body}</table></div>')


def in_view(rows: Sequence[GridRow], marked: str, room: int) -> list[int]:
    """The places of the columns to show so that the marked cell begins and ends within ``room`` pixels.

    The first column, which names the lines, stays; the neighbours before the marked cell go, the nearest first.
    """
    kept = list(range(len(rows[0].cells))) if rows else []
    own = next((k for row in rows for k, cell in enumerate(row.cells) if cell.marked or cell.name == marked), None)
    if own is None:
        return kept
    widths = {k: max(_width(row.cells[k].text) for row in rows) for k in kept}
    for k in range(own - 1, 0, -1):
        if EDGES + sum(widths[c] for c in kept if c <= own) <= room:
            break
        kept.remove(k)
    return kept


def _width(text: str) -> float:
    return min(WIDEST, LETTER * sum(2 if sign >= "\u2e80" else 1 for sign in text) + EDGES)


def _marked(yes: bool) -> str:
    return ' class="marked"' if yes else ""
