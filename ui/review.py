"""Step two: the files that wait, the worst first; and the decision about them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics.store import UploadRow
from analytics.submission import Decided, accept, reject
from ui import cached, marked, opened_file
from ui.downloads import download_table
from ui.notes import note
from ui.plain import plain
from ui.receiving import BATCH, SAID
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, t

DECIDED = "_decided"
ORDER = "_waiting_order"
TABLE = "waiting"
TALL, LOW = 12, 5
"""Rows of the table at once: while a file is open the table makes room, so that the file shows without scrolling."""
SAID_OF_DONE = 3
"""Remarks on accepted reports that are shown one by one."""
OPEN = "_to_open"
"""The upload to open with the next run: one that was just taken in alone."""


def pending() -> list[UploadRow]:
    """The uploads that wait for a decision: errors first, then questions, then by name."""
    found = cached.store().uploads("pending")
    return sorted(found, key=lambda u: (-u.errors, -u.questions, u.file_name))


def _steady(waiting: list[UploadRow]) -> list[UploadRow]:
    """The files in the order they were first shown, so that one that was answered stays under the user's eyes.

    Streamlit keeps a selection by row number. When files come or go the order is made anew and nothing stays selected:
    a row must never silently open another file.
    """
    by_id = {u.id: u for u in waiting}
    known = st.session_state.get(ORDER)
    asked = st.session_state.pop(OPEN, None)
    if known is not None and set(known) == set(by_id) and asked is None:
        return [by_id[i] for i in known]
    if asked in by_id:
        # What was just taken in stands first, opened.
        by_id = {asked: by_id[asked], **by_id}
    if known is not None or asked in by_id:
        rows = [0] if asked in by_id else []
        st.session_state[TABLE] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.session_state[ORDER] = list(by_id)
    return list(by_id.values())


def show(waiting: list[UploadRow]) -> None:
    """The table of waiting files, the buttons, and the file that was opened."""
    waiting = _steady(waiting)
    for kind, text in st.session_state.pop(DECIDED, []):
        (st.success if kind else st.warning)(text)
    if not waiting:
        return
    st.header(t("核对：{n} 个文件等待入库", n=len(waiting)), anchor=False)
    ids = [u.id for u in waiting]
    table = _as_table(waiting)
    with st.container(horizontal=True, key="decide_all"):
        _button(t("全部入库"), "accept_all", lambda: accept(cached.store(), ids, who()), primary=True)
        _button(t("只入库无误的"), "accept_good", lambda: accept(cached.store(), ids, who(), only_good=True))
        _reject(t("全部退回"), "reject_all", waiting)
        download_table(table, t("等待入库的文件"), "waiting_download")
    if not who():
        note(t("填写操作人后才能入库或退回。"))
    chosen = _chosen(waiting, table)
    if chosen is None:
        note(t("勾选一行最左边的方框打开文件：看问题、旧值与新值、没认出的表头。"))
        return
    with st.container(border=True, key="opened_file"):
        opened_file.show(chosen)
        with st.container(horizontal=True, key="decide_one"):
            _button(t("入库这个文件"), "accept_one", lambda: accept(cached.store(), chosen.id, who()), primary=True)
            if marked.doubtful(chosen):
                marked.download(chosen, f"marked_{chosen.id}")
            _reject(t("退回这个文件"), "reject_one", [chosen])


def _button(label: str, key: str, act: Callable[[], list[Decided]], *, primary: bool = False) -> None:
    if st.button(label, key=key, type="primary" if primary else "secondary", disabled=not who()):
        with st.spinner(t("正在处理……")):
            said(act())
        st.rerun()


def _reject(label: str, key: str, uploads: list[UploadRow]) -> None:
    """Turning files away asks once more, since they have to be sent again."""
    with st.popover(label, disabled=not who(), key=f"{key}_ask"):
        st.write(
            t("“{file}”退回后不会入库；改好的表可以重新上传。", file=plain(uploads[0].file_name))
            if len(uploads) == 1
            else t("{n} 个文件退回后都不会入库；改好的表可以重新上传。", n=len(uploads))
        )
        if any(marked.doubtful(u) for u in uploads):
            note(t("标注表退回后也能在“上传记录”里下载。"))
        _button(t("确认退回"), key, lambda: reject(cached.store(), [u.id for u in uploads], who()))


def said(results: list[Decided]) -> None:
    """Keeps what came of a decision for the next run, which shows it."""
    st.session_state.pop(SAID, None)
    st.session_state.pop(BATCH, None)
    done = [d for d in results if d.done]
    lines: list[tuple[bool, str]] = []
    figures = sum(d.figures for d in done)
    left_out = sum(d.left_out for d in done)
    if done:
        text = t("已处理 {n} 个文件，涉及 {figures} 个数据。", n=len(done), figures=figures)
        if left_out:
            text += t("另有 {n} 个数据因有错误没有入库。", n=left_out)
        lines.append((True, text))
    told = [(d.done, plain(d.message.in_(language()))) for d in results if d.message]
    # What was not done is always said; of what was, a drop of 25 reports need not say the same 25 times.
    agreed = [line for line in told if line[0]]
    lines += [line for line in told if not line[0]] + agreed[:SAID_OF_DONE]
    if len(agreed) > SAID_OF_DONE:
        lines.append((True, t("另有 {n} 份工作报告同样处理。", n=len(agreed) - SAID_OF_DONE)))
    st.session_state[DECIDED] = lines


def _as_table(waiting: list[UploadRow]) -> pd.DataFrame:
    rows = []
    for upload in waiting:
        counts = cached.waiting_counts(upload)
        rows.append(
            (
                upload.file_name,
                _some(upload.townships),
                _some(tuple(str(y) for y in upload.years)),
                upload.errors,
                upload.questions,
                counts.unknown,
                upload.figures_read,
                counts.new,
                counts.changed,
                counts.same,
            )
        )
    headings = [
        t("文件"),
        t("乡镇"),
        t("年度"),
        t("错误"),
        t("疑点"),
        t("未识别表头"),
        t("数据"),
        t("新增"),
        t("改变"),
        t("相同"),
    ]
    return pd.DataFrame(rows, columns=headings)


def _chosen(waiting: list[UploadRow], table: pd.DataFrame) -> UploadRow | None:
    headings = list(table.columns)
    opened = bool(st.session_state.get(TABLE, {}).get("selection", {}).get("rows"))
    event = st.dataframe(
        table,
        hide_index=True,
        key=TABLE,
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=table_height(len(table), opened=opened),
        column_config={
            headings[0]: st.column_config.Column(width=330),
            headings[1]: st.column_config.Column(width=110),
            headings[2]: st.column_config.Column(width=90),
            **{h: st.column_config.NumberColumn(format="%d", width=66) for h in headings[3:]},
            headings[5]: st.column_config.NumberColumn(format="%d", width=90),
        },
        alt=t("等待入库的文件"),
    )
    picked = event["selection"]["rows"] if event else []
    return waiting[picked[0]] if picked and picked[0] < len(waiting) else None


def table_height(rows: int, *, opened: bool) -> int:
    """Pixels of the table of files; half a row more tells that there are others below."""
    shown = min(rows, LOW if opened else TALL)
    return ROW_HEIGHT * (shown + 1) + (8 if shown == rows else ROW_HEIGHT // 2)


def _some(names: tuple[str, ...]) -> str:
    """Up to two names, then how many there are."""
    if not names:
        return t("未知")
    if len(names) <= 2:
        return "、".join(names)
    return t("{first}等 {n} 个", first=names[0], n=len(names))
