"""What accepting uploads would do, and what it did: figures that count, and everything that does not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from analytics.model import Figure, Problem, Severity
from analytics.store import Store, is_blank
from analytics.submission.changes import changes, says_the_same
from analytics.submission.deciding import Decided, acceptable
from analytics.submission.doubts import is_doubt
from analytics.submission.explanations import explained_problems
from analytics.submission.narratives import speaks


@dataclass(frozen=True, slots=True)
class Weighed:
    """One waiting upload, or several added up.

    ``new``, ``changed`` and ``same`` are figures that will be accepted, by how they meet those that count; ``left_out``
    figures never are: their cell has an error, or the file gives two values. ``checks`` are a report's figures beside
    a return, kept and not counted. ``doubts`` are cells to ask about that nobody has explained, ``errors`` those of
    them that cannot be used; they are no obstacle. ``cells`` stand under ``headings`` that nobody knows and are not
    taken. ``words`` are reports without a figure, kept for what they say.
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
    words: int = 0

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
    ``reports`` is how many reports with figures are kept to check returns only, ``words`` how many have no figure.
    """

    files: int
    counting: int
    idle: int
    reports: int
    words: int
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
    reading = store.reading(upload_id)
    unknown = reading.unknown_headings
    asked = _open(store, upload_id)
    return Weighed(
        **kinds,
        doubts=len(asked),
        errors=sum(p.severity is Severity.ERROR for p in asked),
        headings=len(unknown),
        cells=sum(len(heading.figure_cells) for heading in unknown),
        words=int(speaks(reading) and not kinds),
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two waiting files that give figures of the same township and year: the one accepted later counts.

    ``figures`` are given by both, ``differ`` of them with different values; an empty cell of the later file replaces
    nothing and does not differ.
    """

    township: str
    year: int
    earlier: str
    later: str
    figures: int
    differ: int


def overlaps(store: Store, upload_ids: Sequence[int], *, only_good: bool = False) -> list[Overlap]:
    """Where waiting returns, accepted in the order given, give the same figures; by township, year and order."""
    uploads = [u for u in (store.upload(i) for i in upload_ids) if u.kind == "return"]
    given = Counter((t, y) for u in uploads for t in u.townships for y in u.years)
    # Only files that share a township and year are opened: a county's hundred returns as a rule share none.
    shared = [u for u in uploads if any(given[t, y] > 1 for t in u.townships for y in u.years)]
    held: dict[tuple[str, int], list[tuple[str, dict[str, Figure]]]] = {}
    for upload in shared:
        own: dict[tuple[str, int], dict[str, Figure]] = {}
        for figure in acceptable(store.reading(upload.id), only_good=only_good):
            own.setdefault((figure.township, figure.year), {})[figure.indicator] = figure
        for place, figures in own.items():
            held.setdefault(place, []).append((upload.file_name, figures))
    found = []
    for (township, year), files in held.items():
        for k, (later, last) in enumerate(files):
            for earlier, first in files[:k]:
                both = first.keys() & last.keys()
                differ = sum(not is_blank(last[i]) and not says_the_same(first[i], last[i]) for i in both)
                if both:
                    found.append(Overlap(township, year, earlier, later, len(both), differ))
    return sorted(found, key=lambda o: (-o.differ, o.township, o.year))


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
        reports=sum(bool(u.figures_accepted) for u in kept),
        words=sum(not u.figures_accepted for u in kept),
        checks=checks,
        left_out=sum(d.left_out for d in done),
        doubts=sum(len(_open(store, d.upload_id)) for d in done),
        headings=len(unknown),
        cells=sum(len(heading.figure_cells) for heading in unknown),
        years=tuple(sorted({year for u in uploads for year in u.years})),
    )


def _open(store: Store, upload_id: int) -> list[Problem]:
    return [problem for problem, row in explained_problems(store, upload_id) if row is None and is_doubt(problem)]
