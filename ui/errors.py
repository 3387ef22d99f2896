"""What a visitor sees when a screen fails: one sentence, never a traceback."""

from __future__ import annotations

import logging
from datetime import datetime

import streamlit as st

from analytics.store import StoreError
from ui.plain import plain
from ui.words import language, t


def screen_failed(fault: Exception) -> bool:
    """Says what to do; the traceback goes to the log under the moment the visitor is told. True: it is handled."""
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    logging.getLogger("fazhi").error("screen failed at %s", moment, exc_info=fault)
    if isinstance(fault, StoreError):
        st.error(plain(fault.text.in_(language())))
        return True
    st.error(
        t(
            "这个页面出了程序错误（{moment}），已入库的数据没有改动。请刷新页面再试；仍不行时，把这个时间告诉维护人员。",
            moment=moment,
        )
    )
    return True
