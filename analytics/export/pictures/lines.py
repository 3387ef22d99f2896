"""Lines, filled areas, marks, whiskers and texts, where plotly draws them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.path import Path

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.colours import NONE, colour, on_scale
from analytics.export.pictures.marks import sign
from analytics.export.pictures.paper import Box, Paper, moved
from analytics.export.pictures.shared import DEFAULT, LINES, MARKS, TEXTS, each, plot_of, texts_of


def scatter(
    paper: Paper, trace: Mapping[str, Any], x: Axis, y: Axis, rank: int, before: tuple[Any, Any] | None
) -> tuple[Any, Any]:
    """Lines, marks and texts; ``before`` is the line a filled area reaches to. Returns its own line in pixels."""
    n = max(len(trace.get("x") or ()), len(trace.get("y") or ()))
    across = x.at(list(trace["x"]) if trace.get("x") is not None else list(range(n)))
    down = y.at(list(trace["y"]) if trace.get("y") is not None else list(range(n)))
    mode = str(trace.get("mode") or "lines+markers")
    dim = float(trace.get("opacity") or 1.0)
    plot = plot_of(x, y)
    clip = None if trace.get("cliponaxis") is False else plot
    line = trace.get("line") or {}
    base = str((trace.get("marker") or {}).get("color") if "lines" not in mode else line.get("color") or DEFAULT)
    drawn_x, drawn_y = _stepped(across, down, str(line.get("shape") or "linear"), bool(trace.get("connectgaps")))
    if trace.get("fill") and trace["fill"] != "none":
        _filled(paper, trace, drawn_x, drawn_y, y, before, plot, rank, base if base != "None" else DEFAULT)
    if "lines" in mode and float(line.get("width", 2) or 0):
        ink = colour(str(line.get("color") or DEFAULT), dim)
        paper.line(
            drawn_x,
            drawn_y,
            ink,
            float(line.get("width") or 2),
            str(line.get("dash") or "solid"),
            layer=LINES + rank / 100,
            clip=plot,
        )
    for name, axis in (("error_x", x), ("error_y", y)):
        _whiskers(paper, trace.get(name) or {}, trace, axis, (across, down), rank, plot)
    sizes = [0.0] * n
    if "markers" in mode:
        sizes = _markers(paper, trace, across, down, rank, clip, dim)
    if "text" in mode:
        _labels(paper, trace, across, down, sizes, clip)
    return drawn_x, drawn_y


def _stepped(across: Any, down: Any, shape: str, connect: bool) -> tuple[Any, Any]:
    if connect:
        known = np.isfinite(across) & np.isfinite(down)
        across, down = across[known], down[known]
    if shape not in ("hv", "vh") or len(across) < 2:
        return across, down
    x, y = np.repeat(across, 2), np.repeat(down, 2)
    return (x[1:], y[:-1]) if shape == "hv" else (x[:-1], y[1:])


def _filled(
    paper: Paper,
    trace: Mapping[str, Any],
    across: Any,
    down: Any,
    y: Axis,
    before: tuple[Any, Any] | None,
    plot: Box,
    rank: int,
    base: str,
) -> None:
    known = np.isfinite(across) & np.isfinite(down)
    points = list(zip(across[known].tolist(), down[known].tolist(), strict=True))
    if trace["fill"] == "tonexty" and before is not None:
        other = np.isfinite(before[0]) & np.isfinite(before[1])
        points += list(zip(before[0][other].tolist(), before[1][other].tolist(), strict=True))[::-1]
    elif trace["fill"] in ("tozeroy", "tonexty") and points:
        floor = float(y.at([0])[0])
        points += [(points[-1][0], floor), (points[0][0], floor)]
    if len(points) < 3:
        return
    fill = colour(str(trace["fillcolor"])) if trace.get("fillcolor") else colour(base, 0.5)
    paper.area(Path([*points, points[0]], closed=True), fill, layer=LINES - 1 + rank / 100, clip=plot)


def _whiskers(
    paper: Paper,
    error: Mapping[str, Any],
    trace: Mapping[str, Any],
    axis: Axis,
    points: tuple[Any, Any],
    rank: int,
    plot: Box,
) -> None:
    if not error.get("array") or error.get("visible") is False:
        return
    values = axis.numbers(list(trace["y"] if axis.upright else trace["x"]))
    up = np.asarray(error["array"], dtype=np.float64)
    down = np.asarray(error["arrayminus"], dtype=np.float64) if error.get("arrayminus") is not None else up
    low, high = axis.at((values - down).tolist()), axis.at((values + up).tolist())
    ink, thick = colour(str(error.get("color") or "#444444")), float(error.get("thickness") or 2)
    for at_x, at_y, one, two in zip(*points, low, high, strict=True):
        if math.isfinite(at_x) and math.isfinite(at_y) and math.isfinite(one) and math.isfinite(two):
            line = ([at_x, at_x], [one, two]) if axis.upright else ([one, two], [at_y, at_y])
            paper.line(*line, ink, thick, layer=LINES + rank / 100, clip=plot)


def _markers(
    paper: Paper, trace: Mapping[str, Any], across: Any, down: Any, rank: int, clip: Box | None, dim: float
) -> list[float]:
    marker, n = trace.get("marker") or {}, len(across)
    bubbles = isinstance(marker.get("size"), list | tuple)
    sizes = [float(s) for s in each(marker.get("size"), n, 6)]
    symbols = each(marker.get("symbol"), n, "circle")
    fallback = (trace.get("line") or {}).get("color") or DEFAULT
    inks = _inks(marker, n, str(fallback))
    dims = each(marker.get("opacity"), n, 0.7 if bubbles else 1.0)
    line = marker.get("line") or {}
    widths = each(line.get("width"), n, 1 if bubbles else 0)
    edges = each(line.get("color"), n, "#FFFFFF" if bubbles else "#444444")
    for k in range(n):
        if not (math.isfinite(across[k]) and math.isfinite(down[k])):
            continue
        path, is_open, thin = sign(str(symbols[k]))
        placed = moved(path, (sizes[k] / 2, sizes[k] / 2), (float(across[k]), float(down[k])))
        strong = float(dims[k]) * dim
        ink = inks[k] if isinstance(inks[k], tuple) else colour(str(inks[k]))
        ink = (*ink[:3], ink[3] * strong)
        edge, wide = colour(str(edges[k]), strong), float(widths[k])
        if thin:
            paper.area(placed, NONE, edge, wide or 1, layer=MARKS + rank / 100, clip=clip)
        elif is_open:
            paper.area(placed, NONE, ink, wide or 1, layer=MARKS + rank / 100, clip=clip)
        else:
            paper.area(placed, ink, edge, wide, layer=MARKS + rank / 100, clip=clip)
    return sizes


def _inks(marker: Mapping[str, Any], n: int, fallback: str) -> list[Any]:
    said = each(marker.get("color"), n, fallback)
    if marker.get("colorscale") and any(isinstance(v, int | float) for v in said):
        known = [float(v) for v in said if isinstance(v, int | float)]
        least = float(marker["cmin"]) if marker.get("cmin") is not None else min(known)
        most = float(marker["cmax"]) if marker.get("cmax") is not None else max(known)
        return [on_scale(float(v), least, most, marker["colorscale"]) for v in said]
    return said


def _labels(
    paper: Paper, trace: Mapping[str, Any], across: Any, down: Any, sizes: Sequence[float], clip: Box | None
) -> None:
    n = len(across)
    font = trace.get("textfont") or {}
    letters, inks = each(font.get("size"), n, 12), each(font.get("color"), n, "#444444")
    for k, (said, where) in enumerate(
        zip(texts_of(trace, n), each(trace.get("textposition"), n, "middle center"), strict=True)
    ):
        if not said.strip() or not (math.isfinite(across[k]) and math.isfinite(down[k])):
            continue
        size = float(letters[k])
        r = sizes[k] / 2 / 0.8 + 1 if sizes[k] else 0.0
        up = -1 if "top" in where else 1 if "bottom" in where else 0
        aside = -1 if "left" in where else 1 if "right" in where else 0
        lines = said.count("<br>") * 1.3 + 1
        paper.text(
            float(across[k]) + aside * r,
            float(down[k]) + 0.75 * size + up * r + (up - 1) * lines * size / 2,
            said,
            size,
            str(inks[k]),
            across={-1: "right", 0: "center", 1: "left"}[aside],
            up="baseline",
            layer=TEXTS,
            clip=clip,
        )
