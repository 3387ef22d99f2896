"""A list keeps its order while a row of it is ticked: what is answered does not jump away under the reader's hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import streamlit as st


def steady(table: str, names: Sequence[Hashable]) -> list[int]:
    """The places of ``names`` in the order to show them in, for the table of that widget key; called just before it.

    A table knows its ticked row by its place alone. While one is ticked and the same rows are there, they stand as they
    stood, however ``names`` are sorted now; without a tick, or with other rows, they stand as given.
    """
    held, order = st.session_state.get(f"_{table}_order", ()), list(range(len(names)))
    if _ticked(table) and Counter(held) == Counter(names):
        place = {name: k for k, name in enumerate(held)}
        order.sort(key=lambda k: place[names[k]])
    st.session_state[f"_{table}_order"] = tuple(names[k] for k in order)
    return order


def _ticked(table: str) -> bool:
    state = st.session_state.get(table)
    return bool(state and state["selection"]["rows"])
