"""Explanations beside what they explain: the figures of an upload and the problems found in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from analytics.checks.noted import RULE_OF
from analytics.model import Explanation, Finding, Problem, Reading, Severity
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
    known = store.explanations([row.figure.township], [row.figure.year], outdated=True, as_sent=True)
    same_key = (e for e in known if (e.township, e.year, e.indicator) == row.key)
    return tuple(e for e in same_key if e.figure_id == row.id or (row.current and e.current))


def marked_upload(
    store: Store, upload_id: int, questions: Iterable[Finding] = (), *, made_at: datetime | None = None
) -> tuple[bytes, str] | Problem:
    """The marked workbook of an upload and its file name, with what has been explained filled in; a Problem where the
    kept file cannot be opened. ``questions`` of the checks are marked at their cells beside what reading found.
    ``made_at`` is local time, now by default."""
    from analytics.intake.marked import marked_workbook

    upload, reading = store.upload(upload_id), store.reading(upload_id)
    explained = [
        Explanation(problem.sheet, problem.cell or "", problem.code, row.text)
        for problem, row in explained_problems(store, upload_id)
        if row is not None
    ]
    asked = _asked_in(reading, questions, upload.file_name)
    said = {
        (row.sheet, row.cell): row.text for row in store.upload_explanations(upload_id) if row.cell and row.indicator
    }
    explained += [
        Explanation(p.sheet, p.cell or "", p.code, said[p.sheet, p.cell or ""])
        for p in asked
        if (p.sheet, p.cell or "") in said
    ]
    return marked_workbook(
        store.upload_bytes(upload_id),
        upload.file_name,
        [*reading.problems, *asked],
        made_at=made_at or datetime.now().astimezone(),
        explained=explained,
    )


def _asked_in(reading: Reading, questions: Iterable[Finding], file: str) -> list[Problem]:
    """The open questions of the checks as problems at the cells of a file.

    A question names each of its cells with the same sentence, so that what is typed beside the first one holds for
    all. A figure of another file of the same name is not meant, nor a cell that reading remarked on for the same rule.
    """
    held = {(f.township, f.year, f.indicator, f.source.sheet, f.source.cell) for f in reading.figures}
    remarked = {(RULE_OF[p.code], p.sheet, p.cell) for p in reading.problems if p.code in RULE_OF}
    out = [
        Problem(Severity.QUESTION, finding.rule, finding.sentence, e.sheet, e.cell)
        for finding in questions
        if finding.kind == "question" and finding.status != "explained"
        for e in finding.evidence
        if e.file == file and e.cell and e.indicator in finding.indicators
        if (e.township, e.year, e.indicator, e.sheet, e.cell) in held and e.year == finding.year
        if e.township == finding.township and (finding.rule, e.sheet, e.cell) not in remarked
    ]
    return list(dict.fromkeys(out))


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
