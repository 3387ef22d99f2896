"""Which report repeats which: a township's report of a year held against its own of last year and those of others.

Common property does not count: a shingle that stands in the reports of many townships (an outline set by the county, a
slogan, the name of a campaign) says nothing about who copied from whom. It is left out of what is repeated and of what
it is a share of. "Many" is more than ``common`` of the townships that sent a report of this year or the last, at least
``AT_LEAST`` of them, and never more than ``AT_MOST``: a paragraph in that many reports was handed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from analytics.checks.county import County
from analytics.checks.repeated import Bools, Prose, Shared, prose, shared
from analytics.model import Report

AT_LEAST = 3
AT_MOST = 30
TRIED = 3
"""Other reports, those that share most, that are looked at passage by passage."""

Whose = tuple[str, int]
"""Township and year of a report."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A report and the one it repeats: the share of its text (0 to 1, common property left out) and the passages."""

    report: Report
    other: Report
    share: float
    passages: tuple[Shared, ...]

    @property
    def characters(self) -> int:
        """How many characters are repeated."""
        return sum(passage.characters for passage in self.passages)

    @property
    def own(self) -> bool:
        """Whether the other report is the township's own of an earlier year."""
        return self.report.township == self.other.township


@dataclass(frozen=True, eq=False)
class Library:
    """The reports of a year and of the year before, as shingles with one number each over all of them.

    ``whose`` names the reports, those of the year itself first; ``common`` marks the shingles that are common property;
    ``overlap`` has a row for every report of the year and a column for every report: how many of the row's shingles,
    common ones left out, stand in the column's.
    """

    whose: tuple[Whose, ...]
    reports: tuple[Report, ...]
    texts: tuple[Prose, ...]
    common: Bools
    overlap: sparse.csr_array

    def compared(self, n: int, other: int, passage: int) -> Copied | None:
        """What a report repeats of another one, passages of at least ``passage`` characters; None where nothing counts."""
        text = self.texts[n]
        counts = ~self.common[text.shingles]
        whole = int(counts.sum())
        if not whole:
            return None
        found = shared(text, self.texts[other], counts, passage)
        repeated = sum(one.shingles for one in found)
        return Copied(self.reports[n], self.reports[other], repeated / whole, tuple(found))

    def sharing(self, n: int, least: float) -> list[int]:
        """The other reports that hold at least a share of ``least`` of a report of the year, those with most first.

        Passage by passage it may turn out to be less, never more.
        """
        row = slice(self.overlap.indptr[n], self.overlap.indptr[n + 1])
        others, most = self.overlap.indices[row], self.overlap.data[row]
        whole = int((~self.common[self.texts[n].shingles]).sum())
        enough = (most >= least * whole) & (most > 0) & (others != n)
        others, most = others[enough], most[enough]
        return [int(other) for other in others[np.lexsort((others, -most))]]


def library(county: County, year: int, common: float) -> Library:
    """The reports that those of ``year`` are held against, their own among them. ``common``: see above."""
    known = {name: n for n, name in enumerate(county.townships)}
    held = {
        whose: report
        for whose, report in county.reports.items()
        if whose[0] in known and whose[1] in (year, year - 1) and report.paragraphs
    }
    whose = sorted(held, key=lambda w: (-w[1], known[w[0]]))
    texts = [prose(held[w].paragraphs, _names(county, w[0])) for w in whose]
    bounds = np.cumsum([0, *map(len, texts)])
    hashes = np.concatenate([text.shingles for text in texts]) if texts else np.empty(0, np.uint64)
    distinct, numbers = np.unique(hashes, return_inverse=True)
    numbers = numbers.astype(np.int32)
    texts = [replace(t, shingles=numbers[a:b]) for t, a, b in zip(texts, bounds, bounds[1:], strict=False)]
    shape = (len(texts), len(distinct))
    times = sparse.csr_array((np.ones(len(numbers), np.int32), numbers.copy(), bounds), shape=shape)
    times.sum_duplicates()
    once = times.astype(np.bool_).astype(np.int32)
    shared_by_many = _common(once, [known[w[0]] for w in whose], common)
    counted = times[: sum(w[1] == year for w in whose)]
    counted.data[shared_by_many[counted.indices]] = 0
    counted.eliminate_zeros()  # what everybody has would be multiplied with everybody's
    overlap = sparse.csr_array(counted @ once.T)
    return Library(tuple(whose), tuple(held[w] for w in whose), tuple(texts), shared_by_many, overlap)


def _names(county: County, township: str) -> tuple[str, ...]:
    listed = county.roster.by_name.get(township)
    return (township, *(listed.aliases if listed else ()))


def _common(once: sparse.csr_array, townships: Sequence[int], share: float) -> Bools:
    """Which shingles (columns) stand in the reports (rows) of many townships."""
    if not townships:
        return np.zeros(once.shape[1], dtype=np.bool_)
    _, of = np.unique(townships, return_inverse=True)
    rows = np.arange(len(of))
    gathered = sparse.csr_array((np.ones(len(of), np.int32), (of, rows)), shape=(int(of.max()) + 1, len(of))) @ once
    many = np.asarray((gathered > 0).sum(axis=0)).ravel()
    return np.asarray(many > min(max(AT_LEAST, share * (int(of.max()) + 1)), AT_MOST))


def from_last_year(held: Library, passage: int, least: float) -> Iterator[Copied]:
    """Every report of the year that shares at least ``least`` with the township's own of the year before."""
    position = {whose: n for n, whose in enumerate(held.whose)}
    for n in range(held.overlap.shape[0]):
        township, year = held.whose[n]
        before = position.get((township, year - 1))
        if before is not None and before in held.sharing(n, least):
            found = held.compared(n, before, passage)
            if found is not None:
                yield found


def from_others(held: Library, passage: int, least: float) -> Iterator[Copied]:
    """Every report of the year that shares at least ``least`` with one of another township, of this year or the last:
    with the one that it shares most with."""
    for n in range(held.overlap.shape[0]):
        strangers = [other for other in held.sharing(n, least) if held.whose[other][0] != held.whose[n][0]]
        found = [c for other in strangers[:TRIED] if (c := held.compared(n, other, passage)) is not None]
        if found:
            yield max(found, key=lambda c: c.share)
