"""The rules as a file: taken away to edit, brought back after a look at what it changes, or all reset."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.checks.in_force import AS_SHIPPED, RulesInForce, changes_between
from analytics.checks.rules_file import RulesFileError, rules_as_text, rules_from_bytes
from analytics.store import StoreError
from analytics.submission import save_rules
from ui import cached
from ui.notes import note
from ui.plain import plain
from ui.rules_said import ROUND, change_words, say
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, t


def show() -> None:
    """Download and reset on the left, a file to bring in on the right."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        st.subheader(t("导出与重置"), anchor=False)
        rules, spoken = cached.rules(), language()
        st.download_button(
            t("导出规则（TOML）"),
            lambda: rules_as_text(rules, spoken).encode(),
            file_name="fazhi-rules.toml",
            mime="application/toml",
            on_click="ignore",
            key="rules_download",
        )
        note(t("一个文字文件，每个阈值旁写着理由。命令行也能用：python -m analytics gaps --rules 文件"))
        changed = changes_between(AS_SHIPPED, cached.rules())
        with st.popover(t("全部恢复缺省"), disabled=not who() or not changed, key="rules_reset_ask"):
            st.write(t("{n} 处改动都会恢复成程序的缺省；历史仍然保留。", n=len(changed)))
            if st.button(t("确认恢复"), type="primary", key=f"rules_reset_{rules.version}"):
                _replace(AS_SHIPPED)
    with right:
        st.subheader(t("导入规则"), anchor=False)
        _import()


def _import() -> None:
    number = st.session_state.get(ROUND, 0)
    file = st.file_uploader(
        t("选择规则文件（TOML）；文件里没有写的按缺省"), key=f"rules_file_{number}", disabled=not who()
    )
    if file is None:
        return
    try:
        new = rules_from_bytes(file.getvalue())
    except RulesFileError as fault:
        for text in fault.faults:
            st.error(plain(text.in_(language())))
        return
    changes = changes_between(cached.rules(), new)
    if not changes:
        st.info(t("与现在的规则相同，不用换。"))
        return
    st.dataframe(
        pd.DataFrame({t("改了什么"): [change_words(c.as_json()) for c in changes]}),
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(260, ROW_HEIGHT * (len(changes) + 1) + 8),
        key="rules_preview",
        alt=t("规则的变化"),
    )
    if st.button(
        t("换用这份规则（{n} 处改动）", n=len(changes)), type="primary", key=f"rules_replace_{cached.rules().version}"
    ):
        _replace(new)


def _replace(new: RulesInForce) -> None:
    """Puts ``new`` in the place of the rules on screen. The buttons are named by the version they were shown for, so
    that a click on what somebody else has changed since does nothing but show the new state."""
    try:
        held = save_rules(cached.store(), cached.rules(), new, who())
    except StoreError as fault:
        st.warning(plain(fault.text.in_(language())))
        return
    say(t("规则已换，现为第 {version} 版。", version=held.version))
