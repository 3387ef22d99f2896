"""What another reading of the waiting files changed, kept over the rerun that shows it."""

from __future__ import annotations

import html

import streamlit as st

from analytics.measures import figure_text
from analytics.model import Figure, Reading
from analytics.submission import Received, difference
from analytics.text import Text
from ui.formats import indicator_name
from ui.plain import plain
from ui.words import language, t

KEPT = "_reread"
MOST = 6
"""Figures named one by one."""


def keep(
    upload_id: int,
    again: tuple[Received, ...],
    message: Text | None,
    *,
    before: Reading | None = None,
    remembered: bool = True,
) -> None:
    """Keeps what to say about the upload that is open. ``before`` is its reading before all that was done."""
    lines: list[str] = []
    own = [r for r in again if r.upload_id == upload_id and r.reading is not None]
    if own:
        old, new = before or own[0].before, own[-1].reading
        if old is not None and new is not None:
            lines = _lines(old, new)
    st.session_state[KEPT] = (
        upload_id,
        own[0].name if own else "",
        t("已记住，同样的表以后都这样读。") if remembered else t("已恢复自动识别。"),
        lines,
        len({r.upload_id for r in again} - {upload_id}),
        None if message is None else message.in_(language()),
    )


def said(upload_id: int) -> None:
    """Says it once, at whichever upload is open."""
    kept = st.session_state.pop(KEPT, None)
    if kept is None:
        return
    of, name, done, lines, others, message = kept
    if message:
        st.warning(plain(message))
    # A file with fewer errors moves down the list of those that wait, so that another one may be open now.
    st.success(("" if of == upload_id else f"{plain(name)}　") + done + (plain(lines[0]) if lines else ""))
    more = [t("另有 {n} 个等待中的文件也重新读取了。", n=others)] if others else []
    if lines[1:] or more:
        st.html("".join(f'<div class="note">{html.escape(line)}</div>' for line in (*lines[1:], *more)))


def _lines(old: Reading, new: Reading) -> list[str]:
    found = difference(old, new)
    if not (found.came or found.gone or found.changed):
        return [t("这个文件的数据没有变化。")]
    counts = t(
        "这个文件：新增 {came} 个数据，减少 {gone} 个，改变 {changed} 个。",
        came=len(found.came),
        gone=len(found.gone),
        changed=len(found.changed),
    )
    lines = [f"{_named(o)}：{_value(o)} → {_value(n)}" for o, n in found.changed]
    lines += [t("新增 {what}：{value}", what=_named(f), value=_value(f)) for f in found.came]
    lines += [t("减少 {what}：{value}", what=_named(f), value=_value(f)) for f in found.gone]
    more = [t("……共 {n} 处", n=len(lines))] if len(lines) > MOST else []
    return [counts, *lines[:MOST], *more]


def _named(figure: Figure) -> str:
    return f"{figure.township} {figure.year} {indicator_name(figure.indicator)}"


def _value(figure: Figure) -> str:
    return figure_text(figure.value, figure.qualifier, figure.state, language())
