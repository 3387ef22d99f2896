"""Themes of gaps × townships: where the work falls short, at one glance."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    PICKABLE,
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    figure,
    foot_text,
    name_margin,
    nothing,
    plain_axis,
    records,
    shortened_name,
    wrapped,
)
from analytics.text import Language, translate

ROW = 26
MOST_COLUMNS = 40
SIZE = {"high": 15, "medium": 11, "low": 8}
SHAPES = {
    "new": ("circle", "●"),
    "persisting": ("square", "■"),
    "reopened": ("triangle-up", "▲"),
    "resolved": ("circle-open", "○"),
    "dismissed": ("x-open", "×"),
}
"""Status → plotly's symbol and the sign that stands for it in texts. Open shapes are no gaps of the year."""
CLOSED = ("resolved", "dismissed")


def status_words(language: Language) -> dict[str, str]:
    """What the statuses of a gap are called on screen."""
    return {
        "new": translate("新出现", language),
        "persisting": translate("持续", language),
        "reopened": translate("再次出现", language),
        "resolved": translate("已解决", language),
        "dismissed": translate("不作短板", language),
    }


def severity_words(language: Language) -> dict[str, str]:
    """What the severities are called on screen."""
    return {"high": translate("重", language), "medium": translate("中", language), "low": translate("轻", language)}


def gap_matrix(
    gaps: pd.DataFrame,
    *,
    themes: Sequence[tuple[str, str]],
    townships: Sequence[str],
    year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    without_said: bool = False,
) -> go.Figure:
    """A mark where a township falls short in a theme: larger and darker is more serious, its shape tells the status.

    ``gaps``: township, theme, severity, status (``SHAPES``), sentence; one row a gap, resolved ones included.
    ``themes``: (id, name). Columns are the townships with gaps, the most gaps first; the rows are the themes that
    occur. A mark's ``customdata`` is its township and its place among the rows of ``gaps``.
    ``without_said``: ``gaps`` leaves out what townships say of themselves and figures do not show; the subtitle says so.
    """
    gaps = gaps.assign(place=range(len(gaps)))
    now = gaps[~gaps["status"].isin(CLOSED)]
    counts = now.groupby("township", sort=False).size().sort_values(ascending=False, kind="stable")
    rows = [(t, n) for t, n in themes if t in set(gaps["theme"])]
    order = list(dict.fromkeys([*counts.index, *gaps["township"]]))
    subtitle = translate(
        "{year}年，{n} 个乡镇中 {hit} 个有短板；{shapes}；越大越重{more}",
        language,
        year=year,
        n=len(townships),
        hit=len(counts),
        shapes=_legend(gaps, language),
        more="" if len(order) <= MOST_COLUMNS else translate("；只画前 {n} 个", language, n=MOST_COLUMNS),
    )
    subtitle += translate("；不含只在工作报告中自述的", language) if without_said else ""
    words = Words(_finding(now, dict(themes), counts, language), subtitle, foot_text(language, data_version))
    if not rows:
        words = Words(words.title, translate("{year}年，{n} 个乡镇", language, year=year, n=len(townships)), words.foot)
        return nothing(words, translate("没有发现短板", language), palette, height=70)
    order = order[:MOST_COLUMNS]
    place = {t: k for k, t in enumerate(order)}
    level = {t: -k for k, (t, _) in enumerate(rows)}
    names = status_words(language)
    said = severity_words(language)
    shown = gaps[gaps["township"].isin(place)]
    colour = {"high": palette.serious, "medium": palette.attention, "low": palette.muted}
    marks = go.Scatter(
        x=[place[t] for t in shown["township"]],
        y=[level[t] for t in shown["theme"]],
        mode="markers",
        marker={
            "size": [SIZE.get(s, 8) for s in shown["severity"]],
            "symbol": [SHAPES.get(s, SHAPES["new"])[0] for s in shown["status"]],
            "color": [
                palette.good if status == "resolved" else colour.get(severity, palette.muted)
                for status, severity in zip(shown["status"], shown["severity"], strict=True)
            ],
            "line": {"width": 2},
            "opacity": 1,
        },
        hovertext=[
            f"<b>{r['township']}</b>　{names.get(r['status'], r['status'])}　{said.get(r['severity'], r['severity'])}"
            f"<br>{wrapped(r['sentence'], 34)}"
            for r in records(shown)
        ],
        hoverinfo="text",
        customdata=list(zip(shown["township"], shown["place"], strict=True)),
        **PICKABLE,
    )
    lines = [
        {
            "type": "line",
            "x0": -0.5,
            "x1": len(order) - 0.5,
            "y0": -k,
            "y1": -k,
            "line": {"color": palette.line, "width": 1},
            "layer": "below",
        }
        for k in range(len(rows))
    ]
    per_theme = now.groupby("theme").size().to_dict()
    labels = [f"{name}　{int(per_theme.get(t, 0))}" for t, name in rows]
    return figure(
        [marks],
        words,
        palette=palette,
        height=ROW * len(rows) + 74,
        shapes=lines,
        layout={
            "xaxis": plain_axis(
                range=[-0.6, len(order) - 0.4],
                tickvals=list(range(len(order))),
                # Names stand upright, a character a line: read without turning the head.
                ticktext=["<br>".join(shortened_name(t, 5)) for t in order],
                tickangle=0,
                tickfont={"size": SMALL_SIZE},
                side="bottom",
            ),
            "yaxis": plain_axis(
                range=[-len(rows) + 0.4, 0.6],
                tickvals=[level[t] for t, _ in rows],
                ticktext=labels,
                tickfont={"size": TEXT_SIZE},
                ticklabelstandoff=6,
            ),
        },
        margin={"l": name_margin(labels), "b": 62},
        width=64,
    )


def _legend(gaps: pd.DataFrame, language: Language) -> str:
    """● 新出现 5　■ 持续 12: the shapes that occur with how many there are of each."""
    counts = gaps["status"].value_counts().to_dict()
    names = status_words(language)
    return "　".join(f"{sign} {names[s]} {int(counts[s])}" for s, (_, sign) in SHAPES.items() if s in counts)


def _finding(gaps: pd.DataFrame, names: dict[str, str], counts: pd.Series, language: Language) -> str:
    if not len(gaps):
        return translate("没有发现短板", language)
    themes = gaps.groupby("theme", sort=False)["township"].nunique().sort_values(ascending=False, kind="stable")
    wide, many = [str(t) for t in themes.index[themes == themes.iloc[0]]], counts.index[counts == counts.iloc[0]]
    theme = names.get(wide[0], wide[0])
    # Nobody and nothing is named alone that shares its place.
    first = (
        translate("最普遍的短板：{theme}（{n} 个乡镇）", language, theme=theme, n=int(themes.iloc[0]))
        if len(wide) == 1
        else translate(
            "最普遍的短板：{theme}等 {k} 项（各 {n} 个乡镇）", language, theme=theme, k=len(wide), n=int(themes.iloc[0])
        )
    )
    most = int(counts.iloc[0])
    second = (
        translate("{township}最多（{most} 项）", language, township=counts.index[0], most=most)
        if len(many) == 1
        else translate(
            "{township}等 {n} 个乡镇最多（各 {most} 项）", language, township=many[0], n=len(many), most=most
        )
    )
    return f"{first}; {second}" if language == "en" else f"{first}；{second}"
