"""What people said of the columns and rows of a form, for every file written on it."""

from __future__ import annotations

from typing import Literal

import sqlalchemy as sa

from analytics.store import schema
from analytics.store.audit_trail import record
from analytics.store.moments import now
from analytics.store.rows import LayoutCorrection

_C = schema.layout_corrections.c


def corrections(connection: sa.Connection) -> tuple[LayoutCorrection, ...]:
    """Every correction, newest first."""
    query = sa.select(schema.layout_corrections).order_by(_C.id.desc())
    return tuple(LayoutCorrection(**row._mapping) for row in connection.execute(query))


def remember(
    connection: sa.Connection,
    form: str,
    kind: Literal["column", "row"],
    heading: str,
    role: str | None,
    unit: str | None,
    who: str,
) -> int:
    """Puts a correction in the place of the one there is; what it leaves open (None) stays as that one said."""
    here = (_C.form == form, _C.kind == kind, _C.heading == heading)
    old = connection.execute(sa.select(schema.layout_corrections).where(*here)).first()
    if old is not None:
        role, unit = role if role is not None else old.role, unit if unit is not None else old.unit
        connection.execute(schema.layout_corrections.delete().where(*here))
    result = connection.execute(
        schema.layout_corrections.insert().values(
            form=form, kind=kind, heading=heading, role=role, unit=unit, who=who, at=now()
        )
    )
    record(connection, who, "layout_corrected", form=form, kind=kind, heading=heading, role=role, unit=unit)
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def forget(connection: sa.Connection, correction_id: int, who: str) -> LayoutCorrection | None:
    """Forgets one correction and gives it back; None where it was gone already."""
    found = connection.execute(sa.select(schema.layout_corrections).where(_C.id == correction_id)).first()
    if found is None:
        return None
    connection.execute(schema.layout_corrections.delete().where(_C.id == correction_id))
    said = LayoutCorrection(**found._mapping)
    record(
        connection,
        who,
        "layout_correction_forgotten",
        form=said.form,
        kind=said.kind,
        heading=said.heading,
        role=said.role,
        unit=said.unit,
    )
    return said


def pending_on(connection: sa.Connection, form: str) -> tuple[int, ...]:
    """The pending uploads with a table on a form, newest first."""
    # Quotes inside texts are escaped in JSON, so these characters are the key itself and no cell's text.
    held = schema.readings.c.reading.contains(f'"form":"{form}"', autoescape=True)
    query = (
        sa.select(schema.uploads.c.id)
        .join(schema.readings)
        .where(schema.uploads.c.status == "pending", held)
        .order_by(schema.uploads.c.id.desc())
    )
    return tuple(connection.execute(query).scalars())
