import json
import random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.catalogue import Roster, load_catalogue
from analytics.checks import (
    GAP_RULES,
    QUESTION_RULES,
    RULES,
    find_gaps,
    find_questions,
    find_silent,
    finding_as_json,
    resolved_gaps,
)
from tests.checks.counties import changed, county, names, of, quiet, roster
from tests.measures.frames import figures

FAULTS = {
    ("第5镇", 2025, "school_events"): 0,
    ("第5镇", 2025, "leader_study"): 0,
    ("第5镇", 2025, "leadership_meetings"): 0,
    ("第2镇", 2025, "people_served"): 9000,
    ("第3镇", 2025, "leaflets"): -1,
    ("第7镇", 2025, "case_talks"): 0,
    ("第7镇", 2025, "new_media_posts"): "≥3",
}


def told(findings):
    return [finding_as_json(f) for f in findings]


def test_every_rule_has_an_id_of_its_own_and_gap_rules_cover_every_theme():
    assert len(RULES) == len(GAP_RULES) + len(QUESTION_RULES)
    assert {r.theme for r in GAP_RULES} == set(load_catalogue().theme_by_id)
    assert {r.title.zh for r in GAP_RULES} == {t.name_zh for t in load_catalogue().themes}


def test_every_threshold_gives_its_reason_and_source():
    for rule in RULES.values():
        for threshold in rule.thresholds:
            assert threshold.reason, (rule.id, threshold.name)
            assert threshold.source, (rule.id, threshold.name)


def test_a_threshold_set_differently_is_used_and_an_unknown_one_ignored():
    values = changed({("第5镇", 2025, "leader_study"): 5})
    assert not [f for f in find_gaps(values, 2025) if f.rule == "responsibility"]
    stricter = {"responsibility": {"yearly": 6, "nonsense": 1}}
    assert [f.township for f in find_gaps(values, 2025, stricter) if f.rule == "responsibility"] == ["第5镇"]


def test_findings_come_strongest_first_and_always_in_the_same_order():
    first = find_gaps(changed(FAULTS), 2025)
    rank = {"high": 0, "medium": 1, "low": 2}
    keys = [(rank[f.severity], -f.strength) for f in first]
    assert keys == sorted(keys)
    assert told(first) == told(find_gaps(changed(FAULTS), 2025))


def test_findings_can_be_printed_as_json():
    findings = find_gaps(changed(FAULTS), 2025) + find_questions(changed(FAULTS), 2025)
    assert {f.kind for f in findings} == {"gap", "question"}
    read = json.loads(json.dumps(told(findings), ensure_ascii=False, allow_nan=False))
    assert all(e["file"] and e["sheet"] and e["cell"] for f in read for e in f["evidence"])
    assert all(f["evidence"] and f["indicators"] and f["sentence_en"] and f["suggestion_zh"] for f in read)
    assert all(set(f["indicators"]) == {e["indicator"] for e in f["evidence"]} for f in read)


def test_a_gap_that_stays_is_persisting_and_says_for_how_long():
    zero = {("第5镇", y, "leader_study"): 0 for y in (2024, 2025)}
    where = changed(zero)
    now = next(f for f in find_gaps(where, 2025) if f.rule == "responsibility")
    assert now.status == "persisting"
    assert now.sentence.zh.endswith("为 0。该短板已连续 2 年存在。")
    before = next(f for f in find_gaps(where, 2024) if f.rule == "responsibility")
    assert (before.status, "连续" in before.sentence.zh) == ("new", False)


def test_a_gap_that_comes_back_is_reopened_and_one_that_went_is_resolved():
    where = changed({("第5镇", y, "leader_study"): 0 for y in (2023, 2025)})
    now = next(f for f in find_gaps(where, 2025) if f.rule == "responsibility")
    assert now.status == "reopened"
    gone = [f for f in resolved_gaps(where, 2024) if f.rule == "responsibility"]
    assert [(f.township, f.year, f.status) for f in gone] == [("第5镇", 2023, "resolved")]


def test_a_township_that_does_not_report_has_resolved_nothing():
    values = quiet() | {("第5镇", 2024, "leader_study"): 0}
    values |= {key: "absent" for key in values if key[:2] == ("第5镇", 2025)}
    assert "第5镇" not in {f.township for f in resolved_gaps(county(values), 2025)}


def test_a_year_without_a_return_neither_ends_a_gap_nor_makes_it_come_back():
    values = quiet() | {("第5镇", y, "leader_study"): 0 for y in (2023, 2025)}
    values |= {key: "absent" for key in values if key[:2] == ("第5镇", 2024)}
    now = next(f for f in find_gaps(county(values), 2025) if f.rule == "responsibility" and f.township == "第5镇")
    assert (now.status, now.years) == ("persisting", 2)
    assert now.sentence.zh.endswith("该短板自 2023 年起每份年度报表都有（共 2 份）。")


def test_a_figure_left_out_resolves_no_gap():
    values = quiet() | {("第5镇", 2024, "leader_study"): 0, ("第5镇", 2025, "leader_study"): "absent"}
    assert "第5镇" not in {f.township for f in resolved_gaps(county(values), 2025)}
    values |= {("第5镇", 2025, "leader_study"): 7}
    assert "第5镇" in {f.township for f in resolved_gaps(county(values), 2025)}


@pytest.mark.parametrize("year", [2022, 2030])
def test_a_year_without_figures_has_no_findings(year):
    assert find_gaps(changed(FAULTS), year) == []
    assert find_questions(changed(FAULTS), year) == []
    assert find_silent(changed(FAULTS), year) == []


def test_an_empty_county_and_a_single_township_are_no_trouble():
    empty = of(figures([]), Roster())
    assert find_gaps(empty, 2025) == find_questions(empty, 2025) == find_silent(empty, 2025) == []
    alone = changed({("第1镇", 2025, "leader_study"): 0}, n=1)
    assert [f.sentence.zh for f in find_gaps(alone, 2025)] == ["第1镇2025年党政主要负责人带头学法为 0。"]
    assert find_questions(alone, 2025) == []
    assert find_silent(alone, 2025)


def test_a_township_off_the_roster_is_judged_too():
    values = quiet() | {("第12镇", 2025, "school_events"): 0}
    assert "第12镇" in {f.township for f in find_gaps(county(values, roster(11)), 2025)}


def test_a_county_in_which_everything_is_missing_shows_nothing():
    values = dict.fromkeys(quiet())
    assert find_gaps(county(values), 2025) == []
    assert find_questions(county(values), 2025) == []


def frame_of(values):
    return figures([(*key, value) for key, value in values.items()])


def test_the_order_of_rows_does_not_matter():
    frame = frame_of(quiet() | FAULTS)
    mixed = frame.sample(frac=1, random_state=3).reset_index(drop=True)
    for find in (find_gaps, find_questions):
        assert told(find(of(mixed, roster()), 2025)) == told(find(of(frame, roster()), 2025))


def test_other_names_give_the_same_findings_under_those_names():
    frame = frame_of(quiet() | FAULTS)
    new = dict(zip(names(12), random.Random(5).sample([f"别{k}乡" for k in range(12)], 12), strict=True))
    renamed = frame.assign(township=frame["township"].map(new).astype("str"))
    people = Roster(
        tuple(type(t)(t.code, new[t.name], (), t.kind, t.villages, t.population) for t in roster().townships)
    )
    for find in (find_gaps, find_questions):
        before = find(of(frame, roster()), 2025)
        after = find(of(renamed, people), 2025)
        assert [(new[f.township], f.rule, f.strength, f.indicators) for f in before] == [
            (f.township, f.rule, f.strength, f.indicators) for f in after
        ]


KEYS = sorted(quiet())


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([k for k in KEYS if k[1] == 2025]), min_size=1, max_size=40, unique=True))
def test_what_is_not_reported_is_never_called_zero(keys):
    findings = find_gaps(county(quiet() | dict.fromkeys(keys)), 2025)
    assert not any("为 0" in f.sentence.zh for f in findings)
    quoted = [e for f in findings for e in f.evidence]
    assert all(e.value is None for e in quoted if (e.township, e.year, e.indicator) in set(keys))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([k for k in KEYS if k[1] == 2025]), min_size=1, max_size=12, unique=True))
def test_a_lower_bound_never_makes_a_township_look_worse_by_itself(keys):
    values = quiet()
    bounded = county(values | {k: f"≥{values[k]:g}" for k in keys})
    plain = {(f.rule, f.township): f.strength for f in find_gaps(county(values), 2025)}
    for finding in find_gaps(bounded, 2025):
        if finding.rule not in ("litigation_pressure", "public_awareness", "institutions"):
            assert finding.strength <= plain.get((finding.rule, finding.township), 0)


def test_evidence_of_a_missing_figure_with_a_row_keeps_its_place():
    values = changed(
        {
            ("第5镇", 2025, i): None
            for i in ("new_media_posts", "short_videos", "mock_courts", "law_performances", "case_talks")
        }
    )
    finding = next(f for f in find_gaps(values, 2025) if f.township == "第5镇" and f.rule == "publicity_innovation")
    missing = [e for e in finding.evidence if e.value is None]
    assert len(missing) == 5
    assert all(e.file and e.cell for e in missing)


def test_silences_are_told_once_for_every_comparison_that_failed():
    silent = find_silent(changed({}, n=5), 2025)
    assert {s.rule for s in silent} == {
        "publicity_innovation",
        "publicity_reach",
        "awareness_of_officials",
        "resources",
        "litigation_pressure",
        "jump",
    }
    assert len({s.reason.zh for s in silent}) == len(silent)


def test_the_frame_is_not_changed_by_looking_at_it():
    frame = frame_of(quiet() | FAULTS)
    before = frame.copy(deep=True)
    find_gaps(of(frame, roster()), 2025)
    find_questions(of(frame, roster()), 2025)
    pd.testing.assert_frame_equal(frame, before)
    assert np.isinf(frame["high"]).sum() == 1


def test_a_year_is_judged_once_for_its_status_and_for_what_is_resolved(monkeypatch):
    """Two thousand townships over four years took half a minute where every question judged every year anew."""
    from analytics.checks import find, resolved_gaps

    judged = []
    real = find._gaps_anew
    monkeypatch.setattr(
        find, "_gaps_anew", lambda county, year, *rest: judged.append(year) or real(county, year, *rest)
    )
    seen = county({("甲镇", y, "leaflets"): 5 for y in (2023, 2024, 2025)})
    first = find.find_gaps(seen, 2025)
    resolved_gaps(seen, 2025)
    assert sorted(judged) == [2023, 2024, 2025]
    assert find.find_gaps(seen, 2025) == first
    find.find_gaps(seen, 2025, {"publicity_reach": {"peers": 3.0}})
    assert sorted(judged) == [2023, 2023, 2024, 2024, 2025, 2025]
