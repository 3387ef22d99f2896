"""What is counted: the indicators in their groups with the wordings they are known by. Read-only."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.catalogue import Indicator
from analytics.export import tidy_csv
from ui import cached
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t


def show() -> None:
    """One table of all indicators; the search looks at names, wordings and codes."""
    catalogue = cached.catalogue()
    note(
        t(
            "共 {n} 项指标。“说法”是系统不问就认得的表头；乡镇用了别的说法时，在报表上传里选一次就会记住。目录随程序更新，这里只能查看。",
            n=len(catalogue.indicators),
        )
    )
    search = st.text_input(t("查找"), placeholder=t("名称、说法、单位或代码"), key="catalogue_search", width=420)
    groups = {g.id: g.name_en if language() == "en" else g.name_zh for g in catalogue.groups}
    shown = [i for i in catalogue.indicators if _fits(i, groups[i.group], search)]
    if not shown:
        st.write(t("没有找到“{search}”。试试更短的词，比如“普法”“调解”。", search=search))
        return
    kinds = {"flow": t("全年累计"), "stock": t("年末数"), "rate": t("比率")}
    headlines = {h.id: h.name_en if language() == "en" else h.name_zh for h in catalogue.headlines}
    table = pd.DataFrame(
        [
            (
                groups[i.group],
                i.name_en if language() == "en" else i.name_zh,
                i.unit,
                kinds[i.kind],
                headlines.get(i.headline or "", ""),
                listed(list(i.wordings)),
                i.id,
            )
            for i in shown
        ],
        columns=[t("组别"), t("指标"), t("单位"), t("怎么计"), t("计入主要指标"), t("说法"), t("指标代码")],
    )
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(470, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("说法"): st.column_config.Column(width="large")},
        key="catalogue_table",
        alt=t("指标目录"),
    )
    st.download_button(
        t("下载此表（CSV）"),
        tidy_csv(table),
        file_name=t("指标目录.csv"),
        mime="text/csv",
        on_click="ignore",
        key="catalogue_download",
    )


def _fits(indicator: Indicator, group: str, search: str) -> bool:
    texts = (group, indicator.name_zh, indicator.name_en, indicator.id, indicator.unit, *indicator.wordings)
    return search.strip().lower() in " ".join(texts).lower()
