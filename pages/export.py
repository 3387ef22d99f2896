"""导出: the comparison workbook and the tidy figures, for exactly what was chosen."""

import streamlit as st

from ui import cached
from ui.compare_table import headings, shown_changes
from ui.exports import comparison_bytes, figures_csv
from ui.later import later
from ui.plain import plain
from ui.screen import filters_or_empty
from ui.tables import ROW_HEIGHT
from ui.words import listed, t

filters = filters_or_empty(t("导出把所选年份和乡镇做成可以打印、可以核对的 Excel 对比表。"))
county = cached.store().setting("county") or t("本县")
st.title(t("导出"), anchor=False)
st.write(
    t(
        "按左边的选择导出：{this}年与{base}年，{townships}。",
        this=filters.year,
        base=filters.base,
        townships=t("全部 {n} 个乡镇", n=len(filters.shown_townships))
        if filters.townships is None
        else plain(listed(list(filters.townships))),
    )
)

left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader(t("预览：{name}", name=filters.measure_name), anchor=False)
    table = shown_changes(filters).rename(columns=headings(filters))
    names = list(table.columns)
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={name: st.column_config.Column(alignment="right") for name in names[1:5]},
        key="export_preview",
        alt=t("导出预览"),
    )
with right:
    with st.container(border=True, key="export_workbook"):
        st.subheader(t("对比工作簿（Excel）"), anchor=False)
        st.markdown(
            t(
                "- 总表：各乡镇主要指标的本年、上年、增减、同比，有合计\n"
                "- 每组指标一张表，图表用 Excel 自带的图\n"
                "- 多年走势、短板、疑点\n"
                "- 每个数据的文件、工作表、单元格和原文\n"
                "- ≥、≈、未报照原样写出，不改成零"
            )
        )
        st.download_button(
            t("下载对比工作簿"),
            later(lambda: comparison_bytes(filters, county)),
            file_name=t("{county}法治工作对比_{this}_{base}.xlsx", county=county, this=filters.year, base=filters.base),
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            type="primary",
            on_click="ignore",
            key="download_workbook",
        )
    with st.container(border=True, key="export_csv"):
        st.subheader(t("全部数据（CSV）"), anchor=False)
        st.write(t("所选乡镇所有年份的每个数据一行，带文件、工作表、单元格和原文。"))
        st.download_button(
            t("下载数据（CSV）"),
            later(lambda: figures_csv(filters)),
            file_name=t("{county}法治工作数据.csv", county=county),
            mime="text/csv",
            on_click="ignore",
            key="download_csv",
        )
