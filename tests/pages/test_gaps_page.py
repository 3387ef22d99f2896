"""短板预警: statuses by shape, evidence in place, owner and due date for one or for many, nothing overwritten unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import load_catalogue
from analytics.checks import find_gaps
from analytics.store import GapEdit, GapKey, Store
from analytics.submission import county_of

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def table_key(session: AppTest) -> str:
    return next(d.key for d in session.dataframe if str(d.key).startswith("gaps_table_"))


def tick(session: AppTest, *rows: int) -> AppTest:
    session.session_state[table_key(session)] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return session.run()


def widget(found, ending: str):
    return next(w for w in found if str(w.key).endswith(ending))


def fill(session: AppTest, name: str = "李四", **texts: str) -> AppTest:
    for ending, text in texts.items():
        box = [w for w in (*session.text_input, *session.text_area) if str(w.key).endswith(f"_{ending}")]
        box[0].set_value(text)
    widget(session.text_input, "_name").set_value(name)
    return widget(session.button, "_keep").click().run()


def rows(session: AppTest):
    return session.dataframe[0].value


def first_key(session: AppTest, row: int = 0) -> GapKey:
    themes = {x.name_zh: x.id for x in load_catalogue().themes}
    found = rows(session).iloc[row]
    return GapKey(themes[found["主题"]], found["乡镇"])


def test_statuses_are_told_by_shape_and_word(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "gaps")
    assert not session.exception
    figure = json.loads(session.get("plotly_chart")[0].proto.spec)
    symbols = figure["data"][0]["marker"]["symbol"]
    assert set(symbols) >= {"circle", "square"}
    assert {s.split()[0] for s in rows(session)["状态"]} >= {"●", "■"}
    assert "● 新出现" in figure["layout"]["title"]["text"]
    assert len(symbols) == len(rows(session))


def test_one_tick_opens_sentence_cell_and_form(open_session: Open, words: Words, sample_store: Path) -> None:
    session = tick(open_session(sample_store, "gaps"), 1)
    text = words(session)
    assert not session.exception
    assert rows(session).iloc[1]["乡镇"] in text
    assert 'class="marked"' in text, "the cell itself, not only its name"
    assert "单元格" in text
    assert "规则" in text


def test_a_click_on_the_matrix_opens_that_gap(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "gaps")
    points = json.loads(session.get("plotly_chart")[0].proto.spec)["data"][0]["customdata"]
    township, place = points[5]
    session.session_state["gaps_matrix"] = {
        "selection": {"points": [{"customdata": [township, place]}], "point_indices": [5], "box": [], "lasso": []}
    }
    session.run()
    assert not session.exception
    assert any(str(m.value).startswith(f"**{township}") for m in session.markdown)


def test_owner_due_date_and_note_are_kept_and_shown_with_who_said_so(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = tick(open_session(sample_store, "gaps"), 0)
    key = first_key(session)
    widget(session.date_input, "_due").set_value(date(2020, 1, 31))
    fill(session, owner="王五", note="已电话联系 <b>*x*</b>")
    assert not session.exception
    case = stored(tmp_path).gap_cases(2024)[key]
    assert (case.owner, case.due, case.notes[0].who) == ("王五", date(2020, 1, 31), "李四")
    row = rows(session).set_index(["乡镇", "主题"]).loc[(key.township, load_catalogue().theme_by_id[key.theme].name_zh)]
    assert row["责任人"] == "王五"
    assert "逾期" in row["期限"]
    assert "&lt;b&gt;" in words(session)
    assert any("已保存 3 处改动" in s.value for s in session.success)


def test_several_are_assigned_at_once_and_what_is_left_empty_stays(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "gaps")
    keys = [first_key(session, row) for row in (0, 1, 3)]
    stored(tmp_path).change_gaps(2024, [GapEdit(keys[1], "due", "2026-05-01")], "甲")
    session = tick(session, 0, 1, 3)
    fill(session, owner="赵六")
    assert not session.exception
    cases = stored(tmp_path).gap_cases(2024)
    assert [cases[k].owner for k in keys] == ["赵六"] * 3
    assert cases[keys[1]].value("due") == "2026-05-01"
    assert len(cases) == 3


def test_what_another_said_meanwhile_is_not_overwritten(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = tick(open_session(sample_store, "gaps"), 0)
    key = first_key(session)
    stored(tmp_path).change_gaps(2024, [GapEdit(key, "owner", "王五"), GapEdit(key, "note", "甲的备注")], "甲")
    fill(session, owner="赵六", note="我的备注")
    assert not session.exception
    case = stored(tmp_path).gap_cases(2024)[key]
    assert (case.owner, [n.new for n in case.notes]) == ("王五", ["甲的备注"])
    assert any("没有保存" in w.value for w in session.warning)
    widget(session.button, "_reopen").click().run()
    assert widget(session.text_input, "_owner").value == "王五"
    assert widget(session.text_area, "_note").value == "我的备注", "what was typed is not lost"
    fill(session, owner="赵六")
    case = stored(tmp_path).gap_cases(2024)[key]
    assert (case.owner, [n.new for n in case.notes]) == ("赵六", ["我的备注", "甲的备注"])


def test_setting_a_gap_aside_needs_a_reason_and_leaves_it_visible_as_such(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = tick(open_session(sample_store, "gaps"), 0)
    key, before = first_key(session), len(rows(session))
    widget(session.selectbox, "_handling").set_value("dismissed")
    fill(session)
    assert any("理由" in w.value for w in session.warning)
    fill(session, reason="本年已撤并该职能")
    assert not session.exception
    assert len(rows(session)) == before
    assert "× 不作短板" in set(rows(session)["状态"])
    assert stored(tmp_path).gap_cases(2024)[key].reason == "本年已撤并该职能"
    assert f"短板（{before - 1 - sum('已解决' in s for s in rows(session)['状态'])}）" in [
        x.label for x in session.tabs
    ]


@pytest.mark.parametrize(("key", "value"), [("gaps_status", "new"), ("gaps_owners", "")])
def test_filters_of_status_and_owner(
    open_session: Open, sample_store: Path, tmp_path: Path, key: str, value: str
) -> None:
    session = open_session(sample_store, "gaps")
    stored(tmp_path).change_gaps(2024, [GapEdit(first_key(session), "owner", "王五")], "甲")
    everything = len(session.run().dataframe[0].value)
    session.multiselect(key=key).set_value([value]).run()
    assert not session.exception
    found = rows(session)
    assert 0 < len(found) < everything
    assert all("新出现" in s for s in found["状态"]) if key == "gaps_status" else not found["责任人"].any()


def test_the_profile_shows_whose_a_gap_is(open_session: Open, words: Words, sample_store: Path, tmp_path: Path) -> None:
    session = open_session(sample_store, "gaps")
    key = first_key(session)
    stored(tmp_path).change_gaps(2024, [GapEdit(key, "owner", "王五"), GapEdit(key, "handling", "working")], "甲")
    profile = open_session(sample_store, "profile", township=key.township)
    profile.session_state["profile_tab"] = next(x.label for x in profile.tabs if x.label.startswith("短板"))
    profile.run()
    assert not profile.exception
    assert "责任人：王五" in words(profile)
    assert "处理：整改中" in words(profile)


def test_the_screen_the_command_and_the_rules_find_the_same(
    open_session: Open, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "gaps")
    store = stored(tmp_path)
    county = county_of(store)
    now = [s for s in rows(session)["状态"] if "已解决" not in s]
    assert len(now) == len(find_gaps(county, 2024))


def test_the_store_is_not_asked_anew_for_every_gap(
    open_session: Open, sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(sample_store, "gaps")
    asked: list[str] = []
    real = Store.writes

    def counted(store: Store) -> int:
        asked.append(store.url)
        return real(store)

    monkeypatch.setattr(Store, "writes", counted)
    session.run()
    assert 0 < len(asked) < 20
    assert len(rows(session)) > 20
