"""An official's answer to a question of the checks, kept with the figures and cells the question is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.checks.asking import spoken_of
from analytics.checks.noted import CODES
from analytics.model import Finding
from analytics.store import ExplanationRow, Key, Store, UploadRow
from analytics.submission.explanations import explained_problems
from analytics.submission.noted import indicator_at


def answer_question(
    store: Store, finding: Finding, text: str, who: str, indicators: Sequence[str] | None = None
) -> list[int]:
    """Keeps what an official says about a question: about its figures (``indicators``; None: all that nobody has
    explained yet) and, where all are meant, about its cells that are no figure's. The new explanations' ids.

    Said of every figure, it closes the question until it is withdrawn or a figure changes. A question about the words
    of reports has one answer of its own, until one of the reports gives way to another. Raises StoreError for an empty
    text, and where a report that was asked about no longer counts.
    """
    if finding.reports:
        asked = finding.township, finding.year, finding.rule, finding.reports
        return [store.answer_about_reports(*asked, text, who)]
    whole = indicators is None or set(indicators) >= set(finding.indicators)
    if indicators is None:
        known = {row.indicator for row in store.explanations([finding.township], [finding.year])}
        indicators = [i for i in finding.indicators if i not in known]
    keys = [Key(finding.township, finding.year, i) for i in indicators]
    return store.explain_all(keys, _bare_cells(store, finding) if whole else (), text, who)


def _bare_cells(store: Store, finding: Finding) -> list[tuple[int, str | None, str, str]]:
    """Upload, sheet, cell and code of the open remarks a question is about that stand at no figure."""
    codes = CODES.get(finding.rule, ())
    files = {e.file for e in finding.evidence}
    found = []
    for upload in store.uploads("accepted") if codes else ():
        if upload.file_name not in files:
            continue
        reading = store.reading(upload.id)
        found += [
            (upload.id, problem.sheet, problem.cell or "", problem.code)
            for problem, row in explained_problems(store, upload.id)
            if row is None
            and problem.code in codes
            and spoken_of(problem, reading.figures) == (finding.township, finding.year)
            and indicator_at(problem, reading) is None
        ]
    return found


def answers_among(rows: Iterable[ExplanationRow], finding: Finding) -> list[ExplanationRow]:
    """Those of the explanations that answer a question: of its own figures, or of the words it is about."""
    return [
        row
        for row in rows
        if (row.township, row.year) == (finding.township, finding.year)
        if (
            (row.code, row.reports) == (finding.rule, finding.reports)
            if finding.reports
            else row.indicator in finding.indicators
        )
    ]


def earlier_answers(store: Store, finding: Finding) -> list[ExplanationRow]:
    """What was answered to a question about the words of two reports before one of them gave way to another: said of
    the same townships and years, but not of the words that are asked about now. Oldest first."""
    if len(finding.reports) != 2:
        return []
    other = store.upload(finding.reports[1])
    known = store.explanations([finding.township], [finding.year], outdated=True, as_sent=True)
    return [
        row
        for row in known
        if row.code == finding.rule and len(row.reports) == 2 and not row.current
        if _of_the_same(store.upload(row.reports[1]), other)
    ]


def _of_the_same(one: UploadRow, other: UploadRow) -> bool:
    return bool(set(one.townships) & set(other.townships)) and bool(set(one.years) & set(other.years))


def cell_answers(store: Store, finding: Finding) -> list[ExplanationRow]:
    """What answers a question about cells that are no figure's, oldest first."""
    codes, files = CODES.get(finding.rule, ()), {e.file for e in finding.evidence}
    return [
        row
        for upload in (store.uploads("accepted") if codes else ())
        if upload.file_name in files and finding.township in upload.townships
        for row in store.upload_explanations(upload.id)
        if row.code in codes and row.indicator is None and row.text in finding.explanation
    ]
