"""Rates over township size with the range to be expected: who lies outside of what varies anyway."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.charts.panels import panel_label
from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    Palette,
    Words,
    figure,
    foot_text,
    nothing,
    plain_axis,
    records,
    shortened_name,
    unfaded,
)
from analytics.measures import Funnel, figure_text
from analytics.measures.funnel import ACT, WARN
from analytics.measures.ranks import FEWEST
from analytics.text import Language, translate

NAMED = 8
"""So many townships outside the range are named at most."""
SYMBOL = {"above": "triangle-up", "below": "triangle-down", "within": "circle"}


def funnel_words(language: Language) -> dict[str, str]:
    """What the three places are called on screen."""
    return {
        "below": translate("低于预期范围", language),
        "within": translate("处于预期范围", language),
        "above": translate("高于预期范围", language),
    }


def funnel_plot(
    frame: pd.DataFrame,
    found: Funnel,
    *,
    name: str,
    unit: str,
    year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 40,
) -> go.Figure:
    """Figures per 1,000 residents over residents, the range of 99.8 % as solid and of 95 % as dotted lines.

    ``frame``: township, value, qualifier, state, population, per_1000, shrunk (per 1,000, pulled towards the county's);
    ``found``: ``measures.funnel`` of the same rows. Outside the range stand triangles with their names.
    """
    rows = pd.concat([frame.reset_index(drop=True), found.rows.add_prefix("f_")], axis=1)
    judged = rows[rows["f_word"].ne("")]
    lacking = int((frame["state"].eq("reported") & frame["population"].isna()).sum())
    more = translate("；{n} 个乡镇人口数缺失", language, n=lacking) if lacking else ""
    words = Words(
        _finding(judged, name, language),
        translate(
            "每千人{name}，{year}年；实线之间为预期范围（99.8%），点线为 95%，横线为全县水平{more}",
            language,
            name=name,
            year=year,
            more=more,
        ),
        foot_text(language, data_version),
    )
    if not len(judged):
        reason = translate("有数据又有人口数的乡镇不足 {least} 个，不画预期范围", language, least=FEWEST)
        return nothing(words, reason, palette)
    people = judged["population"].astype("float64")
    smallest, largest = float(people.min()), float(people.max())
    grid = np.linspace(smallest * 0.9, largest * 1.05, 60)
    level = found.rate * 1000
    expected = grid * found.rate
    lines = []
    for c, dash in ((ACT, "solid"), (WARN, "dot")):
        reach = np.exp(c * np.sqrt(1 / expected + found.tau2))
        for y in (level * reach, level / reach):
            style = {"color": palette.muted, "width": 1, "dash": dash}
            lines.append(go.Scatter(x=grid, y=y, mode="lines", line=style, hoverinfo="skip", **unfaded()))
    lines.append(
        go.Scatter(
            x=grid,
            y=[level] * len(grid),
            mode="lines",
            line={"color": palette.last_year, "width": 1.5},
            hoverinfo="skip",
            **unfaded(),
        )
    )
    said = funnel_words(language)
    listed = records(judged)
    dots = go.Scatter(
        x=people,
        y=judged["per_1000"],
        mode="markers",
        marker={
            "size": [11 if r["f_word"] != "within" else 7 for r in listed],
            "symbol": [SYMBOL[r["f_word"]] for r in listed],
            "color": [palette.last_year if r["f_word"] == "within" else palette.this_year for r in listed],
        },
        hovertext=[
            f"<b>{r['township']}</b><br>"
            + f"{figure_text(r['value'], r['qualifier'], r['state'], language)} {unit}<br>"
            + translate(
                "每千人 {raw}，按人口多少收缩后 {shrunk}；人口 {people:,.0f}",
                language,
                raw=f"{r['per_1000']:.1f}",
                shrunk=f"{r['shrunk']:.1f}",
                people=float(r["population"]),
            )
            + f"<br>{said[r['f_word']]}"
            for r in listed
        ],
        hoverinfo="text",
        customdata=[[r["township"], year] for r in listed],
        **unfaded(),
    )
    outside = [r for r in listed if r["f_word"] != "within"][:NAMED]
    highest = max(float(judged["per_1000"].max()), level)
    # The range of the smallest township is in sight, unless it would press all dots to the floor.
    top = max(highest * 1.12, min(highest * 1.5, float(np.max(lines[0].y)) * 1.03))
    notes = []
    placed: list[tuple[float, float]] = []
    for r in outside:
        high, left = r["f_word"] == "above", float(r["population"]) < (smallest + largest) / 2
        beside = float(r["per_1000"]) + (0.045 if high else -0.045) * top
        # A name that would lie on another is left to the hover.
        apart = ((largest - smallest or 1.0) * 0.18, top * 0.07)
        if any(abs(float(r["population"]) - x) < apart[0] and abs(beside - y) < apart[1] for x, y in placed):
            continue
        placed.append((float(r["population"]), beside))
        label = shortened_name(r["township"], 6)
        notes.append(
            panel_label(float(r["population"]), beside, label, palette.ink, SMALL_SIZE, "left" if left else "right")
        )
    return figure(
        [*lines, dots],
        words,
        palette=palette,
        height=250,
        annotations=notes,
        layout={
            "xaxis": plain_axis(
                range=[smallest * 0.88, largest * 1.07],
                nticks=6,
                tickformat=",d",
                title={"text": translate("常住人口", language), "font": {"size": SMALL_SIZE, "color": palette.muted}},
                tickfont={"size": SMALL_SIZE, "color": palette.muted},
            ),
            "yaxis": plain_axis(
                range=[-0.08 * top, top], nticks=5, tickfont={"size": SMALL_SIZE, "color": palette.muted}
            ),
        },
        margin={"l": 52, "r": 20, "b": 44},
        width=width,
    )


def _finding(judged: pd.DataFrame, name: str, language: Language) -> str:
    if not len(judged):
        return translate("{name}：暂不能按人口判断", language, name=name)
    words = judged["f_word"]
    above, below = list(judged.loc[words.eq("above"), "township"]), list(judged.loc[words.eq("below"), "township"])
    if not above and not below:
        return translate("{name}：{n} 个乡镇都处于预期范围", language, name=name, n=len(judged))
    parts = [
        translate("{n} 个高于预期范围", language, n=len(above)) if above else "",
        translate("{n} 个低于预期范围", language, n=len(below)) if below else "",
    ]
    comma = ", " if language == "en" else "，"
    return translate("{name}：{parts}", language, name=name, parts=comma.join(filter(None, parts)))
