"""Blank forms, marked workbooks, turning files away, explanations, and files that go wrong among others."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_catalogue, load_roster
from analytics.intake import read_bytes
from analytics.store import Key, Store
from analytics.submission import Incoming, accept, receive
from ui import blank_forms, marked, receiving

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]

TOWNSHIP = "荻砚镇"
DOUBTED = "荻砚镇2025年统计.xlsx"
"""A return whose leaflets are counted in 场次, which is asked about."""


def a_return(unit: str = "份", leaflets: int = 8000) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "统计表"
    for row in (
        [f"{TOWNSHIP}2025年度法治建设统计表"],
        ["指标", "单位", "数量"],
        ["党委中心组集中学法", "次", 12],
        ["发放普法宣传资料", unit, leaflets],
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.fixture
def doubted_store(tmp_path: Path, root: Path) -> Path:
    """A store with one accepted return in which the leaflets are doubted."""
    file = tmp_path / "doubted.db"
    store = Store.open(f"sqlite:///{file}")
    store.replace_roster(load_roster(root / "sample_data" / "roster.csv"), "测试")
    received = receive(store, [Incoming(DOUBTED, a_return("场次"))], "测试")[0]
    assert received.upload_id is not None
    accept(store, received.upload_id, "测试")
    with store._reader.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return file


def unfolded(session: AppTest, key: str) -> AppTest:
    session.session_state[key] = True
    return session.run()


def picked(session: AppTest, table: str, row: int = 0) -> AppTest:
    session.session_state[table] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return session.run()


def test_blank_forms_ask_for_a_roster_first(open_session: Open, words: Words) -> None:
    session = unfolded(open_session(None, "upload"), "blank_forms")
    assert not session.exception
    assert "还没有乡镇名册" in words(session)
    assert not session.get("download_button")


def test_blank_forms_are_offered_for_one_township_and_for_all(open_session: Open, sample_store: Path) -> None:
    session = unfolded(open_session(sample_store, "upload"), "blank_forms")
    assert not session.exception
    assert {"下载这个乡镇的模板", "下载全部 25 个乡镇的模板（ZIP）"} <= {
        b.label for b in session.get("download_button")
    }
    assert TOWNSHIP in session.selectbox(key="form_township").options


def test_a_blank_form_reads_back_as_its_township_and_year(doubted_store: Path, root: Path) -> None:
    store = Store.open(f"sqlite:///{doubted_store}")
    roster = store.roster()
    township = roster.by_name[TOWNSHIP]
    form = blank_forms.one_form(store, township, 2026, "示例县")
    reading = read_bytes(form, "改了名字.xlsx", roster=roster, isolated=False)
    assert {(f.township, f.year) for f in reading.figures} <= {(TOWNSHIP, 2026)}
    assert not reading.unknown_headings
    shown = [str(c.value) for s in openpyxl.load_workbook(io.BytesIO(form)) for row in s.iter_rows() for c in row]
    assert "8,000" in shown, "last year's figure stands beside"


def test_turning_away_asks_once_more_and_then_does_it(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = open_session(sample_store, "upload")
    session.text_input(key="who").set_value("李四").run()
    session.button(key="reject_all").click().run()
    assert not session.exception
    assert not stored(tmp_path).uploads("pending")
    assert len(stored(tmp_path).uploads("rejected")) == 9


def test_an_accepted_file_with_doubts_gives_its_marked_workbook(
    open_session: Open, words: Words, doubted_store: Path
) -> None:
    session = picked(open_session(doubted_store, "upload"), "history")
    assert not session.exception
    assert "下载标注表" in {b.label for b in session.get("download_button")}
    store = Store.open(f"sqlite:///{doubted_store}")
    upload = store.uploads("accepted")[0]
    assert marked.file_name(store, upload) == "荻砚镇2025年统计（待核对）.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(marked.marked_bytes(store, upload.id)))
    assert book.sheetnames[0] == "问题清单"
    assert book["统计表"]["C4"].comment is not None


def test_a_marked_workbook_that_cannot_be_made_says_why(doubted_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from analytics.model import Problem, Severity
    from analytics.text import Text

    fault = Problem(Severity.ERROR, "cannot_open", Text("打不开", "cannot be opened"))
    monkeypatch.setattr(marked, "marked_upload", lambda *_: fault)
    store = Store.open(f"sqlite:///{doubted_store}")
    book = openpyxl.load_workbook(io.BytesIO(marked.marked_bytes(store, 1)))
    assert book.active["A1"].value == "打不开"


def test_what_the_township_typed_settles_the_doubt(
    open_session: Open, words: Words, tmp_path: Path, root: Path
) -> None:
    session = open_session(None, "upload")
    store = stored(tmp_path)
    store.replace_roster(load_roster(root / "sample_data" / "roster.csv"), "测试")
    first = receive(store, [Incoming(DOUBTED, a_return("场次"))], "测试")[0]
    assert first.upload_id is not None
    book = openpyxl.load_workbook(io.BytesIO(marked.marked_bytes(store, first.upload_id)))
    line = next(row for row in book["问题清单"].iter_rows() if row[2].value == "C4")
    line[5].value = "按场次统计，已核实"
    out = io.BytesIO()
    book.save(out)
    again = receive(store, [Incoming("荻砚镇2025年统计（待核对）.xlsx", out.getvalue())], "李四")[0]
    assert again.upload_id is not None
    accept(store, again.upload_id, "李四")
    store.reject(first.upload_id, "李四")

    session = picked(session.run(), "history")
    assert "1 处单元格疑点，其中 1 处已说明" in "".join(e.label for e in session.expander)
    session = unfolded(session, f"doubts_{again.upload_id}")
    assert "按场次统计，已核实" in words(session)
    assert "已说明" in set(session.dataframe[1].value["类别"])

    session = session.switch_page("../pages/overview.py").run()
    assert "个疑点要问乡镇" not in words(session)

    session = session.switch_page("../pages/years.py").run()
    session.selectbox(key="measure").set_value("leaflets").run()
    rows = session.dataframe[0].value
    at = list(rows["township"]).index(TOWNSHIP)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(at, "this")]}}
    session.run()
    assert not session.exception
    assert "按场次统计，已核实" in words(session)


def test_an_open_doubt_of_an_accepted_file_is_on_the_overview(
    open_session: Open, words: Words, doubted_store: Path
) -> None:
    assert "1 个疑点要问乡镇（数据疑点 0 个、单元格疑点 1 个）" in words(open_session(doubted_store))


def test_an_official_explains_a_figure_and_takes_it_back(
    open_session: Open, words: Words, doubted_store: Path, tmp_path: Path
) -> None:
    session = open_session(doubted_store, "years", measure="leaflets")
    at = list(session.dataframe[0].value["township"]).index(TOWNSHIP)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(at, "this")]}}
    session.run()
    assert "添加说明" in {e.label for e in session.expander}
    figure = int(stored(tmp_path).figures_frame().query("indicator == 'leaflets'")["figure_id"].iloc[0])
    session = unfolded(session, f"years_table_{figure}_explain")
    session.text_area[0].set_value("与司法所核对无误")
    session.text_input(key=f"years_table_{figure}_name_0").set_value("王五")
    next(b for b in session.button if b.label == "保存说明").click()
    session.run()
    assert not session.exception
    kept = stored(tmp_path).explanations()
    assert [(e.text, e.who, e.indicator) for e in kept] == [("与司法所核对无误", "王五", "leaflets")]
    assert "与司法所核对无误" in words(session)

    session = unfolded(session, f"years_table_{figure}_explain")
    session.text_input(key=f"years_table_{figure}_name_1").set_value("王五")
    next(b for b in session.button if b.label.startswith("撤回：")).click()
    session.run()
    assert not session.exception
    assert not stored(tmp_path).explanations()


def test_an_explanation_without_name_or_text_is_not_kept(
    open_session: Open, doubted_store: Path, tmp_path: Path
) -> None:
    session = open_session(doubted_store, "years", measure="leaflets")
    at = list(session.dataframe[0].value["township"]).index(TOWNSHIP)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(at, "this")]}}
    figure = int(stored(tmp_path).figures_frame().query("indicator == 'leaflets'")["figure_id"].iloc[0])
    session = unfolded(session, f"years_table_{figure}_explain")
    next(b for b in session.button if b.label == "保存说明").click()
    session.run()
    assert "请填写姓名。" in [w.value for w in session.warning]
    session.text_input(key=f"years_table_{figure}_name_0").set_value("王五")
    next(b for b in session.button if b.label == "保存说明").click()
    session.run()
    assert "请先填写说明" in [w.value for w in session.warning]
    assert not stored(tmp_path).explanations()


def test_a_missing_figure_can_be_explained(
    open_session: Open, words: Words, doubted_store: Path, tmp_path: Path
) -> None:
    session = open_session(doubted_store, "years", measure="leaflets")
    lacking = next(t for t in session.dataframe[0].value["township"] if t != TOWNSHIP)
    stored(tmp_path).add_explanation(Key(lacking, 2025, "leaflets"), "本年没有印发", "王五")
    at = list(session.dataframe[0].value["township"]).index(lacking)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(at, "this")]}}
    session.run()
    text = words(session)
    assert "这一年没有收到这项数据。" in text
    assert "本年没有印发" in text


def test_a_question_is_no_longer_asked_once_all_its_figures_are_explained(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store)
    before = words(session)
    from analytics.store import Key
    from analytics.submission import answer_question
    from ui.findings import questions_of, unexplained

    n = len(questions_of(2024))
    question = next(q for q in questions_of(2024) if len(q.indicators) > 1)
    key = Key(question.township, 2024, question.indicators[0])
    stored(tmp_path).add_explanation(key, "已核实", "王五")
    partly = words(session.run())
    assert f"数据疑点 {n} 个" in before
    assert f"数据疑点 {n} 个" in partly
    [same] = [q for q in questions_of(2024) if (q.rule, q.township) == (question.rule, question.township)]
    assert (same.status, same.explanation) == ("open", "已核实")
    assert "还要说明" in same.sentence.zh
    answer_question(stored(tmp_path), same, "都核实了", "王五")
    after = words(session.run())
    left = len(unexplained(questions_of(2024)))
    assert left == n - 1
    assert f"数据疑点 {left} 个" in after
    session = session.switch_page("../pages/gaps.py").run()
    assert any(f"数据疑点（{left}，另有" in tab.label for tab in session.tabs)


def test_a_file_that_makes_the_program_fail_does_not_hide_the_others(
    open_session: Open, sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = receiving.receive_each

    def failing(store: Store, files: list[Incoming], who: str, **more: object) -> object:
        if files[0].name == "坏.xlsx":
            raise RuntimeError("a fault of the program")
        return real(store, files, who, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(receiving, "receive_each", failing)
    session = open_session(sample_store, "upload")
    session.text_input(key="who").set_value("李四").run()
    names = ["坏.xlsx", *(f"好{n}.xlsx" for n in range(12))]
    session.file_uploader[0].set_value([(name, a_return(leaflets=1000 + k), "") for k, name in enumerate(names)])
    session.run()
    assert not session.exception
    assert any("坏.xlsx" in w.value and "程序出错" in w.value for w in session.warning)
    waiting = {u.file_name for u in stored(tmp_path).uploads("pending")}
    assert set(names[1:]) <= waiting


def test_files_left_unread_are_named(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "upload")
    session.session_state[receiving.BATCH] = receiving.Batch(0, ["甲.xlsx", "乙.xlsx"])
    session.run()
    assert any("读取中断，2 个文件没有读：甲.xlsx、乙.xlsx" in w.value for w in session.warning)


def test_a_batch_that_goes_on_after_an_interruption_reports_no_duplicates_of_itself(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "upload")
    session.text_input(key="who").set_value("李四").run()
    first = receive(stored(tmp_path), [Incoming("一.xlsx", a_return())], "李四")[0]
    assert first.upload_id is not None
    session.session_state[receiving.BATCH] = receiving.Batch(0, ["一.xlsx", "二.xlsx"], {first.upload_id: "一.xlsx"})
    session.file_uploader[0].set_value([("一.xlsx", a_return(), ""), ("二.xlsx", a_return(leaflets=9), "")])
    session.run()
    assert not session.exception
    assert not session.warning
    assert {"一.xlsx", "二.xlsx"} <= {u.file_name for u in stored(tmp_path).uploads("pending")}


def test_a_mark_that_one_figure_is_behind_names_its_file_and_cell(open_session: Open, doubted_store: Path) -> None:
    session = open_session(doubted_store, "townships", measure="leaflets")
    bars = json.loads(session.get("plotly_chart")[0].proto.spec)["data"][0]
    hover = next(text for text in bars["hovertext"] if TOWNSHIP in text)
    for said in ("8,000", "上年：未报", "中位数：8,000", DOUBTED, "C4"):
        assert said in hover
    assert [TOWNSHIP, 2025] in bars["customdata"]


def test_a_clicked_bar_opens_its_source_and_can_be_closed(
    open_session: Open, words: Words, doubted_store: Path
) -> None:
    session = open_session(doubted_store, "townships", measure="leaflets")
    point = {"curve_number": 0, "point_index": 0, "customdata": [TOWNSHIP, 2025]}
    session.session_state["townships_bars"] = {"selection": {"points": [point], "point_indices": [0]}}
    session.run()
    assert not session.exception
    assert DOUBTED in words(session)
    session.button(key="close_source").click().run()
    assert DOUBTED not in "".join(e.proto.body for e in session.get("html"))


def test_every_indicator_has_its_line_in_the_form(doubted_store: Path) -> None:
    store = Store.open(f"sqlite:///{doubted_store}")
    form = blank_forms.one_form(store, store.roster().by_name[TOWNSHIP], 2030, "")
    shown = {str(c.value) for s in openpyxl.load_workbook(io.BytesIO(form)) for row in s.iter_rows() for c in row}
    assert {i.name_zh for i in load_catalogue().indicators} <= shown
    assert "8,000" not in shown


def test_what_is_made_on_a_click_speaks_the_language_of_the_screen(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import cached, words
    from ui.later import later

    monkeypatch.setattr(cached, "key", lambda: (f"sqlite:///{sample_store}", 7))
    token = words.SPOKEN.set("en")
    offered = later(lambda: (words.language(), cached.version(), cached.store().url))
    words.SPOKEN.reset(token)
    assert words.language() == "zh"
    assert offered() == ("en", 7, f"sqlite:///{sample_store}")
    assert words.language() == "zh"
