"""Reads from the store all that the documents of a year are written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from analytics.checks import explained, find_gaps, find_questions, resolved_gaps, set_aside
from analytics.checks.asking import Doubt, doubt_of, waiting_of, without_repeats
from analytics.checks.promises import promises
from analytics.export.dossier import Dossier, Explained, OwnWords
from analytics.measures.timeliness import due_date, timeliness
from analytics.model import Finding
from analytics.store import Store
from analytics.submission import county_of, reasons_of, rules_of, said_of
from analytics.submission.arriving import being_checked, files_to_check, spoken_of
from analytics.submission.doubts import doubts_of_files
from analytics.submission.unmatched import unmatched, waiting_headings
from analytics.text import Language

DEADLINE = "01-31"
"""As on the screens; the setting ``deadline`` replaces it."""


def gather(
    store: Store,
    year: int,
    base: int | None = None,
    *,
    language: Language = "zh",
    made_at: datetime | None = None,
) -> Dossier:
    """The dossier of ``year``, compared with ``base`` (None: the year before)."""
    # The version is read first: a change that comes in between makes the figures newer than they say, never older.
    version = store.version()
    before = year - 1 if base is None else base
    of_files = doubts_of_files(store)
    waiting = waiting_of(of_files)
    county = county_of(store, waiting=waiting)
    rules = rules_of(store)
    questions = explained(find_questions(county, year, rules), said_of(store.explanations(years=[year])))
    # A document says first what figures show, then, in the townships' own words, what reports say.
    by_figures = replace(county, reports={})
    # What the office has set aside with a reason is no gap it writes to its leaders or to a township about.
    gaps = [
        f
        for f in set_aside(find_gaps(by_figures, year, rules), reasons_of(store.gap_cases(year)))
        if f.status != "dismissed"
    ]
    due = _due(store, year)
    told = [
        Explained(row.township, row.year, row.indicator or row.code, row.text, row.who)
        for row in store.explanations()
        if row.township and row.year in (year, before)
    ]
    return Dossier(
        county.figures,
        county.catalogue,
        county.roster,
        year,
        before,
        county=store.setting("county") or "",
        gaps=gaps,
        questions=questions,
        resolved=resolved_gaps(by_figures, year, rules),
        own_words=own_words(store, year),
        explanations=told,
        promises=[p for township in county.townships for p in promises(county, township, year)],
        doubts=_doubts(of_files, year, questions),
        waiting=waiting,
        unmatched=unmatched(waiting_headings(store), year),
        uploads={u.id: (u.who, u.received_at) for u in store.uploads()},
        due=due,
        arrived=being_checked(files_to_check(store), waiting, year),
        late=_late(store, county.townships, year, due),
        made_at=made_at or datetime.now().astimezone(),
        data_version=version,
        language=language,
    )


def own_words(store: Store, year: int) -> list[OwnWords]:
    """The shortcomings that townships' reports of a year state, of reports that count or wait to be decided on."""
    found = []
    for upload in (*store.uploads(("accepted", "superseded")), *store.uploads("pending")):
        if upload.kind != "narrative" or year not in upload.years or len(upload.townships) != 1:
            continue
        for gap in store.reading(upload.id).gaps:
            found.append(OwnWords(upload.townships[0], gap.theme, gap.sentence, upload.file_name, gap.cell))
    return found


def _doubts(of_files: Sequence[tuple[int, Doubt]], year: int, questions: Sequence[Finding]) -> list[Doubt]:
    """As on the screen 数据质量: questions of the checks, then cells of the files; what was explained is marked so."""
    found = [doubt_of(f, explained=f.status == "explained") for f in questions]
    return without_repeats(found, (doubt for at, doubt in of_files if at == year))


def _due(store: Store, year: int) -> date:
    try:
        return due_date(year, store.setting("deadline") or DEADLINE)
    except ValueError:
        return due_date(year, DEADLINE)


def _late(store: Store, townships: Sequence[str], year: int, due: date) -> tuple[str, ...]:
    rows = [
        (town, year, upload.received_at.astimezone().date())
        for upload in store.uploads(("accepted", "superseded"))
        if year in upload.years
        for town, of in spoken_of(store, upload)
        if of == year
    ]
    arrivals = pd.DataFrame(rows, columns=["township", "year", "received"])
    table = timeliness(arrivals, townships, year, due)
    return tuple(table.loc[table["word"].eq("late"), "township"])
