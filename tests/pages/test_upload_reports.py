"""A report on the upload screen: pasted or dropped, its sentences, several numbers, and its return beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from tests.pages.reports import FIRST, REPORT, RETURN, small_store, take_in
from ui import settings_audit

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
SEVERAL = "召开法治建设部署会4次、推进会6次。\n二、存在"


def report(year: int = 2024) -> str:
    return REPORT.format(year=year, events=36, seminars=4).replace("二、存在", SEVERAL)


def made(place: Path, *files: tuple[str, str, bool]) -> Path:
    """A store with files taken in; the third part says whether they were accepted."""
    store = small_store(place)
    for name, text, accepted in files:
        take_in(store, name, text, accepted=accepted)
    with store._reader.connect() as connection:  # all of it into the one file that is copied
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return place


@pytest.fixture(scope="module")
def report_waits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A return that counts, and its report that waits."""
    returned = RETURN.format(year=2024, events=31) + "法治建设专题会议,次,10\n"
    place = tmp_path_factory.mktemp("waits") / "waits.db"
    return made(place, ("荻砚镇2024.csv", returned, True), ("荻砚镇2024年报告.txt", report(), False))


@pytest.fixture(scope="module")
def return_waits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that stands in for the return, and the return that waits."""
    place = tmp_path_factory.mktemp("late") / "late.db"
    returned = RETURN.format(year=2024, events=31)
    return made(place, ("荻砚镇2024年报告.txt", report(), True), ("荻砚镇2024.csv", returned, False))


def opened(session: AppTest) -> AppTest:
    session.text_input(key="who").set_value("李四").run()
    session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    return session.run()


def frame(session: AppTest, heading: str):
    return next(d.value for d in session.dataframe if heading in d.value.columns)


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def pressed(session: AppTest, label: str) -> AppTest:
    next(b for b in session.button if b.label == label).click()
    return session.run()


def test_a_waiting_report_shows_its_text_marked_beside_what_was_read(
    open_session: Open, words: Words, report_waits: Path
) -> None:
    session = opened(open_session(report_waits, "upload"))
    assert not session.exception
    text = words(session)
    assert '<mark class="figure" title="发放普法宣传资料">8万余份</mark>' in text
    assert '<mark class="doubt"' in text
    read = frame(session, "原句")
    assert dict(zip(read["指标"], read["数据"], strict=True)) == {
        "专题研讨": "4",
        "发放普法宣传资料": "≥80,000",
        "法治宣传活动": "36",
    }
    assert "下载标注表" not in [button.label for button in session.get("download_button")]


def test_the_chosen_figure_is_shown_in_its_sentence(open_session: Open, words: Words, report_waits: Path) -> None:
    session = opened(open_session(report_waits, "upload"))
    session.session_state["report_figures_2"] = {"selection": {"rows": [2], "columns": [], "cells": []}}
    assert '开展法治宣传活动<mark class="figure chosen" title="">36场</mark>。' in words(session.run())


def test_several_numbers_are_shown_chosen_and_chosen_anew(
    open_session: Open, words: Words, report_waits: Path, tmp_path: Path
) -> None:
    session = opened(open_session(report_waits, "upload"))
    assert "一项几个数（1）" in [tab.label for tab in session.tabs]
    assert '部署会<mark class="figure chosen" title="">4次</mark>' in words(session)
    radio = next(r for r in session.radio if r.label == "怎么算")
    assert radio.options == [
        "相加：4 + 6 = 10（与报表一致）",
        "只取 4，其余说的是同一件事或不算",
        "只取 6，其余说的是同一件事或不算",
        "6 是总数，其余是其中一部分",
    ]
    radio.set_value("0").run()
    session = pressed(session, "按此采用")
    assert not session.exception
    assert "还有 1 项" not in words(session)
    assert any("相加：4 + 6 = 10" in s.value for s in session.success)
    upload = stored(tmp_path).uploads("pending")[0]
    assert {f.indicator: f.value for f in stored(tmp_path).reading(upload.id).figures}["leadership_meetings"] == 10
    session = pressed(session, "重新选")
    assert "还有 1 项" in words(session)
    assert "leadership_meetings" not in {f.indicator for f in stored(tmp_path).reading(upload.id).figures}
    trail = "".join(map(str, settings_audit.as_table(stored(tmp_path).audit())["内容"]))
    assert "法治建设专题会议：相加" in trail
    assert "法治建设专题会议：撤回选定" in trail


def test_a_waiting_report_is_held_against_the_return(open_session: Open, words: Words, report_waits: Path) -> None:
    session = opened(open_session(report_waits, "upload"))
    assert "与报表核对（1 项不一致）" in [tab.label for tab in session.tabs]
    table = frame(session, "报告原句")
    assert list(table["结果"]) == ["≠ 不一致", "？ 报告有几个数", "＝ 一致", "＝ 一致"]
    assert list(frame(session, "旧值")["备注"]) == ["已有报表，报告只作核对，不计入"] * 3
    session.session_state["crossed_2_2_table"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    text = words(session.run())
    assert '开展法治宣传活动<mark class="figure chosen" title="">36场</mark>' in text
    assert '<td class="marked">31</td>' in text


def test_a_return_that_comes_later_is_held_against_the_report(
    open_session: Open, words: Words, return_waits: Path
) -> None:
    session = opened(open_session(return_waits, "upload"))
    assert "与工作报告核对（1 项不一致）" in [tab.label for tab in session.tabs]
    assert list(frame(session, "报告原句")["结果"])[:2] == ["≠ 不一致", "？ 报告有几个数"]
    assert "这份报表入库后以报表为准" in words(session)


def test_a_report_without_a_return_says_what_accepting_it_means(
    open_session: Open, words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("alone") / "alone.db"
    session = opened(open_session(made(place, ("荻砚镇2024年报告.txt", report(), False)), "upload"))
    assert "与报表核对（没有报表）" in [tab.label for tab in session.tabs]
    assert "各处都标明“来自工作报告”" in words(session)
    session = pressed(session, "入库这个文件")
    assert any("来自工作报告" in s.value for s in session.success)


def pasted(session: AppTest, text: str) -> AppTest:
    session.text_input(key="who").set_value("李四").run()
    session.session_state["paste"] = True
    session.run()
    next(a for a in session.text_area if a.label == "工作报告的文字").set_value(text)
    return pressed(session, "读取这段文字")


def test_a_pasted_report_is_read_opened_and_accepted(
    open_session: Open, words: Words, report_waits: Path, tmp_path: Path
) -> None:
    session = pasted(open_session(report_waits, "upload"), report(2023))
    assert not session.exception
    assert [s.value for s in session.subheader] == ["粘贴的工作报告（荻砚镇2023）.txt"]
    assert "8万余份</mark>" in words(session)
    session = pressed(session, "入库这个文件")
    assert (FIRST, 2023) in stored(tmp_path).reports()


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "还没有粘贴文字"), ("lorem ipsum", "不像工作报告"), ("甲\t乙\t丙丁戊己庚辛壬\n1\t2\t3", "是表格")],
)
def test_what_is_pasted_and_is_no_report_gets_a_sentence(
    open_session: Open, report_waits: Path, tmp_path: Path, text: str, said: str
) -> None:
    session = pasted(open_session(report_waits, "upload"), text)
    assert not session.exception
    assert [w.value for w in session.warning if said in w.value]
    assert len(stored(tmp_path).uploads()) == 2


def test_numbers_nobody_chose_between_are_shown_so_on_profile_and_quality(
    open_session: Open, words: Words, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("open") / "open.db"
    returned = RETURN.format(year=2024, events=31) + "法治建设专题会议,次,10\n"
    made(place, ("荻砚镇2024.csv", returned, True), ("荻砚镇2024年报告.txt", report(), True))
    session = open_session(place, "profile", township=FIRST)
    session.session_state["profile_tab"] = "工作报告"
    session.run()
    assert (
        '部署会<mark class="doubt" title="要核实">4次</mark>、推进会<mark class="doubt" title="要核实">6次</mark>'
        in words(session)
    )
    table = frame(session, "报告原句")
    row = table[table["指标"] == "法治建设专题会议"].iloc[0]
    assert (row["结果"], row["报表"], row["工作报告"]) == ("？ 报告有几个数", "10", "2 个数")
    session.session_state["profile_check_table"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    text = words(session.run())
    assert '部署会<mark class="figure chosen" title="">4次</mark>、推进会<mark class="figure chosen"' in text
    session.switch_page("../pages/quality.py").run()
    session.session_state["quality_tab"] = next(tab.label for tab in session.tabs if "工作报告核对" in tab.label)
    session.run()
    assert not session.exception
    assert frame(session, "不一致").iloc[0].tolist()[:3] == [FIRST, 1, 1]


def test_a_number_of_a_return_that_waits_for_its_township_is_not_told_as_absent_from_it(
    open_session: Open, tmp_path: Path
) -> None:
    returned = RETURN.format(year=2024, events="20+11")
    place = made(tmp_path / "asked.db", ("荻砚镇2024.csv", returned, False), ("荻砚镇2024年报告.txt", report(), False))
    table = frame(opened(open_session(place, "upload")), "报告原句")
    row = table[table["指标"].eq("法治宣传活动")].iloc[0]
    assert (row["结果"], row["报表"]) == ("◇ 报表待核实", "已报待核实")


def test_the_field_for_pasting_says_nothing_in_streamlits_english(open_session: Open, words: Words) -> None:
    for lang in ("zh", "en"):
        assert '[data-testid="InputInstructions"] { display: none' in words(open_session(None, "upload", lang=lang))


def test_a_choice_that_was_made_is_no_problem_any_more(open_session: Open, report_waits: Path) -> None:
    session = opened(open_session(report_waits, "upload"))
    assert [tab.label for tab in session.tabs if tab.label.startswith("问题（1")]
    next(r for r in session.radio if r.label == "怎么算").set_value("1").run()
    next(b for b in session.button if b.label == "按此采用").click().run()
    assert not session.exception
    [label] = [tab.label for tab in session.tabs if tab.label.startswith("问题（")]
    assert label == "问题（0，另有 1 条说明）"


def test_an_old_value_that_waits_for_an_answer_is_not_told_as_none(open_session: Open, tmp_path: Path) -> None:
    first, second = (RETURN.format(year=2024, events=events) for events in ("20+11", "31"))
    place = made(tmp_path / "put_right.db", ("荻砚镇2024.csv", first, True), ("荻砚镇2024更正.csv", second, False))
    table = frame(opened(open_session(place, "upload")), "旧值").set_index("指标")
    assert list(table.loc["法治宣传活动", ["旧值", "新值"]]) == ["已报待核实", "31"]
