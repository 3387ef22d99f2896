"""What people have taught the reader: headings matched by hand, columns and rows put right. Listed, taken back, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from analytics.submission import forget_correction, forget_heading
from ui import cached
from ui.axis_table import role_word
from ui.formats import moment, taken_for
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import t

SAID = "_forgotten"


def headings() -> None:
    """Every remembered heading with its indicator, who said so and when."""
    known = cached.store().remembered_headings()
    _said()
    if not known:
        st.write(
            t(
                "这里列出教过系统的表头：核对报表时，遇到没认出的表头，选一次它是哪项指标，以后就不再问。现在还没有。下一步：上传报表，在“没认出的表头”里选择指标。"
            )
        )
        return
    rows = [
        (
            h.heading,
            h.group or t("（任何组别）"),
            taken_for(h.indicator),
            h.who,
            moment(h.at),
        )
        for h in known
    ]
    table = pd.DataFrame(rows, columns=[t("表头"), t("组别"), t("指标"), t("谁"), t("什么时候")])
    chosen = _table(table, "taught_headings", t("记住的表头"))
    codes = table.assign(**{t("指标代码"): [h.indicator or "" for h in known]})
    _buttons(
        "headings",
        chosen,
        codes,
        t("记住的表头.csv"),
        lambda row: len(forget_heading(cached.store(), known[row].id, who())),
    )


def corrections() -> None:
    """Every correction of a form, with who said so and when."""
    known = cached.store().corrections()
    _said()
    if not known:
        st.write(
            t(
                "这里列出对报表版式的更正：核对报表时，在“整张表”里把读错的列或行改对一次，同样的表以后都这样读。现在还没有。"
            )
        )
        return
    rows = [
        (
            t("列") if c.kind == "column" else t("行"),
            c.heading or t("（没有表头）"),
            "" if c.role is None else role_word(c.role),
            c.unit or "",
            c.form[:6],
            c.who,
            moment(c.at),
        )
        for c in known
    ]
    columns = [t("列或行"), t("表头"), t("读成"), t("单位"), t("表的版式"), t("谁"), t("什么时候")]
    table = pd.DataFrame(rows, columns=columns)
    chosen = _table(table, "taught_corrections", t("版式更正"))
    _buttons(
        "corrections",
        chosen,
        table,
        t("版式更正.csv"),
        lambda row: len(forget_correction(cached.store(), known[row].id, who()).again),
    )


def _table(table: pd.DataFrame, key: str, label: str) -> list[int]:
    event = st.dataframe(
        table,
        hide_index=True,
        # Rows are named by their place, so a list of another length starts without a choice.
        key=f"{key}_{len(table)}",
        on_select="rerun",
        selection_mode="multi-row",
        row_height=ROW_HEIGHT,
        height=min(460, ROW_HEIGHT * (len(table) + 1) + 8),
        alt=label,
    )
    picked = event["selection"]["rows"] if event else []
    return [row for row in picked if row < len(table)]


def _buttons(name: str, chosen: Sequence[int], table: pd.DataFrame, file: str, forget: Callable[[int], int]) -> None:
    with st.container(horizontal=True):
        label = t("删除选中的 {n} 条", n=len(chosen)) if chosen else t("删除选中的")
        if st.button(label, key=f"forget_{name}", disabled=not chosen or not who()):
            with st.spinner(t("正在重新读取……")):
                again = sum(forget(row) for row in chosen)
            text = t("已删除 {n} 条。", n=len(chosen))
            if again:
                text += t("等待中的文件已重新读取（{n} 次）。", n=again)
            st.session_state[SAID] = text
            st.rerun()
        st.download_button(
            t("下载此表（CSV）"),
            tidy_csv(table),
            file_name=file,
            mime="text/csv",
            on_click="ignore",
            key=f"download_{name}",
        )
    note(t("删除后，等待入库的文件马上重新读取；已入库的数据不变。"))


def _said() -> None:
    text = st.session_state.pop(SAID, None)
    if text:
        st.success(text)
