"""A few cells of a sheet as a small table, the one that is spoken of marked."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from analytics.submission import GridRow


def cell_grid(columns: Sequence[str], rows: Sequence[GridRow], marked: str) -> None:
    """Cells of a sheet with their letters and numbers; ``marked`` stands out by frame and weight."""
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


def _marked(yes: bool) -> str:
    return ' class="marked"' if yes else ""
