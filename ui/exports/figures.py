"""The tidy figures on the screen 导出: CSV for Excel, Parquet for programs, a dictionary beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st

from analytics.export.tidy import data_zip, in_words, tidy_figures
from ui import cached
from ui.doubts import doubts_of_all_files
from ui.exports.kind import ZIP, Export, Progress
from ui.exports.scope import county, file_name, townships_said, years_said
from ui.filters import Filters
from ui.tables import ROW_HEIGHT
from ui.words import language, t

SHOWN = 15
WHOLE_ROWS = 12
"""Rows in sight before the table is scrolled; the last of them whole."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Which figures are wanted: of the two years compared, or of all."""

    every_year: bool = True


def _name() -> str:
    return t("数据（CSV、Parquet）")


def _holds() -> str:
    return t(
        "- 每个数据一行：数值、上下限、约数、状态、单位\n"
        "- 出处：文件、工作表、单元格、原文、上传人和时间、说明\n"
        "- 数据.csv 可用 Excel、WPS 打开，数据.parquet 供程序读取\n"
        "- 附数据字典和导出说明"
    )


def _choose(filters: Filters) -> Rows:
    both = years_said(filters)
    every = st.segmented_control(
        t("年度"), [True, False], format_func={True: t("所有年份"), False: both}.__getitem__, default=True,
        required=True, key="figures_years",
    )  # fmt: skip
    return Rows(bool(every))


def _table(filters: Filters, rows: Rows) -> pd.DataFrame:
    return tidy_figures(
        cached.figures(),
        cached.catalogue(),
        townships=filters.townships,
        years=None if rows.every_year else (filters.year, filters.base),
        uploads={u.id: (u.who, u.received_at) for u in cached.store().uploads()},
        explanations=cached.store().explanations_frame(),
        doubts=doubts_of_all_files(),
        language=language(),
    )


def _preview(filters: Filters, rows: Rows) -> None:
    of = (*filters.key[:3], rows.every_year, language())
    n, first = cached.made("figures_preview", of, lambda: _first(filters, rows))
    st.caption(t("共 {n} 行，这是最前面的：", n=n))
    st.dataframe(
        first,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (WHOLE_ROWS + 1) + 3,
        key="figures_preview",
        alt=t("导出预览"),
        placeholder="",
    )


def _first(filters: Filters, rows: Rows) -> tuple[int, pd.DataFrame]:
    table = _table(filters, rows)
    # An endless upper bound is an empty field in the file.
    first = table.head(SHOWN).assign(high=table["high"].head(SHOWN).replace(float("inf"), float("nan")))
    return len(table), in_words(first, language())


def _file(filters: Filters, rows: Rows) -> tuple[str, str]:  # noqa: ARG001
    return file_name(t("{county}法治工作数据", county=county()), "zip"), ZIP


def make(filters: Filters, rows: Rows, progress: Progress) -> bytes:  # noqa: ARG001
    """The zip of the chosen townships' current figures."""
    now = datetime.now().astimezone()
    about = {
        t("县"): county(),
        **_said(filters, rows),
        t("数据版本"): str(cached.version()),
        t("制作时间"): now.strftime("%Y-%m-%d %H:%M"),
    }
    return data_zip(_table(filters, rows), cached.catalogue(), about, language=language())


def _said(filters: Filters, rows: Rows) -> Mapping[str, str]:
    years = t("所有年份") if rows.every_year else years_said(filters)
    return {t("年度"): years, t("乡镇"): townships_said(filters)}


FIGURES = Export("figures", _name, _holds, _choose, _preview, _file, make, _said)
