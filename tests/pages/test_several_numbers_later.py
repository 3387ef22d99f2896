"""On the screens: several numbers of a report that was accepted are chosen between where the report stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reports import FIRST, RETURN, small_store, take_in
from tests.pages.test_marks_of_reports import texts
from tests.pages.test_report_screens import Open, Words, closed, frame, opened
from tests.pages.test_upload_reports import pressed, report, stored

MEETINGS = "leadership_meetings"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that stands in for a return and gives two numbers for one thing."""
    file = tmp_path_factory.mktemp("later") / "later.db"
    store = small_store(file)
    take_in(store, "荻砚镇2024年报告.txt", report())
    return closed(store, file)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same report beside a return."""
    file = tmp_path_factory.mktemp("beside") / "beside.db"
    store = small_store(file)
    take_in(store, "荻砚镇2024.csv", RETURN.format(year=2024, events=36) + "法治建设专题会议,次,10\n")
    take_in(store, "荻砚镇2024年报告.txt", report())
    return closed(store, file)


def current(tmp_path: Path) -> dict[str, tuple[float, str]]:
    rows = stored(tmp_path).figures_frame().itertuples()
    return {row.indicator: (row.value, row.origin) for row in rows}


def on_quality(session: AppTest) -> AppTest:
    opened(session, "quality_tab", next(t.label for t in session.tabs if t.label.startswith("工作报告核对")))
    return opened(session, "quality_prose_kind", "several")


def kinds(session: AppTest, key: str) -> str:
    return " ".join(option.content for option in session.button_group(key=key).proto.options)


def test_on_the_quality_screen_an_answer_counts_at_once_and_can_be_taken_back(
    open_session: Open, words: Words, alone: Path, tmp_path: Path
) -> None:
    session = on_quality(open_session(alone, "quality", year="2024"))
    assert not session.exception
    assert "一项几个数（1）" in kinds(session, "quality_prose_kind")
    assert frame(session, "待选定").iloc[0].tolist() == [FIRST, 1, 0]
    assert '部署会<mark class="figure chosen" title="">4次</mark>' in words(session)
    next(r for r in session.radio if r.label == "怎么算").set_value("0").run()
    assert next(b for b in session.button if b.label == "按此采用").disabled
    session.text_input(key="who").set_value("李四").run()
    session = pressed(session, "按此采用")
    assert not session.exception
    assert current(tmp_path)[MEETINGS] == (10, "narrative")
    assert frame(session, "待选定").iloc[0].tolist() == [FIRST, 0, 1]
    assert any("相加：4 + 6 = 10" in s.value for s in session.success)
    assert "一项几个数（0）" in kinds(session, "quality_prose_kind")
    assert [line.who for line in stored(tmp_path).audit() if line.action == "answered"] == ["李四"]
    session = pressed(session, "重新选")
    assert MEETINGS not in current(tmp_path)
    assert frame(session, "待选定").iloc[0].tolist() == [FIRST, 1, 0]


def test_the_figure_of_the_answer_bears_the_mark_of_a_report_on_the_profile(
    open_session: Open, words: Words, alone: Path
) -> None:
    session = open_session(alone, "profile", township=FIRST, year="2024")
    session = opened(session, "profile_tab", "工作报告")
    session = opened(session, "profile_report_kind", "several")
    session.text_input(key="who").set_value("李四").run()
    next(r for r in session.radio if r.label == "怎么算").set_value("2").run()
    session = pressed(session, "按此采用")
    assert not session.exception
    assert '<mark class="figure" title="法治建设专题会议">6次</mark>' in words(session)
    session = opened(session, "profile_tab", "全部指标")
    assert "*6" in [said for row in texts(session, "this") for said in row]


def test_beside_a_return_the_answer_is_held_against_it(
    open_session: Open, words: Words, beside: Path, tmp_path: Path
) -> None:
    session = opened(open_session(beside, "profile", township=FIRST, year="2024"), "profile_tab", "工作报告")
    session = opened(session, "profile_report_kind", "several")
    assert "报表填的是 10。" in words(session)
    radio = next(r for r in session.radio if r.label == "怎么算")
    assert radio.options[0] == "相加：4 + 6 = 10（与报表一致）"
    session.text_input(key="who").set_value("李四").run()
    next(r for r in session.radio if r.label == "怎么算").set_value("1").run()
    session = pressed(session, "按此采用")
    assert current(tmp_path)[MEETINGS] == (10, "return")
    # The answer made a doubt, whose tab counts it: the tab with the answer stays open.
    assert [t.label for t in session.tabs if t.label.startswith("疑点（1")]
    assert session.session_state["profile_tab"] == "工作报告"
    assert session.success
    session = opened(session, "profile_report_kind", "check")
    table = frame(session, "报告原句")
    assert table[table["指标"] == "法治建设专题会议"].iloc[0][["结果", "工作报告"]].tolist() == ["≠ 不一致", "4"]


def test_a_township_whose_report_gives_one_number_for_everything_is_told_so(
    open_session: Open, words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("one") / "one.db"
    store = small_store(file)
    take_in(store, "荻砚镇2024年报告.txt", report().replace("部署会4次、推进会6次", "部署会4次"))
    session = on_quality(open_session(closed(store, file), "quality", year="2024"))
    assert "2024年的工作报告里没有一项写了几个数的。" in words(session)
    session = opened(open_session(file, "profile", township=FIRST, year="2024"), "profile_tab", "工作报告")
    assert "一项几个数" not in kinds(session, "profile_report_kind")
    assert not opened(session, "profile_report_kind", "several").exception  # left over from another township


def test_where_there_is_no_return_the_reports_own_figures_are_listed_with_their_places(
    open_session: Open, words: Words, alone: Path
) -> None:
    session = opened(open_session(alone, "profile", township=FIRST, year="2024"), "profile_tab", "工作报告")
    table = frame(session, "原句")
    assert f"数据（{len(table)}）" in kinds(session, "profile_report_kind")
    assert "法治宣传活动" in set(table["指标"])
    row = list(table["指标"]).index("法治宣传活动")
    session.session_state["profile_report_figures"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    assert 'class="figure chosen"' in words(session.run())
    assert "只有工作报告，没有报表" in words(session)
