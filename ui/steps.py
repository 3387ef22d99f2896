"""The three steps of an upload: the current one marked, all of them done once nothing waits any more."""

from __future__ import annotations

import streamlit as st

from ui.receiving import FINISHED
from ui.words import t


def steps(*, pending: bool) -> None:
    """选择文件 → 核对 → 入库."""
    names = (t("选择文件"), t("核对"), t("入库"))
    done = not pending and FINISHED in st.session_state
    marks = [_mark(number, active=2 if pending else 1, done=done) for number in (1, 2, 3)]
    parts = '<span class="arrow">→</span>'.join(
        f'<span class="step{kind}"><b>{sign}</b>{name}</span>' for (kind, sign), name in zip(marks, names, strict=True)
    )
    end = f'<span class="step-end">{t("已完成，可以接着传别的文件。")}</span>' if done else ""
    st.html(f'<div class="steps">{parts}{end}</div>')


def _mark(number: int, *, active: int, done: bool) -> tuple[str, str]:
    if done or number < active:
        return " done", "✓"
    return (" now" if number == active else ""), str(number)
