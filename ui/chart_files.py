"""A chart as a file: drawn on the click, in the light colours of paper, with what was chosen and the day at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from analytics.charts import LIGHT
from analytics.export import pictures
from ui import cached
from ui.exports import history
from ui.exports.scope import file_name, scope_said, stamp
from ui.filters import Filters
from ui.footnotes import of_chart
from ui.later import later
from ui.registry import link
from ui.who import who
from ui.words import language, t

PNG, SVG = "image/png", "image/svg+xml"

Build = Callable[..., go.Figure]


def on_paper(build: Build) -> go.Figure:
    """The chart in the colours of paper, whatever the screen's theme is."""
    words: dict[str, Any] = {"language": language(), "palette": LIGHT, "data_version": cached.version()}
    return build(**words)


def picture(build: Build, filters: Filters, kind: str, notes: Sequence[str] = ()) -> bytes:
    """The chart as ``kind`` (PNG or SVG), ``notes`` under it. Raises NoChineseFontError where it cannot be drawn."""
    draw = pictures.svg if kind == SVG else pictures.png
    return draw(on_paper(build), stamp=stamp(filters), notes=notes)


def offer(key: str, title: str, filters: Filters, build: Build, township: str | None = None) -> None:
    """A small fold with the chart as PNG and as SVG, what explains its figures under it, and the way to all at once."""
    with st.popover(t("下载图"), type="tertiary", key=f"picture_fold_{key}", width="content"):
        try:
            pictures.chinese_family()
        except pictures.NoChineseFontError as fault:
            st.write(fault.text.in_(language()))
            return
        for kind, label, ending in ((PNG, t("PNG 图片"), "png"), (SVG, t("SVG 矢量图"), "svg")):
            name = file_name(title, ending)
            st.download_button(
                label,
                _noted(name, filters, partial(_drawn, build, filters, kind, key, township)),
                file_name=name,
                mime=kind,
                on_click="ignore",
                key=f"picture_{ending}_{key}",
                width="stretch",
            )
        link("export", t("多张一起下载"), export="pictures")


def _drawn(build: Build, filters: Filters, kind: str, key: str, township: str | None) -> bytes:
    return picture(build, filters, kind, of_chart(key, filters, township))


def _noted(name: str, filters: Filters, draw: Callable[[], bytes]) -> Callable[[], bytes]:
    person, said = who(), scope_said(filters)

    def made() -> bytes:
        data = draw()
        history.note("picture", name, data, person, said)
        return data

    return later(made)
