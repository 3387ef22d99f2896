"""Observations → figures: periods joined, totals checked, one figure for each township, year and indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from analytics.intake.observed import Observation
from analytics.intake.periods import Key, Made, cumulated, join_periods
from analytics.model import Figure, Problem, Qualifier, Severity, Source, State
from analytics.text import Text, say, where_said


def make_figures(observations: Iterable[Observation]) -> tuple[list[Figure], list[Problem]]:
    """One figure per township, year and indicator with what has to be asked about it.

    Different values for one figure are both left out and named in one question.
    """
    problems: list[Problem] = []
    observed = list(observations)
    whole: dict[Key, list[Observation]] = defaultdict(list)
    parts: dict[Key, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for seen in observed:
        if seen.township is None or seen.part:
            continue
        key = (seen.township, seen.year, seen.indicator.id)
        if seen.period is None:
            whole[key].append(seen)
        else:
            # Quarters on sheets of their own belong together; quarters of one table belong to that table.
            parts[key]["" if seen.apart else seen.sheet].append(seen)
    keys = list(dict.fromkeys((*whole, *parts)))
    made: dict[Key, Made] = {}
    for key in keys:
        for sheet_parts in parts[key].values() if key in parts else ():
            for part in sheet_parts:
                _remark(part, problems)
            added = join_periods(whole[key], sheet_parts, problems)
            if added is not None:
                made[key] = added
    for key, question in cumulated(made).items():
        whole[key] = [seen for seen in whole[key] if seen is not made[key].year]
        problems.append(question)
    figures: list[Figure] = []
    for key in keys:
        figure = _one(key, whole[key], problems)
        if figure is not None:
            figures.append(figure)
    problems += _check_totals(observed)
    return figures, problems


def _one(key: Key, seen: list[Observation], problems: list[Problem]) -> Figure | None:
    if not seen:
        return None
    for one in seen:
        _remark(one, problems)
    unusable = [o for o in seen if not o.value.usable]
    usable = [o for o in seen if o.value.usable]
    stated = [o for o in usable if o.value.state is not State.MISSING]
    if unusable and not stated:
        return None
    if unusable:
        problems.append(_differ(key, [*stated[:1], *unusable[:1]]))
        return None
    different = {(o.value.state, o.value.number, o.value.qualifier) for o in stated}
    if len(different) > 1:
        firsts = list({(o.value.state, o.value.number, o.value.qualifier): o for o in reversed(stated)}.values())
        problems.append(_differ(key, sorted(firsts, key=lambda o: (o.sheet, o.place))))
        return None
    chosen = (stated or usable)[0]
    # A typed 未报 says more than a blank cell elsewhere.
    chosen = next((o for o in usable if not stated and o.value.raw), chosen)
    value = chosen.value
    return Figure(
        key[0],
        key[1],
        key[2],
        value.number,
        value.qualifier,
        value.state,
        chosen.indicator.unit,
        Source(chosen.sheet, chosen.cell, value.raw),
    )


def _differ(key: Key, seen: list[Observation]) -> Problem:
    first = seen[0]
    said = [(where_said([o.cell], o.sheet or ""), o.value.raw) for o in seen]
    places = Text("；".join(f"{at.zh}“{raw}”" for at, raw in said), "; ".join(f"{at.en} “{raw}”" for at, raw in said))
    name = Text(first.indicator.name_zh, first.indicator.name_en)
    return Problem(
        Severity.QUESTION, "two_values",
        say("{township} {year} 年“{name}”有不同的数：{places}，都没有采用，请确认用哪一个。", township=key[0], year=key[1], name=name, places=places),
        first.sheet, first.cell,
    )  # fmt: skip


def _remark(seen: Observation, problems: list[Problem]) -> None:
    for remark in seen.value.remarks:
        problem = Problem(remark.severity, remark.code, remark.message, seen.sheet, seen.cell)
        if problem not in problems[-64:]:
            problems.append(problem)


def _check_totals(observed: list[Observation]) -> list[Problem]:
    """Totals over townships held against the sum of their parts; a subtotal may add up the rows since the last one."""
    problems: list[Problem] = []
    lanes: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for seen in observed:
        lanes[seen.sheet, seen.lane, seen.year, seen.period, seen.indicator.id].append(seen)
    for lane in lanes.values():
        if not any(o.total == "township" for o in lane) or not any(o.township for o in lane):
            continue
        running: list[Observation] = []
        everything: list[Observation] = []
        subtotals: list[float] = []
        for seen in sorted(lane, key=lambda o: o.place):
            if seen.total != "township":
                running.append(seen)
                everything.append(seen)
                continue
            problem = _compare_total(seen, running, everything, subtotals)
            if problem is not None:
                problems.append(problem)
            if seen.value.number is not None:
                subtotals.append(seen.value.number)
            running = []
    return problems


def _compare_total(
    total: Observation, running: list[Observation], everything: list[Observation], subtotals: list[float]
) -> Problem | None:
    stated = total.value.number
    if stated is None or not total.value.usable or total.indicator.kind == "rate" or not everything:
        return None
    if any(not o.value.usable for o in everything):
        return None
    exact = all(o.value.qualifier is Qualifier.EXACT for o in everything) and total.value.qualifier is Qualifier.EXACT
    sums = {round(sum(o.value.number or 0.0 for o in group), 4) for group in (running, everything) if group}
    if subtotals:
        sums.add(round(sum(subtotals), 4))
    if any(abs(stated - s) < 1e-6 for s in sums):
        return None
    whole = round(sum(o.value.number or 0.0 for o in everything), 4)
    if not exact and stated >= whole:
        return None
    name = Text(total.indicator.name_zh, total.indicator.name_en)
    return Problem(
        Severity.QUESTION, "total_differs",
        say("“{name}”合计写 {stated}，各乡镇相加是 {whole}，请核实。", name=name, stated=_n(stated), whole=_n(whole)), total.sheet, total.cell,
    )  # fmt: skip


def _n(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
