"""Bars with their patterns and texts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.colours import colour
from analytics.export.pictures.paper import Box, Paper, rectangle
from analytics.export.pictures.shared import BARS, DEFAULT, TEXTS, each, plot_of, texts_of


def bars(
    paper: Paper, trace: Mapping[str, Any], x: Axis, y: Axis, rank: int, placed: Sequence[tuple[float, float, float]]
) -> None:
    """Bars; ``placed``: middle, width and base of each in values of its axes."""
    level = trace.get("orientation") == "h"
    along, aside = (x, y) if level else (y, x)
    lengths = along.numbers(list(trace["x"] if level else trace["y"]))
    marker = trace.get("marker") or {}
    n = len(lengths)
    fills = each(marker.get("color"), n, DEFAULT)
    line = marker.get("line") or {}
    thick, inks = each(line.get("width"), n, 0), each(line.get("color"), n, "#444444")
    pattern = marker.get("pattern") or {}
    shapes = each(pattern.get("shape"), n, "")
    hatch_ink = each(pattern.get("fgcolor"), n, "#444444")
    ground = each(pattern.get("bgcolor"), n, None)
    dim = each(marker.get("opacity", trace.get("opacity")), n, 1.0)
    clip = None if trace.get("cliponaxis") is False else plot_of(x, y)
    texts = texts_of(trace, n)
    for k, ((middle, width, base), length) in enumerate(zip(placed, lengths.tolist(), strict=True)):
        if not (math.isfinite(middle) and math.isfinite(length)):
            continue
        one, two = aside.at([middle - width / 2, middle + width / 2])
        low, high = along.at([base, base + length])
        box = (low, one, high, two) if level else (one, low, two, high)
        fill = colour(str(ground[k] if shapes[k] and ground[k] else fills[k]), float(dim[k]))
        hatch = (_HATCHES.get(shapes[k], "///"), colour(str(hatch_ink[k]))) if shapes[k] else None
        paper.area(
            rectangle(box),
            fill,
            colour(str(inks[k])),
            float(thick[k]),
            layer=BARS + rank / 100,
            clip=plot_of(x, y),
            hatch=hatch,
        )
        if texts[k]:
            _bar_text(paper, trace, texts[k], k, n, box, level, length < 0, clip)


_HATCHES = {"/": "/////", "\\": "\\\\\\\\\\", "x": "xxxx", "-": "----", "|": "||||", "+": "+++", ".": "..."}


def _bar_text(
    paper: Paper,
    trace: Mapping[str, Any],
    said: str,
    k: int,
    n: int,
    box: Box,
    level: bool,
    below: bool,
    clip: Box | None,
) -> None:
    where = each(trace.get("textposition"), n, "auto")[k]
    if where == "none":
        return
    font = {**(trace.get("textfont") or {}), **(trace.get(f"{where}textfont") or {})}
    size, ink = float(each(font.get("size"), n, 12)[k]), str(each(font.get("color"), n, "#444444")[k])
    left, right = min(box[0], box[2]), max(box[0], box[2])
    top, bottom = min(box[1], box[3]), max(box[1], box[3])
    layer = TEXTS
    if where == "outside":
        if level:
            at, across = (left - 3, "right") if below else (right + 3, "left")
            paper.text(at, (top + bottom) / 2, said, size, ink, across=across, layer=layer, clip=clip)
        else:
            paper.text(
                (left + right) / 2,
                bottom + 3 if below else top - 3,
                said,
                size,
                ink,
                across="center",
                up="top" if below else "bottom",
                layer=layer,
                clip=clip,
            )
        return
    # Inside: at the end of the bar, or in its middle where the chart says so.
    middle = trace.get("insidetextanchor") == "middle"
    if level:
        at = (left + right) / 2 if middle else right - 3
        paper.text(
            at, (top + bottom) / 2, said, size, ink, across="center" if middle else "right", layer=layer, clip=clip
        )
    else:
        at = (top + bottom) / 2 if middle else top + 3
        paper.text(
            (left + right) / 2,
            at,
            said,
            size,
            ink,
            across="center",
            up="middle" if middle else "top",
            layer=layer,
            clip=clip,
        )
