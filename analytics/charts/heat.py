"""Townships × measures with the quarter each stands in, said in words and not by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    ends,
    ends_note,
    figure,
    foot_text,
    more_of,
    name_margin,
    nothing,
    plain_axis,
    records,
    shortened_name,
    told,
)
from analytics.measures import figure_text
from analytics.text import Language, translate

ROW = 24
FEWEST = 8
"""Bands are taken over at least this many townships that reported; with fewer, quarters mean little."""

LEVEL = {"low": 0, "middle": 1, "high": 2}


def band_words(language: Language) -> Mapping[str, str]:
    """What the bands are called on screen."""
    return {
        "high": translate("前列", language),
        "middle": translate("中间", language),
        "low": translate("靠后", language),
        "": "",
    }


def heat_map(
    frame: pd.DataFrame,
    *,
    columns: Sequence[tuple[str, str, str]],
    year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
) -> go.Figure:
    """A cell per township and measure with its figure and its band: 前列, 中间 or 靠后 within the column.

    ``frame``: township, measure, value, qualifier, state, band ("high", "middle", "low" or "" where too few
    reported), optionally hover (further lines of text). ``columns``: (id, name, unit). Rows are sorted by how often a township stands in the low
    band; those that reported nothing come last.
    """
    townships = list(dict.fromkeys(frame["township"]))
    words = Words(
        _finding(frame, language),
        translate(
            "{year}年，前列与靠后为已报乡镇的最高与最低四分之一；已报不足 {least} 个时不分档{more}",
            language,
            year=year,
            least=FEWEST,
            more=ends_note(len(townships), language),
        ),
        foot_text(language, data_version),
    )
    if not townships or not columns:
        return nothing(words, translate("没有可比较的乡镇", language), palette)
    behind = frame["band"].eq("low").groupby(frame["township"], sort=False).sum()
    ahead = frame["band"].eq("high").groupby(frame["township"], sort=False).sum()
    silent = frame["state"].ne("reported").groupby(frame["township"], sort=False).all()
    order = sorted(townships, key=lambda t: (bool(silent[t]), -int(behind[t]), int(ahead[t])))
    order = [order[k] for k in ends(len(order))]
    cells = {(r["township"], r["measure"]): r for r in records(frame)}
    said = band_words(language)
    z: list[list[float | None]] = []
    text: list[list[str]] = []
    hover: list[list[str]] = []
    for township in order:
        z.append([])
        text.append([])
        hover.append([])
        for measure, name, unit in columns:
            cell = cells.get((township, measure))
            state = "missing" if cell is None else str(cell["state"])
            band = "" if cell is None or state != "reported" else str(cell["band"])
            value = None if cell is None else float(cell["value"])
            qualifier = "exact" if cell is None else str(cell["qualifier"])
            shown = figure_text(value, qualifier, state, language, short=True, told=told(cell))
            z[-1].append(LEVEL.get(band))
            # The middle band is the ordinary case and stays without a word; otherwise every cell would shout.
            text[-1].append(f"{shown}　<b>{said[band]}</b>" if band in ("high", "low") else shown)
            hover[-1].append(
                f"<b>{township}</b><br>{name}：{figure_text(value, qualifier, state, language)} {unit}"
                + (f"<br>{said[band]}" if said[band] else "")
                + more_of(cell)
            )
    n = len(order)
    names = [shortened_name(t) for t in order]
    heat = go.Heatmap(
        z=z,
        x=list(range(len(columns))),
        y=[-k for k in range(n)],
        colorscale=[
            [0, palette.low_band],
            [0.33, palette.low_band],
            [0.34, palette.middle_band],
            [0.66, palette.middle_band],
            [0.67, palette.high_band],
            [1, palette.high_band],
        ],
        zmin=0,
        zmax=2,
        showscale=False,
        xgap=2,
        ygap=2,
        text=[
            [said if at is not None else "" for said, at in zip(*row, strict=True)] for row in zip(text, z, strict=True)
        ],
        texttemplate="%{text}",
        textfont={"size": SMALL_SIZE, "color": palette.ink},
        hovertext=hover,
        hoverinfo="text",
        hoverongaps=True,
    )
    gaps = go.Scatter(
        x=[c for row in z for c, level in enumerate(row) if level is None],
        y=[-k for k, row in enumerate(z) for level in row if level is None],
        mode="text",
        text=[text[k][c] for k, row in enumerate(z) for c, level in enumerate(row) if level is None],
        textfont={"size": SMALL_SIZE, "color": palette.muted},
        hovertext=[hover[k][c] for k, row in enumerate(z) for c, level in enumerate(row) if level is None],
        hoverinfo="text",
    )
    # Plotly tells no click on a heat map: a mark nobody sees lies on every cell. A click gives measure and year.
    over = go.Scatter(
        x=[c for _ in order for c in range(len(columns))],
        y=[-k for k in range(n) for _ in columns],
        mode="markers",
        marker={"symbol": "square", "size": ROW - 2, "opacity": 0},
        hovertext=[said for row in hover for said in row],
        hoverinfo="text",
        customdata=[[measure, year] for _ in order for measure, _, _ in columns],
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
    )
    return figure(
        [heat, gaps, over],
        words,
        palette=palette,
        height=ROW * n + 44,
        layout={
            "xaxis": plain_axis(
                side="top",
                range=[-0.5, len(columns) - 0.5],
                tickvals=list(range(len(columns))),
                ticktext=[
                    (_broken(name) if name.isascii() else name)
                    + (f"<br><span style='color:{palette.muted}'>{unit}</span>" if unit else "")
                    for _, name, unit in columns
                ],
                tickfont={"size": TEXT_SIZE},
                tickangle=0,
            ),
            "yaxis": plain_axis(
                range=[-n + 0.4, 0.6],
                tickvals=[-k for k in range(n)],
                ticktext=names,
                ticklabelstandoff=6,
                tickfont={"size": TEXT_SIZE},
            ),
        },
        margin={"l": name_margin(names), "t": 106},
        width=64,
    )


def _broken(name: str) -> str:
    """An English name on as many lines as it has words: written in one line it reaches into its neighbour's column."""
    return name.replace(" ", "<br>")


def _finding(frame: pd.DataFrame, language: Language) -> str:
    low = frame[frame["band"].eq("low")]
    if not len(low):
        return translate("已报的乡镇不足，暂不分档", language)
    counts = low.groupby("township", sort=False).size().sort_values(ascending=False, kind="stable")
    most = int(counts.iloc[0])
    names = list(counts.index[counts == most])
    joiner = ", " if language == "en" else "、"
    if len(names) > 3:
        return translate("{n} 个乡镇各有 {most} 项靠后", language, n=len(names), most=most)
    return translate("靠后项目最多：{names}（{most} 项）", language, names=joiner.join(names), most=most)
