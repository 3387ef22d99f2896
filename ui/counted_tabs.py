"""Tabs whose names carry a count: the open one stays open when its count changes, and a link can lead to one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from ui import address

_COUNT = re.compile(r"\s*[（(]")


def keep_open(labels: Sequence[str], key: str, ids: Sequence[str] = ()) -> list[str]:
    """The labels for ``st.tabs`` of that key, which knows the open tab by all the labels: called just before it.

    Answering a question from within a tab would else lead to the first one. With ``ids`` the open tab is kept in the
    address under ``key``, and what a link says goes before what was open earlier.
    """
    said = st.query_params.get(key)
    if said is not None and said in ids and said != st.session_state.get(f"_{key}_said"):
        st.session_state[key] = labels[list(ids).index(said)]
    held = st.session_state.get(key)
    if isinstance(held, str):
        same = [held] if held in labels else [label for label in labels if _name(label) == _name(held)]
        if len(same) == 1:
            # Said anew even where it reads the same: with another's count changed, Streamlit takes all for new tabs.
            st.session_state[key] = same[0]
    if ids:
        now = st.session_state.get(key)
        opened = ids[list(labels).index(now)] if isinstance(now, str) and now in labels else ids[0]
        address.keep(key, opened, ids[0])
        st.session_state[f"_{key}_said"] = st.query_params.get(key)
    return list(labels)


def _name(label: str) -> str:
    return _COUNT.split(label, maxsplit=1)[0]
