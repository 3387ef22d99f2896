"""Reads that are kept between reruns: the only place with cache decorators.

Every key holds the store's address and version, so that a change of the data is a new key and nothing has to be
cleared. Frames are kept as resources and handed out as shallow copies: pandas copies on write, so a page cannot
change what another sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd
import streamlit as st

from analytics import measures
from analytics.catalogue import Catalogue, Roster, load_catalogue
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
from analytics.intake import open_workbook
from analytics.intake.grid import Workbook
from analytics.measures.bands import bands as bands_of
from analytics.measures.comparable import comparable_totals
from analytics.measures.peers import per_1000
from analytics.model import Finding, Problem, Reading, Report, Severity
from analytics.store import ExplanationRow, GapCase, GapKey, Store, UploadRow
from analytics.store.engine import store_url
from analytics.submission import (
    Change,
    CrossCheck,
    SeenWording,
    SourceView,
    county_of,
    explained_problems,
    rules_of,
    seen_wordings,
    source_view,
)
from analytics.submission import changes as changes_of_upload
from analytics.submission import cross_checks as cross_checks_of
from ui.kept import Kept

KEPT = 24
"""Results kept per function; each is a few hundred kilobytes for a county of 25 townships."""
MADE = 160
"""Charts and other finished things kept; a chart of 25 townships takes some hundred kilobytes."""

WAITING = 5_000
"""Uploads whose four counts are kept: a whole province may wait, and every click shows them all."""

VERSION, STORE = "_version", "_store"
SHOWN: ContextVar[tuple[str, int] | None] = ContextVar("shown", default=None)
"""A ``key`` where no session is at hand; see ``ui.later``."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WaitingCounts:
    """Headings of a waiting upload that nobody knew, and how its figures meet those that count."""

    unknown: int
    new: int
    changed: int
    same: int


_STORES: Kept[Store] = Kept(16)
_MADE: Kept[object] = Kept(MADE)


def store() -> Store:
    """The county's store, opened once a process; its tables are upgraded then."""
    shown = SHOWN.get()
    found = st.session_state.get(STORE) if shown is None else shown[0]
    url = str(store_url(None) if found is None else found)
    return _STORES.get(url, lambda: Store.open(url))


def catalogue() -> Catalogue:
    """What is counted."""
    return load_catalogue()


def begin_run() -> None:
    """Finds the store and reads the data's version once for this rerun; all that is shown in it is of one version."""
    st.session_state[STORE] = store_url(None)
    st.session_state[VERSION] = store().version()


def version() -> int:
    """The version of the data this rerun shows."""
    shown = SHOWN.get()
    found = st.session_state.get(VERSION) if shown is None else shown[1]
    return store().version() if found is None else int(found)


def key() -> tuple[str, int]:
    """The store's address and the version of the data this rerun shows."""
    return store().url, version()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _figures_of(url: str, version: int) -> pd.DataFrame:  # noqa: ARG001 the key
    return store().figures_frame()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _roster_of(url: str, version: int) -> Roster:  # noqa: ARG001
    return store().roster_now()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _told_of(url: str, version: int) -> frozenset[tuple[str, int]]:
    return measures.told_by_reports(_figures_of(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _headlines_of(url: str, version: int) -> pd.DataFrame:
    frame = _figures_of(url, version)
    return measures.headline_table(frame, catalogue(), _names(url, version), _years(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _indicators_of(url: str, version: int) -> pd.DataFrame:
    frame = _figures_of(url, version)
    return measures.indicator_table(frame, catalogue(), _names(url, version), _years(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _changes_of(url: str, version: int, year: int, base: int, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return measures.changes(_within(_headlines_of(url, version), townships), year, base)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _comparable_of(url: str, version: int, year: int, base: int, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return comparable_totals(_changes_of(url, version, year, base, townships))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _totals_of(url: str, version: int, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return measures.county_totals(_within(_headlines_of(url, version), townships))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _bands_of(url: str, version: int, year: int, townships: tuple[str, ...] | None) -> pd.DataFrame:
    table = _headlines_of(url, version)
    table = per_1000(table[table["year"] == year], roster())
    # Bands are of the whole county, so that a filter of townships does not move anyone.
    return _within(table.assign(band=bands_of(table)), townships)


@st.cache_resource(show_spinner=False, max_entries=MADE)
def _standings_of(url: str, version: int, year: int, measure: str, per_thousand: bool) -> pd.DataFrame:
    table, headlines = _bands_of(url, version, year, None), _headlines_of(url, version)
    before = headlines[(headlines["year"] == year - 1) & (headlines["measure"] == measure)]
    return measures.standings(table[table["measure"] == measure], before, per_thousand=per_thousand)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _reports_of(url: str, version: int) -> Mapping[tuple[str, int], Report]:  # noqa: ARG001
    return store().reports()


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _county_of(url: str, version: int) -> County:
    figures, roster = _figures_of(url, version), _roster_of(url, version)
    return county_of(store(), figures=figures, roster=roster, reports=_reports_of(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _gaps_of(url: str, version: int, year: int) -> tuple[Finding, ...]:
    return tuple(find_gaps(_county_of(url, version), year, _rules_of(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _resolved_of(url: str, version: int, year: int) -> tuple[Finding, ...]:
    return tuple(resolved_gaps(_county_of(url, version), year, _rules_of(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _silent_of(url: str, version: int, year: int) -> tuple[Silent, ...]:
    return tuple(find_silent(_county_of(url, version), year, _rules_of(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _questions_of(url: str, version: int, year: int) -> tuple[Finding, ...]:
    return tuple(find_questions(_county_of(url, version), year, _rules_of(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _rules_of(url: str, version: int) -> RulesInForce:  # noqa: ARG001
    return rules_of(store())


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _counts_of(url: str, version: int, year: int) -> Mapping[str, int]:
    return counts_by_rule(_county_of(url, version), year, _rules_of(url, version))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _cases_of(url: str, writes: int, year: int) -> Mapping[GapKey, GapCase]:  # noqa: ARG001
    return store().gap_cases(year)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _explanations_of(url: str, version: int) -> tuple[ExplanationRow, ...]:  # noqa: ARG001
    return tuple(store().explanations())


@st.cache_resource(show_spinner=False, max_entries=64)
def _source_of(url: str, version: int, figure_id: int) -> SourceView | None:  # noqa: ARG001
    return source_view(store(), figure_id)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _names(url: str, version: int) -> tuple[str, ...]:
    listed = _roster_of(url, version).names
    return tuple(dict.fromkeys((*listed, *_figures_of(url, version)["township"])))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _years(url: str, version: int) -> tuple[int, ...]:
    return tuple(sorted({int(y) for y in _figures_of(url, version)["year"].unique()}))


def _within(table: pd.DataFrame, townships: tuple[str, ...] | None) -> pd.DataFrame:
    return table if townships is None else table[table["township"].isin(townships)]


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _reading_of(url: str, writes: int, upload_id: int) -> tuple[Reading, tuple[Change, ...]]:  # noqa: ARG001
    return store().reading(upload_id), tuple(changes_of_upload(store(), upload_id))


@st.cache_resource(show_spinner=False, max_entries=WAITING)
def _waiting_of(url: str, version: int, upload_id: int, revision: int) -> WaitingCounts:  # noqa: ARG001
    kinds = Counter(c.kind for c in changes_of_upload(store(), upload_id) if not c.checks_only)
    unknown = len(store().reading(upload_id).unknown_headings)
    return WaitingCounts(unknown, kinds["new"], kinds["changed"], kinds["same"])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _explained_of(
    url: str,  # noqa: ARG001
    writes: int,  # noqa: ARG001
    upload_id: int,
) -> tuple[tuple[Problem, ExplanationRow | None], ...]:
    return tuple(explained_problems(store(), upload_id))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _crossed_of(url: str, writes: int, version: int, upload_id: int) -> tuple[CrossCheck, ...]:  # noqa: ARG001
    return tuple(cross_checks_of(store(), upload_id, _rules_of(url, version)))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _doubts_left(url: str, writes: int, year: int) -> int:  # noqa: ARG001
    doubted = {p.upload_id for p in store().open_problems() if p.upload_status == "accepted"}
    files = [u.id for u in store().uploads("accepted") if u.id in doubted and year in u.years]
    return sum(
        any(row is None and p.severity is not Severity.NOTE for p, row in explained_problems(store(), upload_id))
        for upload_id in files
    )


@st.cache_resource(show_spinner=False, max_entries=2)
def _wordings_of(url: str, writes: int) -> tuple[SeenWording, ...]:  # noqa: ARG001
    return tuple(seen_wordings(store()))


@st.cache_resource(show_spinner=False, max_entries=4)
def _workbook_of(url: str, upload_id: int) -> Workbook | Problem:  # noqa: ARG001
    upload = store().upload(upload_id)
    return open_workbook(store().upload_bytes(upload_id), upload.file_name)


def reading(upload_id: int) -> tuple[Reading, tuple[Change, ...]]:
    """What was read from an upload and what it changes, as of the store's last write."""
    return _reading_of(store().url, store().writes(), upload_id)


def cross_checks(upload_id: int) -> tuple[CrossCheck, ...]:
    """An upload held against the other half, as of the store's last write."""
    return _crossed_of(store().url, store().writes(), version(), upload_id)


def waiting_counts(upload: UploadRow) -> WaitingCounts:
    """What a waiting upload would change: it hangs on its reading and on the figures that count, on nothing else."""
    return _waiting_of(store().url, store().version(), upload.id, upload.revision)


def explained(upload_id: int) -> tuple[tuple[Problem, ExplanationRow | None], ...]:
    """Every problem of an upload with what explains it, as of the store's last write."""
    return _explained_of(store().url, store().writes(), upload_id)


def wordings() -> tuple[SeenWording, ...]:
    """Every wording of a heading in the returns, as of the store's last write."""
    return _wordings_of(store().url, store().writes())


def workbook(upload_id: int) -> Workbook | Problem:
    """The sheets of an uploaded file; its bytes never change, so the upload's id is key enough."""
    return _workbook_of(store().url, upload_id)


def figures() -> pd.DataFrame:
    """The current figures."""
    return _figures_of(*key()).copy(deep=False)


def roster() -> Roster:
    """The townships that report, in the newest order of the county; ``store().roster()`` is the one that was given."""
    return _roster_of(*key())


def parts_of(figure_id: int) -> tuple[int, ...]:
    """The figures that one which is shown under this id was added up from; itself where it stands as reported."""
    table = _figures_of(*key())
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
    return _within(_headlines_of(*key()), townships).copy(deep=False)


def headlines_of_measure(townships: tuple[str, ...] | None, measure: str) -> pd.DataFrame:
    """``headlines`` of one measure."""
    table = headlines(townships)
    return table[table["measure"] == measure]


def indicators() -> pd.DataFrame:
    """The indicator table of all years, with sources."""
    return _indicators_of(*key()).copy(deep=False)


def changes(year: int, base: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.changes`` of the headline measures."""
    return _changes_of(*key(), year, base, townships).copy(deep=False)


def changes_of_measure(year: int, base: int, townships: tuple[str, ...] | None, measure: str) -> pd.DataFrame:
    """``changes`` of one headline measure."""
    table = changes(year, base, townships)
    return table[table["measure"] == measure]


def comparable(year: int, base: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.comparable_totals`` of the headline measures."""
    return _comparable_of(*key(), year, base, townships).copy(deep=False)


def totals(townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """``measures.county_totals`` of the headline measures."""
    return _totals_of(*key(), townships).copy(deep=False)


def bands(year: int, townships: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The headline table of a year with band (high, middle, low or "") and the figures per 1,000 residents."""
    return _bands_of(*key(), year, townships).copy(deep=False)


def told() -> frozenset[tuple[str, int]]:
    """Township and year of the figures that come from a report, since no return has come."""
    return _told_of(*key())


def reports() -> Mapping[tuple[str, int], Report]:
    """The reports in prose by township and year."""
    return _reports_of(*key())


def standings(year: int, measure: str, *, per_thousand: bool = False) -> pd.DataFrame:
    """``measures.standings`` of a headline measure over the whole county, whichever townships are looked at."""
    return _standings_of(*key(), year, measure, per_thousand).copy(deep=False)


def gaps(year: int) -> tuple[Finding, ...]:
    """Where the work falls short in a year."""
    return _gaps_of(*key(), year)


def questions(year: int) -> tuple[Finding, ...]:
    """Which figures of a year are doubted."""
    return _questions_of(*key(), year)


def resolved(year: int) -> tuple[Finding, ...]:
    """The gaps of the year before that a year's figures no longer show."""
    return _resolved_of(*key(), year)


def silent(year: int) -> tuple[Silent, ...]:
    """What the rules did not judge for a year, and why."""
    return _silent_of(*key(), year)


def county() -> County:
    """The county as the checks see it."""
    return _county_of(*key())


def rules() -> RulesInForce:
    """The rules this rerun judges by."""
    return _rules_of(*key())


def counts_of_rules(year: int) -> Mapping[str, int]:
    """How many findings each rule has for a year, rules on trial included."""
    return _counts_of(*key(), year)


def gap_cases(year: int) -> Mapping[GapKey, GapCase]:
    """What stands about gaps in a year, as of the store's last write: a note is no new version of the data."""
    return _cases_of(store().url, store().writes(), year)


def explanations() -> tuple[ExplanationRow, ...]:
    """Why figures that count are what they are, oldest first."""
    return _explanations_of(*key())


def doubts_left(year: int) -> int:
    """How many accepted files with figures of a year hold errors or questions that nobody has explained."""
    return _doubts_left(store().url, store().writes(), year)


def source(figure_id: int) -> SourceView | None:
    """Where a figure comes from. Opening its file again takes a worker; the cells are kept while the data stand."""
    return _source_of(*key(), figure_id)


def made(what: str, of: tuple[Hashable, ...], make: Callable[[], T]) -> T:
    """What ``make`` gives, kept for this version of the data. ``of`` is everything else it depends on.

    One object is handed to all sessions: nobody may change it.
    """
    return _MADE.get((*key(), what, of), make)  # type: ignore[return-value]
