"""What was taken away: noted when a file is handed out, and shown as a table."""

from __future__ import annotations

import logging
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.store import ExportRow, StoreError
from ui import cached
from ui.formats import moment
from ui.tables import ROW_HEIGHT
from ui.words import t

SHOWN = 100


def note(kind: str, file_name: str, data: bytes, who: str, said: Mapping[str, str]) -> None:
    """Puts a file into the history. That it could not be noted is no reason to keep the file back."""
    try:
        cached.store().record_export(kind, file_name, data, who, data_version=cached.version(), chosen=said)
    except StoreError as fault:
        logging.getLogger("fazhi").warning("export not noted: %s", fault)


def show(names: Mapping[str, str]) -> None:
    """The files handed out, newest first; ``names``: kind → its name."""
    lines = cached.store().exports(limit=SHOWN)
    if not lines:
        st.write(t("还没有导出过。每次导出的文件、内容、时间和姓名记在这里。"))
        return
    st.dataframe(
        as_table(lines, names),
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(420, ROW_HEIGHT * (len(lines) + 1) + 8),
        key="export_history",
        alt=t("导出记录"),
    )


def as_table(lines: tuple[ExportRow, ...], names: Mapping[str, str]) -> pd.DataFrame:
    """The history in words."""
    headings = [t("什么时候"), t("谁"), t("种类"), t("文件"), t("内容"), t("数据版本"), t("大小")]
    rows = [
        (
            moment(line.at),
            line.who or t("未填姓名"),
            names.get(line.kind, line.kind),
            line.file_name,
            "　".join(f"{name}：{words}" for name, words in line.chosen.items()),
            line.data_version,
            size_said(line.size),
        )
        for line in lines
    ]
    return pd.DataFrame(rows, columns=headings)


def size_said(size: int) -> str:
    """Bytes as people say them: 820 KB, 1.3 MB."""
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"
