"""The files that speak of one township: when they came, and what became of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.store import UploadRow
from ui import cached
from ui.downloads import download_table
from ui.formats import moment, status_word
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.words import listed, t


def uploads_of(township: str) -> tuple[UploadRow, ...]:
    """All uploads with figures of the township, newest first, whatever became of them."""
    return cached.made(
        "profile_uploads",
        (township, cached.store().writes()),
        lambda: tuple(u for u in cached.store().uploads() if township in u.townships),
    )


def table(township: str, uploads: tuple[UploadRow, ...]) -> None:
    """The uploads as a table."""
    if not uploads:
        st.write(t("还没有收到{township}的报表。", township=township))
        return
    frame = pd.DataFrame(
        [
            (
                u.file_name,
                listed([str(y) for y in u.years]),
                status_word(u.status),
                len(u.townships),
                u.figures_accepted,
                u.figures_current,
                u.who,
                moment(u.received_at),
            )
            for u in uploads
        ],
        columns=[
            t("文件"),
            t("年度"),
            t("状态"),
            t("文件中的乡镇"),
            t("入库数据"),
            t("仍有效"),
            t("上传人"),
            t("上传时间"),
        ],
    )
    st.dataframe(
        frame,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(420, ROW_HEIGHT * (len(frame) + 1) + 8),
        column_config={t("文件"): st.column_config.Column(width="large")},
        key="profile_returns",
        alt=t("{township}的报表", township=township),
    )
    note(t("入库数据和仍有效的数据按整个文件计；一个文件可以有几个乡镇。"))
    download_table(frame, t("{township}的报表", township=township), "profile_returns_download")
