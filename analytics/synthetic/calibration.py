"""How often rules raise a false alarm in counties with nothing wrong, and how often they find what is planted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from analytics.checks import GAP_RULES, QUESTION_RULES, RULES, County
from analytics.checks.questions.small_count_change import ID as SMALL_COUNT_CHANGE
from analytics.checks.questions.small_count_change import small_count_changes
from analytics.measures.change import CHANCE
from analytics.model import Finding
from analytics.synthetic.clean import ORDINARY, RESTLESS, Family, Simulated, clean_county
from analytics.synthetic.faults import FAULTS, Fault, with_reports
from analytics.synthetic.shortfalls import SHORTFALLS

TOWNSHIPS, YEARS = 25, (2021, 2022, 2023, 2024, 2025)
KINDS: dict[str, tuple[Family, float]] = {
    "normal": ("normal", ORDINARY),
    "lognormal": ("lognormal", ORDINARY),
    "Poisson": ("poisson", ORDINARY),
    "restless": ("lognormal", RESTLESS),
}
"""The kinds of county, in turn: how counts vary and by how much of themselves."""
PLANTED = (*FAULTS, *SHORTFALLS)
PER_COUNTY = 2
"""Faults planted in each county, one at a time, in turn."""

Per = Literal["return", "two returns", "series", "county and year", "report", "change", "township"]


@dataclass(frozen=True)
class Promise:
    """What a rule promises of clean counties: false alarms in fewer than ``level`` of what is judged, ``per`` what.

    ``design`` is what the design of the rules says of it, where that is something else.
    """

    level: float
    per: Per
    design: str = ""


PROMISES: dict[str, Promise] = {
    "exceeds_bounds": Promise(0.0, "return"),
    "part_exceeds_whole": Promise(0.0, "return"),
    "ratio_implausible": Promise(0.001, "return"),
    "copied_from_last_year": Promise(0.001, "two returns", "three given counts: < 1 in 200,000"),
    "twin_returns": Promise(0.01, "county and year"),
    "narrative_disagrees": Promise(0.0, "report"),
    "constant_ratio": Promise(0.001, "two returns"),
    "jump": Promise(0.05, "series", "modified z: 5 % per series at 3.9; the cut-off is 4.5"),
    "round_numbers": Promise(0.001, "return", "p < 0.001"),
    SMALL_COUNT_CHANGE: Promise(CHANCE, "change", "12 → 20: p = 0.22"),
}
"""Promises by rule. A rule that only passes on what reading a file remarked makes none here."""


@dataclass
class Tally:
    """What was measured in any number of counties, by name; ``examples`` by rule: county, Chinese, English sentence."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[int, str, str]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Takes in what was measured elsewhere; the order does not matter."""
        self.counts.update(other.counts)
        for rule, example in other.examples.items():
            self.examples[rule] = min(example, self.examples.get(rule, example))


def name_of(*parts: str) -> str:
    """The name a count goes by."""
    return "|".join(parts)


def measure(seed: int, number: int, planted: int = PER_COUNTY) -> Tally:
    """One county of kind ``number`` (in turn): all questions of all years, the gaps of the newest, and a few faults."""
    kind = tuple(KINDS)[number % len(KINDS)]
    family, spread = KINDS[kind]
    rng = np.random.default_rng([seed, number])
    made = with_reports(rng, clean_county(rng, family, townships=TOWNSHIPS, years=YEARS, spread=spread))
    county, tally = made.county(), Tally()
    tally.counts[name_of("counties", kind)] += 1
    flagged: dict[str, set[str]] = {}
    for rule in QUESTION_RULES:
        found = [f for year in YEARS for f in rule.check(county, year, rule.settings())]
        flagged[rule.id] = {f.township for f in found if f.year == YEARS[-1]}
        _count(tally, rule.id, kind, found, county)
    for rule in GAP_RULES:
        short = rule.check(county, YEARS[-1], rule.settings())
        flagged[rule.id] = {f.township for f in short}
        tally.counts[name_of("alarms", rule.id, kind)] += len(short)
        tally.counts[name_of("of", rule.id, kind)] += TOWNSHIPS
    if family == "poisson":
        # Chance in the sense of the note: events that come one by one.
        small = small_count_changes(county, YEARS[-1])
        tally.counts[name_of("alarms", SMALL_COUNT_CHANGE, kind)] += int((small["p"] < CHANCE).sum())
        tally.counts[name_of("of", SMALL_COUNT_CHANGE, kind)] += len(small)
    turn = number // len(KINDS) * planted
    for at in range(turn, turn + planted):
        _plant(tally, number, rng, made, PLANTED[at % len(PLANTED)], flagged)
    return tally


def _count(tally: Tally, rule: str, kind: str, found: list[Finding], county: County) -> None:
    tally.counts[name_of("findings", rule, kind)] += len(found)
    tally.counts[name_of("with any", rule, kind)] += bool(found)
    promise = PROMISES.get(rule)
    if promise is None:
        return
    alarms: dict[Per, int] = {
        "series": len({(f.indicators, f.year) for f in found}),
        "county and year": len({f.year for f in found}),
    }
    pairs = len(YEARS) - 1
    judged: dict[Per, int] = {
        "return": TOWNSHIPS * len(YEARS),
        "two returns": TOWNSHIPS * pairs,
        "series": pairs * sum(i.kind != "rate" and county.asked(i.id, YEARS[-1]) for i in county.catalogue.indicators),
        "county and year": len(YEARS),
        "report": len(county.reports),
    }
    tally.counts[name_of("alarms", rule, kind)] += alarms.get(promise.per, len({(f.township, f.year) for f in found}))
    tally.counts[name_of("of", rule, kind)] += judged[promise.per]


def _plant(
    tally: Tally, number: int, rng: np.random.Generator, made: Simulated, fault: Fault, flagged: dict[str, set[str]]
) -> None:
    """Plants one fault in a township that the rule found nothing in, and looks whether the rule finds it there."""
    quiet = [t for t, name in enumerate(made.roster.names) if name not in flagged[fault.rule]]
    for t in rng.permutation(quiet)[:8]:
        with_fault = made.copy()
        changed = fault.plant(rng, with_fault, int(t))
        if changed is None:
            continue
        rule, township = RULES[fault.rule], made.roster.names[t]
        found = [f for f in rule.check(with_fault.county(), YEARS[-1], rule.settings()) if f.township == township]
        hit = [f for f in found if not changed or set(f.indicators) & set(changed)]
        tally.counts[name_of("planted", fault.rule, fault.size)] += 1
        tally.counts[name_of("found", fault.rule, fault.size)] += bool(hit)
        if hit:
            example = (number, hit[0].sentence.zh, hit[0].sentence.en)
            tally.examples[fault.rule] = min(example, tally.examples.get(fault.rule, example))
        return


def together(tallies: Iterable[Tally]) -> Tally:
    """All tallies in one."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def share(tally: Tally, what: str, of: str, *parts: str) -> float:
    """A measured share over all kinds of county or, with the kind as last part, of one; NaN where nothing was judged."""

    def total(name: str) -> int:
        start = name_of(name, *parts)
        return sum(n for key, n in tally.counts.items() if key == start or key.startswith(start + "|"))

    return total(what) / total(of) if total(of) else float("nan")
