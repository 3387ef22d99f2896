"""A newcomer with a store of their own: what to do first, what accepting will do, what it did, where to go then."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analytics.catalogue import Roster, Township
from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
CLEAR = "乡镇,年度,发放宣传资料（份）\n荻砚镇,2025,8300\n".encode()
DOUBTFUL = "乡镇,年度,发放宣传资料（份）,专题研讨（次）,怪事（项）\n荻砚镇,2025,若干,4,7\n".encode()


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def dropped(open_session: Open, tmp_path: Path, *files: tuple[str, bytes]) -> AppTest:
    session = open_session(None, "upload")
    stored(tmp_path).replace_roster(Roster((Township("1", "荻砚镇"), Township("2", "石桥乡"))), "测试")
    session.text_input(key="who").set_value("李四").run()
    session.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    session.run()
    assert not session.exception
    return session


def steps(session: AppTest) -> str:
    return next(e.proto.body for e in session.get("html") if '<div class="steps">' in e.proto.body)


def test_without_a_roster_the_first_screen_says_to_set_one_and_hands_out_the_form(
    open_session: Open, words: Words
) -> None:
    session = open_session(None)
    assert "第一步：告诉程序本县有哪些乡镇" in words(session)
    assert "下载名册模板（Excel）" in {d.label for d in session.get("download_button")}
    session = session.switch_page("../pages/settings.py").run()
    assert "下载名册模板（Excel）" in {d.label for d in session.get("download_button")}


def test_with_a_roster_the_first_screen_asks_for_returns_only(open_session: Open, words: Words, tmp_path: Path) -> None:
    session = open_session(None)
    stored(tmp_path).replace_roster(Roster((Township("1", "荻砚镇"),)), "测试")
    text = words(session.run())
    assert "第一步" not in text
    assert "去上传报表" in text


def test_a_clear_file_is_accepted_at_one_click(open_session: Open, words: Words, tmp_path: Path) -> None:
    session = dropped(open_session, tmp_path, ("甲.csv", CLEAR))
    assert "确认全部入库" not in words(session)
    session.button(key="accept_all").click().run()
    assert not session.exception
    assert "已入库 1 个文件，现在计入 1 个数据。" in "".join(s.value for s in session.success)


def test_doubts_and_unknown_headings_are_counted_before_all_is_accepted(
    open_session: Open, words: Words, tmp_path: Path
) -> None:
    session = dropped(open_session, tmp_path, ("甲.csv", CLEAR), ("乙.csv", DOUBTFUL))
    text = words(session)
    assert "确认全部入库" in text
    assert "1 个文件有 1 个没认出的表头：其下 1 个单元格不计入" in text
    [foreseen] = re.findall(r"2 个文件，最多计入 (\d+) 个数据。", text)
    doubts = re.findall(r"1 个文件有 (\d+) 处单元格疑点", text)
    table = next(d.value for d in session.dataframe if "单元格疑点" in d.value)
    assert doubts == [str(int(table["单元格疑点"].sum()))]
    session.button(key="accept_all").click().run()
    said = "".join(s.value for s in session.success)
    [counting] = re.findall(r"现在计入 (\d+) 个数据。", said)
    assert int(counting) == len(stored(tmp_path).figures_frame())
    assert int(foreseen) >= int(counting)
    assert "1 个表头没有认出，其下 1 个单元格没有采用。" in said
    assert f"还有 {doubts[0]} 处单元格疑点待说明" in said


def test_the_steps_end_done_with_a_way_onward_until_other_files_come(
    open_session: Open, words: Words, tmp_path: Path
) -> None:
    session = dropped(open_session, tmp_path, ("甲.csv", CLEAR))
    assert steps(session).count("✓") == 1
    session.button(key="accept_all").click().run()
    assert steps(session).count("✓") == 3
    assert "去总览看结果" in words(session)
    session.run()
    assert "去总览看结果" in words(session), "a click elsewhere does not take the way onward away"
    session.file_uploader[0].set_value([("乙.csv", DOUBTFUL, "text/csv")])
    session.run()
    assert steps(session).count("✓") == 1
    assert "去总览看结果" not in words(session)


def test_the_same_doubts_have_the_same_name_and_number_on_every_screen(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store, year="2024")
    [(n, data, cells)] = re.findall(r"(\d+) 个疑点要问乡镇（数据疑点 (\d+) 个、单元格疑点 (\d+) 个）", words(session))
    assert int(n) == int(data) + int(cells)
    session = session.switch_page("../pages/quality.py").run()
    assert any(re.match(rf"疑点（{n}\b", tab.label) for tab in session.tabs)
    session = session.switch_page("../pages/gaps.py").run()
    assert any(re.match(rf"数据疑点（{data}\b", tab.label) for tab in session.tabs)
    session.session_state["kind"] = next(tab.label for tab in session.tabs if tab.label.startswith("数据疑点"))
    text = words(session.run())
    assert f"2024年的疑点共 {n} 个（数据疑点 {data} 个、单元格疑点 {cells} 个）" in text


def test_a_link_leads_to_the_tab_it_names(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "quality", year="2024", quality_tab="doubts")
    assert str(session.session_state["quality_tab"]).startswith("疑点")
    session.session_state["quality_tab"] = "及时性"
    session.run()
    assert session.query_params["quality_tab"] == "timely"
    assert session.session_state["quality_tab"] == "及时性"


def test_a_report_that_waits_beside_its_return_is_foreseen_to_check_it_only(
    open_session: Open, words: Words, tmp_path: Path
) -> None:
    report = (
        "荻砚镇2025年度法治政府建设工作报告\n全年发放普法宣传资料8000份，开展专题研讨4次。\n荻砚镇人民政府\n".encode()
    )
    session = dropped(open_session, tmp_path, ("报告.txt", report), ("甲.csv", CLEAR))
    text = words(session)
    assert "2 个文件，最多计入 1 个数据。" in text
    assert "1 份工作报告有报表：其中 2 个数据只作核对，不计入。" in text
    session.button(key="accept_all").click().run()
    said = "".join(s.value for s in session.success)
    assert "已入库 2 个文件，现在计入 1 个数据。" in said
    assert "1 份工作报告只作核对，其中的 2 个数据不计入。" in said


def test_many_files_that_stay_behind_are_named_in_one_box(open_session: Open, tmp_path: Path) -> None:
    nobodys = "乡镇,年度,发放宣传资料（份）\n无此镇,2025,{n}\n"
    some = [(f"{n}.csv", nobodys.format(n=n).encode()) for n in range(5)]
    session = dropped(open_session, tmp_path, ("好.csv", CLEAR), *some)
    session.button(key="accept_all").click().run()
    [box] = session.warning
    assert box.value.startswith("5 个文件没有入库")
    assert all(f"{n}.csv" in box.value for n in range(5))


def test_an_undo_says_how_many_figures_cease_to_count(open_session: Open, tmp_path: Path) -> None:
    session = dropped(open_session, tmp_path, ("甲.csv", CLEAR))
    session.button(key="accept_all").click().run()
    again = CLEAR.replace(b"8300", b"8400")
    session.file_uploader[0].set_value([("乙.csv", again, "text/csv")])
    session.run()
    session.button(key="accept_all").click().run()
    for row, said in ((1, "现在计入的数据不变"), (0, "1 个数据不再计入")):  # the older file counts for nothing by now
        session.session_state["history"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
        session.run()
        session.button(key="undo").click().run()
        assert said in "".join(s.value for s in session.success)
    assert stored(tmp_path).figures_frame().empty


def test_nothing_is_offered_where_nothing_can_be_accepted(open_session: Open, words: Words, tmp_path: Path) -> None:
    nobodys = "乡镇,年度,发放宣传资料（份）\n无此镇,2025,5\n".encode()
    session = dropped(open_session, tmp_path, ("甲.csv", nobodys))
    assert "1 个文件没有可入库的数据" in words(session)
    assert "确认全部入库" not in words(session)
