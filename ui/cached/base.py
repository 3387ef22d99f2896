"""The store that a rerun shows, and the version of its data."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st

from analytics.catalogue import Catalogue, load_catalogue
from analytics.store import Store
from analytics.store.engine import store_url
from ui.kept import Kept

KEPT = 24
"""Results kept per function; each is a few hundred kilobytes for a county of 25 townships."""
MADE = 160
"""Charts and other finished things kept; a chart of 25 townships takes some hundred kilobytes."""

VERSION, STORE, WRITES = "_version", "_store", "_writes"
SHOWN: ContextVar[tuple[str, int] | None] = ContextVar("shown", default=None)
"""A ``key`` where no session is at hand; see ``ui.later``."""

_STORES: Kept[Store] = Kept(16)


def store() -> Store:
    """The county's store, opened once a process; its tables are upgraded then."""
    shown = SHOWN.get()
    found = st.session_state.get(STORE) if shown is None else shown[0]
    url = str(store_url(None) if found is None else found)
    return _STORES.get(url, lambda: Store.open(url))


def catalogue() -> Catalogue:
    """What is counted."""
    return load_catalogue()


def begin_run() -> None:
    """Finds the store and reads the data's version once for this rerun; all that is shown in it is of one version."""
    st.session_state[STORE] = store_url(None)
    st.session_state[VERSION] = store().version()
    st.session_state[WRITES] = store().writes()


def version() -> int:
    """The version of the data this rerun shows."""
    shown = SHOWN.get()
    found = st.session_state.get(VERSION) if shown is None else shown[1]
    return store().version() if found is None else int(found)


def writes() -> int:
    """The number of the store's last write as this rerun found it: a file that only waits moves it, not the version."""
    found = st.session_state.get(WRITES) if SHOWN.get() is None else None
    return store().writes() if found is None else int(found)


def key() -> tuple[str, int]:
    """The store's address and the version of the data this rerun shows."""
    return store().url, version()
