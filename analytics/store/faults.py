"""What a database cannot do just now, in words for the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from analytics.store.rows import StoreError
from analytics.text import Text, say


@contextmanager
def in_words(place: str) -> Iterator[None]:
    """Turns what disk, lock or a damaged file do to a statement into StoreError; ``place`` is shown to the user.

    Broken rules of the schema stay what they are: they are faults of the program, not of the machine.
    """
    try:
        yield
    except sa.exc.DatabaseError as fault:
        if isinstance(fault, sa.exc.OperationalError) or type(fault) is sa.exc.DatabaseError:
            raise StoreError(words_for(fault, place)) from fault
        raise


def words_for(fault: sa.exc.DBAPIError, place: str) -> Text:
    """One sentence: what is the matter and what to do. The words of SQLite are known here; others are passed on."""
    said = str(fault.orig)
    if "disk is full" in said:
        return say("磁盘已满，这一步没有保存，已入库的数据没有改动；请腾出空间后再试。")
    if "locked" in said or "busy" in said:
        return say(
            "数据库正被别的程序占用，这一步没有保存；请稍后再试，或关闭正在使用它的程序（{place}）。", place=place
        )
    if "readonly" in said or "read-only" in said:
        return say("数据库所在的文件夹不能写入，这一步没有保存；请检查权限（{place}）。", place=place)
    if "not a database" in said or "malformed" in said:
        return say("数据库打不开（{place}）：文件不是本程序的数据库，或者已经损坏；请恢复备份。", place=place)
    if "unable to open" in said:
        return say("数据库打不开（{place}）：请检查路径和权限，这个位置应当是文件，不是文件夹。", place=place)
    if "no such table" in said or "no such column" in said:
        return say("数据库打不开（{place}）：里面的表不是本程序建立的，或者被删除了；请恢复备份。", place=place)
    return say("数据库出错（{place}）：{reason}", place=place, reason=said)
