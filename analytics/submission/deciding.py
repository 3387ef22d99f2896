"""Decisions about uploads: accept, reject, undo. Each upload is its own transaction; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analytics.model import Figure, Reading, Severity
from analytics.store import Key, Store, StoreError, UploadRow
from analytics.submission.changes import contradicting, key_of, problems_at
from analytics.submission.narratives import return_beside, speaks
from analytics.text import Text, say


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a decision about one upload.

    ``done`` False: nothing changed and ``message`` says why. ``figures`` were accepted, ``current`` of them count
    now, ``left_out`` stayed behind for their errors. A report is done with a ``message``: kept beside a return, or standing in for one.
    """

    upload_id: int
    file: str
    done: bool
    figures: int = 0
    current: int = 0
    left_out: int = 0
    message: Text | None = None


def accept(store: Store, upload_ids: int | Iterable[int], who: str, *, only_good: bool = False) -> list[Decided]:
    """Accepts uploads in the order given, so that the last one counts where two give the same figure.

    A figure whose cell has an error, or that the file gives twice with different values, is never accepted. With
    ``only_good`` an error about a whole sheet leaves out its figures and one about the whole file leaves the file
    pending. Questions do not stand in the way: they stay open with the upload.

    A report in prose whose township and year have a return is kept to check it and never mixes with it: none of its
    figures counts, and ``message`` says so. One that stood in for a return gives way when the return is accepted.
    """
    return _each(store, upload_ids, lambda upload: _accept(store, upload, who, only_good))


def reject(store: Store, upload_ids: int | Iterable[int], who: str) -> list[Decided]:
    """Turns pending uploads away; the same file may come again."""

    def one(upload: UploadRow) -> Decided:
        store.reject(upload.id, who)
        return Decided(upload.id, upload.file_name, done=True)

    return _each(store, upload_ids, one)


def undo(store: Store, upload_ids: int | Iterable[int], who: str) -> list[Decided]:
    """Takes accepted uploads out again, in any order: what stands then is what would stand without them."""

    def one(upload: UploadRow) -> Decided:
        store.undo(upload.id, who)
        return Decided(upload.id, upload.file_name, done=True, figures=upload.figures_accepted)

    return _each(store, upload_ids, one)


def acceptable(reading: Reading, *, only_good: bool = False) -> list[Figure]:
    """The figures of a reading that may be accepted, one for each township, year and indicator."""
    refused = {key_of(figure) for figure in contradicting(reading.figures)}
    errors = [p for p in reading.problems if p.severity is Severity.ERROR]
    spoiled = {p.sheet for p in errors if p.cell is None} if only_good else set()
    if None in spoiled or not reading.readable:
        return []
    chosen: dict[Key, Figure] = {}
    for figure in reading.figures:
        key = key_of(figure)
        if key not in refused and figure.source.sheet not in spoiled and not problems_at(errors, figure):
            chosen.setdefault(key, figure)
    return list(chosen.values())


def _accept(store: Store, upload: UploadRow, who: str, only_good: bool) -> Decided:
    reading = store.reading(upload.id)
    figures = acceptable(reading, only_good=only_good)
    left_out = len({key_of(figure) for figure in reading.figures}) - len(figures)
    if not figures and upload.status == "pending" and not (speaks(reading) and not left_out):
        return Decided(upload.id, upload.file_name, done=False, left_out=left_out, message=_nothing(upload, reading))
    beside = return_beside(store, upload) if upload.status == "pending" else None
    current = store.accept(upload.id, figures, who, revision=upload.revision)
    message = None
    if beside is not None:
        message = say(
            "“{file}”是工作报告，这个乡镇这一年已有报表“{other}”；报告留作核对，其中的数据不计入",
            file=upload.file_name,
            other=beside.file_name,
        )
    elif upload.kind == "narrative" and current:
        message = say(
            "“{file}”没有对应的报表，其中的数据作为报表数据采用，各处标明“来自工作报告”", file=upload.file_name
        )
    return Decided(upload.id, upload.file_name, True, len(figures), current, left_out, message)


def _nothing(upload: UploadRow, reading: Reading) -> Text:
    first = next((p.message for p in reading.problems if p.severity is Severity.ERROR), None)
    if first is None:
        return say("“{file}”里没有可入库的数据", file=upload.file_name)
    return say("“{file}”没有入库：{reason}", file=upload.file_name, reason=first)


def _each(store: Store, upload_ids: int | Iterable[int], decide: Callable[[UploadRow], Decided]) -> list[Decided]:
    out = []
    for upload_id in [upload_ids] if isinstance(upload_ids, int) else list(upload_ids):
        file = ""
        try:
            upload = store.upload(upload_id)
            file = upload.file_name
            out.append(decide(upload))
        except StoreError as fault:
            out.append(Decided(upload_id, file, done=False, message=fault.text))
    return out
