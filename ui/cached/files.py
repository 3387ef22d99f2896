"""The files that came in: what was read from them, what they change, where a figure stands in them."""

from __future__ import annotations

import streamlit as st

from analytics.intake import open_workbook
from analytics.intake.grid import Workbook
from analytics.model import Problem, Reading
from analytics.store import ExplanationRow, UploadRow
from analytics.submission import (
    Change,
    CrossCheck,
    SeenWording,
    SourceView,
    Weighed,
    explained_problems,
    seen_wordings,
    source_view,
    weigh,
)
from analytics.submission import changes as changes_of_upload
from analytics.submission import cross_checks as cross_checks_of
from ui.cached.base import KEPT, key, store, version
from ui.cached.findings import rules_in_force

WAITING = 5_000
"""Uploads whose counts are kept: a whole province may wait, and every click shows them all."""


@st.cache_resource(show_spinner=False, max_entries=64)
def _source_of(url: str, version: int, figure_id: int) -> SourceView | None:  # noqa: ARG001
    return source_view(store(), figure_id)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _reading_of(url: str, writes: int, upload_id: int) -> tuple[Reading, tuple[Change, ...]]:  # noqa: ARG001
    return store().reading(upload_id), tuple(changes_of_upload(store(), upload_id))


@st.cache_resource(show_spinner=False, max_entries=WAITING)
def _weighed_of(url: str, version: int, upload_id: int, revision: int) -> Weighed:  # noqa: ARG001
    return weigh(store(), upload_id)


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


def weighed(upload: UploadRow) -> Weighed:
    """What accepting a waiting upload would do: it hangs on its reading and on the figures that count, nothing else."""
    return _weighed_of(*key(), upload.id, upload.revision)


def explained(upload_id: int) -> tuple[tuple[Problem, ExplanationRow | None], ...]:
    """Every problem of an upload with what explains it, as of the store's last write."""
    return _explained_of(store().url, store().writes(), upload_id)


def wordings() -> tuple[SeenWording, ...]:
    """Every wording of a heading in the returns, as of the store's last write."""
    return _wordings_of(store().url, store().writes())


def workbook(upload_id: int) -> Workbook | Problem:
    """The sheets of an uploaded file; its bytes never change, so the upload's id is key enough."""
    return _workbook_of(store().url, upload_id)


def source(figure_id: int) -> SourceView | None:
    """Where a figure comes from. Opening its file again takes a worker; the cells are kept while the data stand."""
    return _source_of(*key(), figure_id)
