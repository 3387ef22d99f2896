"""Who is at work: one name, asked once, the same on every screen, known again after the page is loaded anew.

A loaded page is a new session to Streamlit, so the browser keeps the name in a cookie that ends when the browser is
closed: on a PC that several people of an office share, nobody signs with the name of yesterday's colleague. The name
is never part of the address, which is copied and sent to others.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

import streamlit as st

from ui.words import t

KEY = "who"
NEXT = "_who_next"
"""A name given elsewhere than in the field; taken over by the next run, before the field is drawn."""
COOKIE = "fazhi_who"
LONGEST = 40


def who() -> str:
    """Who is at work in this session; empty until a name was given."""
    return str(st.session_state.get(KEY) or "").strip()


def name_field() -> None:
    """The field for the name of who is at work."""
    st.text_input(
        t("操作人"),
        key=KEY,
        persist_state="session",
        placeholder=t("请填写姓名"),
        help=t("记在每个文件和每次操作上，以便日后查问。填一次，各个页面通用，关闭浏览器前都记得。"),
        max_chars=LONGEST,
        autocomplete="name",
    )


def remember(name: str) -> None:
    """Takes over a name that was typed under a note or an explanation."""
    st.session_state[NEXT] = name


def recall() -> None:
    """At the start of a run: what was typed elsewhere, else what the browser remembers of before the page was loaded."""
    given = st.session_state.pop(NEXT, None)
    if given is None and KEY not in st.session_state:
        given = in_browser()
    if given:
        st.session_state[KEY] = given[:LONGEST]


def keep() -> None:
    """Lets the browser remember the name, where it remembers another or none."""
    name = who()
    if not name or name == in_browser():
        return
    # Percent-encoded there is nothing in a name that could end the string it stands in.
    value = quote(name, safe="")
    st.html(
        f'<script>document.cookie = "{COOKIE}={value}; path=/; SameSite=Strict";</script>',
        unsafe_allow_javascript=True,
        width="content",
    )


def in_browser() -> str:
    """The name the browser came with; empty where it knows none."""
    found = st.context.cookies.get(COOKIE)
    # A session of a test has no browser, and stands in for its cookies with an object that is no text.
    return unquote(found).strip() if isinstance(found, str) else ""
