"""People say which of several numbers a report gives for one thing counts; kept with the upload, taken back while it waits."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.store import Store
from analytics.submission.choices import PREFIX, Chosen, How, can_be, written
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
    """Answers for a pending report which numbers of an indicator count, and reads it again with that answer.

    ``add`` takes two alternatives or more, ``keep`` and ``part`` one. Nothing changes, and ``message`` says why, for an
    answer that cannot be meant, a report that asks nothing (any more), or an upload someone has decided about.
    """
    upload, chosen = store.upload(upload_id), Chosen(how, tuple(sorted(set(indices))))
    choice = next((c for c in store.reading(upload_id).choices if c.indicator == indicator), None)
    if choice is None:
        return unchanged(store, upload, say("报告已重新读取过，这一项不再有几个数，请刷新页面后再看。"))
    if not can_be(chosen, choice):
        return unchanged(store, upload, say("请先选定要相加或采用的数。"))
    answers = dict(upload.answers) | {PREFIX + indicator: written(chosen, choice)}
    return read_again(store, upload, answers, what_is_known(store), who, reader)


def take_back(store: Store, upload_id: int, indicator: str, *, who: str, reader: Reader | None = None) -> Received:
    """Takes an answer back: the report is read again and asks as if it had never been given."""
    upload = store.upload(upload_id)
    answers = {name: said for name, said in upload.answers.items() if name != PREFIX + indicator}
    return read_again(store, upload, answers, what_is_known(store), who, reader)
