"""The first page of the comparison workbook as it will print: the main table under its two-level headings."""

from __future__ import annotations

import html
import re
from typing import Any

from analytics.charts import band_words
from analytics.charts.template import records
from analytics.export.request import WAN_FROM, in_brackets
from ui import cached
from ui.compare_table import shown
from ui.exports.scope import county
from ui.filters import Filters, measure_name
from ui.words import language, listed, t

ROWS = 12
"""Townships shown; the page itself holds all."""

MEASURES = 3
"""Measures shown whole beside the choices on a small screen; the others are named."""

STYLE = """<style>
.sheet { border: 1px solid #9FB3C8; box-shadow: 0 1px 4px rgba(0,0,0,.15); background: #fff; color: #1F2933;
  padding: 1rem 1.1rem; overflow-x: auto; max-width: 100%; }
.sheet h4 { margin: 0; font-size: 1rem; color: #1F2933; } .sheet p { margin: .1rem 0 .5rem; font-size: .72rem; }
.sheet table { border-collapse: collapse; font-size: .7rem; white-space: nowrap; width: 100%; }
.sheet th, .sheet td { border: 1px solid #D9E2EC; padding: .12rem .4rem; text-align: right; color: #1F2933; }
.sheet th { background: #F5F7FA; text-align: center; font-weight: 600; } .sheet td:first-child { text-align: left; }
.sheet td.band { text-align: center; color: #52606D; }
</style>"""


def first_page(filters: Filters, *, large_in_wan: bool = False) -> str:
    """The table as HTML; names are escaped."""
    moved = cached.changes(filters.year, filters.base, filters.townships)
    bands = cached.bands(filters.year, filters.townships)
    band = {(r["township"], r["measure"]): str(r["band"]) for r in records(bands)}
    rows = dict(
        zip(
            zip(moved["township"], moved["measure"], strict=True),
            records(shown(moved, filters.year, filters.base)),
            strict=True,
        )
    )
    measures, right = cached.catalogue().headlines[:MEASURES], cached.catalogue().headlines[MEASURES:]
    told = cached.headlines(filters.townships)
    told = told[told["year"] <= max(filters.year, filters.base)]
    tops, seconds, wans = [], [], set()
    last = t("上年") if filters.base == filters.year - 1 else t("{year}年", year=filters.base)
    for measure in measures:
        if large_in_wan and told.loc[told["measure"] == measure.id, "value"].max() >= WAN_FROM:
            wans.add(measure.id)
        wan = measure.id in wans
        unit = in_brackets(f"万{measure.unit}" if wan else measure.unit, language())
        tops.append(f'<th colspan="5">{html.escape(measure_name(measure) + unit)}</th>')
        seconds += [f"<th>{w}</th>" for w in (t("本年"), last, t("增减"), t("同比"), t("档次"))]
    body = []
    words = band_words(language())
    for town in filters.shown_townships[:ROWS]:
        cells = [f"<td>{html.escape(town)}</td>"]
        for measure in measures:
            row = rows.get((town, measure.id))
            said = words.get(band.get((town, measure.id), ""), "")
            cells += ["<td></td>"] * 5 if row is None else _cells(row, said, wan=measure.id in wans)
        body.append(f"<tr>{''.join(cells)}</tr>")
    n = len(filters.shown_townships)
    more = t("……共 {n} 个乡镇和合计", n=n) if n > ROWS else ""
    if right:
        names = listed([measure_name(m) for m in right])
        more += ("　" if more else "") + t("右边还有：{names}", names=names)
    about = t("本年：{year}年　乡镇 {n} 个　数据版本 {version}", year=filters.year, n=n, version=cached.version())
    heading = f'<tr><th rowspan="2">{t("乡镇")}</th>{"".join(tops)}</tr><tr>{"".join(seconds)}</tr>'
    title = html.escape(t("{county}主要指标对比", county=county()))
    return (
        f'{STYLE}<div class="sheet"><h4>{title}</h4><p>{html.escape(about)}</p>'
        f"<table>{heading}{''.join(body)}</table><p>{html.escape(more)}</p></div>"
    )


def _cells(row: dict[str, Any], band: str, *, wan: bool) -> list[str]:
    texts = [str(row[c]) for c in ("this", "last", "change")]
    texts = [*(map(_in_wan, texts) if wan else texts), str(row["percent"])]
    return [*(f"<td>{html.escape(text)}</td>" for text in texts), f'<td class="band">{html.escape(band or "—")}</td>']


def _in_wan(text: str) -> str:
    """The numbers of a text in ten thousands, as the heading says: ≥80,000 becomes ≥8.0."""
    return re.sub(r"\d[\d,]*(?:\.\d+)?", lambda found: f"{float(found[0].replace(',', '')) / 10_000:.1f}", text)
