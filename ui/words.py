"""The session's language, and texts in it."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st

from analytics.text import Language, translate
from ui import address

LANGUAGES: dict[str, str] = {"zh": "中文", "en": "English"}


SPOKEN: ContextVar[Language | None] = ContextVar("spoken", default=None)
"""Set where no session is at hand; see ``ui.later``."""


def language() -> Language:
    """The language of this session: what was chosen here, else what the address says (``?lang=en``), else Chinese."""
    spoken = SPOKEN.get()
    if spoken is not None:
        return spoken
    chosen = st.session_state.get("lang") or st.query_params.get("lang")
    return "en" if chosen == "en" else "zh"


def t(message: str, /, **values: object) -> str:
    """``message`` in the session's language with ``values`` filled in."""
    return translate(message, language(), **values)


def N_(message: str) -> str:  # noqa: N802 the name gettext looks for
    """Marks a message for translation where it is shown later."""
    return message


def listed(parts: list[str]) -> str:
    """Parts in a row: 、 in Chinese, a comma in English."""
    return (", " if language() == "en" else "、").join(parts)


def language_switch() -> None:
    """中文 / English, kept in the address."""
    address.start("lang", LANGUAGES)
    chosen = st.segmented_control(
        "Language",
        list(LANGUAGES),
        format_func=LANGUAGES.__getitem__,
        default=None if "lang" in st.session_state else "zh",
        required=True,
        key="lang",
        label_visibility="collapsed",
    )
    address.keep("lang", chosen, "zh")
