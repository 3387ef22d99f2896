"""Where the store lies and how a connection to it is made."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, OperationalError

from analytics.store.rows import StoreError
from analytics.text import reason_of, say

ROOT = Path(__file__).resolve().parent.parent.parent
BUSY_MS = 30_000
"""How long a writer waits for another. A transaction here is one file, well under a second."""


def store_url(url: str | None = None) -> str:
    """``url``, else ``FAZHI_STORE``, else ``sqlite:///var/fazhi.db``; a relative SQLite path lies under the project.

    The project's own folder, not the working directory: two commands started from two places must meet.
    """
    chosen = url or os.environ.get("FAZHI_STORE") or "sqlite:///var/fazhi.db"
    try:
        parsed = sa.make_url(chosen)
    except ArgumentError:
        raise StoreError(say("“{url}”不是数据库地址，示例：sqlite:///var/fazhi.db", url=chosen)) from None
    if parsed.get_backend_name() == "sqlite" and parsed.database and parsed.database != ":memory:":
        place = (ROOT / parsed.database).resolve()
        return parsed.set(database=str(place)).render_as_string(hide_password=False)
    return chosen


def shown_url(url: str) -> str:
    """``url`` as a user may see it: without the password; an SQLite file by its path."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return parsed.database
    return parsed.render_as_string(hide_password=True)


def make_engine(url: str) -> sa.Engine:
    """An engine for ``url``; creates the folder of an SQLite file.

    Transactions of an engine derived with ``execution_options(writes=True)`` take the write lock as they begin:
    a transaction that reads first and writes later could otherwise find the store changed under it and fail.
    """
    parsed = sa.make_url(url)
    is_sqlite = parsed.get_backend_name() == "sqlite"
    if is_sqlite and parsed.database:
        try:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            place = Path(parsed.database).parent
            raise StoreError(say("无法建立文件夹 {place}：{reason}", place=place, reason=reason_of(fault))) from fault
    try:
        engine = sa.create_engine(url, json_serializer=_json, pool_pre_ping=not is_sqlite)
    except (ImportError, sa.exc.NoSuchModuleError) as fault:
        raise StoreError(say("没有安装数据库 {kind} 的驱动程序", kind=parsed.get_backend_name())) from fault
    except ArgumentError as fault:
        raise StoreError(
            say("“{url}”不是数据库地址，示例：sqlite:///var/fazhi.db", url=parsed.render_as_string())
        ) from fault
    if is_sqlite:
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def use_wal(engine: sa.Engine) -> None:
    """Turns an SQLite file to write-ahead logging, so that readers and a writer do not wait for each other.

    The switch does not honour busy_timeout, and two programs may start at once: so it is tried again.
    """
    if engine.dialect.name != "sqlite":
        return
    deadline = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            with closing(engine.raw_connection()) as raw:
                cursor = raw.cursor()
                cursor.execute("PRAGMA journal_mode")
                if cursor.fetchone() != ("wal",):
                    cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.Error as fault:
            if "locked" not in str(fault) or time.monotonic() > deadline:
                raise OperationalError("PRAGMA journal_mode=WAL", None, fault) from fault
            time.sleep(0.05)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, with the lock we say
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")  # what is accepted survives a power cut
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
