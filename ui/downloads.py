"""Tables as files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from ui.exports import history
from ui.exports.scope import file_name
from ui.later import later
from ui.who import who
from ui.words import t


def download_table(table: pd.DataFrame, name: str, key: str) -> None:
    """A button that gives a table, headings included, as CSV for Excel; ``name`` is the file's without its ending."""
    person, file = who(), file_name(name, "csv")

    def made() -> bytes:
        data = tidy_csv(table, shown=True)
        history.note("table", file, data, person, {})
        return data

    st.download_button(
        t("下载此表（CSV）"),
        later(made),
        file_name=file,
        mime="text/csv",
        on_click="ignore",
        key=key,
    )
