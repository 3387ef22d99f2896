"""Everything that is still to be asked about a year: questions of the checks and cells the reader did not understand."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.checks.asking import Doubt, doubt_of, without_repeats
from analytics.store import UploadRow
from analytics.submission.doubts import STANDING, UNKNOWN, doubts_of_files
from ui import cached
from ui.findings import questions_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """A heading that nobody knows yet, with the figures under it that are not taken in."""

    upload: UploadRow
    heading: str
    sheet: str
    cell: str
    figures: int


def doubts(year: int) -> tuple[Doubt, ...]:
    """All doubts of a year, open ones and explained ones: of the checks first, then those of files, newest first."""
    return tuple(without_repeats(_questions(year), (doubt for at, doubt in doubts_of_all_files() if at == year)))


def _questions(year: int) -> list[Doubt]:
    return [doubt_of(f, explained=f.status == "explained") for f in questions_of(year)]


def doubts_of_all_files() -> tuple[tuple[int, Doubt], ...]:
    """Year and doubt for every cell of the files that is still to be asked about."""
    return cached.made("doubts", (cached.store().writes(),), lambda: doubts_of_files(cached.store()))


def waiting_headings(year: int, townships: tuple[str, ...] | None) -> tuple[Waiting, ...]:
    """The headings in files of a year and townships (and in files that name none) whose figures are not taken in."""
    found = cached.made("waiting_headings", (cached.store().writes(),), _headings)
    of_year = [w for w in found if not w.upload.years or year in w.upload.years]
    if townships is None:
        return tuple(of_year)
    return tuple(w for w in of_year if not w.upload.townships or set(townships) & set(w.upload.townships))


def _headings() -> tuple[Waiting, ...]:
    store = cached.store()
    named = {p.upload_id for p in store.open_problems() if p.problem.code == UNKNOWN}
    return tuple(
        Waiting(
            upload,
            " / ".join(filter(None, (heading.group, heading.heading))),
            heading.sheet,
            heading.cell,
            len(heading.figure_cells),
        )
        for upload in store.uploads(STANDING)
        if upload.id in named
        for heading in store.reading(upload.id).unknown_headings
    )
