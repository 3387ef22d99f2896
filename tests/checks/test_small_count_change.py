import pytest

from analytics.checks import RULES, find_questions
from analytics.checks.questions.small_count_change import ID, small_count_changes
from analytics.checks.registry import NOTES
from tests.checks.counties import changed

T = "第5镇"


def noted(last, this, indicator="school_events"):
    table = small_count_changes(changed({(T, 2024, indicator): last, (T, 2025, indicator): this}), 2025)
    rows = table[(table["township"] == T) & (table["indicator"] == indicator)]
    return None if rows.empty else rows.iloc[0]


def test_from_12_to_20_is_within_chance():
    row = noted(12, 20)
    assert row["within_chance"]
    assert row["p"] == pytest.approx(0.2153, abs=5e-4)  # 2·P(Bin(32, ½) ≤ 12)


def test_from_12_to_30_is_not():
    row = noted(12, 30)
    assert not row["within_chance"]
    assert row["p"] < 0.05


@pytest.mark.parametrize(
    ("last", "this", "indicator"),
    [(None, 20, "school_events"), ("≥12", 20, "school_events"), (8000, 9100, "leaflets"), (3, 5, "culture_sites")],
)
def test_nothing_is_said_about_chance_where_it_cannot_be_judged(last, this, indicator):
    assert noted(last, this, indicator) is None


def test_no_change_needs_no_excuse():
    assert not noted(12, 12)["within_chance"]
    assert not noted(0, 0)["within_chance"]


def test_it_is_a_note_and_asks_no_township():
    assert ID in NOTES
    assert ID not in RULES
    calm = changed({(T, 2024, "school_events"): 12, (T, 2025, "school_events"): 20})
    assert [f for f in find_questions(calm, 2025) if f.township == T] == []
    assert small_count_changes(calm, 1999).empty
