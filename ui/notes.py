"""The small grey lines that explain."""

from __future__ import annotations

import html

import streamlit as st


def note(text: str) -> None:
    """One small grey line."""
    st.html(f'<div class="note">{html.escape(text)}</div>')
