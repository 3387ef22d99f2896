"""The audit trail: who did what, when. Written in the transaction of the deed itself."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from analytics.store import schema
from analytics.store.moments import now
from analytics.store.rows import AuditRow


def record(connection: sa.Connection, who: str, action: str, upload_id: int | None = None, **detail: Any) -> None:
    """Adds one line to the trail."""
    connection.execute(
        schema.audit.insert().values(at=now(), who=who, action=action, upload_id=upload_id, detail=detail)
    )


def lines(connection: sa.Connection, upload_id: int | None, limit: int | None) -> tuple[AuditRow, ...]:
    """The trail, newest first."""
    a = schema.audit.c
    query = sa.select(schema.audit).order_by(a.id.desc()).limit(limit)
    if upload_id is not None:
        query = query.where(a.upload_id == upload_id)
    return tuple(AuditRow(**row._mapping) for row in connection.execute(query))
