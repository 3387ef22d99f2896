import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue import Roster, Township, load_catalogue
from analytics.measures import (
    bands,
    effective_number,
    forms,
    headline_table,
    highest_quarter,
    indicator_table,
    lowest_quarter,
    medians,
    per_1000,
    population_for,
    quarters,
    standings,
)
from tests.measures.frames import figures

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("values", "low", "edge"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], [0, 1], 2),
        ([8, 7, 6, 5, 4, 3, 2, 1, 9], [6, 7], 2),
        ([1, 1, 1, 4, 5, 6, 7, 8], [0, 1, 2], 1),
        ([5, 5, 5, 5, 5, 5, 5, 8], [], math.nan),
        ([1, 2, 3], [], math.nan),
        ([], [], math.nan),
    ],
)
def test_the_lowest_quarter(values, low, edge):
    found, at = lowest_quarter(np.array(values, dtype=float))
    assert list(np.flatnonzero(found)) == low
    assert at == pytest.approx(edge, nan_ok=True)


def test_missing_values_are_not_among_the_peers():
    found, _ = lowest_quarter(np.array([np.nan, 1, 2, 3, 4, np.nan]))
    assert list(np.flatnonzero(found)) == [1]


def test_a_bound_that_may_be_higher_is_not_called_low():
    value, upper = np.arange(1.0, 9.0), np.arange(1.0, 9.0)
    upper[0] = np.inf
    assert list(np.flatnonzero(lowest_quarter(value, upper)[0])) == [1]
    assert list(np.flatnonzero(highest_quarter(value)[0])) == [6, 7]


@given(st.lists(st.integers(0, 1000), min_size=4, max_size=40, unique=True))
def test_distinct_values_put_exactly_a_quarter_low(values):
    found, _ = lowest_quarter(np.array(values, dtype=float))
    assert found.sum() == len(values) // 4


def test_medians_and_quarters_over_those_who_reported():
    rows = [(f"{n}镇", 2025, "leaflets", n * 100) for n in range(1, 9)] + [("九镇", 2025, "leaflets", None)]
    names = list(dict.fromkeys(r[0] for r in rows))
    table = headline_table(figures(rows), CATALOGUE, names, [2025])
    table = table[table["measure"] == "leaflets"].reset_index(drop=True)
    row = medians(table).iloc[0]
    assert (row["median"], row["n"]) == (450, 8)
    assert list(quarters(table)) == ["lowest", "lowest", "", "", "", "", "highest", "highest", ""]


def test_per_thousand_names_the_population_year():
    roster = Roster(
        (
            Township("1", "甲镇", population={2023: 20000, 2025: 10000}),
            Township("2", "乙镇", population={2023: 5000, 2021: 6000}),
            Township("3", "丙镇"),
        )
    )
    rows = [(t, 2025, "people_reached", 500) for t in ("甲镇", "乙镇", "丙镇")] + [
        ("丁镇", 2025, "people_reached", "≥5")
    ]
    table = headline_table(figures(rows), CATALOGUE, ["甲镇", "乙镇", "丙镇", "丁镇"], [2025])
    frame = per_1000(table[table["measure"] == "people_reached"], roster).set_index("township")
    assert frame.loc["甲镇", "per_1000"] == 50
    assert frame.loc["甲镇", "population_year"] == 2025
    assert frame.loc["乙镇", "per_1000"] == 100
    assert frame.loc["乙镇", "population_year"] == 2023
    assert pd.isna(frame.loc["丙镇", "population"])
    assert np.isnan(frame.loc["丙镇", "per_1000"])
    assert np.isnan(frame.loc["丁镇", "per_1000"])


def test_of_two_years_as_near_the_earlier_population_is_used():
    township = Township("1", "甲镇", population={2022: 1, 2026: 2, 2024: 0})
    assert population_for(township, 2024) == (1, 2022)


@pytest.mark.parametrize(
    ("counts", "number"),
    [
        ([10, 0, 0], 1),
        ([5, 5, 5], 3),
        ([0, 0, 0], 0),
        ([np.nan, 4, 4], 2),
        ([np.nan, np.nan], np.nan),
        # shares ½ ¼ ¼: entropy 1.5 bits, 2^1.5
        ([2, 1, 1], 2**1.5),
    ],
)
def test_the_effective_number_of_forms(counts, number):
    assert effective_number(np.array(counts, dtype=float)) == pytest.approx(number, nan_ok=True)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=9))
def test_the_effective_number_is_never_above_the_forms_in_use(counts):
    number = effective_number(np.array(counts, dtype=float))
    assert 0 <= number <= sum(c > 0 for c in counts) + 1e-9


def test_forms_of_a_township_say_what_is_missing():
    rows = [
        ("甲镇", 2025, "publicity_events", 6),
        ("甲镇", 2025, "case_talks", 6),
        ("甲镇", 2025, "mock_courts", 0),
        ("乙镇", 2025, "publicity_events", 6),
    ]
    table = indicator_table(figures(rows), CATALOGUE, ["甲镇", "乙镇"], [2025])
    frame = forms(table, CATALOGUE).set_index("township")
    assert frame.loc["甲镇", "forms"] == pytest.approx(2)
    assert (frame.loc["甲镇", "in_use"], frame.loc["甲镇", "reported"], frame.loc["甲镇", "missing"]) == (2, 3, 0)
    assert frame.loc["乙镇", "missing"] == 2
    assert forms(table.iloc[:0], CATALOGUE).empty


@pytest.mark.parametrize("townships", [1, 2, 7])
def test_one_two_and_seven_townships_have_figures_and_no_bands(townships):
    names = [f"{n}镇" for n in range(townships)]
    table = headline_table(figures([(t, 2025, "leaflets", n) for n, t in enumerate(names)]), CATALOGUE, names, [2025])
    rows = table[table["measure"] == "leaflets"]
    assert set(bands(rows)) == {""}
    assert medians(rows)["n"].tolist() == [townships]
    rows = per_1000(rows, Roster(tuple(Township(str(n), t, population={2025: 10}) for n, t in enumerate(names))))
    found = standings(rows, rows.iloc[:0])
    assert found["best"].tolist() == [0] * townships


def test_where_all_are_alike_or_all_are_open_nobody_is_called_low():
    names = [f"{n}镇" for n in range(12)]

    def of(amounts):
        rows = [(t, 2025, "leaflets", a) for t, a in zip(names, amounts, strict=True)]
        table = headline_table(figures(rows), CATALOGUE, names, [2025])
        return set(bands(table[table["measure"] == "leaflets"]))

    assert of([5] * 12) == {"middle"}
    assert of([0] * 12) == {"middle"}
    assert of([f"≥{n}" for n in range(1, 13)]) == {"", "middle", "high"}
    assert of([None] * 12) == {""}


def test_a_population_of_nought_is_none_held():
    roster = Roster((Township("1", "甲镇", population={2025: 0}),))
    table = headline_table(figures([("甲镇", 2025, "leaflets", 5)]), CATALOGUE, ["甲镇"], [2025])
    row = per_1000(table[table["measure"] == "leaflets"], roster).iloc[0]
    assert pd.isna(row["population"])
    assert np.isnan(row["per_1000"])


def test_per_thousand_keeps_an_open_end_open():
    roster = Roster((Township("1", "甲镇", population={2025: 2000}),))
    table = headline_table(figures([("甲镇", 2025, "leaflets", "≥5")]), CATALOGUE, ["甲镇"], [2025])
    row = per_1000(table[table["measure"] == "leaflets"], roster).iloc[0]
    assert (row["per_1000"], row["per_1000_low"], row["per_1000_high"]) == (2.5, 2.5, math.inf)
