"""A merger entered on the screen: what the other screens show then, and after it was taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
ONE, OTHER, NEW = "隰埠镇", "笕漾镇", "合溪镇"


def entering(open_session: Open, sample_store: Path) -> AppTest:
    session = open_session(sample_store, "settings")
    session.session_state["settings_tab"] = "区划与口径变化"
    session.run()
    return session.text_input(key="who").set_value("李四").run()


def store_of(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def test_a_merger_is_entered_shown_everywhere_and_taken_back(
    open_session: Open, sample_store: Path, words: Words, tmp_path: Path
) -> None:
    session = entering(open_session, sample_store)
    session.multiselect(key="change_before").set_value([ONE, OTHER])
    session.text_input(key="change_after").set_value(NEW)
    session.button(key="change_enter").click().run()
    assert not session.exception
    assert f"已登记：{ONE}、{OTHER} → {NEW}。" in words(session)
    store = store_of(tmp_path)
    assert NEW in store.roster_now().names
    assert ONE not in set(store.figures_frame()["township"])

    screen = session.switch_page("../pages/years.py").run()
    assert not screen.exception
    assert NEW in words(screen)
    assert ONE not in words(screen)

    session = session.switch_page("../pages/settings.py").run()
    session.session_state["settings_tab"] = "区划与口径变化"
    session.session_state["county_changes_1"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    session.button(key="county_change_remove").click().run()
    assert not session.exception
    assert store.county_changes() == ()
    assert ONE in set(store.figures_frame()["township"])


def test_what_cannot_be_is_said_and_nothing_is_kept(
    open_session: Open, sample_store: Path, words: Words, tmp_path: Path
) -> None:
    session = entering(open_session, sample_store)
    session.multiselect(key="change_before").set_value([ONE])
    session.text_input(key="change_after").set_value(NEW)
    session.button(key="change_enter").click().run()
    assert "不能登记：合并要写两个以上" in words(session)
    assert store_of(tmp_path).county_changes() == ()


def test_a_new_definition_breaks_the_lines_and_says_so(
    open_session: Open, sample_store: Path, words: Words, tmp_path: Path
) -> None:
    session = entering(open_session, sample_store)
    session.selectbox(key="change_kind").set_value("definition").run()
    session.selectbox(key="change_indicator").set_value("leaflets")
    session.button(key="change_enter").click().run()
    assert store_of(tmp_path).county_changes()[0].year == 2024
    session.session_state["measure"] = "leaflets"
    screen = session.switch_page("../pages/years.py").run()
    assert not screen.exception
    assert "‖ 处口径有变，前后不可比" in words(screen)
    assert "口径已变，不可比" in words(screen).replace("<br>", "")
