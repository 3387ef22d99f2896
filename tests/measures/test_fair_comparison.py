"""Places as intervals, funnels, shrinkage, rates: against values worked out by hand or known from the theory."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue.rates import rebuilt_rate
from analytics.measures.funnel import funnel, over_dispersion, shrunk_rates
from analytics.measures.ranks import rank_intervals, yearly_scatter


def test_at_a_mean_count_of_twelve_the_interval_takes_in_most_of_25_places():
    # CHECKS.md: 17 of 25 places at a mean count of 12, which is why a bare place misleads.
    spans = []
    for seed in range(20):
        places = rank_intervals(np.random.default_rng(seed).poisson(12, 25).astype(float))
        spans.append(np.median(places.worst - places.best + 1))
    assert 14 <= np.mean(spans) <= 19


def test_counts_far_apart_have_sure_places():
    places = rank_intervals(np.array([10.0**k for k in range(2, 10)]))
    assert list(places.best) == list(places.worst) == [8, 7, 6, 5, 4, 3, 2, 1]


def test_the_same_figures_give_the_same_interval_every_time():
    value = np.arange(1.0, 26.0)
    first, second = rank_intervals(value), rank_intervals(value)
    assert list(first.best) == list(second.best)
    assert list(first.worst) == list(second.worst)


def test_without_scatter_places_are_those_of_the_figures_and_equals_share_theirs():
    places = rank_intervals(np.array([8.0, 7, 6, 5, 4, 3, 1, 1, 1]), scatter=0.0)
    assert list(places.best) == list(places.worst) == [1, 2, 3, 4, 5, 6, 8, 8, 8]


def test_missing_figures_take_no_part_and_seven_are_too_few():
    places = rank_intervals(np.array([np.nan, *range(100, 900, 100)], dtype=float))
    assert (places.n, places.best[0], places.worst[0]) == (8, 0, 0)
    assert not rank_intervals(np.arange(7.0)).worst.any()
    assert rank_intervals(np.array([])).n == 0


def test_an_open_figure_may_be_first_and_pushes_the_others_back():
    value = np.array([10.0**k for k in range(2, 10)])
    high = value.copy()
    high[0] = np.inf
    places = rank_intervals(value, high=high, scatter=0.0)
    assert (places.best[0], places.worst[0]) == (1, 8)
    assert (places.best[7], places.worst[7]) == (1, 2)


def test_of_two_open_figures_either_may_stand_behind_the_other():
    value = np.arange(8.0, 0.0, -1.0)
    high = value.copy()
    high[[0, 7]] = np.inf
    places = rank_intervals(value, high=high, scatter=0.0)
    assert (places.best[0], places.worst[0]) == (1, 2)
    assert (places.best[7], places.worst[7]) == (1, 8)


def test_residents_turn_the_order_round():
    value, people = np.full(8, 1e6), 10.0 ** np.arange(8)
    assert list(rank_intervals(value, exposure=people).best) == list(range(1, 9))


@given(st.lists(st.integers(0, 500), min_size=8, max_size=30))
def test_an_interval_is_never_empty_and_stays_within_the_county(counts):
    places = rank_intervals(np.array(counts, dtype=float))
    assert (places.best >= 1).all()
    assert (places.best <= places.worst).all()
    assert (places.worst <= len(counts)).all()


def test_the_yearly_scatter_forgets_what_the_whole_county_did():
    last = np.full(9, 100.0)
    d = np.array([-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4])
    # median 0, MAD 0.2; and the same when everyone has doubled
    expected = 1.4826 * 0.2 / math.sqrt(2)
    assert yearly_scatter(last * np.exp(d), last) == pytest.approx(expected)
    assert yearly_scatter(2 * last * np.exp(d), last) == pytest.approx(expected)
    assert yearly_scatter(last[:7], last[:7]) is None


def test_where_half_have_the_same_change_the_mean_deviation_stands_in_for_the_mad():
    # d: 0 six times and ±ln 2 twice: MAD 0, mean absolute deviation ln 2 / 4
    last = np.full(8, 100.0)
    this = np.array([100.0] * 6 + [200.0, 50.0])
    assert yearly_scatter(this, last) == pytest.approx(1.2533 * math.log(2) / 4 / math.sqrt(2))


def test_figures_carried_forward_say_nothing_about_how_sure_a_place_is():
    last = np.arange(1.0, 26.0)
    assert yearly_scatter(last, last) is None
    assert yearly_scatter(last * 1.1, last) is None


def test_ten_thousandfold_and_all_open_figures_have_places_within_the_county():
    giant = rank_intervals(np.array([1e15] * 8))
    assert (giant.best.min(), giant.worst.max()) >= (1, 1)
    assert (giant.worst <= 8).all()
    value = np.arange(1.0, 10.0)
    found = rank_intervals(value, high=np.full(9, np.inf), scatter=0.0)
    assert set(found.best) == {1}
    assert set(found.worst) == {9}


def test_funnel_limits_without_over_dispersion_are_those_of_chance():
    count, people = np.full(10, 100.0), np.full(10, 5000.0)
    found = funnel(count, people)
    assert found.tau2 == 0
    assert found.rate == pytest.approx(0.02)
    row = found.rows.iloc[0]
    # exp(±3.09/√100) and exp(±1.96/√100)
    assert (row["low"], row["high"]) == (pytest.approx(0.73418, abs=1e-5), pytest.approx(1.36206, abs=1e-5))
    assert (row["low_95"], row["high_95"]) == (pytest.approx(0.82201, abs=1e-5), pytest.approx(1.21653, abs=1e-5))
    assert set(found.rows["word"]) == {"within"}


def test_over_dispersion_by_hand():
    # Half at 200, half at 50, all of them expected at 125: ln 1.6 = 0.470004 and ln 0.4 = −0.916291;
    # z² = 125·0.220904 = 27.612961 and 125·0.839589 = 104.948626, mean 66.280794. I = 10, ΣE = 1250, ΣE²/ΣE = 125:
    # τ² = (662.80794 − 9) / 1125 = 0.581163.
    count = np.array([200.0] * 5 + [50.0] * 5)
    assert over_dispersion(count, np.full(10, 125.0)) == pytest.approx(0.581163, abs=1e-6)


def test_one_far_from_the_rest_is_named_and_the_rest_is_not():
    count, people = np.array([100.0] * 11 + [400.0]), np.full(12, 5000.0)
    assert list(funnel(count, people).rows["word"]) == ["within"] * 11 + ["above"]
    low = np.array([400.0] * 11 + [20.0])
    assert list(funnel(low, people).rows["word"]) == ["within"] * 11 + ["below"]
    high = low.copy()
    high[-1] = np.inf
    assert funnel(low, people, high).rows["word"].iloc[-1] == "within"


def test_without_count_or_population_there_is_no_word():
    count, people = np.full(10, 50.0), np.full(10, 1000.0)
    count[0], people[1], people[2] = np.nan, np.nan, 0
    assert list(funnel(count, people).rows["word"]) == [""] * 3 + [""] * 7
    assert list(funnel(np.append(count, 50.0), np.append(people, 1000.0)).rows["word"])[3:] == ["within"] * 8
    assert list(funnel(np.zeros(10), np.full(10, 9.0)).rows["word"]) == [""] * 10
    assert funnel(np.array([]), np.array([])).rows.empty


def test_a_township_with_nought_has_limits_too():
    found = funnel(np.array([0.0, *[40.0] * 9]), np.full(10, 1000.0))
    assert np.isfinite(found.tau2)
    assert found.rows["word"].iloc[0] == "below"


def test_a_small_township_with_nought_where_less_than_one_was_to_be_expected_is_not_below():
    # Expected 0.36 of 0.9 % of the residents: P(0) = 0.70, nothing out of the way.
    people = np.array([900.0, *[11_011.0] * 9])
    found = funnel(np.array([0.0, *[4.0, 5, 3, 6, 4, 4, 5, 4, 5]]), people)
    assert found.rows["expected"].iloc[0] < 0.5
    assert found.rows["word"].iloc[0] == "within"


def test_a_funnel_of_equals_of_giants_and_of_bounds_has_limits_and_names_nobody():
    same = funnel(np.full(25, 7.0), np.full(25, 1000.0))
    assert (same.tau2, set(same.rows["word"])) == (0.0, {"within"})
    giant = funnel(np.full(8, 1e12), np.full(8, 1e9))
    assert np.isfinite(giant.rows["low"]).all()
    assert set(giant.rows["word"]) == {"within"}
    wide = np.array([1.0, *[1e6] * 11])
    assert "below" not in set(funnel(wide, np.full(12, 1e6), np.full(12, np.inf)).rows["word"])


def test_shrinkage_of_one_township_and_of_equals_moves_nothing():
    assert shrunk_rates(np.array([5.0]), np.array([100.0])) == pytest.approx([0.05])
    assert shrunk_rates(np.full(3, 5.0), np.full(3, 100.0)) == pytest.approx([0.05] * 3)


def test_shrinkage_by_hand():
    # O = 1, 9 of P = 100, 100: m = 0.05; s² = 0.04² = 0.0016; m/P̄ = 0.0005; a = 0.0011; weight 0.0011/0.0016 = 0.6875
    assert shrunk_rates(np.array([1.0, 9.0]), np.array([100.0, 100.0])) == pytest.approx([0.0225, 0.0775])
    # O = 4, 6: s² = 0.0001 is less than chance alone would make, so both are the county's rate
    assert shrunk_rates(np.array([4.0, 6.0]), np.array([100.0, 100.0])) == pytest.approx([0.05, 0.05])


def test_shrinkage_leaves_out_what_is_missing_and_nought_stays_nought():
    found = shrunk_rates(np.array([np.nan, 1.0, 9.0]), np.array([100.0, 100.0, 100.0]))
    assert np.isnan(found[0])
    assert found[1:] == pytest.approx([0.0225, 0.0775])
    assert list(shrunk_rates(np.zeros(2), np.ones(2))) == [0, 0]
    assert np.isnan(shrunk_rates(np.array([1.0]), np.array([np.nan]))).all()


def test_a_rate_of_two_townships_is_rebuilt_from_its_parts():
    # 90 % of 100 and 50 % of 300: (90 + 150) / 400, not the mean of 70
    assert rebuilt_rate("law_exam_pass_rate", [(90, 100), (50, 300)]) == pytest.approx(60)
    # 80 sat of 100 due (80 %), 90 of 300 (30 %): 170 / 400
    assert rebuilt_rate("law_exam_attendance_rate", [(80, 80), (30, 90)]) == pytest.approx(42.5)
    assert rebuilt_rate("law_exam_study_rate", [(80, 80), (30, 90)]) is None
    assert rebuilt_rate("law_exam_pass_rate", [(90, 100), (math.nan, 300)]) is None
    assert rebuilt_rate("law_exam_pass_rate", [(90, 0), (50, 0)]) is None
    assert rebuilt_rate("law_exam_attendance_rate", [(0, 0), (50, 10)]) is None
