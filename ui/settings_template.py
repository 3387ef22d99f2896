"""The county's own Word template: a starter to download, the own one to place, replace or take away."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from analytics.documents import BRIEF_TEMPLATE, gather, held_template, starter_template, template_fault, tried
from ui import cached
from ui.exports.kind import WORD
from ui.formats import moment
from ui.later import later
from ui.notes import note
from ui.plain import plain
from ui.who import who
from ui.words import language, t

UPLOADER = "_template_uploader"
DONE = "_template_done"


def show() -> None:
    """The template in use on the left, a new one on the right."""
    left, right = st.columns(2, gap="large")
    with left:
        _held()
    with right:
        _place()


def _held() -> None:
    st.subheader(t("分析材料的模板"), anchor=False)
    held = held_template(cached.store())
    if held is None:
        st.write(t("现在用公文格式（GB/T 9704）。本县有固定式样的，可以换成自己的 Word 模板。"))
    else:
        st.write(
            t(
                "现在用本县模板“{name}”，{who} {when} 放入。",
                name=plain(held.file_name),
                who=plain(held.who),
                when=moment(held.at),
            )
        )
        st.download_button(
            t("下载本县模板"), held.data, file_name=held.file_name, mime=WORD, on_click="ignore", key="template_own"
        )
        if st.button(t("改回公文格式"), disabled=not who(), key="template_remove"):
            cached.store().remove_template(BRIEF_TEMPLATE, who())
            st.rerun()
    spoken = language()
    st.download_button(
        t("下载起步模板"),
        later(lambda: starter_template(spoken)),
        file_name=t("分析材料模板.docx"),
        mime=WORD,
        on_click="ignore",
        key="template_starter",
    )
    note(t("起步模板用 Word 打开就能改；双花括号里的是占位符，全部占位符见 docs/brief-template.md。"))


def _place() -> None:
    st.subheader(t("换用本县模板"), anchor=False)
    done = st.session_state.pop(DONE, None)
    if done:
        st.success(done)
    note(t("模板能取用全县数据，只由管理数据的人放入。右上角填写操作人后才能换。"))
    number = st.session_state.setdefault(UPLOADER, 0)
    file = st.file_uploader(t("选择模板文件"), type=["docx"], key=f"template_{number}", disabled=not who())
    if file is None:
        return
    data = file.getvalue()
    fault = template_fault(data)
    years = cached.years()
    if fault is None and years:
        dossier = gather(cached.store(), years[-1], language=language(), made_at=datetime.now().astimezone())
        fault = tried(data, dossier)
    if fault is not None:
        st.error(plain(fault.in_(language())))
        return
    if st.button(t("换用“{name}”", name=plain(file.name)), type="primary", key="template_place"):
        cached.store().place_template(BRIEF_TEMPLATE, file.name, data, who())
        st.session_state[UPLOADER] = number + 1
        st.session_state[DONE] = t("模板已换。")
        st.rerun()
