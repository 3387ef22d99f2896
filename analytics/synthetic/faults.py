"""Faults in figures, one at a time, planted in a clean county to see whether the rule meant for them finds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analytics.catalogue import load_catalogue
from analytics.model import Figure, Qualifier, Report, Source, State
from analytics.synthetic.clean import AT, INDICATORS, Simulated

Planting = Callable[[np.random.Generator, Simulated, int], "tuple[str, ...] | None"]
"""Changes the newest year of one township (by position) and names the indicators changed; None where it cannot."""

BY_ID = load_catalogue().by_id
FLOWS = np.array([BY_ID[i].kind == "flow" for i in INDICATORS])
RATES = np.array([BY_ID[i].kind == "rate" for i in INDICATORS])
MONEY = np.array([BY_ID[i].unit == "元" for i in INDICATORS])


@dataclass(frozen=True)
class Fault:
    """One fault of one size: the rule meant to find it, the size in words, and how it is planted."""

    rule: str
    size: str
    plant: Planting


def exact(made: Simulated, t: int, back: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """A township's exact figures of the newest year, or of ``back`` years before; NaN for all others."""
    return np.where(made.qualifier[t, -1 - back] == 0, made.values[t, -1 - back], np.nan)


def put(made: Simulated, t: int, indicator: str, value: float, back: int = 0) -> None:
    """Makes a figure an exact one of this value."""
    made.values[t, -1 - back, AT[indicator]] = value
    made.qualifier[t, -1 - back, AT[indicator]] = 0


def _some(
    rng: np.random.Generator, able: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], count: int
) -> list[str] | None:
    places = np.flatnonzero(able)
    return None if len(places) < count else [INDICATORS[i] for i in rng.choice(places, count, replace=False)]


def _copied(count: int) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        last = exact(made, t, 1)
        chosen = _some(rng, FLOWS & (last >= 10) & (exact(made, t) >= 10), count)
        for indicator in chosen or ():
            put(made, t, indicator, last[AT[indicator]])
        return tuple(chosen) if chosen else None

    return plant


def _scaled(count: int) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        last, ratio = exact(made, t, 1), rng.choice([0.8, 0.9, 1.1, 1.2, 1.25, 1.3])
        chosen = _some(rng, FLOWS & (last >= 30) & (exact(made, t) >= 20), count)
        for indicator in chosen or ():
            put(made, t, indicator, float(np.rint(last[AT[indicator]] * ratio)))
        return tuple(chosen) if chosen else None

    return plant


def _twin(count: int) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        other = exact(made, int(rng.choice([o for o in range(len(made.values)) if o != t])))
        chosen = _some(rng, ~RATES & (other >= 10) & ~np.isnan(exact(made, t)), count)
        for indicator in chosen or ():
            put(made, t, indicator, other[AT[indicator]])
        return tuple(chosen) if chosen else None

    return plant


def _rounded(share: float) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        own = exact(made, t)
        chosen = np.flatnonzero(FLOWS & ~MONEY & (own >= 15) & (rng.random(len(own)) < share))
        for i in chosen:
            step = 100 if own[i] >= 400 else 10
            put(made, t, INDICATORS[i], float(np.rint(own[i] / step) * step))
        return ()

    return plant


def _leap(factor: float) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        last = exact(made, t, 1)
        chosen = _some(rng, FLOWS & (last >= 10), 1)
        for indicator in chosen or ():
            put(made, t, indicator, float(np.rint(last[AT[indicator]] * factor)))
        return tuple(chosen) if chosen else None

    return plant


def _part(factor: float) -> Planting:
    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        whole = exact(made, t)[AT["leaflets"]]
        if np.isnan(whole):
            return None
        put(made, t, "school_leaflets", float(np.ceil(whole * factor)))
        return ("school_leaflets", "leaflets")

    return plant


def _times(indicator: str, factor: float) -> Planting:
    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        value = exact(made, t)[AT[indicator]]
        if np.isnan(value):
            return None
        put(made, t, indicator, float(np.round(value * factor, 2)))
        return (indicator,)

    return plant


def _exam(value: float) -> Planting:
    def plant(_: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        put(made, t, "law_exam_pass_rate", value)
        return ("law_exam_pass_rate",)

    return plant


TOLD = (
    *("leadership_meetings", "leader_study", "central_group_study", "seminars", "collective_study", "village_talks"),
    *("publicity_events", "people_served", "leaflets", "school_leaflets", "school_events", "backbone_trainings"),
)
"""What a report in prose gives as a rule (the published one of the sample does)."""


def honest_report(
    rng: np.random.Generator, made: Simulated, t: int, off: dict[str, float] | None = None
) -> Report | None:
    """A report in prose on the newest year that gives a township's figures as they are, or roughly: 约 rounded to two
    digits, 余 cut to one. ``off`` multiplies the figure told of an indicator. None where too little was returned."""
    township, year = made.roster.names[t], made.years[-1]
    figures = []
    for number, indicator in enumerate(TOLD, start=1):
        value, code = made.values[t, -1, AT[indicator]], made.qualifier[t, -1, AT[indicator]]
        if np.isnan(value):
            continue
        value, qualifier = float(np.rint(value * (off or {}).get(indicator, 1.0))), tuple(Qualifier)[int(code)]
        draw = rng.random()
        if code == 0 and value >= 100 and indicator not in (off or {}) and draw < 0.4:
            digits = 2 if draw < 0.2 else 1
            step = 10.0 ** (np.floor(np.log10(value)) - digits + 1)
            value = float((np.rint if digits == 2 else np.floor)(value / step) * step)
            qualifier = Qualifier.ABOUT if digits == 2 else Qualifier.AT_LEAST
        unit = BY_ID[indicator].unit
        source = Source(None, f"¶{number}:0-9", f"{value:g}{unit}")
        figures.append(Figure(township, year, indicator, value, qualifier, State.REPORTED, unit, source))
    return Report(township, year, f"{township}.docx", 1, tuple(figures)) if figures else None


def _told(factor: float) -> Planting:
    def plant(rng: np.random.Generator, made: Simulated, t: int) -> tuple[str, ...] | None:
        own = exact(made, t)
        able = [i for i in TOLD if own[AT[i]] >= 20]
        if not able:
            return None
        indicator = str(rng.choice(able))
        report = honest_report(rng, made, t, {indicator: factor})
        if report is None:
            return None
        made.reports[report.township, report.year] = report
        return (indicator,)

    return plant


def with_reports(rng: np.random.Generator, made: Simulated) -> Simulated:
    """The county with an honest report of every township on the newest year."""
    told = (honest_report(rng, made, t) for t in range(len(made.values)))
    return replace(made, reports={(r.township, r.year): r for r in told if r is not None})


FAULTS: Sequence[Fault] = (
    *(Fault("copied_from_last_year", f"{n} figures repeated", _copied(n)) for n in (3, 5, 8)),
    *(Fault("constant_ratio", f"{n} figures by one ratio", _scaled(n)) for n in (3, 5, 8)),
    *(Fault("twin_returns", f"{n} figures of another township", _twin(n)) for n in (3, 5, 8)),
    *(Fault("round_numbers", f"{share:.0%} of the counts rounded", _rounded(share)) for share in (0.3, 0.6, 1.0)),
    *(Fault("jump", f"one figure × {factor:g}", _leap(factor)) for factor in (3.5, 5, 10)),
    Fault("jump", "one figure ÷ 10", _leap(0.1)),
    *(Fault("part_exceeds_whole", f"part {factor - 1:.0%} above the whole", _part(factor)) for factor in (1.02, 1.5)),
    Fault("exceeds_bounds", "a count below zero", _times("publicity_events", -1)),
    Fault("exceeds_bounds", "a rate of 101 %", _exam(101.0)),
    Fault("ratio_implausible", "leaflets in 万份 taken for 份", _times("leaflets", 0.0001)),
    Fault("ratio_implausible", "leaflets × 10", _times("leaflets", 10)),
    Fault("ratio_implausible", "people reached × 100", _times("people_reached", 100)),
    *(Fault("narrative_disagrees", f"report {factor - 1:+.0%}", _told(factor)) for factor in (1.03, 1.3, 3.0)),
)
"""Every fault in figures, in the order of rules and sizes."""
