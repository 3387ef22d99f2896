"""Runs the rules over a county: the gaps and the questions of a year, strongest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analytics.checks.county import County
from analytics.checks.registry import GAP_RULES, QUESTION_RULES, RULES
from analytics.checks.rule import Overrides, Rule, Silent
from analytics.checks.said import with_said
from analytics.model import Finding
from analytics.text import say

RANK = {"high": 0, "medium": 1, "low": 2}


def find_gaps(county: County, year: int, overrides: Overrides | None = None, trial: bool = False) -> list[Finding]:
    """The gaps of a year with their status, strongest first; [] for a year without figures.

    Status: new · persisting (the same theme was found last year too; the sentence says for how many years) ·
    reopened (found in an earlier year, but not in the last). ``trial`` adds the rules on trial.
    """
    held = {y: _gaps(county, y, overrides, trial) for y in county.years if y <= year}
    told = {y: {(f.theme, f.township) for f in findings} for y, findings in held.items()}
    return _ordered(county, [_with_status(f, told) for f in held.get(year, [])])


def find_questions(county: County, year: int, overrides: Overrides | None = None, trial: bool = False) -> list[Finding]:
    """The questions of a year, strongest first; [] for a year without figures. ``trial`` adds the rules on trial."""
    return _ordered(county, _found(county, year, QUESTION_RULES, overrides, trial))


def resolved_gaps(county: County, year: int, overrides: Overrides | None = None) -> list[Finding]:
    """Last year's gaps that this year's figures no longer show, with status resolved.

    Only of townships that sent a return this year: silence resolves nothing.
    """
    now = {(f.theme, f.township) for f in _gaps(county, year, overrides, False)}
    back = {t for t, sent in zip(county.townships, county.returned(year), strict=True) if sent}
    before = [f for f in find_gaps(county, year - 1, overrides) if f.township in back]
    # What only the township said is resolved by a report that no longer says it, never by none.
    heard = [f for f in before if f.shown or (f.township, year) in county.reports]
    return [replace(f, status="resolved") for f in heard if (f.theme, f.township) not in now]


def find_silent(county: County, year: int, overrides: Overrides | None = None) -> list[Silent]:
    """What the rules did not judge for this year, and why."""
    if not county.has(year):
        return []
    return [s for rule in RULES.values() for s in rule.silent(county, year, rule.settings(overrides))]


def _gaps(county: County, year: int, overrides: Overrides | None, trial: bool) -> list[Finding]:
    """The gaps that figures show or a report states."""
    return with_said(county, year, _found(county, year, GAP_RULES, overrides, trial))


def _found(county: County, year: int, rules: Iterable[Rule], overrides: Overrides | None, trial: bool) -> list[Finding]:
    if not county.has(year):
        return []
    return [f for r in rules if trial or not r.trial for f in r.check(county, year, r.settings(overrides))]


def _with_status(finding: Finding, told: dict[int, set[tuple[str | None, str]]]) -> Finding:
    same = (finding.theme, finding.township)
    first = finding.year
    while same in told.get(first - 1, ()):
        first -= 1
    years = finding.year - first + 1
    if years > 1:
        sentence = say("{sentence}该短板已连续 {years} 年存在。", sentence=finding.sentence, years=years)
        return replace(finding, status="persisting", sentence=sentence)
    reopened = any(same in found for year, found in told.items() if year < finding.year)
    return replace(finding, status="reopened" if reopened else "new")


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
