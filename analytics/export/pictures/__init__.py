"""Charts as pictures, drawn on the server without a browser: PNG, SVG, and many of them in one zip."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from analytics.export.pictures.cache_place import PLACE
from analytics.export.pictures.drawing import UnknownChartError, draw, title_of, width_of
from analytics.export.pictures.fonts import NoChineseFontError, chinese_family
from analytics.export.pictures.paper import ONE_AT_A_TIME

__all__ = ["PLACE", "NoChineseFontError", "UnknownChartError", "chinese_family", "png", "svg", "title_of", "width_of"]


def png(
    figure: go.Figure, *, width: int | None = None, stamp: str = "", notes: Sequence[str] = (), scale: float = 2.0
) -> bytes:
    """``figure`` as PNG on white, ``width`` pixels wide (None: as its title is broken), ``scale`` dots a pixel.

    ``stamp`` is said at the foot: what was chosen, and the day; ``notes`` stand under it. Raises NoChineseFontError where the machine has no
    font that holds Chinese, UnknownChartError for a kind of trace our charts do not use.
    """
    with ONE_AT_A_TIME:
        return draw(figure, width=width, stamp=stamp, notes=notes).png(scale)


def svg(figure: go.Figure, *, width: int | None = None, stamp: str = "", notes: Sequence[str] = ()) -> bytes:
    """``figure`` as SVG, letters as shapes; otherwise as ``png``."""
    with ONE_AT_A_TIME:
        return draw(figure, width=width, stamp=stamp, notes=notes).svg(title_of(figure))
