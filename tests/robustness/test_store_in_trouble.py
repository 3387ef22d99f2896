"""A full disk, a locked, damaged, foreign or newer store: one sentence, on the page and on the command line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import fabricated as made
import pytest
import sqlalchemy as sa

from analytics.commands import main
from analytics.store import Store, StoreError
from analytics.submission import Incoming, accept, receive

ENGLISH = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}")
"""Words of the system or of a library that slipped through."""

FORM = "乡镇,年度,发放宣传资料（份）\n试零零零零镇,2024,{n}\n"


def url_of(place: Path) -> str:
    return f"sqlite:///{place.as_posix()}"


def folder_instead(place: Path) -> None:
    place.mkdir()


def random_bytes(place: Path) -> None:
    place.write_bytes(bytes(range(7, 251)) * 100)


def damaged(place: Path) -> None:
    """A real store with its pages written over."""
    Store.open(url_of(place)).close()
    data = bytearray(place.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    place.write_bytes(data)


def newer(place: Path) -> None:
    Store.open(url_of(place)).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def emptied(place: Path) -> None:
    """The right version and no tables."""
    Store.open(url_of(place)).close()
    with sqlite3.connect(place) as connection:
        connection.execute("DROP TABLE figures")
        connection.execute("DROP TABLE townships")
    connection.close()


BROKEN = [folder_instead, random_bytes, damaged, newer, emptied]


@pytest.mark.parametrize("breaking", BROKEN, ids=lambda f: f.__name__)
def test_a_broken_store_is_one_chinese_sentence(breaking: Callable[[Path], None], tmp_path: Path) -> None:
    breaking(tmp_path / "fazhi.db")

    def used() -> None:
        store = Store.open(url_of(tmp_path / "fazhi.db"))
        store.figures_frame()

    with pytest.raises(StoreError) as fault:
        used()
    said = fault.value.text
    assert "数据库" in said.zh
    assert not ENGLISH.search(said.zh.replace(str(tmp_path), ""))
    assert said.en != said.zh


@pytest.mark.parametrize("breaking", BROKEN, ids=lambda f: f.__name__)
@pytest.mark.parametrize("verb", ["import", "gaps"])
def test_a_broken_store_is_one_chinese_line_on_the_command_line(
    breaking: Callable[[Path], None], verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    breaking(tmp_path / "fazhi.db")
    form = tmp_path / "报表.csv"
    form.write_text(FORM.format(n=5), encoding="utf-8")
    words = ["import", str(form)] if verb == "import" else ["gaps", "--year", "2024"]
    assert main([*words, "--store", url_of(tmp_path / "fazhi.db")]) in (1, 2)
    said = [line for line in capsys.readouterr().err.splitlines() if "数据库" in line]
    assert len(said) == 1
    assert not ENGLISH.search(said[0].replace(str(tmp_path), ""))


@pytest.mark.parametrize(
    "url", ["nonsense", "sqlite://host/x.db", "nosuchbase://a/b", "sqlite:////proc/nowhere/x.db", "postgresql://[bad/x"]
)
def test_a_wrong_address_of_the_store_is_said(url: str) -> None:
    with pytest.raises(StoreError) as fault:
        Store.open(url)
    assert "Error" not in fault.value.text.zh


def test_no_password_of_a_store_is_ever_shown() -> None:
    with pytest.raises(StoreError) as fault:
        Store.open("sqlite://user:geheim@host/x.db")
    assert "geheim" not in fault.value.text.zh


@pytest.fixture
def full(tmp_path: Path) -> Store:
    """A store that holds a county and may not grow any more: SQLite then says what it says on a full disk."""
    store = Store.open(made.county(tmp_path / "fazhi.db", made.names(3), [2024]))

    def no_room(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    store._reader.dispose()
    sa.event.listen(store._reader, "connect", no_room)
    return store


def test_a_full_disk_is_said_of_the_file_and_nothing_stored_changes(full: Store) -> None:
    before = full.figures_frame()
    many = made.figures_of(made.names(400), [2024])
    reader = lambda data, name, **_: made.reading(data, many, name)  # noqa: E731
    [received] = receive(full, [Incoming("新.csv", b"x" * 100_000)], "甲", reader=reader)
    assert received.upload_id is None
    assert received.message is not None
    assert "磁盘已满" in received.message.zh
    assert full.figures_frame().equals(before)
    assert not full.uploads("pending")


def test_accepting_on_a_full_disk_leaves_the_upload_pending(tmp_path: Path) -> None:
    store = Store.open(made.county(tmp_path / "fazhi.db", made.names(3), [2024]))
    many = made.figures_of(made.names(400), [2021, 2022])
    upload = made.taken_in(store, "大.xlsx", many)
    store._reader.dispose()
    sa.event.listen(
        store._reader,
        "connect",
        lambda c, _r: c.execute(f"PRAGMA max_page_count={c.execute('PRAGMA page_count').fetchone()[0] + 2}"),
    )
    [decided] = accept(store, upload, "甲")
    assert not decided.done
    assert decided.message is not None
    assert "磁盘已满" in decided.message.zh
    assert store.upload(upload).status == "pending"
    assert set(store.figures_frame()["year"]) == {2024}
    store.close()


def test_a_store_that_may_only_be_read_says_so_and_still_shows_its_figures(tmp_path: Path) -> None:
    url = made.county(tmp_path / "fazhi.db", made.names(3), [2024])
    store = Store.open(url)
    sa.event.listen(store._reader, "connect", lambda c, _r: c.execute("PRAGMA query_only=ON"))
    store._reader.dispose()
    [received] = receive(store, [Incoming("新.csv", FORM.format(n=9).encode())], "甲")
    assert received.message is not None
    assert "不能写入" in received.message.zh
    assert len(store.figures_frame()) == 3 * len(made.known_indicators())
    store.close()


def test_a_store_locked_for_long_is_said_and_can_be_used_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analytics.store.engine.BUSY_MS", 200)
    store = Store.open(made.county(tmp_path / "fazhi.db", made.names(1), [2024]))
    holder = sqlite3.connect(tmp_path / "fazhi.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    [received] = receive(store, [Incoming("新.csv", FORM.format(n=9).encode())], "甲")
    assert received.message is not None
    assert "占用" in received.message.zh
    assert len(store.figures_frame()) == len(made.known_indicators())  # reading goes on meanwhile
    holder.execute("ROLLBACK")
    holder.close()
    [received] = receive(store, [Incoming("新.csv", FORM.format(n=9).encode())], "甲")
    assert received.upload_id is not None
    store.close()
