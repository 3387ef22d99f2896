"""The tidy figures on the screen 导出."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analytics.export import tidy_csv
from ui import cached
from ui.exports.kind import CSV, Export, Progress
from ui.exports.scope import county, file_name, scope_said
from ui.filters import Filters
from ui.formats import indicator_name
from ui.tables import ROW_HEIGHT
from ui.words import t


@dataclass(frozen=True, slots=True)
class Rows:
    """Which figures are wanted."""

    every_year: bool = True


def _name() -> str:
    return t("全部数据（CSV）")


def _holds() -> str:
    return t("所选乡镇所有年份的每个数据一行，带文件、工作表、单元格和原文。")


def _choose(filters: Filters) -> Rows:  # noqa: ARG001
    return Rows()


def _table(filters: Filters) -> pd.DataFrame:
    frame = cached.figures()
    if filters.townships is not None:
        frame = frame[frame["township"].isin(filters.townships)]
    frame = frame.sort_values(["year", "township", "indicator"], kind="stable")
    headings = {
        "year": t("年度"),
        "township": t("乡镇"),
        "name": t("指标"),
        "indicator": t("指标代码"),
        "value": t("数值"),
        "qualifier": t("约数"),
        "state": t("状态"),
        "unit": t("单位"),
        "raw": t("原文"),
        "file": t("文件"),
        "sheet": t("工作表"),
        "cell": t("单元格"),
    }
    qualifiers = {"exact": "", "at_least": "≥", "about": "≈"}
    states = {"reported": t("已报"), "missing": t("未报"), "not_applicable": t("不适用")}
    table = frame.assign(
        name=frame["indicator"].map(indicator_name),
        qualifier=frame["qualifier"].map(qualifiers),
        state=frame["state"].map(states),
        sheet=frame["sheet"].fillna(""),
    )
    return table[list(headings)].rename(columns=headings)


def _preview(filters: Filters, rows: Rows) -> None:  # noqa: ARG001
    st.dataframe(
        _table(filters).head(15), hide_index=True, row_height=ROW_HEIGHT, key="figures_preview", alt=t("导出预览")
    )


def _file(filters: Filters, rows: Rows) -> tuple[str, str]:  # noqa: ARG001
    return file_name(t("{county}法治工作数据", county=county()), "csv"), CSV


def make(filters: Filters, rows: Rows, progress: Progress) -> bytes:  # noqa: ARG001
    """Every current figure of the chosen townships, one a row, for Excel."""
    return tidy_csv(_table(filters))


def _said(filters: Filters, rows: Rows) -> Mapping[str, str]:  # noqa: ARG001
    return {t("乡镇"): scope_said(filters)[t("乡镇")]}


FIGURES = Export("figures", _name, _holds, _choose, _preview, _file, make, _said)
