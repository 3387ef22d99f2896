"""Which townships sent how much of what was asked: a word and a count in every cell."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    ends,
    ends_note,
    foot_text,
    nothing,
    records,
    wrapped,
)
from analytics.charts.word_map import word_map
from analytics.text import Language, translate

LEVEL = {"none": 0, "to_check": 0, "some": 1, "waiting": 1, "full": 2}


def completeness_words(language: Language) -> dict[str, str]:
    """What the degrees of completeness are called on screen."""
    return {
        "full": translate("齐全", language),
        "waiting": translate("待核实", language),
        "some": translate("部分", language),
        "none": translate("未报", language),
        "to_check": translate("待入库", language),
        "nothing": translate("未要求", language),
    }


def completeness_map(
    frame: pd.DataFrame,
    *,
    by: str,
    columns: Sequence[tuple[Hashable, str]],
    year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 40,
) -> go.Figure:
    """A cell per township and column: 齐全, 待核实 or 部分 with how many of how many, 未报, 待入库, or nothing where nothing was asked.

    ``frame``: township, ``by`` ("year" or "group"), asked, reported, share, word and optionally waiting, as ``completeness`` gives it.
    ``columns``: (year or group, name). Rows: those that sent least in ``year`` first (by group: in all groups).
    """
    if "waiting" not in frame.columns:
        frame = frame.assign(waiting=0)
    townships = list(dict.fromkeys(frame["township"]))
    asked = translate("；待核实：报了，有疑问，没有采用", language) if frame["waiting"].any() else ""
    words = Words(
        _years_finding(frame, year, language) if by == "year" else _groups_finding(frame, columns, year, language),
        translate(
            "已报的指标数 / 全县当年要求的指标数；不适用的不计{more}",
            language,
            more=asked + ends_note(len(townships), language),
        ),
        foot_text(language, data_version),
    )
    if not townships or not columns:
        return nothing(words, translate("没有可看的乡镇", language), palette, width=width)
    told = frame[frame["year"] == year] if by == "year" else frame
    sums = told.groupby("township", sort=False)[["asked", "reported"]].sum()
    share = (sums["reported"] / sums["asked"].where(sums["asked"] > 0)).fillna(2).to_dict()
    order = sorted(townships, key=lambda t: share.get(t, 2))
    order = [order[k] for k in ends(len(order))]
    cells = {(r["township"], r[by]): r for r in records(frame)}
    said = completeness_words(language)
    return word_map(
        order,
        # Chinese may be broken anywhere, English between words only.
        [name.replace(" ", "<br>") if name.isascii() else wrapped(name, 6) for _, name in columns],
        [[_cell(cells.get((t, key)), said, language) for key, _ in columns] for t in order],
        [[_hover(t, name, cells.get((t, key)), said, language) for key, name in columns] for t in order],
        (palette.paper, palette.low_band, palette.high_band),
        words,
        palette=palette,
        width=width,
        head_size=TEXT_SIZE if by == "year" else SMALL_SIZE,
    )


def _cell(row: dict[str, Any] | None, said: dict[str, str], language: Language) -> tuple[int | None, str]:
    word = "nothing" if row is None else str(row["word"])
    if row is None or word == "nothing":
        return None, ""
    if word == "waiting":
        return LEVEL[word], translate("待核实 {n}/{all}", language, n=int(row["reported"]), all=int(row["asked"]))
    if word == "some":
        return LEVEL[word], f"{said[word]} {int(row['reported'])}/{int(row['asked'])}"
    return LEVEL[word], said[word]


def _hover(township: str, name: str, row: dict[str, Any] | None, said: dict[str, str], language: Language) -> str:
    if row is None or row["word"] == "nothing":
        return f"<b>{township}</b> {name}<br>{said['nothing']}"
    counts = translate("已报 {n} 项，共要求 {all} 项", language, n=int(row["reported"]), all=int(row["asked"]))
    if row["waiting"]:
        counts += "<br>" + translate("另有 {n} 项已报待核实，没有采用", language, n=int(row["waiting"]))
    return f"<b>{township}</b> {name}<br>{said[str(row['word'])]}<br>{counts}"


def _years_finding(frame: pd.DataFrame, year: int, language: Language) -> str:
    now = frame.loc[frame["year"] == year, "word"]
    full, some, none, asked, here = (
        int(now.eq(word).sum()) for word in ("full", "some", "none", "waiting", "to_check")
    )
    if full + some + none + asked + here == 0:
        return translate("{year}年还没有任何乡镇上报", language, year=year)
    if full == len(now):
        return translate("{year}年：{n} 个乡镇全部报齐", language, year=year, n=full)
    return translate(
        "{year}年：{full} 个乡镇报齐，{some} 个缺项，{none} 个未报",
        language,
        year=year,
        full=full,
        some=some,
        none=none,
    ) + "".join(
        (
            translate("，{n} 个没有缺项但有待核实的", language, n=asked) if asked else "",
            translate("，{n} 个待入库", language, n=here) if here else "",
        )
    )


def _groups_finding(frame: pd.DataFrame, columns: Sequence[tuple[Hashable, str]], year: int, language: Language) -> str:
    # Townships that sent nothing lack every group alike; which group is weak is told by those that sent something.
    sent = (frame["reported"] + frame["waiting"]).groupby(frame["township"]).transform("sum") > 0
    short = frame[sent & frame["word"].isin(["none", "some"])]
    if not bool(sent.any()):
        return translate("{year}年还没有任何乡镇上报", language, year=year)
    if not len(short) and frame["word"].eq("waiting").any():
        return translate("{year}年：已报的乡镇各组指标都没有缺项，有的待核实", language, year=year)
    if not len(short):
        return translate("{year}年：已报的乡镇各组指标都齐全", language, year=year)
    counts = short.groupby("group", sort=False).size().sort_values(ascending=False, kind="stable")
    name = dict(columns).get(counts.index[0], str(counts.index[0]))
    alike = int((counts == counts.iloc[0]).sum())
    if alike > 1:
        return translate(
            "{year}年缺项最多的是{group}等 {k} 组：已报的乡镇中各有 {n} 个不齐",
            language,
            year=year,
            group=name,
            k=alike,
            n=int(counts.iloc[0]),
        )
    return translate(
        "{year}年缺项最多的是{group}：已报的乡镇中 {n} 个不齐", language, year=year, group=name, n=int(counts.iloc[0])
    )
