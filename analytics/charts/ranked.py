"""Townships side by side: sorted horizontal bars of one measure in one year."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    TITLE_SIZE,
    Palette,
    Words,
    came_text,
    ends,
    ends_note,
    figure,
    foot_text,
    more_of,
    name_margin,
    nobody_text,
    nothing,
    plain_axis,
    records,
    shortened_name,
    told,
    unfaded,
    width_of,
)
from analytics.measures import figure_text
from analytics.text import Language, translate

ROW = 20
"""Pixels a township takes."""

STUB = 0.012
"""Width of the hatched mark of a missing figure, as a share of the axis: it stands for no value."""


def ranked_bars(
    frame: pd.DataFrame,
    *,
    name: str,
    unit: str,
    year: int,
    median: float | None = None,
    marked: str | None = None,
    per_thousand: bool = False,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    row: int = ROW,
    width: float = 40,
) -> go.Figure:
    """Bars from zero, largest on top, unreported townships below with the word 未报 (or 已报待核实); a ≥ figure has an open end.

    ``frame``: one row per township with township, value, qualifier, state and optionally hover (further lines of text,
    the source for instance), and band, best and worst (``measures.standings``), which then stand at the right: 前列
    1—9 are band and places, never a bare place. ``instead`` replaces the word of a figure that cannot be drawn. ``name`` and ``unit`` as shown. ``median`` is drawn dashed.
    """
    n = len(frame)
    measure = translate("{name}（每千人）", language, name=name) if per_thousand else name
    subtitle = translate(
        "{name}，单位：{unit}，{year}年，{came}{more}",
        language,
        name=measure,
        unit=unit,
        year=year,
        came=came_text(frame["state"], language),
        more=ends_note(n, language),
    )
    placed = "best" in frame.columns
    subtitle += _placed_note(frame, language) if placed else ""
    words = Words(_finding(frame, measure, language), subtitle, foot_text(language, data_version))
    if not n:
        return nothing(words, translate("没有可比较的乡镇", language), palette)
    given = frame[frame["state"].eq("reported")].sort_values("value", ascending=False, kind="stable")
    lacking = frame[frame["state"].ne("reported")].sort_values("state", ascending=False, kind="stable")
    rows = pd.concat([given, lacking], ignore_index=True)
    rows = rows.iloc[ends(len(rows))].reset_index(drop=True)
    largest = float(given["value"].max()) if len(given) else 1.0
    top = max(largest, 1e-9) * (1.62 if placed else 1.16)
    names = [shortened_name(x) for x in rows["township"]]
    texts = [
        figure_text(r["value"], r["qualifier"], r["state"], language, short=True, told=told(r)) for r in records(rows)
    ]
    if "instead" in rows.columns:
        texts = [said or text for said, text in zip(rows["instead"], texts, strict=True)]
    missing = rows["state"].ne("reported")
    at = [float(-k) for k in range(len(rows))]
    bars = go.Bar(
        orientation="h",
        y=at,
        x=[top * STUB if gone else value for value, gone in zip(rows["value"], missing, strict=True)],
        width=0.66,
        marker={
            "color": [
                palette.paper if gone else palette.attention if township == marked else palette.this_year
                for township, gone in zip(rows["township"], missing, strict=True)
            ],
            "line": {"width": [1 if gone else 0 for gone in missing], "color": palette.muted},
            "pattern": {
                "shape": ["/" if gone else "" for gone in missing],
                "fgcolor": palette.muted,
                "bgcolor": palette.paper,
                "size": 5,
            },
        },
        text=texts,
        textposition="outside",
        textfont={"size": SMALL_SIZE, "color": [palette.muted if gone else palette.ink for gone in missing]},
        cliponaxis=False,
        hovertext=_hover(rows, language),
        hoverinfo="text",
        customdata=[[township, year] for township in rows["township"]],
        **unfaded(palette.ink),
    )
    traces: list[object] = [bars]
    if placed:
        traces.append(
            go.Scatter(
                x=[top] * len(rows),
                y=at,
                mode="text",
                text=[_place(r, language) for r in records(rows)],
                textposition="middle left",
                textfont={"size": SMALL_SIZE, "color": palette.muted},
                hoverinfo="skip",
                **unfaded(palette.muted),
            )
        )
    open_ended = rows[rows["qualifier"].eq("at_least") & ~missing]
    if len(open_ended):
        # The end of a ≥ bar is left open: a notch in the colour of the paper, pointing on.
        traces.append(
            go.Scatter(
                x=open_ended["value"],
                y=[at[k] for k in open_ended.index],
                mode="markers",
                marker={"symbol": "triangle-left", "size": 11, "color": palette.paper},
                hoverinfo="skip",
                cliponaxis=False,
                **unfaded(),
            )
        )
    shapes, notes = [], []
    if median is not None and median == median and len(given):
        # Where a number stands just right of its bar's end the line makes room, so that no digit is struck through.
        letter = top * SMALL_SIZE / (width * TITLE_SIZE - name_margin(names))
        shapes += [
            {
                "type": "line",
                "x0": median,
                "x1": median,
                "y0": low,
                "y1": high,
                "line": {"dash": "dash", "width": 1, "color": palette.muted},
            }
            for low, high in _free(
                [
                    not gone and value < median < value + (width_of(text) + 1) * letter
                    for value, gone, text in zip(rows["value"], missing, texts, strict=True)
                ],
                at[-1] - 0.5,
            )
        ]
        notes.append(
            {
                "x": median,
                "y": at[-1] - 0.55,
                "yanchor": "top",
                "text": translate(
                    "中位数 {value}", language, value=figure_text(median, "exact", "reported", language, short=True)
                ),
                "showarrow": False,
                "font": {"size": SMALL_SIZE, "color": palette.muted},
            }
        )
    return figure(
        traces,
        words,
        palette=palette,
        height=max(60, row * len(rows) + 20),
        width=width,
        shapes=shapes,
        annotations=notes,
        layout={
            "xaxis": plain_axis(range=[0, top], showticklabels=False),
            "yaxis": plain_axis(
                range=[at[-1] - (1.4 if notes else 0.6), 0.6],
                tickvals=at,
                ticktext=names,
                tickfont={"size": TEXT_SIZE if row >= ROW else SMALL_SIZE},
                ticklabelstandoff=6,
            ),
            "bargap": 0.3,
        },
        margin={"l": name_margin(names)},
    )


def _free(covered: list[bool], bottom: float) -> list[tuple[float, float]]:
    """The stretches of a line down the rows (row k at -k) that no number covers, from above the first to ``bottom``."""
    stretches, begin = [], 0.6
    for k, hidden in enumerate(covered):
        if not hidden:
            continue
        if begin > 0.5 - k:
            stretches.append((0.5 - k, begin))
        begin = -0.5 - k
    return [*stretches, (bottom, begin)] if begin > bottom else stretches


def _place(row: dict[str, Any], language: Language) -> str:
    """Band and places: 前列 1—9 · 8—17 · 前列; a middle band stays without its word."""
    if row["state"] != "reported" or row["worst"] != row["worst"]:
        return ""
    band = {"high": translate("前列", language), "low": translate("靠后", language)}.get(str(row["band"]), "")
    best, worst = int(row["best"]), int(row["worst"])
    span = "" if not worst else str(best) if best == worst else f"{best}—{worst}"
    return " ".join(filter(None, (f"<b>{band}</b>" if band else "", span)))


def _placed_note(frame: pd.DataFrame, language: Language) -> str:
    if bool(frame["worst"].gt(0).any()):
        return translate("；右侧为档次和名次区间（90%）", language)
    if bool(frame["band"].isin(["high", "low"]).any()):
        return translate("；右侧为档次，没有上年数据，名次区间算不出", language)
    return translate("；已报乡镇太少，不分档、不排名次", language)


def _hover(rows: pd.DataFrame, language: Language) -> list[str]:
    return [
        f"<b>{r['township']}</b><br>{figure_text(r['value'], r['qualifier'], r['state'], language)}{more_of(r)}"
        for r in records(rows)
    ]


def _finding(frame: pd.DataFrame, measure: str, language: Language) -> str:
    given = frame[frame["state"].eq("reported")]
    if not len(given):
        return nobody_text(measure, frame["state"], language)
    ordered = records(given.sort_values("value", kind="stable"))
    high, low = ordered[-1], ordered[0]

    def said(row: dict[str, Any]) -> str:
        return figure_text(row["value"], row["qualifier"], "reported", language, short=True, told=told(row))

    if len(given) == 1:
        about = {"measure": measure, "township": high["township"], "value": said(high)}
        # Of one township looked at alone nothing is said about the others.
        if len(frame) == 1:
            return translate("{measure}：{township} {value}", language, **about)
        # Where others' figures wait for an answer it is not the only one that reported, only the only one used.
        if frame["state"].eq("waiting").any():
            return translate("{measure}：仅{township}有可用的数，{value}", language, **about)
        return translate("{measure}：仅{township}上报，{value}", language, **about)
    if high["value"] == low["value"]:
        return translate(
            "{measure}：{n} 个乡镇相同，均为 {value}", language, measure=measure, n=len(given), value=said(high)
        )
    return translate(
        "{measure}：{high}最多（{most}），{low}最少（{least}）",
        language,
        measure=measure,
        high=_all_with(ordered, high, language),
        most=said(high),
        low=_all_with(ordered, low, language),
        least=said(low),
    )


def _all_with(rows: list[dict[str, Any]], at: dict[str, Any], language: Language) -> str:
    """The township of a row; who shares its value shares its place, so that nobody is named alone."""
    names = [str(row["township"]) for row in rows if row["value"] == at["value"]]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return translate("{one}、{other}并列", language, one=names[0], other=names[1])
    return translate("{township}等{n}个乡镇并列", language, township=names[0], n=len(names))
