"""Runs the rules over a county: the gaps and the questions of a year, strongest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from analytics.catalogue import Catalogue
from analytics.checks.county import County
from analytics.checks.crosscheck import Crossed, held_beside, meet
from analytics.checks.in_force import RulesInForce, rules_in_force
from analytics.checks.questions import narrative_disagrees
from analytics.checks.registry import GAP_RULES, QUESTION_RULES, RULES
from analytics.checks.rule import Overrides, Rule, Silent
from analytics.checks.said import with_said
from analytics.measures.grid import REPORTED
from analytics.model import Evidence, Figure, Finding, Report
from analytics.text import say

RANK = {"high": 0, "medium": 1, "low": 2}


def find_gaps(county: County, year: int, overrides: Overrides | None = None, trial: bool = False) -> list[Finding]:
    """The gaps of a year with their status, strongest first; [] for a year without figures.

    Status: new · persisting (the same theme was found in the last year of which the township sent a return; the
    sentence says for how many years) · reopened (found in an earlier year, but not in the last). ``trial`` adds the
    rules on trial.
    """
    held = {y: _gaps(county, y, overrides, trial) for y in _years(county) if y <= year}
    told = {y: {(f.theme, f.township) for f in findings} for y, findings in held.items()}
    sent = {y: _heard(county, y) for y in held}
    return _ordered(county, [_with_status(f, told, sent) for f in held.get(year, [])])


def find_questions(county: County, year: int, overrides: Overrides | None = None, trial: bool = False) -> list[Finding]:
    """The questions of a year, strongest first; [] for a year without figures or reports. ``trial`` adds the rules on trial."""
    return _ordered(county, _found(county, year, QUESTION_RULES, overrides, trial))


def resolved_gaps(county: County, year: int, overrides: Overrides | None = None) -> list[Finding]:
    """Last year's gaps that this year's figures no longer show, with status resolved.

    Silence resolves nothing: the township has to have reported this year what showed the gap last year, and the rule
    must not have fallen silent since.
    """
    now = {(f.theme, f.township) for f in _gaps(county, year, overrides, True)}
    silent = {s.rule for s in find_silent(county, year, overrides)}
    silent -= {s.rule for s in find_silent(county, year - 1, overrides)}

    def answered(finding: Finding) -> bool:
        # What only the township said is resolved by a report that no longer says it, never by none.
        if not finding.shown:
            return (finding.township, year) in county.reports
        t = county.townships.index(finding.township)
        silenced = not county.has(year) or finding.rule in silent
        return not silenced and all(county.states(i, year)[t] == REPORTED for i in finding.indicators)

    before = find_gaps(county, year - 1, overrides)
    return [replace(f, status="resolved") for f in before if (f.theme, f.township) not in now and answered(f)]


def cross_check(county: County, report: Report, overrides: Overrides | None = None) -> list[Crossed]:
    """A report held against the return of its township and year; see ``crosscheck.crossed``. It need not be accepted."""
    return narrative_disagrees.held_against(county, report, narrative_disagrees.RULE.settings(overrides))


def cross_check_beside(
    catalogue: Catalogue, report: Report, returned: Mapping[str, Evidence], overrides: Overrides | None = None
) -> list[Crossed]:
    """``cross_check`` with figures of a return by indicator that need not count yet."""
    settings = narrative_disagrees.RULE.settings(overrides)
    return held_beside(catalogue, report, returned, about=settings["about"], more=settings["more"])


def same_number(catalogue: Catalogue, returned: Evidence, told: Figure, overrides: Overrides | None = None) -> bool:
    """Whether a figure of a report and one of a return may mean the same number, ≥ and ≈ understood."""
    settings = narrative_disagrees.RULE.settings(overrides)
    known = catalogue.by_id.get(told.indicator)
    there = Evidence(told.township, told.year, told.indicator, told.value, told.qualifier.value, None, None, None)
    rate = known is not None and known.kind == "rate"
    return meet(returned, there, settings["about"], settings["more"], rate=rate)


def find_silent(county: County, year: int, overrides: Overrides | None = None) -> list[Silent]:
    """What the rules did not judge for this year, and why."""
    if not county.has(year):
        return []
    return [s for rule in RULES.values() for s in rule.silent(county, year, rule.settings(overrides))]


def _years(county: County) -> list[int]:
    """The years of which anything is known: figures, or what a report says."""
    return sorted({*county.years, *(year for _, year in county.reports)})


def _heard(county: County, year: int) -> set[str]:
    """The townships that sent a return or a report on a year."""
    returned = {t for t, back in zip(county.townships, county.returned(year), strict=True) if back}
    return returned | {township for township, of in county.reports if of == year}


def _gaps(county: County, year: int, overrides: Overrides | None, trial: bool) -> list[Finding]:
    """The gaps that figures show or a report states; of one county, year and set of rules found once.

    A status needs every earlier year, and what is resolved needs them again.
    """
    held = rules_in_force(overrides)
    trial = trial and any(held.on_trial(rule) for rule in GAP_RULES)
    key = (year, trial, held.said)
    if key not in county.kept:
        county.kept[key] = _gaps_anew(county, year, held, trial)
    return list(county.kept[key])


def _gaps_anew(county: County, year: int, held: RulesInForce, trial: bool) -> list[Finding]:
    found = with_said(county, year, _found(county, year, GAP_RULES, held, trial))
    # What only a report says was found by no rule; it goes under the version of the rule that did not show it.
    return [f if f.rule_version else replace(f, rule_version=held.version_of(RULES[f.rule])) for f in found]


def _found(county: County, year: int, rules: Iterable[Rule], overrides: Overrides | None, trial: bool) -> list[Finding]:
    county = county.comparable(year)
    rules = rules if county.has(year) else [r for r in rules if r.of_reports]
    held = rules_in_force(overrides)
    return [
        replace(f, rule_version=held.version_of(r))
        for r in rules
        if trial or not held.on_trial(r)
        for f in r.check(county, year, r.settings(held))
    ]


def counts_by_rule(county: County, year: int, overrides: Overrides | None = None) -> dict[str, int]:
    """How many findings each rule has for a year, those on trial included: what it says, or would say if it showed."""
    return {
        rule.id: len(rule.check(county, year, rule.settings(overrides))) if rule.of_reports or county.has(year) else 0
        for rule in RULES.values()
    }


def _with_status(finding: Finding, told: dict[int, set[tuple[str | None, str]]], sent: dict[int, set[str]]) -> Finding:
    same = (finding.theme, finding.township)
    before = [y for y in sorted(told, reverse=True) if y < finding.year and finding.township in sent[y]]
    running = list(takewhile(lambda y: same in told[y], before))
    if running:
        first, years = running[-1], len(running) + 1
        whole = finding.year - first + 1 == years
        sentence = (
            say("{sentence}该短板已连续 {years} 年存在。", sentence=finding.sentence, years=years)
            if whole
            else say(
                "{sentence}该短板自 {first} 年起每份年度报表都有（共 {years} 份）。",
                sentence=finding.sentence,
                first=first,
                years=years,
            )
        )
        return replace(finding, status="persisting", sentence=sentence, years=years)
    earlier = next((y for y in before if same in told[y]), None)
    if earlier is None:
        return finding
    sentence = say("{sentence}该短板 {year} 年曾出现，本年再次出现。", sentence=finding.sentence, year=earlier)
    return replace(finding, status="reopened", sentence=sentence)


def _ordered(county: County, findings: list[Finding]) -> list[Finding]:
    """By severity and strength, then by the order of rules, townships and indicators: the same for the same figures."""
    rule = {name: n for n, name in enumerate(RULES)}
    township = {name: n for n, name in enumerate(county.townships)}
    return sorted(
        findings,
        key=lambda f: (
            RANK[f.severity],
            -f.strength,
            rule[f.rule],
            township[f.township],
            [county.position[i] for i in f.indicators],
        ),
    )
