"""Cells of the files that nobody could make sense of, as things to ask their townships."""

from __future__ import annotations

from analytics.checks.asking import Doubt, spoken_of
from analytics.checks.prose import as_people_count
from analytics.model import Severity
from analytics.store import Store, UploadStatus
from analytics.submission.explanations import explained_problems

STANDING: tuple[UploadStatus, ...] = ("accepted", "pending")
"""Uploads that count or wait; what is doubtful in others need not be asked any more."""
UNKNOWN = "unknown_heading"


def doubts_of_files(store: Store) -> tuple[tuple[int, Doubt], ...]:
    """Year and doubt for every error and question of the files that count or wait, newest file first.

    Headings that nobody knows are the office's to match, not the township's to answer.
    """
    doubtful = {p.upload_id for p in store.open_problems()}
    found = []
    for upload in store.uploads(STANDING):
        if upload.id not in doubtful:
            continue
        figures = store.reading(upload.id).figures
        for problem, row in explained_problems(store, upload.id):
            if problem.severity is Severity.NOTE or problem.code == UNKNOWN:
                continue
            township, year = spoken_of(problem, figures)
            doubt = Doubt(
                township,
                "cell",
                as_people_count(problem.message),
                upload.file_name,
                problem.sheet or "",
                (problem.cell,) if problem.cell else (),
                row is not None,
                problem.code,
            )
            found += [(year, doubt)] if year is not None else [(y, doubt) for y in upload.years]
    return tuple(found)
