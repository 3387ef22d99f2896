"""People say which of several numbers a report gives for one thing counts; kept with the upload, and taken back as easily.

While a report waits, it is read again with the answer. Once it was accepted it stays as it was read then, and only the
answer's figure comes or goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from analytics.model import Choice
from analytics.store import Key, Store, StoreError, UploadRow
from analytics.submission.changes import changes
from analytics.submission.choices import PREFIX, Chosen, How, can_be, figure_of, with_answer, written
from analytics.submission.reading import Reader, what_is_known
from analytics.submission.receiving import Received
from analytics.submission.rereading import read_again, unchanged
from analytics.text import say


def choose(
    store: Store,
    upload_id: int,
    indicator: str,
    how: How,
    indices: Sequence[int],
    *,
    who: str,
    reader: Reader | None = None,
) -> Received:
    """Answers for a report which numbers of an indicator count. One that waits is read again with that answer; in one
    that was accepted the figure counts from now on as if it had been accepted with it.

    ``add`` takes two alternatives or more, ``keep`` and ``part`` one. Nothing changes, and ``message`` says why, for an
    answer that cannot be meant, a report that asks nothing (any more), or one that was rejected or undone.
    """
    upload, chosen = store.upload(upload_id), Chosen(how, tuple(sorted(set(indices))))
    choice = _asked(store, upload_id, indicator)
    if choice is None:
        return unchanged(store, upload, say("报告已重新读取过，这一项不再有几个数，请刷新页面后再看。"))
    if not can_be(chosen, choice):
        return unchanged(store, upload, say("请先选定要相加或采用的数。"))
    answers = dict(upload.answers) | {PREFIX + indicator: written(chosen, choice)}
    if upload.status != "pending":
        return _settle(store, upload, choice, chosen, answers, who)
    return read_again(store, upload, answers, what_is_known(store), who, reader)


def take_back(store: Store, upload_id: int, indicator: str, *, who: str, reader: Reader | None = None) -> Received:
    """Takes an answer back: the report asks as if it had never been given, and its figure no longer counts."""
    upload = store.upload(upload_id)
    answers = {name: said for name, said in upload.answers.items() if name != PREFIX + indicator}
    choice = _asked(store, upload_id, indicator)
    if upload.status != "pending" and choice is not None:
        return _settle(store, upload, choice, None, answers, who)
    return read_again(store, upload, answers, what_is_known(store), who, reader)


def _asked(store: Store, upload_id: int, indicator: str) -> Choice | None:
    return next((c for c in store.reading(upload_id).choices if c.indicator == indicator), None)


def _settle(
    store: Store, upload: UploadRow, choice: Choice, chosen: Chosen | None, answers: dict[str, str | int], who: str
) -> Received:
    """Puts an answer, or that there is none, into an accepted report."""
    before = store.reading(upload.id)
    after = with_answer(before, choice, chosen)
    figure = None if chosen is None else figure_of(choice, chosen)
    key = Key(choice.township, choice.year, choice.indicator)
    try:
        store.settle(upload.id, key, figure, after, who, answers=answers, revision=upload.revision)
    except StoreError as fault:
        return unchanged(store, upload, fault.text)
    return Received(upload.file_name, upload.id, after, tuple(changes(store, upload.id)), before=before)
