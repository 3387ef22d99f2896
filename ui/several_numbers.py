"""The accepted reports of a year that give several numbers for one thing: which townships', and the answers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.model import Report
from ui import cached, choice_form
from ui.downloads import download_table
from ui.filters import Filters
from ui.formats import indicator_name, place_words
from ui.notes import note
from ui.one_township import to_profile
from ui.tables import ROW_HEIGHT
from ui.words import t


def asked(filters: Filters) -> list[Report]:
    """The reports of the chosen year and townships that give several numbers for one thing; an answered one keeps its
    place, so that it can be seen and chosen anew."""
    held = cached.reports()
    found = (held.get((name, filters.year)) for name in filters.shown_townships)
    return [report for report in found if report is not None and (report.choices or report.chosen)]


def waiting(filters: Filters) -> int:
    """How many of their indicators nobody has chosen a number for."""
    return sum(len(report.choices) for report in asked(filters))


def answers(report: Report) -> None:
    """Every choice of one report with its sentences, and what is chosen or can be."""
    upload, (reading, _) = cached.store().upload(report.upload_id), cached.reading(report.upload_id)
    choice_form.show(upload, reading)


def show(filters: Filters) -> None:
    """A line for every such report, and the choices of the picked one, else of the first that has any left."""
    reports = asked(filters)
    if not reports:
        st.write(t("{year}年的工作报告里没有一项写了几个数的。", year=filters.year))
        return
    table = pd.DataFrame(
        [(r.township, len(r.choices), len(r.chosen)) for r in reports],
        columns=[t("乡镇"), t("待选定"), t("已选定")],
    )
    left, right = st.columns([2, 6], gap="medium")
    with left:
        event = st.dataframe(
            table,
            hide_index=True,
            key="quality_several",
            on_select="rerun",
            selection_mode="single-row",
            row_height=ROW_HEIGHT,
            height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
            alt=t("一项写了几个数的工作报告"),
        )
        note(t("勾选一行最左边的方框，在右边选定。"))
        download_table(_as_table(reports), t("{year}年报告里一项几个数", year=filters.year), "quality_several_download")
    picked = event["selection"]["rows"] if event else []
    first = next((report for report in reports if report.choices), reports[0])
    chosen = reports[picked[0]] if picked and picked[0] < len(reports) else first
    with right:
        st.subheader(chosen.township, anchor=False)
        answers(chosen)
        to_profile(chosen.township)


def _as_table(reports: Sequence[Report]) -> pd.DataFrame:
    rows = [
        (
            report.township,
            indicator_name(choice.indicator),
            t("待选定") if choice in report.choices else t("已选定"),
            one.source.raw,
            one.sentence,
            place_words(one.source.cell, one.source.sheet),
            report.file,
        )
        for report in reports
        for choice in (*report.choices, *report.chosen)
        for one in choice.alternatives
    ]
    columns = [t("乡镇"), t("指标"), t("状态"), t("数据"), t("原句"), t("位置"), t("文件")]
    return pd.DataFrame(rows, columns=columns)
