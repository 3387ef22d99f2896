"""The comparison workbook on the screen 导出."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from analytics.export.comparison import comparison_workbook
from ui import cached
from ui.doubts import doubts_of_all_files
from ui.exports.kind import EXCEL, Export, Progress
from ui.exports.scope import county, file_name, scope_said
from ui.exports.sheet_preview import first_page
from ui.filters import Filters
from ui.findings import closed
from ui.words import language, listed, t


@dataclass(frozen=True, slots=True)
class Contents:
    """What of the workbook is wanted. ``groups`` None: every group of indicators."""

    groups: tuple[str, ...] | None = None
    findings: bool = True
    large_in_wan: bool = False


def _name() -> str:
    return t("对比工作簿（Excel）")


def _holds() -> str:
    return t(
        "- 总表：各乡镇主要指标的本年、上年、增减、同比、档次，有合计\n"
        "- 每组指标一张表；条形图、折线、斜线用 Excel 自带的图\n"
        "- 多年走势、短板、疑点\n"
        "- 每个数据的文件、工作表、单元格、原文、上传人\n"
        "- ≥、≈、未报照原样写出，不改成零；乡镇的说明写成批注"
    )


def _choose(filters: Filters) -> Contents:  # noqa: ARG001
    names = {g.id: g.name_en if language() == "en" else g.name_zh for g in cached.catalogue().groups}
    chosen = st.multiselect(
        t("分组表"),
        list(names),
        format_func=names.__getitem__,
        key="workbook_groups",
        placeholder=t("全部指标组"),
        select_all=False,
    )
    findings = st.toggle(t("附短板和疑点"), value=True, key="workbook_findings")
    wan = language() == "zh" and st.toggle(
        t("大数以万为单位"), key="workbook_wan", help=t("最大值不到十万的列仍写全数；表头注明“万”。")
    )
    return Contents(tuple(chosen) or None, findings, wan)


def _preview(filters: Filters, contents: Contents) -> None:
    of = (*filters.key[:3], contents.large_in_wan, language())
    st.html(cached.made("workbook_preview", of, lambda: first_page(filters, large_in_wan=contents.large_in_wan)))


def _file(filters: Filters, contents: Contents) -> tuple[str, str]:  # noqa: ARG001
    stem = t("{county}法治工作对比_{this}_{base}", county=county(), this=filters.year, base=filters.base)
    return file_name(stem, "xlsx"), EXCEL


def make(filters: Filters, contents: Contents, progress: Progress) -> bytes:  # noqa: ARG001
    """The workbook of the chosen years, townships and groups."""
    indicators = cached.catalogue().indicators
    return comparison_workbook(
        cached.figures(),
        cached.catalogue(),
        cached.roster(),
        (filters.year, filters.base),
        townships=filters.townships,
        county=county(),
        findings=closed([*cached.gaps(filters.year), *cached.questions(filters.year)], filters.year)
        if contents.findings
        else None,
        made_at=datetime.now().astimezone(),
        data_version=cached.version(),
        indicators=None if contents.groups is None else [i.id for i in indicators if i.group in contents.groups],
        uploads={u.id: (u.who, u.received_at) for u in cached.store().uploads()},
        explanations=cached.store().explanations_frame(),
        doubts=doubts_of_all_files(),
        large_in_wan=contents.large_in_wan,
        language=language(),
    )


def _said(filters: Filters, contents: Contents) -> Mapping[str, str]:
    groups = {g.id: g.name_en if language() == "en" else g.name_zh for g in cached.catalogue().groups}
    chosen = t("全部") if contents.groups is None else listed([groups[g] for g in contents.groups])
    return {**scope_said(filters), t("分组表"): chosen}


WORKBOOK = Export("workbook", _name, _holds, _choose, _preview, _file, make, _said)
