"""Titles name nobody alone who shares a place, and call no rise what is only another set of parts."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.catalogue import load_catalogue
from analytics.charts import dumbbell, gap_matrix, ranked_bars, slope, township_panels
from analytics.measures import changes, headline_table
from tests.measures.frames import figures

TOWNS = ["甲镇", "乙镇"]
THEMES = [("a", "经费不足"), ("b", "创新不够")]


def title(figure) -> str:
    return figure.layout.title.text.split("</b>")[0].removeprefix("<b>").replace("<br>", "")


def gaps(*pairs: tuple[str, str]) -> pd.DataFrame:
    rows = [(town, theme, "low", "new", "") for theme, town in pairs]
    return pd.DataFrame(rows, columns=["township", "theme", "severity", "status", "sentence"])


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("a", "甲镇")], "最普遍的短板：经费不足（1 个乡镇）；甲镇最多（1 项）"),
        ([("a", "甲镇"), ("b", "甲镇")], "最普遍的短板：经费不足等 2 项（各 1 个乡镇）；甲镇最多（2 项）"),
        ([("a", "甲镇"), ("a", "乙镇")], "最普遍的短板：经费不足（2 个乡镇）；甲镇等 2 个乡镇最多（各 1 项）"),
        ([], "没有发现短板"),
    ],
)
def test_the_matrix_names_no_theme_and_no_township_alone_that_shares_its_place(pairs, said) -> None:
    assert title(gap_matrix(gaps(*pairs), themes=THEMES, townships=TOWNS, year=2025)) == said


def sessions(rows) -> pd.DataFrame:
    table = headline_table(figures(rows), load_catalogue(), TOWNS, [2024, 2025])
    return table[table["measure"] == "publicity_sessions"]


# 甲镇 sent one part more in 2025; 乙镇 truly rose.
ROWS = [
    ("甲镇", 2024, "publicity_events", 30),
    ("甲镇", 2025, "publicity_events", 31),
    ("甲镇", 2025, "village_talks", 20),
    ("乙镇", 2024, "publicity_events", 10),
    ("乙镇", 2025, "publicity_events", 90),
]
NAMED = {"name": "普法场次", "unit": "场次"}


def test_a_part_that_was_not_sent_before_is_no_rise_in_any_title() -> None:
    table = sessions(ROWS)
    compared = changes(table, 2025, 2024)
    two_years = {"year": 2025, "base_year": 2024, "width": 99, **NAMED}
    assert "1 个乡镇逐年上升" in title(township_panels(table, years=[2024, 2025], width=99, **NAMED))
    assert title(dumbbell(compared, **two_years)) == "普法场次：1 个乡镇增加，1 个所报项目不同，不可比"
    figure = slope(compared, **two_years)
    assert title(figure) == "普法场次：无一减少，乙镇增加最多"
    assert "可比 1/2；1 个所报项目不同，不可比" in figure.layout.title.text.replace("<br>", "")


def test_where_only_unlike_sums_are_held_it_is_not_said_that_nobody_reported() -> None:
    compared = changes(sessions(ROWS[:3]), 2025, 2024)
    figure = slope(compared, year=2025, base_year=2024, width=99, **NAMED)
    assert title(figure) == "普法场次：没有两年可比的乡镇"


def test_what_does_not_apply_and_another_base_year_are_said_as_they_are() -> None:
    rows = [("甲镇", 2025, "leaflets", "n/a"), ("乙镇", 2025, "leaflets", 5)]
    table = headline_table(figures(rows), load_catalogue(), TOWNS, [2022, 2025])
    compared = changes(table[table["measure"] == "leaflets"], 2025, 2022)
    said = title(dumbbell(compared, name="宣传资料", unit="份", year=2025, base_year=2022, width=99))
    assert said == "宣传资料：1 个2022年未报，1 个不适用"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([53, 53, 7], "甲镇、乙镇并列最多（53），丙镇最少（7）"),
        ([53, 7, 7], "甲镇最多（53），乙镇、丙镇并列最少（7）"),
        ([53, 53, 53, 7], "甲镇等3个乡镇并列最多（53），丁镇最少（7）"),
    ],
)
def test_ranked_bars_name_those_who_share_the_first_and_the_last_place(values, said) -> None:
    towns = ["甲镇", "乙镇", "丙镇", "丁镇"][: len(values)]
    rows = [(town, 2025, "leaflets", value) for town, value in zip(towns, values, strict=True)]
    table = headline_table(figures(rows), load_catalogue(), towns, [2025])
    chart = ranked_bars(table[table["measure"] == "leaflets"], name="资料", unit="份", year=2025)
    assert title(chart) == f"资料：{said}"
