"""Figures that were accepted: which of them counts, and why.

For one township, year and indicator the **current** figure is, among those of uploads that are accepted and not
undone, the one accepted last. A blank cell gives way to any figure that is not blank: an empty cell in a later,
partial return does not wipe out what the township has reported, while 未报 or 未统计 written into the cell is the
township's own word and does. A report in prose stands in for a return only while there is none: as soon as a return gives any
figure for a township and year, no figure of a report counts there. ``current`` is recomputed from these rules alone
whenever an upload is accepted or undone, for the townships and years that upload touches; so undoing any upload, in any
order, leaves what would stand had it never come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from analytics.model import Figure, Qualifier, Reading, Source, State
from analytics.store import schema
from analytics.store.audit_trail import record
from analytics.store.moments import now
from analytics.store.rows import FigureRow, Key, WrongStatusError
from analytics.store.uploads import decided, one, put_reading, refuse_outdated, storable, waiting

_F = schema.figures.c
_U = schema.uploads.c
CHUNK = 400
"""Names in one IN list."""


def is_blank(figure: Figure) -> bool:
    """Whether a figure is missing only because its cell is empty."""
    return figure.state is State.MISSING and not figure.source.raw.strip()


def accept(
    connection: sa.Connection, upload_id: int, figures: Sequence[Figure], who: str, revision: int | None = None
) -> int:
    """Takes figures of a pending upload as the newest; how many of them are current now.

    Raises WrongStatusError where someone has decided already or the file was read again since ``revision``, and
    ValueError for figures that contradict each other.
    """
    upload = waiting(connection, upload_id)
    refuse_outdated(upload, revision)
    _refuse_contradictions(figures)
    last = connection.execute(sa.select(sa.func.max(_U.accept_order))).scalar() or 0
    connection.execute(
        schema.uploads.update()
        .where(_U.id == upload_id)
        .values(
            status="accepted",
            accept_order=last + 1,
            accepted_by=who,
            accepted_at=now(),
            figures_accepted=len(figures),
        )
    )
    if figures:
        connection.execute(schema.figures.insert(), [_values(upload_id, last + 1, figure) for figure in figures])
    _recompute(connection, upload_id)
    record(connection, who, "accepted", upload_id, figures=len(figures))
    return one(connection, upload_id).figures_current


def undo(connection: sa.Connection, upload_id: int, who: str) -> None:
    """Takes an accepted upload out again, as if it had never come; its figures stay as history."""
    upload = one(connection, upload_id)
    if upload.status not in ("accepted", "superseded"):
        raise WrongStatusError(decided(upload))
    connection.execute(
        schema.uploads.update().where(_U.id == upload_id).values(status="undone", closed_by=who, closed_at=now())
    )
    connection.execute(schema.figures.update().where(_F.upload_id == upload_id).values(accept_order=None))
    _recompute(connection, upload_id)
    record(connection, who, "undone", upload_id)


def settle(
    connection: sa.Connection,
    upload_id: int,
    key: Key,
    figure: Figure | None,
    reading: Reading,
    who: str,
    answers: Mapping[str, str | int],
    revision: int,
) -> None:
    """Gives an accepted report's figure for a key that it left open, in the order in which the report was accepted;
    None takes the one given before out again. The trail keeps both.

    Raises WrongStatusError where the report does not stand any more or was answered since ``revision``, and ValueError
    for a figure of another key.
    """
    upload = one(connection, upload_id)
    if upload.status not in ("accepted", "superseded"):
        raise WrongStatusError(decided(upload))
    refuse_outdated(upload, revision)
    if figure is not None:
        _refuse_contradictions([figure])
        if Key(figure.township, figure.year, figure.indicator) != key:
            raise ValueError(f"a figure that is not of {key}")
    mine = sa.and_(
        _F.upload_id == upload_id, _F.township == key.township, _F.year == key.year, _F.indicator == key.indicator
    )
    put_reading(connection, upload, reading, who, answers)
    # It stops counting first, while its township and year can still be told by it: others may count instead.
    connection.execute(schema.figures.update().where(mine).values(accept_order=None))
    _recompute(connection, upload_id)
    gone = connection.execute(schema.figures.delete().where(mine)).rowcount
    if gone:
        _withdraw_words(connection, upload_id, key, who)
    if figure is not None:
        connection.execute(schema.figures.insert(), [_values(upload_id, upload.accept_order or 0, figure)])
        _recompute(connection, upload_id)
    n = upload.figures_accepted - gone + (figure is not None)
    # A report left without any figure was not replaced by newer ones.
    status = sa.case((sa.and_(_U.status == "superseded", sa.literal(n) == 0), "accepted"), else_=_U.status)
    connection.execute(schema.uploads.update().where(_U.id == upload_id).values(figures_accepted=n, status=status))


def _withdraw_words(connection: sa.Connection, upload_id: int, key: Key, who: str) -> None:
    """What was written about a figure that was taken out is not said of the one that comes in its place."""
    e = schema.explanations.c
    of_figure = sa.and_(
        e.upload_id == upload_id, e.township == key.township, e.year == key.year, e.indicator == key.indicator
    )
    withdrawn = connection.execute(
        schema.explanations.update()
        .where(of_figure, e.withdrawn_at.is_(None))
        .values(withdrawn_by=who, withdrawn_at=now())
        .returning(e.id)
    ).all()
    for row in withdrawn:
        record(connection, who, "explanation_withdrawn", upload_id, explanation=row.id)


def history(connection: sa.Connection, key: Key) -> tuple[FigureRow, ...]:
    """Every figure ever accepted for a key, newest acceptance first, undone ones included."""
    query = _select().where(_F.township == key.township, _F.year == key.year, _F.indicator == key.indicator)
    found = connection.execute(query.order_by(_U.accept_order.desc(), _F.id.desc())).all()
    chain = sorted((row for row in found if row.accept_order is not None), key=_weight)
    heirs = {row.id: heir.upload_id for row, heir in pairwise(chain)}
    return tuple(_row(row, heirs.get(row.id)) for row in found)


def figure(connection: sa.Connection, figure_id: int) -> FigureRow | None:
    """One accepted figure, current or not."""
    found = connection.execute(_select().where(_F.id == figure_id)).first()
    return None if found is None else _row(found, None)


def standing(
    connection: sa.Connection, townships: Iterable[str], years: Iterable[int], before: int | None
) -> dict[Key, FigureRow]:
    """The figures that count for these townships and years; with ``before``, those that did (and would still, but
    for what was accepted since) just before the upload of that accept order."""
    names, listed = sorted(set(townships)), sorted(set(years))
    out: dict[Key, FigureRow] = {}
    for start in range(0, len(names), CHUNK):
        query = _select().where(_F.township.in_(names[start : start + CHUNK]), _F.year.in_(listed))
        if before is None:
            query = query.where(_F.current.is_(sa.true()))
        else:  # the last row written for a key wins: blank ones first, then in the order of acceptance
            query = query.where(_F.accept_order < before).order_by(_F.blank.desc(), _F.accept_order)
        for found in connection.execute(query):
            row = _row(found, None)
            out[row.key] = row
    return out


def _refuse_contradictions(figures: Sequence[Figure]) -> None:
    seen: set[Key] = set()
    for f in figures:
        key = Key(f.township, f.year, f.indicator)
        if key in seen:
            raise ValueError(f"two figures for {key}")
        if (f.value is None) == (f.state is State.REPORTED):
            raise ValueError(f"state {f.state} with value {f.value} for {key}")
        seen.add(key)


def _recompute(connection: sa.Connection, upload_id: int) -> None:
    """Sets ``current`` for every township and year the upload touches, and what follows for the uploads concerned."""
    mine = sa.select(_F.township, _F.year).where(_F.upload_id == upload_id).distinct().subquery("mine")
    same = sa.and_(_F.township == mine.c.township, _F.year == mine.c.year)
    query = sa.select(
        _F.id, _F.upload_id, _F.township, _F.year, _F.indicator, _F.blank, _F.accept_order, _F.current, _U.kind
    ).select_from(schema.figures.join(mine, same).join(schema.uploads))
    rows: list[sa.Row[Any]] = list(connection.execute(query))
    returned = {(r.township, r.year) for r in rows if r.accept_order is not None and r.kind == "return" and not r.blank}
    best: dict[Key, sa.Row[Any]] = {}
    for row in rows:
        gives_way = row.kind == "narrative" and (row.township, row.year) in returned
        if row.accept_order is not None and not gives_way:
            key = Key(row.township, row.year, row.indicator)
            if key not in best or _weight(row) > _weight(best[key]):
                best[key] = row
    winners = {row.id for row in best.values()}
    lost = [row for row in rows if row.current and row.id not in winners]
    won = [row for row in rows if not row.current and row.id in winners]
    # Off before on: two figures of one key are never current together, and an index of the schema insists on it.
    _set_current(connection, lost, False)
    _set_current(connection, won, True)
    gained = Counter(row.upload_id for row in won)
    gained.subtract(row.upload_id for row in lost)
    _note_gains(connection, gained)


def _weight(row: sa.Row[Any]) -> tuple[bool, int]:
    """Of two figures of one key that may count the heavier does."""
    return (not row.blank, row.accept_order)


def _set_current(connection: sa.Connection, rows: Sequence[sa.Row[Any]], value: bool) -> None:
    if rows:
        statement = schema.figures.update().where(_F.id == sa.bindparam("figure_id")).values(current=value)
        connection.execute(statement, [{"figure_id": row.id} for row in rows])


def _note_gains(connection: sa.Connection, gained: Mapping[int, int]) -> None:
    """Keeps ``figures_current`` of the uploads concerned, and whether newer returns have replaced all of one."""
    rows = [{"upload": upload_id, "gain": gain} for upload_id, gain in gained.items() if gain]
    if not rows:
        return
    n = _U.figures_current + sa.bindparam("gain", type_=sa.Integer)
    status = sa.case((_U.status == "undone", "undone"), (n == 0, "superseded"), else_="accepted")
    statement = schema.uploads.update().where(_U.id == sa.bindparam("upload"))
    connection.execute(statement.values(figures_current=n, status=status), rows)


def _values(upload_id: int, order: int, figure: Figure) -> dict[str, Any]:
    return {
        "upload_id": upload_id,
        "township": storable(figure.township),
        "year": figure.year,
        "indicator": figure.indicator,
        "value": figure.value,
        "qualifier": figure.qualifier.value,
        "state": figure.state.value,
        "unit": figure.unit,
        "sheet": None if figure.source.sheet is None else storable(figure.source.sheet),
        "cell": figure.source.cell,
        "raw": storable(figure.source.raw),
        "blank": is_blank(figure),
        "accept_order": order,
        "current": False,
    }


def _select() -> sa.Select[Any]:
    return sa.select(schema.figures, _U.file_name, _U.status, _U.accepted_by, _U.accepted_at).select_from(
        schema.figures.join(schema.uploads)
    )


def _row(found: sa.Row[Any], superseded_by: int | None) -> FigureRow:
    read = Figure(
        township=found.township,
        year=found.year,
        indicator=found.indicator,
        value=found.value,
        qualifier=Qualifier(found.qualifier),
        state=State(found.state),
        unit=found.unit,
        source=Source(found.sheet, found.cell, found.raw),
    )
    return FigureRow(
        id=found.id,
        figure=read,
        upload_id=found.upload_id,
        file=found.file_name,
        upload_status=found.status,
        accepted_by=found.accepted_by,
        accepted_at=found.accepted_at,
        current=bool(found.current),
        superseded_by=superseded_by,
    )
