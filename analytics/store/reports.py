"""Reports in prose that were accepted: what each township said of a year, whether or not its figures count."""

from __future__ import annotations

import sqlalchemy as sa

from analytics.model import Reading, Report
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
        report = report_of(reading_from_json(row.reading), row.file_name, row.id)
        if report is not None:
            found[report.township, report.year] = report
    return found


def counting(connection: sa.Connection) -> set[int]:
    """The uploads of ``standing``'s reports, without reading what each of them says: a county has thousands over time.

    Only where an upload names more than one township or year is its reading opened to see which of them the report is.
    """
    query = (
        sa.select(_U.id, _U.townships, _U.years)
        .where(_U.kind == "narrative", _U.status.in_(HELD))
        .order_by(_U.accept_order)
    )
    found: dict[tuple[str, int], int] = {}
    for row in connection.execute(query).all():
        if len(row.townships) == len(row.years) == 1:
            found[row.townships[0], row.years[0]] = row.id
        elif row.townships and row.years:
            text = sa.select(schema.readings.c.reading).where(schema.readings.c.upload_id == row.id)
            report = report_of(reading_from_json(connection.execute(text).scalar_one()), "", row.id)
            if report is not None:
                found[report.township, report.year] = row.id
    return set(found.values())


def report_of(reading: Reading, file: str, upload_id: int) -> Report | None:
    """What a reading of a report says; None where it does not tell whose report it is, and of which year."""
    head, first = reading.head, next(iter(reading.figures), None)
    township = head.township if head and head.township else first.township if first else ""
    year = head.year if head and head.year is not None else first.year if first else None
    if reading.kind != "narrative" or not township or year is None:
        return None
    held = {f.indicator for f in reading.figures}
    undecided = tuple(c for c in reading.choices if c.indicator not in held)
    decided = tuple(c for c in reading.choices if c.indicator in held)
    said = (reading.figures, reading.gaps, reading.plans, reading.paragraphs, undecided, decided)
    return Report(township, year, file, upload_id, *said)
