"""How one measure is spread over the townships: a dot each on one scale, the ends named."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.panels import panel_label
from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    Palette,
    Words,
    came_text,
    figure,
    foot_text,
    more_of,
    nobody_text,
    nothing,
    plain_axis,
    records,
    shortened_name,
    unfaded,
)
from analytics.measures import figure_text
from analytics.text import Language, translate

BINS = 44
"""Dots nearer than this part of the scale stand on one another."""
NAMED = 2
"""So many townships are named at either end."""


def strip(
    frame: pd.DataFrame,
    *,
    name: str,
    unit: str,
    year: int,
    per_thousand: bool = False,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 40,
) -> go.Figure:
    """Dots on a scale, like ones stacked; the middle half of the townships is shaded, the median dashed.

    ``frame``: one row per township: township, value, qualifier, state, optionally hover (further lines of text). A ≥
    figure is a triangle that points on, ≈ an open dot. The title says how far the middle half reaches.
    """
    given = frame[frame["state"].eq("reported") & frame["value"].notna()].sort_values("value", kind="stable")
    measure = translate("{name}（每千人）", language, name=name) if per_thousand else name
    median, low, high = (float(given["value"].quantile(q)) for q in (0.5, 0.25, 0.75))

    def said(value: float) -> str:
        return figure_text(round(value, 1 if abs(value) < 100 else 0), "exact", "reported", language, short=True)

    title = nobody_text(measure, frame["state"], language)
    if len(given) == 1:
        only = records(given)[0]
        value = figure_text(only["value"], only["qualifier"], "reported", language, short=True)
        about = {"measure": measure, "township": only["township"], "value": value}
        # Of one township looked at alone nothing is said about the others.
        title = (
            translate("{measure}：{township} {value}", language, **about)
            if len(frame) == 1
            else translate("{measure}：仅{township}有可用的数，{value}", language, **about)
            if frame["state"].eq("waiting").any()
            else translate("{measure}：仅{township}上报，{value}", language, **about)
        )
    elif len(given):
        title = translate(
            "{name}：中间一半的乡镇在 {low}—{high} 之间", language, name=measure, low=said(low), high=said(high)
        )
    subtitle = translate(
        "单位：{unit}，{year}年，{came}；一点一个乡镇，阴影为中间一半，虚线为中位数",
        language,
        unit=unit,
        year=year,
        came=came_text(frame["state"], language, len(given)),
    )
    words = Words(title, subtitle, foot_text(language, data_version))
    if not len(given):
        return nothing(words, translate("没有可比较的乡镇", language), palette)
    least, top = min(0.0, float(given["value"].min())), float(given["value"].max()) or 1.0
    span = top - least
    heaps: dict[int, int] = {}
    y = []
    for value in given["value"]:
        place = round((value - least) / span * BINS)
        heaps[place] = heaps.get(place, 0) + 1
        y.append(heaps[place] - 1)
    tallest = max(heaps.values())
    symbols = {"at_least": "triangle-right", "about": "circle-open"}
    rows = records(given)
    dots = go.Scatter(
        x=given["value"],
        y=y,
        mode="markers",
        marker={
            "size": 9 if tallest < 12 else 5,
            "color": palette.this_year,
            "symbol": [symbols.get(r["qualifier"], "circle") for r in rows],
        },
        hovertext=[
            f"<b>{r['township']}</b><br>{figure_text(r['value'], r['qualifier'], r['state'], language)} {unit}{more_of(r)}"
            for r in rows
        ],
        hoverinfo="text",
        customdata=[[r["township"], year] for r in rows],
        cliponaxis=False,
        **unfaded(),
    )
    floor, roof = -1.2, tallest + max(1.6, tallest * 0.3)
    notes = []
    if len(rows) > 2 * NAMED:
        for ends, anchor in ((rows[:NAMED], "left"), (rows[-NAMED:], "right")):
            names = [shortened_name(r["township"], 6) for r in ends]
            # Where all stand close together the names keep to the sides, and apart.
            at = min(float(ends[0]["value"]), least + span * 0.3) if anchor == "left" else top
            joiner = ", " if language == "en" else "、"
            # Names stand over the dots at their end, in the order of the dots.
            notes.append(
                panel_label(at, roof - (roof - floor) * 0.06, joiner.join(names), palette.muted, SMALL_SIZE, anchor)
            )
    shapes: list[dict[str, object]] = []
    if len(rows) > 1:
        shapes.append(
            {
                "type": "rect",
                "x0": low,
                "x1": high,
                "y0": floor,
                "y1": tallest + 0.6,
                "fillcolor": palette.middle_band,
                "line": {"width": 1, "color": palette.line},
                "layer": "below",
            }
        )
        shapes.append(
            {
                "type": "line",
                "x0": median,
                "x1": median,
                "y0": floor,
                "y1": tallest + 0.6,
                "line": {"dash": "dash", "width": 1, "color": palette.muted},
            }
        )
    ticks = list(dict.fromkeys([least, low, median, high, top] if len(rows) > 1 else [top]))
    kept = [t for k, t in enumerate(ticks) if k == 0 or t - ticks[k - 1] > span * 0.07]
    return figure(
        [dots],
        words,
        palette=palette,
        height=min(220, 70 + 14 * tallest),
        annotations=notes,
        shapes=shapes,
        layout={
            "xaxis": plain_axis(
                range=[least - span * 0.03, top + span * 0.05],
                tickvals=kept,
                ticktext=[said(t) for t in kept],
                tickfont={"size": SMALL_SIZE, "color": palette.muted},
            ),
            "yaxis": plain_axis(range=[floor, roof], showticklabels=False),
        },
        margin={"l": 16, "r": 24, "b": 22},
        width=width,
    )
