"""What was sent in and waits for an answer: told from what is missing in every table, and in no sum or median."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.catalogue import load_catalogue
from analytics.measures import change_text, changes, county_totals, headline_table, indicator_table, medians, reporters
from analytics.measures.comparable import comparable_totals
from analytics.measures.completeness import completeness
from tests.measures.frames import figures

TOWNS = ("甲镇", "乙镇", "丙镇")
HELD = [
    ("甲镇", 2024, "leaflets", 200.0),
    ("乙镇", 2024, "leaflets", 100.0),
    ("丙镇", 2024, "leaflets", 0.0),
    ("乙镇", 2025, "leaflets", 120.0),
    ("甲镇", 2025, "publicity_events", 7.0),
    ("乙镇", 2025, "publicity_events", 9.0),
    ("乙镇", 2025, "school_events", 2.0),
]
WAITS = {("甲镇", 2025, "leaflets"), ("甲镇", 2025, "school_events")}


def headlines(waiting=WAITS, held=HELD):
    table = headline_table(figures(held), load_catalogue(), TOWNS, (2024, 2025), waiting)
    return table.set_index(["township", "year", "measure"])


def test_a_sum_without_any_part_waits_and_one_with_parts_says_how_many_wait():
    rows = headlines()
    assert rows.loc[("甲镇", 2025, "leaflets"), "state"] == "waiting"
    assert rows.loc[("丙镇", 2025, "leaflets"), "state"] == "missing"
    part = rows.loc[("甲镇", 2025, "publicity_sessions")]
    assert (part["state"], part["value"], part["parts_missing"], part["parts_waiting"]) == ("reported", 7.0, 1, 1)
    assert part["high"] == np.inf


def test_it_is_in_no_total_and_no_median():
    with_it, without = headlines().reset_index(), headlines(()).reset_index()
    for table in (county_totals, medians):
        one, other = table(with_it), table(without)
        values = [c for c in ("value", "low", "median", "n", "n_reported") if c in one.columns]
        assert one[values].equals(other[values])
    totals = county_totals(with_it).set_index(["year", "measure"])
    assert totals.loc[(2025, "leaflets"), ["n_reported", "n_waiting", "n_expected"]].tolist() == [1, 1, 3]


def test_a_figure_that_only_one_township_sent_and_that_waits_still_opens_its_sum():
    alone = [("甲镇", 2025, "publicity_events", 7.0)]
    assert headlines((), alone).loc[("甲镇", 2025, "publicity_sessions"), "high"] == 7.0
    assert headlines(WAITS, alone).loc[("甲镇", 2025, "publicity_sessions"), "high"] == np.inf
    # Of the others it was not asked.
    assert headlines(WAITS, alone).loc[("乙镇", 2025, "publicity_sessions"), "parts_waiting"] == 0


def test_what_another_file_gave_is_reported_all_the_same():
    held = [*HELD, ("甲镇", 2025, "leaflets", 0.0)]
    row = headlines(WAITS, held).loc[("甲镇", 2025, "leaflets")]
    assert (row["state"], row["value"], row["parts_waiting"]) == ("reported", 0.0, 0)
    exempt = [*HELD, ("甲镇", 2025, "leaflets", "n/a")]
    assert headlines(WAITS, exempt).loc[("甲镇", 2025, "leaflets"), "state"] == "not_applicable"


@pytest.mark.parametrize(("year", "base"), [(2025, 2024), (2024, 2025)])
def test_a_change_is_not_called_unreported_from_either_side(year, base):
    table = headlines().reset_index()
    rows = changes(table, year, base)
    rows = rows[rows["measure"] == "leaflets"].set_index("township")
    assert change_text(rows.loc["甲镇"]) == "所报的数待核实，暂不比较"
    assert "未报" in change_text(rows.loc["丙镇"])


def test_the_county_waits_only_where_nobodys_figure_can_be_used():
    nobody = [row for row in HELD if row[:3] != ("乙镇", 2025, "leaflets")]
    for held, state in ((HELD, "reported"), (nobody, "waiting")):
        rows = comparable_totals(changes(headlines(WAITS, held).reset_index(), 2025, 2024)).set_index("measure")
        assert rows.loc["leaflets", "state_this"] == state


def test_completeness_tells_waiting_from_missing():
    held = [*HELD, ("丙镇", 2025, "leaflets", 5.0)]
    table = indicator_table(figures(held), load_catalogue(), TOWNS, (2025,), WAITS)
    rows = completeness(table).set_index("township")
    assert rows.loc["甲镇", ["asked", "reported", "waiting", "missing", "word"]].tolist() == [3, 1, 2, 0, "waiting"]
    assert rows.loc["丙镇", ["asked", "reported", "waiting", "missing", "word"]].tolist() == [3, 1, 0, 2, "some"]
    assert rows.loc["乙镇", "word"] == "full"
    here = completeness(indicator_table(figures(HELD), load_catalogue(), TOWNS, (2025,)), None, {("丙镇", 2025)})
    assert here.set_index("township").loc[["丙镇", "甲镇"], "word"].tolist() == ["to_check", "some"]
    only = indicator_table(figures(HELD), load_catalogue(), TOWNS, (2025,), {("丙镇", 2025, "leaflets")})
    assert completeness(only).set_index("township").loc["丙镇", "word"] == "some"


def test_who_says_that_something_does_not_apply_has_reported():
    frame = figures(
        [("甲镇", 2025, "leaflets", "n/a"), ("乙镇", 2025, "leaflets", None), ("丙镇", 2024, "leaflets", 1.0)]
    )
    assert reporters(frame, 2025) == {"甲镇"}
