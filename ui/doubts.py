"""Everything that is still to be asked about a year: questions of the checks and cells the reader did not understand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.checks.asking import Doubt, doubt_of, without_repeats
from analytics.submission.unmatched import Waiting, unmatched
from analytics.submission.unmatched import waiting_headings as headings_of
from ui import cached
from ui.findings import questions_of
from ui.notes import note
from ui.registry import link
from ui.words import t


def doubts(year: int) -> tuple[Doubt, ...]:
    """All doubts of a year, open ones and explained ones: of the checks first, then those of files, newest first."""
    return tuple(without_repeats(_questions(year), (doubt for at, doubt in doubts_of_all_files() if at == year)))


def doubts_shown(year: int, townships: tuple[str, ...] | None) -> list[Doubt]:
    """The doubts of a year of these townships; of all of them (None) also those that tell no township."""
    return [d for d in doubts(year) if townships is None or d.township in townships]


@dataclass(frozen=True, slots=True)
class Asked:
    """How many doubts are still to be asked: of the checks about figures, and of cells nobody could make sense of."""

    data: int
    cells: int

    @property
    def all(self) -> int:
        """Both together: what is called 疑点 everywhere."""
        return self.data + self.cells

    @property
    def in_words(self) -> str:
        """Of which kinds they are."""
        return t("数据疑点 {data} 个、单元格疑点 {cells} 个", data=self.data, cells=self.cells)


def asked(year: int, townships: tuple[str, ...] | None = None) -> Asked:
    """Counts the doubts that nobody has explained."""
    left = [d.kind for d in doubts_shown(year, townships) if not d.explained]
    return Asked(left.count("question"), left.count("cell"))


def elsewhere(year: int, townships: tuple[str, ...] | None) -> None:
    """Under a list of data doubts: how many doubts there are in all, and the way to them."""
    counted = asked(year, townships)
    note(
        t(
            "数据疑点是核对规则对数据的疑问；连同读不准的单元格，{year}年的疑点共 {n} 个（{kinds}）。",
            year=year,
            n=counted.all,
            kinds=counted.in_words,
        )
    )
    if counted.cells:
        link("quality", t("去数据质量看全部疑点"), quality_tab="doubts")


def _questions(year: int) -> list[Doubt]:
    return [doubt_of(f, explained=f.status == "explained") for f in questions_of(year)]


def doubts_of_all_files() -> tuple[tuple[int, Doubt], ...]:
    """Year and doubt for every cell of the files that is still to be asked about."""
    return tuple(pair for pairs in cached.cell_doubts().values() for pair in pairs)


def waiting_headings(year: int, townships: tuple[str, ...] | None) -> tuple[Waiting, ...]:
    """The headings in files of a year and townships (and in files that name none) whose figures are not taken in."""
    found = _headings()
    of_year = [w for w in found if not w.upload.years or year in w.upload.years]
    if townships is None:
        return tuple(of_year)
    return tuple(w for w in of_year if not w.upload.townships or set(townships) & set(w.upload.townships))


def unmatched_headings(year: int) -> Mapping[str, tuple[str, ...]]:
    """Township → the headings in its files of a year that nobody knows yet."""
    return unmatched(_headings(), year)


def _headings() -> tuple[Waiting, ...]:
    return cached.made("waiting_headings", (cached.store().writes(),), lambda: headings_of(cached.store()))
