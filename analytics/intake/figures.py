"""Observations → figures: periods joined, totals checked, one figure for each township, year and indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from analytics.intake.observations import Observation
from analytics.intake.values import Value
from analytics.intake.years import PARTS
from analytics.model import Figure, Problem, Qualifier, Severity, Source, State
from analytics.text import Text, say

Key = tuple[str, int, str]


def make_figures(observations: Iterable[Observation]) -> tuple[list[Figure], list[Problem]]:
    """One figure per township, year and indicator with what has to be asked about it.

    Different values for one figure are both left out and named in one question.
    """
    problems: list[Problem] = []
    observed = list(observations)
    whole: dict[Key, list[Observation]] = defaultdict(list)
    parts: dict[Key, dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for seen in observed:
        if seen.township is None:
            continue
        key = (seen.township, seen.year, seen.indicator.id)
        if seen.period is None:
            whole[key].append(seen)
        else:
            # Quarters on sheets of their own belong together; quarters of one table belong to that table.
            parts[key]["" if seen.apart else seen.sheet].append(seen)
    figures: list[Figure] = []
    for key in dict.fromkeys((*whole, *parts)):
        for sheet_parts in parts[key].values() if key in parts else ():
            _join_periods(whole[key], sheet_parts, problems)
        figure = _one(key, whole[key], problems)
        if figure is not None:
            figures.append(figure)
    problems += _check_totals(observed)
    return figures, problems


def _join_periods(whole: list[Observation], parts: list[Observation], problems: list[Problem]) -> None:
    """Adds the year's observation made of quarters, halves or months, or checks it against a given total."""
    first = parts[0]
    kind = first.period.kind if first.period else "quarter"
    numbers = [p.period.number for p in parts if p.period]
    given = [w for w in whole if w.sheet == first.sheet and w.value.usable and w.value.state is State.REPORTED]
    for part in parts:
        _remark(part, problems)
    if first.indicator.kind == "stock":
        _year_end(parts, given, whole, problems)
        return
    complete = len(numbers) == len(set(numbers)) == PARTS[kind]
    reported = [p for p in parts if p.value.usable and p.value.state is State.REPORTED and p.value.number is not None]
    if first.indicator.kind == "flow" and reported and len(reported) == len(parts) and complete:
        total = sum(p.value.number or 0.0 for p in reported)
        qualifier = joined(p.value.qualifier for p in reported)
        if given:
            stated = given[0].value.number
            if (
                stated is not None
                and abs(stated - total) > 1e-6
                and qualifier is Qualifier.EXACT is given[0].value.qualifier
            ):
                problems.append(
                    Problem(Severity.QUESTION, "periods_differ",
                            say("合计写 {stated}，各期相加是 {total}（{cells}），请核实哪个对。", stated=_n(stated), total=_n(total),
                                cells="、".join(p.cell for p in parts)), first.sheet, given[0].cell)
                )  # fmt: skip
            return
        raw = " + ".join(p.value.raw for p in reported)
        whole.append(_with_period(first, Value(State.REPORTED, total, qualifier, raw)))
        return
    if given:
        return
    # A blank 合计 beside quarters that were filled in does not make the year unreported: it is asked about instead.
    blank_total = [w for w in whole if w.sheet == first.sheet]
    whole[:] = [w for w in whole if w.sheet != first.sheet]
    if all(p.value.state is State.MISSING for p in parts):
        whole.append(blank_total[0] if blank_total else _with_period(first, first.value))
        return
    blank = [p.cell for p in parts if p not in reported]
    name = Text(first.indicator.name_zh, first.indicator.name_en)
    if not blank and not complete and first.apart:
        message = say(
            "“{name}”只有一年中一部分时间的数（{cells}），没有采用，请补报全年数。",
            name=name,
            cells="、".join(p.cell for p in parts),
        )
    elif first.indicator.kind == "rate":
        message = say("“{name}”只有各期的百分比，不能相加或平均，请补报全年数。", name=name)
    else:
        message = say(
            "“{name}”各期不全（{cells}），不能得出全年数，没有采用，请补齐。",
            name=name,
            cells="、".join(blank or [p.cell for p in parts]),
        )
    problems.append(Problem(Severity.QUESTION, "periods_incomplete", message, first.sheet, first.cell))


def _year_end(
    parts: list[Observation], given: list[Observation], whole: list[Observation], problems: list[Problem]
) -> None:
    """Takes the last period of a stock: a level is not added up over the year, whatever stands under 合计."""
    last = max(parts, key=lambda p: p.period.number if p.period else 0)
    same = [w for w in given if w.value.number == last.value.number]
    whole[:] = [w for w in whole if w.sheet != last.sheet]
    whole.append(same[0] if same else _with_period(last, last.value))
    for total in given:
        if total.value.number != last.value.number:
            name = Text(last.indicator.name_zh, last.indicator.name_en)
            problems.append(
                Problem(
                    Severity.QUESTION,
                    "stock_added_up",
                    say(
                        "“{name}”是年末存量，按最后一期 {last}（{cell}）读；合计写 {stated}，请确认。",
                        name=name,
                        last=last.value.raw,
                        cell=last.cell,
                        stated=_n(total.value.number),
                    ),
                    total.sheet,
                    total.cell,
                )
            )


def _with_period(source: Observation, value: Value) -> Observation:
    return Observation(
        source.sheet,
        source.place,
        source.township,
        source.year,
        None,
        source.indicator,
        value,
        source.total,
        source.lane,
    )


def joined(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The qualifier of a sum: about as soon as one part is only about, else at_least where one part is."""
    seen = set(qualifiers)
    if Qualifier.ABOUT in seen:
        return Qualifier.ABOUT
    return Qualifier.AT_LEAST if Qualifier.AT_LEAST in seen else Qualifier.EXACT


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
    places = "；".join(f"{o.sheet}!{o.cell}“{o.value.raw}”" for o in seen)
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
