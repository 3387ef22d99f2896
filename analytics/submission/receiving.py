"""Files come in: read, compared with what is stored, kept as pending uploads. One transaction a file."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analytics.model import Problem, Reading
from analytics.store import DuplicateUploadError, Store, StoreError, UploadRow, already_stored
from analytics.submission.changes import Change, changes
from analytics.submission.reading import Known, Reader, read, unreadable, what_is_known
from analytics.text import Text, reason_of, say

Progress = Callable[[int, int, str], None]
"""Called with (files done, files in all, the file that comes next or ""). The total grows as archives are opened."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file on its way in: its name and its bytes, or the path where they lie."""

    name: str
    data: bytes | Path


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file.

    ``upload_id`` is None when it was not kept: then ``message`` says why (``duplicate_of`` names the upload that holds
    the same bytes). ``reading`` is None for a duplicate only. ``before`` is the reading that a new one replaced.
    """

    name: str
    upload_id: int | None = None
    reading: Reading | None = None
    changes: tuple[Change, ...] = ()
    duplicate_of: UploadRow | None = None
    message: Text | None = None
    before: Reading | None = None


def receive(
    store: Store,
    files: Iterable[Incoming],
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> list[Received]:
    """Takes files in and says of each what became of it; see ``receive_each``."""
    return list(receive_each(store, files, who, progress=progress, cancelled=cancelled, reader=reader))


def receive_each(
    store: Store,
    files: Iterable[Incoming],
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> Iterator[Received]:
    """Takes files in one after the other; each is stored before the next is read.

    A zip of returns is opened and its members taken in. A file whose bytes are stored already is refused; one that
    cannot be read at all is not kept. ``cancelled`` is asked between files: what came before it stays.
    """
    waiting = deque(files)
    known = what_is_known(store)
    done, total = 0, len(waiting)
    while waiting and not (cancelled and cancelled()):
        incoming = waiting.popleft()
        if progress:
            progress(done, total, incoming.name)
        data = _bytes_of(incoming)
        inside = data if isinstance(data, Reading) else _members(incoming.name, data)
        if isinstance(inside, list):
            waiting.extendleft(reversed(inside))
            total += len(inside) - 1
            continue
        done += 1
        if isinstance(inside, Reading):
            yield _not_kept(incoming.name, inside)
        else:
            yield _take_in(store, incoming.name, inside, who, known, reader)
    if progress:
        progress(done, total, "")


def _take_in(store: Store, name: str, data: bytes, who: str, known: Known, reader: Reader | None) -> Received:
    twin = store.find_upload_by_sha(hashlib.sha256(data).hexdigest())
    if twin is not None:
        return Received(name, duplicate_of=twin, message=already_stored(twin))
    reading = read(data, name, known, reader)
    if not reading.readable:
        return _not_kept(name, reading)
    try:
        upload_id = store.add_upload(name, data, who, reading)
    except DuplicateUploadError as fault:  # someone else was quicker
        return Received(name, duplicate_of=fault.upload, message=fault.text)
    except StoreError as fault:  # no room, no right to write, locked for long: said of this file, the others go on
        return Received(name, reading=reading, message=fault.text)
    return Received(name, upload_id, reading, tuple(changes(store, upload_id)))


def _not_kept(name: str, reading: Reading) -> Received:
    return Received(name, reading=reading, message=reading.problems[0].message if reading.problems else None)


def _bytes_of(incoming: Incoming) -> bytes | Reading:
    if isinstance(incoming.data, bytes):
        return incoming.data
    try:
        return incoming.data.read_bytes()
    except OSError as fault:
        message = say("“{name}”打不开：{reason}", name=incoming.name, reason=reason_of(fault))
        return unreadable(incoming.name, b"", "cannot_open", message)


def _members(name: str, data: bytes) -> bytes | list[Incoming] | Reading:
    """The files in a zip of returns; the bytes themselves for anything else; a reading that says why it won't open."""
    from analytics.intake.gate.archive import archive_members, is_archive

    if not data.startswith(b"PK\x03\x04") or not is_archive(data):
        return data
    found = archive_members(data, name)
    if isinstance(found, Problem):
        return unreadable(name, data, found.code, found.message)
    return [Incoming(f"{name}/{inside}", content) for inside, content in found]
