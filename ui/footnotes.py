"""What explains the figures on screen, as footnotes under charts and tables."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from analytics.measures import FROM_REPORT
from analytics.store import ExplanationRow
from ui import cached
from ui.formats import indicator_name
from ui.notes import note
from ui.words import listed, t

NAMED = 8
"""Townships named in a line; of more, these and how many."""
SHOWN = 4
"""Footnotes that stand under a chart; the others are folded away."""


def about(townships: Collection[str], years: Collection[int], measure: str | None = None) -> list[ExplanationRow]:
    """The explanations of figures that are on screen, by year and township; ``measure`` None: of all indicators."""
    parts = None if measure is None else {i.id for i in cached.catalogue().parts_of(measure)}
    found = [
        row
        for row in cached.explanations()
        if row.township in townships and row.year in years and (parts is None or row.indicator in parts)
    ]
    return sorted(found, key=lambda row: (-(row.year or 0), row.township or "", row.id))


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
    rows = about(townships, years, measure)
    for number, row in enumerate(rows[:SHOWN], start=1):
        note(line(number, row))
    if len(rows) > SHOWN:
        with st.expander(t("另有 {n} 条说明", n=len(rows) - SHOWN)):
            for number, row in enumerate(rows[SHOWN:], start=SHOWN + 1):
                note(line(number, row))


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


def line(number: int, row: ExplanationRow) -> str:
    """One footnote: which figure, what was said, by whom."""
    return t(
        "注 {number}：{township}{year}年{indicator}：{text}（{who}）",
        number=number,
        township=row.township,
        year=row.year,
        indicator=indicator_name(row.indicator or ""),
        text=row.text,
        who=row.who,
    )
