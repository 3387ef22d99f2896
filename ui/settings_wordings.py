"""Which wordings of headings the returns use, and what each was read as."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from analytics.submission import SeenWording
from ui import cached
from ui.formats import indicator_name
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.words import language, t


def how_word(how: str) -> str:
    """How a heading was matched, in words."""
    return {
        "exact": t("与目录一致"),
        "core": t("去掉套话后一致"),
        "order": t("字序不同"),
        "form": t("合乎该指标的说法规律"),
        "covered": t("由同一指标的几种说法拼成"),
        "remembered": t("人工选定"),
        "ignored": t("人工忽略"),
        "none": t("没认出"),
    }.get(how, how)


def show() -> None:
    """The wordings as a table, those matched to nothing first."""
    with st.spinner(t("正在汇总各报表的表头……")):
        found = cached.wordings()
    if not found:
        st.write(
            t(
                "这里汇总收到的报表里出现过的每种表头，以及它读成了哪项指标，便于发现读错的和还没认出的。现在还没有报表。"
            )
        )
        return
    unknown = sum(w.how == "none" for w in found)
    note(
        t(
            "共 {n} 种说法，{unknown} 种没认出。要改读法：在报表上传里打开文件，在“整张表”或“没认出的表头”里更正。",
            n=len(found),
            unknown=unknown,
        )
    )
    hows = list(dict.fromkeys(w.how for w in found))
    left, right = st.columns([2, 3])
    search = left.text_input(t("查找"), placeholder=t("表头、组别或指标里的字"), key="wordings_search")
    with right:
        chosen = st.pills(t("怎么认出的"), hows, format_func=how_word, selection_mode="multi", key="wordings_how")
    shown = [w for w in found if (not chosen or w.how in chosen) and _fits(w, search)]
    table = pd.DataFrame(
        [
            (
                w.wording,
                w.group,
                how_word(w.how),
                "" if w.indicator is None else indicator_name(w.indicator),
                w.uploads,
                w.file,
            )
            for w in shown
        ],
        columns=[t("表头"), t("组别"), t("怎么认出的"), t("指标"), t("文件数"), t("其中一个文件")],
    )
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(460, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("指标"): st.column_config.Column(width=180 if language() == "zh" else 250)},
        key="wordings",
        alt=t("表头读法"),
    )
    st.download_button(
        t("下载此表（CSV）"),
        tidy_csv(table),
        file_name=t("表头读法.csv"),
        mime="text/csv",
        on_click="ignore",
        key="wordings_download",
    )


def _fits(wording: SeenWording, search: str) -> bool:
    name = "" if wording.indicator is None else indicator_name(wording.indicator)
    return search.strip().lower() in f"{wording.group} {wording.wording} {name}".lower()
