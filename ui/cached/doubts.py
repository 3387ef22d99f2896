"""The cells of files that are still to be asked about, and what of the figures waits for the answers."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.checks.asking import Doubt, waiting_of
from analytics.submission.doubts import doubts_by_file
from ui.cached.base import catalogue, store


@st.cache_resource(show_spinner=False, max_entries=2)
def _doubts_of(url: str, writes: int) -> Mapping[int, tuple[tuple[int, Doubt], ...]]:  # noqa: ARG001
    return doubts_by_file(store())


@st.cache_resource(show_spinner=False, max_entries=2)
def _waiting_of(url: str, writes: int) -> frozenset[tuple[str, int, str]]:
    return waiting_of(pair for pairs in _doubts_of(url, writes).values() for pair in pairs)


@st.cache_resource(show_spinner=False, max_entries=2)
def _sums_of(url: str, writes: int) -> frozenset[tuple[str, int, str]]:
    headline = {i.id: i.headline for i in catalogue().indicators if i.headline}
    found = _waiting_of(url, writes)
    return frozenset((township, year, headline[i]) for township, year, i in found if i in headline)


def cell_doubts() -> Mapping[int, tuple[tuple[int, Doubt], ...]]:
    """Year and doubt for every cell to ask about, by upload, as of the store's last write."""
    return _doubts_of(store().url, store().writes())


def waiting() -> frozenset[tuple[str, int, str]]:
    """(township, year, indicator) that was sent in and is not used before a question about it is answered.

    As of the store's last write: a file that only waits changes it, and the version of the data does not move.
    """
    return _waiting_of(store().url, store().writes())


def waiting_sums() -> frozenset[tuple[str, int, str]]:
    """(township, year, headline measure) of which a part waits as in ``waiting``."""
    return _sums_of(store().url, store().writes())
