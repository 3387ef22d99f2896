"""What is still open about the figures of a year: doubts per township, figures that are not exact, unknown headings."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.checks.asking import Doubt, place_text
from analytics.checks.prose import in_paragraphs
from analytics.measures import figure_text
from analytics.model import Problem, Severity
from analytics.submission.doubts import STANDING
from analytics.submission.unmatched import Waiting
from ui import address, cached, problem_list
from ui.downloads import download_table
from ui.filters import Filters
from ui.formats import indicator_name, place_words, status_word
from ui.notes import note
from ui.one_township import to_profile
from ui.plain import plain
from ui.registry import link
from ui.source_panel import figure_source
from ui.steady_rows import steady
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t


def show_doubts(filters: Filters, doubts: Sequence[Doubt]) -> None:
    """How many doubts every township has, the most first; the doubts of the chosen one, else of all."""
    note(
        t(
            "疑点只是要向乡镇核实；乡镇改正之前，数据照旧。数据疑点是核对规则对数据的疑问，单元格疑点是文件里读不准的单元格；两者问的是同一处的，只问一次。"
        )
    )
    if not doubts:
        st.write(t("{year}年没有发现疑点。", year=filters.year))
        return
    counts = _counts(doubts)
    counts = counts.iloc[steady("quality_doubts", list(counts.iloc[:, 0]))].reset_index(drop=True)
    _tick_as_linked(list(counts.iloc[:, 0]))
    left, right = st.columns([2, 5] if language() == "zh" else [3, 5], gap="medium")
    with left:
        event = st.dataframe(
            counts,
            hide_index=True,
            key="quality_doubts",
            on_select="rerun",
            selection_mode="single-row",
            row_height=ROW_HEIGHT,
            height=min(560, ROW_HEIGHT * (len(counts) + 1) + 8),
            column_config={counts.columns[0]: st.column_config.Column(width=80)},
            alt=t("各乡镇的疑点数"),
        )
        note(t("勾选一行最左边的方框，只看那个乡镇的疑点。"))
        download_table(counts, t("{year}年各乡镇疑点数", year=filters.year), "quality_counts_download")
    rows = event["selection"]["rows"] if event else []
    chosen = str(counts.iloc[rows[0], 0]) if rows and rows[0] < len(counts) else None
    address.keep(OF, chosen, usual=None)
    st.session_state[OF_SAID] = st.query_params.get(OF)
    shown = [d for d in doubts if chosen is None or _of(d) == chosen]
    with right:
        doubt_list(shown, "quality_doubts_listed")
        if chosen in cached.names():
            to_profile(str(chosen))
        download_table(_table(doubts), t("{year}年疑点清单", year=filters.year), "quality_doubts_download")


OF, OF_SAID = "doubts_of", "_doubts_of_said"
"""The township whose doubts are looked at, in the address; what it said last, so that a new link is told from it."""


def _tick_as_linked(names: Sequence[str]) -> None:
    """Ticks the township that a link leads to, before its table is drawn."""
    said = st.query_params.get(OF)
    if said in names and said != st.session_state.get(OF_SAID):
        st.session_state["quality_doubts"] = {"selection": {"rows": [names.index(said)], "columns": [], "cells": []}}


def doubt_list(doubts: Sequence[Doubt], key: str) -> None:
    """The doubts as a table with the chosen one, else the first, in full below it."""
    doubts = sorted(doubts, key=lambda d: d.explained)
    names = [(d.township, d.kind, d.code, d.file, d.sheet, d.cells) for d in doubts]
    doubts = [doubts[k] for k in steady(key, names)]
    table = pd.DataFrame(
        [(_of(d), _status(d), d.sentence.in_(language()), place_text(d, language())) for d in doubts],
        columns=[t("乡镇"), t("状态"), t("内容"), t("出处")],
    )
    event = st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(460, ROW_HEIGHT * (len(table) + 1) + 8),
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            t("乡镇"): st.column_config.Column(width=86),
            t("状态"): st.column_config.Column(width=66 if language() == "zh" else 80),
            t("内容"): st.column_config.Column(width="large"),
        },
        key=key,
        alt=t("疑点清单"),
    )
    rows = event["selection"]["rows"] if event else []
    one = doubts[rows[0]] if rows and rows[0] < len(doubts) else doubts[0]
    with st.container(border=True, key=f"{key}_one", gap="xxsmall"):
        st.markdown(f"**{plain(_of(one))}**　{plain(one.sentence.in_(language()))}")
        if place_text(one):
            note(t("出处：{place}", place=place_text(one, language())))
        if rows:
            _in_place(one)


def _in_place(doubt: Doubt) -> None:
    """The cell a doubt is about among its neighbours; where a figure was read from it, with what explains that."""
    if not doubt.cells:
        return
    cell = doubt.cells[0]
    if len(doubt.cells) > 1:
        # The key tells the doubts apart: a cell of one is none of another's.
        of = "_".join((doubt.township, doubt.file, doubt.sheet, *doubt.cells))
        cell = st.selectbox(
            t("看哪一处"),
            doubt.cells,
            format_func=place_words,
            key=f"doubt_at_{of}",
            width=240,
            placeholder=t("请选择"),
        )
    frame = cached.figures()
    here = frame[
        frame["file"].eq(doubt.file)
        & frame["sheet"].fillna("").eq(doubt.sheet)
        & frame["cell"].eq(cell)
        & (frame["township"].eq(doubt.township) | (not doubt.township))
    ]
    if len(here):
        figure_source(int(here["figure_id"].iloc[0]), "doubt")
        return
    files = [u for u in cached.store().uploads(STANDING) if u.file_name == doubt.file]
    files = [u for u in files if doubt.township in u.townships] or files
    if files:
        problem_list.in_place(
            files[-1], Problem(Severity.QUESTION, doubt.code, doubt.sentence, doubt.sheet or None, cell)
        )


def _status(doubt: Doubt) -> str:
    return t("已说明") if doubt.explained else t("待核实")


def _of(doubt: Doubt) -> str:
    return doubt.township or t("（看不出是哪个乡镇）")


def _counts(doubts: Sequence[Doubt]) -> pd.DataFrame:
    columns = [t("乡镇"), t("数据疑点"), t("单元格疑点"), t("已说明")]
    frame = pd.DataFrame(
        [
            (_of(d), not d.explained and d.kind == "question", not d.explained and d.kind == "cell", d.explained)
            for d in doubts
        ],
        columns=columns,
    )
    counts = frame.groupby(columns[0], sort=False).sum().astype("int64").reset_index()
    still_open = counts[columns[1]] + counts[columns[2]]
    return counts.loc[still_open.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _table(doubts: Sequence[Doubt]) -> pd.DataFrame:
    kinds = {"question": t("数据"), "cell": t("单元格")}
    rows = [
        (
            _of(d),
            kinds[d.kind],
            _status(d),
            d.sentence.in_(language()),
            d.file,
            d.sheet,
            listed([in_paragraphs(cell, language()) for cell in d.cells]),
        )
        for d in sorted(doubts, key=lambda d: d.explained)
    ]
    columns = [t("乡镇"), t("类别"), t("状态"), t("内容"), t("文件"), t("工作表"), t("单元格")]
    return pd.DataFrame(rows, columns=columns)


def rough_figures(filters: Filters) -> pd.DataFrame:
    """The figures of the chosen year and townships that are ≥ or ≈."""
    frame = cached.figures()
    return frame[
        frame["year"].eq(filters.year)
        & frame["township"].isin(filters.shown_townships)
        & frame["state"].eq("reported")
        & frame["qualifier"].ne("exact")
    ]


def show_rough(filters: Filters, rough: pd.DataFrame) -> None:
    """Every figure that is ≥ or ≈, with what stands in its cell."""
    if not len(rough):
        st.write(t("{year}年没有约数，每个数据都是确切的数。", year=filters.year))
        return
    least, about = (int(rough["qualifier"].eq(q).sum()) for q in ("at_least", "about"))
    note(
        t(
            "{year}年有 {n} 个约数：≥（只知下限）{least} 个，≈（约）{about} 个。约数照原样带到图表和导出，不当作确切的数。",
            year=filters.year,
            n=len(rough),
            least=least,
            about=about,
        )
    )
    table = pd.DataFrame(
        {
            t("乡镇"): rough["township"],
            t("指标"): rough["indicator"].map(indicator_name),
            t("数值"): [
                figure_text(v, q, "reported", language())
                for v, q in zip(rough["value"], rough["qualifier"], strict=True)
            ],
            t("原文"): rough["raw"],
            t("文件"): rough["file"],
            t("工作表"): rough["sheet"].fillna(""),
            t("单元格"): rough["cell"],
        }
    )
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("数值"): st.column_config.Column(alignment="right")},
        key="quality_rough",
        alt=t("约数清单"),
    )
    download_table(table, t("{year}年约数", year=filters.year), "quality_rough_download")


def show_headings(filters: Filters, waiting: Sequence[Waiting]) -> None:
    """The headings that nobody knows, with how many figures wait under each."""
    if not waiting:
        st.write(t("{year}年的文件没有认不出的表头。", year=filters.year))
        return
    note(
        t(
            "{n} 个表头没有认出，下面共 {cells} 个单元格没有采用。待核对的文件在“报表上传”里指明；已入库的文件先撤销入库，重新上传后指明。",
            n=len(waiting),
            cells=sum(w.figures for w in waiting),
        )
    )
    table = pd.DataFrame(
        [
            (
                listed(list(w.upload.townships[:3])) + ("…" if len(w.upload.townships) > 3 else ""),
                w.heading,
                w.figures,
                status_word(w.upload.status),
                w.upload.file_name,
                w.sheet,
                w.cell,
            )
            for w in waiting
        ],
        columns=[t("乡镇"), t("表头"), t("没有采用的单元格"), t("状态"), t("文件"), t("工作表"), t("单元格")],
    )
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
        key="quality_headings",
        alt=t("没认出的表头"),
    )
    link("upload", t("去指明表头"))
    download_table(table, t("{year}年没认出的表头", year=filters.year), "quality_headings_download")
