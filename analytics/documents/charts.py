"""The brief's charts, drawn as pictures: the county over the years, townships against last year, gaps by theme."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.charts import county_years, dumbbell, gap_matrix
from analytics.charts.template import TITLE_LINE, wrapped
from analytics.export.brief import Drawn
from analytics.export.dossier import Dossier
from analytics.export.footnotes import UNDER_A_PICTURE, footnotes
from analytics.export.pictures import NoChineseFontError, png, title_of
from analytics.export.prose.situation import county_directions, directions
from analytics.measures import changes, county_totals, headline_table
from analytics.measures.comparable import comparable_totals
from analytics.text import translate

PIXELS = 640
"""Across the type area of 156 mm: texts of 12 pixels are then printed in 8 pt."""

SHOWN = ("publicity_sessions", "people_reached")
"""Headline measures whose townships are drawn against last year: what was done and whom it reached."""


def brief_pictures(dossier: Dossier) -> list[Drawn]:
    """The charts that have anything to show; none where the machine has no Chinese font (the text says all)."""
    if not dossier.reported:
        return []
    try:
        return [*_years(dossier), *_townships(dossier), *_gaps(dossier)]
    except NoChineseFontError:
        return []


def _years(dossier: Dossier) -> list[Drawn]:
    years = sorted({int(y) for y in dossier.figures["year"] if int(y) <= dossier.year})
    table = headline_table(dossier.figures, dossier.catalogue, dossier.townships, years, dossier.waiting)
    compared = comparable_totals(changes(table, dossier.year, dossier.base))
    english = dossier.language == "en"
    figure = county_years(
        county_totals(table),
        measures=[(h.id, h.name_en if english else h.name_zh, h.unit) for h in dossier.catalogue.headlines],
        years=years[-5:],
        comparable=compared,
        language=dossier.language,
        data_version=_version(dossier),
    )
    found = county_directions(dossier)
    if found:
        title = translate(
            "{year}年与{base}年相比（两年口径一致的乡镇）：{found}",
            dossier.language,
            year=dossier.year,
            base=dossier.base,
            found=found,
        )
        _retitle(figure, title)
    headline = [i.id for i in dossier.catalogue.indicators if i.headline]
    said = _notes(dossier, headline)
    return [_drawn(figure, "measures", translate("全县主要指标历年合计", dossier.language), notes=said)]


def _townships(dossier: Dossier) -> list[Drawn]:
    if not dossier.compared:
        return []
    two = [dossier.base, dossier.year]
    table = headline_table(dossier.figures, dossier.catalogue, dossier.townships, two, dossier.waiting)
    compared = changes(table, dossier.year, dossier.base)
    out = []
    for measure in SHOWN:
        rows = compared[compared["measure"] == measure]
        rows = rows.assign(told=[(town, dossier.year) in dossier.told for town in rows["township"]])
        if not rows["this"].notna().any():
            continue
        figure = dumbbell(
            rows,
            name=dossier.name_of(measure),
            unit=dossier.unit_of(measure),
            year=dossier.year,
            base_year=dossier.base,
            row=12,  # 25 townships and the caption take less than half a page, so that two follow each other on one
            language=dossier.language,
            data_version=_version(dossier),
        )
        found = directions(dossier, measure)
        if found:
            _retitle(figure, translate("{name}：{found}", dossier.language, name=dossier.name_of(measure), found=found))
        caption = translate("各乡镇{name}两年对比", dossier.language, name=dossier.name_of(measure))
        said = _notes(dossier, [i.id for i in dossier.catalogue.parts_of(measure)])
        out.append(_drawn(figure, "standing", caption, pixels=680, notes=said))
    return out


def _gaps(dossier: Dossier) -> list[Drawn]:
    if not dossier.gaps:
        return []
    language = dossier.language
    rows = [(f.township, f.theme or "", f.severity, f.status, f.sentence.in_(language)) for f in dossier.gaps]
    figure = gap_matrix(
        pd.DataFrame(rows, columns=["township", "theme", "severity", "status", "sentence"]),
        themes=[(theme.id, dossier.theme_name(theme.id)) for theme in dossier.catalogue.themes],
        townships=dossier.townships,
        year=dossier.year,
        language=language,
        data_version=_version(dossier),
        without_said=_said_only(dossier),
    )
    return [_drawn(figure, "gaps", translate("各乡镇短板分布", language), pixels=820)]


def _said_only(dossier: Dossier) -> bool:
    """Whether a township says of itself what its figures do not show: the screens count that, this chart does not."""
    shown = {(f.township, f.theme) for f in dossier.gaps}
    themes = dossier.catalogue.theme_by_id
    return any(w.theme in themes and (w.township, w.theme) not in shown for w in dossier.own_words)


def _retitle(figure: go.Figure, title: str) -> None:
    """The chart says what the text beside it says: a document must not count a change in two ways."""
    text, new = str(figure.layout.title.text), wrapped(title, 38)
    old = text.partition("</b>")[0]
    figure.layout.title.text = re.sub(r"^<b>.*?</b>", lambda _: f"<b>{new}</b>", text, count=1)
    more = (new.count("<br>") - old.count("<br>")) * TITLE_LINE
    figure.layout.margin.t += more
    figure.layout.height += more


def _notes(dossier: Dossier, indicators: Collection[str]) -> list[str]:
    """What explains the figures of a chart; what else was said stands in the annex."""
    told = [e for e in dossier.explanations if e.indicator in indicators]
    return footnotes(told, dossier.indicator_name, dossier.language, UNDER_A_PICTURE)


def _drawn(figure: go.Figure, place: str, caption: str, pixels: int = PIXELS, notes: Sequence[str] = ()) -> Drawn:
    return Drawn(png(figure, width=pixels, notes=notes), title_of(figure), caption, place)


def _version(dossier: Dossier) -> int | None:
    return dossier.data_version if isinstance(dossier.data_version, int) else None
