import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.catalogue import load_catalogue
from analytics.measures import county_totals, headline_table, indicator_table
from tests.measures.frames import figures

CATALOGUE = load_catalogue()


def one(table: pd.DataFrame, **where: object) -> pd.Series:
    for column, value in where.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_a_headline_is_the_sum_of_its_parts():
    frame = figures([("甲镇", 2025, "publicity_events", 30), ("甲镇", 2025, "village_talks", 12)])
    row = one(headline_table(frame, CATALOGUE, ["甲镇"], [2025]), measure="publicity_sessions")
    assert (row["value"], row["low"], row["high"], row["qualifier"], row["state"]) == (42, 42, 42, "exact", "reported")
    assert (row["parts_asked"], row["parts_missing"]) == (2, 0)


def test_a_part_another_township_was_asked_for_is_missing_and_never_zero():
    frame = figures(
        [
            ("甲镇", 2025, "publicity_events", 30),
            ("乙镇", 2025, "publicity_events", 20),
            ("乙镇", 2025, "village_talks", 5),
        ]
    )
    table = headline_table(frame, CATALOGUE, ["甲镇", "乙镇"], [2025])
    row = one(table, township="甲镇", measure="publicity_sessions")
    assert (row["value"], row["parts_asked"], row["parts_missing"]) == (30, 2, 1)
    assert row["high"] == math.inf
    assert one(table, township="乙镇", measure="publicity_sessions")["parts_missing"] == 0


def test_a_part_asked_in_another_year_only_is_not_missing_this_year():
    frame = figures([("甲镇", 2025, "publicity_events", 30), ("甲镇", 2024, "village_talks", 5)])
    row = one(headline_table(frame, CATALOGUE, ["甲镇"], [2024, 2025]), year=2025, measure="publicity_sessions")
    assert (row["parts_asked"], row["parts_missing"], row["high"]) == (1, 0, 30)


@pytest.mark.parametrize(
    ("parts", "qualifier", "value", "high"),
    [
        ((30, "≥80"), "at_least", 110, math.inf),
        ((30, "≈80"), "about", 110, 110),
        (("≥30", "≈80"), "about", 110, math.inf),
        ((30, 0), "exact", 30, 30),
    ],
)
def test_bounds_and_qualifiers_go_through_the_sum(parts, qualifier, value, high):
    frame = figures([("甲镇", 2025, "publicity_events", parts[0]), ("甲镇", 2025, "village_talks", parts[1])])
    row = one(headline_table(frame, CATALOGUE, ["甲镇"], [2025]), measure="publicity_sessions")
    assert (row["qualifier"], row["value"], row["low"], row["high"]) == (qualifier, value, value, high)


def test_reported_zero_missing_and_not_applicable_are_three_things():
    frame = figures(
        [("甲镇", 2025, "leaflets", 0), ("乙镇", 2025, "leaflets", None), ("丙镇", 2025, "leaflets", "n/a")]
    )
    table = headline_table(frame, CATALOGUE, ["甲镇", "乙镇", "丙镇", "丁镇"], [2025])
    table = table[table["measure"] == "leaflets"].set_index("township")
    assert list(table["state"]) == ["reported", "missing", "not_applicable", "missing"]
    assert table.loc["甲镇", "value"] == 0
    assert table["value"].isna().tolist() == [False, True, True, True]
    assert list(table["parts_missing"]) == [0, 1, 0, 1]


def test_a_part_that_does_not_apply_is_not_missing():
    frame = figures([("甲街道", 2025, "publicity_events", 9), ("甲街道", 2025, "village_talks", "n/a")])
    row = one(headline_table(frame, CATALOGUE, ["甲街道"], [2025]), measure="publicity_sessions")
    assert (row["state"], row["value"], row["parts_missing"], row["high"]) == ("reported", 9, 0, 9)


def test_no_townships_and_no_figures_give_an_empty_or_missing_table():
    nothing = figures([])
    assert headline_table(nothing, CATALOGUE, [], [2025]).empty
    assert county_totals(headline_table(nothing, CATALOGUE, [], [2025])).empty
    table = headline_table(nothing, CATALOGUE, ["甲镇"], [2024, 2025])
    assert len(table) == 2 * len(CATALOGUE.headlines)
    assert set(table["state"]) == {"missing"}
    assert table["value"].isna().all()


def test_a_total_says_how_many_reported_and_stays_open_above_when_some_did_not():
    frame = figures(
        [
            ("甲镇", 2025, "leaflets", 1000),
            ("乙镇", 2025, "leaflets", "≥80000"),
            ("丙镇", 2025, "leaflets", None),
            ("丁街道", 2025, "leaflets", "n/a"),
            ("甲镇", 2024, "leaflets", 900),
            ("乙镇", 2024, "leaflets", 100),
            ("丙镇", 2024, "leaflets", 50),
            ("丁街道", 2024, "leaflets", 50),
        ]
    )
    totals = county_totals(headline_table(frame, CATALOGUE, ["甲镇", "乙镇", "丙镇", "丁街道"], [2024, 2025]))
    now = one(totals, year=2025, measure="leaflets")
    assert (now["value"], now["low"], now["high"], now["qualifier"]) == (81000, 81000, math.inf, "at_least")
    assert (now["n_reported"], now["n_expected"], now["parts_missing"]) == (2, 3, 1)
    before = one(totals, year=2024, measure="leaflets")
    assert (before["value"], before["high"], before["n_reported"], before["n_expected"]) == (1100, 1100, 4, 4)


def test_a_total_nobody_reported_is_no_zero():
    totals = county_totals(headline_table(figures([]), CATALOGUE, ["甲镇"], [2025]))
    assert totals["value"].isna().all()
    assert (totals["n_reported"] == 0).all()


def test_an_indicator_table_is_the_full_grid_with_sources():
    frame = figures([("甲镇", 2025, "leaflets", "≥80000"), ("乙镇", 2025, "leaflets", None)])
    table = indicator_table(frame, CATALOGUE, ["甲镇", "乙镇"], [2024, 2025])
    assert len(table) == 2 * 2 * len(CATALOGUE.indicators)
    row = one(table, township="甲镇", year=2025, indicator="leaflets")
    assert (row["value"], row["qualifier"], row["file"], row["sheet"], row["cell"]) == (
        80000,
        "at_least",
        "甲镇2025.xlsx",
        "报表",
        "B1",
    )
    assert row["figure_id"] == 1
    unsent = one(table, township="甲镇", year=2024, indicator="leaflets")
    assert unsent["state"] == "missing"
    assert pd.isna(unsent["file"])
    assert pd.isna(unsent["figure_id"])


def test_rates_and_advisers_are_not_added_over_townships():
    frame = figures(
        [
            ("甲镇", 2025, "law_exam_pass_rate", 98),
            ("乙镇", 2025, "law_exam_pass_rate", 100),
            ("甲镇", 2025, "legal_advisers", 2),
            ("甲镇", 2025, "leaflets", 5),
        ]
    )
    totals = county_totals(indicator_table(frame, CATALOGUE, ["甲镇", "乙镇"], [2025]), key="indicator")
    totals = totals.set_index("indicator")
    assert np.isnan(totals.loc["law_exam_pass_rate", "value"])
    assert np.isnan(totals.loc["legal_advisers", "value"])
    assert totals.loc["leaflets", "value"] == 5


def test_of_two_rows_for_one_figure_the_later_counts():
    frame = figures([("甲镇", 2025, "leaflets", 5), ("甲镇", 2025, "leaflets", 7)])
    assert one(headline_table(frame, CATALOGUE, ["甲镇"], [2025]), measure="leaflets")["value"] == 7


PARTS = [i.id for i in CATALOGUE.parts_of("publicity_sessions")]
AMOUNTS = st.one_of(
    st.integers(0, 10**6),
    st.integers(0, 10**6).map("≥{}".format),
    st.integers(0, 10**6).map("≈{}".format),
    st.sampled_from([None, "n/a"]),
)


@given(st.lists(st.tuples(st.sampled_from(["甲镇", "乙镇"]), st.sampled_from(PARTS), AMOUNTS), max_size=12))
def test_sums_keep_their_bounds_whatever_is_sent(rows):
    sent = {(t, i): v for t, i, v in rows}
    frame = figures([(t, 2025, i, v) for (t, i), v in sent.items()])
    table = headline_table(frame, CATALOGUE, ["甲镇", "乙镇"], [2025])
    row = one(table, township="甲镇", measure="publicity_sessions")
    mine = [v for (t, _), v in sent.items() if t == "甲镇"]
    numbers = [v for v in mine if v not in (None, "n/a")]
    asked = len({i for _, i in sent})
    assert row["parts_asked"] == asked
    assert row["parts_missing"] == asked - len(numbers) - mine.count("n/a")
    if not numbers:
        assert np.isnan(row["value"])
        return
    assert row["value"] == sum(float(str(v).lstrip("≥≈")) for v in numbers)
    assert row["low"] <= row["value"] <= row["high"]
    assert (row["high"] == math.inf) == (row["parts_missing"] > 0 or any(str(v)[0] == "≥" for v in numbers))
    if any(str(v)[0] == "≥" for v in numbers):
        assert row["qualifier"] != "exact"
