"""乡镇比较: who is ahead, who is behind, measure by measure."""

from functools import partial

import streamlit as st

from ui import address, drawings, footnotes, spread
from ui.band_table import band_table
from ui.notes import note
from ui.one_township import to_profile
from ui.ranking import population_notes
from ui.screen import chart, filters_or_empty
from ui.source_panel import clicked_source, measure_source
from ui.words import t

filters = filters_or_empty(t("乡镇比较回答：同一年里，哪个乡镇走在前列，哪个靠后。"))
st.title(t("乡镇比较"), anchor=False)

address.start("per1000", (True, False))
per_thousand = st.toggle(
    t("按每千名常住人口计"), key="per1000", help=t("没有人口数的乡镇写明“人口数缺失”和总数，不排在一起。")
)
address.keep("per1000", per_thousand, usual=False)
if per_thousand:
    for said in population_notes(filters):
        note(said)

left, right = st.columns([2, 3], gap="medium")
with left:
    drawn = drawings.townships_per_1000 if per_thousand else drawings.townships_bars
    clicked = chart("townships_bars", filters, partial(drawn, filters), per_thousand, clickable=True)
with right:
    source = st.container()
    column = chart("townships_heat", filters, partial(drawings.townships_heat, filters), clickable=True)
clicked_source(source, filters.measure.id, townships_bars=clicked)
footnotes.under(filters.shown_townships, (filters.year,), filters.measure.id)
spread.show(filters, column[0] if column else None, per_thousand=per_thousand)

left, right = st.columns([5, 3], gap="medium")
with left:
    picked = band_table(filters, key="townships_table")
with right, st.container(border=True, key="townships_source"):
    if picked:
        measure_source(*picked, key="townships_table")
        to_profile(picked[0])
    else:
        st.write(t("点表中的数字，这里显示它来自哪个文件、哪个单元格。"))
