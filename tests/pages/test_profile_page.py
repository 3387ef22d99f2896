"""One township on one screen: chosen in the page or by a link, with its figures, files, gaps and questions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analytics.catalogue import Roster, load_roster
from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
ONCE = "岘山镇"
"""Reported 2023 and nothing else."""


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def click(session: AppTest, row: int, column: str) -> None:
    session.session_state["profile_table"] = {"selection": {"rows": [], "columns": [], "cells": [(row, column)]}}
    session.run()


def test_six_measures_with_change_median_and_band(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "profile")
    assert not session.exception
    assert len(session.metric) == 6
    assert all(metric.value and metric.delta for metric in session.metric)
    places = [metric.proto.delta_description for metric in session.metric]
    assert all(re.match(r"中位数 \S+ · (前列|中间|靠后)", place) for place in places), places


def test_a_link_names_the_township_and_goes_before_what_was_chosen(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township=ONCE)
    assert session.selectbox(key="township").value == ONCE
    other = session.selectbox(key="township").options[0]
    session.selectbox(key="township").set_value(other).run()
    assert session.query_params["township"] in (other, [other])
    session.query_params["township"] = ONCE
    session.run()
    assert session.selectbox(key="township").value == ONCE


def test_a_township_that_is_not_known_is_the_first_one(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township="无此镇")
    assert not session.exception
    assert session.selectbox(key="township").value == session.selectbox(key="township").options[0]


def test_the_township_of_the_sidebar_is_the_one_at_first(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", townships=ONCE)
    assert session.selectbox(key="township").value == ONCE


def test_a_township_that_reported_nothing_says_so_and_has_no_bar(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store, "profile", township=ONCE, year="2024")
    text = words(session)
    assert not session.exception
    assert "2024年还没有收到这个乡镇的数据" in text
    assert {metric.value for metric in session.metric} == {"未报"}
    assert "2024年未报，最近一次上报是2023年" in text
    assert "去上传报表" in text


def test_a_clicked_figure_opens_its_cell(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township=ONCE, year="2023")
    click(session, 0, "this")
    text = words(session)
    assert not session.exception
    assert 'class="marked"' in text or "单元格" in text


def test_a_clicked_blank_says_that_nothing_came(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township=ONCE, year="2024")
    click(session, 0, "this")
    assert not session.exception
    assert "这一年没有收到这项数据" in words(session)


def test_a_clicked_bar_opens_the_parts_of_the_measure(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township=ONCE, year="2023")
    session.session_state["profile_history"] = {
        "selection": {"points": [{"customdata": ["study_sessions", 2023]}], "point_indices": [], "box": [], "lasso": []}
    }
    session.run()
    text = words(session)
    assert not session.exception
    assert f"**{ONCE}　2023　学法场次**" in text
    assert "收起" in text


def tab(session: AppTest, label: str) -> AppTest:
    session.session_state["profile_tab"] = next(t.label for t in session.tabs if t.label.startswith(label))
    return session.run()


def test_gaps_questions_and_files_have_their_tabs(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "profile", township=ONCE, year="2023")
    assert not tab(session, "短板").exception
    assert not tab(session, "疑点").exception
    assert not tab(session, "报来的文件").exception
    files = session.dataframe[-1].value
    assert len(files) == 1
    assert files["状态"].tolist() == ["已入库"]


def test_a_county_without_a_roster_has_profiles_too(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    open_session(sample_store)
    stored(tmp_path).replace_roster(Roster(), "测试")
    session = open_session(sample_store, "profile", township=ONCE, year="2023")
    assert not session.exception
    assert session.selectbox(key="township").value == ONCE
    assert session.metric[0].value != "未报"
    assert "每千人" not in words(session)


def test_a_township_of_the_roster_that_never_sent_anything(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path, root: Path
) -> None:
    open_session(sample_store)
    known = load_roster(root / "sample_data" / "roster.csv")
    new = known.townships[0].__class__("99009999", "新设镇")
    stored(tmp_path).replace_roster(Roster((*known.townships, new)), "测试")
    session = open_session(sample_store, "profile", township="新设镇")
    assert not session.exception
    assert "历年都没有上报主要指标" in words(session)
    tab(session, "报来的文件")
    assert "还没有收到新设镇的报表" in words(session)


def test_lists_of_gaps_lead_to_the_profile(open_session: Open, words: Words, sample_store: Path) -> None:
    session = open_session(sample_store, "gaps")
    assert "乡镇画像" in words(session)
