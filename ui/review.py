"""Step two: the files that wait, the worst first; and the decision about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.store import UploadRow
from analytics.submission import Decided, Overlap, Weighed, accept, added, overlaps, reject
from ui import cached, decided, file_answers, marked, opened_file
from ui.downloads import download_table
from ui.notes import note
from ui.plain import plain
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import t

ORDER = "_waiting_order"
TABLE = "waiting"
TALL, LOW = 12, 5
"""Rows of the table at once: while a file is open the table makes room, so that the file shows without scrolling."""
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
    decided.show()
    if not waiting:
        return
    st.header(t("核对：{n} 个文件等待入库", n=len(waiting)), anchor=False)
    ids = _in_order(waiting)
    table = _as_table(waiting)
    with st.container(horizontal=True, key="decide_all"):
        _accept_all(waiting)
        _accept(
            t("只入库无误的"),
            "accept_good",
            lambda: accept(cached.store(), ids, who(), only_good=True),
            twice=lambda: _twice(waiting, only_good=True),
        )
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
            _accept(t("入库这个文件"), "accept_one", lambda: accept(cached.store(), chosen.id, who()), primary=True)
            if marked.doubtful(chosen):
                marked.download(chosen, f"marked_{chosen.id}")
            _reject(t("退回这个文件"), "reject_one", [chosen])


def _in_order(waiting: list[UploadRow]) -> list[int]:
    """Returns before reports, so that a report learns of the return it came with."""
    return [u.id for u in sorted(waiting, key=lambda u: u.kind == "narrative")]


def _accept_all(waiting: list[UploadRow]) -> None:
    """Takes all files; where that leaves anything out or open, it is said with its numbers and asked once more."""
    each = _together(waiting)
    act = partial(accept, cached.store(), _in_order(waiting), who())
    twice = _twice(waiting)
    if added(each).clear and not twice:
        _accept(t("全部入库"), "accept_all", act, primary=True)
        return
    with _asking(t("全部入库"), "accept_all", primary=True):
        st.markdown(_foreseen(each, twice))
        # A report may be kept though it gives no figure; without any report there is nothing to accept then.
        if any(w.figures or w.checks for w in each) or any(u.kind == "narrative" for u in waiting):
            _accept(t("确认全部入库"), "accept_all", act, primary=True, twice=lambda: twice)


def _twice(waiting: list[UploadRow], *, only_good: bool = False) -> tuple[Overlap, ...]:
    """What two of the files give both: only the later one's counts."""
    ids = _in_order(waiting)
    of = (tuple(ids), tuple(u.revision for u in waiting), only_good)
    return cached.made("overlaps", of, lambda: tuple(overlaps(cached.store(), ids, only_good=only_good)))


def _asking(label: str, key: str, *, primary: bool = False) -> DeltaGenerator:
    """What asks once more. After a decision it is another one, closed: what it asked about is gone."""
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    return st.popover(label, disabled=not who(), type=kind, key=f"{key}_ask_{decided.decisions()}", on_change="rerun")


def _together(waiting: list[UploadRow]) -> list[Weighed]:
    """What each file will do when all are accepted: a report whose return waits beside it will only check it."""
    each = {u.id: cached.weighed(u) for u in waiting}
    returned = {
        (township, year)
        for u in waiting
        if u.kind == "return" and each[u.id].figures
        for township in u.townships
        for year in u.years
    }
    for u in waiting:
        if u.kind == "narrative" and {(township, year) for township in u.townships for year in u.years} & returned:
            w = each[u.id]
            each[u.id] = replace(w, new=0, changed=0, same=0, checks=w.checks + w.figures)
    return list(each.values())


def _foreseen(each: list[Weighed], twice: Sequence[Overlap]) -> str:
    """What accepting will do, a line for everything that does not simply count."""
    all_of = added(each)

    def files(name: str) -> int:
        return sum(bool(getattr(w, name)) for w in each)

    lines = [t("{n} 个文件，最多计入 {figures} 个数据。", n=len(each), figures=all_of.figures), ""]
    lines += [f"- {line}" for line in decided.said_twice(twice)]
    if all_of.doubts:
        said = t(
            "{files} 个文件有 {n} 处单元格疑点：读得出的数照样计入，疑点留着问乡镇。",
            files=files("doubts"),
            n=all_of.doubts,
        )
        lines.append(f"- {said}")
    if all_of.left_out:
        said = t("{files} 个文件有 {n} 个数据有错误或者前后矛盾：不入库。", files=files("left_out"), n=all_of.left_out)
        lines.append(f"- {said}")
    if all_of.headings:
        said = t(
            "{files} 个文件有 {n} 个没认出的表头：其下 {cells} 个单元格不计入；要计入，先打开文件指明是哪个指标。",
            files=files("headings"),
            n=all_of.headings,
            cells=all_of.cells,
        )
        lines.append(f"- {said}")
    if all_of.checks:
        said = t("{files} 份工作报告有报表：其中 {n} 个数据只作核对，不计入。", files=files("checks"), n=all_of.checks)
        lines.append(f"- {said}")
    if all_of.words:
        lines.append("- " + t("{n} 份工作报告没有数据，只留文字。", n=all_of.words))
    empty = sum(not (w.figures or w.checks or w.words) for w in each)
    if empty:
        lines.append("- " + t("{n} 个文件没有可入库的数据：补充或更正之前，留在这里等待核对。", n=empty))
    return "\n".join(lines)


def _accept(
    label: str,
    key: str,
    act: Callable[[], list[Decided]],
    *,
    primary: bool = False,
    twice: Callable[[], Sequence[Overlap]] = tuple,
) -> None:
    def done() -> None:
        both = twice()  # as it is before: afterwards none of them waits
        decided.accepted(act(), both)

    _button(label, key, done, primary=primary)


def _button(label: str, key: str, act: Callable[[], None], *, primary: bool = False) -> None:
    if st.button(label, key=key, type="primary" if primary else "secondary", disabled=not who()):
        with st.spinner(t("正在处理……")):
            act()
        st.rerun()


def _reject(label: str, key: str, uploads: list[UploadRow]) -> None:
    """Turning files away asks once more, since they have to be sent again."""
    with _asking(label, key):
        st.write(
            t("“{file}”退回后不会入库；改好的表可以重新上传。", file=plain(uploads[0].file_name))
            if len(uploads) == 1
            else t("{n} 个文件退回后都不会入库；改好的表可以重新上传。", n=len(uploads))
        )
        if any(marked.doubtful(u) for u in uploads):
            note(t("标注表退回后也能在“上传记录”里下载。"))
        _button(t("确认退回"), key, lambda: decided.rejected(reject(cached.store(), [u.id for u in uploads], who())))


def _as_table(waiting: list[UploadRow]) -> pd.DataFrame:
    rows = []
    for upload in waiting:
        counts = cached.weighed(upload)
        rows.append(
            (
                upload.file_name,
                _some(upload.townships or _asked(upload, "township")),
                _some(tuple(str(y) for y in upload.years) or _asked(upload, "year")),
                counts.doubts,
                counts.errors,
                counts.headings,
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
        t("单元格疑点"),
        t("其中错误"),
        t("没认出的表头"),
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
            headings[0]: st.column_config.Column(width=305),
            headings[1]: st.column_config.Column(width=110),
            headings[2]: st.column_config.Column(width=90),
            **{h: st.column_config.NumberColumn(format="%d", width=66) for h in headings[3:]},
            headings[3]: st.column_config.NumberColumn(format="%d", width=90),
            headings[4]: st.column_config.NumberColumn(format="%d", width=76),
            headings[5]: st.column_config.NumberColumn(format="%d", width=112),
        },
        alt=t("等待入库的文件"),
    )
    picked = event["selection"]["rows"] if event else []
    return waiting[picked[0]] if picked and picked[0] < len(waiting) else None


def table_height(rows: int, *, opened: bool) -> int:
    """Pixels of the table of files; half a row more tells that there are others below."""
    shown = min(rows, LOW if opened else TALL)
    return ROW_HEIGHT * (shown + 1) + (8 if shown == rows else ROW_HEIGHT // 2)


def _asked(upload: UploadRow, what: Literal["township", "year"]) -> tuple[str, ...]:
    """What is known of the township or year of a file without figures: one is not unknown because the other is asked."""
    if what in upload.answers:
        return (str(upload.answers[what]),)
    reading = cached.reading(upload.id)[0]
    codes = {p.code for p in reading.problems}
    own, other = file_answers.TOWNSHIP_CODES, file_answers.YEAR_CODES
    own, other = (own, other) if what == "township" else (other, own)
    if codes & own or not codes & other:
        return ()
    if what == "township":
        if reading.head is not None and reading.head.township:
            return (reading.head.township,)
        said = tuple(name for name in cached.names() if name in upload.file_name)
        if said:
            return said
    return (t("见表内"),)


def _some(names: tuple[str, ...]) -> str:
    """Up to two names, then how many there are."""
    if not names:
        return t("未知")
    if len(names) <= 2:
        return "、".join(names)
    return t("{first}等 {n} 个", first=names[0], n=len(names))
