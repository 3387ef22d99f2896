"""What every screen begins with, and the one way to put a chart on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from analytics.charts import DARK, LIGHT, Palette
from ui import cached, chart_files
from ui import filters as chosen
from ui.drawn import Drawn
from ui.empty import nothing_yet
from ui.filters import Filters
from ui.words import language, t

CHART_CONFIG = {"displayModeBar": False, "showSendToCloud": False, "scrollZoom": False, "doubleClick": False}


def filters_or_empty(purpose: str) -> Filters:
    """The filters; without any data the screen says what it is for and ends here."""
    found = chosen.current()
    if found is None:
        nothing_yet(purpose)
        st.stop()
    return found


def judged(filters: Filters) -> None:
    """Has the rules go through the year's figures, once after every change of the data, and says meanwhile that they
    do: with thousands of townships that takes seconds. A screen that finds it done shows nothing."""
    with st.spinner(t("正在按规则核对 {n} 个乡镇的数据……", n=len(cached.names()))):
        cached.gaps(filters.year)
        cached.questions(filters.year)


def palette() -> Palette:
    """The colours that go with the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def chart(
    key: str,
    filters: Filters,
    build: Callable[..., go.Figure],
    *of: Hashable,
    clickable: bool = False,
    township: str | None = None,
) -> tuple[str, int] | None:
    """A chart across the width it has; its title is also read out by a screen reader.

    ``build`` is called with language, palette and data version and kept for these filters; whatever else it depends on
    is given as ``of``. At its foot it can be downloaded as a picture; ``township``: it shows that one alone. Returns township and year of the bar or dot that was clicked on a ``clickable`` one.
    """
    colours = palette()
    words = {"language": language(), "palette": colours, "data_version": cached.version()}
    figure = cached.made(key, (*filters.key, language(), colours is DARK, *of), lambda: Drawn(build(**words)))
    title = str(figure.layout.title.text).split("</b>")[0].removeprefix("<b>").replace("<br>", " ")
    with st.container(key=f"charted_{key}", gap=None):
        event: Any = st.plotly_chart(
            figure,
            width="stretch",
            theme=None,
            config=CHART_CONFIG,
            key=key,
            alt=title,
            on_select="rerun" if clickable else "ignore",
            selection_mode="points",
        )
        chart_files.offer(key, title, filters, build, township)
    return _clicked(event) if clickable else None


def _clicked(event: Any) -> tuple[str, int] | None:
    points = event["selection"]["points"] if event else []
    said = next((p["customdata"] for p in points if p.get("customdata")), None)
    if isinstance(said, dict):  # an array on its way through JSON may come back as one, with its positions as names
        said = list(said.values())
    return (str(said[0]), int(said[1])) if said and len(said) > 1 else None
