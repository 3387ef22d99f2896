"""Roles whose figures cannot be trusted: each plants one question and says so in the key."""

from __future__ import annotations

from analytics.synthetic.roles import SESSIONS, Place
from analytics.synthetic.values import RATES


def copied(at: Place) -> None:
    """Six counts of the year before the newest repeat those of the year before."""
    indicators = ("collective_study", "publicity_events", "village_talks", "banners", "people_served", "info_disclosed")
    for indicator in indicators:
        value = max(at.get(at.years[-3], indicator), 14) if len(at.years) > 2 else at.get(at.years[0], indicator)
        at.set(at.years[-3] if len(at.years) > 2 else at.years[0], indicator, value)
        at.set(at.years[-2], indicator, value)
    at.key.question("copied_from_last_year", at.name, at.years[-2], indicators, "六项与上年完全相同")


def jump(at: Place) -> None:
    """People served rise more than fivefold in the newest year."""
    before = at.get(at.years[-2], "people_served")
    at.set(at.years[-2], "people_served", before)
    at.set(at.last, "people_served", round(before * 5.3) + 1)
    at.key.question("jump", at.name, at.last, ("people_served",), "为上年的五倍多")


def same_ratio(at: Place) -> None:
    """Five counts of the newest year are last year's times 1.25."""
    bases = {"publicity_events": 44, "village_talks": 52, "banners": 96, "people_served": 848, "info_disclosed": 164}
    for indicator, base in bases.items():
        for back, year in enumerate(reversed(at.years)):
            at.set(year, indicator, base * 1.25 if back == 0 else base - (0, 3, 5)[min(back - 1, 2)])
    at.key.question("constant_ratio", at.name, at.last, tuple(bases), "五项均为上年的 1.25 倍")


def round_figures(at: Place) -> None:
    """Nearly every count of the year before the newest ends in 0."""
    year = at.years[-2]
    changed = []
    for (name, when, indicator), value in list(at.county.values.items()):
        if name == at.name and when == year and value >= 15 and indicator not in (*RATES, "law_savvy_persons"):
            # Rounded towards the side on which no gap lies.
            step = 100 if value >= 400 else 10
            fewer = (
                indicator in (*SESSIONS, "leaflets", "school_leaflets", "petitions_handled") or "disputes" in indicator
            )
            at.set(year, indicator, value // step * step if fewer else -(-value // step) * step)
            changed.append(indicator)
    at.key.question("round_numbers", at.name, year, changed, "几乎全部为整十、整百")


def part_too_large(at: Place) -> None:
    """More leaflets in schools than leaflets in all in the newest year, coming there without a jump."""
    for year, share in zip(reversed(at.years), (1.06, 0.9, 0.84, 0.78), strict=False):
        whole = at.get(year, "leaflets")
        at.set(year, "leaflets", whole)
        at.set(year, "school_leaflets", round(whole * share))
    at.key.question("part_exceeds_whole", at.name, at.last, ("school_leaflets", "leaflets"), "其中数大于总数")


def twin(at: Place, other: str) -> None:
    """Seven counts of the newest year are another township's."""
    indicators = ("collective_study", "contract_reviews", "banners", "training_attendance", "penalty_cases")
    for indicator in indicators:
        value = max(at.county.values[other, at.last, indicator], 12)
        # All years are brought near, so that nothing jumps at either of the two.
        for name, before in ((at.name, 1.08), (other, 0.92)):
            for back, year in enumerate(reversed(at.years)):
                at.county.values[name, year, indicator] = float(value if back == 0 else round(value * before) + back)
                at.key.fixed.add((name, year, indicator))
    for name, peer in ((at.name, other), (other, at.name)):
        at.key.question("twin_returns", name, at.last, indicators, f"五项与{peer}完全相同")
