"""What all kinds of traces share: their layers, values given for one or for each mark, texts, where they may draw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.paper import Box

HEAT, BARS, LINES, MARKS, TEXTS = 4.0, 6.0, 8.0, 9.0, 10.0
"""Layers, as plotly stacks its kinds of traces; a later trace lies a little higher."""

DEFAULT = "#1f77b4"


def each(value: Any, n: int, default: Any) -> list[Any]:
    """``value`` for each of ``n`` marks: one for all, or a list of them."""
    if value is None:
        return [default] * n
    if isinstance(value, list | tuple):
        given = [default if v is None else v for v in list(value)[:n]]
        return given + [default] * (n - len(given))
    return [value] * n


def texts_of(trace: Mapping[str, Any], n: int) -> list[str]:
    """The text of each mark, empty where it has none."""
    return ["" if v is None else str(v) for v in each(trace.get("text"), n, "")]


def plot_of(x: Axis, y: Axis) -> Box:
    """The part of the sheet a pair of axes spans."""
    return min(x.start, x.end), min(y.start, y.end), max(x.start, x.end), max(y.start, y.end)
