"""The sheet a picture is drawn on: pixels from the upper left corner, lines, areas, marks and texts."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from typing import Literal, cast

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from analytics.export.pictures.colours import NONE, Colour, colour
from analytics.export.pictures.fonts import letters
from analytics.export.pictures.markup import Run, lines_of

DOTS = 100
"""Pixels of a screen an inch; a picture at scale 2 has twice as many."""

LINE_HEIGHT = 1.3
"""Of a line of text, in letters' sizes; that of the browser's library."""

ASCENT, DESCENT = 1.16, 0.29
"""How far Chinese letters' box reaches over and under the line they stand on."""

Across = Literal["left", "center", "right"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

ONE_AT_A_TIME = threading.RLock()
"""The drawing library's fonts and settings are shared by all threads of the process."""


class Paper:
    """A sheet of ``width`` × ``height`` pixels. Coordinates count to the right and down."""

    def __init__(self, width: float, height: float, ground: str = "#FFFFFF") -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / DOTS, height / DOTS), dpi=DOTS, facecolor=colour(ground))
        self._agg = FigureCanvasAgg(self._figure)
        self._place = Affine2D().scale(1 / width, -1 / height).translate(0, 1) + self._figure.transFigure

    def area(
        self,
        path: Path,
        fill: Colour = NONE,
        edge: Colour = NONE,
        thick: float = 0.0,
        *,
        layer: float,
        clip: Box | None = None,
        hatch: tuple[str, Colour] | None = None,
    ) -> None:
        """A shape in pixels; ``hatch``: the pattern's sign and colour."""
        patch = PathPatch(
            path,
            facecolor=fill,
            edgecolor=edge if thick else NONE,
            linewidth=thick * 0.72,
            transform=self._place,
            zorder=layer,
        )
        if hatch:
            patch.set_hatch(hatch[0])
            patch.set_hatchcolor(hatch[1])
            patch.set_hatch_linewidth(0.6)
        self._add(patch, clip)

    def box(self, box: Box, fill: Colour = NONE, edge: Colour = NONE, thick: float = 0.0, *, layer: float) -> None:
        """A rectangle."""
        self.area(rectangle(box), fill, edge, thick, layer=layer)

    def line(
        self,
        x: Sequence[float],
        y: Sequence[float],
        ink: Colour,
        thick: float,
        dash: str = "solid",
        *,
        layer: float,
        clip: Box | None = None,
    ) -> None:
        """A line; NaN breaks it."""
        drawn = Line2D(
            x,
            y,
            color=ink,
            linewidth=thick * 0.72,
            linestyle=dashes(dash, thick),
            solid_capstyle="butt",
            dash_capstyle="butt",
            transform=self._place,
            zorder=layer,
        )
        self._add(drawn, clip)

    def text(
        self,
        x: float,
        y: float,
        said: str,
        size: float,
        ink: str,
        *,
        across: str = "left",
        up: str = "middle",
        align: str = "",
        angle: float = 0.0,
        layer: float = 30,
        clip: Box | None = None,
    ) -> None:
        """Lines of text at a point: ``across`` left, center or right of its box, ``up`` top, middle, bottom of its
        box, or baseline of its first line. ``align``: lines among each other, as ``across`` where not given. A text
        whose point lies outside ``clip`` is left out; half a text would say something else."""
        if clip and not (clip[0] - 1 <= x <= clip[2] + 1 and clip[1] - size <= y <= clip[3] + size):
            return
        lines = lines_of(said)
        tall = size * (ASCENT + DESCENT + LINE_HEIGHT * (len(lines) - 1))
        first = {
            "top": y + ASCENT * size,
            "middle": y - tall / 2 + ASCENT * size,
            "bottom": y - tall + ASCENT * size,
        }.get(up, y)
        if align and align != across:
            wide = max((self.width_of(line, size) for line in lines), default=0.0)
            shift = {"left": 0.0, "center": 0.5, "right": 1.0}
            x, across = x + wide * (shift[align] - shift[across]), align
        for number, line in enumerate(lines):
            self._line_of_text(line, (x, first + number * LINE_HEIGHT * size), size, ink, across, (angle, x, y), layer)

    def _line_of_text(
        self,
        line: Sequence[Run],
        place: tuple[float, float],
        size: float,
        ink: str,
        across: str,
        turn: tuple[float, float, float],
        layer: float,
    ) -> None:
        x, y = place
        if len(line) > 1:
            wide = self.width_of(line, size)
            x -= {"left": 0.0, "center": wide / 2, "right": wide}[across]
            across = "left"
        for run in line:
            at_x, at_y = (x, y) if not turn[0] else _turned(x, y, *turn)
            drawn = Text(
                at_x,
                at_y,
                run.text,
                color=colour(run.colour or ink),
                fontproperties=letters(run.size or size, run.bold),
                horizontalalignment=cast(Across, across),
                verticalalignment="baseline",
                rotation=-turn[0],
                rotation_mode="anchor",
                parse_math=False,
                transform=self._place,
                zorder=layer,
            )
            self._add(drawn, None)
            if len(line) > 1:
                x += self.width_of([run], size)

    def width_of(self, line: Sequence[Run], size: float) -> float:
        """Pixels a line of runs takes."""
        renderer = self._agg.get_renderer()  # type: ignore[no-untyped-call]
        return float(
            sum(
                renderer.get_text_width_height_descent(run.text, letters(run.size or size, run.bold), ismath=False)[0]
                for run in line
            )
        )

    def png(self, scale: float = 2.0) -> bytes:
        """The picture as PNG, ``scale`` dots a pixel."""
        out = io.BytesIO()
        with ONE_AT_A_TIME:
            self._figure.savefig(out, format="png", dpi=DOTS * scale, metadata={"Software": None})
        return out.getvalue()

    def svg(self, title: str = "") -> bytes:
        """The picture as SVG. Letters are shapes, so that it looks the same where the font is not installed."""
        out = io.BytesIO()
        FigureCanvasSVG(self._figure)
        with ONE_AT_A_TIME, mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "fazhi"}):
            self._figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Title": title})
        return out.getvalue()

    def _add(self, artist: Artist, clip: Box | None) -> None:
        self._figure.add_artist(artist, clip=False)
        if clip:
            left, top, right, bottom = clip
            artist.set_clip_box(TransformedBbox(Bbox([[left, bottom], [right, top]]), self._place))


def rectangle(box: Box) -> Path:
    """A box as a path."""
    left, top, right, bottom = box
    return Path(
        [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)],
        [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY],
    )


def moved(path: Path, scale: tuple[float, float], to: tuple[float, float]) -> Path:
    """``path`` made larger around its origin, which is then put at ``to``."""
    return Affine2D().scale(*scale).translate(*to).transform_path(path)


def dashes(dash: str, thick: float) -> Literal["solid"] | tuple[float, tuple[float, ...]]:
    """plotly's dashes in widths of the line, as the drawing library counts them."""
    unit = max(thick, 3.0) / max(thick, 0.1)
    said = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1), "longdashdot": (5, 2, 1, 2)}
    return (0.0, tuple(unit * part for part in said[dash])) if dash in said else "solid"


def _turned(x: float, y: float, angle: float, about_x: float, about_y: float) -> tuple[float, float]:
    turn = np.deg2rad(angle)
    dx, dy = x - about_x, y - about_y
    return about_x + dx * np.cos(turn) - dy * np.sin(turn), about_y + dx * np.sin(turn) + dy * np.cos(turn)
