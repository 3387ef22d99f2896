"""What accepting an upload would change, figure by figure: old → new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from analytics.model import Figure, Problem, Reading, Severity, State
from analytics.store import FigureRow, Key, Store, is_blank
from analytics.submission.narratives import return_beside

ChangeKind = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of an upload beside the figure it meets.

    ``usable`` is False for a figure that is never accepted: its cell has an error, or the file gives two values for
    it. ``keeps_old`` is True where accepting leaves the old figure standing: the new cell is merely empty.
    ``checks_only``: a report's figure beside a return, which counts whatever the report says.
    """

    township: str
    year: int
    indicator: str
    old: Figure | None
    new: Figure
    kind: ChangeKind
    problems: tuple[Problem, ...] = ()
    usable: bool = True
    keeps_old: bool = False
    old_figure_id: int | None = None
    old_upload_id: int | None = None
    old_file: str | None = None
    checks_only: bool = False


def changes(store: Store, upload_id: int) -> list[Change]:
    """What an upload changes: a pending one against what counts now, an accepted one against what it met.

    In the order of the file.
    """
    upload = store.upload(upload_id)
    met = store.standing_figures(upload.townships, upload.years, before=upload if upload.accept_order else None)
    found = compared(store.reading(upload_id), met)
    if return_beside(store, upload) is None:
        return found
    return [replace(change, checks_only=True) for change in found]


def compared(reading: Reading, standing: Mapping[Key, FigureRow]) -> list[Change]:
    """Every figure of a reading beside the one that stands for its key."""
    refused = {key_of(figure) for figure in contradicting(reading.figures)}
    out = []
    for figure in reading.figures:
        key = key_of(figure)
        row = standing.get(key)
        problems = problems_at(reading.problems, figure)
        spoiled = key in refused or any(p.severity is Severity.ERROR for p in problems)
        old = row.figure if row else None
        out.append(
            Change(
                *key,
                old=old,
                new=figure,
                kind="new" if old is None else "same" if says_the_same(old, figure) else "changed",
                problems=problems,
                usable=not spoiled,
                keeps_old=old is not None and old.state is not State.MISSING and is_blank(figure),
                old_figure_id=row.id if row else None,
                old_upload_id=row.upload_id if row else None,
                old_file=row.file if row else None,
            )
        )
    return out


def key_of(figure: Figure) -> Key:
    """Township, year and indicator of a figure."""
    return Key(figure.township, figure.year, figure.indicator)


def says_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, wherever they stand."""
    return (one.state, one.value, one.qualifier) == (other.state, other.value, other.qualifier)


def contradicting(figures: Iterable[Figure]) -> list[Figure]:
    """Figures of a file that share a key but not what they say: none of them can be taken."""
    listed = list(figures)
    said = {(key_of(f), f.state, f.value, f.qualifier) for f in listed}
    times = Counter(key for key, *_ in said)
    return [f for f in listed if times[key_of(f)] > 1]


def problems_at(problems: Iterable[Problem], figure: Figure) -> tuple[Problem, ...]:
    """The problems that name a figure's cell."""
    sheet, cell = figure.source.sheet, figure.source.cell
    return tuple(p for p in problems if p.cell is not None and p.sheet in (None, sheet) and covers(p.cell, cell))


def covers(named: str, cell: str) -> bool:
    """Whether the cells a problem names (``D12``, ``D12:F15``, several by comma) include ``cell``."""
    return any(_covers(part.strip(), cell) for part in re.split("[,，、;；]", named))


_A1 = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


def _covers(named: str, cell: str) -> bool:
    if named == cell:
        return True
    first, colon, last = named.partition(":")
    corners = [_A1.fullmatch(text) for text in (first, last, cell)]
    if not colon or not all(corners):
        return False
    top_left, bottom_right, inside = ((int(c[2]), _column(c[1])) for c in corners if c)
    return top_left[0] <= inside[0] <= bottom_right[0] and top_left[1] <= inside[1] <= bottom_right[1]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
