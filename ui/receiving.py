"""Step one of an upload: who, which files, and how far the reading is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from analytics.store import StoreError
from analytics.submission import Incoming, Received, receive_each
from analytics.text import Text, say
from ui import cached
from ui.notes import note
from ui.plain import plain
from ui.who import name_field, who
from ui.words import language, listed, t

KEY_COUNTER = "_uploader"
SAID = "_received"
FINISHED = "_finished"
"""The years of what was accepted last, until other files come."""
BATCH = "_batch"
"""Both are forgotten with the next decision."""
FEW = 3
"""Files turned away with a box of their own each."""
NAMED = 5
"""Files named one by one where many were not read."""


@dataclass
class Batch:
    """The files of one drop. It outlives an interruption: any click runs the screen anew, and reading then goes on."""

    number: int
    waiting: list[str]
    kept: dict[int, str] = field(default_factory=dict)
    refused: dict[str, Text] = field(default_factory=dict)


def show() -> None:
    """The name, the uploader, and after reading what could not be taken in."""
    left, right = st.columns([1, 3], gap="medium")
    with left:
        name_field()
    with right, st.container(key="uploader_box"):
        number = st.session_state.setdefault(KEY_COUNTER, 0)
        # No list of types: Streamlit would turn others away in English, intake says in Chinese what to send instead.
        files = st.file_uploader(
            t("乡镇报表和工作报告（可一次选多个；Excel、WPS 表格、CSV、Word、文本文件，或装着它们的 ZIP）"),
            accept_multiple_files=True,
            key=f"files_{number}",
            disabled=not who(),
        )
        if not who():
            note(t("先填写操作人，再选择文件。"))
    if files:
        _take_in(number, [Incoming(f.name, f.getvalue()) for f in files])
        st.rerun()
    _left_unread()
    _turned_away(st.session_state.get(SAID, []))


def _turned_away(said: Sequence[tuple[str, Text]]) -> None:
    """Why files were not taken in; many of them in one box, so that what was taken in stays in sight."""
    lines = [f"**{plain(name)}**　{plain(message.in_(language()))}" for name, message in said]
    boxed(lines, t("{n} 个文件没有收下，原因如下：", n=len(lines)))


def boxed(lines: Sequence[str], head: str) -> None:
    """A few warnings one by one; many in one box of their own height under ``head``."""
    if len(lines) <= FEW:
        for line in lines:
            st.warning(line)
        return
    with st.container(height=170, border=False):
        st.warning("\n".join((head, "", *(f"- {line}" for line in lines))))


def _take_in(number: int, files: Sequence[Incoming]) -> None:
    batch: Batch = st.session_state.get(BATCH) or Batch(number, [])
    if batch.number != number:
        batch = Batch(number, [])
    batch.waiting = [f.name for f in files]
    st.session_state[BATCH] = batch
    st.session_state.pop(FINISHED, None)
    with st.container(horizontal=True, vertical_alignment="center", key="reading"):
        bar = st.progress(0.0, text=t("正在读取 {n} 个文件……", n=len(files)))
        st.button(t("取消"), key=f"cancel_{number}", on_click=_let_go, help=t("已读的留下等待核对，其余不读。"))
    for done, file in enumerate(files):

        def progress(inside: int, total: int, name: str, done: int = done) -> None:
            # A zip counts as one file of the drop; inside it, its members move the bar.
            share = (done + (inside / total if total else 1.0)) / len(files)
            said = t("已读 {done}/{total}：{name}", done=done, total=len(files), name=plain(name or files[done].name))
            bar.progress(min(1.0, share), text=said)

        try:
            for received in receive_each(cached.store(), [file], who(), progress=progress):
                _note(batch, received)
        except StoreError as fault:
            batch.refused[file.name] = fault.text
        except Exception:  # whatever happens to one file, the others are read
            logging.getLogger("fazhi").exception("taking in %s failed", file.name)
            batch.refused[file.name] = say("这个文件没有收下，程序出错；其他文件不受影响。请把它发给维护人员。")
        batch.waiting.remove(file.name)
    st.session_state[SAID] = list(batch.refused.items())
    _let_go()


def _let_go() -> None:
    """Ends a batch. A new key lets go of the uploaded bytes: what was read of them is in the store now."""
    st.session_state[KEY_COUNTER] = st.session_state.get(KEY_COUNTER, 0) + 1


def _left_unread() -> None:
    """Says which files of the last batch were not read, because it was cancelled or the screen was left."""
    batch: Batch | None = st.session_state.get(BATCH)
    # An interruption may come between a file's being kept and its being crossed off.
    unread = [] if batch is None else [n for n in batch.waiting if n not in (*batch.kept.values(), *batch.refused)]
    if batch is None or not unread:
        return
    named = listed(unread[:NAMED])
    more = t("{few}等", few=named) if len(unread) > NAMED else named
    st.warning(
        t(
            "读取中断，{n} 个文件没有读：{names}。已读的都在下面；没有读的请重新选择。",
            n=len(unread),
            names=plain(more),
        )
    )
    st.session_state[SAID] = list(batch.refused.items())


def _note(batch: Batch, received: Received) -> None:
    if received.upload_id is not None:
        batch.kept[received.upload_id] = received.name
    elif received.duplicate_of is not None and batch.kept.get(received.duplicate_of.id) == received.name:
        return  # read before the interruption
    elif received.message is not None:
        batch.refused[received.name] = received.message
