"""A township's report in prose: its text with what was read marked, and what comes of it beside."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.model import Report
from analytics.submission import marks_of
from ui import cached, copied_passages, crosscheck_table, plans_kept, report_file, report_text, several_numbers
from ui.filters import Filters
from ui.formats import theme_name
from ui.notes import note
from ui.registry import link
from ui.tables import ROW_HEIGHT
from ui.words import t

KIND = "profile_report_kind"


def show(filters: Filters, township: str) -> None:
    """The text on the left; on the right the cross-check, shortcomings and plans."""
    report = cached.reports().get((township, filters.year))
    if report is None:
        st.write(t("{year}年还没有收到{township}的工作报告，或者还没有入库。", year=filters.year, township=township))
        link("upload", t("去上传工作报告"))
        if plans_kept.planned(township, filters.year):
            plans_kept.show(township, filters.year, "profile_plans_kept")
        return
    left, right = st.columns([5, 6], gap="medium")
    with right:
        chosen = _beside(filters, township, report)
    with left:
        note(report.file)
        report_text.marked_text(
            report.paragraphs,
            [*marks_of(report, chosen=chosen), *copied_passages.marks(township, filters.year)],
            key="profile_report",
            chosen=chosen,
        )


def _beside(filters: Filters, township: str, report: Report) -> str:
    """What was read, by kind; the cell of the row that was chosen, to be shown in the text."""
    rows = crosscheck_table.of_township(township, filters.year)
    differing = sum(row.outcome == "differs" for row in rows)
    several = bool(report.choices or report.chosen)
    kinds = {
        # Where there is one more to show, the names are short: all of them stand in one line.
        "check": _check_label(report, len(rows), differing, short=several),
        "several": t("一项几个数（{n}）", n=len(report.choices)),
        "gaps": t("自述短板（{n}）", n=len(report.gaps)),
        "plans": t("下年计划（{n}）", n=len(report.plans)),
        "kept": t("上年计划（{n}）", n=len(plans_kept.of_township(township, filters.year))),
    }
    if not several:
        del kinds["several"]
    if st.session_state.get(KIND) not in (None, *kinds):
        del st.session_state[KIND]  # what was looked at of another township
    kind = st.segmented_control(
        t("看什么"),
        list(kinds),
        format_func=kinds.__getitem__,
        default="check",
        required=True,
        key=KIND,
        label_visibility="collapsed",
    )
    if kind == "check":
        if rows:
            crosscheck_table.show(rows, "profile_check")
            return ""
        note(t("{year}年只有工作报告，没有报表；报告中的数据按“来自工作报告”采用。", year=filters.year))
        return report_file.figures(report, "profile_report_figures")
    if kind == "several":
        several_numbers.answers(report)
        return ""
    if kind == "kept":
        plans_kept.show(township, filters.year, "profile_plans_kept")
        return ""
    if kind == "gaps":
        return _listed([(theme_of(g.theme), g.sentence, g.cell) for g in report.gaps], "gaps", t("报告没有写到短板。"))
    planned = [(theme_of(p.theme), p.sentence, p.cell) for p in report.plans]
    return _listed(planned, "plans", t("报告没有写到下一年的计划。"))


def _check_label(report: Report, rows: int, differing: int, *, short: bool) -> str:
    """What is behind the first choice: the cross-check, or the report's own figures where there is no return."""
    if not rows:
        return t("数据（{n}）", n=len(report.figures))
    return t("与报表核对（{n}）", n=differing) if short else t("与报表核对（{n} 项不一致）", n=differing)


def theme_of(theme: str | None) -> str:
    """A theme's name; 其他 for none."""
    return theme_name(theme) if theme and theme in cached.catalogue().theme_by_id else t("其他")


def _listed(rows: Sequence[tuple[str, str, str]], key: str, empty: str) -> str:
    """Sentences under their themes as a table; the cell of the chosen one."""
    if not rows:
        st.write(empty)
        return ""
    table = pd.DataFrame(rows, columns=[t("主题"), t("原文"), t("位置")])
    event = st.dataframe(
        table,
        hide_index=True,
        key=f"profile_report_{key}",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(460, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("原文"): st.column_config.Column(width="large")},
        alt=t("工作报告原文"),
    )
    note(t("勾选一行最左边的方框，在左边的全文里标出来。"))
    picked = event["selection"]["rows"] if event else []
    return rows[picked[0]][2] if picked and picked[0] < len(rows) else ""
