"""When each township's first return came in, before or after the day it was due."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    Palette,
    Words,
    ends,
    ends_note,
    figure,
    foot_text,
    name_margin,
    nothing,
    plain_axis,
    records,
    shortened_name,
)
from analytics.charts.word_map import names_axis
from analytics.text import Language, translate

ROW = 20
ORDER = {"not_yet": 0, "late": 1, "to_check": 2, "imported": 2, "in_time": 3}


def arrival_words(language: Language) -> dict[str, str]:
    """What the ways of coming in are called on screen."""
    return {
        "in_time": translate("按时", language),
        "late": translate("逾期", language),
        "imported": translate("补录", language),
        "not_yet": translate("未报", language),
        "to_check": translate("待入库", language),
    }


def arrival_dots(
    frame: pd.DataFrame,
    *,
    year: int,
    due: date,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    width: float = 40,
) -> go.Figure:
    """A dot per township by days from the deadline, the word and the day written beside it; the latest on top.

    ``frame``: what ``measures.timeliness`` gives. Files taken over later (补录) have no dot: their day tells nothing.
    """
    n = len(frame)
    words = Words(
        _finding(frame, year, language),
        translate(
            "第一份已入库报表的收到日期与上报截止日 {due} 之比；一次集中录入的旧报表不判断早晚{more}",
            language,
            due=due.isoformat(),
            more=ends_note(n, language),
        ),
        foot_text(language, data_version),
    )
    if not n:
        return nothing(words, translate("没有可看的乡镇", language), palette)
    if frame["word"].isin(["imported", "not_yet", "to_check"]).all():
        return nothing(words, _why_nothing(frame, language), palette)
    rows = records(frame)
    order = sorted(rows, key=lambda r: (ORDER[str(r["word"])], -_days(r)))
    order = [order[k] for k in ends(n)]
    dated = [(k, r) for k, r in enumerate(order) if r["word"] in ("in_time", "late")]
    said = arrival_words(language)
    days = [_days(r) for _, r in dated]
    least, most = min(0, *days), max(0, *days)
    span = max(10, most - least)
    dots = go.Scatter(
        x=days,
        y=[-k for k, _ in dated],
        mode="markers",
        marker={
            "size": 9,
            "color": [palette.attention if r["word"] == "late" else palette.this_year for _, r in dated],
            "symbol": ["diamond" if r["word"] == "late" else "circle" for _, r in dated],
        },
        hovertext=[f"<b>{r['township']}</b><br>{_beside(r, said, language)}" for _, r in dated],
        hoverinfo="text",
        cliponaxis=False,
    )
    # All in one column to the right of the last dot, so that no stem runs through them.
    labels = go.Scatter(
        x=[most + span * 0.05 for _ in order],
        y=[-k for k in range(len(order))],
        mode="text",
        text=[_beside(r, said, language) for r in order],
        textposition="middle right",
        textfont={
            "size": SMALL_SIZE,
            "color": [palette.ink if r["word"] in ("in_time", "late") else palette.muted for r in order],
        },
        hoverinfo="skip",
        cliponaxis=False,
    )
    stems = [
        {
            "type": "line",
            "x0": 0,
            "x1": _days(r),
            "y0": -k,
            "y1": -k,
            "line": {"color": palette.attention if r["word"] == "late" else palette.last_year, "width": 2},
            "layer": "below",
        }
        for k, r in dated
    ]
    deadline = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": 0.6,
        "y1": -len(order) + 0.4,
        "line": {"color": palette.muted, "width": 1, "dash": "dash"},
    }
    label = {
        "x": 0,
        "y": 1.05,
        "text": translate("截止日 {due}", language, due=due.isoformat()),
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": palette.muted},
    }
    names = [shortened_name(str(r["township"])) for r in order]
    return figure(
        [dots, labels],
        words,
        palette=palette,
        height=ROW * (len(order) + 1) + 10,
        annotations=[label],
        shapes=[deadline, *stems],
        layout={
            "xaxis": plain_axis(range=[least - span * 0.05, most + span * 0.55], showticklabels=False),
            "yaxis": names_axis(names, 1.5),
        },
        margin={"l": name_margin(names)},
        width=width,
    )


def beside_text(row: dict[str, object], language: Language) -> str:
    """A row of ``measures.timeliness`` in words: 逾期 12 天（2026-02-12） · 按时（2026-01-20） · 未报 · 补录（…）."""
    return _beside(row, arrival_words(language), language)


def _beside(row: dict[str, object], said: dict[str, str], language: Language) -> str:
    word, first = str(row["word"]), row["first"]
    if not isinstance(first, date):
        return said["to_check" if word == "to_check" else "not_yet"]
    values = {"word": said[word], "day": first.isoformat()}
    if word == "late":
        return translate("{word} {n} 天（{day}）", language, n=_days(row), **values)
    return translate("{word}（{day}）", language, **values)


def _days(row: dict[str, object]) -> int:
    return 0 if pd.isna(row["days"]) else int(row["days"])  # type: ignore[call-overload]


def _finding(frame: pd.DataFrame, year: int, language: Language) -> str:
    counts = frame["word"].value_counts()
    in_time, late, imported, lacking, here = (
        int(counts.get(w, 0)) for w in ("in_time", "late", "imported", "not_yet", "to_check")
    )
    if in_time + late == 0:
        if here and not imported:
            return translate("{year}年还没有入库的报表，{n} 个乡镇待入库", language, year=year, n=here)
        if not imported:
            return translate("{year}年还没有任何乡镇上报", language, year=year)
        return translate("{year}年的报表是后来集中录入的，看不出是否按时", language, year=year)
    parts = [
        translate("{n} 个乡镇按时", language, n=in_time),
        translate("{n} 个逾期", language, n=late) if late else "",
        translate("{n} 个未报", language, n=lacking) if lacking else "",
        translate("{n} 个待入库", language, n=here) if here else "",
        translate("{n} 个补录、不判断", language, n=imported) if imported else "",
    ]
    said = (", " if language == "en" else "，").join(p for p in parts if p)
    return translate("{year}年：{said}", language, year=year, said=said)


def _why_nothing(frame: pd.DataFrame, language: Language) -> str:
    days = sorted({d.isoformat() for d in frame.loc[frame["word"] == "imported", "first"] if isinstance(d, date)})
    if not days and frame["word"].eq("to_check").any():
        return translate("收到的报表还没有入库", language)
    if not days:
        return translate("还没有收到报表", language)
    return translate(
        "{days} 一次录入了 {n} 个乡镇的报表，上传时间不能说明乡镇何时报送",
        language,
        days=(", " if language == "en" else "、").join(days),
        n=int(frame["word"].eq("imported").sum()),
    )
