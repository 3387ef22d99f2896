"""Why a figure is what it is: what was said is shown beside it, and an official can add to it or take it back."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

import streamlit as st

from analytics.store import ExplanationRow, Key, StoreError
from ui import cached
from ui.formats import moment
from ui.notes import note
from ui.who import remember, who
from ui.words import language, t

LONGEST = 1000
"""Characters of an explanation typed here."""


def of_key(key: Key) -> tuple[ExplanationRow, ...]:
    """What explains the figure, or the lack of one, of a township, year and indicator."""
    return tuple(e for e in cached.explanations() if (e.township, e.year, e.indicator) == key)


def lines(rows: Sequence[ExplanationRow]) -> None:
    """Each explanation with who gave it, when, and where it was written."""
    label = t("说明：")
    for row, *_ in together(rows):
        st.html(f'<div class="said"><b>{label}</b>{html.escape(row.text)}<div class="note">{said_by(row)}</div></div>')


def together(rows: Sequence[ExplanationRow]) -> list[list[ExplanationRow]]:
    """The explanations, those in one list that one person gave in the same words in the same place."""
    alike: dict[tuple[str, str, str, int | None], list[ExplanationRow]] = {}
    for row in rows:
        # Of an official's words each figure has its own row, of whatever file the figure is.
        alike.setdefault((row.text, row.who, row.origin, row.upload_id if row.origin == "return" else 0), []).append(
            row
        )
    return list(alike.values())


def said_by(row: ExplanationRow) -> str:
    """Who explained, when, and where it was written; as HTML."""
    origin = t("写在报表“{file}”里", file=row.file or "") if row.origin == "return" else t("在看板上填写")
    return html.escape(f"{row.who}　{moment(row.at)}　{origin}")


def panel(about: int | Key, rows: Sequence[ExplanationRow], key: str) -> None:
    """The explanations of a figure (its id, or the key of one that nobody sent) and the form to add or withdraw one."""
    lines(rows)
    label = t("补充或撤回说明") if rows else t("添加说明")
    place = st.expander(label, key=f"{key}_explain", on_change="rerun")
    if place.open:
        with place:
            form(lambda text, name: cached.store().add_explanation(about, text, name), rows, key)


def form(keep: Callable[[str, str], object], rows: Sequence[ExplanationRow], key: str) -> None:
    """A text to ``keep`` (with the name of who wrote it), and a button for every explanation that can be taken back."""
    # The number of explanations is part of the key: once one is kept, the form is a new and empty one.
    with st.form(f"{key}_explain_{len(rows)}", border=False):
        text = st.text_area(
            t("说明"),
            key=f"{key}_text_{len(rows)}",
            max_chars=LONGEST,
            height=80,
            placeholder=t("例如：与司法所核对无误"),
        )
        name = st.text_input(
            t("操作人"), value=who(), key=f"{key}_name_{len(rows)}", max_chars=40, placeholder=t("请填写姓名")
        ).strip()
        kept = st.form_submit_button(t("保存说明"), type="primary", key=f"{key}_keep_{len(rows)}")
        gone: list[ExplanationRow] = []
        for alike in together(rows):
            said = _short(alike[0].text)
            label = t("撤回：{text}", text=said)
            if len(alike) > 1:
                label = t("撤回：{text}（{n} 项数据）", text=said, n=len(alike))
            if st.form_submit_button(label, key=f"{key}_withdraw_{alike[0].id}"):
                gone = alike
    if not (kept or gone):
        return
    if not name:
        st.warning(t("请填写姓名。"))
        return
    try:
        for row in gone:
            cached.store().withdraw_explanation(row.id, name)
        if not gone:
            keep(text, name)
    except StoreError as fault:
        st.warning(fault.text.in_(language()))
        return
    remember(name)
    st.rerun()


def _short(text: str, most: int = 16) -> str:
    """The beginning of a text on one line, without what a button would take for markup."""
    plain = "".join(c for c in " ".join(text.split()) if c not in "[]*_`:$\\~#<>|")
    return plain if len(plain) <= most else f"{plain[:most]}…"


def of_problem(row: ExplanationRow | None, *, report: bool = False) -> None:
    """What explains a problem of a file, where something does; a report in prose has no marked workbook."""
    if row is None and report:
        note(t("还没有说明。它列在“数据质量”的疑点里，可以在那里连同其他疑点一起发给乡镇核实。"))
    elif row is None:
        note(t("还没有说明。可以下载标注表发给乡镇，在“问题清单”里填写说明后传回。"))
    else:
        lines([row])
