"""The figures themselves: one row each, as CSV for Excel and Parquet for programs, with a dictionary of what is what."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import pandas as pd

from analytics.catalogue import Catalogue
from analytics.checks.asking import Doubt, waits_of
from analytics.export.safety import clean
from analytics.export.tables import tidy_csv
from analytics.measures.grid import WAITING
from analytics.text import Language, Text, translate

COLUMNS = (
    "year", "township", "group", "indicator", "name", "value", "low", "high", "qualifier", "state", "unit", "raw",
    "file", "sheet", "cell", "origin", "uploaded_by", "uploaded_at", "explanation", "question", "figure_id",
)  # fmt: skip
"""Of the tidy frame, in this order."""


def tidy_figures(
    figures: pd.DataFrame,
    catalogue: Catalogue,
    *,
    townships: Sequence[str] | None = None,
    years: Sequence[int] | None = None,
    uploads: Mapping[int, tuple[str, datetime | str]] | None = None,
    explanations: pd.DataFrame | None = None,
    doubts: Iterable[tuple[int, Doubt]] = (),
    language: Language = "zh",
) -> pd.DataFrame:
    """The store's frame with the names, senders and explanations that explain it; ``COLUMNS``, sorted by year, township
    and indicator. ``value`` is NaN where nothing was reported, ``high`` infinite for "at least".

    ``doubts``: year and doubt of cells that are still to be asked about. What was sent in with one of them and is not
    used has a row of its own: state waiting, no value, the place it was read from, the question; ``figure_id`` is NA.
    """
    frame = with_waiting(figures, doubts, catalogue)
    if townships is not None:
        frame = frame[frame["township"].isin(list(townships))]
    if years is not None:
        frame = frame[frame["year"].isin(list(years))]
    english = language == "en"
    names = {i.id: i.name_en if english else i.name_zh for i in catalogue.indicators}
    groups = {g.id: g.name_en if english else g.name_zh for g in catalogue.groups}
    group_of = {i.id: groups.get(i.group, i.group) for i in catalogue.indicators}
    sent = uploads or {}
    said: dict[tuple[str, int, str], str] = {}
    if explanations is not None:
        columns = (explanations[c].tolist() for c in ("township", "year", "indicator", "text"))
        for township, year, indicator, text in zip(*columns, strict=True):
            key = (str(township), int(year), str(indicator))
            said[key] = f"{said[key]}；{text}" if key in said else str(text)
    keys = zip(frame["township"], frame["year"], frame["indicator"], strict=True)
    whens = [sent.get(int(u), ("", ""))[1] for u in frame["upload_id"]]
    made = frame.assign(
        group=[group_of.get(i, "") for i in frame["indicator"]],
        name=[names.get(i, i) for i in frame["indicator"]],
        uploaded_by=[sent.get(int(u), ("", ""))[0] for u in frame["upload_id"]],
        figure_id=frame["figure_id"].astype("Int64"),
        uploaded_at=[w.isoformat(timespec="seconds") if isinstance(w, datetime) else w for w in whens],
        explanation=[said.get((str(t), int(y), str(i)), "") for t, y, i in keys],
        sheet=frame["sheet"].fillna(""),
        question=[q.in_(language) if isinstance(q, Text) else "" for q in frame["question"]],
        origin=frame["origin"].fillna("return") if "origin" in frame.columns else "return",
    )
    return made.sort_values(["year", "township", "indicator"], kind="stable")[list(COLUMNS)].reset_index(drop=True)


def with_waiting(figures: pd.DataFrame, doubts: Iterable[tuple[int, Doubt]], catalogue: Catalogue) -> pd.DataFrame:
    """The figures with a row in state waiting for whatever was sent in and is not used; with the question asked of it.

    A figure that is held all the same, from another file, stays; a row that was sent in empty becomes the waiting one.
    """
    keys = ["township", "year", "indicator"]
    held = figures[figures["state"].ne("missing")]
    known = set(zip(*(held[k].tolist() for k in keys), strict=True))
    rows: dict[tuple[str, int, str], dict[str, object]] = {}
    for key, wait in waits_of(doubts).items():
        if key in known or key[2] not in catalogue.by_id:
            continue
        doubt = wait.doubt
        rows[key] = {
            **dict(zip(keys, key, strict=True)),
            "qualifier": "exact", "state": WAITING, "unit": catalogue.by_id[key[2]].unit, "raw": wait.raw,
            "file": doubt.file, "sheet": doubt.sheet, "cell": wait.cell, "origin": doubt.origin,
            "upload_id": doubt.upload_id, "question": doubt.sentence,
        }  # fmt: skip
    if not rows:
        return figures.assign(question="")
    silent = pd.MultiIndex.from_frame(figures[keys]).isin(list(rows))
    kept = figures[~silent].assign(question="")
    return pd.concat([kept, pd.DataFrame(list(rows.values()))], ignore_index=True).astype(
        {"value": "float64", "low": "float64", "high": "float64"}
    )


def headings(language: Language) -> dict[str, str]:
    """What the columns are called in the CSV."""
    return {
        "year": translate("年度", language),
        "township": translate("乡镇", language),
        "group": translate("类别", language),
        "indicator": translate("指标代码", language),
        "name": translate("指标", language),
        "value": translate("数值", language),
        "low": translate("下限", language),
        "high": translate("上限", language),
        "qualifier": translate("约数", language),
        "state": translate("状态", language),
        "unit": translate("单位", language),
        "raw": translate("原文", language),
        "file": translate("文件", language),
        "sheet": translate("工作表", language),
        "cell": translate("单元格", language),
        "origin": translate("来源", language),
        "uploaded_by": translate("上传人", language),
        "uploaded_at": translate("上传时间", language),
        "explanation": translate("说明", language),
        "question": translate("疑点", language),
        "figure_id": translate("数据编号", language),
    }


def in_words(tidy: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The tidy frame under its headings, signs and states in words, for people."""
    signs = {"exact": "", "at_least": "≥", "about": "≈"}
    states = {
        "reported": translate("已报", language),
        "missing": translate("未报", language),
        "not_applicable": translate("不适用", language),
        WAITING: translate("已报待核实", language),
    }
    origins = {"return": translate("报表", language), "narrative": translate("来自工作报告", language)}
    said = tidy.assign(
        qualifier=tidy["qualifier"].map(signs), state=tidy["state"].map(states), origin=tidy["origin"].map(origins)
    )
    return said.rename(columns=headings(language))


def as_csv(tidy: pd.DataFrame, language: Language) -> bytes:
    """For Excel and WPS: UTF-8 with BOM; no text in it can become a formula."""
    return tidy_csv(in_words(tidy, language))


def as_parquet(tidy: pd.DataFrame) -> bytes:
    """For programs: typed columns under their plain names, states and qualifiers as the store has them."""
    texts = {c: tidy[c].map(clean) for c in tidy.columns if tidy[c].dtype == object or str(tidy[c].dtype) == "str"}
    out = io.BytesIO()
    tidy.assign(**texts).to_parquet(out, index=False)
    return out.getvalue()


def dictionary(catalogue: Catalogue, language: Language) -> bytes:
    """Every column and every indicator in one table: kind, code, name, meaning, unit."""
    meaning = {
        "value": translate("所报的数；未报、已报待核实和不适用为空，0 是所报的零", language),
        "low": translate("实际数不小于此", language),
        "high": translate("实际数不大于此；“至少”没有上限，为空（Parquet 为无穷大）", language),
        "qualifier": translate("≥ 至少，≈ 约，空为确数（Parquet：at_least、about、exact）", language),
        "state": translate(
            "已报、未报、不适用；已报待核实：报了，所报的数有疑问，没有采用（Parquet：reported、missing、not_applicable、waiting）",
            language,
        ),
        "raw": translate("文件中原来写的字", language),
        "cell": translate("单元格；工作报告为段和字的位置", language),
        "origin": translate("报表；来自工作报告：没有收到报表（Parquet：return、narrative）", language),
        "explanation": translate("乡镇或县里对这个数据的说明", language),
        "question": translate("已报待核实的，要乡镇回答什么", language),
        "figure_id": translate("库中的编号；已报待核实的没有入库，为空", language),
    }
    column, indicator = translate("字段", language), translate("指标", language)
    rows = [(column, key, name, meaning.get(key, ""), "") for key, name in headings(language).items()]
    english = language == "en"
    groups = {g.id: g.name_en if english else g.name_zh for g in catalogue.groups}
    rows += [
        (indicator, i.id, i.name_en if english else i.name_zh, groups.get(i.group, i.group), i.unit)
        for i in catalogue.indicators
    ]
    names = [
        translate("种类", language),
        translate("代码", language),
        translate("名称", language),
        translate("含义或类别", language),
        translate("单位", language),
    ]
    return tidy_csv(pd.DataFrame(rows, columns=names))


def data_zip(
    tidy: pd.DataFrame,
    catalogue: Catalogue,
    about: Mapping[str, str],
    *,
    csv: bool = True,
    parquet: bool = True,
    language: Language = "zh",
) -> bytes:
    """CSV, Parquet, the dictionary and a text of what was chosen (``about``: name → words) in one zip."""
    name = translate("数据", language)
    said = "\r\n".join(f"{clean(key)}：{clean(value)}" for key, value in about.items())
    parts = {
        f"{name}.csv": as_csv(tidy, language) if csv else None,
        f"{name}.parquet": as_parquet(tidy) if parquet else None,
        translate("数据字典", language) + ".csv": dictionary(catalogue, language),
        translate("导出说明", language) + ".txt": b"\xef\xbb\xbf" + said.encode("utf-8"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in parts.items():
            if data is not None:
                archive.writestr(file, data)
    return out.getvalue()
