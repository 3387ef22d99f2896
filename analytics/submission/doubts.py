"""Cells of the files that nobody could make sense of, as things to ask their townships."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.checks.asking import Doubt, spoken_of
from analytics.checks.prose import as_people_count
from analytics.model import Problem, Severity
from analytics.store import Store, UploadStatus
from analytics.submission.explanations import explained_problems

STANDING: tuple[UploadStatus, ...] = ("accepted", "pending")
"""Uploads that count or wait; what is doubtful in others need not be asked any more."""
UNKNOWN = "unknown_heading"


def is_doubt(problem: Problem) -> bool:
    """Whether a problem of a file is a township's to answer. Headings that nobody knows are the office's to match."""
    return problem.severity is not Severity.NOTE and problem.code != UNKNOWN


def doubts_by_file(store: Store) -> Mapping[int, tuple[tuple[int, Doubt], ...]]:
    """Year and doubt for every error and question of the files that count or wait, by upload, newest file first.

    A doubt that does not tell its year stands under every year of its file.
    """
    doubtful = {p.upload_id for p in store.open_problems()}
    found = {}
    for upload in store.uploads(STANDING):
        if upload.id not in doubtful:
            continue
        figures = store.reading(upload.id).figures
        pairs: list[tuple[int, Doubt]] = []
        for problem, row in explained_problems(store, upload.id):
            if not is_doubt(problem):
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
            pairs += [(year, doubt)] if year is not None else [(y, doubt) for y in upload.years]
        found[upload.id] = tuple(pairs)
    return found


def doubts_of_files(store: Store) -> tuple[tuple[int, Doubt], ...]:
    """``doubts_by_file`` without saying which file."""
    return tuple(pair for pairs in doubts_by_file(store).values() for pair in pairs)
