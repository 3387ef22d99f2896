"""What stands around and over a plot: shapes, notes, the title above and the line at the foot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from matplotlib.path import Path

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.colours import NONE, colour
from analytics.export.pictures.markup import Run, lines_of
from analytics.export.pictures.paper import ASCENT, DESCENT, LINE_HEIGHT, Box, Paper, moved

BELOW, ABOVE, NOTES = 3.0, 12.0, 20.0
"""Layers of shapes under and over the traces, and of notes."""

_INK = "#444444"


def place(axes: Mapping[str, Axis], plot: Box, ref: str, value: Any, upright: bool) -> float:
    """A coordinate of a shape or a note in pixels: of an axis, of the plot ("paper") or of an axis's part."""
    if ref == "paper":
        left, top, right, bottom = plot
        return bottom - float(value) * (bottom - top) if upright else left + float(value) * (right - left)
    name, _, domain = ref.partition(" ")
    axis = axes[name]
    if domain:
        return axis.start + float(value) * (axis.end - axis.start)
    return float(axis.at([value])[0])


def shape(paper: Paper, said: Mapping[str, Any], axes: Mapping[str, Axis], plot: Box) -> None:
    """A line, rectangle or circle. Raises ValueError for another kind."""
    xref, yref = str(said.get("xref") or "x"), str(said.get("yref") or "y")
    x0, x1 = (place(axes, plot, xref, said[k], False) for k in ("x0", "x1"))
    y0, y1 = (place(axes, plot, yref, said[k], True) for k in ("y0", "y1"))
    line = said.get("line") or {}
    thick, ink = float(line.get("width", 2) if line.get("width") is not None else 2), str(line.get("color") or _INK)
    opacity = float(said.get("opacity") or 1.0)
    layer = BELOW if said.get("layer") in ("below", "between") else ABOVE
    kind = said.get("type") or "rect"
    fill = colour(str(said["fillcolor"]), opacity) if said.get("fillcolor") else NONE
    if kind == "line":
        paper.line([x0, x1], [y0, y1], colour(ink, opacity), thick, str(line.get("dash") or "solid"), layer=layer)
    elif kind == "rect":
        paper.box((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), fill, colour(ink, opacity), thick, layer=layer)
    elif kind == "circle":
        middle, half = ((x0 + x1) / 2, (y0 + y1) / 2), (abs(x1 - x0) / 2, abs(y1 - y0) / 2)
        round_ = moved(Path.unit_circle(), half, middle)
        paper.area(round_, fill, colour(ink, opacity), thick, layer=layer)
    else:
        raise ValueError(kind)


def note(paper: Paper, said: Mapping[str, Any], axes: Mapping[str, Axis], plot: Box, font: Mapping[str, Any]) -> None:
    """A note at its point, with its arrow where it has one."""
    if said.get("visible") is False or not said.get("text"):
        return
    xref, yref = str(said.get("xref") or "x"), str(said.get("yref") or "y")
    x = place(axes, plot, xref, said.get("x", 0), False) + float(said.get("xshift") or 0)
    y = place(axes, plot, yref, said.get("y", 0), True) - float(said.get("yshift") or 0)
    own = {**font, **(said.get("font") or {})}
    size, ink = float(own.get("size") or 12), str(own.get("color") or _INK)
    arrow = said.get("showarrow") is not False
    if arrow:
        tip = (x, y)
        x, y = x + float(said.get("ax", -10)), y + float(said.get("ay", -30))
        thick = float(said.get("arrowwidth") or 1)
        paper.line([tip[0], x], [tip[1], y], colour(str(said.get("arrowcolor") or ink)), thick, layer=NOTES - 1)
    across, up = _anchors(said, xref, yref, arrow)
    lines = lines_of(str(said["text"]))
    ground = said.get("bgcolor")
    if ground:
        wide = max(paper.width_of(line, size) for line in lines)
        tall = size * (ASCENT + DESCENT + LINE_HEIGHT * (len(lines) - 1))
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[across]
        top = y - {"top": 0.0, "middle": tall / 2, "bottom": tall}[up]
        paper.box((left - 1, top - 1, left + wide + 1, top + tall + 1), colour(str(ground)), layer=NOTES - 0.5)
    x += {"left": 1, "center": 0, "right": -1}[across]
    y += {"top": 1, "middle": 0, "bottom": -1}[up]
    paper.text(
        x,
        y,
        str(said["text"]),
        size,
        ink,
        across=across,
        up=up,
        align=str(said.get("align") or "center"),
        angle=float(said.get("textangle") or 0),
        layer=NOTES,
    )


def _anchors(said: Mapping[str, Any], xref: str, yref: str, arrow: bool) -> tuple[str, str]:
    across, up = str(said.get("xanchor") or "auto"), str(said.get("yanchor") or "auto")
    if across == "auto":
        at = float(said.get("x") or 0) if xref == "paper" and not arrow else 0.5
        across = "left" if at < 1 / 3 else "right" if at > 2 / 3 else "center"
    if up == "auto":
        at = float(said.get("y") or 0) if yref == "paper" and not arrow else 0.5
        up = "bottom" if at < 1 / 3 else "top" if at > 2 / 3 else "middle"
    return across, up


def title(paper: Paper, said: Mapping[str, Any], font: Mapping[str, Any]) -> None:
    """The title with its subtitle, at the upper left as our charts have it or in the middle as plotly would."""
    if not said.get("text"):
        return
    own = {**font, **(said.get("font") or {})}
    size, ink = float(own.get("size") or 17), str(own.get("color") or _INK)
    pad = said.get("pad") or {}
    at = 0.5 if said.get("x") is None else float(said["x"])
    x = paper.width * at + float(pad.get("l") or 0) - float(pad.get("r") or 0)
    across = {"left": "left", "right": "right"}.get(str(said.get("xanchor")), "left" if at == 0 else "center")
    y = float(pad.get("t") or 0) if said.get("yanchor") == "top" else 0.7 * size + 20
    paper.text(x, y, str(said["text"]), size, ink, across=across, up="baseline", layer=NOTES)


def foot(paper: Paper, said: str, size: float, ink: str, beside: float, bottom: float) -> None:
    """The line at the lower right, over ``bottom``; on a line of its own when ``beside`` (pixels taken at the left)
    leaves no room."""
    wide = paper.width_of(lines_of(said)[0], size)
    if beside + wide + 24 > paper.width:
        paper.text(4, bottom - 5, said, size, ink, up="baseline", layer=NOTES)
    else:
        paper.text(paper.width - 8, bottom - 5, said, size, ink, across="right", up="baseline", layer=NOTES)


def broken(paper: Paper, said: str, size: float, wide: float) -> list[str]:
    """A plain text in lines of at most ``wide`` pixels; no number or Latin word is torn that a line can hold."""
    lines, line = [], ""
    for piece in re.findall(r"[!-~]+|.", " ".join(said.split())):
        if line and paper.width_of([Run(line + piece)], size) > wide and piece not in "，。；：、）”":
            lines.append(line.rstrip())
            line = ""
        while paper.width_of([Run(piece)], size) > wide and len(piece) > 1:
            fits = next(
                n for n in range(len(piece) - 1, 0, -1) if paper.width_of([Run(piece[:n])], size) <= wide or n == 1
            )
            lines.append(piece[:fits])
            piece = piece[fits:]
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines
