"""Two years of every township as slopes, the largest movers named."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.template import (
    LIGHT,
    SMALL_SIZE,
    Palette,
    Words,
    figure,
    foot_text,
    more_of,
    nothing,
    plain_axis,
    records,
    shortened_name,
    told,
    unfaded,
)
from analytics.measures import change_text, figure_text, judged_words
from analytics.text import Language, translate

NAMED = 4
"""So many risers and fallers are named; those beyond chance are coloured, the rest is grey context."""


def slope(
    changes: pd.DataFrame,
    *,
    name: str,
    unit: str,
    year: int,
    base_year: int,
    language: Language = "zh",
    palette: Palette = LIGHT,
    data_version: int | None = None,
    height: int = 360,
    width: float = 23,
) -> go.Figure:
    """Lines from the base year to this year for townships that reported both; names at the ends never overlap.

    ``changes``: rows of ``measures.changes`` for one measure, optionally with hover (further lines of text).
    """
    word = judged_words(changes)
    pairs = changes[changes["this"].notna() & changes["last"].notna() & ~word.isin(["broken", "unlike"])].copy()
    pairs["word"] = word[pairs.index]
    # What is about the same moved neither way, as far as can be told.
    pairs["change"] = pairs["change"].mask(pairs["word"].eq("alike"), 0.0)
    broken, unlike, unsure = (int(word.eq(w).sum()) for w in ("broken", "unlike", "open"))
    aside = translate("；{n} 个口径已变，不可比", language, n=broken) if broken else ""
    aside += translate("；{n} 个所报项目不同，不可比", language, n=unlike) if unlike else ""
    aside += translate("；{n} 个增减不确定", language, n=unsure) if unsure else ""
    waits = (changes["state_this"].eq("waiting") | changes["state_last"].eq("waiting")) & word.str.endswith("missing")
    held_back = int(waits.sum())
    aside += translate("；{n} 个所报待核实", language, n=held_back) if held_back else ""
    none_alike = not len(pairs) and broken + unlike + held_back > 0
    words = Words(
        translate("{name}：没有两年可比的乡镇", language, name=name) if none_alike else _finding(pairs, name, language),
        translate(
            "{name}，单位：{unit}，{base}年→{year}年，可比 {n}/{all}",
            language,
            name=name,
            unit=unit,
            base=base_year,
            year=year,
            n=len(pairs),
            all=len(changes),
        )
        + aside,
        foot_text(language, data_version),
    )
    if not len(pairs):
        why = translate("没有两年可比的乡镇", language) if none_alike else translate("没有两年都报的乡镇", language)
        return nothing(words, why, palette, width=width)
    pairs = pairs.sort_values("change", kind="stable")
    risers = pairs[pairs["word"].isin(["up", "base_zero"])].tail(NAMED)
    fallers = pairs[pairs["word"].eq("down")].head(NAMED)
    # Where few moved beyond chance, the largest differences within it are named too, in the grey of their lines.
    by_chance = pairs[pairs["word"].eq("chance")]
    more = by_chance[by_chance["change"].gt(0)].tail(NAMED - len(risers))
    less = by_chance[by_chance["change"].lt(0)].head(NAMED - len(fallers))
    named = pd.concat([fallers, less, more, risers])
    rest = pairs.drop([*fallers.index, *risers.index])
    traces = [_lines(rest, palette.last_year, 1, (base_year, year), language)]
    traces.append(_lines(risers, palette.this_year, 2.2, (base_year, year), language))
    traces.append(_lines(fallers, palette.attention, 2.2, (base_year, year), language))
    top = max(float(pairs["this"].max()), float(pairs["last"].max()), 1.0)
    apart = top * 15 / height
    notes: list[dict[str, object]] = []
    placed = _spread([float(v) for v in named["this"]], apart)
    for row, y in zip(records(named), placed, strict=True):
        chance = row["word"] == "chance"
        arrow = "" if chance else "▲ " if row["change"] > 0 else "▼ "
        colour = palette.this_year if row["change"] > 0 else palette.attention
        value = figure_text(row["this"], row["qualifier_this"], "reported", language, short=True, told=told(row))
        notes.append(
            {
                "x": 1.03,
                "y": y,
                "text": f"{arrow}{shortened_name(row['township'], 6)} {value}",
                "showarrow": False,
                "xanchor": "left",
                "font": {"size": SMALL_SIZE, "color": palette.muted if chance else colour},
            }
        )
    for x, label in ((0, base_year), (1, year)):
        notes.append(
            {
                "x": x,
                "y": -top * 0.04,
                "text": f"<b>{label}</b>",
                "showarrow": False,
                "yanchor": "top",
                "font": {"size": SMALL_SIZE, "color": palette.muted},
            }
        )
    stems = [
        {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": top, "line": {"color": palette.line, "width": 1}}
        for x in (0, 1)
    ]
    return figure(
        traces,
        words,
        palette=palette,
        height=height,
        annotations=notes,
        shapes=stems,
        layout={
            "xaxis": plain_axis(range=[-0.06, 1.75], showticklabels=False),
            "yaxis": plain_axis(
                range=[min(0.0, *placed) - top * 0.1, max(top, *placed) + top * 0.05] if placed else [-top * 0.1, top],
                showticklabels=False,
            ),
        },
        width=width,
    )


def _lines(rows: pd.DataFrame, colour: str, thick: float, years: tuple[int, int], language: Language) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    hover: list[str] = []
    picked: list[list[object]] = []
    for row in records(rows):
        said = f"<b>{row['township']}</b><br>" + " → ".join(
            figure_text(row[side], row[f"qualifier_{side}"], "reported", language) for side in ("last", "this")
        )
        x += [0, 1, None]
        y += [row["last"], row["this"], None]
        hover += [f"{said}<br>{change_text(row, language)}{more_of(row)}"] * 2 + [""]
        picked += [*([row["township"], year] for year in years), ["", 0]]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        line={"color": colour, "width": thick},
        marker={"size": 5, "color": colour},
        hovertext=hover,
        hoverinfo="text",
        connectgaps=False,
        customdata=picked,
        **unfaded(),
    )


def _spread(values: list[float], apart: float) -> list[float]:
    """The values moved as little as needed so that no two are nearer than ``apart``; the order stays."""
    order = sorted(range(len(values)), key=values.__getitem__)
    placed = dict.fromkeys(order, 0.0)
    previous = None
    for k in order:
        placed[k] = values[k] if previous is None else max(values[k], previous + apart)
        previous = placed[k]
    overflow = (previous or 0.0) - (max(values) if values else 0.0)
    # Half of what was pushed up at the top is given back, so that names stay near their ends.
    return [placed[k] - overflow / 2 for k in range(len(values))]


def _finding(pairs: pd.DataFrame, name: str, language: Language) -> str:
    if not len(pairs):
        return translate("{name}：没有两年都报的乡镇", language, name=name)
    pairs = pairs[pairs["change"].notna()]
    if not len(pairs):
        return translate("{name}：增减都不确定", language, name=name)
    by_chance = pairs["change"].where(pairs["word"].eq("chance"), 0.0)
    pairs = pairs.assign(change=pairs["change"].mask(pairs["word"].eq("chance"), 0.0))
    most, least = float(pairs["change"].max()), float(pairs["change"].min())
    if most <= 0 <= least and by_chance.ne(0).any():
        n = int(by_chance.ne(0).sum())
        return translate("{name}：{n} 个乡镇有增减，都属正常波动", language, name=name, n=n)
    if most <= 0 <= least:
        return translate("{name}：两年持平", language, name=name)
    up, down = _all_at(pairs, most, language), _all_at(pairs, least, language)
    if most <= 0 and by_chance.gt(0).any():
        return translate("{name}：{down}减少最多，增加的都属正常波动", language, name=name, down=down)
    if least >= 0 and by_chance.lt(0).any():
        return translate("{name}：{up}增加最多，减少的都属正常波动", language, name=name, up=up)
    if most <= 0:
        return translate("{name}：无一增加，{down}减少最多", language, name=name, down=down)
    if least >= 0:
        return translate("{name}：无一减少，{up}增加最多", language, name=name, up=up)
    return translate("{name}：{up}增加最多，{down}减少最多", language, name=name, up=up, down=down)


def _all_at(pairs: pd.DataFrame, change: float, language: Language) -> str:
    """The township that changed by ``change``; where several did, none is named alone."""
    names = [str(name) for name in pairs.loc[pairs["change"] == change, "township"]]
    if len(names) == 1:
        return names[0]
    return translate("{township}等 {n} 个乡镇", language, township=names[0], n=len(names))
