"""Which townships sent how much, and when."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analytics.charts import (
    arrival_dots,
    beside_text,
    completeness_map,
    completeness_words,
    timeliness_map,
    timeliness_word,
)
from analytics.charts.template import records
from analytics.measures.completeness import completeness
from ui import cached
from ui.arrivals import in_time, over_years
from ui.downloads import download_table
from ui.filters import Filters
from ui.notes import note
from ui.screen import chart
from ui.standing import deadline
from ui.tables import ROW_HEIGHT
from ui.words import language, t

BESIDE = 4
"""Years whose map still fits beside that of the groups on a screen of 1366 pixels."""


def by_year(filters: Filters) -> pd.DataFrame:
    """``completeness`` of the chosen townships in all years."""
    here = cached.to_check()
    return cached.made("complete_years", (filters.townships, here), lambda: completeness(_table(filters), None, here))


def by_group(filters: Filters) -> pd.DataFrame:
    """``completeness`` of the chosen townships in the chosen year, per group of indicators."""
    groups = {i.id: i.group for i in cached.catalogue().indicators}
    here = cached.to_check()

    def make() -> pd.DataFrame:
        table = _table(filters)
        return completeness(table[table["year"] == filters.year], groups, here)

    return cached.made("complete_groups", (filters.townships, filters.year, here), make)


def _table(filters: Filters) -> pd.DataFrame:
    table = cached.indicators()
    return table[table["township"].isin(filters.shown_townships)]


def show_completeness(filters: Filters) -> None:
    """Two maps, townships × years and townships × groups, and what is in them as a file."""
    # A column of the left map needs some sixty pixels for 部分 44/45; more years than four stand above the groups.
    left, right = (
        st.columns([1, 2], gap="medium") if len(cached.years()) <= BESIDE else (st.container(), st.container())
    )
    with left:
        chart("quality_years", filters, partial(years_map, filters), cached.to_check())
    with right:
        chart("quality_groups", filters, partial(groups_map, filters), cached.to_check())
    download_table(_as_table(filters), t("{year}年完整性", year=filters.year), "quality_complete_download")


def years_map(filters: Filters, **words: Any) -> go.Figure:
    """Townships × years: how much of what was asked came in."""
    columns = [(year, str(year)) for year in cached.years()]
    return completeness_map(by_year(filters), by="year", columns=columns, year=filters.year, width=22, **words)


def groups_map(filters: Filters, **words: Any) -> go.Figure:
    """Townships × groups of indicators: how much of what was asked came in."""
    return completeness_map(by_group(filters), by="group", columns=_group_names(), year=filters.year, width=44, **words)


def arrivals(filters: Filters, **words: Any) -> go.Figure:
    """The first return of each township against the deadline."""
    return arrival_dots(in_time(filters), year=filters.year, due=deadline(filters.year), **words)


def _group_names() -> list[tuple[str, str]]:
    return [(g.id, g.name_en if language() == "en" else g.name_zh) for g in cached.catalogue().groups]


def _as_table(filters: Filters) -> pd.DataFrame:
    """One row per township and year or group, all in words and numbers."""
    said = completeness_words(language())
    names = dict(_group_names())
    everything = t("全部指标")
    years = by_year(filters).assign(what=everything)
    groups = by_group(filters)
    groups = groups.assign(what=groups["group"].map(names))
    both = pd.concat([years, groups], ignore_index=True)
    return pd.DataFrame(
        {
            t("乡镇"): both["township"],
            t("年度"): both["year"],
            t("类别"): both["what"],
            t("要求的指标"): both["asked"],
            t("已报的指标"): both["reported"],
            t("已报待核实的指标"): both["waiting"],
            t("未报的指标"): both["missing"],
            t("完整率（%）"): (both["share"] * 100).round(1),
            t("程度"): both["word"].map(said),
        }
    )


def show_timeliness(filters: Filters) -> None:
    """Who was late in which year, and for the chosen one a dot per township against the deadline and the days."""
    frame = in_time(filters)
    due = deadline(filters.year)
    years = cached.years()
    left, right = st.columns([2, 3], gap="medium") if len(years) <= BESIDE else (st.container(), st.container())
    with left:
        drawn = partial(timeliness_years, filters)
        chart("quality_timeliness_years", filters, drawn, cached.store().writes(), _today())
    with right:
        chart("quality_arrivals", filters, partial(arrivals, filters), cached.store().writes())
        table = pd.DataFrame(
            {
                t("乡镇"): frame["township"],
                t("收到日期"): [day.isoformat() if day else "" for day in frame["first"]],
                t("及时性"): [beside_text(row, language()).split("（")[0].split(" (")[0] for row in records(frame)],
            }
        )
        st.dataframe(
            table,
            hide_index=True,
            row_height=ROW_HEIGHT,
            height=min(360, ROW_HEIGHT * (len(table) + 1) + 8),
            key="quality_timeliness",
            alt=t("{year}年报表的及时性", year=filters.year),
        )
        note(t("收到日期是文件第一次上传到本系统的日期，不是乡镇写好的日期。上报截止日 {due}。", due=due.isoformat()))
        download_table(_all_years(filters), t("历年及时性"), "quality_timeliness_download")


def _all_years(filters: Filters) -> pd.DataFrame:
    """Every township and year in words."""
    frame = over_years(filters)
    today = _today()
    return pd.DataFrame(
        {
            t("乡镇"): frame["township"],
            t("年度"): frame["year"],
            t("截止日"): [day.isoformat() for day in frame["due"]],
            t("收到日期"): [day.isoformat() if isinstance(day, date) else "" for day in frame["first"]],
            t("及时性"): [timeliness_word(row, today, language()) for row in records(frame)],
        }
    )


def timeliness_years(filters: Filters, **words: Any) -> go.Figure:
    """Townships × years: in time, late by how many days, or nothing."""
    years = cached.years()
    return timeliness_map(
        over_years(filters), years=years, today=_today(), width=26 if len(years) <= BESIDE else 50, **words
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 the office's own calendar day
