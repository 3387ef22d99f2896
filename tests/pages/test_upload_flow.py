"""An official at the upload screen: the same files again, somebody else's file, an opened file in sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from analytics.submission import Weighed
from ui import cached, receiving, review
from ui.cached import files

Open = Callable[..., AppTest]
Words = Callable[[AppTest], str]


def form(township: str, n: int, year: int = 2025) -> bytes:
    return f"乡镇,年度,发放宣传资料（份）\n{township},{year},{n}\n".encode()


def drop(session: AppTest, *files: tuple[str, bytes]) -> AppTest:
    session.text_input(key="who").set_value("李四").run()
    session.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    session.run()
    assert not session.exception
    return session


def opened(session: AppTest, row: int) -> AppTest:
    session.session_state["waiting"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    session.run()
    assert not session.exception
    return session


def test_a_whole_folder_uploaded_again_is_one_box_that_names_every_file(
    open_session: Open, sample_store: Path, root: Path
) -> None:
    again = sorted((root / "sample_data" / "returns" / "2024").iterdir())[:6]
    session = drop(open_session(sample_store, "upload"), *((file.name, file.read_bytes()) for file in again))
    [box] = session.warning
    assert "6 个文件没有收下" in box.value
    for file in again:
        assert file.name in box.value.replace("\\", "")
    assert box.value.count("不必重复上传") == 6


def test_a_few_files_turned_away_have_a_box_each(open_session: Open, sample_store: Path) -> None:
    bad = [(f"坏{n}.xlsx", b"\x00 no workbook") for n in range(receiving.FEW)]
    session = drop(open_session(sample_store, "upload"), *bad)
    assert len(session.warning) == receiving.FEW


def test_a_township_that_is_not_on_the_roster_is_named_where_it_is_asked_for(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    session = drop(open_session(sample_store, "upload"), ("无名.csv", form("城关镇", 5)))
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    row = [u.file_name for u in sorted(store.uploads("pending"), key=lambda u: (-u.errors, -u.questions, u.file_name))]
    store.close()
    session = opened(session, row.index("无名.csv"))
    text = words(session)
    assert "文件里写的乡镇不在名册里" in text
    assert "城关镇" in text
    assert "文件里没有写清楚" not in text


def test_a_row_of_another_name_in_a_table_of_townships_is_no_question_about_the_file(
    open_session: Open, words: Words, sample_store: Path, tmp_path: Path
) -> None:
    table = form("荻砚镇", 5) + "城关镇,2025,6\n".encode()
    session = drop(open_session(sample_store, "upload"), ("两镇.csv", table))
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    row = [u.file_name for u in sorted(store.uploads("pending"), key=lambda u: (-u.errors, -u.questions, u.file_name))]
    store.close()
    session = opened(session, row.index("两镇.csv"))
    assert "城关镇" in words(session) + str([d.value for d in session.dataframe])
    assert not [s for s in session.selectbox if str(s.key).startswith("ask_township")]


def test_the_table_of_files_makes_room_for_the_file_that_is_opened() -> None:
    assert review.table_height(25, opened=True) < 250 < review.table_height(25, opened=False)
    assert review.table_height(2, opened=True) == review.table_height(2, opened=False)


def test_a_sheet_of_strange_headings_asks_about_a_few_at_a_time(open_session: Open, sample_store: Path) -> None:
    strange = "".join(f",怪事第{'甲乙丙丁戊己庚辛壬癸'[n // 10]}{'子丑寅卯辰巳午未申酉'[n % 10]}项" for n in range(60))
    data = f"乡镇,年度{strange}\n荻砚镇,2025{',7' * 60}\n".encode()
    session = opened(drop(open_session(sample_store, "upload"), ("怪.csv", data)), 0)
    asked = [s for s in session.selectbox if str(s.key).startswith("heading_")]
    assert 0 < len(asked) <= 20


def test_the_files_that_wait_are_compared_once_however_many_they_are(
    open_session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    real = files.weigh

    def counted(store: Store, upload_id: int) -> Weighed:
        compared.append(upload_id)
        return real(store, upload_id)

    monkeypatch.setattr(files, "weigh", counted)
    many = [(f"{n}.csv", form("荻砚镇", n)) for n in range(1, cached.KEPT + 3)]
    session = drop(open_session(None, "upload"), *many)
    assert len(compared) == len(many)
    session.run()
    assert len(compared) == len(many), "another click compares nothing anew"
    session.button(key="accept_all").click().run()
    assert not session.exception
    assert any(f"已入库 {len(many)} 个文件" in s.value for s in session.success)
