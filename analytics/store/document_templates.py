"""The county's own Word templates, one by name. A template is code: only who runs the program for the county sets it."""

from __future__ import annotations

import sqlalchemy as sa

from analytics.store.audit_trail import record
from analytics.store.moments import UtcDateTime, now
from analytics.store.rows import TemplateRow
from analytics.store.schema import metadata

document_templates = sa.Table(
    "document_templates",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)


def one(connection: sa.Connection, name: str) -> TemplateRow | None:
    """The template of that name; None where the usual format is used."""
    found = connection.execute(sa.select(document_templates).where(document_templates.c.name == name)).one_or_none()
    return None if found is None else TemplateRow(**found._mapping)


def place(connection: sa.Connection, name: str, file_name: str, data: bytes, who: str) -> None:
    """Sets or replaces a template."""
    connection.execute(document_templates.delete().where(document_templates.c.name == name))
    values = {"name": name, "file_name": file_name, "data": data, "who": who, "at": now()}
    connection.execute(document_templates.insert().values(**values))
    record(connection, who, "template_set", file=file_name)


def remove(connection: sa.Connection, name: str, who: str) -> bool:
    """Back to the usual format; False where there was no template."""
    found = one(connection, name)
    if found is None:
        return False
    connection.execute(document_templates.delete().where(document_templates.c.name == name))
    record(connection, who, "template_removed", file=found.file_name)
    return True
