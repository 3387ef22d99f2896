"""Counties at the edge: none, one or two thousand townships; missing, zero, equal, impossible or enormous figures."""

import json
import re
import warnings

import numpy as np
import pytest

from analytics.catalogue import Roster, Township
from analytics.checks import counts_by_rule, find_gaps, find_questions, find_silent, finding_as_json, resolved_gaps
from analytics.synthetic.clean import clean_county
from tests.checks.counties import changed, county, found, level, names, of, quiet
from tests.measures.frames import figures

NONSENSE = re.compile(r"\bnan\b|\binf\b|None|∞|\{\w+\}|−0(?![\d.,])", re.IGNORECASE)
PAIR = re.compile(r"由 (\S+) \S+ ?(?:人次|件|场次)?(?:降|升)至 (\S+)")
NOBODY = Roster(tuple(Township(str(k), n, (), "镇", 0, {2025: 0}) for k, n in enumerate(names(12))))
COUNTIES = {
    "nobody": lambda: of(figures([]), Roster()),
    "one": lambda: changed({}, n=1),
    "two": lambda: changed({}, n=2),
    "seven": lambda: changed({}, n=7),
    "eight": lambda: changed({}, n=8),
    "no year before": lambda: county({k: v for k, v in quiet().items() if k[1] == 2025}),
    "a year missing": lambda: county({k: v for k, v in quiet().items() if k[1] != 2024}),
    "all zero": lambda: county(dict.fromkeys(quiet(), 0)),
    "all missing": lambda: county(dict.fromkeys(quiet())),
    "nothing applies": lambda: county(dict.fromkeys(quiet(), "n/a")),
    "all equal": lambda: county(dict.fromkeys(quiet(), 50)),
    "all alike": lambda: county({k: level(k[2], 1, k[1]) for k in quiet()}),
    "all at least": lambda: county({k: f"≥{v}" for k, v in quiet().items()}),
    "all about": lambda: county({k: f"≈{v}" for k, v in quiet().items()}),
    "all below zero": lambda: county(dict.fromkeys(quiet(), -5)),
    "one giant": lambda: county({k: v * 10**6 if k[0] == "第1镇" else v for k, v in quiet().items()}),
    "a figure beyond belief": lambda: county({k: 1e15 if k[0] == "第1镇" else v for k, v in quiet().items()}),
    "no residents, no villages": lambda: county(quiet(), NOBODY),
    "halves": lambda: county({k: v + 0.5 for k, v in quiet().items()}),
}


@pytest.mark.parametrize("name", COUNTIES)
def test_no_crash_no_warning_no_nonsense(name):
    where = COUNTIES[name]()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        findings = find_questions(where, 2025) + find_gaps(where, 2025) + resolved_gaps(where, 2025)
        reasons = [s.reason for s in find_silent(where, 2025)]
        counts_by_rule(where, 2025)
    json.dumps([finding_as_json(f) for f in findings], allow_nan=False)
    said = [words for f in findings for words in (f.sentence, f.suggestion)] + reasons
    assert [text for words in said for text in (words.zh, words.en) if NONSENSE.search(text)] == []
    assert [f.sentence.zh for f in findings if (m := PAIR.search(f.sentence.zh)) and m[1] == m[2]] == []


@pytest.mark.parametrize("name", ["all missing", "nothing applies", "all at least", "nobody", "one", "two"])
def test_where_nothing_can_be_judged_nothing_is_said(name):
    where = COUNTIES[name]()
    assert find_questions(where, 2025) == []
    assert find_gaps(where, 2025) == []


def test_below_eight_townships_no_finding_speaks_of_quarters_and_from_eight_on_some_do():
    seven, eight = (find_gaps(COUNTIES[n](), 2025) for n in ("seven", "eight"))
    assert not any("四分之一" in f.sentence.zh for f in seven)
    assert any("8 个已报乡镇的最低四分之一" in f.sentence.zh for f in eight)


def test_equal_figures_everywhere_make_no_quarters_and_no_copies():
    findings = find_questions(COUNTIES["all equal"](), 2025)
    assert {f.rule for f in findings} <= {"round_numbers", "ratio_implausible"}
    assert not any("四分之一" in f.sentence.zh for f in find_gaps(COUNTIES["all equal"](), 2025))


def test_zero_is_a_gap_and_no_question():
    assert find_questions(COUNTIES["all zero"](), 2025) == []
    assert {f.strength for f in find_gaps(COUNTIES["all zero"](), 2025)} <= {1, 2, 3}


def test_from_a_figure_that_cannot_be_nothing_is_concluded():
    where = changed({("第5镇", 2025, "central_group_study"): -20})
    assert "第5镇" in found("exceeds_bounds", where)
    assert "第5镇" not in found("awareness_of_officials", where)
    gaps = [f.sentence.zh for f in find_gaps(COUNTIES["all below zero"](), 2025)]
    assert [sentence for sentence in gaps if "−" in sentence] == []


def test_one_giant_moves_nobody_else_into_doubt():
    doubted = {f.township for f in find_questions(COUNTIES["one giant"](), 2025)}
    assert doubted == {"第1镇"}


def test_a_fall_too_small_for_the_usual_decimals_is_shown_with_more():
    sessions = dict.fromkeys(("publicity_events", "village_talks", "school_events"), 100_000)
    new = dict.fromkeys(("new_media_posts", "short_videos", "mock_courts", "law_performances", "case_talks"), 4)
    this = {("第5镇", 2025, i): v for i, v in (sessions | new).items()}
    last = {("第5镇", 2024, i): v for i, v in (sessions | new | {"school_events": 99_000}).items()}
    sentence = found("publicity_innovation", changed(this | last))["第5镇"].sentence.zh
    before, now = re.search(r"同口径由 (\S+)% 降至 (\S+)%", sentence).groups()
    assert float(before) > float(now)


def test_two_thousand_townships_are_judged_as_one_county():
    where = clean_county(np.random.default_rng(1), "lognormal", townships=2000, years=(2024, 2025)).county()
    # One in a thousand returns a rule, and many pairs: each rule keeps its promise in a county of any size.
    assert len(find_questions(where, 2025)) <= 2000 * 0.01
    gaps = find_gaps(where, 2025)
    assert len({f.township for f in gaps}) > 500
    assert any("个已报乡镇的最低四分之一" in f.sentence.zh and f.n > 1500 for f in gaps)
