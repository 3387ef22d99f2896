"""The county over the years: one panel of bars a measure, all on one pair of axes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.breaks import BREAK, breaks_before, broken_note
from analytics.charts.panels import GAP_X, panel_label, year_span
from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    figure,
    foot_text,
    nothing,
    plain_axis,
    records,
)
from analytics.measures import figure_text, judged_words
from analytics.text import Language, translate

WIDEST = 0.2
"""The widest a bar gets, as a share of a panel: of one or two years no slabs are drawn."""
GAP_Y = 0.72
"""Free space between rows of panels, as a share of a panel: the years stand below, values and names above."""


def N_(message: str) -> str:  # noqa: N802 the name gettext looks for
    """Marks a message for translation where it is spoken later."""
    return message


def county_years(
    totals: pd.DataFrame,
    *,
    measures: Sequence[tuple[str, str, str]],
    years: Sequence[int],
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    columns: int = 3,
    comparable: pd.DataFrame | None = None,
) -> go.Figure:
    """Bars by year for the county, one panel a measure, each on its own scale from zero.

    ``totals``: rows of ``measures.county_totals``; ``measures``: (id, name, unit) in the order of the panels. Under
    every bar stands its year, over it its value; a total that
    lacks townships says how many reported, and is hatched where another year has more of them. The title counts rises and falls among the townships that reported both
    years (``comparable``: ``measures.comparable_totals``).
    """
    years = sorted(years)
    drawn = translate("全县合计，{years}；各图刻度不同，均从 0 起", language, years=year_span(years, language))
    fullest = _fullest(totals, years)
    if _fewer_drawn(totals, years, fullest):
        drawn += translate("；柱形是当年已报乡镇的合计，斜纹表示报送的乡镇少于其他年份", language)
    words = Words(
        _county_finding(comparable, years, language),
        drawn + broken_note(totals, years, language),
        foot_text(language, data_version),
    )
    if not years or not measures:
        return nothing(words, translate("没有可比较的年份", language), palette)
    columns = min(columns, len(measures))
    rows = math.ceil(len(measures) / columns)
    cell = {(r["measure"], r["year"]): r for r in records(totals)}
    x: list[float] = []
    y: list[float] = []
    base: list[float] = []
    colour: list[str] = []
    text: list[str] = []
    hover: list[str] = []
    pattern: list[str] = []
    hatch: list[str] = []
    edge: list[str] = []
    notes = []
    slot = 1 / len(years)
    for panel, (measure, name, unit) in enumerate(measures):
        left, floor = (panel % columns) * (1 + GAP_X), -(panel // columns) * (1 + GAP_Y)
        found = {year: cell[(measure, year)] for year in years if (measure, year) in cell}
        largest = max((float(r["value"]) for r in found.values() if r["value"] == r["value"]), default=0.0) or 1.0
        notes.append(panel_label(left, floor + 1.36, f"<b>{name}</b>　<span>{unit}</span>", palette.ink, TEXT_SIZE))
        for k, year in enumerate(years):
            total = found.get(year)
            if breaks_before(total, years, k):
                notes.append(panel_label(left + k * slot, floor + 0.5, BREAK, palette.ink, TEXT_SIZE, "center"))
            gone = total is None or total["value"] != total["value"]
            value = 0.0 if gone or total is None else float(total["value"])
            asked = 0 if total is None else int(total.get("n_waiting", 0))
            none = "waiting" if asked else "missing"
            n, expected = (0, 0) if total is None else (int(total["n_reported"]), int(total["n_expected"]))
            x.append(left + (k + 0.5) * slot)
            base.append(floor)
            y.append(0.03 if gone else value / largest)
            # A sum of fewer townships is no shorter bar of the same kind: it is hatched in the colour of its year.
            fewer = not gone and n < fullest.get(measure, 0)
            shade = palette.this_year if k == len(years) - 1 else palette.last_year
            shade = palette.earlier if k < len(years) - 2 else shade
            colour.append(palette.paper if gone else shade)
            pattern.append("/" if gone or fewer else "")
            hatch.append(shade if fewer else palette.muted)
            edge.append(palette.muted if gone else palette.this_year if k == len(years) - 1 else palette.last_year)
            said = figure_text(
                None if gone else value,
                "exact" if total is None else str(total["qualifier"]),
                none if gone else "reported",
                language,
                short=True,
            )
            short = 0 < n < expected
            text.append(said + (f"<br><span style='color:{palette.muted}'>{n}/{expected}</span>" if short else ""))
            hover.append(
                f"<b>{name}</b> {year}<br>"
                + figure_text(
                    None if gone else value,
                    "exact" if total is None else str(total["qualifier"]),
                    none if gone else "reported",
                    language,
                )
                + f" {unit}<br>"
                + translate("已报 {n}/{expected}", language, n=n, expected=expected)
                + (translate("，{n} 个已报待核实", language, n=asked) if asked else "")
            )
            notes.append(panel_label(x[-1], floor - 0.02, str(year), palette.muted, SMALL_SIZE, "center", "top"))
    bars = go.Bar(
        x=x,
        y=y,
        base=base,
        width=min(slot * 0.62, WIDEST),
        marker={
            "color": colour,
            "line": {"width": [1 if p else 0 for p in pattern], "color": edge},
            "pattern": {"shape": pattern, "fgcolor": hatch, "bgcolor": palette.paper, "size": 6, "solidity": 0.5},
        },
        hovertext=hover,
        hoverinfo="text",
    )
    labels = go.Scatter(
        x=x,
        y=[b + v for b, v in zip(base, y, strict=True)],
        mode="text",
        text=text,
        textposition="top center",
        textfont={"size": SMALL_SIZE, "color": palette.ink},
        hoverinfo="skip",
        cliponaxis=False,
    )
    width, depth = columns * (1 + GAP_X) - GAP_X, (rows - 1) * (1 + GAP_Y)
    return figure(
        [bars, labels],
        words,
        palette=palette,
        height=175 * rows,
        annotations=notes,
        layout={
            "xaxis": plain_axis(range=[-0.02, width + 0.02], showticklabels=False),
            "yaxis": plain_axis(range=[-depth - 0.16, 1.46], showticklabels=False),
        },
        width=64,
    )


def _fullest(totals: pd.DataFrame, years: Sequence[int]) -> dict[str, int]:
    """The most townships that reported each measure in one of the years."""
    most = totals[totals["year"].isin(years)].groupby("measure")["n_reported"].max()
    return {str(measure): int(n) for measure, n in most.items()}


def _fewer_drawn(totals: pd.DataFrame, years: Sequence[int], fullest: dict[str, int]) -> bool:
    """Whether a bar stands for fewer townships than another of its panel."""
    drawn = totals[totals["year"].isin(years) & totals["n_reported"].gt(0)]
    return any(n < fullest[str(measure)] for measure, n in zip(drawn["measure"], drawn["n_reported"], strict=True))


def _county_finding(comparable: pd.DataFrame | None, years: Sequence[int], language: Language) -> str:
    if not years:
        return translate("还没有任何年份的数据", language)
    if len(years) == 1:
        return translate("只有{year}年的数据，暂不能逐年比较", language, year=years[0])
    if comparable is None or not len(comparable):
        return translate("各年合计，{span}", language, span=year_span(years, language))
    word = judged_words(comparable)
    counted = [
        (int(word.isin(["up", "base_zero"]).sum()), N_("{n} 项增加")),
        (int(word.eq("down").sum()), N_("{n} 项减少")),
        (int(word.isin(["flat", "alike"]).sum()), N_("{n} 项持平")),
        (int(word.eq("chance").sum()), N_("{n} 项属正常波动")),
        (int(word.eq("open").sum()), N_("{n} 项增减不确定")),
        (int((word.str.endswith("missing") | word.isin(["broken", "unlike"])).sum()), N_("{n} 项无法比较")),
    ]
    comma = ", " if language == "en" else "，"
    return translate(
        "{year}年比{last}年（两年所报项目相同的乡镇）：{parts}",
        language,
        year=int(comparable["year"].iloc[0]),
        last=int(comparable["base_year"].iloc[0]),
        parts=comma.join(translate(message, language, n=n) for n, message in counted if n),
    )
