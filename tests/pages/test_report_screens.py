"""A township's report in prose on the screens: beside the return, as its text, and as the only source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reports import FIRST, REPORT, RETURN, small_store, take_in

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a return and a report that disagree on one figure."""
    file = tmp_path_factory.mktemp("both") / "both.db"
    store = small_store(file)
    take_in(store, "荻砚镇2024.csv", RETURN.format(year=2024, events=31))
    take_in(store, "荻砚镇2024年报告.txt", REPORT.format(year=2024, events=36, seminars=4))
    return closed(store, file)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a report and no return."""
    file = tmp_path_factory.mktemp("alone") / "alone.db"
    store = small_store(file)
    take_in(store, "荻砚镇2024年报告.txt", REPORT.format(year=2024, events=36, seminars=4))
    return closed(store, file)


def closed(store, file: Path) -> Path:
    with store._reader.connect() as connection:  # all of it into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return file


def opened(session: AppTest, key: str, tab: str) -> AppTest:
    session.session_state[key] = tab
    return session.run()


def frame(session: AppTest, heading: str):
    return next(d.value for d in session.dataframe if heading in d.value.columns)


def test_the_profile_shows_the_report_beside_the_cross_check(open_session: Open, words: Words, both: Path) -> None:
    session = opened(open_session(both, "profile", township=FIRST), "profile_tab", "工作报告")
    assert not session.exception
    text = words(session)
    assert '<mark class="figure" title="发放普法宣传资料">8万余份</mark>' in text
    assert '<mark class="gap"' in text
    assert '<mark class="plan"' in text
    table = frame(session, "报告原句")
    assert list(table["结果"]) == ["≠ 不一致", "＝ 一致", "＝ 一致"]
    assert (table["报表"].iloc[0], table["工作报告"].iloc[0]) == ("31", "36")


def test_a_row_of_the_cross_check_opens_both_places(open_session: Open, words: Words, both: Path) -> None:
    session = opened(open_session(both, "profile", township=FIRST), "profile_tab", "工作报告")
    session.session_state["profile_check_table"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    text = words(session.run())
    assert '开展法治宣传活动<mark class="figure chosen" title="">36场</mark>。' in text
    assert '<td class="marked">31</td>' in text


def test_shortcomings_and_plans_are_found_again_in_the_text(open_session: Open, words: Words, both: Path) -> None:
    session = opened(open_session(both, "profile", township=FIRST), "profile_tab", "工作报告")
    opened(session, "profile_report_kind", "gaps")
    assert list(frame(session, "位置")["原文"]) == ["法治宣传创新力度不够", "普法经费不足"]
    session.session_state["profile_report_gaps"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    assert '<mark class="gap chosen" title="经费装备保障不足">普法经费不足</mark>' in words(session.run())


def test_a_township_without_a_report_is_sent_to_the_upload(open_session: Open, words: Words, both: Path) -> None:
    session = opened(open_session(both, "profile", township="石桥乡"), "profile_tab", "工作报告")
    assert "还没有收到石桥乡的工作报告" in words(session)


def test_the_quality_screen_counts_what_disagrees(open_session: Open, words: Words, both: Path) -> None:
    session = open_session(both, "quality")
    assert "工作报告核对（1）" in [tab.label for tab in session.tabs]
    opened(session, "quality_tab", "工作报告核对（1）")
    assert not session.exception
    counts = frame(session, "不一致")
    assert counts.iloc[0].tolist()[:3] == [FIRST, 1, 2]
    assert list(frame(session, "报告原句")["结果"]) == ["≠ 不一致"]


def test_figures_of_a_report_alone_say_where_they_come_from(open_session: Open, words: Words, alone: Path) -> None:
    session = open_session(alone, "profile", township=FIRST)
    rows = next(d.value for d in session.dataframe if "this" in d.value.columns)
    row = list(rows["indicator"]).index("发放普法宣传资料")
    session.session_state["profile_table"] = {"selection": {"rows": [], "columns": [], "cells": [(row, "this")]}}
    text = words(session.run())
    assert not session.exception
    assert "来自工作报告" in text
    assert "8万余份</mark>" in text
    opened(session, "profile_tab", "工作报告")
    assert "只有工作报告，没有报表" in words(session)


def test_a_number_of_the_return_that_waits_is_not_told_as_only_in_the_report(
    open_session: Open, words: Words, tmp_path: Path
) -> None:
    store = small_store(tmp_path / "waits.db")
    take_in(store, "荻砚镇2024.csv", RETURN.format(year=2024, events="20+11"))
    take_in(store, "荻砚镇2024年报告.txt", REPORT.format(year=2024, events=36, seminars=4))
    session = open_session(closed(store, tmp_path / "waits.db"), "profile", year="2024", township=FIRST)
    table = frame(opened(session, "profile_tab", "工作报告"), "报告原句")
    row = table[table["指标"].eq("法治宣传活动")].iloc[0]
    assert (row["结果"], row["报表"], row["工作报告"]) == ("◇ 报表待核实", "已报待核实", "36")
    assert "报表待核实 1 项" in words(session)
    session.session_state["profile_check_table"] = {
        "selection": {"rows": [list(table["指标"]).index("法治宣传活动")], "columns": [], "cells": []}
    }
    text = words(session.run())
    assert not session.exception
    assert "报表没有这项数据" not in text
    assert "原文</span>　20+11<" in text
