"""What accepting uploads would do, and what it did: figures that count, and everything that does not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from analytics.model import Problem, Severity
from analytics.store import Store
from analytics.submission.changes import changes
from analytics.submission.deciding import Decided
from analytics.submission.doubts import is_doubt
from analytics.submission.explanations import explained_problems


@dataclass(frozen=True, slots=True)
class Weighed:
    """One waiting upload, or several added up.

    ``new``, ``changed`` and ``same`` are figures that will be accepted, by how they meet those that count; ``left_out``
    figures never are: their cell has an error, or the file gives two values. ``checks`` are a report's figures beside
    a return, kept and not counted. ``doubts`` are cells to ask about that nobody has explained, ``errors`` those of
    them that cannot be used; they are no obstacle. ``cells`` stand under ``headings`` that nobody knows and are not
    taken.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    left_out: int = 0
    checks: int = 0
    doubts: int = 0
    errors: int = 0
    headings: int = 0
    cells: int = 0

    @property
    def figures(self) -> int:
        """The figures that will be accepted and are to count."""
        return self.new + self.changed + self.same

    @property
    def clear(self) -> bool:
        """Whether accepting takes all there is, and leaves nothing to ask."""
        return not (self.left_out or self.checks or self.doubts or self.headings)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of accepting uploads.

    ``counting`` figures of ``files`` count now, ``idle`` were accepted and do not: empty cells replace nothing, and of
    two files that give the same figure the later one counts. The rest as in ``Weighed``, of what was accepted;
    ``reports`` is how many reports are kept to check returns only.
    """

    files: int
    counting: int
    idle: int
    reports: int
    checks: int
    left_out: int
    doubts: int
    headings: int
    cells: int
    years: tuple[int, ...]


def weigh(store: Store, upload_id: int) -> Weighed:
    """What accepting a waiting upload would do."""
    kinds: Counter[str] = Counter()
    seen = set()
    for change in changes(store, upload_id):
        key = (change.township, change.year, change.indicator)
        if key not in seen:
            seen.add(key)
            kinds["left_out" if not change.usable else "checks" if change.checks_only else change.kind] += 1
    unknown = store.reading(upload_id).unknown_headings
    asked = _open(store, upload_id)
    return Weighed(
        **kinds,
        doubts=len(asked),
        errors=sum(p.severity is Severity.ERROR for p in asked),
        headings=len(unknown),
        cells=sum(len(heading.figure_cells) for heading in unknown),
    )


def added(weighed: Iterable[Weighed]) -> Weighed:
    """Several uploads added up."""
    listed = list(weighed)
    return Weighed(**{f.name: sum(getattr(w, f.name) for w in listed) for f in fields(Weighed)})


def outcome(store: Store, decided: Sequence[Decided]) -> Outcome:
    """What came of decisions to accept, as the store is now; those that were not done count for nothing."""
    done = [d for d in decided if d.done]
    uploads = [store.upload(d.upload_id) for d in done]
    # A report of which nothing counts though it gave figures is held beside a return, whichever came first.
    kept = [u for u in uploads if u.kind == "narrative" and not u.figures_current]
    checks = sum(u.figures_accepted for u in kept)
    unknown = [heading for d in done for heading in store.reading(d.upload_id).unknown_headings]
    counting = sum(u.figures_current for u in uploads)
    return Outcome(
        files=len(done),
        counting=counting,
        idle=sum(u.figures_accepted for u in uploads) - checks - counting,
        reports=len(kept),
        checks=checks,
        left_out=sum(d.left_out for d in done),
        doubts=sum(len(_open(store, d.upload_id)) for d in done),
        headings=len(unknown),
        cells=sum(len(heading.figure_cells) for heading in unknown),
        years=tuple(sorted({year for u in uploads for year in u.years})),
    )


def _open(store: Store, upload_id: int) -> list[Problem]:
    return [problem for problem, row in explained_problems(store, upload_id) if row is None and is_doubt(problem)]
