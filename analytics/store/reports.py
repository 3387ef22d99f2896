"""Reports in prose that were accepted: what each township said of a year, whether or not its figures count."""

from __future__ import annotations

import sqlalchemy as sa

from analytics.model import Report
from analytics.store import schema
from analytics.store.reading_json import reading_from_json

_U = schema.uploads.c
HELD = ("accepted", "superseded")
"""A report whose figures gave way to a return is still what the township said."""


def standing(connection: sa.Connection) -> dict[tuple[str, int], Report]:
    """The report of each township and year; of several the one accepted last."""
    query = (
        sa.select(_U.id, _U.file_name, schema.readings.c.reading)
        .join(schema.readings)
        .where(_U.kind == "narrative", _U.status.in_(HELD))
        .order_by(_U.accept_order)
    )
    found: dict[tuple[str, int], Report] = {}
    for row in connection.execute(query):
        reading = reading_from_json(row.reading)
        head, first = reading.head, next(iter(reading.figures), None)
        township = head.township if head and head.township else first.township if first else ""
        year = head.year if head and head.year is not None else first.year if first else None
        if township and year is not None:
            found[township, year] = Report(
                township, year, row.file_name, row.id, reading.figures, reading.gaps, reading.plans, reading.paragraphs
            )
    return found
