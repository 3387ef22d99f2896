"""What the county itself sets: its roster, its settings, and what headings mean."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from analytics.catalogue import Roster, Township
from analytics.store import schema
from analytics.store.audit_trail import record
from analytics.store.moments import now
from analytics.store.rows import RememberedHeading


def roster(connection: sa.Connection) -> Roster:
    """The townships in the county's order."""
    query = sa.select(schema.townships).order_by(schema.townships.c.position)
    return Roster(
        tuple(
            Township(
                row.code,
                row.name,
                tuple(row.aliases),
                row.kind,
                row.villages,
                {int(year): residents for year, residents in row.population.items()},
            )
            for row in connection.execute(query)
        )
    )


def replace_roster(connection: sa.Connection, new: Roster, who: str) -> bool:
    """Puts ``new`` in the place of the roster; False when it says the same as before."""
    if roster(connection) == new:
        return False
    connection.execute(schema.townships.delete())
    rows = [
        {
            "position": position,
            "code": t.code,
            "name": t.name,
            "aliases": list(t.aliases),
            "kind": t.kind,
            "villages": t.villages,
            "population": {str(year): residents for year, residents in t.population.items()},
        }
        for position, t in enumerate(new.townships)
    ]
    if rows:
        connection.execute(schema.townships.insert(), rows)
    record(connection, who, "roster_replaced", townships=len(rows))
    return True


def settings(connection: sa.Connection) -> Mapping[str, str]:
    """Every setting."""
    query = sa.select(schema.settings.c.key, schema.settings.c.value)
    return dict(connection.execute(query).all())


def setting(connection: sa.Connection, key: str) -> str | None:
    """One setting; None where it was never set."""
    value: str | None = connection.execute(
        sa.select(schema.settings.c.value).where(schema.settings.c.key == key)
    ).scalar()
    return value


def set_setting(connection: sa.Connection, key: str, value: str, who: str) -> bool:
    """Sets one setting; False when it stood so already."""
    old = setting(connection, key)
    if old == value:
        return False
    s = schema.settings
    values = {"value": value, "who": who, "at": now()}
    if old is None:
        connection.execute(s.insert().values(key=key, **values))
    else:
        connection.execute(s.update().where(s.c.key == key).values(**values))
    record(connection, who, "setting", key=key, old=old, new=value)
    return True


def remembered(connection: sa.Connection) -> tuple[RememberedHeading, ...]:
    """What people said headings mean, newest first."""
    h = schema.remembered_headings
    query = sa.select(h.c.id, h.c.heading, h.c.group_heading, h.c.indicator, h.c.who, h.c.at).order_by(h.c.id.desc())
    return tuple(RememberedHeading(*row) for row in connection.execute(query))


def remember(connection: sa.Connection, heading: str, group: str, indicator: str | None, who: str) -> None:
    """Remembers what a heading under a group means, in the place of what was remembered before."""
    h = schema.remembered_headings
    connection.execute(h.delete().where(h.c.heading == heading, h.c.group_heading == group))
    connection.execute(h.insert().values(heading=heading, group_heading=group, indicator=indicator, who=who, at=now()))
    record(connection, who, "heading_remembered", heading=heading, group=group, indicator=indicator)


def forget(connection: sa.Connection, heading_id: int, who: str) -> bool:
    """Forgets one remembered heading; False where it was gone already."""
    h = schema.remembered_headings
    found = connection.execute(sa.select(h).where(h.c.id == heading_id)).first()
    if found is None:
        return False
    connection.execute(h.delete().where(h.c.id == heading_id))
    record(
        connection,
        who,
        "heading_forgotten",
        heading=found.heading,
        group=found.group_heading,
        indicator=found.indicator,
    )
    return True
