"""Every screen on an empty store, on a full one, and in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.registry import SCREENS

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
PATHS = [screen.path for screen in SCREENS]


@pytest.mark.parametrize("screen", PATHS)
def test_an_empty_store_says_what_to_do_next(open_session: Open, words: Words, screen: str) -> None:
    session = open_session(None, screen)
    assert not session.exception
    text = words(session)
    if screen == "upload":
        assert session.get("file_uploader")
        assert "还没有入库过报表" in text
    elif screen == "settings":
        assert "请在本页“换用新名册”处上传名册" in text
    else:
        assert "还没有数据" in text
        assert "去上传报表" in text


@pytest.mark.parametrize("screen", PATHS)
def test_a_full_store_fills_every_screen(open_session: Open, words: Words, sample_store: Path, screen: str) -> None:
    session = open_session(sample_store, screen)
    assert not session.exception
    assert "还没有数据" not in words(session)
    assert session.get("plotly_chart") or session.get("dataframe") or 'class="sheet"' in words(session)


@pytest.mark.parametrize("screen", PATHS)
def test_english_leaves_no_chinese_sentence(open_session: Open, words: Words, sample_store: Path, screen: str) -> None:
    session = open_session(sample_store, screen, lang="en")
    assert not session.exception
    # Names of townships, files and units stay Chinese; sentences have Chinese punctuation or are long.
    text = re.sub(r"[^\s\"<>]+\.(xlsx|csv)", "", words(session))
    assert not re.findall(r"[\u4e00-\u9fff]{9,}|[\u4e00-\u9fff][，。；：][\u4e00-\u9fff]", text)


def test_the_overview_answers_how_many_reported_and_what_is_open(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store)
    text = words(session)
    assert re.search(r"已报 \*\*\d+/\d+\*\* 个乡镇", text)
    assert len(session.metric) == 6
    assert all(metric.delta for metric in session.metric)
    assert "9 个文件等待核对" in text
    assert "最突出的短板" in text


def test_the_address_chooses_year_measure_and_townships(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "townships", year="2023", measure="leaflets")
    assert session.selectbox(key="year").value == 2023
    assert session.selectbox(key="measure").value == "leaflets"
    titles = [json.loads(c.proto.spec)["layout"]["title"]["text"] for c in session.get("plotly_chart")]
    assert any("宣传资料" in title for title in titles)


def test_an_address_with_nonsense_is_taken_as_the_usual_choice(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "years", year="1887", measure="nothing", townships="无此镇", lang="xx")
    assert not session.exception
    assert session.selectbox(key="year").value == 2024


def test_what_is_chosen_is_written_to_the_address(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store)
    session.selectbox(key="measure").set_value("leaflets").run()
    assert session.query_params["measure"] in ("leaflets", ["leaflets"])
    session.selectbox(key="measure").set_value("study_sessions").run()
    assert "measure" not in session.query_params


def test_a_clicked_figure_names_file_sheet_and_cell(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "years", measure="leaflets")
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(0, "this")]}}
    session.run()
    text = words(session)
    assert not session.exception
    assert "单元格" in text
    assert 'class="marked"' in text


def test_per_thousand_residents_never_falls_back_to_totals(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store, "townships")
    session.toggle(key="per1000").set_value(True).run()
    assert not session.exception
    assert "每千人" in words(session)


def test_one_township_still_says_something_true(open_session: Open, words: Words, sample_store: Path) -> None:
    for screen in PATHS:
        session = open_session(sample_store, screen)
        name = session.multiselect(key="townships").options[0]
        session.multiselect(key="townships").set_value([name]).run()
        assert not session.exception, screen
