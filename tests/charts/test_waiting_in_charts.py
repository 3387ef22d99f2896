"""In charts, what was sent in and waits for an answer is 已报待核实 with its words, marks and counts, never 未报."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest

from analytics.catalogue import load_catalogue
from analytics.charts import (
    arrival_dots,
    completeness_map,
    county_years,
    dumbbell,
    heat_map,
    ranked_bars,
    slope,
    strip,
    timeliness_map,
    township_history,
    township_panels,
)
from analytics.measures import changes, county_totals, headline_table, indicator_table, medians
from analytics.measures.bands import bands
from analytics.measures.completeness import completeness
from analytics.measures.timeliness import timeliness
from tests.measures.frames import figures

TOWNS, YEARS = ("甲镇", "乙镇", "丙镇"), (2024, 2025)
HELD = [(town, year, "leaflets", value) for town, year, value in (
    ("甲镇", 2024, 90.0), ("乙镇", 2024, 70.0), ("丙镇", 2024, 50.0), ("乙镇", 2025, 80.0),
)]  # fmt: skip
WAITS = {("甲镇", 2025, "leaflets")}
LEAFLETS = [("leaflets", "宣传资料", "份")]
SAYS = {"name": "宣传资料", "unit": "份", "year": 2025}


def headlines(waiting=WAITS, held=HELD):
    table = headline_table(figures(held), load_catalogue(), TOWNS, YEARS, waiting)
    return table[table["measure"] == "leaflets"]


def drawn(waiting, held=HELD):
    table = headlines(waiting, held)
    now = table[table["year"] == 2025]
    moved = changes(table, 2025, 2024)
    own = table.merge(medians(table)[["year", "measure", "median"]], on=["year", "measure"])
    single = indicator_table(figures(held), load_catalogue(), TOWNS, YEARS, waiting)
    return {
        "ranked": ranked_bars(now, **SAYS),
        "strip": strip(now, **SAYS),
        "dumbbell": dumbbell(moved, base_year=2024, **SAYS),
        "slope": slope(moved, base_year=2024, **SAYS),
        "panels": township_panels(table, name="宣传资料", unit="份", years=YEARS),
        "history": township_history(
            own[own["township"] == "甲镇"], township="甲镇", year=2025, years=YEARS, measures=LEAFLETS
        ),
        "heat": heat_map(now.assign(band=bands(now)), columns=LEAFLETS, year=2025),
        "complete": completeness_map(completeness(single), by="year", columns=[(2025, "2025")], year=2025),
    }


def text(figure):
    return json.dumps(figure.to_plotly_json(), ensure_ascii=False, default=str)


@pytest.mark.parametrize("name", ["ranked", "strip", "dumbbell", "slope", "panels", "history", "heat", "complete"])
def test_every_chart_says_that_it_waits_and_only_then(name):
    assert "待核实" in text(drawn(WAITS)[name])
    assert "待核实" not in text(drawn(())[name])


def test_counts_of_the_unreported_leave_it_out():
    titles = {name: str(figure.layout.title.text) for name, figure in drawn(WAITS).items()}
    assert "1 个所报待核实，1 个未报" in titles["dumbbell"]
    assert "1个有未报年份，1个有待核实年份" in titles["panels"].replace("<br>", "").replace(" ", "")
    assert "已报 1/3，1 个已报待核实" in titles["ranked"].replace("<br>", "")
    assert "1 个没有缺项但有待核实的" in titles["complete"].replace("<br>", "")
    assert "未报" not in titles["history"]
    silent = str(drawn(())["dumbbell"].layout.title.text)
    assert "2 个未报" in silent


def test_when_all_wait_no_chart_says_that_nobody_reported():
    only = [row for row in HELD if row[1] == 2024]
    all_wait = {(town, 2025, "leaflets") for town in TOWNS}
    figures_of = drawn(all_wait, only)
    for name in ("ranked", "strip", "dumbbell"):
        title = str(figures_of[name].layout.title.text).replace("<br>", "")
        assert "还没有乡镇上报" not in title, name
        assert "3 个" in title, name
    totals = county_totals(headlines(all_wait, only))
    years = text(county_years(totals, measures=LEAFLETS, years=YEARS))
    assert "已报待核实" in years
    assert "未报" not in years


def test_a_waiting_year_has_its_own_mark_on_the_floor_of_a_panel():
    floor = drawn(WAITS)["panels"].data[2]
    assert sorted(floor.marker.symbol) == ["diamond-open", "x-thin"]


def test_a_township_whose_file_is_here_is_not_called_unreported():
    came = pd.DataFrame([("甲镇", 2025, date(2026, 1, 9))], columns=["township", "year", "received"])
    due, here = date(2026, 1, 31), {("乙镇", 2025)}
    frame = timeliness(came, TOWNS, 2025, due, here)
    assert frame["word"].tolist() == ["in_time", "to_check", "not_yet"]
    dots = text(arrival_dots(frame, year=2025, due=due))
    assert "1 个未报，1 个待入库" in dots.replace("<br>", "")
    cells = text(timeliness_map(frame.assign(year=2025, due=due), years=[2025], today=date(2026, 3, 1)))
    assert "待入库" in cells
    nothing = timeliness(came.head(0), TOWNS, 2025, due, here)
    assert "1 个乡镇待入库" in text(arrival_dots(nothing, year=2025, due=due))
