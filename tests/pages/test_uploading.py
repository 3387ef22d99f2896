"""Uploading: bad files get a sentence and change nothing; good ones wait, count, and can be taken out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def upload(session: AppTest, *files: tuple[str, bytes]) -> AppTest:
    session.text_input(key="who").set_value("李四").run()
    session.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    return session.run()


def stored(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.xlsx", b""),
        ("乱码.xlsx", b"\x00\x01\x02 this is no workbook"),
        ("文字.csv", "没有数字的一句话".encode()),
        ("截断.xlsx", b"PK\x03\x04" + b"\x00" * 40),
    ],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    session = open_session(sample_store, "upload")
    before = stored(tmp_path).version()
    session = upload(session, (name, data))
    assert not session.exception
    refused = [w.value for w in session.warning]
    waiting = [u.file_name for u in stored(tmp_path).uploads("pending")]
    assert any(name in text for text in refused) or name in waiting
    assert stored(tmp_path).version() == before


def test_the_same_file_twice_is_refused_politely(
    open_session: Open, sample_store: Path, root: Path, tmp_path: Path
) -> None:
    file = sorted((root / "sample_data" / "returns" / "2024").iterdir())[0]
    session = upload(open_session(sample_store, "upload"), (file.name, file.read_bytes()))
    assert not session.exception
    assert any(file.name in w.value for w in session.warning)


def test_without_a_name_nothing_can_be_decided(open_session: Open, sample_store: Path) -> None:
    session = open_session(sample_store, "upload")
    assert session.file_uploader[0].disabled
    assert all(session.button(key=key).disabled for key in ("accept_all", "accept_good", "reject_all"))


def test_what_waits_survives_a_new_session_and_is_accepted(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = open_session(sample_store, "upload")
    assert "核对：9 个文件等待入库" in words(session)
    session.text_input(key="who").set_value("李四").run()
    session.button(key="accept_all").click().run()
    assert not session.exception
    assert any("已入库 9 个文件" in s.value for s in session.success)
    assert not stored(tmp_path).uploads("pending")
    assert 2025 in set(stored(tmp_path).figures_frame()["year"])


def test_an_opened_file_shows_old_and_new_and_its_headings(
    open_session: Open, words: Words, sample_store: Path
) -> None:
    session = open_session(sample_store, "upload")
    for row in range(9):
        session.session_state["waiting"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
        session.run()
        assert not session.exception
        assert "入库这个文件" in words(session)


def test_an_accepted_upload_can_be_undone(open_session: Open, sample_store: Path, tmp_path: Path) -> None:
    session = open_session(sample_store, "upload")
    session.text_input(key="who").set_value("李四").run()
    before = len(stored(tmp_path).uploads("undone"))
    session.session_state["history"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    session.button(key="undo").click().run()
    assert not session.exception
    assert len(stored(tmp_path).uploads("undone")) == before + 1


def test_a_file_without_a_year_asks_for_it(open_session: Open, words: Words, sample_store: Path, root: Path) -> None:
    odd = next((root / "sample_data" / "odd").glob("*未写年份*1.xlsx"))
    session = upload(open_session(sample_store, "upload"), (odd.name, odd.read_bytes()))
    session.session_state["waiting"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    session.run()
    assert "文件里没有写清楚" in words(session)
    year = next(box for box in session.selectbox if box.label == "哪一年的数据")
    year.set_value(2024)
    next(b for b in session.button if b.label == "补充并重新读取").click()
    session.run()
    assert not session.exception
    assert "文件里没有写清楚" not in words(session)
