"""One township's figures: the headline strip, the history beside the county's median, and every indicator."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analytics.charts import band_words, township_history
from analytics.charts.template import records
from analytics.measures import change_text, changes, figure_text, medians, per_1000
from analytics.model import Evidence
from ui import cached
from ui.cards import WHOLE
from ui.downloads import download_table
from ui.filters import Filters, measure_name, measures_shown
from ui.formats import indicator_name
from ui.hovers import with_hover
from ui.screen import chart
from ui.tables import figure_table
from ui.waiting import state_of
from ui.words import language, t

TABLE = ("group", "indicator", "unit", "this", "last", "change", "median", "per_1000")
TEXTS = ("group", "indicator", "unit")
HEIGHT = {"zh": 104, "en": 124}
"""Pixels of a card of the strip; English remarks take a line more."""
WIDTHS = {
    "group": 70,
    "indicator": 160,
    "unit": 50,
    "this": 75,
    "last": 75,
    "change": 175,
    "median": 75,
    "per_1000": 70,
}
"""Pixels; a change with its percentage and its remark is the longest text."""


def years_of(township: str) -> frozenset[int]:
    """The years of which the township reported any figure."""
    table = cached.figures()
    held = table.loc[(table["township"] == township) & table["state"].eq("reported"), "year"]
    return frozenset(int(year) for year in held)


def strip(filters: Filters, township: str) -> None:
    """Six measures: the figure, its change, and where it stands in the county."""
    cards = cached.made(
        "profile_cards", (*filters.key, township, language(), cached.waiting_sums()), lambda: _cards(filters, township)
    )
    for column, (name, value, change, place) in zip(st.columns(len(cards)), cards, strict=True):
        with column:
            st.metric(
                name,
                value,
                delta=change,
                delta_color="off",
                delta_arrow="off",
                border=True,
                height=HEIGHT[language()],
                delta_description=place,
            )


def _cards(filters: Filters, township: str) -> list[tuple[str, str, str, str]]:
    bands = cached.bands(filters.year)
    middle = {r["measure"]: r for r in records(medians(bands))}
    own = {r["measure"]: r for r in records(bands[bands["township"] == township])}
    moved = cached.changes(filters.year, filters.base, (township,))
    sent = cached.waiting_sums()
    change = {r["measure"]: _moved(filters, township, r, sent) for r in records(moved)}
    unreported = figure_text(None, "exact", "missing", language())
    cards = []
    for measure in cached.catalogue().headlines:
        row = own.get(measure.id)
        value = unreported
        if row is not None:
            told = (township, filters.year) in cached.told()
            state = state_of(row["state"], (township, filters.year, measure.id), sent)
            value = figure_text(row["value"], row["qualifier"], state, language(), short=True, told=told)
        place = _place(row, middle.get(measure.id))
        cards.append((measure_name(measure), value, change.get(measure.id, unreported), place))
    return cards


def _moved(filters: Filters, township: str, row: Mapping[str, Any], sent: frozenset[tuple[str, int, str]]) -> str:
    """A change of a headline measure in words; of what waits for an answer that it waits."""
    sides = (("this", filters.year), ("last", filters.base))
    if any(state_of(row[f"state_{s}"], (township, year, row["measure"]), sent) == "waiting" for s, year in sides):
        return t("待核实")
    return change_text({**row, **WHOLE}, language())


def _place(row: Mapping[str, Any] | None, county: Mapping[str, Any] | None) -> str:
    """The county's median and the township's band in words, and what its figure lacks."""
    if county is None or not county["n"]:
        return t("全县都没有上报")
    middle = figure_text(county["median"], "exact", "reported", language(), short=True)
    parts = [t("中位数 {value}", value=middle)]
    if row is not None and row["state"] == "reported":
        if row["band"]:
            parts.append(band_words(language())[str(row["band"])])
        if row["parts_missing"]:
            parts.append(t("缺 {n} 个分项", n=int(row["parts_missing"])))
    return " · ".join(parts)


def history(filters: Filters, township: str) -> tuple[str, int] | None:
    """The headline measures over all years; measure and year of the bar that was clicked."""
    drawn = partial(history_chart, filters, township)
    return chart("profile_history", filters, drawn, township, clickable=True, township=township)


def history_chart(filters: Filters, township: str, **words: Any) -> go.Figure:
    """The headline measures of a township over all years, beside the county's medians."""
    table = cached.headlines()
    table = table.merge(medians(table)[["year", "measure", "median"]], on=["year", "measure"], how="left")
    return township_history(
        with_hover(table[table["township"] == township], lines=("bound", "last", "source")),
        township=township,
        year=filters.year,
        years=cached.years(),
        measures=measures_shown(),
        **words,
    )


def indicators(filters: Filters, township: str, key: str) -> Evidence | None:
    """The table of all indicators that were asked for; the figure that was clicked, as evidence to open."""
    of = (filters.year, filters.base, township, language(), cached.waiting())
    values, texts = cached.made("profile_rows", of, lambda: _table(filters, township))
    headings = _headings(filters)
    if values["per_1000"].isna().all():
        values, texts = values.drop(columns="per_1000"), texts.drop(columns="per_1000")
    # An English screen writes no Chinese units.
    if language() == "en":
        values, texts = values.drop(columns="unit"), texts.drop(columns="unit")
    ids = values["id"]
    picked = figure_table(
        values.drop(columns="id"),
        texts.drop(columns="id"),
        key=key,
        of=of,
        headings=headings,
        text_columns=TEXTS,
        widths=WIDTHS if language() == "zh" else WIDTHS | {"group": 100, "indicator": 190},
        height=520,
        label=t("{township}的全部指标", township=township),
    )
    download_table(
        texts.drop(columns="id").rename(columns=headings),
        t("{township}_{year}年指标", township=township, year=filters.year),
        f"{key}_download",
    )
    if picked is None:
        return None
    year = filters.base if picked.column == "last" else filters.year
    return Evidence(township, year, str(ids.iloc[picked.row]), None, "exact", None, None, None)


def _headings(filters: Filters) -> dict[str, str]:
    return {
        "group": t("类别"),
        "indicator": t("指标"),
        "unit": t("单位"),
        "this": t("{year}年", year=filters.year),
        "last": t("{year}年", year=filters.base),
        "change": t("增减"),
        "median": t("中位数"),
        "per_1000": t("每千人"),
    }


def _table(filters: Filters, township: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Indicators × columns of ``TABLE`` and id, as values that sort and as texts that are shown."""
    table = cached.indicators()
    both = table[table["year"].isin([filters.year, filters.base])]
    asked = set(both.loc[both["parts_asked"].eq(1), "indicator"])
    sent = cached.waiting()
    asked |= {i for name, year, i in sent if name == township and year in (filters.year, filters.base)}
    own = both[both["township"] == township]
    moved = {r["indicator"]: r for r in records(changes(own, filters.year, filters.base, key="indicator"))}
    this_year = table[table["year"] == filters.year]
    middle = {r["indicator"]: r for r in records(medians(this_year, "indicator"))}
    shared = {r["indicator"]: r for r in records(per_1000(own[own["year"] == filters.year], cached.roster()))}
    groups = {g.id: g.name_en if language() == "en" else g.name_zh for g in cached.catalogue().groups}
    told = [(township, year) in cached.told() for year in (filters.year, filters.base)]
    values, texts = [], []
    for indicator in cached.catalogue().indicators:
        row = moved.get(indicator.id)
        if row is None or indicator.id not in asked:
            continue
        median = middle.get(indicator.id, {"median": float("nan"), "n": 0})
        rate = shared.get(indicator.id, {}).get("per_1000", float("nan"))
        rate = float("nan") if indicator.kind == "rate" else float(rate)
        plain = (groups.get(indicator.group, indicator.group), indicator_name(indicator.id), indicator.unit)
        states = [
            state_of(row[f"state_{side}"], (township, year, indicator.id), sent)
            for side, year in (("this", filters.year), ("last", filters.base))
        ]
        values.append((indicator.id, *plain, row["this"], row["last"], row["change"], median["median"], rate))
        texts.append(
            (
                indicator.id,
                *plain,
                figure_text(row["this"], row["qualifier_this"], states[0], language(), told=told[0]),
                figure_text(row["last"], row["qualifier_last"], states[1], language(), told=told[1]),
                t("所报的数待核实，暂不比较") if "waiting" in states else change_text(row, language()),
                "—" if not median["n"] else figure_text(median["median"], "exact", "reported", language()),
                "—" if rate != rate else figure_text(round(rate, 2), row["qualifier_this"], "reported", language()),
            )
        )
    columns = ["id", *TABLE]
    return pd.DataFrame(values, columns=columns), pd.DataFrame(texts, columns=columns)
