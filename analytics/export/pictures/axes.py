"""Where a value stands on the sheet, and what is written along the edges of a plot."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

from analytics.export.pictures.colours import colour
from analytics.export.pictures.paper import ASCENT, DESCENT, LINE_HEIGHT, Box, Paper

GRID, TICKS = 1.0, 2.0
"""Layers: the grid lies under everything."""

_TEXT, _INK = 12.0, "#444444"
"""What plotly writes with where a chart does not say."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: ``first`` and ``last`` are the values at its two ends, ``start`` and ``end`` their pixels."""

    said: Mapping[str, Any]
    upright: bool
    first: float
    last: float
    start: float
    end: float
    names: tuple[str, ...] | None = None

    def at(self, values: Sequence[Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
        """Pixels of values; of texts on an axis of names; NaN where there is none."""
        numbers = self.numbers(values)
        span = self.last - self.first
        share = (numbers - self.first) / span if span else np.full(len(numbers), 0.5)
        return np.asarray(self.start + share * (self.end - self.start), dtype=np.float64)

    def numbers(self, values: Sequence[Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
        """The values as the axis counts them."""
        return _numbers(values, self.names)

    @property
    def scale(self) -> float:
        """Pixels a unit of the axis takes."""
        return abs((self.end - self.start) / (self.last - self.first)) if self.last != self.first else 1.0


def _numbers(values: Sequence[Any], names: tuple[str, ...] | None) -> np.ndarray[Any, np.dtype[np.float64]]:
    if names is not None:
        place = {name: float(k) for k, name in enumerate(names)}
        # A number on an axis of names is a place between them.
        return np.array(
            [place.get(v, math.nan) if isinstance(v, str) else place.get(str(v), _or_nan(v)) for v in values],
            dtype=np.float64,
        )
    return np.asarray(pd.to_numeric(pd.Series(list(values), dtype=object), errors="coerce"), dtype=np.float64)


def _or_nan(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else math.nan


def axis_of(said: Mapping[str, Any], upright: bool, plot: Box, values: Sequence[Sequence[Any]]) -> Axis:
    """An axis across its part (``domain``) of the ``plot``; without a range of its own it spans ``values``."""
    low, high = said.get("domain") or (0.0, 1.0)
    left, top, right, bottom = plot
    if upright:
        start, end = bottom - low * (bottom - top), bottom - high * (bottom - top)
    else:
        start, end = left + low * (right - left), left + high * (right - left)
    texts = [str(v) for given in values for v in given if isinstance(v, str)]
    names = None
    if said.get("type") == "category" or (texts and said.get("type") is None and not _all_numbers(texts)):
        ordered = [str(v) for v in said.get("categoryarray") or ()]
        names = tuple(dict.fromkeys([*ordered, *(str(v) for given in values for v in given if v is not None)]))
    given_range = said.get("range")
    if given_range is not None and None not in given_range:
        first, last = (float(v) for v in given_range)
    elif names is not None:
        first, last = -0.5, max(len(names), 1) - 0.5
    else:
        first, last = _spanned(values, str(said.get("rangemode") or ""))
    if given_range is None and said.get("autorange") == "reversed":
        first, last = last, first
    return Axis(said, upright, first, last, start, end, names)


def _all_numbers(texts: Sequence[str]) -> bool:
    return bool(pd.to_numeric(pd.Series(list(texts)), errors="coerce").notna().all())


def _spanned(values: Sequence[Sequence[Any]], mode: str) -> tuple[float, float]:
    known = [v for given in values for v in _numbers(given, None).tolist() if math.isfinite(v)]
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    if mode in ("tozero", "nonnegative"):
        low, high = min(low, 0.0), max(high, 0.0)
    edge = 0.055 * (high - low) or 1.0
    return (low if low == 0 else low - edge), (high if high == 0 else high + edge)


def edges(paper: Paper, axis: Axis, across: Axis, font: Mapping[str, Any]) -> None:
    """Grid, line, names of ticks and title of ``axis``; ``across`` is the one it stands on."""
    said = axis.said
    if said.get("visible") is False:
        return
    values, texts = _ticks(axis)
    places = axis.at(values) if values else np.array([])
    near, far = min(across.start, across.end), max(across.start, across.end)
    inside = [
        (float(place), text)
        for place, text in zip(places, texts, strict=True)
        if min(axis.start, axis.end) - 1 <= place <= max(axis.start, axis.end) + 1
    ]
    if said.get("showgrid", True):
        ink, thick = colour(str(said.get("gridcolor") or "#EEEEEE")), float(said.get("gridwidth") or 1)
        for place, _ in inside:
            _across(paper, axis, place, (near, far), ink, thick, str(said.get("griddash") or "solid"))
    if said.get("zeroline", said.get("showgrid", True)) and min(axis.first, axis.last) <= 0 <= max(
        axis.first, axis.last
    ):
        ink = colour(str(said.get("zerolinecolor") or "#444444"))
        _across(paper, axis, float(axis.at([0])[0]), (near, far), ink, float(said.get("zerolinewidth") or 1), "solid")
    edge = (near if said.get("side") == "top" else far) if not axis.upright else far
    if axis.upright:
        edge = far if said.get("side") == "right" else near
    if said.get("showline"):
        ink, thick = colour(str(said.get("linecolor") or _INK)), float(said.get("linewidth") or 1)
        ends = [axis.start, axis.end]
        paper.line(*(([edge] * 2, ends) if axis.upright else (ends, [edge] * 2)), ink, thick, layer=TICKS)
    if said.get("showticklabels", True):
        own = {**font, **(said.get("tickfont") or {})}
        for place, text in inside:
            _tick(paper, axis, place, edge, text, own)
    title = (said.get("title") or {}).get("text")
    if title:
        _title(paper, axis, edge, str(title), {**font, **((said.get("title") or {}).get("font") or {})})


def _across(
    paper: Paper, axis: Axis, place: float, ends: tuple[float, float], ink: Any, thick: float, dash: str
) -> None:
    one = [place, place]
    paper.line(*((list(ends), one) if axis.upright else (one, list(ends))), ink, thick, dash, layer=GRID)


def _tick(paper: Paper, axis: Axis, place: float, edge: float, text: str, font: Mapping[str, Any]) -> None:
    size, ink = float(font.get("size") or _TEXT), str(font.get("color") or _INK)
    off = float(axis.said.get("ticklabelstandoff") or 0) + 0.5
    angle = float(axis.said.get("tickangle") or 0)
    more = LINE_HEIGHT * size * text.count("<br>")
    if axis.upright:
        right = axis.said.get("side") == "right"
        x = edge + (off if right else -off) + (size * 0.2 if right else -size * 0.2)
        paper.text(
            x, place + 0.35 * size - more / 2, text, size, ink, across="left" if right else "right", up="baseline"
        )
    elif axis.said.get("side") == "top":
        paper.text(place, edge - off - 0.2 * size - more, text, size, ink, across="center", up="baseline", angle=angle)
    else:
        paper.text(
            place,
            edge + off + size,
            text,
            size,
            ink,
            across="center" if not angle else "right" if angle < 0 else "left",
            up="baseline",
            angle=angle,
        )


def _title(paper: Paper, axis: Axis, edge: float, text: str, font: Mapping[str, Any]) -> None:
    size, ink = float(font.get("size") or 14), str(font.get("color") or _INK)
    middle = (axis.start + axis.end) / 2
    away = float((axis.said.get("title") or {}).get("standoff") or 8) + size * (ASCENT + DESCENT)
    if axis.upright:
        right = axis.said.get("side") == "right"
        x = edge + (away + size if right else -away - size)
        paper.text(x, middle, text, size, ink, across="center", angle=-90)
    else:
        top = axis.said.get("side") == "top"
        paper.text(middle, edge + (-away if top else away), text, size, ink, across="center", up="middle")


def _ticks(axis: Axis) -> tuple[list[Any], list[str]]:
    said = axis.said
    if said.get("tickvals") is not None:
        values = list(said["tickvals"])
        texts = [str(t) for t in said.get("ticktext") or ()] or [_number(v, said) for v in values]
        return values[: len(texts)], texts[: len(values)]
    if axis.names is not None:
        return list(axis.names), list(axis.names)
    count = int(said.get("nticks") or (5 if axis.upright else 6))
    found = MaxNLocator(nbins=count, steps=[1, 2, 5, 10]).tick_values(
        min(axis.first, axis.last), max(axis.first, axis.last)
    )
    values = [float(v) for v in found]
    return values, [_number(v, said) for v in values]


def _number(value: Any, said: Mapping[str, Any]) -> str:
    if not isinstance(value, int | float):
        return str(value)
    form = str(said.get("tickformat") or "")
    try:
        text = format(value, form.replace("~", "")) if form else f"{value:,.10g}"
    except ValueError:
        text = f"{value:,.10g}"
    return f"{said.get('tickprefix') or ''}{text}{said.get('ticksuffix') or ''}"
