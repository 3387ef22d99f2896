"""Brings a store's tables to the state this version of the program expects."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from analytics.store.rows import StoreError
from analytics.store.schema import HEAD
from analytics.text import say

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_LOCK = 0x66617A68
"""The advisory lock of PostgreSQL that migrating programs take ("fazh")."""


def revision_of(connection: sa.Connection) -> str | None:
    """The migration a store stands at; None for an empty one."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def migrate(reader: sa.Engine, writer: sa.Engine) -> None:
    """Runs the migrations a store lacks, in one transaction under the write lock.

    Of two programs that start at once the second waits, then finds nothing to do. Raises StoreError for a store
    that a newer version of the program has written.
    """
    with reader.connect() as connection:
        if revision_of(connection) == HEAD:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        standing = revision_of(connection)
        if standing == HEAD:
            return
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if standing is not None and standing not in known:
            raise StoreError(say("数据库由更新版本的程序建立（{revision}），请先升级本程序", revision=standing))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
