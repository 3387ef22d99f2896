"""Colours as charts write them, as the drawing library takes them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from matplotlib import colors

Colour = tuple[float, float, float, float]
"""Red, green, blue and opacity, each 0 to 1."""

NONE: Colour = (0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=512)
def colour(said: str, opacity: float = 1.0) -> Colour:
    """#0B5CAD, rgb(11,92,173), rgba(…,0.5) or a name. Raises ValueError for anything else."""
    if match := re.fullmatch(r"rgba?\(([^)]*)\)", said.replace(" ", "")):
        parts = [float(part.rstrip("%")) for part in match[1].split(",")]
        red, green, blue = (part / 255 for part in parts[:3])
        return red, green, blue, (parts[3] if len(parts) > 3 else 1.0) * opacity
    red, green, blue, own = colors.to_rgba(said)
    return red, green, blue, own * opacity


def on_scale(value: float, least: float, most: float, scale: Sequence[Sequence[object]]) -> Colour:
    """The colour of ``value`` on a plotly colour scale of (share, colour) stops; NaN has none."""
    if math.isnan(value):
        return NONE
    share = 0.0 if most <= least else min(1.0, max(0.0, (value - least) / (most - least)))
    stops = [(float(str(at)), colour(str(said))) for at, said in scale]
    for (low, first), (high, second) in pairwise(stops):
        if share <= high:
            part = 0.0 if high <= low else (share - low) / (high - low)
            return tuple(a + (b - a) * part for a, b in zip(first, second, strict=True))  # type: ignore[return-value]
    return stops[-1][1]
