"""A change is not computed across a year in which what is counted became something else."""

import math

import pytest

from analytics.catalogue import load_catalogue
from analytics.measures import change_text, changes, headline_table, indicator_table
from analytics.measures.comparable import comparable_totals
from tests.measures.frames import figures

ROWS = [("甲镇", y, "leaflets", 100 * (y - 2020)) for y in (2021, 2022, 2023, 2024)]


def table_with(since, rows=ROWS):
    frame = figures(rows)
    frame["since"] = [since.get((r[2], r[1]), 0) for r in rows]
    return frame


def moved(frame, year, base):
    table = headline_table(frame, load_catalogue(), ["甲镇"], [2021, 2022, 2023, 2024])
    return changes(table[table["measure"] == "leaflets"], year, base).iloc[0]


@pytest.mark.parametrize(
    ("year", "base", "word"),
    [(2024, 2023, "up"), (2023, 2022, "broken"), (2024, 2021, "broken"), (2022, 2021, "up"), (2022, 2023, "broken")],
)
def test_only_a_change_across_the_break_is_broken(year, base, word):
    row = moved(table_with({("leaflets", 2023): 2023, ("leaflets", 2024): 2023}), year, base)
    assert row["word"] == word
    assert math.isnan(row["change"]) == math.isnan(row["percent"]) == (word == "broken")
    if word == "broken":
        assert change_text(row) == "口径已变，不可比"
        assert change_text(row, "en") == "Defined differently, not comparable"
        assert not row["certain"]
        assert not row["within_chance"]


def test_a_sum_is_broken_by_any_of_its_parts_and_by_each_of_two_breaks():
    rows = [("甲镇", y, i, 9) for y in (2021, 2022, 2023, 2024) for i in ("seminars", "legal_lectures")]
    since = {("seminars", y): 2022 for y in (2022, 2023, 2024)} | {("legal_lectures", 2024): 2024}
    table = headline_table(table_with(since, rows), load_catalogue(), ["甲镇"], [2021, 2022, 2023, 2024])
    table = table[table["measure"] == "study_sessions"]
    words = [changes(table, y, y - 1)["word"].iloc[0] for y in (2022, 2023, 2024)]
    assert words == ["broken", "flat", "broken"]


def test_a_missing_year_is_missing_and_not_broken():
    rows = [("甲镇", 2022, "leaflets", None), ("甲镇", 2023, "leaflets", 5)]
    assert moved(table_with({("leaflets", 2023): 2023}, rows), 2023, 2022)["word"] == "base_missing"


def test_a_county_where_all_are_broken_has_no_sum_and_says_why():
    frame = table_with({("leaflets", 2023): 2023})
    table = indicator_table(frame, load_catalogue(), ["甲镇"], [2021, 2022, 2023])
    found = changes(table[table["indicator"] == "leaflets"], 2023, 2022, "indicator")
    total = comparable_totals(found, "indicator").iloc[0]
    assert (total["word"], total["n_both"]) == ("broken", 0)
    assert change_text(total) == "口径已变，不可比"
