"""Small multiples drawn on one pair of axes: every panel is shifted to its cell, so 24 panels cost as much as one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.breaks import BREAK, breaks_before, broken_note, unlike
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
    shortened_name,
    told,
    unfaded,
)
from analytics.measures import changes, figure_text, judged_words
from analytics.text import Language, translate

SYMBOL = {"at_least": "triangle-up", "about": "circle-open"}
GONE = {"missing": "x-thin", "waiting": "diamond-open"}
"""What stands on the floor where there is no figure, by state."""
MOST_PANELS = 40
GAP_X, GAP_Y = 0.18, 0.42
"""Free space between panels, as a share of a panel."""
LIFT = 0.09
"""How far the last value stands above its point, as a share of a panel: its line does not strike it through."""


def township_panels(
    table: pd.DataFrame,
    *,
    name: str,
    unit: str,
    years: Sequence[int],
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    columns: int = 6,
    width: float = 40,
) -> go.Figure:
    """One small line per township over the years, the county median dashed behind it, one scale for all.

    ``table``: rows of a headline table for one measure, optionally with hover (further lines of text). A year that was not reported breaks the line and is marked
    未报 by a small cross on the floor, one whose figure waits for an answer by a diamond; the last value is written.
    """
    years = sorted(years)
    townships = list(dict.fromkeys(table["township"]))
    pivot = table.pivot_table(index="township", columns="year", values="value", sort=False, aggfunc="first")
    pivot = pivot.reindex(index=townships, columns=years)
    median = pivot.median(axis=0)
    shown = townships[:MOST_PANELS]
    if len(townships) > MOST_PANELS and years:
        order = pivot[years[-1]].sort_values(ascending=False, na_position="last").index
        shown = [*order[: MOST_PANELS // 2], *order[-(MOST_PANELS // 2) :]]
    more = (
        translate("；只画首尾各 {half} 个，共 {n} 个", language, half=MOST_PANELS // 2, n=len(townships))
        if len(townships) > len(shown)
        else ""
    )
    asked = translate("，◇ 为已报待核实", language) if table["state"].eq("waiting").any() else ""
    words = Words(
        _panel_finding(table, pivot, name, years, language, _broken(table, years)),
        translate(
            "{name}，单位：{unit}，{years}；虚线为全县中位数，各图同一刻度，× 为未报{more}",
            language,
            name=name,
            unit=unit,
            years=year_span(years, language),
            more=asked + more,
        )
        + broken_note(table, years, language),
        foot_text(language, data_version),
    )
    if not shown or not years:
        return nothing(words, translate("没有可比较的乡镇", language), palette)
    columns = min(columns, len(shown))
    largest = pivot.loc[shown].max().max()
    top = float(largest) if largest == largest and largest > 0 else 1.0
    step = 1 / max(1, len(years) - 1)
    values = {t: [float(v) for v in line] for t, line in zip(pivot.index, pivot.to_numpy(), strict=True)}
    marks = {(r["township"], r["year"]): r for r in records(table)}
    line_x: list[float | None] = []
    line_y: list[float | None] = []
    middle_x: list[float | None] = []
    middle_y: list[float | None] = []
    hover: list[str] = []
    picked: list[list[object]] = []
    symbols: list[str] = []
    gone_x: list[float] = []
    gone_y: list[float] = []
    gone_signs: list[str] = []
    end_x: list[float] = []
    end_y: list[float] = []
    end_text: list[str] = []
    notes = []
    for panel, township in enumerate(shown):
        left, floor = (panel % columns) * (1 + GAP_X), -(panel // columns) * (1 + GAP_Y)
        notes.append(panel_label(left, floor + 1.24, shortened_name(township), palette.ink, SMALL_SIZE))
        last = None
        for k, year in enumerate(years):
            value = values[township][k]
            x = left + (k * step if len(years) > 1 else 0.5)
            here, before = marks.get((township, year)), marks.get((township, years[k - 1])) if k else None
            anew = breaks_before(here, years, k)
            if anew or unlike(here, before):
                if anew:  # the county counts anew; what one township left out does not part the county's median
                    middle_x.append(None)
                    middle_y.append(None)
                line_x.append(None)
                line_y.append(None)
                hover.append("")
                picked.append(["", 0])
                symbols.append("circle")
                notes.append(panel_label(x - step / 2, floor + 0.5, BREAK, palette.ink, SMALL_SIZE, "center"))
            middle_x.append(x)
            middle_y.append(None if median[year] != median[year] else floor + min(1.0, float(median[year]) / top))
            row = here
            state = "missing" if row is None else str(row["state"])
            qualifier = "exact" if row is None else str(row["qualifier"])
            hover.append(
                f"<b>{township}</b> {year}<br>{figure_text(value, qualifier, state, language)}<br>"
                + translate(
                    "中位数 {value}", language, value=figure_text(float(median[year]), "exact", "reported", language)
                )
                + more_of(row)
            )
            picked.append([township, year])
            symbols.append(SYMBOL.get(qualifier, "circle"))
            line_x.append(x)
            if value != value:
                line_y.append(None)
                if state != "not_applicable":
                    gone_x.append(x)
                    gone_y.append(floor)
                    gone_signs.append(GONE.get(state, GONE["missing"]))
                continue
            line_y.append(floor + float(value) / top)
            shown_value = figure_text(float(value), qualifier, state, language, short=True, told=told(row))
            last = (x, line_y[-1], shown_value)
        for series_x, series_y in ((line_x, line_y), (middle_x, middle_y)):
            series_x.append(None)
            series_y.append(None)
        hover.append("")
        picked.append(["", 0])
        symbols.append("circle")
        if last is not None and last[1] is not None:
            end_x.append(last[0])
            end_y.append(last[1] + LIFT)
            end_text.append(last[2])
    traces = [
        go.Scatter(
            x=middle_x,
            y=middle_y,
            mode="lines",
            line={"dash": "dot", "width": 1, "color": palette.muted},
            hoverinfo="skip",
        ),
        go.Scatter(
            x=line_x,
            y=line_y,
            mode="lines+markers",
            line={"width": 2, "color": palette.this_year},
            marker={"size": 5, "symbol": symbols},
            connectgaps=False,
            hovertext=hover,
            hoverinfo="text",
            customdata=picked,
            **unfaded(),
        ),
        go.Scatter(
            x=gone_x,
            y=gone_y,
            mode="markers",
            marker={
                "symbol": gone_signs,
                "size": 6,
                "color": palette.muted,
                "line": {"width": 1, "color": palette.muted},
            },
            hoverinfo="skip",
            **unfaded(),
        ),
        go.Scatter(
            x=end_x,
            y=end_y,
            mode="text",
            text=end_text,
            textposition="top left",
            textfont={"size": 10, "color": palette.this_year},
            hoverinfo="skip",
            cliponaxis=False,
            **unfaded(palette.this_year),
        ),
    ]
    rows = math.ceil(len(shown) / columns)
    across = columns * (1 + GAP_X) - GAP_X
    floors = [
        {
            "type": "line",
            "x0": (p % columns) * (1 + GAP_X),
            "x1": (p % columns) * (1 + GAP_X) + 1,
            "y0": -(p // columns) * (1 + GAP_Y),
            "y1": -(p // columns) * (1 + GAP_Y),
            "line": {"color": palette.line, "width": 1},
        }
        for p in range(len(shown))
    ]
    return figure(
        traces,
        words,
        palette=palette,
        height=86 * rows + 16,
        annotations=notes,
        shapes=floors,
        layout={
            "xaxis": plain_axis(range=[-0.06, across + 0.06], showticklabels=False),
            "yaxis": plain_axis(range=[-(rows - 1) * (1 + GAP_Y) - 0.1, 1.3], showticklabels=False),
        },
        width=width,
    )


def panel_label(
    x: float, y: float, text: str, colour: str, size: int, xanchor: str = "left", yanchor: str = "middle"
) -> dict[str, object]:
    """A text inside a chart, placed by the chart's own coordinates."""
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": xanchor,
        "yanchor": yanchor,
        "font": {"size": size, "color": colour},
    }


def year_span(years: Sequence[int], language: Language) -> str:
    """Years in words: 2025年 or 2022—2025年."""
    if not years:
        return ""
    if len(years) == 1:
        return translate("{year}年", language, year=years[0])
    return translate("{first}—{last}年", language, first=years[0], last=years[-1])


def _broken(table: pd.DataFrame, years: Sequence[int]) -> frozenset[str]:
    """The townships whose line is broken by a change of what is counted."""
    if "since" not in table.columns or not years:
        return frozenset()
    return frozenset(table.loc[table["since"].gt(min(years)) & table["year"].isin(list(years)), "township"])


def _steady(table: pd.DataFrame, years: Sequence[int]) -> tuple[int, int, int]:
    """How many townships rose from every year to the next, how many fell, as far as bounds and parts tell, and how many
    did so although chance explains the difference between the first and the last year."""
    frame = table.assign(one="")
    steps = [changes(frame, now, before, key="one") for before, now in pairwise(years)]
    words = pd.DataFrame({k: step.set_index("township")["word"] for k, step in enumerate(steps)})
    whole = judged_words(changes(frame, years[-1], years[0], key="one").set_index("township"))
    rising, falling = words.isin(["up", "base_zero"]).all(axis=1), words.isin(["down"]).all(axis=1)
    chance = whole.reindex(words.index).eq("chance")
    counts = (rising & ~chance, falling & ~chance, (rising | falling) & chance)
    return int(counts[0].sum()), int(counts[1].sum()), int(counts[2].sum())


def _panel_finding(
    table: pd.DataFrame,
    pivot: pd.DataFrame,
    name: str,
    years: Sequence[int],
    language: Language,
    changed: frozenset[str] = frozenset(),
) -> str:
    if not years or not len(pivot):
        return translate("{name}：还没有乡镇上报", language, name=name)
    reported = pivot.notna()
    if len(years) < 2:
        return translate(
            "{name}：{year}年已报 {n} 个乡镇，暂不能看走势",
            language,
            name=name,
            year=years[0],
            n=int(reported[years[0]].sum()),
        )
    # Across a change of definition nothing rises or falls.
    alike = ~pivot.index.isin(list(changed))
    if not alike.any():
        return translate("{name}：{span}，口径有变，不看走势", language, name=name, span=year_span(years, language))
    rising, falling, chance = _steady(table, years)
    span = year_span(years, language)
    if rising or falling:
        said = translate(
            "{name}：{span}，{rising} 个乡镇逐年上升，{falling} 个逐年下降",
            language,
            name=name,
            span=span,
            rising=rising,
            falling=falling,
        )
    else:
        said = translate("{name}：{span}，没有乡镇逐年上升或下降", language, name=name, span=span)
    said += translate("，{n} 个虽逐年升降但属正常波动", language, n=chance) if chance else ""
    # A year that is only in question was reported: it breaks the line and is counted by itself.
    told = table[table["year"].isin(list(years))]
    silent, asked = (told.loc[told["state"].eq(s), "township"].nunique() for s in ("missing", "waiting"))
    said += translate("，{n} 个有未报年份", language, n=silent)
    said += translate("，{n} 个有待核实年份", language, n=asked) if asked else ""
    return said + (translate("，{n} 个口径有变", language, n=len(changed)) if changed else "")
