"""Which wordings of headings the stored returns use, and what each was read as: for judging and teaching the reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from analytics.store import Store, UploadStatus
from analytics.submission.answering import heading_key

HELD: tuple[UploadStatus, ...] = ("pending", "accepted", "superseded")
"""Uploads that count or wait; what was rejected or undone says nothing about the returns."""

ORDER = {"none": 0, "remembered": 1, "ignored": 2, "covered": 3, "form": 4, "order": 5, "core": 6, "exact": 7}


class _Key(NamedTuple):
    wording: str
    group: str
    how: str
    indicator: str


@dataclass(frozen=True, slots=True)
class SeenWording:
    """A heading under a group as it stands in returns.

    ``how`` it was matched (exact · core · order · form · covered · remembered · ignored · none), to which ``indicator`` (None: to
    none), in how many ``uploads``, and one ``file`` of them.
    """

    wording: str
    group: str
    how: str
    indicator: str | None
    uploads: int
    file: str


def seen_wordings(store: Store) -> list[SeenWording]:
    """Every distinct heading, unmatched ones first, then the most frequent; numbering and units are left off.

    Of the uploads that count or wait. Logs, whose lines are counted one by one, have no headings of this kind.
    """
    times: Counter[_Key] = Counter()
    files: dict[_Key, str] = {}
    for upload in store.uploads(HELD):
        found = {
            _Key(*heading_key(axis.wording, axis.group), axis.how, axis.indicator or "")
            for table in store.reading(upload.id).tables
            for axis in table.axes
            if axis.wording
        }
        times.update(found)
        for key in found:
            files.setdefault(key, upload.file_name)
    listed = [SeenWording(k.wording, k.group, k.how, k.indicator or None, n, files[k]) for k, n in times.items()]
    return sorted(listed, key=lambda w: (ORDER.get(w.how, 9), -w.uploads, w.group, w.wording))
