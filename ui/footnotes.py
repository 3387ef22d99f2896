"""What explains the figures on screen, as footnotes under charts and tables and on the pictures made of them."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from analytics.export.dossier import Explained
from analytics.export.footnotes import UNDER_A_PICTURE, footnotes
from analytics.measures import FROM_REPORT
from analytics.store import ExplanationRow
from ui import cached
from ui.filters import Filters
from ui.formats import indicator_name
from ui.notes import note
from ui.words import language, listed, t

NAMED, FEW = 8, 3
"""Townships named in a line on screen, and under a picture or a row of cards; of more, these and how many."""
SHOWN = 4
"""Footnotes that stand under a chart; the others are folded away."""
TWO_YEARS = ("overview_dumbbell", "years_slope")
ALL_YEARS = ("years_county", "years_panels", "profile_history")
ALL_MEASURES = ("years_county", "townships_heat", "profile_history")
"""Charts that show more than one year, or than the chosen measure."""


def about(townships: Collection[str], years: Collection[int], measure: str | None = None) -> list[ExplanationRow]:
    """The explanations of figures that are on screen; ``measure`` None: of all indicators."""
    parts = None if measure is None else {i.id for i in cached.catalogue().parts_of(measure)}
    held = set(townships)
    return [
        row
        for row in cached.explanations()
        if row.township in held and row.year in years and (parts is None or row.indicator in parts)
    ]


def by_measure() -> dict[tuple[str, int, str], list[str]]:
    """Township, year and headline measure → what was said of the figures in it."""
    headline = {i.id: i.headline for i in cached.catalogue().indicators if i.headline}
    said: dict[tuple[str, int, str], list[str]] = {}
    for row in cached.explanations():
        if row.township and row.year and row.indicator in headline:
            said.setdefault((row.township, row.year, str(headline[row.indicator])), []).append(row.text)
    return said


def under(townships: Collection[str], years: Collection[int], measure: str | None = None) -> None:
    """The footnotes; nothing where nothing on screen was explained or comes from a report."""
    told = from_reports(townships, years)
    if told:
        note(told)
    said = _lines(about(townships, years, measure))
    for line in said[:SHOWN]:
        note(line)
    if len(said) > SHOWN:
        with st.expander(t("另有 {n} 条说明", n=len(said) - SHOWN)):
            for line in said[SHOWN:]:
                note(line)


def of_chart(key: str, filters: Filters, township: str | None = None) -> list[str]:
    """The footnotes of a chart's picture: about the figures it shows. ``township``: of a chart of one alone."""
    townships = filters.shown_townships if township is None else (township,)
    years: Collection[int] = (filters.year,)
    if key in TWO_YEARS:
        years = (filters.year, filters.base)
    elif key in ALL_YEARS or key in ("quality_years", "quality_timeliness_years"):
        years = cached.years()
    if key.startswith("gaps_"):
        return []
    told = from_reports(townships, years, FEW)
    if key.startswith("quality_"):
        # What is shown there is that figures are missing; what was said of figures that came is not about it.
        rows = [row for row in about(townships, years) if row.figure_id is None]
    elif key in ALL_MEASURES:
        headline = {i.id for i in cached.catalogue().indicators if i.headline}
        rows = [row for row in about(townships, years) if row.indicator in headline]
    else:
        rows = about(townships, years, filters.measure.id)
    return [*([told] if told and not key.startswith("quality_") else []), *_lines(rows, UNDER_A_PICTURE)]


def from_reports(townships: Collection[str], years: Collection[int], most: int = NAMED) -> str:
    """What the mark before a figure means, and of which townships and years it holds; "" where there is none.

    ``most`` townships of a year are named.
    """
    held = cached.told()
    by_year = {year: [name for name in townships if (name, year) in held] for year in sorted(years, reverse=True)}
    named = [t("{year}年 {names}", year=year, names=_some(names, most)) for year, names in by_year.items() if names]
    if not named:
        return ""
    return t("{mark} 来自工作报告（没有收到报表）：{named}", mark=FROM_REPORT, named="；".join(named))


def _some(names: list[str], most: int) -> str:
    named = listed(names[:most])
    return named if len(names) <= most else t("{names}等 {n} 个乡镇", names=named, n=len(names))


def _lines(rows: Collection[ExplanationRow], most: int | None = None) -> list[str]:
    told = [
        Explained(row.township, row.year, row.indicator, row.text, row.who)
        for row in rows
        if row.township and row.year and row.indicator
    ]
    return footnotes(told, indicator_name, language(), most)
