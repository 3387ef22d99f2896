"""What the rules find, and what people say about it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.checks import (
    County,
    RulesInForce,
    Silent,
    counts_by_rule,
    find_gaps,
    find_questions,
    find_silent,
    resolved_gaps,
)
from analytics.model import Finding, Report
from analytics.store import ExplanationRow, GapCase, GapKey
from analytics.submission import county_of, rules_of
from ui.cached.base import KEPT, key, store
from ui.cached.doubts import BY_VALUE, Waiting, waiting
from ui.cached.tables import figures_of, roster_of


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _reports_of(url: str, version: int) -> Mapping[tuple[str, int], Report]:  # noqa: ARG001
    return store().reports()


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _county_of(url: str, version: int, waiting: Waiting) -> County:
    figures, roster = figures_of(url, version), roster_of(url, version)
    return county_of(store(), figures=figures, roster=roster, reports=_reports_of(url, version), waiting=waiting)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _gaps_of(url: str, version: int, waiting: Waiting, year: int) -> tuple[Finding, ...]:
    return tuple(find_gaps(_county_of(url, version, waiting), year, rules_in_force(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _resolved_of(url: str, version: int, waiting: Waiting, year: int) -> tuple[Finding, ...]:
    return tuple(resolved_gaps(_county_of(url, version, waiting), year, rules_in_force(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _silent_of(url: str, version: int, waiting: Waiting, year: int) -> tuple[Silent, ...]:
    return tuple(find_silent(_county_of(url, version, waiting), year, rules_in_force(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _questions_of(url: str, version: int, waiting: Waiting, year: int) -> tuple[Finding, ...]:
    return tuple(find_questions(_county_of(url, version, waiting), year, rules_in_force(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def rules_in_force(url: str, version: int) -> RulesInForce:  # noqa: ARG001
    """The rules of a version of the data."""
    return rules_of(store())


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs=BY_VALUE)
def _counts_of(url: str, version: int, waiting: Waiting, year: int) -> Mapping[str, int]:
    return counts_by_rule(_county_of(url, version, waiting), year, rules_in_force(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _cases_of(url: str, writes: int, year: int) -> Mapping[GapKey, GapCase]:  # noqa: ARG001
    return store().gap_cases(year)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _explanations_of(url: str, version: int) -> tuple[ExplanationRow, ...]:  # noqa: ARG001
    return tuple(store().explanations())


def reports() -> Mapping[tuple[str, int], Report]:
    """The reports in prose by township and year."""
    return _reports_of(*key())


def gaps(year: int) -> tuple[Finding, ...]:
    """Where the work falls short in a year."""
    return _gaps_of(*key(), waiting(), year)


def questions(year: int) -> tuple[Finding, ...]:
    """Which figures of a year are doubted."""
    return _questions_of(*key(), waiting(), year)


def resolved(year: int) -> tuple[Finding, ...]:
    """The gaps of the year before that a year's figures no longer show."""
    return _resolved_of(*key(), waiting(), year)


def silent(year: int) -> tuple[Silent, ...]:
    """What the rules did not judge for a year, and why."""
    return _silent_of(*key(), waiting(), year)


def county() -> County:
    """The county as the checks see it."""
    return _county_of(*key(), waiting())


def rules() -> RulesInForce:
    """The rules this rerun judges by."""
    return rules_in_force(*key())


def counts_of_rules(year: int) -> Mapping[str, int]:
    """How many findings each rule has for a year, rules on trial included."""
    return _counts_of(*key(), waiting(), year)


def gap_cases(year: int) -> Mapping[GapKey, GapCase]:
    """What stands about gaps in a year, as of the store's last write: a note is no new version of the data."""
    return _cases_of(store().url, store().writes(), year)


def explanations() -> tuple[ExplanationRow, ...]:
    """Why figures that count are what they are, oldest first."""
    return _explanations_of(*key())
