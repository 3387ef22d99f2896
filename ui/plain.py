"""Names and texts out of files, on their way into Streamlit's Markdown."""

from __future__ import annotations

import re

_JOINED = re.compile(r"(?<=:)(?=[A-Za-z0-9+/])|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
"""Streamlit looks for ``:material/…:``, ``:smile:`` and addresses again after Markdown has taken the backslashes off;
an invisible word joiner keeps their parts from being seen as one."""

_MARKUP = re.compile("[\\\\`*_\\[\\]<>|~$&]|:(?=\u2060)")
"""What means something inside a line: emphasis, links, HTML, tables, formulas and Streamlit's ``:red[…]``."""

_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]{2,}|\d+[.)](?=\s|$))")
"""What means something at the start of a line only."""


def plain(text: str) -> str:
    """``text`` so that Markdown shows it as it is: a name, a cell, or a whole sentence about them, as one line."""
    line = _JOINED.sub("\u2060", " ".join(text.splitlines()))
    line = _MARKUP.sub(lambda sign: f"\\{sign[0]}", line)
    return _LINE_START.sub(lambda start: f"{start[1]}{start[2][:-1]}\\{start[2][-1]}", line)
