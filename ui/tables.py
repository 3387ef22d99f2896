"""Tables of figures: sorted by value, shown as ≥80,000 · ≈1,200 · 未报, a click on a cell names the figure."""

from __future__ import annotations

import copy
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from ui import cached

MOST_CELLS = 60_000
"""Above this many cells pandas' Styler is too slow; texts are shown then, which sort as texts."""

ROW_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Picked:
    """The cell a reader clicked: row position and column name."""

    row: int
    column: str


def figure_table(
    values: pd.DataFrame,
    texts: pd.DataFrame,
    *,
    key: str,
    of: tuple[Hashable, ...],
    headings: Mapping[str, str],
    text_columns: Sequence[str] = (),
    widths: Mapping[str, int] | None = None,
    height: int | None = None,
    label: str,
) -> Picked | None:
    """Shows a table and returns the clicked cell.

    ``values`` sorts, ``texts`` (same shape and index) is what is shown; columns in ``text_columns`` are plain texts
    in both. ``of`` tells these values and texts from others of the same ``key``. ``headings``: column → heading.
    ``widths``: column → pixels, for columns that must not be cut. ``label`` names the table for a screen reader.
    """
    values, texts = values.reset_index(drop=True), texts.reset_index(drop=True)
    numbers = [c for c in values.columns if c not in text_columns]
    shown: Any = texts
    if values.size <= MOST_CELLS:
        # Streamlit computes on what it is given: every session gets a copy of its own.
        shown = copy.copy(cached.made(key, of, lambda: _styled(values, texts, numbers)))
    config: dict[str, Any] = {
        c: st.column_config.Column(
            headings.get(c, c),
            alignment="right" if c in numbers else "left",
            pinned=k == 0,
            width=(widths or {}).get(c),
        )
        for k, c in enumerate(values.columns)
    }
    event = st.dataframe(
        shown,
        key=key,
        hide_index=True,
        column_config=config,
        on_select="rerun",
        selection_mode="single-cell",
        row_height=ROW_HEIGHT,
        height=height or min(760, ROW_HEIGHT * (len(values) + 1) + 8),
        lazy=False,
        alt=label,
    )
    cells = event["selection"]["cells"] if event else []
    if not cells:
        return None
    row, column = cells[0]
    return Picked(int(row), str(column)) if 0 <= int(row) < len(values) else None


def _styled(values: pd.DataFrame, texts: pd.DataFrame, numbers: Sequence[str]) -> Any:
    # A missing value would be shown as one and the same word in every column; as −∞ it keeps its own text and sorts
    # below everything.
    numeric = values.assign(**{c: values[c].astype("float64").fillna(-math.inf) for c in numbers})
    # One call for the whole table: a column's formatter looks a value up. Where one value has two texts in a column
    # (1,200 and ≈1,200), the cells in question get formatters of their own.
    styler = numeric.style.format({c: _Looked(dict(zip(numeric[c], texts[c], strict=True))) for c in numbers})
    for column in numbers:
        said = dict(zip(numeric[column], texts[column], strict=True))
        for row in numeric.index[numeric[column].map(said).ne(texts[column])]:
            styler = styler.format(_Fixed(str(texts.at[row, column])), subset=pd.IndexSlice[[row], [column]])
    return styler


@dataclass(frozen=True, slots=True)
class _Looked:
    """A formatter that knows the text of every value."""

    said: Mapping[float, str]

    def __call__(self, value: object) -> str:
        return str(self.said[value])  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A formatter that always gives the same text."""

    text: str

    def __call__(self, _value: object) -> str:
        return self.text
