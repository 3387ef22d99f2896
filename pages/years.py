"""年度对比: what each township did year over year."""

from functools import partial

import streamlit as st

from ui import drawings, footnotes
from ui.compare_table import change_table, download
from ui.one_township import to_profile
from ui.screen import chart, filters_or_empty
from ui.source_panel import clicked_source, measure_source
from ui.words import t

filters = filters_or_empty(t("年度对比回答：全县和每个乡镇今年比上年做得多还是少。"))
measure = filters.measure.id
st.title(t("年度对比"), anchor=False)

chart("years_county", filters, partial(drawings.years_county, filters))

left, right = st.columns([5, 3], gap="medium")
with left:
    in_panel = chart("years_panels", filters, partial(drawings.years_panels, filters), clickable=True)
with right:
    source = st.container()
    in_slope = chart("years_slope", filters, partial(drawings.years_slope, filters), clickable=True)
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
