"""Tabs with counts in their names: the open one stays open, whichever of the counts changes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def three_tabs() -> None:
    import streamlit as st

    from ui.counted_tabs import keep_open

    labels = st.session_state["labels"]
    tabs = st.tabs(keep_open(labels, "tab"), key="tab", on_change="rerun")
    st.session_state["open"] = [label for label, tab in zip(labels, tabs, strict=True) if tab.open]


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (["原文", "问题（1）", "数据（1）"], "问题（1）"),
        (["原文", "问题（2）", "数据（2）"], "问题（2）"),
        (["原文", "问题（1）", "数据（2）"], "问题（1）"),
    ],
    ids=["its own", "another's", "both"],
)
def test_the_open_tab_stays_open_when_a_count_changes(after: list[str], kept: str) -> None:
    app = AppTest.from_function(three_tabs)
    app.session_state["labels"] = ["原文", "问题（2）", "数据（1）"]
    app.run()
    assert app.session_state["open"] == ["原文"]
    app.session_state["tab"] = "问题（2）"
    app.run()
    assert app.session_state["open"] == ["问题（2）"]
    app.session_state["labels"] = after
    app.run()
    assert not app.exception
    assert app.session_state["open"] == [kept]


def test_a_tab_that_is_gone_gives_way_to_the_first() -> None:
    app = AppTest.from_function(three_tabs)
    app.session_state["labels"] = ["原文", "问题（2）", "数据（1）"]
    app.session_state["tab"] = "问题（2）"
    app.run()
    app.session_state["labels"] = ["原文", "数据（1）"]
    app.run()
    assert not app.exception
    assert app.session_state["open"] == ["原文"]
