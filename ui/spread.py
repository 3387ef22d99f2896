"""One column of the heat map looked at: how the townships are spread, and whether their size explains it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analytics.charts import funnel_plot, strip
from analytics.measures import funnel, shrunk_rates
from analytics.measures.peers import residents_of
from ui import address, cached
from ui.filters import Filters
from ui.hovers import with_hover
from ui.notes import note
from ui.screen import chart
from ui.words import t

FOLD = "funnel"


def show(filters: Filters, column: str | None, *, per_thousand: bool) -> tuple[str, int] | None:
    """The strip of the clicked column, else of the chosen measure, and the funnel when it is asked for; township and
    year of the dot that was clicked."""
    looked = cached.catalogue().headline_by_id.get(column or "", filters.measure)
    of = replace(filters, measure=looked)
    left, right = st.columns([1, 1], gap="medium")
    with left:
        drawn = partial(strip_chart, of, per_thousand=per_thousand)
        clicked = chart("townships_strip", of, drawn, per_thousand, clickable=True)
        note(t("点热力图的一格，这里换成那一项；也可以在左边选主要指标。"))
    with right:
        address.start(FOLD, (True, False))
        wanted = st.toggle(
            t("看人口多少能不能解释差别（漏斗图）"),
            key=FOLD,
            help=t("人口少的乡镇，每千人的数自然起落大。漏斗图按人口画出预期范围，只有落在范围外才值得追问。"),
        )
        address.keep(FOLD, wanted, usual=False)
        if wanted:
            chart("townships_funnel", of, partial(funnel_chart, of))
    return clicked


def strip_chart(filters: Filters, *, per_thousand: bool = False, **words: Any) -> go.Figure:
    """The townships as dots on one scale."""
    rows = with_hover(_rows(filters, filters.townships), lines=("source",))
    if per_thousand:
        state = rows["state"].mask(rows["per_1000"].isna() & rows["state"].eq("reported"), "missing")
        rows = rows.assign(value=rows["per_1000"].round(1), state=state)
    return strip(
        rows,
        name=filters.measure_name,
        unit=filters.measure.unit,
        year=filters.year,
        per_thousand=per_thousand,
        **words,
    )


def funnel_chart(filters: Filters, **words: Any) -> go.Figure:
    """Figures per 1,000 residents over residents. The range is the whole county's, whichever townships are shown."""
    rows = _rows(filters, None)
    count, high = (rows[c].to_numpy(np.float64) for c in ("value", "high"))
    people = residents_of(rows)
    found = funnel(count, people, high)
    shown = rows.assign(shrunk=shrunk_rates(count, people) * 1000).reset_index(drop=True)
    if filters.townships is not None:
        kept = shown["township"].isin(filters.townships).to_numpy(np.bool_)
        shown = shown[kept].reset_index(drop=True)
        found = replace(found, rows=found.rows[kept].reset_index(drop=True))
    return funnel_plot(shown, found, name=filters.measure_name, unit=filters.measure.unit, year=filters.year, **words)


def _rows(filters: Filters, townships: tuple[str, ...] | None) -> pd.DataFrame:
    table = cached.bands(filters.year, townships)
    return table[table["measure"] == filters.measure.id]
