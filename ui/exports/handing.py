"""Handing out: a button that makes a file on its click, or a slow making with a bar and then the button."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.text import Text
from ui.exports import history
from ui.exports.kind import Export, silent
from ui.filters import Filters
from ui.later import later
from ui.plain import plain
from ui.who import who
from ui.words import language, t


def hand_out(export: Export, filters: Filters, choice: object) -> None:
    """The button or buttons of an export. A file that is handed out is noted in the history, with who took it."""
    if export.slow:
        _made_first(export, filters, choice)
        return
    st.download_button(
        t("下载"),
        noted(export, filters, choice, lambda: export.make(filters, choice, silent)),
        file_name=export.file(filters, choice)[0],
        mime=export.file(filters, choice)[1],
        type="primary",
        on_click="ignore",
        key=f"download_{export.id}",
    )


def noted(export: Export, filters: Filters, choice: object, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """``make`` for a download button: what it gives is noted in the history under the name of who is at work now."""
    name, said, file = who(), export.said(filters, choice), export.file(filters, choice)[0]

    def made() -> bytes:
        data = make()
        history.note(export.id, file, data, name, said)
        return data

    return later(made)


def _made_first(export: Export, filters: Filters, choice: object) -> None:
    place = st.container()
    if not st.button(t("生成"), type="primary", key=f"make_{export.id}"):
        return
    bar = place.progress(0.0, text=t("准备中…"))

    def progress(share: float, doing: str) -> None:
        bar.progress(min(1.0, share), text=plain(doing))

    try:
        data = export.make(filters, choice, progress)
    except Exception as fault:
        text = getattr(fault, "text", None)
        if not isinstance(text, Text):
            raise
        bar.empty()
        place.error(text.in_(language()))
        return
    bar.empty()
    file, mime = export.file(filters, choice)
    place.success(t("已生成：{name}（{size}）", name=plain(file), size=history.size_said(len(data))))
    place.download_button(
        t("保存文件"),
        noted(export, filters, choice, lambda: data),
        file_name=file,
        mime=mime,
        type="primary",
        on_click="ignore",
        key=f"save_{export.id}",
    )
