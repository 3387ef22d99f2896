"""A heading nobody knows: its cells beside the question, the likeliest answer chosen, the tab still open afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def opened(session: AppTest, *files: tuple[str, bytes]) -> AppTest:
    session.text_input(key="who").set_value("李四").run()
    session.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files])
    session.run()
    assert not session.exception
    table = next(d.value for d in session.dataframe if "没认出的表头" in d.value.columns)
    row = list(table["文件"]).index(files[-1][0])
    session.session_state["waiting"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    session.run()
    assert not session.exception
    return session


def test_the_cells_and_the_earlier_answer_stand_beside_the_question(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    data = "乡镇,年度,怪事第甲子项,怪事第甲丑项\n荻砚镇,2025,1234,56\n".encode()
    session = open_session(sample_store, "upload")
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    store.remember_heading("怪事第甲子项", "线索", "seminars", "甲")
    session = opened(session, ("怪.csv", data))
    asked = {s.label: s for s in session.selectbox if str(s.key).startswith("heading_")}
    assert asked["“怪事第甲子项”是哪项指标"].value == "seminars"
    problems = next(d.value for d in session.dataframe if "处数" in d.value.columns)
    assert set(problems["类别"]) == {"表头待指明"}  # it is none of the doubts that the list of files counts
    text = words(session)
    assert "下面写的是：1234" in text
    assert "在“线索”下认作" in text
    [button] = [b for b in session.button if str(b.key).startswith("remember_") and "怪事第甲子项" in str(b.key)]
    button.click()
    session.run()
    assert not session.exception
    assert any("已记住：“怪事第甲子项”" in s.value for s in session.success)
    assert ("怪事第甲子项", "", "seminars") in {(h.heading, h.group, h.indicator) for h in store.remembered_headings()}
    left = [s for s in session.selectbox if str(s.key).startswith("heading_")]
    assert [s.label for s in left] == ["“怪事第甲丑项”是哪项指标"]
    assert left[0].value != "seminars"
    store.close()


def test_a_file_that_only_lacks_its_year_shows_its_township(open_session: Open, sample_store: Path) -> None:
    data = "乡镇,发放宣传资料（份）\n荻砚镇,5\n".encode()
    session = opened(open_session(sample_store, "upload"), ("荻砚镇报表.csv", data))
    table = next(d.value for d in session.dataframe if "没认出的表头" in d.value.columns)
    row = table[table["文件"] == "荻砚镇报表.csv"].iloc[0]
    assert (row["乡镇"], row["年度"]) == ("荻砚镇", "未知")


def test_two_files_with_the_same_township_and_year_are_named_before_and_after(open_session: Open, words: Words) -> None:
    one, two = (f"乡镇,年度,发放宣传资料（份）\n荻砚镇,2025,{n}\n".encode() for n in (5, 6))
    session = opened(open_session(None, "upload"), ("旧.csv", one), ("新.csv", two))
    session.session_state["accept_all_ask_0"] = True
    session.run()
    said = "荻砚镇 2025年：“旧.csv”和“新.csv”都有 1 个数据，其中 1 个不同"
    later = "荻砚镇 2025年：“新.csv”和“旧.csv”都有 1 个数据，其中 1 个不同"
    text = words(session)
    assert said in text or later in text
    session.button(key="accept_all").click()
    session.run()
    assert not session.exception
    assert any(said in s.value or later in s.value for s in session.success)
