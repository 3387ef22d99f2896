"""One township's headline measures over the years, each beside the county's median; drawn on one pair of axes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.breaks import BREAK, breaks_before, broken_note, unlike
from analytics.charts.panels import panel_label, year_span
from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    Palette,
    Words,
    figure,
    foot_text,
    more_of,
    nothing,
    plain_axis,
    records,
    told,
    unfaded,
)
from analytics.measures import figure_text
from analytics.text import Language, translate

GAP_X, GAP_Y = 0.14, 0.78
"""Free space between panels, as a share of a panel."""
WIDEST = 0.3
"""The widest a bar gets, as a share of a panel: of one or two years no slabs are drawn."""
ROOMY = 5
"""With more years than this, panels stand three in a row; with more than twice as many, not every value is written."""


def township_history(
    table: pd.DataFrame,
    *,
    township: str,
    year: int,
    years: Sequence[int],
    measures: Sequence[tuple[str, str, str]],
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 64,
) -> go.Figure:
    """Bars by year for each measure, the median of the townships that reported dotted over them, values below.

    A year without a figure has no bar and the word 未报, one whose figure waits for an answer 待核实; a ≥ figure has a triangle on top.

    ``table``: the township's rows of a headline table with median (NaN where nobody else reported) and optionally hover.
    ``measures``: (id, name, unit). A click on a bar gives measure and year. Every panel has a scale of its own.
    """
    years = sorted(years)
    rows = {(r["measure"], int(r["year"])): r for r in records(table)}
    drawn = translate(
        "{span}；深色为{year}年，点线为全县已报乡镇的中位数，各图刻度不同",
        language,
        span=year_span(years, language),
        year=year,
    )
    bounded = any(r["qualifier"] == "at_least" and r["state"] == "reported" for r in rows.values())
    words = Words(
        _finding(rows, township, year, years, measures, language),
        drawn + broken_note(table, years, language) + (translate("；三角表示只知下限", language) if bounded else ""),
        foot_text(language, data_version),
    )
    if not years or not measures:
        return nothing(words, translate("还没有数据", language), palette)
    across = min(len(measures), 6 if len(years) <= ROOMY else 3)
    step = 1 / len(years)
    every = math.ceil(len(years) / (2 * ROOMY))
    bars: dict[str, list[object]] = {name: [] for name in ("x", "base", "height", "colour", "hover", "picked")}
    line_x: list[float | None] = []
    line_y: list[float | None] = []
    open_x: list[float] = []
    open_y: list[float] = []
    notes = []
    for panel, (measure, name, unit) in enumerate(measures):
        left, floor = (panel % across) * (1 + GAP_X), -(panel // across) * (1 + GAP_Y)
        top = _top([rows.get((measure, y)) for y in years])
        head = f"<b>{name}</b>" + (f"<span style='color:{palette.muted}'>　{unit}</span>" if unit else "")
        notes.append(panel_label(left, floor + 1.22, head, palette.ink, SMALL_SIZE + 1))
        for k, when in enumerate(years):
            row = rows.get((measure, when))
            x = left + (k + 0.5) * step
            anew = breaks_before(row, years, k)
            if anew or unlike(row, rows.get((measure, years[k - 1])) if k else None):
                notes.append(panel_label(left + k * step, floor + 0.5, BREAK, palette.ink, SMALL_SIZE + 1, "center"))
            if anew:
                line_x.append(None)
                line_y.append(None)
            value = math.nan if row is None else float(row["value"])
            qualifier, state = ("exact", "missing") if row is None else (str(row["qualifier"]), str(row["state"]))
            median = math.nan if row is None else float(row["median"])
            line_x.append(x)
            line_y.append(None if math.isnan(median) else floor + median / top)
            known = state == "reported" and not math.isnan(value)
            short = figure_text(value, qualifier, state, language, short=True, told=told(row))
            if state == "waiting":  # six panels of five years leave no room for the whole word, which the hover says
                short = translate("待核实", language)
            if (len(years) - 1 - k) % every == 0 or when == year:
                # Under the axis, where neither bars nor medians run through it; a year without a figure has its word.
                colour = palette.ink if known else palette.muted
                for text, y, ink in ((str(when), 0.09, palette.muted), (short, 0.24, colour)):
                    notes.append(panel_label(x, floor - y, text, ink, SMALL_SIZE - 1, "center"))
            if known and qualifier == "at_least":
                open_x.append(x)
                open_y.append(floor + value / top)
            bars["x"].append(x)
            bars["base"].append(floor)
            bars["height"].append(max(0.0, value) / top if known else 0)
            bars["colour"].append(palette.this_year if when == year else palette.last_year)
            full = figure_text(value, qualifier, state, language)
            middle = figure_text(median, "exact", "reported", language)
            said = translate("中位数 {value}", language, value=middle)
            bars["hover"].append(f"<b>{name}</b> {when}<br>{full} {unit}<br>{said}{more_of(row)}")
            bars["picked"].append([measure, when])
        line_x.append(None)
        line_y.append(None)
    deep = math.ceil(len(measures) / across)
    traces = [
        go.Bar(
            x=bars["x"],
            y=bars["height"],
            base=bars["base"],
            width=min(step * 0.72, WIDEST),
            marker={"color": bars["colour"], "line": {"width": 0}},
            hovertext=bars["hover"],
            hoverinfo="text",
            customdata=bars["picked"],
            **unfaded(),
        ),
        go.Scatter(
            x=line_x,
            y=line_y,
            mode="lines+markers",
            connectgaps=False,
            line={"dash": "dot", "width": 1.5, "color": palette.muted},
            marker={"size": 6, "color": palette.muted, "line": {"width": 1, "color": palette.paper}},
            hoverinfo="skip",
            **unfaded(),
        ),
        go.Scatter(
            x=open_x,
            y=open_y,
            mode="markers",
            marker={"symbol": "triangle-up", "size": 8, "color": palette.ink},
            hoverinfo="skip",
            **unfaded(),
        ),
    ]
    floors = [
        {
            "type": "line",
            "x0": (p % across) * (1 + GAP_X),
            "x1": (p % across) * (1 + GAP_X) + 1,
            "y0": -(p // across) * (1 + GAP_Y),
            "y1": -(p // across) * (1 + GAP_Y),
            "line": {"color": palette.line, "width": 1},
        }
        for p in range(len(measures))
    ]
    return figure(
        traces,
        words,
        palette=palette,
        height=168 * deep,
        annotations=notes,
        shapes=floors,
        layout={
            "barmode": "overlay",
            "xaxis": plain_axis(range=[-0.02, across * (1 + GAP_X) - GAP_X + 0.02], showticklabels=False),
            "yaxis": plain_axis(range=[-(deep - 1) * (1 + GAP_Y) - 0.32, 1.36], showticklabels=False),
        },
        width=width,
    )


def _top(rows: Sequence[dict[str, object] | None]) -> float:
    """The largest value or median of a panel: what its bars are measured by."""
    said = [float(row[c]) for row in rows if row is not None for c in ("value", "median")]  # type: ignore[arg-type]
    return max((v for v in said if not math.isnan(v)), default=0.0) or 1.0


def _finding(
    rows: dict[tuple[str, int], dict[str, object]],
    township: str,
    year: int,
    years: Sequence[int],
    measures: Sequence[tuple[str, str, str]],
    language: Language,
) -> str:
    """How many measures stand above and below the median this year, and how many were not reported."""
    now = [rows.get((m, year)) for m, _, _ in measures]
    known = [r for r in now if r is not None and r["state"] == "reported"]
    if not known and any(r is not None and r["state"] == "waiting" for r in now):
        return translate("{township}：{year}年所报待核实，没有采用", language, township=township, year=year)
    if not known:
        last = [y for y in years if any((r := rows.get((m, y))) and r["state"] == "reported" for m, _, _ in measures)]
        if not last:
            return translate("{township}：历年都没有上报主要指标", language, township=township)
        return translate(
            "{township}：{year}年未报，最近一次上报是{last}年", language, township=township, year=year, last=last[-1]
        )
    # Of a figure that is open above (≥, a missing part) only its bound is known: it may stand above as well as below.
    bounds = [(float(r["low"]), float(r["high"]), float(r["median"])) for r in known]  # type: ignore[arg-type]
    above, below = sum(low > m for low, _, m in bounds), sum(high < m for _, high, m in bounds)
    level = sum(low == high == m for low, high, m in bounds)
    alone = sum(math.isnan(m) for _, _, m in bounds)
    lacking = sum(r is None or r["state"] == "missing" for r in now)
    asked = sum(r is not None and r["state"] == "waiting" for r in now)
    parts = [
        translate("{n} 项高于全县中位数", language, n=above) if above else "",
        translate("{n} 项低于", language, n=below) if above and below else "",
        translate("{n} 项低于全县中位数", language, n=below) if below and not above else "",
        translate("{n} 项持平", language, n=level) if level else "",
        translate("{n} 项高低不确定", language, n=len(known) - above - below - level - alone)
        if above + below + level + alone < len(known)
        else "",
        translate("{n} 项只有本乡镇上报，没有可比的中位数", language, n=alone) if alone else "",
        translate("{n} 项未报", language, n=lacking) if lacking else "",
        translate("{n} 项已报待核实", language, n=asked) if asked else "",
    ]
    joiner = ", " if language == "en" else "，"
    said = joiner.join(p for p in parts if p)
    return translate("{township}{year}年：{said}", language, township=township, year=year, said=said)
