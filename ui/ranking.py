"""The bars of one measure over the townships, as totals or per thousand residents."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts import ranked_bars
from analytics.charts.template import records
from analytics.measures import figure_text
from ui import cached
from ui.filters import Filters
from ui.hovers import LINES, with_hover
from ui.words import language, listed, t


def _rows(filters: Filters) -> pd.DataFrame:
    table = cached.bands(filters.year, filters.townships)
    return table[table["measure"] == filters.measure.id]


def population_notes(filters: Filters) -> list[str]:
    """What has to be known about the populations that figures are divided by."""
    bars = _rows(filters)
    lacking = int(bars["population"].isna().sum())
    years = sorted({int(y) for y in bars["population_year"].dropna()})
    notes = [t("{n} 个乡镇人口数缺失，无法按人口比较", n=lacking)] if lacking else []
    if years and years != [filters.year]:
        notes.append(t("人口数为 {years} 年的", years=listed([str(y) for y in years])))
    return notes


def ranking(filters: Filters, *, per_thousand: bool, **words: Any) -> go.Figure:
    """The chart; a township without a population has no figure per thousand, never its total instead."""
    bars = with_hover(_rows(filters), lines=("source",) if per_thousand else LINES)
    if per_thousand:
        state = bars["state"].mask(bars["per_1000"].isna() & bars["state"].eq("reported"), "missing")
        lacking = bars["state"].eq("reported") & bars["population"].isna()
        counts = [
            t(
                "人口数缺失（共 {count}）",
                count=figure_text(r["value"], r["qualifier"], "reported", language(), short=True),
            )
            if gone
            else ""
            for r, gone in zip(records(bars), lacking, strict=True)
        ]
        bars = bars.assign(instead=counts, state=state).sort_values("per_1000", ascending=False, kind="stable")
        bars = bars.assign(value=bars["per_1000"].round(1))
    places = cached.standings(filters.year, filters.measure.id, per_thousand=per_thousand)
    bars = bars.drop(columns="band").merge(places, on="township", how="left", sort=False)
    return ranked_bars(
        bars,
        name=filters.measure_name,
        unit=filters.measure.unit,
        year=filters.year,
        median=float(bars["value"].median()),
        per_thousand=per_thousand,
        width=25,
        **words,
    )
