"""Everything a screen needs, imported and opened once before the first visitor."""

from __future__ import annotations

import importlib
import logging

from ui import cached

IMPORTED = (
    "pandas",
    "plotly.graph_objects",
    "pyarrow",
    "scipy.stats",
    "openpyxl",
    "xlsxwriter",
    "analytics.charts",
    "analytics.checks",
    "analytics.export.comparison",
    "analytics.export.pictures",
    "analytics.intake",
    "analytics.submission",
)


def everything() -> None:
    """Imports the parts and opens the store. Raises StoreError, with words for the user, when it cannot be opened."""
    for name in IMPORTED:
        importlib.import_module(name)
    # The caches are filled before there is a visitor whose session Streamlit could note; it need not say so.
    noted = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    level = noted.level
    noted.setLevel(logging.ERROR)
    try:
        cached.store()
        cached.figures()
    finally:
        noted.setLevel(level)
