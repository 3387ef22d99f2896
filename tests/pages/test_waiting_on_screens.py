"""On the screens, what was sent in and waits for an answer is 已报待核实, and nobody is asked to send it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

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
