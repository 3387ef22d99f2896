"""A map of words: townships down, years or groups across, in every cell a word on the colour of its degree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analytics.charts.template import (
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    figure,
    name_margin,
    plain_axis,
    shortened_name,
    title_height,
)

ROW = 22

Cell = tuple[int | None, str]
"""The degree, from 0 for the worst (None: no colour), and the word."""


def word_map(
    townships: Sequence[str],
    heads: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    hovers: Sequence[Sequence[str]],
    colours: Sequence[str],
    words: Words,
    *,
    palette: Palette,
    width: float,
    head_size: int = TEXT_SIZE,
) -> go.Figure:
    """The map: ``cells`` and ``hovers`` row by row for ``townships``, ``colours`` one a degree, ``heads`` over the columns."""
    n = len(colours)
    heat = go.Heatmap(
        z=[[level for level, _ in row] for row in cells],
        x=list(range(len(heads))),
        y=[-k for k in range(len(townships))],
        colorscale=[[at, c] for k, c in enumerate(colours) for at in (k / n, (k + 1) / n)],
        zmin=-0.5,
        zmax=n - 0.5,
        showscale=False,
        xgap=2,
        ygap=2,
        text=[[text for _, text in row] for row in cells],
        texttemplate="%{text}",
        textfont={"size": SMALL_SIZE, "color": palette.ink},
        hovertext=[list(row) for row in hovers],
        hoverinfo="text",
    )
    names = [shortened_name(t) for t in townships]
    lines = max((head.count("<br>") for head in heads), default=0)
    return figure(
        [heat],
        words,
        palette=palette,
        height=ROW * len(townships) + 8,
        layout={
            "xaxis": plain_axis(
                side="top",
                range=[-0.5, len(heads) - 0.5],
                tickvals=list(range(len(heads))),
                ticktext=list(heads),
                tickangle=0,
                tickfont={"size": head_size},
            ),
            "yaxis": names_axis(names),
        },
        margin={"l": name_margin(names), "t": title_height(words, width) + 24 + 15 * lines},
        width=width,
    )


def names_axis(names: Sequence[str], above: float = 0.6) -> dict[str, Any]:
    """The upright axis of rows at 0, −1, −2 … that bear ``names``, with ``above`` rows of room over the first."""
    return plain_axis(
        range=[-len(names) + 0.4, above],
        tickvals=[-k for k in range(len(names))],
        ticktext=list(names),
        ticklabelstandoff=6,
        tickfont={"size": TEXT_SIZE},
    )
