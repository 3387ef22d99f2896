"""Tabs whose names carry a count: the open one stays open when its count changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

_COUNT = re.compile(r"\s*[（(]")


def keep_open(labels: Sequence[str], key: str) -> list[str]:
    """The labels for ``st.tabs`` of that key, which knows the open tab by its label alone: called just before it.

    Answering a question from within a tab would else lead to the first one.
    """
    held = st.session_state.get(key)
    if isinstance(held, str) and held not in labels:
        same = [label for label in labels if _name(label) == _name(held)]
        if len(same) == 1:
            st.session_state[key] = same[0]
    return list(labels)


def _name(label: str) -> str:
    return _COUNT.split(label, maxsplit=1)[0]
