"""Of two numbers that a table gives for one indicator, where one is a part of the other, the whole one is the figure.

人民调解案件 120 beside 调解成功 118: alone either says how many disputes were mediated; beside each other the second is
what came out of the first. Only what one heading says more than the other tells, and a part is never more than its whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analytics.intake.grid import a1
from analytics.intake.observed import Gathered, Observation
from analytics.model import AxisView, Problem, Qualifier, Severity, State
from analytics.text import Text, say

_OUTCOME = re.compile("其中|成功|办结|办毕|结案|审结|调结|达成|履行|销号|按期|按时|及时|当场|已")
"""Words of a heading that keep of the things counted only some: those that came to an end, in time, on the spot."""


def set_parts_apart(out: Gathered, start: int, axes: Sequence[AxisView]) -> list[AxisView]:
    """Marks the parts among the observations from ``start`` on, with a note for each heading; the axes as they then are.

    Where the part is more than its whole both are left to be asked; where the whole is blank, it is asked.
    """
    fellows: dict[object, list[int]] = defaultdict(list)
    for number, seen in enumerate(out.observations[start:], start):
        if seen.heading:
            fellows[seen.township, seen.year, seen.period, seen.indicator.id, seen.total].append(number)
    parts: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for numbers in fellows.values():
        for number, whole in _parts([(n, out.observations[n]) for n in numbers]):
            part = replace(out.observations[number], part=True)
            out.observations[number] = part
            out.roles[part.place] = "derived"
            parts[part.heading, whole.heading].append(part)
            if whole.value.state is State.MISSING and part.value.state is State.REPORTED and not whole.total:
                out.problems.append(_blank_whole(whole, part))
    out.problems += [_note(headings, listed) for headings, listed in parts.items()]
    return _as_parts(axes, out.observations[start:])


def _parts(seen: Sequence[tuple[int, Observation]]) -> Iterator[tuple[int, Observation]]:
    """The positions of those that are parts, each with its whole."""
    said = {one.heading: frozenset(_OUTCOME.findall(one.heading)) for _, one in seen}
    for number, one in seen:
        less = [other for _, other in seen if said[other.heading] < said[one.heading]]
        wholes = [other for other in less if not any(said[o.heading] < said[other.heading] for o in less)]
        if wholes and not any(_exceeds(one, whole) for whole in wholes):
            yield number, wholes[0]


def _exceeds(part: Observation, whole: Observation) -> bool:
    a, b = part.value, whole.value
    if not (a.usable and b.usable) or a.number is None or b.number is None:
        return False
    return a.number > b.number and b.qualifier is not Qualifier.AT_LEAST


def _note(headings: tuple[str, str], parts: list[Observation]) -> Problem:
    first = parts[0]
    message = say(
        "“{part}”是“{whole}”中的一部分，指标目录里没有这一项，没有采用；“{name}”用的是“{whole}”的数。",
        part=headings[0],
        whole=headings[1],
        name=Text(first.indicator.name_zh, first.indicator.name_en),
    )
    return Problem(Severity.NOTE, "part_of_whole", message, first.sheet, first.cell)


def _blank_whole(whole: Observation, part: Observation) -> Problem:
    message = say(
        "“{whole}”没有填数，“{part}”（{cell}）却写着“{raw}”，请补填“{whole}”。",
        whole=whole.heading,
        part=part.heading,
        cell=a1(*part.place),
        raw=part.value.raw,
    )
    return Problem(Severity.QUESTION, "blank_whole", message, whole.sheet, whole.cell)


def _as_parts(axes: Sequence[AxisView], seen: Sequence[Observation]) -> list[AxisView]:
    """The axes, shown as derived where every number on one is a part."""
    of: dict[bool, set[tuple[str, int]]] = {True: set(), False: set()}
    for one in seen:
        of[one.part] |= {("row", one.place[0]), ("column", one.place[1])}
    only = of[True] - of[False]
    return [
        replace(axis, role="derived", indicator=None, how="") if (axis.kind, axis.index) in only else axis
        for axis in axes
    ]
