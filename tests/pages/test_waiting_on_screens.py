"""On the screens, what was sent in and waits for an answer is 已报待核实, and nobody is asked to send it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import Roster, Township
from analytics.model import Figure, Problem, Qualifier, Reading, Severity, Source, State
from analytics.store import Store
from analytics.text import Text

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
WAITS, SILENT, WORD = "甲镇", "乙镇", "已报待核实"
UNITS = {"leaflets": "份", "publicity_events": "场次", "people_served": "人次", "school_events": "场次"}


def figure(township: str, cell: str, indicator: str, value: float) -> Figure:
    source = Source("表一", cell, str(value))
    return Figure(township, 2024, indicator, value, Qualifier.EXACT, State.REPORTED, UNITS[indicator], source)


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """甲镇's leaflets and school events were sent in and left out; 乙镇 sent none; 丙镇 sent all."""
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    names = (WAITS, SILENT, "丙镇")
    store.replace_roster(Roster(tuple(Township(f"90{k}", n, (), "镇", 9, {}) for k, n in enumerate(names))), "测试")
    for name in names:
        figures = [figure(name, "B2", "publicity_events", 7.0), figure(name, "B3", "people_served", 40.0)]
        if name != SILENT:
            figures += [figure(name, "B4", "leaflets", 300.0), figure(name, "B5", "school_events", 3.0)]
        why = Text("写的是“3/4”，请核实。", "check")
        left_out = tuple(Problem(Severity.ERROR, "doubtful_number", why, "表一", cell) for cell in ("B4", "B5"))
        problems = left_out if name == WAITS else ()
        data = name.encode()
        reading = Reading(f"{name}.xlsx", hashlib.sha256(data).hexdigest(), "return", tuple(figures), problems)
        upload = store.add_upload(f"{name}.xlsx", data, "镇上", reading)
        store.accept(upload, [f for f in figures if not (problems and f.source.cell in ("B4", "B5"))], "县里")
    store.close()
    return tmp_path


def rows(session: AppTest) -> dict[str, list[str]]:
    """The first table as it is shown, by its first column."""
    display = session.dataframe[0].proto.arrow_data.styler.display_values
    return {row[0]: row for row in pa.ipc.open_stream(display).read_pandas().astype(str).values.tolist()}


def test_the_letter_asks_the_question_and_not_for_the_figure_again(open_session: Open, asked: Path) -> None:
    session = open_session(None, "quality", year="2024")
    session.session_state["quality_tab"] = next(t.label for t in session.tabs if t.label.startswith("催报"))
    session.run()
    assert not session.exception
    said = "".join(json.loads(e.proto.json or "{}").get("text", "") for e in session.get("bidi_component"))
    own, _, silent = said.partition(f"请{SILENT}核实")
    assert "3/4" in own
    assert "请补报" not in own
    assert "请补报" in silent


def test_the_comparison_over_years_tells_it_from_missing(open_session: Open, asked: Path) -> None:
    session = open_session(None, "years", year="2024", measure="leaflets")
    assert not session.exception
    shown = rows(session)
    assert (shown[WAITS][1], shown[SILENT][1], shown["丙镇"][1]) == (WORD, "未报", "300")
    assert "所报的数待核实，暂不比较" in shown[WAITS]
    assert "所报的数待核实，暂不比较" not in shown[SILENT]


def test_the_comparison_of_townships_tells_it_from_missing(open_session: Open, asked: Path) -> None:
    session = open_session(None, "townships", year="2024")
    assert not session.exception
    shown = rows(session)
    assert (shown[WAITS].count(WORD), shown[SILENT].count(WORD)) == (1, 0)


def test_a_townships_own_screen_says_it_and_leads_to_the_doubt(open_session: Open, words: Words, asked: Path) -> None:
    session = open_session(None, "profile", year="2024", township=WAITS)
    assert not session.exception
    assert WORD in [m.value for m in session.metric]
    line = session.dataframe[0].value["indicator"].tolist().index("发放普法宣传资料")
    session.session_state["profile_table"] = {"selection": {"rows": [], "columns": [], "cells": [(line, "this")]}}
    session.run()
    assert not session.exception
    text = words(session)
    assert "没有采用，待乡镇核实" in text
    assert "这一年没有收到这项数据" not in text
    # It is led back to its cell like a figure that is used.
    for label, held in (("文件", "甲镇.xlsx"), ("工作表", "表一"), ("单元格", "B4"), ("原文", "300.0")):
        assert f"{label}</span>　{held}<" in text
    assert "写的是“3/4”，请核实。" in text
    [way] = [w for w in session.get("page_link") if w.proto.label == "去数据质量看疑点"]
    assert f"doubts_of={quote(WAITS)}" in way.proto.query_string


def test_a_part_of_a_sum_that_waits_is_led_back_to_its_cell(open_session: Open, words: Words, asked: Path) -> None:
    session = open_session(None, "years", year="2024", measure="publicity_sessions")
    line = list(rows(session)).index(WAITS)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(line, "this")]}}
    session.run()
    assert "B5<" not in words(session)
    assert "法治进校园活动" in [e.label for e in session.expander]
    session.session_state[f"years_table_wait_{WAITS}_2024_school_events"] = True
    text = words(session.run())
    assert "单元格</span>　B5<" in text


def test_a_link_leads_to_the_doubts_of_one_township(open_session: Open, asked: Path) -> None:
    session = open_session(None, "quality", year="2024", quality_tab="doubts", doubts_of=WAITS)
    assert not session.exception
    listed = session.dataframe[1].value
    assert set(listed["乡镇"]) == {WAITS}
    # What is chosen afterwards goes before the link.
    session.session_state["quality_doubts"] = {"selection": {"rows": [], "columns": [], "cells": []}}
    session.run()
    assert "doubts_of" not in session.query_params


def test_a_township_that_sent_nothing_is_still_told_so(open_session: Open, words: Words, asked: Path) -> None:
    session = open_session(None, "profile", year="2024", township=SILENT)
    assert WORD not in [m.value for m in session.metric]
    line = session.dataframe[0].value["indicator"].tolist().index("发放普法宣传资料")
    session.session_state["profile_table"] = {"selection": {"rows": [], "columns": [], "cells": [(line, "this")]}}
    assert "这一年没有收到这项数据" in words(session.run())


@pytest.mark.parametrize(("town", "said"), [(WAITS, "另有 1 项已报待核实"), (SILENT, "另有 1 项未报")])
def test_the_parts_of_a_sum_tell_which_is_missing_and_which_waits(
    open_session: Open, words: Words, asked: Path, town: str, said: str
) -> None:
    session = open_session(None, "years", year="2024", measure="publicity_sessions")
    line = list(rows(session)).index(town)
    session.session_state["years_table"] = {"selection": {"rows": [], "columns": [], "cells": [(line, "this")]}}
    session.run()
    text = words(session)
    assert f"{said}，没有算进合计" in text
    assert text.count("没有算进合计") == 1


@pytest.mark.parametrize(
    ("screen", "address", "said"),
    [
        ("overview", {"measure": "leaflets"}, ["已报 1/3，1 个已报待核实", "1 个所报待核实，1 个未报"]),
        ("years", {"measure": "leaflets"}, ["◇ 为已报待核实", "已报 1/3，1 个已报待核实"]),
        ("townships", {"measure": "leaflets"}, ["已报 1/3，1 个已报待核实", "见“数据质量”的疑点"]),
        ("profile", {"township": WAITS}, ["1 项已报待核实", "另有 1 项已报待核实，实际不少于 7"]),
        ("quality", {}, ["待核实 2/4", "1 个没有缺项但有待核实的", "另有 2 项已报待核实，没有采用"]),
    ],
)
def test_charts_and_counts_tell_it_from_missing(
    open_session: Open, words: Words, asked: Path, screen: str, address: dict[str, str], said: list[str]
) -> None:
    session = open_session(None, screen, year="2024", **address)
    assert not session.exception
    text = words(session).replace("<br>", "").replace("\\u003c", "<")
    assert [s for s in said if s.replace(" ", "") not in text.replace(" ", "")] == []


def test_an_answer_that_brings_the_figure_in_changes_every_screen_at_once(
    open_session: Open, words: Words, asked: Path
) -> None:
    assert WORD in words(open_session(None, "townships", year="2024", measure="leaflets"))
    store = Store.open(f"sqlite:///{asked / 'store.db'}")
    [upload] = [u for u in store.uploads() if u.file_name == f"{WAITS}.xlsx"]
    store.undo(upload.id, "县里")
    store.close()
    # The file was taken back: the township sent nothing that counts, and nothing waits for an answer any more.
    text = words(open_session(None, "townships", year="2024", measure="leaflets"))
    assert WORD not in text


def test_the_data_export_has_a_row_for_it(open_session: Open, asked: Path) -> None:
    session = open_session(None, "export", year="2024", export="figures")
    assert not session.exception
    table = session.dataframe[0].value
    waiting = table[table["状态"].eq(WORD)]
    assert waiting["单元格"].tolist() == ["B4", "B5"]
    assert waiting["乡镇"].unique().tolist() == [WAITS]
    assert waiting["数值"].isna().all()


def test_a_township_with_nothing_but_a_file_to_check_is_not_reminded(
    open_session: Open, words: Words, asked: Path
) -> None:
    store = Store.open(f"sqlite:///{asked / 'store.db'}")
    store.replace_roster(
        Roster(
            tuple(Township(f"90{k}", n, (), "镇", 9, {}) for k, n in enumerate((WAITS, SILENT, "丙镇", "丁镇", "戊镇")))
        ),
        "测试",
    )
    store.add_upload(
        "丁镇.xlsx", b"d", "镇上", Reading("丁镇.xlsx", "d" * 64, "return", (figure("丁镇", "B2", "leaflets", 7.0),))
    )
    store.close()
    text = words(open_session(None, "overview", year="2024"))
    assert "1 个乡镇未报：戊镇" in text
    assert "1 个乡镇已报待核实或待入库：丁镇" in text
    assert "已报 **3/5** 个乡镇" in text
    session = open_session(None, "quality", year="2024", quality_tab="letters")
    assert "催报（1 个乡镇）" in words(session)
    assert "1个未报，1个没有缺项但有待核实的，1个待入库" in words(open_session(None, "quality", year="2024")).replace(
        "<br>", ""
    ).replace(" ", "")
    session = open_session(None, "quality", year="2024", quality_tab="timely")
    assert not session.exception
    assert "待入库" in words(session)


def test_the_doubts_are_counted_alike_on_both_screens(open_session: Open, words: Words, asked: Path) -> None:
    overview = words(open_session(None, "overview", year="2024"))
    n = overview.partition(" 个疑点要问乡镇")[0].rsplit("\n", 1)[-1]
    quality = open_session(None, "quality", year="2024")
    assert f"疑点（{n}）" in [tab.label for tab in quality.tabs]
    assert int(n) >= 2


def test_a_townships_own_screen_counts_and_lists_its_doubtful_cells(
    open_session: Open, words: Words, asked: Path
) -> None:
    session = open_session(None, "profile", year="2024", township=WAITS, profile_tab="doubts")
    assert not session.exception
    [label] = [tab.label for tab in session.tabs if tab.label.startswith("疑点（")]
    cells = session.dataframe[0].value
    assert cells["出处"].tolist() == ["《甲镇.xlsx》“表一”表 B4 格", "《甲镇.xlsx》“表一”表 B5 格"]
    questions = len([e for e in session.expander if e.label.startswith("依据")])
    assert label == f"疑点（{2 + questions}）"
    # A township without any has no list of them.
    session = open_session(None, "profile", year="2024", township="丙镇", profile_tab="doubts")
    assert not [d for d in session.dataframe if "出处" in d.value.columns and "状态" in d.value.columns]
