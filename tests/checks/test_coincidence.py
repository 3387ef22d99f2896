import numpy as np
import pytest
from scipy.stats import binom, norm

from analytics.catalogue import load_catalogue
from analytics.checks.questions.coincidence import coarseness, coincidence, on_their_own, unrest


@pytest.mark.parametrize("k", range(6))
def test_where_all_are_as_rare_it_is_the_binomial_tail(k):
    chance, alike = np.full(20, 0.05), np.arange(20) < k
    assert coincidence(chance, alike) == pytest.approx(binom.sf(k - 1, 20, 0.05), rel=1e-6)


def test_rare_agreements_weigh_more_than_many_common_ones():
    chance = np.array([0.001] * 5 + [0.2] * 15)
    rare, common = np.arange(20) < 3, np.arange(20) >= 15
    assert coincidence(chance, rare) < 1e-5
    assert coincidence(chance, common) > 0.1


def test_what_is_sure_or_not_judged_tells_nothing():
    assert coincidence(np.array([np.nan, 1.0, 0.2]), np.array([False, True, False])) == 1.0
    assert coincidence(np.zeros(0), np.zeros(0, dtype=bool)) == 1.0


def test_simulated_agreements_are_as_rare_as_said():
    rng = np.random.default_rng(3)
    chance = rng.uniform(0.01, 0.2, 25)
    said = [coincidence(chance, rng.random(25) < chance) for _ in range(3000)]
    for level in (0.01, 0.05, 0.2):
        assert np.mean(np.array(said) <= level) <= level + 3 * np.sqrt(level / 3000)


def test_unrest_is_that_of_the_county_and_no_outlier_moves_it():
    rng = np.random.default_rng(5)
    last = np.full((200, 1), 1000.0)
    this = last * np.exp(rng.normal(0.05, 0.1, (200, 1)))
    this[:30] *= 10
    moves = unrest(this, last)
    assert moves.spread[50, 0] == pytest.approx(0.1, rel=0.35)
    assert moves.usual[0] == pytest.approx(0.07, abs=0.04)


def test_poisson_counts_are_judged_by_their_own_size():
    rng = np.random.default_rng(5)
    mean = np.geomspace(20, 2000, 60)[:, None]
    moves = unrest(rng.poisson(mean).astype(float), rng.poisson(mean).astype(float))
    true = np.sqrt(2 / mean[:, 0])
    assert np.all(moves.spread[:, 0] < true * 1.6)
    assert moves.spread[-1, 0] < moves.spread[0, 0] / 3


def test_a_landing_is_never_called_rarer_than_a_normal_curve_has_it():
    rng = np.random.default_rng(7)
    last = np.full((400, 1), 500.0)
    moves = unrest(last * np.exp(rng.normal(0, 0.1, last.shape)), last)
    for ratio in (1.0, 1.1, 1.3):
        true = norm.pdf(np.log(ratio), 0, 0.1) / (500 * ratio)
        assert moves.landing(0, ratio, np.ones(1))[0] >= true * 0.8


def test_few_townships_are_judged_by_how_events_vary_and_standing_still_tells_nothing():
    few = unrest(np.array([[50.0], [48.0]]), np.array([[50.0], [70.0]]))
    assert few.spread[0, 0] == pytest.approx(0.2)
    still = np.full((12, 1), 24.0)
    moves = unrest(still, still)
    assert moves.stuck[0]
    assert moves.landing(0, 1.0, np.ones(1))[0] == 1.0
    assert moves.landing(0, 1.5, np.ones(1))[0] < 1.0


def test_nothing_compared_is_nothing_said():
    nothing = unrest(np.full((3, 2), np.nan), np.full((3, 2), np.nan))
    assert np.isnan(nothing.landing(0, 1.0, np.ones(2))).all()
    assert unrest(np.empty((0, 2)), np.empty((0, 2))).spread.shape == (0, 2)


def test_money_in_hundreds_and_counts_to_the_unit():
    values = np.array([[4300.0, 31.0], [5100.0, 40.0], [700.0, np.nan], [812.0, 52.0]])
    assert coarseness(values).tolist() == [100.0, 1.0]


def test_a_part_and_what_follows_another_are_no_coincidence_of_their_own():
    marked = dict(zip((i.id for i in load_catalogue().indicators), on_their_own(load_catalogue()), strict=True))
    assert [i for i, own in marked.items() if not own] == [
        "school_leaflets",
        "disputes_mediated",
        "head_court_appearances",
    ]
