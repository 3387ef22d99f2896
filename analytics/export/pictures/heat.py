"""Cells in the colours of a scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.colours import on_scale
from analytics.export.pictures.paper import Paper
from analytics.export.pictures.shared import HEAT, TEXTS


def heat(paper: Paper, trace: Mapping[str, Any], x: Axis, y: Axis) -> None:
    """Cells in colours of a scale, each with its text; a cell without a value is left out."""
    rows = [list(row) for row in trace["z"]]
    if not rows or not rows[0]:
        return
    columns = _cell_edges(x, trace.get("x"), len(rows[0]))
    lines = _cell_edges(y, trace.get("y"), len(rows))
    known = [float(v) for row in rows for v in row if v is not None and v == v]
    least = float(trace["zmin"]) if trace.get("zmin") is not None else min(known, default=0.0)
    most = float(trace["zmax"]) if trace.get("zmax") is not None else max(known, default=1.0)
    gap_x, gap_y = float(trace.get("xgap") or 0) / 2, float(trace.get("ygap") or 0) / 2
    texts = trace.get("text")
    font = trace.get("textfont") or {}
    size, ink = float(font.get("size") or 12), str(font.get("color") or "#444444")
    for r, row in enumerate(rows):
        top, bottom = sorted(lines[r])
        for c, value in enumerate(row):
            if value is None or value != value:
                continue
            left, right = sorted(columns[c])
            fill = on_scale(float(value), least, most, trace["colorscale"])
            paper.box((left + gap_x, top + gap_y, right - gap_x, bottom - gap_y), fill, layer=HEAT)
            said = str(texts[r][c]) if texts is not None and trace.get("texttemplate") else ""
            if said:
                paper.text((left + right) / 2, (top + bottom) / 2, said, size, ink, across="center", layer=TEXTS)


def _cell_edges(axis: Axis, given: Any, n: int) -> list[tuple[float, float]]:
    values = axis.numbers(list(given) if given is not None else list(range(n)))
    if n == 1:
        halves = np.array([values[0] - 0.5, values[0] + 0.5])
    else:
        middles = (values[1:] + values[:-1]) / 2
        halves = np.concatenate(([2 * values[0] - middles[0]], middles, [2 * values[-1] - middles[-1]]))
    places = axis.at(halves.tolist())
    return list(zip(places[:-1].tolist(), places[1:].tolist(), strict=True))
