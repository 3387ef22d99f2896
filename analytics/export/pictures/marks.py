"""The signs charts mark values with, as plotly draws them: circles, diamonds, triangles, crosses, filled or open."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path

_TALL = 2 / math.sqrt(3)
_WIDE = 1.3

CIRCLE = Path.unit_circle()


def _closed(points: Sequence[tuple[float, float]]) -> Path:
    return Path([*points, points[0]], closed=True)


def _strokes(*pairs: tuple[tuple[float, float], tuple[float, float]]) -> Path:
    vertices = [point for pair in pairs for point in pair]
    return Path(vertices, [Path.MOVETO, Path.LINETO] * len(pairs))


def _star(points: int, inner: float) -> Path:
    turn = [k * math.pi / points - math.pi / 2 for k in range(2 * points)]
    reach = [1.4 if k % 2 == 0 else 1.4 * inner for k in range(2 * points)]
    return _closed([(r * math.cos(a), r * math.sin(a)) for a, r in zip(turn, reach, strict=True)])


_ARM = 0.4
_PLUS = _closed(
    [
        *[(-_ARM, -1.2), (_ARM, -1.2), (_ARM, -_ARM), (1.2, -_ARM), (1.2, _ARM), (_ARM, _ARM)],
        *[(_ARM, 1.2), (-_ARM, 1.2), (-_ARM, _ARM), (-1.2, _ARM), (-1.2, -_ARM), (-_ARM, -_ARM)],
    ]
)
_QUARTER = np.array([[math.cos(math.pi / 4), -math.sin(math.pi / 4)], [math.sin(math.pi / 4), math.cos(math.pi / 4)]])

SIGNS: dict[str, Path] = {
    "circle": CIRCLE,
    "square": _closed([(-1, -1), (1, -1), (1, 1), (-1, 1)]),
    "diamond": _closed([(_WIDE, 0), (0, _WIDE), (-_WIDE, 0), (0, -_WIDE)]),
    "triangle-up": _closed([(-_TALL, 0.5), (_TALL, 0.5), (0, -1)]),
    "triangle-down": _closed([(-_TALL, -0.5), (_TALL, -0.5), (0, 1)]),
    "triangle-left": _closed([(0.5, -_TALL), (0.5, _TALL), (-1, 0)]),
    "triangle-right": _closed([(-0.5, -_TALL), (-0.5, _TALL), (1, 0)]),
    "cross": _PLUS,
    "x": Path(_PLUS.vertices @ _QUARTER, _PLUS.codes),
    "star": _star(5, 0.382),
    "hexagon": _closed([(math.sin(k * math.pi / 3), -math.cos(k * math.pi / 3)) for k in range(6)]),
    "x-thin": _strokes(((-1, -1), (1, 1)), ((-1, 1), (1, -1))),
    "cross-thin": _strokes(((0, -1.4), (0, 1.4)), ((-1.4, 0), (1.4, 0))),
    "line-ns": _strokes(((0, -1.4), (0, 1.4))),
    "line-ew": _strokes(((-1.4, 0), (1.4, 0))),
}
"""Half a mark's size is 1; y counts downwards."""

THIN = frozenset({"x-thin", "cross-thin", "line-ns", "line-ew"})
"""Signs that are lines only and take the colour of their line."""


def sign(symbol: str) -> tuple[Path, bool, bool]:
    """The sign's path, whether it is open, whether it is of lines only. Raises KeyError for one not known here."""
    name = symbol.removesuffix("-dot")
    is_open = name.endswith("-open")
    name = name.removesuffix("-open")
    return SIGNS[name], is_open, name in THIN
