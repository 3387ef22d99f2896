"""Cells of the files that nobody could make sense of, as things to ask their townships."""

from __future__ import annotations

import re
from collections.abc import Mapping

from analytics.catalogue import load_catalogue
from analytics.checks.asking import Doubt, spoken_of
from analytics.checks.prose import as_people_count
from analytics.model import Choice, Problem, Reading, Severity
from analytics.store import Key, Store, UploadStatus
from analytics.submission.changes import key_of, problems_at
from analytics.submission.deciding import acceptable
from analytics.submission.explanations import explained_problems
from analytics.submission.noted import indicator_at
from analytics.text import Text, say

STANDING: tuple[UploadStatus, ...] = ("accepted", "pending")
"""Uploads that count or wait; what is doubtful in others need not be asked any more."""
UNKNOWN = "unknown_heading"
UNREAD = ("doubtful_number", "placeholder")
_WRITTEN = re.compile("写的是“(.*)”", re.DOTALL)
"""Up to the last closing mark: what stands in a cell may hold some of its own, what is said after it holds none."""


def is_doubt(problem: Problem) -> bool:
    """Whether a problem of a file is a township's to answer. Headings that nobody knows are the office's to match."""
    return problem.severity is not Severity.NOTE and problem.code != UNKNOWN


def doubts_by_file(store: Store) -> Mapping[int, tuple[tuple[int, Doubt], ...]]:
    """Year and doubt for every error and question of the files that count or wait, by upload, newest file first.

    A doubt that does not tell its year stands under every year of its file.
    """
    doubtful = {p.upload_id for p in store.open_problems()}
    found: dict[int, tuple[tuple[int, Doubt], ...]] = {}
    # Nothing doubtful, nothing to look through: a county may have thousands of files.
    for upload in store.uploads(STANDING) if doubtful else ():
        if upload.id not in doubtful:
            continue
        reading = store.reading(upload.id)
        figures, used = reading.figures, {key_of(f) for f in acceptable(reading)}
        pairs: list[tuple[int, Doubt]] = []
        for problem, row in explained_problems(store, upload.id):
            if not is_doubt(problem):
                continue
            township, year = spoken_of(problem, figures)
            for choice in _choices_at(problem, reading):  # a report may give nothing but such numbers
                township, year = choice.township, choice.year
            unused = _unused(problem, reading, used) if township and year is not None else {}
            doubt = Doubt(
                township,
                "cell",
                _named(as_people_count(problem.message), tuple(unused)),
                upload.file_name,
                problem.sheet or "",
                (problem.cell,) if problem.cell else (),
                row is not None,
                problem.code,
                tuple(unused),
                tuple(unused.values()),
                upload.id,
                "narrative" if upload.kind == "narrative" else "return",
            )
            pairs += [(year, doubt)] if year is not None else [(y, doubt) for y in upload.years]
        found[upload.id] = tuple(pairs)
    return found


def doubts_of_files(store: Store) -> tuple[tuple[int, Doubt], ...]:
    """``doubts_by_file`` without saying which file."""
    return tuple(pair for pairs in doubts_by_file(store).values() for pair in pairs)


def _choices_at(problem: Problem, reading: Reading) -> list[Choice]:
    """The choices a problem of a report asks for: all the places it names are among theirs."""
    named = {(problem.sheet, cell) for cell in (problem.cell or "").split("、") if cell}
    return [c for c in reading.choices if named and named <= {(a.source.sheet, a.source.cell) for a in c.alternatives}]


def _named(message: Text, indicators: tuple[str, ...]) -> Text:
    """The message with the name of the indicator it is about in front, where it does not name it itself."""
    known = load_catalogue().by_id.get(indicators[0]) if len(indicators) == 1 else None
    if known is None or known.name_zh in message.zh:
        return message
    return say("“{name}”{message}", name=Text(known.name_zh, known.name_en), message=message)


def _unused(problem: Problem, reading: Reading, used: set[Key]) -> dict[str, tuple[str, str]]:
    """The indicators that the cell of a problem gives a figure for and whose figure is left out, each with its cell and
    what stands there."""
    here = [f for f in reading.figures if problems_at((problem,), f)]
    if here:
        return {f.indicator: (f.source.cell, f.source.raw) for f in here if key_of(f) not in used}
    chosen = _choices_at(problem, reading)
    if chosen:
        return {c.indicator: (problem.cell or "", "、".join(a.source.raw for a in c.alternatives)) for c in chosen}
    cell = (problem.cell, "figure")
    if not any(table.sheet == problem.sheet and cell in table.roles for table in reading.tables):
        return {}
    indicator = indicator_at(problem, reading)
    return {indicator: (problem.cell or "", _quoted(problem))} if indicator else {}


def _quoted(problem: Problem) -> str:
    """What stands in the cell of a number that could not be read; of such a cell the reading keeps no figure, and what
    stands there only in the words of its question (analytics/intake/values.py)."""
    found = _WRITTEN.match(problem.message.zh) if problem.code in UNREAD else None
    return found[1] if found else ""
