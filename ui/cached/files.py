"""The files that came in: what was read from them, what they change, where a figure stands in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from analytics.intake import open_workbook
from analytics.intake.grid import Workbook
from analytics.model import Problem, Reading, Severity
from analytics.store import ExplanationRow, UploadRow
from analytics.submission import (
    Change,
    CrossCheck,
    SeenWording,
    SourceView,
    explained_problems,
    seen_wordings,
    source_view,
)
from analytics.submission import changes as changes_of_upload
from analytics.submission import cross_checks as cross_checks_of
from ui.cached.base import KEPT, key, store, version
from ui.cached.findings import rules_in_force

WAITING = 5_000
"""Uploads whose four counts are kept: a whole province may wait, and every click shows them all."""


@dataclass(frozen=True, slots=True)
class WaitingCounts:
    """Headings of a waiting upload that nobody knew, and how its figures meet those that count."""

    unknown: int
    new: int
    changed: int
    same: int


@st.cache_resource(show_spinner=False, max_entries=64)
def _source_of(url: str, version: int, figure_id: int) -> SourceView | None:  # noqa: ARG001
    return source_view(store(), figure_id)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _reading_of(url: str, writes: int, upload_id: int) -> tuple[Reading, tuple[Change, ...]]:  # noqa: ARG001
    return store().reading(upload_id), tuple(changes_of_upload(store(), upload_id))


@st.cache_resource(show_spinner=False, max_entries=WAITING)
def _waiting_of(url: str, version: int, upload_id: int, revision: int) -> WaitingCounts:  # noqa: ARG001
    kinds = Counter(c.kind for c in changes_of_upload(store(), upload_id) if not c.checks_only)
    unknown = len(store().reading(upload_id).unknown_headings)
    return WaitingCounts(unknown, kinds["new"], kinds["changed"], kinds["same"])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _explained_of(
    url: str,  # noqa: ARG001
    writes: int,  # noqa: ARG001
    upload_id: int,
) -> tuple[tuple[Problem, ExplanationRow | None], ...]:
    return tuple(explained_problems(store(), upload_id))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _crossed_of(url: str, writes: int, version: int, upload_id: int) -> tuple[CrossCheck, ...]:  # noqa: ARG001
    return tuple(cross_checks_of(store(), upload_id, rules_in_force(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _doubts_left(url: str, writes: int, year: int) -> int:  # noqa: ARG001
    doubted = {p.upload_id for p in store().open_problems() if p.upload_status == "accepted"}
    files = [u.id for u in store().uploads("accepted") if u.id in doubted and year in u.years]
    return sum(
        any(row is None and p.severity is not Severity.NOTE for p, row in explained_problems(store(), upload_id))
        for upload_id in files
    )


@st.cache_resource(show_spinner=False, max_entries=2)
def _wordings_of(url: str, writes: int) -> tuple[SeenWording, ...]:  # noqa: ARG001
    return tuple(seen_wordings(store()))


@st.cache_resource(show_spinner=False, max_entries=4)
def _workbook_of(url: str, upload_id: int) -> Workbook | Problem:  # noqa: ARG001
    upload = store().upload(upload_id)
    return open_workbook(store().upload_bytes(upload_id), upload.file_name)


def reading(upload_id: int) -> tuple[Reading, tuple[Change, ...]]:
    """What was read from an upload and what it changes, as of the store's last write."""
    return _reading_of(store().url, store().writes(), upload_id)


def cross_checks(upload_id: int) -> tuple[CrossCheck, ...]:
    """An upload held against the other half, as of the store's last write."""
    return _crossed_of(store().url, store().writes(), version(), upload_id)


def waiting_counts(upload: UploadRow) -> WaitingCounts:
    """What a waiting upload would change: it hangs on its reading and on the figures that count, on nothing else."""
    return _waiting_of(store().url, store().version(), upload.id, upload.revision)


def explained(upload_id: int) -> tuple[tuple[Problem, ExplanationRow | None], ...]:
    """Every problem of an upload with what explains it, as of the store's last write."""
    return _explained_of(store().url, store().writes(), upload_id)


def wordings() -> tuple[SeenWording, ...]:
    """Every wording of a heading in the returns, as of the store's last write."""
    return _wordings_of(store().url, store().writes())


def workbook(upload_id: int) -> Workbook | Problem:
    """The sheets of an uploaded file; its bytes never change, so the upload's id is key enough."""
    return _workbook_of(store().url, upload_id)


def doubts_left(year: int) -> int:
    """How many accepted files with figures of a year hold errors or questions that nobody has explained."""
    return _doubts_left(store().url, store().writes(), year)


def source(figure_id: int) -> SourceView | None:
    """Where a figure comes from. Opening its file again takes a worker; the cells are kept while the data stand."""
    return _source_of(*key(), figure_id)
