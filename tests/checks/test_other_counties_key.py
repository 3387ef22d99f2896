"""Other counties than the sample: what was planted is found, and nothing is said of figures that are as they should be."""

import numpy as np
import pytest

from analytics.catalogue import Roster, Township, load_catalogue, load_roster
from analytics.checks import County, find_gaps, find_questions
from analytics.synthetic.clean import INDICATORS, Simulated
from analytics.synthetic.faults import FAULTS
from analytics.synthetic.plan import Invented, invent, key_json, roster_csv
from analytics.synthetic.roles import Key
from analytics.synthetic.settle import settle
from analytics.synthetic.shortfalls import SHORTFALLS
from analytics.synthetic.values import county
from tests.measures.frames import figures

YEARS = (2022, 2023, 2024, 2025)
SIGNS = {"exact": "", "at_least": "≥", "about": "≈"}


def as_stated(invented: Invented, folder) -> County:
    """The county as its townships state it, without going through files."""
    (folder / "roster.csv").write_bytes(roster_csv(invented.county))
    rows = [
        (
            *place,
            {"missing": None, "not_applicable": "n/a"}.get(
                s.state, f"{SIGNS[s.qualifier]}{s.value!r}" if s.qualifier != "exact" else s.value
            ),
        )
        for place, s in invented.statements.given.items()
        if s.state != "ask" and place[:2] not in invented.absent
    ]
    return County(figures(rows), load_catalogue(), load_roster(folder / "roster.csv"))


@pytest.mark.parametrize(("seed", "absent"), [(2, [(2, 2024)]), (4, [])])
def test_another_seed_gives_a_county_whose_key_is_matched(seed, absent, tmp_path):
    invented = invent(24, YEARS, seed, absent)
    key, where = key_json(invented, []), as_stated(invented, tmp_path)
    asked = {(f.rule, f.township, y): f for y in YEARS for f in find_questions(where, y)}
    planted = {(q["rule"], q["township"], q["year"]): q for q in key["questions"]}
    assert set(asked) == set(planted)
    for place, question in planted.items():
        if place[0] != "round_numbers":
            assert set(asked[place].indicators) >= set(question["indicators"])
    shown = {(f.theme, f.township, y) for y in YEARS for f in find_gaps(where, y)}
    gaps = {(g["theme"], g["township"], g["year"]) for g in key["gaps"]}
    by_definition = {(g["theme"], g["township"], g["year"]) for g in key["gaps_by_quarter"]}
    assert gaps - shown == set()
    assert shown - gaps - by_definition == set()


@pytest.fixture(scope="module")
def quiet_county() -> Simulated:
    """A county of 60 townships in which nothing is planted and nothing came about by chance."""
    made = county(60, YEARS, 77)
    settle(made, Key())
    values = np.array([[[made.values[n, y, i] for i in INDICATORS] for y in YEARS] for n in made.names])
    people = (
        Township(f"99{at:04}", n, (), "镇", made.villages[n], {y: made.population[n, y] for y in YEARS})
        for at, n in enumerate(made.names)
    )
    return Simulated(YEARS, values, np.zeros(values.shape, dtype=np.int8), Roster(tuple(people)))


def test_the_quiet_county_asks_nothing_and_shows_only_quarters(quiet_county):
    where = quiet_county.county()
    assert [f.sentence.zh for y in YEARS for f in find_questions(where, y)] == []
    assert all("四分之一" in f.sentence.zh for y in YEARS for f in find_gaps(where, y))


def test_other_faults_are_found_and_no_sound_figure_is_doubted(quiet_county):
    largest = list({fault.rule: fault for fault in FAULTS}.values())
    made, rng, doubted = quiet_county.copy(), np.random.default_rng(9), {}
    for t, fault in enumerate(largest):
        doubted[made.roster.names[t]] = (fault.rule, set(fault.plant(rng, made, t) or ()))
    findings = find_questions(made.county(), YEARS[-1])
    for township, (rule, changed) in doubted.items():
        found = [f for f in findings if (f.rule, f.township) == (rule, township)]
        assert found, rule
        assert not changed or changed & set(found[0].indicators)
    for f in findings:
        own = doubted.get(f.township, ("", set()))
        pair = f.rule == "twin_returns" and any(rule == "twin_returns" for rule, _ in doubted.values())
        assert pair or f.rule == own[0] or set(f.indicators) & own[1], f.sentence.zh


def test_other_shortfalls_are_found_and_nothing_else_but_quarters(quiet_county):
    made, rng, short = quiet_county.copy(), np.random.default_rng(9), {}
    for t, fault in enumerate(SHORTFALLS):
        short[made.roster.names[t]] = (fault, set(fault.plant(rng, made, t) or ()))
    findings = find_gaps(made.county(), YEARS[-1])
    found = {(f.theme, f.township) for f in findings}
    # A quarter needs more than a small fall, and what is not below the norm is no gap.
    small = {"people reached 70 % of last year's", "funds −25 %"}
    missed = {(fault.rule, t) for t, (fault, _) in short.items() if fault.size not in small} - found
    assert missed == set()
    others = [f for f in findings if not set(f.indicators) & short.get(f.township, ("", set()))[1]]
    assert [f.sentence.zh for f in others if "四分之一" not in f.sentence.zh] == []
