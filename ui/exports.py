"""The files of the export screen, made when they are asked for."""

from __future__ import annotations

from datetime import datetime

from analytics.export.comparison import comparison_workbook
from analytics.submission import said_of
from ui import cached
from ui.compare_table import csv_bytes
from ui.filters import Filters
from ui.findings import closed
from ui.formats import indicator_name
from ui.words import language, t


def comparison_bytes(filters: Filters, county: str) -> bytes:
    """The comparison workbook of the chosen years and townships."""
    uploads = {u.id: (u.who, u.received_at) for u in cached.store().uploads()}
    return comparison_workbook(
        cached.figures(),
        cached.catalogue(),
        cached.roster(),
        (filters.year, filters.base),
        townships=filters.townships,
        county=county,
        findings=closed([*cached.gaps(filters.year), *cached.questions(filters.year)], filters.year),
        made_at=datetime.now().astimezone(),
        data_version=cached.version(),
        uploads=uploads,
        language=language(),
        explanations=cached.store().explanations_frame(),
    )


def figures_csv(filters: Filters) -> bytes:
    """Every current figure of the chosen townships, one a row, for Excel."""
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
        "said": t("说明"),
        "file": t("文件"),
        "sheet": t("工作表"),
        "cell": t("单元格"),
    }
    qualifiers = {"exact": "", "at_least": "≥", "about": "≈"}
    states = {"reported": t("已报"), "missing": t("未报"), "not_applicable": t("不适用")}
    said = said_of(cached.explanations())
    table = frame.assign(
        name=frame["indicator"].map(indicator_name),
        value=[("" if v != v else f"{v:.10g}") for v in frame["value"]],
        qualifier=frame["qualifier"].map(qualifiers),
        state=frame["state"].map(states),
        sheet=frame["sheet"].fillna(""),
        said=[
            "；".join(said.get((str(town), int(year), str(what)), ()))
            for town, year, what in zip(frame["township"], frame["year"], frame["indicator"], strict=True)
        ],
    )
    return csv_bytes(table[list(headings)].rename(columns=headings))
