"""The three steps of an upload, the current one marked."""

from __future__ import annotations

import streamlit as st

from ui.words import t


def steps(active: int) -> None:
    """选择文件 → 核对 → 入库."""
    names = (t("选择文件"), t("核对"), t("入库"))
    parts = "".join(
        f'<span class="step{" now" if number == active else ""}"><b>{number}</b>{name}</span>'
        + ('<span class="arrow">→</span>' if number < len(names) else "")
        for number, name in enumerate(names, start=1)
    )
    st.html(f'<div class="steps">{parts}</div>')
