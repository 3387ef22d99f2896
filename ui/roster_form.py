"""The empty roster as a download, with the sentence that says what to do with it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.export.roster_form import roster_form
from ui.later import later
from ui.words import language, t

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(key: str) -> None:
    """The button; the file is made when it is clicked."""
    spoken = language()
    st.download_button(
        t("下载名册模板（Excel）"),
        later(lambda: roster_form(date.today().year - 1, spoken)),  # noqa: DTZ011 the office's own calendar
        file_name=t("乡镇名册模板.xlsx"),
        mime=EXCEL,
        on_click="ignore",
        icon=":material/download:",
        key=key,
    )
