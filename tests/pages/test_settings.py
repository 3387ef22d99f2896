"""Settings: every tab empty and filled; rosters replaced after a look; what was taught taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import CountyChange
from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]

TABS = ("县名与名册", "规则", "区划与口径变化", "记住的表头", "版式更正", "表头读法", "指标目录", "操作记录")


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def at(session: AppTest, tab: str) -> AppTest:
    session.session_state["settings_tab"] = tab
    return session.run()


def named(session: AppTest) -> AppTest:
    return session.text_input(key="who").set_value("李四").run()


def choose(session: AppTest, key: str, *rows: int) -> AppTest:
    session.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return session.run()


@pytest.mark.parametrize(
    ("tab", "purpose"),
    [
        ("县名与名册", "名册写明本县有哪些乡镇"),
        ("区划与口径变化", "现在还没有登记"),
        ("记住的表头", "下一步：上传报表"),
        ("版式更正", "同样的表以后都这样读"),
        ("表头读法", "现在还没有报表"),
        ("操作记录", "现在还没有操作"),
    ],
)
def test_every_empty_tab_says_what_it_is_for(open_session: Open, words: Words, tab: str, purpose: str) -> None:
    session = at(open_session(None, "settings"), tab)
    assert not session.exception
    assert purpose in words(session)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_tab_opens_on_a_full_store(open_session: Open, sample_store: Path, tmp_path: Path, language: str) -> None:
    session = open_session(sample_store, "settings", lang=language)
    store = stored(tmp_path)
    store.remember_heading("宣讲数", "普法", "seminars", "甲")
    store.remember_correction("f1", "column", "资料", role="remark", unit="万份", who="甲")
    store.add_county_change(CountyChange("definition", date(2024, 1, 1), indicator="leaflets"), "甲")
    english = ("County and roster", "Rules", "Townships and definitions", "Remembered headings", "Layout corrections", "How headings are read", "Indicators", "Audit trail")  # fmt: skip
    for tab in TABS if language == "zh" else english:
        session = at(session, tab)
        assert not session.exception, tab
        assert session.dataframe, tab


def test_the_countys_name_is_saved(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = named(open_session(sample_store, "settings"))
    session.text_input(key="county_name").set_value("岫县")
    next(b for b in session.button if b.label == "保存县名").click()
    session.run()
    assert not session.exception
    assert stored(tmp_path).setting("county") == "岫县"


def test_a_roster_is_replaced_only_after_its_changes_were_shown(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = named(open_session(sample_store, "settings"))
    old = stored(tmp_path).roster()
    first, second = old.townships[0], old.townships[1]
    listed = f"代码,乡镇,别名,类型,村数\n{first.code},{first.name},,镇,99\n77,新设镇,,镇,\n"
    session.file_uploader[0].set_value([("名册.csv", listed.encode(), "text/csv")])
    session.run()
    assert not session.exception
    preview = next(d.value for d in session.dataframe if "改了什么" in d.value.columns)
    rows = {row["乡镇"]: (row["变化"], row["改了什么"]) for _, row in preview.iterrows()}
    assert rows["新设镇"][0] == "新增"
    assert rows[second.name][0] == "去掉"
    assert rows[first.name][0] == "改变"
    assert f"村数 {first.villages} → 99" in rows[first.name][1]
    assert any(second.name in w.value for w in session.warning), "its figures are held"
    assert stored(tmp_path).roster() == old
    session.button(key="roster_replace").click().run()
    assert not session.exception
    assert stored(tmp_path).roster().names == (first.name, "新设镇")
    assert any("名册已换" in s.value for s in session.success)
    assert stored(tmp_path).audit()[0].who == "李四"


@pytest.mark.parametrize(
    ("data", "words_said"),
    [
        ("乡镇\n甲镇".encode(), "缺少列：代码"),
        ("代码,乡镇\n1,甲镇\n2,甲镇".encode(), "重复：甲镇"),
        ("代码,乡镇\n".encode(), "没有乡镇"),
        (b"", "空文件"),
        (b"PK\x03\x04xx", "不是可读的 Excel"),
    ],
)
def test_a_bad_roster_gets_a_sentence_and_changes_nothing(
    open_session: Open, sample_store: Path, tmp_path: Path, data: bytes, words_said: str
) -> None:
    session = named(open_session(sample_store, "settings"))
    before = stored(tmp_path).roster()
    session.file_uploader[0].set_value([("名册.csv", data, "text/csv")])
    session.run()
    assert not session.exception
    assert any(words_said in e.value for e in session.error)
    assert stored(tmp_path).roster() == before


def test_the_same_roster_is_said_to_be_the_same(open_session: Open, sample_store: Path, root: Path) -> None:
    session = named(open_session(sample_store, "settings"))
    data = (root / "sample_data" / "roster.csv").read_bytes()
    session.file_uploader[0].set_value([("roster.csv", data, "text/csv")])
    session.run()
    assert any("不用换" in i.value for i in session.info)


def test_without_a_name_nothing_can_be_changed(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "settings")
    assert session.file_uploader[0].disabled
    assert next(b for b in session.button if b.label == "保存县名").disabled


def test_chosen_headings_are_forgotten(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = named(open_session(sample_store, "settings"))
    store = stored(tmp_path)
    for heading in ("甲数", "乙数", "丙数"):
        store.remember_heading(heading, "", "seminars", "甲")
    session = choose(at(session, "记住的表头"), "taught_headings_3", 0, 2)
    session.button(key="forget_headings").click().run()
    assert not session.exception
    assert [h.heading for h in stored(tmp_path).remembered_headings()] == ["乙数"]
    assert any("已删除 2 条" in s.value for s in session.success)


def test_a_chosen_correction_is_forgotten(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = named(open_session(sample_store, "settings"))
    stored(tmp_path).remember_correction("f1", "row", "合计", role="total", who="甲")
    session = choose(at(session, "版式更正"), "taught_corrections_1", 0)
    session.button(key="forget_corrections").click().run()
    assert not session.exception
    assert stored(tmp_path).corrections() == ()


def test_the_catalogue_is_searched_by_wording(open_session: Open, words: Words, sample_store: Path) -> None:
    session = at(open_session(sample_store, "settings"), "指标目录")
    everything = len(session.dataframe[0].value)
    session.text_input(key="catalogue_search").set_value("中心组学法").run()
    found = session.dataframe[0].value
    assert 0 < len(found) < everything
    session.text_input(key="catalogue_search").set_value("没有这样的词").run()
    assert "没有找到" in words(session)


def test_how_headings_were_read_lists_the_unknown_first(open_session: Open, sample_store: Path) -> None:
    session = at(open_session(sample_store, "settings"), "表头读法")
    table = session.dataframe[0].value
    hows = list(table["怎么认出的"])
    assert hows[0] == "没认出"
    assert hows == sorted(hows, key=lambda how: how != "没认出")
    assert (table["文件数"] > 0).all()


def test_the_audit_trail_says_in_words_who_did_what(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = open_session(sample_store, "settings")
    stored(tmp_path).remember_correction("f1", "column", "资料", role="remark", unit="万份", who="甲")
    table = at(session, "操作记录").dataframe[0].value
    assert tuple(table.iloc[0][["谁", "做了什么", "内容"]]) == ("甲", "更正版式", "资料 → 不是数据　万份")
    assert not any(word.isascii() for word in table["做了什么"])
