"""What a township sent in and what waits for an answer is missing to a sum and never called unreported by a rule."""

from dataclasses import replace

import numpy as np
import pytest

from analytics.checks import find_gaps, resolved_gaps
from analytics.checks.promises import promises
from analytics.model import Plan, Report
from tests.checks.counties import changed, found, names

RULE, TOWN = "publicity_innovation", "第5镇"
FIVE = ("new_media_posts", "short_videos", "mock_courts", "law_performances", "case_talks")


def put(value, indicators=FIVE, year=2025, township=TOWN):
    return {(township, year, i): value for i in indicators}


def waiting(values, *keys):
    return replace(changed(values), waiting=frozenset(keys))


def clauses(findings):
    return findings[TOWN].sentence.zh if TOWN in findings else ""


@pytest.mark.parametrize("left_out", ["absent", None])
def test_nothing_new_is_not_claimed_of_what_was_sent_in_and_is_in_question(left_out):
    values = put(left_out)
    assert "均未报" in clauses(found(RULE, changed(values)))
    asked = waiting(values, *((TOWN, 2025, i) for i in FIVE))
    assert "未报" not in clauses(found(RULE, asked))
    one = waiting(put(0) | put(left_out, FIVE[:1]), (TOWN, 2025, FIVE[0]))
    assert "均为 0" not in clauses(found(RULE, one))
    assert "未报" not in clauses(found(RULE, one))


def test_the_only_figure_of_its_kind_in_the_county_waits_and_the_others_prove_nothing():
    values = put(0, FIVE[1:]) | {(name, 2025, FIVE[0]): "absent" for name in names(12)}
    assert "均为 0" in clauses(found(RULE, changed(values)))
    assert "均为 0" not in clauses(found(RULE, waiting(values, (TOWN, 2025, FIVE[0]))))


def test_missing_is_still_missing_beside_a_neighbour_or_a_year_that_waits():
    values = put(None)
    others = waiting(
        values, ("第6镇", 2025, FIVE[0]), (TOWN, 2024, FIVE[0]), (TOWN, 2025, "leaflets"), ("无", 2025, "x")
    )
    assert clauses(found(RULE, others)) == clauses(found(RULE, changed(values)))
    assert "均未报" in clauses(found(RULE, others))


def test_what_another_file_gave_is_reported_and_judged_all_the_same():
    asked = waiting(put(0), (TOWN, 2025, FIVE[0]))
    assert "均为 0，" in clauses(found(RULE, asked))
    assert not asked.waits(FIVE[0], 2025).any()


def test_a_county_without_the_year_has_nothing_that_waits_in_sums_but_knows_who_sent():
    asked = waiting({}, (TOWN, 2030, FIVE[0]))
    assert np.flatnonzero(asked.waits(FIVE[0], 2030)).tolist() == [4]


def test_last_years_gap_is_not_resolved_by_a_figure_that_waits():
    values = put(0, year=2024) | put("absent")
    asked = waiting(values, *((TOWN, 2025, i) for i in FIVE))
    assert (RULE, TOWN) in {(f.rule, f.township) for f in find_gaps(asked, 2024)}
    assert (RULE, TOWN) not in {(f.rule, f.township) for f in resolved_gaps(asked, 2025)}


def test_a_plan_whose_figure_waits_is_not_called_unseen():
    plan = Plan("新建法治文化阵地2个。", "1", None, "culture_sites", 2.0)
    report = Report(TOWN, 2024, "报告.docx", 1, paragraphs=(plan.sentence,), plans=(plan,))
    absent = {(TOWN, 2025, "culture_sites"): "absent"}
    plain = replace(changed(absent), reports={(TOWN, 2024): report})
    assert [p.outcome for p in promises(plain, TOWN, 2025)] == ["unseen"]
    asked = replace(plain, waiting=frozenset({(TOWN, 2025, "culture_sites")}))
    assert [p.outcome for p in promises(asked, TOWN, 2025)] == ["waiting"]
