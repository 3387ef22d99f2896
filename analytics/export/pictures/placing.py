"""Where bars stand: each in its own place, side by side, or one upon the other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from analytics.export.pictures.axes import Axis
from analytics.export.pictures.shared import each

Placed = list[tuple[float, float, float]]
"""Middle, width and base of each bar, in values of its axes."""


def places(
    traces: Sequence[Mapping[str, Any]], axes: Sequence[tuple[Axis, Axis]], layout: Mapping[str, Any]
) -> list[Placed]:
    """The places of all bars of one pair of axes; ``traces`` are its bar traces in order, ``axes`` x and y of each."""
    mode = str(layout.get("barmode") or "group")
    gap = float(layout["bargap"]) if layout.get("bargap") is not None else 0.2
    # A trace that says its own width stands where it is; the others share the room between two places.
    sharing = [k for k, t in enumerate(traces) if t.get("width") is None]
    found: list[Placed] = []
    up: dict[float, float] = {}
    down: dict[float, float] = {}
    for k, (trace, (x, y)) in enumerate(zip(traces, axes, strict=True)):
        level = trace.get("orientation") == "h"
        along, aside = (x, y) if level else (y, x)
        middles = aside.numbers(list(trace["y"] if level else trace["x"]))
        lengths = along.numbers(list(trace["x"] if level else trace["y"]))
        n = len(middles)
        bases = [float(b) for b in each(trace.get("base"), n, 0.0)]
        if trace.get("width") is not None:
            widths = [float(w) for w in each(trace["width"], n, 0.8)]
        else:
            room = _room(middles) * (1 - gap)
            if mode == "group" and len(sharing) > 1:
                widths = [room / len(sharing)] * n
                middles = middles - room / 2 + room / len(sharing) * (sharing.index(k) + 0.5)
            else:
                widths = [room] * n
        if mode in ("stack", "relative"):
            for i, (middle, length) in enumerate(zip(middles.tolist(), lengths.tolist(), strict=True)):
                if math.isfinite(length) and trace.get("base") is None:
                    pile = down if mode == "relative" and length < 0 else up
                    bases[i] = pile.get(middle, 0.0)
                    pile[middle] = bases[i] + length
        found.append(list(zip(middles.tolist(), widths, bases, strict=True)))
    return found


def _room(middles: np.ndarray[Any, np.dtype[np.float64]]) -> float:
    apart = np.diff(np.unique(middles[np.isfinite(middles)]))
    return float(apart.min()) if len(apart) else 1.0


def piled(traces: Sequence[Mapping[str, Any]], mode: str) -> list[float]:
    """The heights that bars stacked upon each other reach; none where they are not stacked."""
    if mode not in ("stack", "relative"):
        return []
    up: dict[str, float] = {}
    down: dict[str, float] = {}
    for trace in traces:
        level = trace.get("orientation") == "h"
        for place, length in zip(trace["y" if level else "x"], trace["x" if level else "y"], strict=False):
            if isinstance(length, int | float) and math.isfinite(length):
                pile = down if mode == "relative" and length < 0 else up
                pile[str(place)] = pile.get(str(place), 0.0) + length
    return [*up.values(), *down.values()]
