"""Data quality: who sent how much and when, what is open, and the letters that ask for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import Roster
from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
TABS = ("完整性", "及时性", "疑点", "约数", "没认出的表头", "催报与核实")


def tab(session: AppTest, label: str) -> AppTest:
    session.session_state["quality_tab"] = next(t.label for t in session.tabs if t.label.startswith(label))
    return session.run()


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def titles(session: AppTest) -> list[str]:
    return [json.loads(c.proto.spec)["layout"]["title"]["text"] for c in session.get("plotly_chart")]


def copied(session: AppTest) -> list[str]:
    """The texts that can be copied."""
    found = [json.loads(element.proto.json or "{}") for element in session.get("bidi_component")]
    return [str(data.get("text", "")) for data in found]


@pytest.mark.parametrize("label", TABS)
@pytest.mark.parametrize("year", ["2023", "2024"])
def test_every_part_is_filled(open_session: Open, sample_store: Path, label: str, year: str) -> None:
    session = tab(open_session(sample_store, "quality", year=year), label)
    assert not session.exception


def test_completeness_is_counted_in_the_title(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "quality", year="2023")
    assert any("2023年：" in title and "报齐" in title for title in titles(session))
    assert len(titles(session)) == 2


def test_files_taken_over_on_one_day_long_after_make_nobody_late(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = tab(open_session(sample_store, "quality", year="2023"), "及时性")
    assert any("后来集中录入" in title for title in titles(session))
    assert set(session.dataframe[0].value["及时性"]) <= {"补录", "未报"}


def test_doubts_are_counted_per_township_and_can_be_looked_at_one_by_one(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = tab(open_session(sample_store, "quality", year="2024"), "疑点")
    counts, listed = (frame.value for frame in session.dataframe[:2])
    assert len(listed) == counts[["数据疑点", "单元格疑点", "已说明"]].to_numpy().sum()
    first = counts["乡镇"].iloc[0]
    session.session_state["quality_doubts"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    assert set(session.dataframe[1].value["乡镇"]) == {first}


def test_what_was_explained_is_kept_apart_and_asked_no_more(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "quality", year="2024")
    before = next(t.label for t in session.tabs if t.label.startswith("疑点"))
    session = tab(session, "疑点")
    doubt = session.dataframe[1].value.iloc[0]
    store = stored(tmp_path)
    figures = store.figures_frame()
    for row in figures[(figures["township"] == doubt["乡镇"]) & (figures["year"] == 2024)].itertuples():
        store.add_explanation(int(row.figure_id), "已核对无误", "测试")
    after = next(t.label for t in session.run().tabs if t.label.startswith("疑点"))
    assert "个已说明" in after
    assert before != after


def test_the_reminder_names_those_who_have_not_reported(open_session: Open, sample_store: Path) -> None:
    session = tab(open_session(sample_store, "quality", year="2024"), "催报与核实")
    reminder = copied(session)[0]
    assert reminder.startswith("示例县2024年度法治建设报表催报\n上报截止日：2025-01-31。")
    assert "岘山镇" in reminder


def test_the_deadline_is_a_setting(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    open_session(sample_store)
    stored(tmp_path).set_setting("deadline", "02-15", "测试")
    session = tab(open_session(sample_store, "quality", year="2024"), "催报与核实")
    assert "上报截止日：2025-02-15。" in copied(session)[0]
    stored(tmp_path).set_setting("deadline", "一月底", "测试")
    session = tab(open_session(sample_store, "quality", year="2024"), "催报与核实")
    assert "上报截止日：2025-01-31。" in copied(session)[0]


def test_letters_name_file_sheet_and_cell_and_can_be_had_for_one_township(
    open_session: Open, sample_store: Path
) -> None:
    session = tab(open_session(sample_store, "quality", year="2024"), "催报与核实")
    everyone = copied(session)[1]
    names = session.selectbox(key="quality_letter").options[1:]
    assert everyone.count("核实2024年度报表：") == len(names)
    assert "（出处：" in everyone
    session.selectbox(key="quality_letter").set_value(names[0]).run()
    assert copied(session)[1].startswith(f"请{names[0]}核实2024年度报表：\n1. ")


def test_a_county_without_a_roster(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    open_session(sample_store)
    stored(tmp_path).replace_roster(Roster(), "测试")
    for label in TABS:
        session = tab(open_session(sample_store, "quality"), label)
        assert not session.exception, label


def test_a_chosen_doubt_shows_its_cell_among_the_others(open_session: Open, words: Words, sample_store: Path) -> None:
    session = tab(open_session(sample_store, "quality", year="2024"), "疑点")
    assert 'class="grid"' not in words(session)
    listed = session.dataframe[1].value
    row = next(k for k, place in enumerate(listed["出处"]) if place)
    session.session_state["quality_doubts_listed"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    session.run()
    assert not session.exception
    assert 'class="grid"' in words(session)


def test_what_is_explained_stays_under_the_readers_hand(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    """The ticked row keeps its place and its tick when it is explained; without a tick explained ones come last."""
    session = tab(open_session(sample_store, "quality", year="2024"), "疑点")
    ticked = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.session_state["quality_doubts_listed"] = ticked
    before = session.run().dataframe[1].value
    store = stored(tmp_path)
    figures = store.figures_frame()
    for row in figures[(figures["township"] == before["乡镇"].iloc[0]) & (figures["year"] == 2024)].itertuples():
        store.add_explanation(int(row.figure_id), "已核对无误", "测试")
    session.session_state["quality_doubts_listed"] = ticked
    after = session.run().dataframe[1].value
    assert list(after["内容"]) == list(before["内容"])
    assert after["状态"].iloc[0] == "已说明"
    session.session_state["quality_doubts_listed"] = {"selection": {"rows": [], "columns": [], "cells": []}}
    states = list(session.run().dataframe[1].value["状态"])
    assert states == sorted(states, key=lambda state: state == "已说明")
    assert states[0] != "已说明"
