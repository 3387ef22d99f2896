"""A chart (a plotly figure) drawn on paper without a browser: same places, same letters, same colours."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from analytics.export.pictures.around import broken, foot, note, shape, title
from analytics.export.pictures.axes import Axis, axis_of, edges
from analytics.export.pictures.bars import bars
from analytics.export.pictures.heat import heat
from analytics.export.pictures.lines import scatter
from analytics.export.pictures.markup import lines_of, plain
from analytics.export.pictures.paper import Box, Paper
from analytics.export.pictures.placing import piled, places

WIDTH = 1000
"""Pixels across a chart that does not say how wide its title was broken for."""

_LETTER = 16.0
_FOOT_SIZE, _FOOT_INK = 11.0, "#52606D"
_FOOT_LINE = 18

KINDS = frozenset({"bar", "scatter", "scattergl", "heatmap"})
"""The kinds of traces that can be drawn."""


class UnknownChartError(ValueError):
    """A chart uses something that is not drawn here."""


def width_of(figure: go.Figure) -> int:
    """Pixels across for a picture of ``figure``: what its title was broken for, else ``WIDTH``."""
    meta = figure.layout.meta
    letters = meta.get("letters") if isinstance(meta, dict) else None
    return WIDTH if letters is None else max(420, round(float(letters) * _LETTER) + 60)


def title_of(figure: go.Figure) -> str:
    """The chart's title, the finding, in one line."""
    text = str(figure.layout.title.text or "")
    return plain(text.split("</b>")[0])


def draw(figure: go.Figure, *, width: int | None = None, stamp: str = "", notes: Sequence[str] = ()) -> Paper:
    """The figure on a white sheet; ``stamp`` is said at the foot beside what the chart itself says there, ``notes``
    (plain texts) are printed under it.

    Raises UnknownChartError for kinds of traces not known here, NoChineseFontError where letters cannot be drawn.
    """
    chart = figure.to_plotly_json()
    layout: Mapping[str, Any] = unpacked(chart.get("layout") or {})
    traces = [unpacked(t) for t in chart.get("data") or () if t.get("visible") is not False]
    unknown = {str(t.get("type") or "scatter") for t in traces} - KINDS
    if unknown:
        raise UnknownChartError(", ".join(sorted(unknown)))
    wide = width or width_of(figure)
    tall = float(layout.get("height") or 450)
    foot_notes = [n for n in layout.get("annotations") or () if _at_the_foot(n)]
    measure = Paper(wide, tall)
    beside = max((measure.width_of(lines_of(str(n["text"]))[0], _FOOT_SIZE) for n in foot_notes), default=0.0)
    extra = _FOOT_LINE if stamp and _too_wide(measure, stamp, beside) else 0
    below = [line for said in notes for line in broken(measure, said, _FOOT_SIZE, wide - 16)]
    bottom = tall + extra
    paper = Paper(wide, bottom + (_FOOT_LINE * len(below) + 6 if below else 0))
    margin = {"l": 80, "r": 80, "t": 100, "b": 80, **(layout.get("margin") or {})}
    plot: Box = (margin["l"], margin["t"], wide - margin["r"], tall - margin["b"])
    font = layout.get("font") or {}
    axes = _axes(layout, traces, plot)
    for name, axis in axes.items():
        edges(paper, axis, axes[_across(name, axis, axes)], font)
    for said in layout.get("shapes") or ():
        shape(paper, said, axes, plot)
    _traces(paper, traces, axes, layout)
    for said in layout.get("annotations") or ():
        note(paper, said, axes, plot, font)
    title(paper, layout.get("title") or {}, font)
    if stamp:
        foot(paper, stamp, _FOOT_SIZE, _FOOT_INK, beside, bottom)
    for number, line in enumerate(below, start=1):
        paper.text(8, bottom + _FOOT_LINE * number - 5, html.escape(line), _FOOT_SIZE, _FOOT_INK, up="baseline")
    return paper


def unpacked(part: Any) -> Any:
    """``part`` of a figure with arrays, and numbers that plotly packed for the browser (base64), as plain lists."""
    if isinstance(part, Mapping):
        if "bdata" in part and "dtype" in part:
            numbers = np.frombuffer(base64.b64decode(part["bdata"]), dtype=np.dtype(str(part["dtype"])))
            shape = [int(n) for n in str(part.get("shape") or "").split(",") if n.strip()]
            return (numbers.reshape(shape) if shape else numbers).tolist()
        return {name: unpacked(value) for name, value in part.items()}
    return part.tolist() if isinstance(part, np.ndarray) else part


def _at_the_foot(said: Mapping[str, Any]) -> bool:
    return said.get("xref") == "paper" and said.get("yref") == "paper" and said.get("y") == 0


def _too_wide(paper: Paper, stamp: str, beside: float) -> bool:
    return beside + paper.width_of(lines_of(stamp)[0], _FOOT_SIZE) + 24 > paper.width


def _axes(layout: Mapping[str, Any], traces: Sequence[Mapping[str, Any]], plot: Box) -> dict[str, Axis]:
    found: dict[str, Axis] = {}
    names = {re.sub("axis", "", key) for key in layout if re.fullmatch(r"[xy]axis\d*", key)} | {"x", "y"}
    for name in sorted(names):
        upright = name.startswith("y")
        said = layout.get(name[0] + "axis" + name[1:]) or {}
        letter = name[0]
        mine = [t for t in traces if (t.get(f"{letter}axis") or letter) == name and t.get(letter) is not None]
        values = [list(t[letter]) for t in mine]
        if any(_along(t) == letter for t in mine):
            values.append([0, *piled([t for t in mine if _along(t) == letter], str(layout.get("barmode")))])
        found[name] = axis_of(said, upright, plot, values)
    return found


def _along(trace: Mapping[str, Any]) -> str:
    """The letter of the axis along which a bar trace's bars reach; none for other traces."""
    if trace.get("type") != "bar":
        return ""
    return "x" if trace.get("orientation") == "h" else "y"


def _across(name: str, axis: Axis, axes: Mapping[str, Axis]) -> str:
    """The axis that ``axis`` stands on."""
    other = str(axis.said.get("anchor") or "")
    if other not in axes:
        other = ("x" if axis.upright else "y") + name[1:]
    return other if other in axes else ("x" if axis.upright else "y")


def _traces(
    paper: Paper, traces: Sequence[Mapping[str, Any]], axes: Mapping[str, Axis], layout: Mapping[str, Any]
) -> None:
    names = [(str(t.get("xaxis") or "x"), str(t.get("yaxis") or "y")) for t in traces]
    pairs = [(axes[x], axes[y]) for x, y in names]
    standing = [k for k, t in enumerate(traces) if t.get("type") == "bar"]
    placed: dict[int, Any] = {}
    for pair in dict.fromkeys(names[k] for k in standing):
        mine = [k for k in standing if names[k] == pair]
        found = places([traces[k] for k in mine], [pairs[k] for k in mine], layout)
        placed.update(zip(mine, found, strict=True))
    before: dict[tuple[str, str], Any] = {}
    for rank, (trace, (x, y)) in enumerate(zip(traces, pairs, strict=True)):
        kind = str(trace.get("type") or "scatter")
        if kind == "bar":
            bars(paper, trace, x, y, rank, placed[rank])
        elif kind == "heatmap":
            heat(paper, trace, x, y)
        else:
            before[names[rank]] = scatter(paper, trace, x, y, rank, before.get(names[rank]))
