"""Empty states: what the screen is for and what to do next."""

from __future__ import annotations

import streamlit as st

from ui import cached, roster_form
from ui.registry import link
from ui.words import t


def nothing_yet(purpose: str) -> None:
    """Said by a screen while the store holds no figures; ``purpose`` is a sentence in the session's language."""
    with st.container(border=True, key="empty_state"):
        st.subheader(t("还没有数据"), anchor=False)
        st.write(purpose)
        if not cached.roster().townships:
            st.write(
                t(
                    "第一步：告诉程序本县有哪些乡镇。下载名册模板，每个乡镇填一行，在“设置”里上传；有了名册才看得出谁没有报。"
                )
            )
            with st.container(horizontal=True, vertical_alignment="center"):
                roster_form.download("empty_roster_form")
                link("settings", t("去设置名册"))
        st.write(t("下一步：把乡镇报来的表格上传，核对后入库。Excel、WPS 表格和 CSV 都可以，不需要套用模板。"))
        link("upload", t("去上传报表"))
