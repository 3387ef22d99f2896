"""Titles call no rise what a table calls 属正常波动; a sum of fewer townships or of other parts is seen to be one."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.catalogue import load_catalogue
from analytics.charts import county_years, dumbbell, slope, township_history, township_panels
from analytics.charts.template import LIGHT, wrapped
from analytics.measures import changes, county_totals, headline_table
from tests.measures.frames import figures

NAMED = {"name": "普法场次", "unit": "场次", "width": 99}
TWO = {"year": 2025, "base_year": 2024, **NAMED}


def title(figure: go.Figure) -> str:
    return figure.layout.title.text.split("</b>")[0].removeprefix("<b>").replace("<br>", "")


def subtitle(figure: go.Figure) -> str:
    return figure.layout.title.text.split("</b>")[1].replace("<br>", "")


def sessions(pairs: dict[str, tuple[int, ...]]) -> pd.DataFrame:
    """Publicity sessions by township from 2024 or earlier to 2025."""
    first = 2026 - len(next(iter(pairs.values())))
    rows = [(t, first + k, "publicity_events", n) for t, series in pairs.items() for k, n in enumerate(series)]
    years = list(range(first, 2026))
    table = headline_table(figures(rows), load_catalogue(), list(pairs), years)
    return table[table["measure"] == "publicity_sessions"]


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ({"甲镇": (12, 20), "乙镇": (30, 28)}, "普法场次：2 个乡镇有增减，都属正常波动"),
        ({"甲镇": (12, 20), "乙镇": (10, 90)}, "普法场次：无一减少，乙镇增加最多"),
        ({"甲镇": (30, 28), "乙镇": (10, 90)}, "普法场次：乙镇增加最多，减少的都属正常波动"),
        ({"甲镇": (12, 20), "乙镇": (90, 10)}, "普法场次：乙镇减少最多，增加的都属正常波动"),
        ({"甲镇": (12, 12), "乙镇": (9, 9)}, "普法场次：两年持平"),
    ],
)
def test_a_slope_names_nobody_for_what_chance_explains(pairs, said) -> None:
    assert title(slope(changes(sessions(pairs), 2025, 2024), **TWO)) == said


def test_slopes_within_chance_are_grey_and_named_without_an_arrow() -> None:
    drawn = slope(changes(sessions({"甲镇": (12, 20), "乙镇": (10, 90)}), 2025, 2024), **TWO)
    named = {note.text: note.font.color for note in drawn.layout.annotations}
    assert named["甲镇 20"] == LIGHT.muted
    assert named["▲ 乙镇 90"] == LIGHT.this_year
    grey, risers, fallers = drawn.data
    assert (grey.y[:2], risers.y[:2], len(fallers.y)) == ((12, 20), (10, 90), 0)


def test_the_dumbbell_counts_chance_apart() -> None:
    compared = changes(sessions({"甲镇": (12, 20), "乙镇": (10, 90), "丙镇": (40, 5)}), 2025, 2024)
    assert title(dumbbell(compared, **TWO)) == "普法场次：1 个乡镇增加，1 个减少，1 个增减属正常波动"


def test_rising_every_year_within_chance_is_no_rise() -> None:
    table = sessions({"甲镇": (30, 31, 32, 33), "乙镇": (10, 30, 60, 90)})
    drawn = township_panels(table, years=[2022, 2023, 2024, 2025], **NAMED)
    assert "1 个乡镇逐年上升，0 个逐年下降，1 个虽逐年升降但属正常波动" in title(drawn)
    alone = township_panels(table[table["township"] == "甲镇"], years=[2022, 2023, 2024, 2025], **NAMED)
    assert "没有乡镇逐年上升或下降，1 个虽逐年升降但属正常波动" in title(alone)


def test_a_year_of_fewer_townships_is_hatched_in_its_own_colour() -> None:
    catalogue = load_catalogue()
    rows = [(t, 2025, "publicity_events", 9) for t in ("甲镇", "乙镇")] + [("甲镇", 2024, "publicity_events", 9)]
    table = headline_table(figures(rows), catalogue, ["甲镇", "乙镇"], [2024, 2025])
    given = {"measures": [("publicity_sessions", "普法场次", "场次")], "years": [2024, 2025]}
    drawn = county_years(county_totals(table), **given)
    pattern = drawn.data[0].marker.pattern
    assert (tuple(pattern.shape), pattern.fgcolor[0]) == (("/", ""), LIGHT.last_year)
    assert "斜纹表示报送的乡镇少于其他年份" in subtitle(drawn)
    whole = county_years(county_totals(table[table["township"] == "甲镇"]), **given)
    assert set(whole.data[0].marker.pattern.shape) == {""}
    assert "斜纹" not in subtitle(whole)


def test_no_line_joins_sums_of_different_parts() -> None:
    """甲镇 sent one part more in 2025; 乙镇 always the same ones."""
    rows = [(t, y, "publicity_events", 30) for t in ("甲镇", "乙镇") for y in (2023, 2024, 2025)]
    rows.append(("甲镇", 2025, "village_talks", 20))
    years = [2023, 2024, 2025]
    table = headline_table(figures(rows), load_catalogue(), ["甲镇", "乙镇"], years)
    table = table[table["measure"] == "publicity_sessions"]
    drawn = township_panels(table, years=years, **NAMED)
    line = list(drawn.data[1].y)
    assert [k for k, y in enumerate(line) if y is None] == [2, 4, 8]  # before 2025 of 甲镇, behind each township
    assert [note.text for note in drawn.layout.annotations].count("‖") == 1
    assert "‖ 处前后所报项目不同，不可比" in subtitle(drawn)
    own = table[table["township"] == "甲镇"].assign(median=30.0)
    measures = [("publicity_sessions", "普法场次", "场次")]
    history = township_history(own, township="甲镇", year=2025, years=years, measures=measures)
    assert [note.text for note in history.layout.annotations].count("‖") == 1
    alike = township_panels(table[table["township"] == "乙镇"], years=years, **NAMED)
    assert "‖" not in subtitle(alike)


def test_a_township_that_reported_alone_is_beside_no_median() -> None:
    rows = [("甲镇", 2025, "publicity_events", 30)]
    table = headline_table(figures(rows), load_catalogue(), ["甲镇"], [2025])
    own = table[table["measure"] == "publicity_sessions"].assign(median=float("nan"))
    measures = [("publicity_sessions", "普法场次", "场次")]
    drawn = township_history(own, township="甲镇", year=2025, years=[2025], measures=measures)
    assert title(drawn) == "甲镇2025年：1 项只有本乡镇上报，没有可比的中位数"


def test_a_line_of_a_title_does_not_end_on_a_number_without_what_it_counts() -> None:
    assert wrapped("七个乡镇属正常波动，4 个有未报年份", 12) == "七个乡镇属正常波动，<br>4 个有未报年份"
    assert wrapped("rise every year, 4 have missing years", 10) == "rise every year,<br>4 have missing<br>years"
