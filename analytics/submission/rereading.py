"""Kept bytes are read again with what the county knows by now; the old reading is handed back for comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from analytics.model import Figure, Reading
from analytics.store import Store, StoreError, UploadRow
from analytics.submission.changes import changes, key_of, says_the_same
from analytics.submission.choices import settled
from analytics.submission.reading import PASTED, PASTED_NAME, Known, Reader, read, read_prose_with_intake, what_is_known
from analytics.submission.receiving import Progress, Received
from analytics.text import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """What another reading of a file changed: figures that came, that went, and (old, new) of those that say else."""

    came: tuple[Figure, ...]
    gone: tuple[Figure, ...]
    changed: tuple[tuple[Figure, Figure], ...]


def difference(before: Reading, after: Reading) -> Difference:
    """The figures of two readings of one file compared by township, year and indicator."""
    old, new = ({key_of(f): f for f in reading.figures} for reading in (before, after))
    return Difference(
        came=tuple(f for key, f in new.items() if key not in old),
        gone=tuple(f for key, f in old.items() if key not in new),
        changed=tuple((old[key], f) for key, f in new.items() if key in old and not says_the_same(old[key], f)),
    )


def read_all_again(
    store: Store,
    upload_ids: Iterable[int],
    who: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    reader: Reader | None = None,
) -> list[Received]:
    """Reads pending uploads again, each with the answers given for it; between two of them ``cancelled`` is asked."""
    listed = list(dict.fromkeys(upload_ids))
    known = what_is_known(store)
    out: list[Received] = []
    for done, upload_id in enumerate(listed):
        if cancelled and cancelled():
            break
        upload = store.upload(upload_id)
        if progress:
            progress(done, len(listed), upload.file_name)
        out.append(read_again(store, upload, dict(upload.answers), known, who, reader))
    if progress:
        progress(len(out), len(listed), "")
    return out


def read_again(
    store: Store, upload: UploadRow, answers: dict[str, str | int], known: Known, who: str, reader: Reader | None
) -> Received:
    """Reads one upload again with ``answers`` and keeps both; the upload stays as it was where that cannot be."""
    township, year = answers.get("township"), answers.get("year")
    before = store.reading(upload.id)
    pasted = PASTED in upload.answers
    reading = read(
        store.upload_bytes(upload.id),
        # What a pasted text is called here was made up of it and says nothing more.
        PASTED_NAME if pasted else upload.file_name,
        known,
        reader or (read_prose_with_intake if pasted else None),
        township=None if township is None else str(township),
        year=None if year is None else int(year),
    )
    if not reading.readable:
        return unchanged(store, upload, reading.problems[0].message if reading.problems else None)
    reading = settled(replace(reading, file=upload.file_name), answers)
    try:
        store.replace_reading(upload.id, reading, who, answers=answers, revision=upload.revision)
    except StoreError as fault:
        return unchanged(store, upload, fault.text)
    return Received(upload.file_name, upload.id, reading, tuple(changes(store, upload.id)), before=before)


def unchanged(store: Store, upload: UploadRow, message: Text | None) -> Received:
    """What is said of an upload that stays as it was."""
    kept = store.reading(upload.id)
    return Received(upload.file_name, upload.id, kept, tuple(changes(store, upload.id)), message=message, before=kept)
