"""Changes of townships and of definitions: entered, taken back, and on the record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from analytics.catalogue import CountyChange, fault_of, in_order
from analytics.store.audit_trail import record
from analytics.store.change_schema import county_changes
from analytics.store.moments import now
from analytics.store.rows import StoreError

_C = county_changes.c


def changes(connection: sa.Connection) -> tuple[CountyChange, ...]:
    """Every change, as they came into force."""
    found = connection.execute(sa.select(county_changes).order_by(_C.id))
    return in_order(
        CountyChange(row.kind, row.on, tuple(row.before), tuple(row.after), row.indicator, row.note, row.id)
        for row in found
    )


def add(connection: sa.Connection, change: CountyChange, who: str) -> int:
    """Enters a change; its id. Raises StoreError, with a sentence, for one that cannot stand beside the others."""
    fault = fault_of(change, changes(connection))
    if fault is not None:
        raise StoreError(fault)
    values = {
        "kind": change.kind,
        "on": change.on,
        "before": list(change.before),
        "after": list(change.after),
        "indicator": change.indicator,
        "note": change.note,
    }
    result = connection.execute(county_changes.insert().values(**values, who=who, at=now()))
    record(connection, who, "county_change_entered", **_said(change))
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def remove(connection: sa.Connection, change_id: int, who: str) -> bool:
    """Takes a change back, as if it had never been entered; False where it was gone already."""
    found = next((c for c in changes(connection) if c.id == change_id), None)
    if found is None:
        return False
    connection.execute(county_changes.delete().where(_C.id == change_id))
    record(connection, who, "county_change_removed", **_said(found))
    return True


def _said(change: CountyChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "on": change.on.isoformat(),
        "before": list(change.before),
        "after": list(change.after),
        "indicator": change.indicator,
        "text": change.note,
    }
