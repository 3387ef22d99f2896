"""The six headline cards of the overview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics.charts.template import records
from analytics.measures import change_text, figure_text
from ui import cached, footnotes
from ui.filters import Filters, measure_name
from ui.words import language, listed, t

HEIGHT = {"zh": 128, "en": 146}
"""Pixels of a card whose notes take one line; an English change takes two lines."""
LINE, ROOM = 18, 22
"""Pixels of a further line of notes, and the half widths of one on the smallest screen: a Chinese character takes two."""
WHOLE = {f"parts_{what}_{side}": 0 for what in ("missing", "waiting") for side in ("this", "last")}
"""Missing parts are counted in the line below the change; saying them in it too would be twice."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says, in the session's language."""

    name: str
    value: str
    change: str | None
    years: tuple[float, ...]
    notes: str


def headline_cards(filters: Filters) -> None:
    """One card a headline measure: this year's sum, its change, the years as a sparkline, what is not exact in it."""
    cards = cached.made("cards", (*filters.key, language()), lambda: _cards(filters))
    lines = max((_lines(card.notes) for card in cards), default=1)
    for column, card in zip(st.columns(len(cards)), cards, strict=True):
        with column:
            st.metric(
                card.name,
                card.value,
                delta=card.change,
                delta_color="off",
                delta_arrow="off",
                chart_data=list(card.years) if len(card.years) > 1 else None,  # of one value two bars are drawn
                chart_type="bar",
                border=True,
                height=HEIGHT[language()] + LINE * (lines - 1),
                delta_description=card.notes,
            )


def _cards(filters: Filters) -> list[Card]:
    totals = cached.totals(filters.townships)
    table = cached.headlines(filters.townships)
    table = table[table["year"] == filters.year]
    moved = {r["measure"]: r for r in records(cached.comparable(filters.year, filters.base, filters.townships))}
    sent = frozenset(table.loc[table["state"].eq("reported"), "township"])
    cards = []
    for measure in cached.catalogue().headlines:
        series = totals[totals["measure"] == measure.id]
        now = records(series[series["year"] == filters.year])
        row: dict[str, Any] = now[0] if now else {"value": float("nan"), "qualifier": "exact", "n_waiting": 0}
        state = "reported" if row["value"] == row["value"] else "waiting" if row["n_waiting"] else "missing"
        change = moved.get(measure.id)
        own = table[table["measure"] == measure.id]
        rests = None if change is None else _rests_on(change, own)
        if change is not None and rests == 1:
            change = {**change, "percent": float("nan")}  # one township's percent is not the county's
        cards.append(
            Card(
                measure_name(measure),
                figure_text(row["value"], row["qualifier"], state, language(), short=True),
                None if change is None else change_said(change),
                _spark(series),
                _notes(own, sent, rests),
            )
        )
    return cards


def change_said(row: Mapping[str, Any]) -> str:
    """A change in the few words a card has room for; what the sums lack is said below it."""
    return (
        t("待核实，暂不比较")
        if "waiting" in (row["state_this"], row["state_last"])
        else change_text({**row, **WHOLE}, language())
    )


def _rests_on(change: Mapping[str, Any], cells: pd.DataFrame) -> int | None:
    """How many townships a change compares, where they are fewer than those in the sum above it; None: it is over all."""
    n = int(change["n_both"])
    return n if 0 < n < int(cells["state"].eq("reported").sum()) else None


def _lines(notes: str) -> int:
    """How many lines notes take on the smallest screen; words are not parted, so the English ones take some room more."""
    widths = sum(2 if sign >= "\u2e80" else 1 for sign in notes)
    return max(1, -(-widths // ROOM))


def _spark(series: pd.DataFrame) -> tuple[float, ...]:
    """The county's sums by year; a year without any figure is left out, not drawn as zero."""
    return tuple(float(v) for v in series.sort_values("year")["value"] if v == v)


def _notes(cells: pd.DataFrame, sent: frozenset[str], rests: int | None = None) -> str:
    """What is not exact or not there in a sum; that nothing is, where nothing is. ``rests``: as ``_rests_on``."""
    rough = int((cells["state"].eq("reported") & cells["qualifier"].ne("exact")).sum())
    held = cells[cells["state"].eq("reported")]
    waits = int(held["parts_waiting"].sum())
    parts = int(held["parts_missing"].sum()) - waits
    # A sum over fewer townships than sent anything is not complete.
    absent = int((cells["state"].eq("missing") & cells["township"].isin(sent)).sum())
    asked = int(cells["state"].eq("waiting").sum())
    notes = [
        *([t("{n} 个乡镇之比", n=rests)] if rests else []),
        *([t("{n} 处待核实", n=asked + waits)] if asked + waits else []),
        *([t("{n} 个乡镇缺此项", n=absent)] if absent else []),
        *([t("含 {n} 个约数", n=rough)] if rough else []),
        *([t("缺 {n} 个分项", n=parts)] if parts else []),
    ]
    return listed(notes) or t("无约数，无缺项")


def sums_note(filters: Filters) -> str:
    """One line under the cards: what the sums and the changes are over."""
    return cached.made("sums", (*filters.key, language()), lambda: _sums(filters))


def _sums(filters: Filters) -> str:
    told = footnotes.from_reports(filters.shown_townships, (filters.year, filters.base), footnotes.FEW)
    return _over(filters) + (f"　{told}" if told else "")


def _over(filters: Filters) -> str:
    comparable = cached.comparable(filters.year, filters.base, filters.townships)
    both = comparable["n_both"]
    if not len(both) or not int(both.max()):
        return t("合计只含已报的乡镇；没有两年所报项目相同的乡镇，不比增减。")
    few, many = int(both.min()), int(both.max())
    if few < many:
        return t(
            "合计只含已报的乡镇；增减只比{base}年、{year}年所报项目相同的乡镇，少于已报的，卡片上注明几个。柱形为历年合计。",
            base=filters.base,
            year=filters.year,
        )
    return t(
        "合计只含已报的乡镇；增减是{base}年、{year}年所报项目相同的 {n} 个乡镇之比。柱形为历年合计。",
        base=filters.base,
        year=filters.year,
        n=many,
    )
