"""A report without a file: its text is pasted, read, and waits below like an uploaded file."""

from __future__ import annotations

import streamlit as st

from analytics.submission import paste
from ui import cached, file_answers
from ui.notes import note
from ui.plain import plain
from ui.receiving import SAID
from ui.review import OPEN
from ui.who import who
from ui.words import language, t

COUNTER, DONE = "_pasted", "_pasted_now"


def show() -> None:
    """The fold with the text area; what could not be taken in is said under it and the text stays."""
    if st.session_state.pop(DONE, False):
        st.session_state["paste"] = False  # what was pasted is open below; the fold makes room for it
    place = st.expander(t("没有文件？粘贴一份工作报告的文字"), key="paste", on_change="rerun")
    if not place.open:
        return
    number = st.session_state.setdefault(COUNTER, 0)
    with place, st.form(f"paste_{number}", border=False):
        text = st.text_area(
            t("工作报告的文字"),
            key=f"paste_text_{number}",
            height=170,
            placeholder=t("打开报告，全选、复制，粘贴到这里；连同标题和落款，系统从中认出乡镇和年度。"),
            label_visibility="collapsed",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            township = st.selectbox(
                t("乡镇（文字里没写时选）"),
                cached.store().roster_known().names,
                index=None,
                placeholder=t("从文字中认"),
                key=f"paste_township_{number}",
                width=220,
            )
            year = st.selectbox(
                t("年度（文字里没写时选）"),
                file_answers.usual_years(),
                index=None,
                placeholder=t("从文字中认"),
                key=f"paste_year_{number}",
                width=200,
            )
            sent = st.form_submit_button(
                t("读取这段文字"), type="primary", key=f"paste_read_{number}", disabled=not who()
            )
        if not who():
            note(t("先填写操作人，再读取。"))
    if not sent:
        return
    with place:
        with st.spinner(t("正在读取……")):
            received = paste(cached.store(), text, who(), township=township, year=year)
        if received.upload_id is None:
            if received.message is not None:
                st.warning(plain(received.message.in_(language())))
            return
    st.session_state[COUNTER] = number + 1
    st.session_state[DONE] = True
    st.session_state[OPEN] = received.upload_id
    st.session_state.pop(SAID, None)
    st.rerun()
