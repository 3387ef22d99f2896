"""An opened file as a whole sheet: roles, problems, and corrections that are remembered and read at once."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import Roster, Township
from analytics.model import AxisView
from analytics.store import Store
from analytics.submission import Incoming, receive

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]

HOSTILE = "<img src=x onerror=alert(1)>"


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which one ledger of two townships waits."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    store = Store.open(f"sqlite:///{file}")
    store.replace_roster(Roster((Township("01", "荻砚镇"), Township("02", "霁笙乡"))), "测试")
    data = workbook(
        ("2024年普法情况统计表",),
        ("乡镇", "发放宣传资料", "摸排线索", "备注"),
        ("荻砚镇", 3, 8, HOSTILE),
        ("霁笙乡", 5, "若干", "="),
    )
    receive(store, [Incoming("台账2024.xlsx", data)], "测试")
    store.close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


def opened(open_session: Open, store: Path, **address: str) -> AppTest:
    session = open_session(store, "upload", **address)
    session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.text_input(key="who").set_value("李四")
    return session.run()


def click(session: AppTest, tmp_path: Path, heading: str) -> AxisView:
    """Clicks the line of a column or row in the table of axes."""
    store = stored(tmp_path)
    [upload] = store.uploads("pending")
    [table] = store.reading(upload.id).tables
    axes = sorted(table.axes, key=lambda axis: axis.how != "none")
    row = next(k for k, axis in enumerate(axes) if axis.heading == heading)
    key = f"axes_{upload.id}_{table.sheet}_{table.range}_{upload.revision}"
    session.session_state[key] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    session.run()
    return axes[row]


def widget(session: AppTest, kind: str, label: str) -> object:
    return next(w for w in getattr(session, kind) if w.label == label)


def test_the_sheet_is_shown_with_roles_in_words_and_no_text_of_it_is_markup(
    open_session: Open, words: Words, waiting: Path
) -> None:
    session = opened(open_session, waiting)
    assert not session.exception
    text = words(session)
    assert 'class="sheet"' in text
    assert all(f'class="{role}"' in text for role in ("title", "heading", "township", "figure"))
    assert 'class="chip unknown">没有采用' in text
    assert HOSTILE not in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text


def test_a_unit_put_right_is_read_at_once_and_said(
    open_session: Open, words: Words, waiting: Path, tmp_path: Path
) -> None:
    session = opened(open_session, waiting)
    click(session, tmp_path, "发放宣传资料")
    widget(session, "text_input", "单位").set_value("万份")
    widget(session, "button", "更正并重新读取").click()
    session.run()
    assert not session.exception
    assert any("已记住，同样的表以后都这样读。" in s.value for s in session.success)
    assert any("改变 2 个" in s.value for s in session.success)
    assert "：3 → 30,000" in words(session)
    store = stored(tmp_path)
    assert [(c.heading, c.unit, c.who) for c in store.corrections()] == [("发放宣传资料", "万份", "李四")]
    assert {f.value for f in store.reading(1).figures} >= {30000, 50000}


def test_an_unknown_heading_gets_its_indicator_from_the_sheet(
    open_session: Open, waiting: Path, tmp_path: Path
) -> None:
    session = opened(open_session, waiting)
    axis = click(session, tmp_path, "摸排线索")
    assert axis.how == "none"
    widget(session, "selectbox", "“摸排线索”是哪项指标").set_value("seminars")
    widget(session, "button", "更正并重新读取").click()
    session.run()
    assert not session.exception
    store = stored(tmp_path)
    assert [(h.heading, h.indicator) for h in store.remembered_headings()] == [("摸排线索", "seminars")]
    assert "seminars" in {f.indicator for f in store.reading(1).figures}


def test_a_correction_is_taken_back_where_it_was_made(open_session: Open, waiting: Path, tmp_path: Path) -> None:
    session = opened(open_session, waiting)
    click(session, tmp_path, "发放宣传资料")
    widget(session, "selectbox", "读成").set_value("remark")
    widget(session, "button", "更正并重新读取").click()
    session.run()
    assert not stored(tmp_path).reading(1).figures
    click(session, tmp_path, "发放宣传资料")
    widget(session, "button", "取消更正，恢复自动识别").click()
    session.run()
    assert not session.exception
    assert stored(tmp_path).corrections() == ()
    assert {f.value for f in stored(tmp_path).reading(1).figures} == {3, 5}


def test_a_unit_that_is_none_is_refused_in_words(open_session: Open, waiting: Path, tmp_path: Path) -> None:
    session = opened(open_session, waiting)
    click(session, tmp_path, "发放宣传资料")
    widget(session, "text_input", "单位").set_value("公斤级")
    widget(session, "button", "更正并重新读取").click()
    session.run()
    assert any("公斤级" in w.value for w in session.warning)
    assert stored(tmp_path).corrections() == ()


def test_without_a_name_nothing_can_be_corrected(open_session: Open, waiting: Path, tmp_path: Path) -> None:
    session = open_session(waiting, "upload")
    session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    click(session, tmp_path, "发放宣传资料")
    assert widget(session, "button", "更正并重新读取").disabled


def test_township_and_year_of_the_whole_file_can_be_put_right(
    open_session: Open, waiting: Path, tmp_path: Path
) -> None:
    session = opened(open_session, waiting)
    widget(session, "selectbox", "哪一年的数据").set_value(2023)
    widget(session, "button", "按此重新读取").click()
    session.run()
    assert not session.exception
    assert {f.year for f in stored(tmp_path).reading(1).figures} == {2023}


def test_where_a_file_says_two_years_those_come_first(
    open_session: Open, words: Words, waiting: Path, tmp_path: Path
) -> None:
    session = opened(open_session, waiting)
    data = workbook(("2019年普法情况统计表",), ("乡镇", "发放宣传资料"), ("荻砚镇", 3), ("霁笙乡", 4))
    session.file_uploader[0].set_value([("2018年报表.xlsx", data, "application/octet-stream")])
    session.run()
    session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    assert "文件里的说法不一致" in words(session)
    box = widget(session, "selectbox", "哪一年的数据")
    assert set(box.options[:2]) == {"2018", "2019"}
    box.set_value(2019)
    widget(session, "button", "补充并重新读取").click()
    session.run()
    assert {f.year for f in stored(tmp_path).reading(2).figures} == {2019}


def test_equal_problems_are_one_line(open_session: Open, waiting: Path, tmp_path: Path) -> None:
    session = opened(open_session, waiting)
    data = workbook(
        ("2023年普法情况统计表",),
        ("乡镇", "发放宣传资料", "法治讲座"),
        ("荻砚镇", "若干", "若干"),
        ("霁笙乡", "若干", 4),
    )
    session.file_uploader[0].set_value([("台账2023.xlsx", data, "application/octet-stream")])
    session.run()
    uploads = sorted(stored(tmp_path).uploads("pending"), key=lambda u: (-u.errors, -u.questions, u.file_name))
    row = next(k for k, u in enumerate(uploads) if u.file_name == "台账2023.xlsx")
    session.session_state["waiting"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    session.run()
    assert not session.exception
    tables = [d.value for d in session.dataframe if "处数" in d.value.columns]
    assert any("同类 3 处" in set(table["处数"]) for table in tables)


def test_the_sheet_in_english(open_session: Open, words: Words, waiting: Path) -> None:
    session = opened(open_session, waiting, lang="en")
    assert not session.exception
    assert 'class="chip unknown">Not used' in words(session)
