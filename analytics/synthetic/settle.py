"""Quiets everything that was not planted: no gap and no question of CHECKS comes about by chance where it can be helped.

A quarter of the townships is always in the lowest quarter; what can be held is that those townships are not *also*
falling. Where a rule needs nothing but the quarter, see ``quarters``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np

from analytics.synthetic.roles import INNOVATIVE, SESSIONS, STUDY, Key
from analytics.synthetic.values import ASKED, RATES, County

MARGIN = 0.48
"""How much of the ranking is kept from falling: wider than a quarter, so that a later step does not undo it."""

LARGE = 120
"""Above this many townships twins come about by chance anyway, and looking for them would take long."""


def settle(county: County, key: Key) -> None:
    """Changes values that are not fixed until neither conjunctions nor coincidences remain (a few rounds)."""
    for _ in range(4):
        for last, year in zip(county.years, county.years[1:], strict=False):
            _innovation(county, key, last, year)
            _people_per_session(county, key, last, year)
            _study(county, key, last, year)
            _cases(county, key, last, year)
            _consultations(county, key, last, year)
            _repeats(county, key, last, year)
            _ratios(county, key, last, year)
        for year in county.years:
            _round(county, key, year)
            if len(county.names) <= LARGE:
                _twins(county, key, year)
            _parts(county, key, year)
    _officers(county, key)


def _officers(county: County, key: Key) -> None:
    """Officers that were moved out of a coincidence in one year do not leave in the next."""
    for last, year in zip(county.years, county.years[1:], strict=False):
        for name in county.names:
            if (name, year, "certified_officers") not in key.fixed:
                held = county.values[name, last, "certified_officers"]
                county.values[name, year, "certified_officers"] = max(
                    held, county.values[name, year, "certified_officers"]
                )


def total(county: County, name: str, year: int, indicators: Iterable[str]) -> float:
    """The sum of a township's values."""
    return sum(county.values[name, year, indicator] for indicator in indicators)


def _threshold(county: County, measure: Callable[[str], float], share: float) -> float:
    return float(np.quantile([measure(name) for name in county.names], share))


def _free(key: Key, name: str, year: int, indicators: Iterable[str]) -> list[str]:
    return [i for i in indicators if (name, year, i) not in key.fixed]


def _innovation(county: County, key: Key, last: int, year: int) -> None:
    def share(name: str, when: int) -> float:
        return total(county, name, when, INNOVATIVE) / max(1.0, total(county, name, when, (*INNOVATIVE, *SESSIONS)))

    low = _threshold(county, lambda name: share(name, year), MARGIN)
    for name in county.names:
        if not _free(key, name, year, ("new_media_posts",)) or share(name, year) > low:
            continue
        while share(name, year) <= share(name, last):
            county.values[name, year, "new_media_posts"] += 1


def _people_per_session(county: County, key: Key, last: int, year: int) -> None:
    def per_session(name: str, when: int, indicator: str) -> float:
        return county.values[name, when, indicator] / max(1.0, total(county, name, when, SESSIONS))

    high = _threshold(county, lambda name: per_session(name, year, "leaflets"), 1 - MARGIN)
    for name in county.names:
        if per_session(name, year, "leaflets") < high:
            continue
        held = per_session(name, last, "people_reached")
        if per_session(name, year, "people_reached") <= held and _free(key, name, year, ("people_reached",)):
            county.values[name, year, "people_reached"] = float(
                int(held * 1.004 * total(county, name, year, SESSIONS)) + 3
            )


def _study(county: County, key: Key, last: int, year: int) -> None:
    low = _threshold(county, lambda name: total(county, name, year, STUDY), MARGIN)
    for name in county.names:
        short = total(county, name, last, STUDY) - total(county, name, year, STUDY)
        if short > 0 and total(county, name, year, STUDY) <= low:
            for indicator in _free(key, name, year, ("collective_study", "legal_lectures"))[:1]:
                county.values[name, year, indicator] += short
    low = _threshold(county, lambda name: county.values[name, year, "central_group_study"], MARGIN)
    for name in county.names:
        held = county.values[name, last, "central_group_study"]
        if county.values[name, year, "central_group_study"] <= low and _free(key, name, year, ("central_group_study",)):
            county.values[name, year, "central_group_study"] = max(
                held, county.values[name, year, "central_group_study"]
            )


def _cases(county: County, key: Key, last: int, year: int) -> None:
    parts = ("litigation_cases", "reconsideration_cases", "petitions_handled")

    def rate(name: str, when: int) -> float:
        return total(county, name, when, parts) / county.population[name, when]

    high = _threshold(county, lambda name: rate(name, year), 1 - MARGIN)
    for name in county.names:
        place = (name, year, "petitions_handled")
        while rate(name, year) >= high and rate(name, year) >= rate(name, last) and county.values[place] > 1:
            if place in key.fixed:
                break
            county.values[place] -= 1
    quarter = _threshold(county, lambda name: rate(name, year), 0.7)
    for name in county.names:
        # A figure that is to stay makes the year before give way.
        before = (name, last, "petitions_handled")
        while rate(name, year) >= quarter and rate(name, year) > rate(name, last) and before not in key.fixed:
            county.values[before] += 1
    for name in county.names:
        if (name, year, "head_court_appearances") not in key.fixed:
            county.values[name, year, "head_court_appearances"] = county.values[name, year, "litigation_cases"]


def _consultations(county: County, key: Key, last: int, year: int) -> None:
    for name in county.names:
        served, before = (
            county.values[name, when, "people_served"] / county.population[name, when] for when in (year, last)
        )
        if served >= before:
            continue
        for indicator in ("disputes_screened", "disputes_mediated", "petitions_handled"):
            if (name, year, indicator) not in key.fixed:
                held = county.values[name, last, indicator]
                county.values[name, year, indicator] = max(1.0, min(county.values[name, year, indicator], held - 1))


def _counts(county: County, name: str, year: int, least: float) -> dict[str, float]:
    return {
        i: v for i in ASKED if i not in RATES and i != "funds_invested" and (v := county.values[name, year, i]) >= least
    }


def _nudge(county: County, name: str, year: int, indicator: str, amount: int = 1) -> None:
    """Moves a value out of a coincidence, into the direction no gap looks for."""
    down = indicator in ("petitions_handled", "disputes_screened", "disputes_mediated")
    county.values[name, year, indicator] += -amount if down else amount


def _repeats(county: County, key: Key, last: int, year: int) -> None:
    for name in county.names:
        now, before = _counts(county, name, year, 10), _counts(county, name, last, 10)
        same = [i for i, v in now.items() if before.get(i) == v]
        for indicator in _free(key, name, year, same):
            _nudge(county, name, year, indicator)


def _ratios(county: County, key: Key, last: int, year: int) -> None:
    for name in county.names:
        for attempt in range(6):
            now, before = _counts(county, name, year, 20), _counts(county, name, last, 20)
            ratios = {i: round(v / before[i], 3) for i, v in now.items() if i in before}
            often = [ratio for ratio, n in Counter(ratios.values()).items() if n >= 3]
            moved = _free(key, name, year, [i for i, ratio in ratios.items() if ratio in often])
            if not moved:
                break
            for step, indicator in enumerate(moved):
                # Equal figures that all move by one stay equal; each goes its own way from the second attempt on.
                _nudge(county, name, year, indicator, max(1 + attempt * step, int(now[indicator] * 0.002 * (step + 1))))


def _round(county: County, key: Key, year: int) -> None:
    for name in county.names:
        even = [i for i, v in _counts(county, name, year, 10).items() if v % 10 == 0]
        for indicator in _free(key, name, year, even)[3:]:
            _nudge(county, name, year, indicator)


def _twins(county: County, key: Key, year: int) -> None:
    held = {name: _counts(county, name, year, 10) for name in county.names}
    for at, name in enumerate(county.names):
        for other in county.names[:at]:
            same = [i for i, v in held[name].items() if held[other].get(i) == v]
            for indicator in _free(key, name, year, same)[1:]:
                _nudge(county, name, year, indicator)
                held[name][indicator] = county.values[name, year, indicator]


def _parts(county: County, key: Key, year: int) -> None:
    for name in county.names:
        for part, whole in (("school_leaflets", "leaflets"), ("disputes_mediated", "disputes_screened")):
            if (name, year, part) not in key.fixed:
                limit = county.values[name, year, whole]
                county.values[name, year, part] = min(county.values[name, year, part], max(0.0, limit - 1))
