"""What people drop on the upload page: odd names, twins, archives, huge and hostile files. Every one is answered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fabricated as made
import hostile
import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store

TOWN = made.names(1)[0]


def form(n: int, year: int = 2025) -> bytes:
    return f"乡镇,年度,发放宣传资料（份）\n{TOWN},{year},{n}\n".encode()


@pytest.fixture
def drop(show: Callable[..., AppTest], tmp_path: Path) -> Callable[..., tuple[AppTest, Store]]:
    """A function that drops files on the upload page of a small county; the session and its store."""
    url = made.county(tmp_path / "fazhi.db", made.names(3), [2024])

    def dropped(*files: tuple[str, bytes]) -> tuple[AppTest, Store]:
        session = show(url, "upload")
        session.text_input(key="who").set_value("李四").run()
        session.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
        session.run()
        assert not session.exception
        return session, Store.open(url)

    return dropped


def told(session: AppTest) -> str:
    return "\n".join(w.value for w in session.warning).replace("\\", "").replace("\u2060", "")


NAMES = [
    "🎉普法😀2025.csv",
    f"{'长' * 196}.csv",
    "../../etc/报表.csv",
    "C:\\报表\\一.csv",
    "=cmd|' /C calc'!A0.csv",
    "+1-1@SUM(A1).csv",
    "<script>alert(1)</script>.csv",
    " 空 格 .csv",
    "名字\n换行\u202e反.csv",
    "没有后缀",
    "报表.CSV.xlsx",
    "%00.csv",
]


def test_files_of_any_name_are_taken_in_and_keep_it(drop: Callable[..., tuple[AppTest, Store]]) -> None:
    session, store = drop(*((name, form(n)) for n, name in enumerate(NAMES, 1)))
    waiting = {u.file_name for u in store.uploads("pending")}
    assert waiting == set(NAMES)
    for row in range(len(NAMES)):
        session.session_state["waiting"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
        session.run()
        assert not session.exception
    session.session_state["waiting"] = {"selection": {"rows": [], "columns": [], "cells": []}}
    session.button(key="accept_all").click().run()
    assert not session.exception
    assert len(store.figures_frame([2025])) == 1  # one township, one year, one indicator: the last one counts
    store.close()


def test_one_name_twice_with_different_content_is_two_files(drop: Callable[..., tuple[AppTest, Store]]) -> None:
    _, store = drop(("报表.csv", form(1)), ("报表.csv", form(2)))
    assert [u.file_name for u in store.uploads("pending")] == ["报表.csv", "报表.csv"]
    store.close()


def test_one_content_twice_is_one_file_and_a_word_about_the_other(
    drop: Callable[..., tuple[AppTest, Store]],
) -> None:
    session, store = drop(("一.csv", form(1)), ("二.csv", form(1)))
    assert [u.file_name for u in store.uploads("pending")] == ["一.csv"]
    assert "二.csv" in told(session)
    assert "不必重复上传" in told(session)
    store.close()


def test_nothing_chosen_changes_nothing(drop: Callable[..., tuple[AppTest, Store]]) -> None:
    session, store = drop()
    assert not session.warning
    assert not store.uploads("pending")
    store.close()


HOSTILE = {
    "炸弹.xlsx": (lambda: hostile.zip_bomb(160), "内容过大"),
    "炸弹.zip": (lambda: hostile.zip_of({"里面.csv": b"0" * (160 << 20)}), "过大"),
    "太多.zip": (lambda: hostile.zip_of({f"{n}.csv": form(n) for n in range(501)}), "内容过多"),
    "套娃.zip": (lambda: hostile.zip_of({"里.zip": hostile.zip_of({"一.csv": form(1)})}), "压缩包"),
    "外逃.zip": (lambda: hostile.zip_of({"../../一.csv": form(1)}), "外逃.zip"),
    "大.csv": (lambda: form(1) + b"x" * (30 << 20), "大.csv"),
    "深.xlsx": (hostile.deep_nesting, "深.xlsx"),
    "假.xls": (lambda: b"%PDF-1.7 no table", "PDF"),
    "图.xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 100, "图片"),
}


def test_hostile_files_get_a_sentence_each_and_the_good_one_among_them_is_kept(
    drop: Callable[..., tuple[AppTest, Store]],
) -> None:
    made_up = [(name, build()) for name, (build, _) in HOSTILE.items()]
    session, store = drop(*made_up, ("好.csv", form(8)))
    said = told(session)
    kept = {u.file_name: u for u in store.uploads("pending")}
    assert "好.csv" in kept
    for name, (_, words) in HOSTILE.items():
        if name in kept:  # readable, but nothing of it can be taken
            assert kept[name].figures_read == 0, name
        else:
            assert name in said, name
            assert words in said, name
    assert "程序出错" not in said
    store.close()


@pytest.mark.parametrize("gbk", [False, True], ids=["utf-8", "gbk"])
def test_a_zip_of_returns_is_opened_and_its_names_are_read(
    drop: Callable[..., tuple[AppTest, Store]], gbk: bool
) -> None:
    archive = hostile.zip_of({f"各乡镇/{name}.csv": form(n) for n, name in enumerate(made.names(3), 1)}, gbk=gbk)
    _, store = drop(("全县.zip", archive))
    assert {u.file_name for u in store.uploads("pending")} == {f"全县.zip/各乡镇/{n}.csv" for n in made.names(3)}
    store.close()
