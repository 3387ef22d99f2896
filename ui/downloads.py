"""Tables as files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from ui.words import t


def download_table(table: pd.DataFrame, name: str, key: str) -> None:
    """A button that gives a table, headings included, as CSV for Excel; ``name`` is the file's without its ending."""
    st.download_button(
        t("下载此表（CSV）"),
        lambda: tidy_csv(table),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=key,
    )
