"""What was taken out of the store: which file, what it held, by whom, when, and of which version of the data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import sqlalchemy as sa

from analytics.store.audit_trail import record
from analytics.store.moments import UtcDateTime, now
from analytics.store.rows import ExportRow
from analytics.store.schema import metadata

exports = sa.Table(
    "exports",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("who", sa.Text, nullable=False, comment="empty: nobody had given a name"),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("chosen", sa.JSON, nullable=False, comment="years, townships and contents, in words"),
    sa.Column("data_version", sa.BigInteger, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False, comment="bytes"),
    sa.Column("sha256", sa.String(64), nullable=False, comment="tells whether a file is the one that was handed out"),
)


def add(
    connection: sa.Connection,
    kind: str,
    file_name: str,
    data: bytes,
    who: str,
    data_version: int,
    chosen: Mapping[str, str],
) -> int:
    """Notes a file that was handed out; the note's id. The audit trail gets its line in the same transaction."""
    values = {
        "at": now(),
        "who": who,
        "kind": kind,
        "file_name": file_name,
        "chosen": dict(chosen),
        "data_version": data_version,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    new: int = connection.execute(exports.insert().values(**values).returning(exports.c.id)).scalar_one()
    record(connection, who, "exported", kind=kind, file=file_name)
    return new


def lines(connection: sa.Connection, kinds: tuple[str, ...] | None, limit: int | None) -> tuple[ExportRow, ...]:
    """The files handed out, newest first; of some kinds or of all."""
    query = sa.select(exports).order_by(exports.c.id.desc()).limit(limit)
    if kinds is not None:
        query = query.where(exports.c.kind.in_(kinds))
    return tuple(ExportRow(**row._mapping) for row in connection.execute(query))
