import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue import load_catalogue
from analytics.measures import chance_p, change_text, changes, headline_table, indicator_table
from analytics.measures.comparable import comparable_totals
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
        ("≥80000", 90000, "open", math.nan, math.nan, "增减不确定"),
        (90000, "≥80000", "open", math.nan, math.nan, "增减不确定"),
        ("≥80000", "≥80000", "open", math.nan, math.nan, "增减不确定"),
        (80000, "≥80000", "open", math.nan, math.nan, "增减不确定"),
        ("≥80000", 80000, "open", math.nan, math.nan, "增减不确定"),
        ("≈1000", 1040, "alike", 40, 4, "约持平"),
        (1000, "≈1000", "alike", 0, 0, "约持平"),
        ("≈1000", "≥1100", "up", 100, 10, "▲ 幅度不确定"),
        ("≥1100", "≈1000", "down", -100, -9.0909, "▼ 幅度不确定"),
        ("≈1000", "≥900", "open", math.nan, math.nan, "增减不确定"),
        (0, "≈7", "up", 7, math.nan, "▲ ≈7"),
        (0, "≥7", "up", 7, math.nan, "▲ ≥7"),
        (1e12, 3e12, "up", 2e12, 200, "▲ 2,000,000,000,000 (+200.0 %)"),
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


def changes_of_sessions(rows):
    table = headline_table(figures(rows), CATALOGUE, ["甲镇", "乙镇"], [2024, 2025])
    frame = changes(table, 2025, 2024)
    return frame[frame["measure"] == "publicity_sessions"].set_index("township")


def test_a_part_that_lacks_this_year_does_not_pass_for_a_fall_nor_a_new_one_for_a_rise():
    rows = [("甲镇", y, "publicity_events", 30) for y in (2024, 2025)]
    rows += [("甲镇", 2024, "village_talks", 12), ("乙镇", 2025, "village_talks", 3)]
    lost = changes_of_sessions(rows).loc["甲镇"]
    assert (lost["word"], lost["this"], lost["last"], lost["certain"]) == ("unlike", 30, 42, False)
    assert math.isnan(lost["change"])
    assert change_text(lost) == "两年所报项目不同，不可比"
    turned = [(t, 4049 - y, i, v) for t, y, i, v in rows]
    gained = changes_of_sessions(turned).loc["甲镇"]
    assert (gained["word"], gained["within_chance"]) == ("unlike", False)


def test_sums_that_lack_the_same_part_are_compared_and_say_how_many_are_missing():
    rows = [("甲镇", 2024, "publicity_events", 12), ("甲镇", 2025, "publicity_events", 20)]
    rows += [("乙镇", y, i, 3) for y in (2024, 2025) for i in ("village_talks", "publicity_events")]
    row = changes_of_sessions(rows).loc["甲镇"]
    assert change_text(row) == "▲ 8 (+66.7 %) 属正常波动 两年都缺 1 项"
    only_now = changes_of_sessions([r for r in rows if r[:2] != ("乙镇", 2024)]).loc["甲镇"]
    assert change_text(only_now) == "▲ 8 (+66.7 %) 属正常波动 本年缺 1 项"
    only_then = changes_of_sessions([r for r in rows if r[:2] != ("乙镇", 2025)]).loc["甲镇"]
    assert change_text(only_then, "en").endswith("1 item missing in the base year")


def test_of_a_sum_with_an_open_part_only_a_sure_rise_is_a_rise():
    rows = [("甲镇", 2024, "publicity_events", 30), ("甲镇", 2024, "village_talks", 5)]
    rows += [("甲镇", 2025, "publicity_events", "≥20"), ("甲镇", 2025, "village_talks", 5)]
    assert changes_of_sessions(rows).loc["甲镇", "word"] == "open"
    rows[2] = ("甲镇", 2025, "publicity_events", "≥40")
    assert change_text(changes_of_sessions(rows).loc["甲镇"]) == "▲ ≥10 (≥28.6 %)"


def county(rows, townships):
    table = headline_table(figures(rows), CATALOGUE, townships, [2024, 2025])
    return comparable_totals(changes(table, 2025, 2024)).set_index("measure")


def test_the_county_is_compared_over_like_sums_and_an_open_one_leaves_it_open():
    rows = [("甲镇", y, "publicity_events", v) for y, v in ((2024, 30), (2025, 40))]
    rows += [("乙镇", 2024, "publicity_events", 20), ("乙镇", 2024, "village_talks", 9)]
    rows += [("乙镇", 2025, "publicity_events", 25)]
    row = county(rows, ["甲镇", "乙镇"]).loc["publicity_sessions"]
    assert (row["n_both"], row["n_unlike"], row["n_all"]) == (1, 1, 2)
    assert (row["this"], row["last"], row["word"]) == (40, 30, "up")
    rows = [("甲镇", 2024, "leaflets", 300), ("甲镇", 2025, "leaflets", "≥100"), ("乙镇", 2024, "leaflets", 20)]
    rows += [("乙镇", 2025, "leaflets", 25)]
    row = county(rows, ["甲镇", "乙镇"]).loc["leaflets"]
    assert (row["word"], change_text(row)) == ("open", "增减不确定")
    only_unlike = county([r for r in rows if r[0] == "甲镇"], ["甲镇"]).loc["publicity_sessions"]
    assert only_unlike["word"] == "both_missing"


def test_a_county_whose_sums_are_all_of_different_parts_says_so():
    rows = [("甲镇", 2024, "publicity_events", 20), ("甲镇", 2024, "village_talks", 9)]
    rows += [("甲镇", 2025, "publicity_events", 25)]
    row = county(rows, ["甲镇"]).loc["publicity_sessions"]
    assert (row["word"], row["n_both"]) == ("unlike", 0)
    assert change_text(row) == "两年所报项目不同，不可比"


AMOUNT = st.tuples(st.sampled_from(["", "≥", "≈"]), st.integers(1, 2000))


@given(AMOUNT, AMOUNT, st.floats(0, 1), st.floats(0, 1))
def test_a_direction_is_only_given_where_every_truth_within_the_bounds_has_it(last, this, a, b):
    """Whatever the townships meant by ≥ and ≈, a rise that is called one is one."""
    row = change_of("leaflets", *(sign + str(n) if sign else n for sign, n in (last, this)))
    truths = [_meant(sign, n, share) for (sign, n), share in ((last, a), (this, b))]
    if row["word"] in ("up", "base_zero"):
        assert truths[1] > truths[0]
    if row["word"] == "down":
        assert truths[1] < truths[0]
    if row["word"] == "flat":
        assert truths[1] == truths[0]


def _meant(sign, number, share):
    if sign == "≥":
        return number + share * 10 * number
    return number * (0.95 + 0.1 * share) if sign == "≈" else number


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
