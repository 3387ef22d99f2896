"""What is to be checked about the reports in prose of a year: against returns, and against each other."""

from __future__ import annotations

import streamlit as st

from analytics.checks import Crossed
from ui import copied_passages, quality_reports, several_numbers
from ui.filters import Filters
from ui.words import t


def waiting(filters: Filters, rows: dict[str, list[Crossed]]) -> int:
    """How many figures differ from the return, how many indicators have several numbers that nobody has chosen between,
    and how many reports repeat another one that nobody has explained."""
    return _differing(rows) + several_numbers.waiting(filters) + copied_passages.waiting(filters)


def _differing(rows: dict[str, list[Crossed]]) -> int:
    return sum(row.outcome == "differs" for of in rows.values() for row in of)


def show(filters: Filters, rows: dict[str, list[Crossed]]) -> None:
    """The reports held against the returns, the numbers to choose between, or the passages that two reports share."""
    if not rows:
        quality_reports.show(filters, rows)
        return
    kinds = {
        "returns": t("与报表核对（{n} 项不一致）", n=_differing(rows)),
        "several": t("一项几个数（{n}）", n=several_numbers.waiting(filters)),
        "copied": t("文字雷同（{n}）", n=copied_passages.waiting(filters)),
    }
    kind = st.segmented_control(
        t("看什么"),
        list(kinds),
        format_func=kinds.__getitem__,
        default="returns",
        required=True,
        key="quality_prose_kind",
        label_visibility="collapsed",
    )
    if kind == "copied":
        copied_passages.show(filters)
    elif kind == "several":
        several_numbers.show(filters)
    else:
        quality_reports.show(filters, rows)
