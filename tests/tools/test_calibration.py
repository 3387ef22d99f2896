"""The rules keep what docs/checks.md promises, as far as a few seconds can tell, and the page is in step with the rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from analytics.checks import RULES
from analytics.synthetic.calibration import KINDS, PLANTED, PROMISES, Tally, measure, name_of, share, together
from tools import checks_page

CHANCE_RULES = ("copied_from_last_year", "constant_ratio", "twin_returns", "round_numbers")


@pytest.fixture(scope="module")
def few() -> Tally:
    """Two counties of each kind, and every fault planted once in each of two of them."""
    return together(measure(11, n, planted=len(PLANTED) if n < 2 else 0) for n in range(2 * len(KINDS)))


def total(tally: Tally, what: str, rule: str) -> int:
    return sum(tally.counts[name_of(what, rule, kind)] for kind in KINDS)


def test_what_cannot_be_by_chance_never_is(few: Tally) -> None:
    for rule, promise in PROMISES.items():
        if promise.level == 0:
            assert total(few, "of", rule) > 0
            assert total(few, "alarms", rule) == 0


def test_rules_of_coincidence_are_quiet_in_clean_counties(few: Tally) -> None:
    # Eight counties of 100 returns: 0.8 are expected of each rule at most; without chance they asked forty times.
    assert all(total(few, "alarms", rule) <= 4 for rule in CHANCE_RULES)
    assert share(few, "alarms", "of", "jump") < PROMISES["jump"].level


def test_gross_faults_are_found(few: Tally) -> None:
    largest = {fault.rule: fault.size for fault in PLANTED} | {"jump": "one figure × 10"}
    planted = {rule: few.counts[name_of("planted", rule, size)] for rule, size in largest.items()}
    found = {rule: few.counts[name_of("found", rule, size)] for rule, size in largest.items()}
    assert set(planted.values()) == {2}
    assert {rule for rule in largest if not found[rule]} == set()


def test_a_county_is_the_same_whoever_measures_it_and_tallies_add_up_in_any_order(few: Tally) -> None:
    one, two = measure(11, 0, planted=2), measure(11, 1, planted=2)
    assert one.counts == measure(11, 0, planted=2).counts
    assert together([one, two]) == together([two, one])


def test_the_page_is_in_step_with_rules_and_measurement() -> None:
    held = checks_page.measured()
    assert checks_page.outdated(held) == [], "a rule or threshold changed since: make calibrate"
    assert held["counties"] >= 2000
    assert checks_page.PAGE.read_text(encoding="utf-8") == checks_page.page(held), "run: make docs"


def test_every_promise_was_kept_and_a_broken_one_is_named() -> None:
    held = checks_page.measured()
    assert checks_page.broken(held) == []
    counts = dict(held["counts"]) | {name_of("alarms", "twin_returns", "normal"): 200}
    [fault] = checks_page.broken(held | {"counts": counts})
    assert fault.startswith("twin_returns: 200 false alarms in ")


def test_every_rule_is_on_the_page_with_its_thresholds(root: Path) -> None:
    text = checks_page.PAGE.read_text(encoding="utf-8")
    assert set(checks_page.measured()["rules"]) <= set(RULES)
    for rule in RULES.values():
        assert f"`{rule.id}`, version {rule.version}" in text
        assert rule.condition.en in text
        assert all(f"`{t.name}`" in text and t.reason in text and t.source in text for t in rule.thresholds)


def test_every_rule_has_a_test_file_of_its_own(root: Path) -> None:
    files = [file.stem for file in (root / "tests" / "checks").glob("test_*.py")]
    assert [rule for rule in RULES if not any(rule in file for file in files)] == []


def test_a_quick_look_prints_and_writes_nothing(root: Path) -> None:
    before = checks_page.PAGE.read_bytes(), checks_page.MEASURED.read_bytes()
    command = [sys.executable, str(root / "tools" / "calibrate.py"), "--counties", "4", "--jobs", "1"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert "## Power: planted faults that were found" in done.stdout
    assert (checks_page.PAGE.read_bytes(), checks_page.MEASURED.read_bytes()) == before
