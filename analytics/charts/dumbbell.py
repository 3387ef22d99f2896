"""This year and last year of every township on one line each."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    Palette,
    Words,
    came_text,
    ends,
    ends_note,
    figure,
    foot_text,
    more_of,
    name_margin,
    nobody_text,
    nothing,
    plain_axis,
    records,
    shortened_name,
    told,
)
from analytics.measures import change_text, figure_text, judged_words
from analytics.text import Language, translate

ROW = 18


def dumbbell(
    changes: pd.DataFrame,
    *,
    name: str,
    unit: str,
    year: int,
    base_year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    row: int = ROW,
    width: float = 40,
) -> go.Figure:
    """Two dots and the line between them, per township, sorted by this year; 未报 is written where a dot would be.

    ``changes``: rows of ``measures.changes`` for one measure, optionally with hover (further lines of text). A ≥ figure points on to the right, an ≈ one is hollow.
    """
    n = len(changes)
    subtitle = translate(
        "{name}，单位：{unit}，{year}年（深）与{base}年（浅），{came}{more}",
        language,
        name=name,
        unit=unit,
        year=year,
        base=base_year,
        came=came_text(changes["state_this"], language),
        more=ends_note(n, language),
    )
    words = Words(finding_of_changes(changes, name, language), subtitle, foot_text(language, data_version))
    if not n:
        return nothing(words, translate("没有可比较的乡镇", language), palette)
    rows = changes.sort_values(["this", "last"], ascending=False, na_position="last", kind="stable")
    rows = rows.iloc[ends(n)].reset_index(drop=True)
    names = [shortened_name(x) for x in rows["township"]]
    at = [float(-k) for k in range(len(rows))]
    both = rows["this"].notna() & rows["last"].notna()
    line_x: list[float | None] = []
    line_y: list[float | None] = []
    for y, pair, line in zip(at, both, records(rows), strict=True):
        if pair:
            line_x += [line["last"], line["this"], None]
            line_y += [y, y, None]
    largest = pd.concat([rows["this"], rows["last"]]).max()
    top = float(largest) if largest == largest and largest > 0 else 1.0
    hover = [
        f"<b>{r['township']}</b><br>{year}: {figure_text(r['this'], r['qualifier_this'], r['state_this'], language)}"
        f"<br>{base_year}: {figure_text(r['last'], r['qualifier_last'], r['state_last'], language)}"
        f"<br>{change_text(r, language)}{more_of(r)}"
        for r in records(rows)
    ]
    traces = [
        go.Scatter(x=line_x, y=line_y, mode="lines", line={"color": palette.line, "width": 3}, hoverinfo="skip"),
        _dots(rows, "last", at, palette.last_year, 9, palette, hover),
        _dots(rows, "this", at, palette.this_year, 10, palette, hover),
    ]
    # The change stands in a column of its own at the right: text over the line would hide short lines.
    texts = go.Scatter(
        x=[top * 1.05] * len(rows),
        y=at,
        mode="text",
        text=[_beside(r, language) for r in records(rows)],
        textposition="middle right",
        textfont={
            "size": SMALL_SIZE,
            "color": [palette.muted if gone else palette.ink for gone in ~both],
        },
        hovertext=hover,
        hoverinfo="text",
        cliponaxis=False,
    )
    unsaid = rows[rows["this"].isna()]
    words_at = go.Scatter(
        x=[0.0 if last != last else last for last in unsaid["last"]],
        y=[at[k] for k in unsaid.index],
        mode="text",
        text=["　" + figure_text(None, "exact", s, language) for s in unsaid["state_this"]],
        textposition="middle right",
        textfont={"size": SMALL_SIZE, "color": palette.muted},
        hoverinfo="skip",
    )
    return figure(
        [*traces, texts, words_at],
        words,
        palette=palette,
        height=max(60, row * len(rows) + 22),
        width=width,
        shapes=[
            {
                "type": "line",
                "x0": 0,
                "x1": 0,
                "y0": at[-1] - 0.5,
                "y1": 0.5,
                "line": {"color": palette.line, "width": 1},
            }
        ],
        layout={
            "xaxis": plain_axis(
                range=[-top * 0.02, top * 1.85],
                tickvals=_ticks(top),
                ticktext=[figure_text(v, "exact", "reported", language, short=True) for v in _ticks(top)],
                tickfont={"size": SMALL_SIZE, "color": palette.muted},
            ),
            "yaxis": plain_axis(
                range=[at[-1] - 0.6, 0.6],
                tickvals=at,
                ticktext=names,
                tickfont={"size": TEXT_SIZE if row >= ROW else SMALL_SIZE},
                ticklabelstandoff=6,
            ),
        },
        margin={"l": name_margin(names), "b": 18},
    )


def _dots(
    rows: pd.DataFrame, side: str, at: list[float], colour: str, size: int, palette: Palette, hover: list[str]
) -> go.Scatter:
    shown = rows[rows[side].notna()]
    symbol = {"at_least": "triangle-right", "about": "circle-open", "exact": "circle"}
    return go.Scatter(
        x=shown[side],
        y=[at[k] for k in shown.index],
        mode="markers",
        marker={
            "symbol": [symbol.get(q, "circle") for q in shown[f"qualifier_{side}"]],
            "size": size,
            "color": colour,
            "line": {"color": palette.paper, "width": 0},
        },
        hovertext=[hover[k] for k in shown.index],
        hoverinfo="text",
        cliponaxis=False,
    )


def _beside(row: dict[str, Any], language: Language) -> str:
    state = str(row["state_this"])
    value = figure_text(row["this"], str(row["qualifier_this"]), state, language, short=True, told=told(row))
    if row["word"] in ("this_missing", "both_missing"):
        return ""
    return f"{value}　{change_text(row, language)}"


def _ticks(top: float) -> list[float]:
    """Zero and two or three round steps up to ``top``."""
    step = 10.0 ** len(str(int(top))) / 10
    for part in (5, 2, 1, 0.5, 0.2):
        if top / (step * part) >= 2:
            step *= part
            break
    return [step * k for k in range(int(top / step) + 1)]


def finding_of_changes(changes: pd.DataFrame, name: str, language: Language) -> str:
    """The sentence that counts who went up, down, stayed or cannot be compared; within chance nobody went up or down."""
    word = judged_words(changes)
    gone = word.str.endswith("missing")
    exempt, waits = (changes["state_this"].eq(s) | changes["state_last"].eq(s) for s in ("not_applicable", "waiting"))
    word = word.mask(gone & waits, "waiting").mask(gone & exempt, "not_applicable")
    base, year = (int(changes[c].iloc[0]) if len(changes) else 0 for c in ("base_year", "year"))

    def n(*words: str) -> int:
        return int(word.isin(words).sum())

    unbased = n("base_missing")
    parts = [
        (n("up", "base_zero"), N_("{n} 个乡镇增加")),
        (n("down"), N_("{n} 个减少")),
        (n("chance"), N_("{n} 个增减属正常波动")),
        (n("flat", "alike"), N_("{n} 个持平")),
        (n("open"), N_("{n} 个增减不确定")),
        (n("unlike"), N_("{n} 个所报项目不同，不可比")),
        (unbased if base == year - 1 else 0, N_("{n} 个上年未报")),
        (unbased if base != year - 1 else 0, N_("{n} 个{base}年未报")),
        (n("broken"), N_("{n} 个口径已变，不可比")),
        (n("not_applicable"), N_("{n} 个不适用")),
    ]
    if not any(k for k, _ in parts):
        return nobody_text(name, changes["state_this"], language)
    parts.append((n("waiting"), N_("{n} 个所报待核实")))
    parts.append((n("this_missing", "both_missing"), N_("{n} 个未报")))
    comma = ", " if language == "en" else "，"
    said = comma.join(translate(message, language, n=k, base=base) for k, message in parts if k)
    return translate("{name}：{parts}", language, name=name, parts=said)


def N_(message: str) -> str:  # noqa: N802 the name gettext looks for
    """Marks a message for translation where it is spoken later."""
    return message
