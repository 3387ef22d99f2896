"""导出: what can be taken away, for exactly what was chosen; how it will look; and what was taken before."""

import streamlit as st

from ui import address
from ui.exports import history
from ui.exports.handing import hand_out
from ui.exports.registry import EXPORTS
from ui.exports.scope import townships_said, years_said
from ui.plain import plain
from ui.screen import filters_or_empty
from ui.who import name_field
from ui.words import t

filters = filters_or_empty(t("导出把所选年份和乡镇做成可以打印、可以核对的 Excel 对比表。"))
names = {export.id: export.name() for export in EXPORTS}
st.title(t("导出"), anchor=False)

address.start("export", names)
chosen = st.segmented_control(
    t("导出什么"),
    list(names),
    format_func=names.__getitem__,
    default=None if "export" in st.session_state else EXPORTS[0].id,
    required=True,
    key="export",
    label_visibility="collapsed",
)
address.keep("export", chosen, EXPORTS[0].id)
export = next((e for e in EXPORTS if e.id == chosen), EXPORTS[0])

left, right = st.columns([5, 3], gap="large")
with right, st.container(border=True, key=f"export_{export.id}"):
    st.write(
        t(
            "按左边的选择导出：{years}，{townships}。",
            years=years_said(filters),
            townships=plain(townships_said(filters)),
        )
    )
    st.markdown(export.holds())
    choice = export.choose(filters)
    if choice is not None:
        name_field()
        hand_out(export, filters, choice)
if choice is not None:
    with left:
        st.subheader(t("预览"), anchor=False)
        export.preview(filters, choice)

past = st.expander(t("导出记录"), key="export_past", on_change="rerun")
if past.open:
    with past:
        history.show({**names, "picture": t("单张图"), "table": t("单张表")})
