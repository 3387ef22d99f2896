"""Why a figure is what it is, in the words of the township or of an official.

An explanation belongs to the figure it was written about: that of its upload, for a township, year and indicator. It
counts while that figure counts, or while the one that counts says the same; undoing the upload takes it out of sight
with its figures. One written where no figure stands explains the gap, until a figure comes. An answer to a question
about the words of reports counts while each of them is its township's report. Nothing is ever deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from analytics.catalogue import CountyChange, later_name
from analytics.store import reports, schema
from analytics.store.audit_trail import record
from analytics.store.moments import now
from analytics.store.rows import ExplanationRow, Key, StoreError
from analytics.store.uploads import storable
from analytics.text import say, translate

_E = schema.explanations.c
_U = schema.uploads.c
STANDS = ("accepted", "superseded")
"""Uploads whose figures are part of the record."""
_OWN = schema.figures.alias("own")
_NOW = schema.figures.alias("now")


def several(
    connection: sa.Connection, townships: Iterable[str] | None, years: Iterable[int] | None, *, outdated: bool
) -> tuple[ExplanationRow, ...]:
    """The explanations in sight, newest last; with ``outdated`` also those of figures that later ones replaced."""
    query = _select().where(
        _E.withdrawn_at.is_(None),
        _E.township.is_not(None),
        sa.or_(
            _E.upload_id.is_(None),
            sa.and_(_U.status.in_(STANDS), sa.or_(_OWN.c.id.is_not(None), _E.indicator.is_(None))),
        ),
    )
    if townships is not None:
        query = query.where(_E.township.in_(sorted(set(townships))))
    if years is not None:
        query = query.where(_E.year.in_(sorted(set(years))))
    rows = [_row(found) for found in connection.execute(query.order_by(_E.id))]
    if any(row.reports for row in rows):
        counting = reports.counting(connection)
        rows = [replace(row, current=counting.issuperset(row.reports)) if row.reports else row for row in rows]
    return tuple(row for row in rows if outdated or row.current)


def under_newest_names(rows: Iterable[ExplanationRow], changes: Sequence[CountyChange]) -> list[ExplanationRow]:
    """The explanations under the names that townships bear now; of those that merged it is said whose words they are."""
    if not changes:
        return list(rows)
    out = []
    for row in rows:
        name, merged = row.township, False
        if row.township is not None and row.year is not None:
            name, merged = later_name(changes, row.township, row.year)
        text = row.text
        if merged and name != row.township:
            text = translate("（原{township}）{text}", township=row.township, text=row.text)
        out.append(replace(row, township=name, text=text))
    return out


def of_upload(connection: sa.Connection, upload_id: int) -> tuple[ExplanationRow, ...]:
    """Every explanation kept with an upload, whatever became of it; withdrawn ones left out."""
    query = _select().where(_E.upload_id == upload_id, _E.withdrawn_at.is_(None)).order_by(_E.id)
    return tuple(_row(found) for found in connection.execute(query))


def add(connection: sa.Connection, figure: int | Key, text: str, who: str) -> int:
    """Keeps what an official wrote about a figure (by its id) or about what stands for a key; the new id.

    Raises StoreError for an empty text and an unknown figure.
    """
    words = _words(text)
    f = schema.figures.c
    query = sa.select(f.upload_id, f.township, f.year, f.indicator, f.sheet, f.cell)
    if isinstance(figure, int):
        query = query.where(f.id == figure)
    else:
        query = query.where(
            f.township == figure.township,
            f.year == figure.year,
            f.indicator == figure.indicator,
            f.current.is_(sa.true()),
        )
    found = connection.execute(query).first()
    if found is not None:
        values = dict(found._mapping)
    elif isinstance(figure, int):
        raise StoreError(say("没有编号为 {number} 的数据", number=figure))
    else:
        values = figure._asdict() | {"upload_id": None, "sheet": None, "cell": ""}
    values |= {"origin": "official", "code": "", "text": words, "who": who, "at": now()}
    new: int = connection.execute(schema.explanations.insert().values(**values).returning(_E.id)).scalar_one()
    key = {name: values[name] for name in ("township", "year", "indicator")}
    record(connection, who, "explained", values["upload_id"], explanation=new, **key)
    return new


def add_to_cell(
    connection: sa.Connection, upload_id: int, sheet: str | None, cell: str, code: str, text: str, who: str
) -> int:
    """Keeps what an official wrote about a problem of an upload at a cell that is no figure's; the new id.

    ``code`` is the problem's. Raises StoreError for an empty text.
    """
    values = {
        "upload_id": upload_id,
        "origin": "official",
        "sheet": sheet,
        "cell": cell,
        "code": code,
        "text": _words(text),
        "who": who,
        "at": now(),
    }
    new: int = connection.execute(schema.explanations.insert().values(**values).returning(_E.id)).scalar_one()
    record(connection, who, "explained", upload_id, explanation=new, sheet=sheet, cell=cell)
    return new


def add_to_reports(
    connection: sa.Connection, township: str, year: int, rule: str, uploads: Sequence[int], text: str, who: str
) -> int:
    """Keeps what an official answered to a rule's question about the words of reports; the new id.

    ``uploads`` are the reports', that of the township asked first. Raises StoreError for an empty text, and where one
    of the reports has given way to another since the question was shown: nobody would see the answer any more.
    """
    if not reports.counting(connection).issuperset(uploads):
        raise StoreError(say("这份报告已被新的报告取代或撤销，请刷新页面，对照现在的报告再说明"))
    values = {
        "upload_id": uploads[0],
        "township": township,
        "year": year,
        "origin": "official",
        "cell": " ".join(map(str, uploads[1:])),
        "code": rule,
        "text": _words(text),
        "who": who,
        "at": now(),
    }
    new: int = connection.execute(schema.explanations.insert().values(**values).returning(_E.id)).scalar_one()
    record(connection, who, "explained", uploads[0], explanation=new, township=township, year=year, rule=rule)
    return new


def _words(text: str) -> str:
    words = storable(text).strip()
    if not words:
        raise StoreError(say("请先填写说明"))
    return words


def withdraw(connection: sa.Connection, explanation_id: int, who: str) -> bool:
    """Takes an explanation out of sight; False where it is gone already."""
    done = connection.execute(
        schema.explanations.update()
        .where(_E.id == explanation_id, _E.withdrawn_at.is_(None))
        .values(withdrawn_by=who, withdrawn_at=now())
        .returning(_E.upload_id)
    ).first()
    if done is not None:
        record(connection, who, "explanation_withdrawn", done.upload_id, explanation=explanation_id)
    return done is not None


def _select() -> sa.Select[Any]:
    def same_key(figures: sa.FromClause) -> sa.ColumnElement[bool]:
        return sa.and_(
            figures.c.township == _E.township, figures.c.year == _E.year, figures.c.indicator == _E.indicator
        )

    own = sa.and_(_OWN.c.upload_id == _E.upload_id, same_key(_OWN))
    standing = sa.and_(_NOW.c.current.is_(sa.true()), same_key(_NOW))
    says_the_same = sa.and_(
        _NOW.c.state == _OWN.c.state,
        _NOW.c.qualifier == _OWN.c.qualifier,
        _NOW.c.value.is_not_distinct_from(_OWN.c.value),
    )
    about_a_gap = sa.and_(_E.upload_id.is_(None), _NOW.c.id.is_(None))
    about_what_stands = sa.and_(
        _U.status.in_(STANDS), _OWN.c.id.is_not(None), sa.or_(_NOW.c.id == _OWN.c.id, says_the_same)
    )
    applies = sa.case((sa.or_(about_a_gap, about_what_stands), 1), else_=0)
    return sa.select(
        schema.explanations, _U.file_name, _OWN.c.id.label("figure_id"), applies.label("current")
    ).select_from(
        schema.explanations.outerjoin(schema.uploads, _U.id == _E.upload_id)
        .outerjoin(_OWN, own)
        .outerjoin(_NOW, standing)
    )


def _row(found: sa.Row[Any]) -> ExplanationRow:
    return ExplanationRow(
        id=found.id,
        township=found.township,
        year=found.year,
        indicator=found.indicator,
        text=found.text,
        who=found.who,
        at=found.at,
        origin=found.origin,
        code=found.code,
        upload_id=found.upload_id,
        file=found.file_name,
        sheet=found.sheet,
        cell=found.cell,
        figure_id=found.figure_id,
        current=bool(found.current),
    )
