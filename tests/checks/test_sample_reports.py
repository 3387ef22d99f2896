"""The faults planted in the reports of the sample county are found, and nothing else is."""

from dataclasses import replace

import pytest

from analytics.checks import find_gaps, find_questions
from analytics.checks.promises import promises
from analytics.intake import read_file
from analytics.store.reports import report_of
from tests.checks.test_sample_county_key import key, sample, whole_county  # noqa: F401 fixtures

YEARS = (2022, 2023, 2024, 2025)
OF_REPORTS = ("narrative_disagrees", "copied_text")


@pytest.fixture(scope="module")
def with_prose(sample, whole_county):  # noqa: F811 the fixtures above
    """The sample county with its reports beside the returns."""
    files = sorted([*(sample / "reports").rglob("*.docx"), *(sample / "returns").rglob("*.docx")])
    read = (report_of(read_file(file, isolated=False), file.name, n) for n, file in enumerate(files))
    reports = {(r.township, r.year): r for r in read if r is not None}
    assert len(reports) == 11
    return replace(whole_county, reports=reports)


def asked(county):
    return {(f.rule, f.township, f.year): f for year in YEARS for f in find_questions(county, year)}


def test_what_the_reports_are_asked_about_is_what_was_planted(key, with_prose):  # noqa: F811
    found = {place: f for place, f in asked(with_prose).items() if place[0] in OF_REPORTS}
    planted = {(q["rule"], q["township"], q["year"]): q for q in key["report_questions"]}
    assert set(found) == set(planted)
    for place, question in planted.items():
        assert list(found[place].indicators) == question["indicators"]


def test_the_copy_is_nearly_whole(with_prose):
    found = [f for f in asked(with_prose).values() if f.rule == "copied_text"]
    assert {f.severity for f in found} == {"high"}
    assert {(a.township, b.township) for f in found for a, b in [f.evidence[:2]]} == {
        ("荻砚镇", "笕漾镇"),
        ("笕漾镇", "荻砚镇"),
    }


def test_reports_change_no_other_question(whole_county, with_prose):  # noqa: F811
    beside = {place for place in asked(with_prose) if place[0] not in OF_REPORTS}
    assert beside == set(asked(whole_county))


def test_what_is_said_and_not_shown_is_what_was_planted(key, whole_county, with_prose):  # noqa: F811
    found = {(f.theme, f.township, y): f for y in YEARS for f in find_gaps(with_prose, y)}
    alone = {(f.theme, f.township, y) for y in YEARS for f in find_gaps(whole_county, y)}
    said = {place for place, f in found.items() if not f.shown}
    assert said == {(g["theme"], g["township"], g["year"]) for g in key["said_not_shown"]}
    assert set(found) - said == alone


def test_what_is_said_and_shown_carries_the_townships_words(with_prose):
    both = {(f.theme, f.township, y) for y in YEARS for f in find_gaps(with_prose, y) if f.said and f.shown}
    assert both == {
        ("publicity_innovation", "岫菽街道", 2024),
        ("publicity_innovation", "岫菽街道", 2025),
        ("responsibility", "漪弦镇", 2025),
        ("publicity_innovation", "笕漾镇", 2024),
        ("publicity_innovation", "岘山镇", 2023),
    }


def test_the_plan_that_was_not_kept_is_the_planted_one(key, with_prose):  # noqa: F811
    found = [p for t in with_prose.townships for y in YEARS for p in promises(with_prose, t, y)]
    lacking = [p for p in found if p.outcome not in ("done", "told")]
    assert [(p.township, p.year, p.plan.indicator, p.outcome) for p in lacking] == [
        (row["township"], row["year"], row["indicator"], row["outcome"]) for row in key["plans_not_kept"]
    ]
    assert len(found) == 15
