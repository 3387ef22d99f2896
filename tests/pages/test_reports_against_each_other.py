"""On the screens: what two reports share, side by side, and last year's plans against what was reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.store import Store
from tests.pages.reports import FIRST, RETURN, SECOND, small_store, take_in
from tests.pages.test_report_screens import Open, Words, closed, frame, opened

LINES = (
    "全年召开法治建设专题会议{a}次，逐村排查邻里、山林和用水方面的矛盾，能当场说清的当场说清，说不清的请律师到村里一起说。",
    "把普法的摊子摆到集市上、摆到工地上，用家长里短的案例讲法，讲一件就让群众记住一件，发放普法宣传资料{b}份。",
    "镇村干部每月集中学一次法，学完当场考，考不过的下个月接着考，考分贴在会议室的墙上，谁学得好谁学得差一眼就能看见。",
    "合同和文件出门以前先请法律顾问看一遍，看过的留下意见，没有看过的不盖章，一年下来没有一份合同因为条款不清扯皮。",
)


def report(
    township: str, year: int, a: int, b: int, *, plans: str = "一是全年开展法治宣传活动40场。二是修订矛盾纠纷台账。"
) -> str:
    body = "\n".join(LINES).format(a=a, b=b)
    return f"{township}{year}年法治政府建设工作报告\n一、主要工作\n{body}\n二、下一年工作打算\n{plans}\n{township}人民政府\n"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports on 2024 that share their text, and the first township's plans of 2023 with its return of 2024."""
    file = tmp_path_factory.mktemp("shared") / "shared.db"
    store = small_store(file)
    before = f"{FIRST}2023年法治政府建设工作报告\n一、主要工作\n开展法治宣传活动28场。各村都有人说法，赶集的日子也有人说法，话说得慢，道理讲得细，听的人一年比一年多。\n二、下一年工作打算\n"
    take_in(store, "去年.txt", f"{before}一是全年开展法治宣传活动40场。二是修订村规民约。\n{FIRST}人民政府\n")
    take_in(store, "荻砚镇2024.csv", RETURN.format(year=2024, events=31))
    take_in(store, "荻砚镇2024年报告.txt", report(FIRST, 2024, 12, 83200))
    take_in(store, "石桥乡2024年报告.txt", report(SECOND, 2024, 9, 83200))
    return closed(store, file)


def test_the_quality_screen_puts_both_reports_side_by_side(open_session: Open, words: Words, county: Path) -> None:
    session = open_session(county, "quality", year="2024")
    tab = next(tab.label for tab in session.tabs if tab.label.startswith("工作报告核对"))
    opened(session, "quality_tab", tab)
    opened(session, "quality_prose_kind", "copied")
    assert not session.exception
    assert list(frame(session, "与哪份报告相同")["与哪份报告相同"]) == ["荻砚镇2024年", "石桥乡2024年"]
    text = words(session)
    assert "会议<b>12</b>次，逐村排查" in text
    assert "会议<b>9</b>次，逐村排查" in text
    assert "其中 1 项数据也相同：发放普法宣传资料" in text


def test_the_question_shows_the_passages_in_place_of_figures(open_session: Open, words: Words, county: Path) -> None:
    session = open_session(county, "profile", year="2024", township=FIRST)
    tab = next(tab.label for tab in session.tabs if tab.label.startswith("疑点"))
    text = words(opened(session, "profile_tab", tab))
    assert not session.exception
    assert "处相同的文字" in " ".join(e.label for e in session.expander)
    assert "逐村排查" in text


def test_a_question_about_words_is_answered_beside_them_and_can_be_opened_again(
    open_session: Open, words: Words, county: Path, tmp_path: Path
) -> None:
    session = open_session(county, "quality", year="2024")
    opened(session, "quality_tab", next(tab.label for tab in session.tabs if tab.label.startswith("工作报告核对")))
    opened(session, "quality_prose_kind", "copied")
    assert "文字雷同（2）" in " ".join(o.content for o in session.button_group(key="quality_prose_kind").proto.options)
    place = next(e for e in session.expander if e.label == "说明这个疑点")
    opened(session, place.proto.id.rpartition("-")[2], True)
    assert "说明哪几项数据" not in [m.label for m in session.multiselect]
    session.text_area[0].set_value("两镇合办<b>")
    next(x for x in session.text_input if x.label == "操作人").set_value("李四")
    next(b for b in session.button if b.label == "保存说明").click().run()
    assert not session.exception
    assert list(frame(session, "与哪份报告相同")["状态"]) == ["已说明", "待核实"]
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    [row] = store.explanations()
    assert (row.text, row.who, row.township, row.code) == ("两镇合办<b>", "李四", SECOND, "copied_text")
    # On the township's own screen the question is closed, with who said so.
    profile = open_session(county, "profile", year="2024", township=SECOND)
    tab = next(tab.label for tab in profile.tabs if tab.label.startswith("疑点"))
    text = words(opened(profile, "profile_tab", tab))
    assert "两镇合办&lt;b&gt;" in text
    assert "李四" in text
    assert "已说明" in text
    # Taken back, it is asked again.
    assert store.withdraw_explanation(row.id, "李四")
    assert "两镇合办" not in words(profile.run())
    store.close()


def test_what_was_said_of_an_earlier_report_is_shown_as_such_and_the_question_is_open(
    open_session: Open, words: Words, county: Path, tmp_path: Path
) -> None:
    session = open_session(county, "quality", year="2024")
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    held = store.reports()
    asked = (held[SECOND, 2024].upload_id, held[FIRST, 2024].upload_id)
    store.answer_about_reports(SECOND, 2024, "copied_text", asked, "两镇合办", "李四")
    take_in(store, "石桥乡2024年报告改.txt", report(SECOND, 2024, 11, 83200))
    store.close()
    opened(session, "quality_tab", next(tab.label for tab in session.tabs if tab.label.startswith("工作报告核对")))
    opened(session, "quality_prose_kind", "copied")
    assert not session.exception
    assert list(frame(session, "与哪份报告相同")["状态"]) == ["待核实", "待核实"]
    assert "报告换新以前的说明，不算对现在这份的说明：两镇合办（李四" in words(session)


def test_the_copied_words_are_marked_in_the_text(open_session: Open, words: Words, county: Path) -> None:
    session = opened(open_session(county, "profile", year="2024", township=FIRST), "profile_tab", "工作报告")
    assert '<mark class="copied" title="与石桥乡2024年的报告相同">' in words(session)


def test_last_years_plans_stand_beside_what_was_reported(open_session: Open, words: Words, county: Path) -> None:
    session = opened(open_session(county, "profile", year="2024", township=FIRST), "profile_tab", "工作报告")
    opened(session, "profile_report_kind", "kept")
    assert not session.exception
    table = frame(session, "报来的")
    assert list(table["结果"]) == ["? 未见", "◐ 做到一部分"]
    assert list(table["目标"]) == ["", "40"]
    assert list(table["报来的"]) == ["", "31"]
    session.session_state["profile_plans_kept_table"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    text = words(session.run())
    assert "一是<mark" in text
    assert '<td class="marked">31</td>' in text


def test_a_year_of_which_nothing_came_waits_with_its_plans(open_session: Open, words: Words, county: Path) -> None:
    session = opened(open_session(county, "profile", year="2024", township=SECOND), "profile_tab", "工作报告")
    opened(session, "profile_report_kind", "kept")
    assert "没有2023年的工作报告，不知道上年有什么计划" in words(session)


def test_a_county_whose_reports_share_nothing_says_so(open_session: Open, words: Words, county: Path) -> None:
    session = open_session(county, "quality", year="2023")
    opened(session, "quality_tab", next(tab.label for tab in session.tabs if tab.label.startswith("工作报告核对")))
    opened(session, "quality_prose_kind", "copied")
    assert "2023年的工作报告没有大段雷同的文字" in words(session)
