"""Choices kept in the address, by id and not by label, so that a link works in both languages.

Streamlit's own binding writes the label that is shown; a link to 宣传资料 would then be lost on an English screen.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st


def start(key: str, allowed: Collection[Any]) -> None:
    """Before a widget of one choice: takes over what the address says, if it is allowed; drops what is not."""
    if key not in st.session_state and key in st.query_params:
        said = st.query_params[key]
        found = next((option for option in allowed if str(option) == said), None)
        if found is not None:
            st.session_state[key] = found
    elif key in st.session_state and st.session_state[key] not in allowed:
        del st.session_state[key]


def start_many(key: str, allowed: Collection[Any]) -> None:
    """Before a widget of several choices: as ``start``."""
    if key not in st.session_state and key in st.query_params:
        said = st.query_params.get_all(key)
        st.session_state[key] = [option for option in allowed if str(option) in said]
    elif key in st.session_state:
        st.session_state[key] = [option for option in st.session_state[key] if option in allowed]


def keep(key: str, value: Any, usual: Any) -> None:
    """After a widget: writes its value to the address; the usual one leaves the address clean."""
    if value == usual or value is None:
        if key in st.query_params:
            del st.query_params[key]
    elif st.query_params.get(key) != str(value):
        st.query_params[key] = str(value)


def keep_many(key: str, values: Sequence[Any]) -> None:
    """After a widget of several choices; none leaves the address clean."""
    said = [str(value) for value in values]
    if st.query_params.get_all(key) != said:
        if said:
            st.query_params[key] = said
        else:
            del st.query_params[key]
