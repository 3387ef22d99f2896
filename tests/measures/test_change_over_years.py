import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue import load_catalogue
from analytics.measures import chance_p, change_text, changes, headline_table, indicator_table
from tests.measures.frames import figures

CATALOGUE = load_catalogue()


def change_of(indicator: str, last, this, base_year=2024):
    rows = [("甲镇", base_year, indicator, last), ("甲镇", 2025, indicator, this)]
    table = indicator_table(figures(rows), CATALOGUE, ["甲镇"], [base_year, 2025])
    frame = changes(table, 2025, base_year, key="indicator")
    return frame[frame["indicator"] == indicator].iloc[0]


@pytest.mark.parametrize(
    ("last", "this", "word", "change", "percent", "text"),
    [
        (9600, 10800, "up", 1200, 12.5, "▲ 1,200 (+12.5 %)"),
        (10800, 9600, "down", -1200, -11.1111, "▼ 1,200 (−11.1 %)"),
        (100, 100, "flat", 0, 0, "持平"),
        (0, 7, "base_zero", 7, math.nan, "上年为 0"),
        (0, 0, "flat", 0, math.nan, "持平"),
        (9, 20, "up", 11, math.nan, "▲ 11"),
        (10, 20, "up", 10, 100, "▲ 10 (+100.0 %)"),
        (20, 0, "down", -20, -100, "▼ 20 (−100.0 %)"),
        (None, 20, "base_missing", math.nan, math.nan, "上年未报"),
        (20, None, "this_missing", math.nan, math.nan, "未报"),
        (None, None, "both_missing", math.nan, math.nan, "未报"),
        ("n/a", 20, "base_missing", math.nan, math.nan, "不适用"),
        (-5, 20, "up", 25, math.nan, "▲ 25"),
        ("≈1000", 1200, "up", 200, 20, "▲ ≈200 (≈+20.0 %)"),
        (30000, "≥80000", "up", 50000, 166.667, "▲ ≥50,000 (≥166.7 %)"),
        ("≥80000", 30000, "down", -50000, -62.5, "▼ ≥50,000 (≥62.5 %)"),
        ("≥80000", 90000, "up", 10000, 12.5, "增减不确定"),
        (90000, "≥80000", "down", -10000, -11.1111, "增减不确定"),
        ("≥80000", "≥80000", "flat", 0, 0, "约持平"),
    ],
)
def test_a_change_and_its_words(last, this, word, change, percent, text):
    row = change_of("leaflets", last, this)
    assert row["word"] == word
    assert row["change"] == pytest.approx(change, nan_ok=True)
    assert row["percent"] == pytest.approx(percent, rel=1e-4, nan_ok=True)
    assert change_text(row) == text


def test_direction_is_certain_only_where_the_bounds_say_so():
    assert change_of("leaflets", 30000, "≥80000")["certain"]
    assert not change_of("leaflets", 90000, "≥80000")["certain"]
    assert change_of("leaflets", 5, 5)["certain"]
    assert not change_of("leaflets", None, 5)["certain"]


def test_a_base_further_back_is_named_by_its_year():
    assert change_text(change_of("leaflets", 0, 5, base_year=2022)) == "2022年为 0"
    assert change_text(change_of("leaflets", None, 5, base_year=2022)) == "2022年未报"


@pytest.mark.parametrize(
    ("last", "this", "p"), [(12, 20, 0.2153), (20, 12, 0.2153), (3, 3, 1.0), (0, 5, 0.0625), (0, 6, 0.03125), (0, 0, 1)]
)
def test_chance_is_the_exact_two_sided_binomial(last, this, p):
    assert chance_p(this, last) == pytest.approx(p, abs=5e-5)


def test_twelve_sessions_to_twenty_is_within_chance_and_said_so():
    row = change_of("publicity_events", 12, 20)
    assert row["within_chance"]
    assert change_text(row) == "▲ 8 (+66.7 %) 属正常波动"
    assert not change_of("publicity_events", 12, 40)["within_chance"]


@pytest.mark.parametrize(
    ("indicator", "last", "this"),
    [
        ("leaflets", 12, 20),
        ("law_exam_pass_rate", 98, 99),
        ("certified_officers", 3, 4),
        ("publicity_events", "≈12", 20),
        ("publicity_events", 12, 12),
        ("publicity_events", None, 12),
    ],
)
def test_no_chance_is_claimed_for_bundles_rates_stocks_bounds_or_no_change(indicator, last, this):
    assert not change_of(indicator, last, this)["within_chance"]


def test_headline_changes_say_that_parts_are_missing():
    rows = [
        ("甲镇", 2024, "publicity_events", 12),
        ("甲镇", 2025, "publicity_events", 20),
        ("甲镇", 2025, "case_talks", 1),
    ]
    rows += [("乙镇", 2025, "village_talks", 3)]
    table = headline_table(figures(rows), CATALOGUE, ["甲镇", "乙镇"], [2024, 2025])
    frame = changes(table, 2025, 2024)
    row = frame[(frame["township"] == "甲镇") & (frame["measure"] == "publicity_sessions")].iloc[0]
    assert change_text(row) == "▲ 8 (+66.7 %) 含未报项"
    assert not row["within_chance"]


def test_changes_keep_the_order_of_the_table_and_work_without_rows():
    table = headline_table(figures([]), CATALOGUE, ["乙镇", "甲镇"], [2024, 2025])
    frame = changes(table, 2025, 2024)
    assert list(frame["township"].unique()) == ["乙镇", "甲镇"]
    assert set(frame["word"]) == {"both_missing"}
    assert changes(table.iloc[:0], 2025, 2024).empty


def test_a_year_not_in_the_table_is_a_missing_year():
    table = headline_table(figures([("甲镇", 2025, "leaflets", 5)]), CATALOGUE, ["甲镇"], [2025])
    frame = changes(table, 2025, 2024).set_index("measure")
    assert frame.loc["leaflets", "word"] == "base_missing"
    assert change_text(frame.loc["leaflets"]) == "上年未报"


@given(st.integers(0, 10**5), st.integers(0, 10**5))
def test_swapping_the_years_turns_the_change_round(a, b):
    forth, back = change_of("leaflets", a, b), change_of("leaflets", b, a)
    assert forth["change"] == -back["change"]
    assert chance_p(a, b) == chance_p(b, a)
