"""The cells of files that are still to be asked about, and what of the figures waits for the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from analytics.checks.asking import Doubt, Wait, waiting_of, waits_of
from analytics.submission.doubts import doubts_by_file
from ui.cached.base import store, writes

Waiting = frozenset[tuple[str, int, str]]
BY_VALUE: dict[str | type[Any], Callable[[Any], Any]] = {frozenset: hash}
"""A frozenset remembers its hash, so that a thousand waiting figures cost a look-up nothing."""


@st.cache_resource(show_spinner=False, max_entries=2)
def _doubts_of(url: str, writes: int) -> Mapping[int, tuple[tuple[int, Doubt], ...]]:  # noqa: ARG001
    return doubts_by_file(store())


@st.cache_resource(show_spinner=False, max_entries=2)
def _waiting_of(url: str, writes: int) -> Waiting:
    return waiting_of(pair for pairs in _doubts_of(url, writes).values() for pair in pairs)


@st.cache_resource(show_spinner=False, max_entries=2)
def _waits_of(url: str, writes: int) -> Mapping[tuple[str, int, str], Wait]:
    return waits_of(pair for pairs in _doubts_of(url, writes).values() for pair in pairs)


def wait(township: str, year: int, indicator: str) -> Wait | None:
    """Where a figure that waits for an answer stands and what is asked about it; None of any other."""
    return _waits_of(store().url, writes()).get((township, year, indicator))


@st.cache_resource(show_spinner=False, max_entries=2)
def _waiting_in_returns_of(url: str, writes: int) -> Waiting:
    return frozenset(key for key, wait in _waits_of(url, writes).items() if wait.doubt.origin == "return")


def waiting_in_returns() -> Waiting:
    """Those of ``waiting`` that stand in a return, not in a report in prose."""
    return _waiting_in_returns_of(store().url, writes())


def cell_doubts() -> Mapping[int, tuple[tuple[int, Doubt], ...]]:
    """Year and doubt for every cell to ask about, by upload, as of the store's last write."""
    return _doubts_of(store().url, store().writes())


def waiting() -> Waiting:
    """(township, year, indicator) that was sent in and is not used before a question about it is answered.

    As of the last write this rerun found: a file that only waits changes it, and the version of the data does not move.
    """
    return _waiting_of(store().url, writes())
