"""What reading the files that count remarked, as the checks want it: whose, of which year, at which figure."""

from __future__ import annotations

import re

from analytics.checks.asking import spoken_of
from analytics.checks.noted import RULE_OF, Noted
from analytics.checks.prose import as_people_count
from analytics.model import Problem, Reading
from analytics.store import Store
from analytics.submission.explanations import explained_problems

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_RANGE = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")


def noted_of(store: Store) -> tuple[Noted, ...]:
    """The remarks on accepted files that rules ask about, oldest file first.

    Left out is what cannot be told to be one township's of one year: a total over townships is nobody's to explain,
    and stays with the doubts about cells. Files without such a remark are not read again.
    """
    standing = {
        p.upload_id for p in store.open_problems() if p.upload_status == "accepted" and p.problem.code in RULE_OF
    }
    found = []
    for upload_id in sorted(standing):
        upload, reading = store.upload(upload_id), store.reading(upload_id)
        for problem, row in explained_problems(store, upload_id):
            if problem.code not in RULE_OF:
                continue
            township, year = spoken_of(problem, reading.figures)
            if not township or year is None:
                continue
            found.append(
                Noted(
                    township,
                    year,
                    problem.code,
                    as_people_count(problem.message),
                    upload.file_name,
                    problem.sheet,
                    problem.cell,
                    indicator_at(problem, reading),
                    "" if row is None else row.text,
                )
            )
    return tuple(found)


def indicator_at(problem: Problem, reading: Reading) -> str | None:
    """The indicator that a problem's cell belongs to: of the figure there, else of its row or column alone."""
    place = _CELL.fullmatch(problem.cell or "")
    if place is None:
        return None
    here = {f.indicator for f in reading.figures if (f.source.sheet, f.source.cell) == (problem.sheet, problem.cell)}
    if len(here) == 1:
        return here.pop()
    row, column = int(place[2]) - 1, _column(place[1])
    for table in reading.tables:
        if table.sheet != problem.sheet or not _inside(table.range, row, column):
            continue
        axes = {a.indicator for a in table.axes if a.indicator and a.index == (row if a.kind == "row" else column)}
        if len(axes) == 1:
            return axes.pop()
    return None


def _inside(range_: str, row: int, column: int) -> bool:
    corners = _RANGE.fullmatch(range_)
    if corners is None:
        return False
    last_column, last_row = corners[3] or corners[1], corners[4] or corners[2]
    return int(corners[2]) - 1 <= row < int(last_row) and _column(corners[1]) <= column <= _column(last_column)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
