"""Quarters, halves and months → the year: a flow is added up, a stock is read at its end, a total is checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analytics.intake.observed import Observation
from analytics.intake.values import Value
from analytics.model import Problem, Qualifier, Severity, State
from analytics.text import Text, say, where_said

Key = tuple[str, int, str]
"""Township, year and indicator."""

_SLACK = 1e-6


@dataclass(frozen=True)
class Made:
    """A year's observation that was added up, and the periods it was made of."""

    year: Observation
    parts: list[Observation]


def join_periods(whole: list[Observation], parts: list[Observation], problems: list[Problem]) -> Made | None:
    """Adds the year's observation made of its periods to ``whole``, or checks them against one that is given."""
    first = parts[0]
    given = [w for w in whole if w.sheet == first.sheet and w.value.usable and w.value.state is State.REPORTED]
    if first.indicator.kind == "stock":
        _year_end(parts, given, whole, problems)
        return None
    years = list(_years(parts)) if first.indicator.kind == "flow" else []
    if years:
        return _added_up(years, given, whole, problems)
    if given:
        return None
    # A blank 合计 beside quarters that were filled in does not make the year unreported: it is asked about instead.
    blank_total = [w for w in whole if w.sheet == first.sheet]
    whole[:] = [w for w in whole if w.sheet != first.sheet]
    if all(p.value.state is State.MISSING for p in parts):
        whole.append(blank_total[0] if blank_total else _of_the_year(first, first.value))
        return None
    problems.append(_incomplete(parts))
    return None


def _years(parts: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Every choice of reported periods that makes up the year, each month once; none where a period is there twice."""
    periods = [p.period for p in parts]
    reported = [p for p in parts if _is_reported(p) and periods.count(p.period) == 1]
    if len({_asked_unit(p) for p in reported}) > 1:
        # 1.43万元 and a bare 1.31: who can tell what the sum would be of?
        return iter(())
    starting = {month: [p for p in reported if p.period and p.period.months[0] == month] for month in range(1, 13)}

    def onwards(month: int) -> Iterator[list[Observation]]:
        if month > 12:
            yield []
            return
        for part in starting.get(month, ()):
            assert part.period is not None
            if part.period.kind != "span":
                for rest in onwards(part.period.months[1] + 1):
                    yield [part, *rest]

    return onwards(1)


def _asked_unit(part: Observation) -> bool:
    return any(remark.code in ("money_unit", "scale") for remark in part.value.remarks)


def _is_reported(part: Observation) -> bool:
    return part.value.usable and part.value.state is State.REPORTED and part.value.number is not None


def _added_up(
    years: list[list[Observation]], given: list[Observation], whole: list[Observation], problems: list[Problem]
) -> Made | None:
    """The sum of the periods; where months, quarters and 合计 say different things, both are shown."""
    # The finest first: months say more than their quarters.
    years.sort(key=len, reverse=True)
    parts, first = years[0], years[0][0]
    total, qualifier = _sum(parts), joined(p.value.qualifier for p in parts)
    other = next((y for y in years[1:] if _differs(_sum(y), total, (*y, *parts))), None)
    if given:
        stated = given[0].value.number
        if stated is not None and _differs(stated, total, (*parts, given[0])):
            _tell_differ(problems, given[0], stated, total, parts)
        elif other is not None:
            _tell_differ(problems, other[0], _sum(other), total, parts)
        return None
    whole[:] = [w for w in whole if w.sheet != first.sheet]
    if other is not None:
        _tell_differ(problems, first, _sum(other), total, parts)
        return None
    raw = " + ".join(p.value.raw for p in parts)
    year = _of_the_year(first, Value(State.REPORTED, total, qualifier, raw))
    whole.append(year)
    return Made(year, parts)


def _sum(parts: Iterable[Observation]) -> float:
    return sum(p.value.number or 0.0 for p in parts)


def _differs(stated: float, total: float, seen: Iterable[Observation]) -> bool:
    return abs(stated - total) > _SLACK and all(o.value.qualifier is Qualifier.EXACT for o in seen)


def _tell_differ(
    problems: list[Problem], at: Observation, stated: float, total: float, parts: Sequence[Observation]
) -> None:
    cells = _cells(parts)
    message = say(
        "合计写 {stated}，各期相加是 {total}（{cells}），请核实哪个对。",
        stated=_n(stated),
        total=_n(total),
        cells=cells,
    )
    problems.append(Problem(Severity.QUESTION, "periods_differ", message, at.sheet, at.cell))


def _grows(parts: Sequence[Observation]) -> bool:
    """Whether every period holds at least what the one before it does, and the last more than the first."""
    numbers = [p.value.number or 0.0 for p in parts]
    return numbers == sorted(numbers) and numbers[-1] > numbers[0]


def _cumulated(parts: Sequence[Observation]) -> Problem:
    first = parts[0]
    name = Text(first.indicator.name_zh, first.indicator.name_en)
    message = say(
        "“{name}”各期（{cells}）像是累计数，相加是 {total}，最后一期是 {last}，没有采用，请确认全年数是哪一个。",
        name=name,
        cells=_cells(parts),
        total=_n(_sum(parts)),
        last=_n(parts[-1].value.number),
    )
    return Problem(Severity.QUESTION, "looks_cumulated", message, first.sheet, first.cell)


def cumulated(made: Mapping[Key, Made]) -> dict[Key, Problem]:
    """Which of the years that were added up must not be, with a question for each: all numbers of their form grow.

    One indicator may well grow from quarter to quarter. Where every one grows, and two of them through four quarters
    or one over twelve months, chance does that less than once in 500 forms; numbers cumulated over the year always do.
    Under a title that says 累计 any growth is enough.
    """
    forms: dict[tuple[str, str, int], list[Key]] = defaultdict(list)
    for key, one in made.items():
        if len({p.value.number for p in one.parts}) > 1:
            forms[one.year.sheet, key[0], key[1]].append(key)
    asked: dict[Key, Problem] = {}
    for keys in forms.values():
        telling = [made[k].parts for k in keys if len({p.value.number for p in made[k].parts}) >= 4]
        enough = len(telling) >= 2 or any(len(parts) == 12 for parts in telling) or made[keys[0]].year.so_far
        if enough and all(_grows(made[k].parts) for k in keys):
            asked |= {k: _cumulated(made[k].parts) for k in keys}
    return asked


def _incomplete(parts: Sequence[Observation]) -> Problem:
    first = parts[0]
    blank = [p for p in parts if not _is_reported(p)]
    name = Text(first.indicator.name_zh, first.indicator.name_en)
    if not blank and first.apart:
        message = say(
            "“{name}”只有一年中一部分时间的数（{cells}），没有采用，请补报全年数。",
            name=name,
            cells=_cells(parts),
        )
    elif first.indicator.kind == "rate":
        message = say("“{name}”只有各期的百分比，不能相加或平均，请补报全年数。", name=name)
    else:
        message = say(
            "“{name}”各期不全（{cells}），不能得出全年数，没有采用，请补齐。",
            name=name,
            cells=_cells(blank or parts),
        )
    return Problem(Severity.QUESTION, "periods_incomplete", message, first.sheet, first.cell)


def _cells(parts: Sequence[Observation]) -> Text:
    """The cells of periods, with their sheets where they stand on several."""
    several = len({p.sheet for p in parts}) > 1
    said = [where_said([p.cell], (p.sheet or "") if several else "") for p in parts]
    # Cells of one sheet stand in a row; 格 behind each of them is for cells that bear their sheet's name.
    if not several:
        return Text("、".join(p.cell for p in parts), ", ".join(p.cell for p in parts))
    return Text("、".join(s.zh for s in said), ", ".join(s.en for s in said))


def _year_end(
    parts: list[Observation], given: list[Observation], whole: list[Observation], problems: list[Problem]
) -> None:
    """Takes the last period of a stock: a level is not added up over the year, whatever stands under 合计."""
    last = max(parts, key=lambda p: p.period.months[1] if p.period else 0)
    if last.period is not None and not last.period.ends_year:
        # What stood there in September says nothing of December; a column of the year beside it does.
        if not given:
            problems.append(_incomplete(parts))
        return
    if given and all(p.value.state is State.MISSING for p in parts):
        # Only the column of the year was filled in.
        whole[:] = [w for w in whole if w.sheet != last.sheet or w in given]
        return
    same = [w for w in given if w.value.number == last.value.number]
    whole[:] = [w for w in whole if w.sheet != last.sheet]
    whole.append(same[0] if same else _of_the_year(last, last.value))
    for total in given:
        if total.value.number != last.value.number:
            name = Text(last.indicator.name_zh, last.indicator.name_en)
            message = say(
                "“{name}”是年末存量，按最后一期 {last}（{cell}）读；合计写 {stated}，请确认。",
                name=name,
                last=last.value.raw,
                cell=last.cell,
                stated=_n(total.value.number),
            )
            problems.append(Problem(Severity.QUESTION, "stock_added_up", message, total.sheet, total.cell))


def _of_the_year(part: Observation, value: Value) -> Observation:
    return replace(part, period=None, value=value)


def joined(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The qualifier of a sum: about as soon as one part is only about, else at_least where one part is."""
    seen = set(qualifiers)
    if Qualifier.ABOUT in seen:
        return Qualifier.ABOUT
    return Qualifier.AT_LEAST if Qualifier.AT_LEAST in seen else Qualifier.EXACT


def _n(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
