"""Uploads: the file as it came, what was read from it, and what became of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from analytics.model import Problem, Reading, Severity
from analytics.store import schema
from analytics.store.audit_trail import record
from analytics.store.moments import now
from analytics.store.reading_json import reading_from_json, reading_to_json
from analytics.store.rows import (
    DuplicateUploadError,
    Key,
    OpenProblem,
    PendingHeading,
    StoreError,
    UploadRow,
    WrongStatusError,
)
from analytics.text import Text, say

_U = schema.uploads.c
COUNTS_OR_WAITS = ("pending", "accepted")
"""Uploads whose problems are still worth asking about."""
GONE = ("rejected", "undone")
"""Uploads that no longer stand in the way of the same file."""


def storable(text: str) -> str:
    """``text`` without what a database refuses: lone surrogates (odd file names) and NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def add(
    connection: sa.Connection,
    file_name: str,
    data: bytes,
    who: str,
    reading: Reading,
    answers: Mapping[str, str | int] | None,
) -> int:
    """Keeps a file and its reading as a pending upload; its id. DuplicateUploadError where they stand already."""
    sha256 = hashlib.sha256(data).hexdigest()
    twin = find_by_sha(connection, sha256)
    if twin is not None:
        raise DuplicateUploadError(already_stored(twin), twin)
    if not connection.execute(sa.select(1).where(schema.contents.c.sha256 == sha256)).first():
        connection.execute(schema.contents.insert().values(sha256=sha256, data=data))
    values = _summary(reading) | {
        "file_name": storable(file_name),
        "sha256": sha256,
        "size": len(data),
        "status": "pending",
        "revision": 1,
        "who": who,
        "received_at": now(),
        "answers": dict(answers or {}),
        "figures_accepted": 0,
        "figures_current": 0,
    }
    upload_id: int = connection.execute(schema.uploads.insert().values(**values).returning(_U.id)).scalar_one()
    _keep_reading(connection, one(connection, upload_id), reading)
    record(connection, who, "received", upload_id, file=values["file_name"], figures=len(reading.figures))
    return upload_id


def replace_reading(
    connection: sa.Connection,
    upload_id: int,
    reading: Reading,
    who: str,
    answers: Mapping[str, str | int] | None,
    revision: int | None = None,
) -> None:
    """Puts a new reading of a pending upload's bytes in the place of the old one.

    Raises WrongStatusError where someone else's answer came in since ``revision``: it would be lost.
    """
    upload = waiting(connection, upload_id)
    refuse_outdated(upload, revision)
    put_reading(connection, upload, reading, who, upload.answers if answers is None else answers)


def put_reading(
    connection: sa.Connection, upload: UploadRow, reading: Reading, who: str, answers: Mapping[str, str | int]
) -> None:
    """Puts a reading in the place of the one an upload has, whatever its status; the trail tells what was answered."""
    kept = dict(answers)
    values = _summary(reading) | {"answers": kept, "revision": upload.revision + 1}
    connection.execute(schema.uploads.update().where(_U.id == upload.id).values(**values))
    for table in (schema.readings, schema.problems, schema.unknown_headings):
        connection.execute(table.delete().where(table.c.upload_id == upload.id))
    e = schema.explanations.c
    connection.execute(schema.explanations.delete().where(e.upload_id == upload.id, e.origin == "return"))
    _keep_reading(connection, upload, reading)
    said = {name: kept.get(name, "") for name in (*upload.answers, *kept) if kept.get(name) != upload.answers.get(name)}
    if said:
        record(connection, who, "answered", upload.id, **said)


def reject(connection: sa.Connection, upload_id: int, who: str) -> None:
    """Marks a pending upload as rejected; its bytes and reading stay."""
    waiting(connection, upload_id)
    connection.execute(
        schema.uploads.update().where(_U.id == upload_id).values(status="rejected", closed_by=who, closed_at=now())
    )
    record(connection, who, "rejected", upload_id)


def find_by_sha(connection: sa.Connection, sha256: str) -> UploadRow | None:
    """The upload of these bytes that still stands (not rejected, not undone); the newest if several."""
    found = connection.execute(
        sa.select(schema.uploads).where(_U.sha256 == sha256, _U.status.not_in(GONE)).order_by(_U.id.desc()).limit(1)
    ).first()
    return None if found is None else _row(found)


def one(connection: sa.Connection, upload_id: int) -> UploadRow:
    """An upload. Raises StoreError where there is none of that id."""
    found = connection.execute(sa.select(schema.uploads).where(_U.id == upload_id)).first()
    if found is None:
        raise StoreError(say("没有编号为 {number} 的上传记录", number=upload_id))
    return _row(found)


def waiting(connection: sa.Connection, upload_id: int) -> UploadRow:
    """An upload that is pending. Raises WrongStatusError where someone has decided already."""
    upload = one(connection, upload_id)
    if upload.status != "pending":
        raise WrongStatusError(decided(upload))
    return upload


def refuse_outdated(upload: UploadRow, revision: int | None) -> None:
    """Raises WrongStatusError where a file was read again since ``revision`` (None: whenever that was)."""
    if revision is not None and upload.revision != revision:
        raise WrongStatusError(say("“{file}”刚刚被重新读取，请刷新页面，核对后再操作", file=upload.file_name))


def several(
    connection: sa.Connection, statuses: Sequence[str] | None, limit: int | None, offset: int
) -> tuple[UploadRow, ...]:
    """Uploads, newest first."""
    query = sa.select(schema.uploads).order_by(_U.id.desc()).limit(limit).offset(offset)
    if statuses is not None:
        query = query.where(_U.status.in_(statuses))
    return tuple(_row(found) for found in connection.execute(query))


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many uploads there are of each status."""
    query = sa.select(_U.status, sa.func.count()).group_by(_U.status)
    return dict(connection.execute(query).all())


def bytes_of(connection: sa.Connection, upload_id: int) -> bytes:
    """The original bytes of an upload."""
    query = sa.select(schema.contents.c.data).join(schema.uploads).where(_U.id == upload_id)
    data = connection.execute(query).scalar()
    if data is None:
        raise StoreError(say("没有编号为 {number} 的上传记录", number=upload_id))
    return bytes(data)


def reading_of(connection: sa.Connection, upload_id: int) -> Reading:
    """What was read from an upload."""
    kept = connection.execute(
        sa.select(schema.readings.c.reading).where(schema.readings.c.upload_id == upload_id)
    ).scalar()
    if kept is None:
        raise StoreError(say("没有编号为 {number} 的上传记录", number=upload_id))
    return reading_from_json(kept)


def open_problems(connection: sa.Connection, upload_id: int | None) -> tuple[OpenProblem, ...]:
    """Errors and questions of uploads that count or wait, errors first, newest upload first."""
    p = schema.problems.c
    query = (
        sa.select(schema.problems, _U.file_name, _U.status)
        .join(schema.uploads)
        .where(_U.status.in_(COUNTS_OR_WAITS), p.severity.in_((Severity.ERROR, Severity.QUESTION)))
        .order_by(p.severity, _U.id.desc(), p.id)
    )
    if upload_id is not None:
        query = query.where(_U.id == upload_id)
    return tuple(
        OpenProblem(
            row.upload_id,
            row.file_name,
            row.status,
            Problem(Severity(row.severity), row.code, Text(row.message_zh, row.message_en), row.sheet, row.cell),
        )
        for row in connection.execute(query)
    )


def pending_headings(connection: sa.Connection) -> tuple[PendingHeading, ...]:
    """The headings of pending uploads that no indicator was found for, newest upload first."""
    h = schema.unknown_headings.c
    query = (
        sa.select(h.upload_id, h.heading, h.group_heading)
        .join(schema.uploads)
        .where(_U.status == "pending")
        .order_by(h.upload_id.desc(), h.id)
    )
    return tuple(PendingHeading(*row) for row in connection.execute(query))


def already_stored(upload: UploadRow) -> Text:
    """The polite refusal of a file that is there already."""
    said = {"who": upload.who or "—", "when": _day(upload), "file": upload.file_name}
    if upload.status == "pending":
        return say("这份文件已于 {when} 由 {who} 上传（{file}），正待核对，不必重复上传", **said)
    return say("这份文件已于 {when} 由 {who} 上传并入库（{file}），不必重复上传", **said)


def decided(upload: UploadRow) -> Text:
    """Why something can no longer be done to an upload."""
    words = {
        "pending": say("待核对"),
        "accepted": say("已入库"),
        "superseded": say("已入库并被更新的报表取代"),
        "rejected": say("已退回"),
        "undone": say("已撤销"),
    }
    return say("“{file}”当前状态为：{status}，请刷新页面后再操作", file=upload.file_name, status=words[upload.status])


def _day(upload: UploadRow) -> str:
    return upload.received_at.astimezone().strftime("%Y-%m-%d %H:%M")


def _summary(reading: Reading) -> dict[str, Any]:
    severities = Counter(problem.severity for problem in reading.problems)
    # A report may name whose it is and give no figure at all.
    head = reading.head
    named = [head.township] if head and head.township else []
    of_year = [head.year] if head and head.year is not None else []
    return {
        "kind": reading.kind,
        "townships": list(dict.fromkeys([*named, *(figure.township for figure in reading.figures)])),
        "years": sorted({*of_year, *(figure.year for figure in reading.figures)}),
        "figures_read": len(reading.figures),
        "errors": severities[Severity.ERROR],
        "questions": severities[Severity.QUESTION],
    }


def _keep_reading(connection: sa.Connection, upload: UploadRow, reading: Reading) -> None:
    upload_id = upload.id
    connection.execute(schema.readings.insert().values(upload_id=upload_id, reading=reading_to_json(reading)))
    _insert(
        connection,
        schema.problems,
        (
            {
                "upload_id": upload_id,
                "severity": problem.severity.value,
                "code": problem.code,
                "sheet": None if problem.sheet is None else storable(problem.sheet),
                "cell": problem.cell,
                "message_zh": storable(problem.message.zh),
                "message_en": storable(problem.message.en),
            }
            for problem in reading.problems
        ),
    )
    _insert(
        connection,
        schema.unknown_headings,
        (
            {"upload_id": upload_id, "heading": storable(u.heading), "group_heading": storable(u.group)}
            for u in reading.unknown_headings
        ),
    )
    _insert(connection, schema.explanations, _explanations(upload, reading))


def _explanations(upload: UploadRow, reading: Reading) -> Iterator[Mapping[str, Any]]:
    """What the return explains, once for every figure at the cell; without a figure where none stands there."""
    for explanation in reading.explanations:
        place = explanation.sheet, explanation.cell
        keys = {
            Key(f.township, f.year, f.indicator) for f in reading.figures if (f.source.sheet, f.source.cell) == place
        }
        found: list[Key | None] = [*sorted(keys)]
        for key in found or [None]:
            yield {
                "upload_id": upload.id,
                "origin": "return",
                "township": None if key is None else storable(key.township),
                "year": None if key is None else key.year,
                "indicator": None if key is None else key.indicator,
                "sheet": None if explanation.sheet is None else storable(explanation.sheet),
                "cell": explanation.cell,
                "code": explanation.code,
                "text": storable(explanation.text),
                "who": upload.who,
                "at": upload.received_at,
            }


def _insert(connection: sa.Connection, table: sa.Table, rows: Iterable[Mapping[str, Any]]) -> None:
    listed = [dict(row) for row in rows]
    if listed:
        connection.execute(table.insert(), listed)


def _row(found: sa.Row[Any]) -> UploadRow:
    values = dict(found._mapping)
    values["townships"] = tuple(values["townships"])
    values["years"] = tuple(values["years"])
    return UploadRow(**values)
