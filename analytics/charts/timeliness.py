"""When townships' returns came in over the years: a word in every cell, so that who is late again and again is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.arrivals import ORDER, arrival_words
from analytics.charts.panels import year_span
from analytics.charts.template import (
    LIGHT,
    Palette,
    Words,
    ends,
    ends_note,
    foot_text,
    nothing,
    records,
)
from analytics.charts.word_map import word_map
from analytics.text import Language, translate


def timeliness_map(
    frame: pd.DataFrame,
    *,
    years: Sequence[int],
    today: date,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 30,
) -> go.Figure:
    """A cell per township and year: 按时, 逾期 n 天, 未报, 未到期 (nothing came, and it is not due yet) or 补录.

    ``frame``: rows of ``measures.timeliness`` with year and due (its deadline). Rows: those most often late or without
    a return first. A year that was taken over from old files tells nothing of anyone and is counted for nobody.
    """
    townships = list(dict.fromkeys(frame["township"]))
    waiting = frame["word"].eq("not_yet") & frame["due"].map(lambda due: due >= today).astype(bool)
    behind = frame[frame["word"].isin(["late", "not_yet"]) & ~waiting]
    judged = set(frame.loc[frame["word"].isin(["in_time", "late"]), "year"])
    # Of a year in which nothing can be told of anyone, those without a return are only unreported.
    behind = behind[behind["year"].isin(judged)]
    words = Words(
        _finding(behind, years, bool(judged), language),
        translate(
            "第一份已入库报表的收到日期与当年截止日之比；一次集中录入的旧报表为补录，不判断早晚{more}",
            language,
            more=ends_note(len(townships), language),
        ),
        foot_text(language, data_version),
    )
    if not townships or not years:
        return nothing(words, translate("没有可看的乡镇", language), palette, width=width)
    times = behind.groupby("township").size().to_dict()
    order = sorted(townships, key=lambda t: -times.get(t, 0))
    order = [order[k] for k in ends(len(order))]
    held = set(order)
    rows = {(r["township"], int(r["year"])): r for r in records(frame[frame["township"].isin(held)])}
    return word_map(
        order,
        [str(year) for year in years],
        [[_cell(rows.get((t, year)), today, language) for year in years] for t in order],
        [[_hover(t, year, rows.get((t, year)), today, language) for year in years] for t in order],
        (palette.paper, palette.low_band, palette.middle_band, palette.high_band),
        words,
        palette=palette,
        width=width,
    )


def timeliness_word(row: dict[str, Any], today: date, language: Language = "zh") -> str:
    """A township's year in a word or two: 按时 · 逾期 12 天 · 未报 · 未到期 · 补录."""
    word = str(row["word"])
    if word == "not_yet" and row["due"] >= today:
        return translate("未到期", language)
    said = arrival_words(language)[word]
    if word == "late":
        return translate("{word} {n} 天", language, word=said, n=int(row["days"]))
    return said


def _cell(row: dict[str, Any] | None, today: date, language: Language) -> tuple[int | None, str]:
    if row is None:
        return None, ""
    return ORDER[str(row["word"])], timeliness_word(row, today, language)


def _hover(township: str, year: int, row: dict[str, Any] | None, today: date, language: Language) -> str:
    if row is None:
        return ""
    first = row["first"]
    lines = [
        f"<b>{township}</b> {year}",
        timeliness_word(row, today, language),
        translate("截止日 {due}", language, due=row["due"].isoformat()),
    ]
    if isinstance(first, date):
        lines.insert(2, translate("收到 {day}", language, day=first.isoformat()))
    return "<br>".join(lines)


def _finding(behind: pd.DataFrame, years: Sequence[int], judged: bool, language: Language) -> str:
    span = year_span(years, language) if years else ""
    if not judged:
        return translate("历年报表是集中录入的或还没有收到，看不出是否按时", language)
    if not len(behind):
        return translate("{span}：没有乡镇逾期或未报", language, span=span)
    times = behind.groupby("township", sort=False).size()
    most = int(times.max())
    names = [str(name) for name in times.index[times == most]]
    who = (
        names[0] if len(names) == 1 else translate("{township}等 {n} 个乡镇", language, township=names[0], n=len(names))
    )
    if len(times) == 1:
        return translate("{span}：只有{who}逾期或未报（{most} 年）", language, span=span, who=who, most=most)
    if most == 1:
        return translate("{span}：{n} 个乡镇各有 1 年逾期或未报", language, span=span, n=len(times))
    return translate(
        "{span}：{n} 个乡镇有过逾期或未报，{who}最多（{most} 年）",
        language,
        span=span,
        n=len(times),
        who=who,
        most=most,
    )
