"""Our words for the texts Streamlit itself puts on the page; the only place that knows its markup.

Streamlit cannot be translated. Where a text has a parameter (``placeholder=``, ``label=``), the screens pass it; what
has none is covered here by styles: the English text is made invisible and a Chinese one is written over it. A browser
test looks for Latin words on every screen, so that a new version of Streamlit that changes its markup is noticed.
"""

from __future__ import annotations

import streamlit as st

from analytics.intake.gate import limits
from ui.words import language, t


def _instead(selector: str, text: str, size: str = "0.875rem") -> str:
    """A rule that writes ``text`` over the text of an element."""
    return (
        f"{selector} {{ font-size: 0 !important; line-height: 1.3 !important; }}\n"
        f'{selector}::after {{ content: "{text}"; font-size: {size}; }}\n'
    )


UPLOADER = '[data-testid="stFileUploaderDropzone"]'
DIALOG = '[data-testid="stDialog"] [role="dialog"]'


def _uploader() -> str:
    """Both languages: the limit Streamlit names is its own, not the one files are held to."""
    most = limits.FILE // limits.MEGABYTE
    return _instead(f'{UPLOADER} button [data-testid="stMarkdownContainer"] p', t("选择文件")) + _instead(
        '[data-testid="stFileUploaderDropzoneInstructions"] span',
        t("也可以把文件拖到这里；每个文件不超过 {most} 兆字节", most=most),
    )


BOTH = '[data-testid="InputInstructions"] { display: none !important; }\n'
"""Hints in a field (Press Ctrl+Enter to submit form): every form has a button that says in our words what it does."""

RULES = (
    # Menus of a table's head and its toolbar have texts only in English; sorting by a click on the head remains.
    '[data-testid="stElementToolbar"], [data-testid="stDataFrameColumnMenu"] { display: none !important; }\n'
    + '[data-testid="stStatusWidget"] { display: none !important; }\n'
    # The screens open no dialogs, so a dialog is Streamlit saying that the server does not answer.
    + f"{DIALOG} > *:not(button) {{ display: none !important; }}\n"
    + f'{DIALOG}::after {{ content: "与服务器的连接断开了。请检查程序是否还在运行，然后刷新页面；已入库的数据不受影响。"; '
    + "display: block; padding: 2rem; font-size: 1rem; line-height: 1.7; }\n"
    + _instead('[data-testid="stSkipToContent"]', "跳到正文")
    + "".join(
        _instead(f'[data-testid="stDateInputField"] [data-type="{part}"][data-placeholder="true"]', word)
        for part, word in (("year", "年"), ("month", "月"), ("day", "日"))
    )
    + _instead('[role="listbox"][data-empty="true"] [role="option"] span', "没有符合的选项")
)


def apply() -> None:
    """Covers Streamlit's own texts: those that are wrong in both languages, and all that is English in Chinese ones."""
    st.html(f"<style>\n{_uploader()}{BOTH}{RULES if language() == 'zh' else ''}</style>")
