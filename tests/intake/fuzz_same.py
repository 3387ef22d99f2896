"""What a change of a form may do to its figures: each stays, goes with its cell, or is asked about.

A relation changes a workbook and says where every place of the old one has gone. A figure may then be asked about
instead of read, where the change may have made the form harder to understand; it may never silently become another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random

from fuzz_rules import place_of, sheets_of
from fuzz_sheets import size

from analytics.catalogue import Roster
from analytics.intake.grid import Sheet, Workbook
from analytics.model import Figure, Reading, Severity

Spot = tuple[str, int, int]
"""Sheet, row, column."""
Key = tuple[str, int, str]
"""Township, year, indicator."""


@dataclass(frozen=True)
class Changed:
    """A changed workbook. ``moved`` maps new spots to old ones (the same spot where absent).

    ``touched`` are the old spots and ``keys`` the figures that may differ; ``same``: nothing may even be lost.
    """

    book: Workbook
    moved: dict[Spot, Spot] = field(default_factory=dict)
    touched: frozenset[Spot] = frozenset()
    keys: frozenset[Key] = frozenset()
    same: bool = False
    also: dict[Spot, Figure] = field(default_factory=dict)
    """Figures of what was added, by their new spots; where the addition gave none alone, nothing is expected."""
    added: frozenset[Spot] = frozenset()
    strange: bool = False
    """Figures at the touched spots must not come out as some other indicator."""


Relation = Callable[[Random, Workbook, Reading, str, Roster | None], Changed | None]


def differences(before: Reading, after: Reading, changed: Changed) -> Iterator[tuple[str, str]]:
    """Every figure that the change must not have touched and yet is another, new, or gone without a word."""
    old = {spot_of(f): f for f in before.figures} | changed.also
    told = {_what(f) for f in old.values()}
    new = {changed.moved.get(spot_of(f), spot_of(f)): f for f in after.figures}
    still = {_what(f) for f in after.figures}
    # What contradicted itself before may be clear once one of the two is gone.
    mismatched = any(
        p.code in ("township_mismatch", "year_mismatch", "another_township", "nameless_row") for p in before.problems
    )
    contradicted = " ".join(p.message.zh for p in before.problems if p.code == "two_values")
    for spot, figure in new.items():
        # The same figure may stand in several places of a file; which of them is named does not matter.
        if changed.strange and spot in changed.touched and spot in old and old[spot].indicator != figure.indicator:
            yield "strange heading read", f"{said(old[spot])} became {said(figure)}"
        if spot in changed.touched or key_of(figure) in changed.keys or _what(figure) in told:
            continue
        if spot not in old:
            if (
                figure.value is not None
                and spot not in changed.added
                and not mismatched
                and f"{figure.township} {figure.year} 年" not in contradicted
            ):
                yield "new figure", said(figure)
        else:
            yield "another figure", f"{said(old[spot])} became {said(figure)}"
    lost = [
        f for spot, f in old.items()
        if f.value is not None
        and spot not in new and spot not in changed.touched and key_of(f) not in changed.keys and _what(f) not in still
    ]  # fmt: skip
    if lost and (changed.same or not _asked_more(before, after)):
        yield "lost figure", f"{len(lost)} of {len(old)}, first {said(lost[0])}"


def key_of(figure: Figure) -> Key:
    return figure.township, figure.year, figure.indicator


def spot_of(figure: Figure) -> Spot:
    return (figure.source.sheet or "", *place_of(figure.source.cell))


def stands_alone(figure: Figure) -> bool:
    """Whether a figure is one cell's, not counted or added up from several."""
    return bool(figure.source.raw) and " + " not in figure.source.raw and not figure.source.raw.endswith("行台账")


def _what(figure: Figure) -> tuple[object, ...]:
    return figure.township, figure.year, figure.indicator, figure.value, figure.qualifier, figure.state


def said(figure: Figure) -> str:
    value = figure.state if figure.value is None else f"{figure.value:g}"
    return f"{figure.township} {figure.year} {figure.indicator} {value} ({figure.source.sheet}!{figure.source.cell}“{figure.source.raw}”)"


def _asked_more(before: Reading, after: Reading) -> bool:
    """Whether the changed form is asked about at all where the old one was not, or in more places."""
    if not after.figures:
        return True
    first = sum(p.severity is not Severity.NOTE for p in before.problems)
    asked = [p for p in after.problems if p.severity is not Severity.NOTE]
    known = {(p.code, p.message.zh) for p in before.problems}
    return len(asked) > first or any((p.code, p.message.zh) not in known for p in asked)


def with_sheet(book: Workbook, number: int, sheet: Sheet) -> Workbook:
    return replace(book, sheets=(*book.sheets[:number], sheet, *book.sheets[number + 1 :]))


def pick(rng: Random, book: Workbook) -> tuple[int, Sheet] | None:
    visible = [(n, s) for n, s in enumerate(book.sheets) if s.cells and not s.hidden]
    return rng.choice(visible) if visible else None


def name_of(sheet: Sheet, file: str) -> str:
    return next(iter(sheets_of(Workbook((sheet,), ""), file)))


def by_order(sheet: Sheet, name: str, axis: int, order: list[int | None]) -> dict[Spot, Spot]:
    height, width = size(sheet)
    moved = {}
    for new, old in enumerate(order):
        for across in range(width if axis == 0 else height):
            to = old if old is not None else -1
            moved[(name, new, across) if axis == 0 else (name, across, new)] = (
                (name, to, across) if axis == 0 else (name, across, to)
            )
    return moved
