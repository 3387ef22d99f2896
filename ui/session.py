"""What every session runs on every rerun: the frame around the screens, then the screen."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # Streamlit puts this file's folder on the path, not the project's
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from ui import cached, chinese, filters, look, registry, who, words  # noqa: E402

st.set_page_config(
    page_title=words.t("县域法治看板"),
    page_icon=str(ROOT / "ui" / "icon.png"),
    layout="wide",
    initial_sidebar_state=230,
    menu_items={},
)
cached.begin_run()
who.recall()
look.apply()
chinese.apply()
screen = st.navigation(registry.pages(), position="sidebar", expanded=True)
with st.sidebar:
    filters.show()
    words.language_switch()
    who.keep()
screen.run()
