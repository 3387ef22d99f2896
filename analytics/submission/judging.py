"""What the county's store holds for judging: the county itself, its rules, and what explains the figures in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from analytics.catalogue import Roster, load_catalogue
from analytics.checks.asking import waiting_of
from analytics.checks.county import County
from analytics.checks.explaining import own_answer
from analytics.checks.in_force import RulesInForce, as_stored, changes_between, faults_of, from_stored
from analytics.model import Report
from analytics.store import ExplanationRow, GapCase, GapKey, Store, StoreError
from analytics.submission.doubts import doubts_of_files
from analytics.submission.noted import noted_of
from analytics.text import Text


def county_of(
    store: Store,
    *,
    figures: pd.DataFrame | None = None,
    roster: Roster | None = None,
    reports: Mapping[tuple[str, int], Report] | None = None,
    waiting: frozenset[tuple[str, int, str]] | None = None,
) -> County:
    """The county as the checks judge it: current figures in the newest order of townships, reports in prose, what
    reading the files remarked, and what was sent in but waits for an answer.

    What the caller has read already may be given, so that it is not read, and held in memory, twice.
    """
    return County(
        store.figures_frame() if figures is None else figures,
        load_catalogue(),
        store.roster_now() if roster is None else roster,
        store.reports() if reports is None else reports,
        noted_of(store),
        waiting_of(doubts_of_files(store)) if waiting is None else waiting,
    )


def rules_of(store: Store) -> RulesInForce:
    """The rules in force."""
    held = store.rules()
    return from_stored(held.settings, held.version)


def save_rules(store: Store, seen: RulesInForce, new: RulesInForce, who: str) -> RulesInForce:
    """Puts ``new`` in the place of ``seen``, the rules the user looked at when changing them; what counts then.

    Rules that say the same as before make no new version. Raises StoreError with a sentence for every threshold that
    cannot be meant, and when somebody else has changed the rules since.
    """
    faults = faults_of(new.chosen)
    if faults:
        raise StoreError(Text("；".join(f.zh for f in faults), "; ".join(f.en for f in faults)))
    changes = changes_between(seen, new)
    if not changes:
        return rules_of(store)
    version = int(seen.version)
    store.save_rules(as_stored(seen, new, version + 1), [change.as_json() for change in changes], who, expected=version)
    return rules_of(store)


def reasons_of(cases: Mapping[GapKey, GapCase]) -> dict[tuple[str | None, str], str]:
    """Theme and township of the gaps that were set aside with the reason, as ``checks.set_aside`` wants them."""
    return {(key.theme, key.township): case.reason for key, case in cases.items() if case.handling == "dismissed"}


def said_of(rows: Iterable[ExplanationRow]) -> dict[tuple[str, int, str], tuple[str, ...]]:
    """Explanations by the figure, or the question about words, they are about, as ``checks.explained`` wants them."""
    said: dict[tuple[str, int, str], tuple[str, ...]] = {}
    for row in rows:
        about = own_answer(row.code, row.reports) if row.reports else row.indicator
        if row.township is not None and row.year is not None and about is not None:
            key = (row.township, row.year, about)
            said[key] = (*said.get(key, ()), row.text)
    return said
