"""A waiting report in prose opened: its text with what was read marked, beside the figures and what else was found."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.checks.prose import places_of, sentence_of
from analytics.measures import figure_text
from analytics.model import Figure, Reading, Report
from analytics.store import UploadRow
from analytics.submission import marks_of
from ui import file_answers, report_text
from ui.formats import indicator_name, place_words, theme_name
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.words import language, t


def show(upload: UploadRow, reading: Reading) -> None:
    """The text on the left; on the right figures, shortcomings and plans, of which the chosen one is marked in it."""
    left, right = st.columns([5, 6], gap="medium")
    with right:
        kinds = {
            "figures": t("数据（{n}）", n=len(reading.figures)),
            "gaps": t("自述短板（{n}）", n=len(reading.gaps)),
            "plans": t("下一年计划（{n}）", n=len(reading.plans)),
        }
        kind = st.segmented_control(
            t("看什么"),
            list(kinds),
            format_func=kinds.__getitem__,
            default="figures",
            required=True,
            key=f"report_kind_{upload.id}",
            label_visibility="collapsed",
        )
        chosen = _read(upload, reading, kind or "figures")
        with st.expander(t("更正整个文件的乡镇或年度")):
            file_answers.correction(upload, reading)
    with left:
        report_text.marked_text(
            reading.paragraphs, marks_of(reading, reading.problems, chosen), key=f"report_{upload.id}", chosen=chosen
        )


def _read(upload: UploadRow, reading: Reading, kind: str) -> str:
    """The table of a kind; the place of the chosen row."""
    if kind == "figures":
        return figures(reading, f"report_figures_{upload.id}")
    said = reading.gaps if kind == "gaps" else reading.plans
    rows = [(theme_name(s.theme) or t("其他"), place_words(s.cell), s.sentence) for s in said]
    empty = t("报告没有写到短板。") if kind == "gaps" else t("报告没有写到下一年的计划。")
    columns = [t("主题"), t("位置"), t("原文")]
    return _table(pd.DataFrame(rows, columns=columns), [s.cell for s in said], f"report_{kind}_{upload.id}", empty)


def figures(read: Reading | Report, key: str) -> str:
    """The figures that a report gave, in the order of its text; the place of the chosen one."""
    ordered = sorted(read.figures, key=_order)
    table = pd.DataFrame(
        [_row(read.paragraphs, f) for f in ordered], columns=[t("指标"), t("数据"), t("位置"), t("原句")]
    )
    empty = t("没有读到数据。没有写明乡镇或年度时，请先在上面补充。")
    return _table(table, [f.source.cell for f in ordered], key, empty)


def _table(table: pd.DataFrame, cells: Sequence[str], key: str, empty: str) -> str:
    if table.empty:
        st.write(empty)
        return ""
    event = st.dataframe(
        table,
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(400, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={
            t("指标"): st.column_config.Column(width=150),
            t("主题"): st.column_config.Column(width=150),
            t("数据"): st.column_config.Column(width=80, alignment="right"),
            t("原句"): st.column_config.Column(width="large"),
            t("原文"): st.column_config.Column(width="large"),
            t("位置"): st.column_config.Column(width=80),
        },
        alt=t("从工作报告读到的内容"),
    )
    note(t("勾选一行最左边的方框，在左边的全文里标出来。"))
    picked = event["selection"]["rows"] if event else []
    return cells[picked[0]] if picked and picked[0] < len(cells) else ""


def _order(figure: Figure) -> tuple[bool, int, int]:
    """In the order of the text; what stands in tables last."""
    places = places_of(figure.source.cell)
    return (not places, *(places[0][:2] if places else (0, 0)))


def _row(paragraphs: Sequence[str], figure: Figure) -> tuple[str, str, str, str]:
    value = figure_text(figure.value, figure.qualifier.value, figure.state.value, language())
    words = sentence_of(paragraphs, figure.source.cell) or figure.source.raw
    where = place_words(figure.source.cell, figure.source.sheet)
    return indicator_name(figure.indicator), value, where, words
