"""Figures, roster, and the tables that are computed from them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analytics import measures
from analytics.catalogue import Roster
from analytics.measures.bands import bands as bands_of
from analytics.measures.comparable import comparable_totals
from analytics.measures.peers import per_1000
from ui.cached.base import KEPT, MADE, catalogue, key, store
from ui.cached.doubts import BY_VALUE, Waiting, waiting


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def figures_of(url: str, version: int) -> pd.DataFrame:  # noqa: ARG001 the key
    """The current figures, as they are kept: to be read only."""
    return store().figures_frame()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def roster_of(url: str, version: int) -> Roster:  # noqa: ARG001
    """The roster in the newest order, as it is kept."""
    return store().roster_now()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _told_of(url: str, version: int) -> frozenset[tuple[str, int]]:
    return measures.told_by_reports(figures_of(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _headlines_of(url: str, version: int, waiting: Waiting) -> pd.DataFrame:
    frame = figures_of(url, version)
    return measures.headline_table(frame, catalogue(), _names(url, version), _years(url, version), waiting)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _indicators_of(url: str, version: int, waiting: Waiting) -> pd.DataFrame:
    frame = figures_of(url, version)
    return measures.indicator_table(frame, catalogue(), _names(url, version), _years(url, version), waiting)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _changes_of(
    url: str, version: int, waiting: Waiting, year: int, base: int, townships: tuple[str, ...] | None
) -> pd.DataFrame:
    return measures.changes(_within(_headlines_of(url, version, waiting), townships), year, base)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _comparable_of(
    url: str, version: int, waiting: Waiting, year: int, base: int, townships: tuple[str, ...] | None
) -> pd.DataFrame:
    return comparable_totals(_changes_of(url, version, waiting, year, base, townships))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _totals_of(url: str, version: int, waiting: Waiting, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return measures.county_totals(_within(_headlines_of(url, version, waiting), townships))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _bands_of(url: str, version: int, waiting: Waiting, year: int, townships: tuple[str, ...] | None) -> pd.DataFrame:
    table = _headlines_of(url, version, waiting)
    table = per_1000(table[table["year"] == year], roster())
    # Bands are of the whole county, so that a filter of townships does not move anyone.
    return _within(table.assign(band=bands_of(table)), townships)


@st.cache_resource(show_spinner=False, max_entries=MADE, hash_funcs=BY_VALUE)
def _standings_of(
    url: str, version: int, waiting: Waiting, year: int, measure: str, per_thousand: bool
) -> pd.DataFrame:
    table, headlines = _bands_of(url, version, waiting, year, None), _headlines_of(url, version, waiting)
    before = headlines[(headlines["year"] == year - 1) & (headlines["measure"] == measure)]
    return measures.standings(table[table["measure"] == measure], before, per_thousand=per_thousand)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _names(url: str, version: int) -> tuple[str, ...]:
    listed = roster_of(url, version).names
    return tuple(dict.fromkeys((*listed, *figures_of(url, version)["township"])))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _years(url: str, version: int) -> tuple[int, ...]:
    return tuple(sorted({int(y) for y in figures_of(url, version)["year"].unique()}))


def _within(table: pd.DataFrame, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return table if townships is None else table[table["township"].isin(townships)]


def figures() -> pd.DataFrame:
    """The current figures."""
    return figures_of(*key()).copy(deep=False)


def roster() -> Roster:
    """The townships that report, in the newest order of the county; ``store().roster()`` is the one that was given."""
    return roster_of(*key())


def parts_of(figure_id: int) -> tuple[int, ...]:
    """The figures that one which is shown under this id was added up from; itself where it stands as reported."""
    table = figures_of(*key())
    found = table.loc[table["figure_id"].eq(figure_id) & table["part_ids"].ne(""), "part_ids"]
    return tuple(int(part) for part in str(found.iloc[0]).split(",")) if len(found) else (figure_id,)


def names() -> tuple[str, ...]:
    """The townships in the roster's order, then any others that figures speak of."""
    return _names(*key())


def years() -> tuple[int, ...]:
    """The years that have figures, ascending."""
    return _years(*key())


def headlines(townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The headline table of all years; ``townships`` None is all of them."""
    return _within(_headlines_of(*key(), waiting()), townships).copy(deep=False)


def headlines_of_measure(townships: tuple[str, ...] | None, measure: str) -> pd.DataFrame:
    """``headlines`` of one measure."""
    table = headlines(townships)
    return table[table["measure"] == measure]


def indicators() -> pd.DataFrame:
    """The indicator table of all years, with sources."""
    return _indicators_of(*key(), waiting()).copy(deep=False)


def changes(year: int, base: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.changes`` of the headline measures."""
    return _changes_of(*key(), waiting(), year, base, townships).copy(deep=False)


def changes_of_measure(year: int, base: int, townships: tuple[str, ...] | None, measure: str) -> pd.DataFrame:
    """``changes`` of one headline measure."""
    table = changes(year, base, townships)
    return table[table["measure"] == measure]


def comparable(year: int, base: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.comparable_totals`` of the headline measures."""
    return _comparable_of(*key(), waiting(), year, base, townships).copy(deep=False)


def totals(townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.county_totals`` of the headline measures."""
    return _totals_of(*key(), waiting(), townships).copy(deep=False)


def bands(year: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The headline table of a year with band (high, middle, low or "") and the figures per 1,000 residents."""
    return _bands_of(*key(), waiting(), year, townships).copy(deep=False)


def told() -> frozenset[tuple[str, int]]:
    """Township and year of the figures that come from a report, since no return has come."""
    return _told_of(*key())


def standings(year: int, measure: str, *, per_thousand: bool = False) -> pd.DataFrame:
    """``measures.standings`` of a headline measure over the whole county, whichever townships are looked at."""
    return _standings_of(*key(), waiting(), year, measure, per_thousand).copy(deep=False)
