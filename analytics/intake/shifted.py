"""A ledger row that slipped sideways: one number that cannot stand where it does makes those beside it doubtful."""

from __future__ import annotations

from collections import defaultdict

from analytics.intake.grid import a1
from analytics.intake.observed import Gathered, Observation
from analytics.intake.quantities import Quantity, read_quantity
from analytics.intake.raw_tables import RawTable
from analytics.intake.units import fits, unit_class
from analytics.intake.values import MOST_EVENTS
from analytics.intake.view import View
from analytics.model import State
from analytics.text import Text, say


def ask_shifted_rows(out: Gathered, start: int) -> None:
    """Asks about every number of a row, from observation ``start`` on, of which one belongs under its neighbour's heading."""
    rows: dict[tuple[int, str | None, int], list[int]] = defaultdict(list)
    for number, seen in enumerate(out.observations[start:], start):
        if not seen.total and len(seen.lane) == 2:
            rows[seen.place[0], seen.township, seen.year].append(number)
    for numbers in rows.values():
        numbers.sort(key=lambda n: out.observations[n].place)
        row = [out.observations[n] for n in numbers]
        slipped = next((i for i, seen in enumerate(row) if _belongs_beside(seen, row[max(i - 1, 0) : i + 2])), None)
        if slipped is None:
            continue
        for position, number in enumerate(numbers):
            if position != slipped and row[position].value.state is State.REPORTED and row[position].value.raw:
                out.observations[number] = _asked(row[position], row[slipped])


def ask_rows_that_hang_over(view: View, raw: RawTable, out: Gathered, start: int) -> None:
    """Asks about every number of a row that leaves a cell blank and has one more number behind the last heading.

    Cells pushed to the right are numbers as good as any; the blank and what hangs over show it where bounds do not.
    What hangs over is named there, so that nobody is asked besides which indicator a column without a heading is.
    """
    place = _hanging_over(view, raw)
    if place is None:
        return
    row, over = place[0], a1(*place)
    told: set[tuple[str, str | None]] = set()
    for number, seen in enumerate(out.observations[start:], start):
        if seen.place[0] != row or seen.total or seen.value.state is not State.REPORTED or not seen.value.raw:
            continue
        message = say(
            "这一行有空格，又在表头之外多出“{raw}”（{cell}），像是填错了列；请核对这一行的数是不是整体错位。",
            raw=view.text(*place),
            cell=over,
        )
        out.observations[number] = seen.asked("row_shifted", message)
        told.add((seen.sheet, over))
    out.unknown[:] = [u for u in out.unknown if not {(u.sheet, cell) for cell in u.figure_cells} <= told]
    out.problems[:] = [p for p in out.problems if p.code != "unknown_heading" or (p.sheet, p.cell) not in told]


def _hanging_over(view: View, raw: RawTable) -> tuple[int, int] | None:
    """Where a number stands right behind the last heading, alone in its column, beside a blank that the other rows fill."""

    def filled(row: int, column: int) -> bool:
        return column in view.by_row.get(row, ()) and bool(view.text(row, column).strip())

    headed = {c for row in raw.headings for c in view.by_row.get(row, ()) if filled(row, c)}
    if len(raw.data) < 3 or len(headed) < 3:
        return None
    behind = max(headed) + 1
    # Asked of one column first: a large table without such a row is not gone through cell by cell.
    hanging = [row for row in raw.data if filled(row, behind)]
    if len(hanging) != 1 or view.label(hanging[0], behind).kind != "number":
        return None
    (row,) = hanging
    blanks = [c for c in headed if not filled(row, c)]
    if any(all(filled(other, c) for other in raw.data if other != row) for c in blanks):
        return row, behind
    return None


def _belongs_beside(seen: Observation, near: list[Observation]) -> bool:
    """Whether a number cannot be of its own column and can be of the one next to it."""
    others = [o.indicator for o in near if o.indicator is not seen.indicator]
    odd = [o.indicator for o in near if o.value.remarks or o.value.state is State.MISSING]
    codes = {remark.code for remark in seen.value.remarks}
    read = read_quantity(seen.value.raw)
    said = read.unit if isinstance(read, Quantity) else ""
    if said:
        return "unit_mismatch" in codes and any(fits(said, other) for other in others if other in odd)
    if "exceeds_bounds" not in codes:
        return False
    if seen.indicator.kind == "rate":
        return any(other.kind != "rate" for other in others)
    number = seen.value.number
    if unit_class(seen.indicator.unit) != "event" or number is None or number <= MOST_EVENTS:
        return False
    return any(other.kind != "rate" and unit_class(other.unit) != "event" for other in others)


def _asked(seen: Observation, slipped: Observation) -> Observation:
    message = say(
        "同一行“{name}”写着“{raw}”（{cell}），像是填错了列；请核对这一行的数是不是整体错位。",
        name=Text(slipped.indicator.name_zh, slipped.indicator.name_en),
        raw=slipped.value.raw,
        cell=slipped.cell,
    )
    return seen.asked("row_shifted", message)
