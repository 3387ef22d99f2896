"""年度对比: what each township did year over year."""

import streamlit as st

from analytics.charts import county_years, slope, township_panels
from ui import cached, footnotes
from ui.compare_table import change_table, download
from ui.filters import measures_shown
from ui.hovers import with_hover
from ui.one_township import to_profile
from ui.screen import chart, filters_or_empty
from ui.source_panel import clicked_source, measure_source
from ui.words import t

filters = filters_or_empty(t("年度对比回答：全县和每个乡镇今年比上年做得多还是少。"))
name, unit, measure = filters.measure_name, filters.measure.unit, filters.measure.id
st.title(t("年度对比"), anchor=False)

chart(
    "years_county",
    filters,
    lambda **words: county_years(
        cached.totals(filters.townships),
        measures=measures_shown(),
        years=[y for y in cached.years() if y <= max(filters.year, filters.base)],
        comparable=cached.comparable(filters.year, filters.base, filters.townships),
        **words,
    ),
)

left, right = st.columns([5, 3], gap="medium")
with left:
    in_panel = chart(
        "years_panels",
        filters,
        lambda **words: township_panels(
            with_hover(cached.headlines_of_measure(filters.townships, measure), lines=("bound", "last", "source")),
            name=name,
            unit=unit,
            years=cached.years(),
            **words,
        ),
        clickable=True,
    )
with right:
    source = st.container()
    in_slope = chart(
        "years_slope",
        filters,
        lambda **words: slope(
            with_hover(
                cached.changes_of_measure(*filters.key),
                measure=measure,
                year=filters.year,
                lines=("bound", "median", "source"),
            ),
            name=name,
            unit=unit,
            year=filters.year,
            base_year=filters.base,
            **words,
        ),
        clickable=True,
    )
clicked_source(source, measure, years_panels=in_panel, years_slope=in_slope)
footnotes.under(filters.shown_townships, (filters.year, filters.base), measure)

left, right = st.columns([5, 3], gap="medium")
with left:
    picked = change_table(filters, key="years_table")
    download(filters)
with right, st.container(border=True, key="years_source"):
    if picked:
        measure_source(*picked, key="years_table")
        to_profile(picked[0])
    else:
        st.write(t("点表中的数字，这里显示它来自哪个文件、哪个单元格。"))
