"""The one township a screen is about, chosen on the screen and kept in the address."""

from __future__ import annotations

import streamlit as st

from ui import address, cached
from ui.filters import Filters
from ui.plain import plain
from ui.registry import link
from ui.words import t

KEY = "township"
SAID = "_township_said"
"""What the address said when it was last read or written, so that a link to another township is told from an own one."""


def choose(filters: Filters) -> str:
    """The choice; what a link says goes before what was chosen earlier. At first the first township looked at."""
    names = list(cached.names())
    said = st.query_params.get(KEY)
    if said in names and said != st.session_state.get(SAID):
        st.session_state[KEY] = said
    address.start(KEY, names)
    if KEY not in st.session_state:
        st.session_state[KEY] = filters.shown_townships[0]
    chosen = st.selectbox(
        t("乡镇"),
        names,
        key=KEY,
        placeholder=t("请选择"),
        label_visibility="collapsed",
        persist_state="session",
    )
    # Always written, the first one too: a sent link must not show another township once the roster changes.
    address.keep(KEY, chosen, usual=None)
    st.session_state[SAID] = chosen
    return str(chosen)


def to_profile(township: str, label: str | None = None) -> None:
    """A link to a township's profile; without a ``label`` it says so."""
    link("profile", plain(label or t("看{township}的画像", township=township)), township=township)
