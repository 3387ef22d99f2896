"""Whose name a session works under: given once, the same on every screen, known again after the page is loaded anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest

from ui import who

Open = Callable[..., AppTest]
HOSTILE = '李"; alert(1) //'


def scripts(session: AppTest) -> list[str]:
    return [e.proto.body for e in session.get("html") if "document.cookie" in e.proto.body]


def test_a_name_given_on_one_screen_stands_in_the_field_of_the_others(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "upload")
    session.text_input(key="who").set_value("李四").run()
    for screen in ("settings", "export", "upload"):
        session.switch_page(f"../pages/{screen}.py").run()
        assert session.text_input(key="who").value == "李四"
        assert session.text_input(key="who").label == "操作人"


def test_the_browser_is_told_the_name_once_it_is_given_and_not_before(open_session: Open) -> None:
    session = open_session(None, "upload")
    assert scripts(session) == []
    session.text_input(key="who").set_value(HOSTILE).run()
    [script] = scripts(session)
    assert f"{who.COOKIE}={quote(HOSTILE, safe='')}; path=/; SameSite=Strict" in script
    assert "alert(1)" not in script


def test_a_page_loaded_anew_knows_the_name_again(open_session: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who, "in_browser", lambda: "王五")
    session = open_session(None, "upload")
    assert session.text_input(key="who").value == "王五"
    assert scripts(session) == [], "the browser knows it already"
    session.text_input(key="who").set_value("赵六").run()
    assert session.text_input(key="who").value == "赵六", "who is at work now goes before who was"
    assert len(scripts(session)) == 1
    session.text_input(key="who").set_value("").run()
    assert session.text_input(key="who").value == "", "a field that was emptied stays empty"


def test_the_name_is_no_part_of_the_address(open_session: Open) -> None:
    session = open_session(None, "upload")
    session.text_input(key="who").set_value("李四").run()
    assert "李四" not in str(session.query_params)
