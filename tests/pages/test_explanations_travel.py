"""An explanation closes its question, stands as a footnote under charts and in files, and meets next year's return."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_catalogue
from analytics.checks import find_questions
from analytics.commands import main
from analytics.store import Key, Store
from analytics.submission import answer_question, county_of, rules_of

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]
WORDS = "与司法所核对无误<b>"


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def button(session: AppTest, start: str, *, label: str = "") -> AppTest:
    found = [b for b in session.button if str(b.key).startswith(start) and label in b.label]
    return found[0].click().run()


def test_an_official_answers_a_question_where_it_stands_and_taking_it_back_opens_it_again(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "gaps")
    session.session_state["kind"] = next(x.label for x in session.tabs if x.label.startswith("数据疑点"))
    session.run()
    before = len([x for x in session.expander if x.label == "说明这个疑点"])
    assert before
    session.session_state["questions_1_0_answer"] = True
    session.run()
    session.text_area[0].set_value(WORDS)
    next(x for x in session.text_input if x.label == "操作人").set_value("李四")
    button(session, "questions_1_0_answer", label="保存说明")
    assert not session.exception
    rows = stored(tmp_path).explanations()
    assert {(row.text, row.who, row.origin) for row in rows} == {(WORDS, "李四", "official")}
    assert any("另有 1 个已说明" in x.label for x in session.tabs)
    stored(tmp_path).withdraw_explanation(rows[0].id, "李四")
    session.run()
    assert not any("已说明" in x.label for x in session.tabs)


def explained(tmp_path: Path) -> tuple[Store, Key]:
    """A store in which the first question was answered; the key of its first figure."""
    store = stored(tmp_path)
    county = county_of(store)
    question = next(
        f
        for f in find_questions(county, 2024, rules_of(store))
        if load_catalogue().by_id[f.indicators[0]].headline is not None
    )
    answer_question(store, question, WORDS, "李四")
    return store, Key(question.township, 2024, question.indicators[0])


def test_it_is_a_footnote_under_charts_on_hover_and_in_files(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path, capsys
) -> None:
    open_session(sample_store)
    _, key = explained(tmp_path)
    measure = load_catalogue().by_id[key.indicator].headline
    for screen in ("years", "townships", "profile"):
        session = open_session(sample_store, screen, measure=measure, year="2024", township=key.township)
        assert not session.exception
        text = words(session)
        assert "注 1：" in text
        assert "与司法所核对无误&lt;b&gt;" in text
        assert "与司法所核对无误<b>" not in text, "a text, not markup"
    out = tmp_path / "对比.xlsx"
    url = f"sqlite:///{tmp_path / 'store.db'}"
    assert main(["compare", "--years", "2023", "2024", "--out", str(out), "--store", url]) == 0
    book = load_workbook(io.BytesIO(out.read_bytes()))
    rows = [[cell.value for cell in row] for row in book["情况说明"].iter_rows(min_row=4)]
    assert rows[0][0] == key.township
    assert rows[0][3] == WORDS
    capsys.readouterr()
    assert main(["questions", "--year", "2024", "--format", "json", "--store", url]) == 0
    told = [q for q in json.loads(capsys.readouterr().out) if q["status"] == "explained"]
    assert told
    assert {q["explanation"] for q in told} == {WORDS}


def test_it_stands_beside_the_same_indicator_when_next_years_return_is_reviewed(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "upload")
    store = stored(tmp_path)
    waiting = next(u for u in store.uploads("pending") if u.years == (2025,) and u.figures_read)
    figure = store.reading(waiting.id).figures[0]
    store.add_explanation(Key(figure.township, 2024, figure.indicator), WORDS, "李四")
    names = list(session.dataframe[0].value["文件"])
    session.session_state["waiting"] = {
        "selection": {"rows": [names.index(waiting.file_name)], "columns": [], "cells": []}
    }
    session.run()
    assert not session.exception
    table = next(d.value for d in session.dataframe if "旧值" in d.value.columns)
    marked = table[table["备注"].str.contains("上年说明：与司法所核对无误", regex=False)]
    assert list(marked["乡镇"]) == [figure.township]


def test_the_deadline_is_a_setting_that_reminders_follow(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "settings")
    assert (session.number_input(key="deadline_month").value, session.number_input(key="deadline_day").value) == (1, 31)
    session.text_input(key="who").set_value("李四").run()
    session.number_input(key="deadline_month").set_value(2)
    session.number_input(key="deadline_day").set_value(30)
    session.button(key="deadline_save").click().run()
    assert not session.exception
    assert stored(tmp_path).setting("deadline") == "02-30"
    assert "2025-02-28" in words(open_session(sample_store))
