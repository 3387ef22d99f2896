"""Explanations beside what they explain: the figures of an upload and the problems found in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from analytics.model import Explanation, Problem
from analytics.store import ExplanationRow, FigureRow, Store
from analytics.submission.changes import covers


def explained_problems(store: Store, upload_id: int) -> list[tuple[Problem, ExplanationRow | None]]:
    """Every problem of an upload's reading with what explains it, newest explanation first to count; None: still open.

    An explanation typed into the return explains problems of its own code at its cell; an official's, any there.
    """
    newest_first = store.upload_explanations(upload_id)[::-1]
    return [
        (problem, next((row for row in newest_first if _explains(row, problem)), None))
        for problem in store.reading(upload_id).problems
    ]


def figure_explanations(store: Store, row: FigureRow) -> tuple[ExplanationRow, ...]:
    """What explains a figure: all that counts for its key while it stands, what came with it once it does not."""
    known = store.explanations([row.figure.township], [row.figure.year], outdated=True)
    same_key = (e for e in known if (e.township, e.year, e.indicator) == row.key)
    return tuple(e for e in same_key if e.figure_id == row.id or (row.current and e.current))


def marked_upload(store: Store, upload_id: int, *, made_at: datetime | None = None) -> tuple[bytes, str] | Problem:
    """The marked workbook of an upload and its file name, with what has been explained filled in; a Problem where the
    kept file cannot be opened. ``made_at`` is local time, now by default."""
    from analytics.intake.marked import marked_workbook

    upload, reading = store.upload(upload_id), store.reading(upload_id)
    explained = [
        Explanation(problem.sheet, problem.cell or "", problem.code, row.text)
        for problem, row in explained_problems(store, upload_id)
        if row is not None
    ]
    return marked_workbook(
        store.upload_bytes(upload_id),
        upload.file_name,
        reading.problems,
        made_at=made_at or datetime.now().astimezone(),
        explained=explained,
    )


def still_open(problems: Sequence[tuple[Problem, ExplanationRow | None]]) -> list[Problem]:
    """The problems that nobody has explained."""
    return [problem for problem, row in problems if row is None]


def _explains(row: ExplanationRow, problem: Problem) -> bool:
    if row.code and row.code != problem.code:
        return False
    if row.code and not problem.cell:
        return row.sheet == problem.sheet and not row.cell
    if not row.cell or not problem.cell or problem.sheet not in (None, row.sheet):
        return False
    return covers(problem.cell, row.cell)
