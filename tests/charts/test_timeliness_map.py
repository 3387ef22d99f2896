"""When returns came over the years: a word in every cell, a title that counts rightly for none, one and many."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from analytics.charts import timeliness_map
from analytics.measures.timeliness import due_date, timeliness

TODAY = date(2026, 3, 1)


def frame(days: dict[str, dict[int, int | None]], years: list[int]) -> pd.DataFrame:
    """Township → year → days after the deadline (None: nothing came)."""
    came = [
        (town, year, due_date(year, "01-31") + timedelta(days=late))
        for town, per_year in days.items()
        for year, late in per_year.items()
        if late is not None
    ]
    arrivals = pd.DataFrame(came, columns=["township", "year", "received"])
    parts = [
        timeliness(arrivals, list(days), year, due_date(year, "01-31")).assign(year=year, due=due_date(year, "01-31"))
        for year in years
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def drawn(days: dict[str, dict[int, int | None]], years: list[int] | None = None, **more: object):
    when = [2023, 2024, 2025] if years is None else years
    return timeliness_map(frame(days, when), years=when, today=TODAY, **more)


def title(figure) -> str:
    return figure.layout.title.text.split("</b>")[0].removeprefix("<b>").replace("<br>", "")


ALWAYS = {2023: -1, 2024: 0, 2025: -3}


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"甲镇": ALWAYS, "乙镇": ALWAYS}, "2023—2025年：没有乡镇逾期或未报"),
        ({"甲镇": ALWAYS, "乙镇": {**ALWAYS, 2024: 12}}, "2023—2025年：只有乙镇逾期或未报（1 年）"),
        (
            {"甲镇": {**ALWAYS, 2023: None}, "乙镇": {**ALWAYS, 2024: 12}, "丙镇": ALWAYS},
            "2023—2025年：2 个乡镇各有 1 年逾期或未报",
        ),
        (
            {"甲镇": {**ALWAYS, 2023: 1}, "乙镇": {2023: 2, 2024: None, 2025: 5}, "丙镇": ALWAYS},
            "2023—2025年：2 个乡镇有过逾期或未报，乙镇最多（3 年）",
        ),
        (
            {"甲镇": {2023: 1, 2024: 4, 2025: 0}, "乙镇": {2023: 2, 2024: 3, 2025: 0}, "丙镇": {**ALWAYS, 2024: 9}},
            "2023—2025年：3 个乡镇有过逾期或未报，甲镇等 2 个乡镇最多（2 年）",
        ),
        ({"甲镇": dict.fromkeys(ALWAYS)}, "历年报表是集中录入的或还没有收到，看不出是否按时"),
    ],
)
def test_the_title_counts_those_behind(days, said) -> None:
    assert title(drawn(days, width=99)) == said


def test_every_cell_says_its_word_and_the_latest_stand_first() -> None:
    figure = drawn({"甲镇": ALWAYS, "乙镇": {2023: 2, 2024: None, 2025: 12}})
    assert list(figure.layout.yaxis.ticktext) == ["乙镇", "甲镇"]
    assert [list(row) for row in figure.data[0].text] == [["逾期 2 天", "未报", "逾期 12 天"], ["按时", "按时", "按时"]]
    # The order of words is the order of colours, and each word has one of its own.
    assert len({z for row in figure.data[0].z for z in row}) == 3


def test_what_is_not_due_yet_and_what_was_taken_over_is_nobodys_fault() -> None:
    towns = {f"{n}镇": {2023: 900, 2024: -1, 2025: -1, 2026: None} for n in "甲乙丙"}
    figure = drawn(towns, [2023, 2024, 2025, 2026])
    assert title(figure) == "2023—2026年：没有乡镇逾期或未报"
    assert next(list(row) for row in figure.data[0].text) == ["补录", "按时", "按时", "未到期"]


@pytest.mark.parametrize("townships", [0, 1, 2000])
def test_none_one_and_two_thousand_townships_are_drawn(townships: int) -> None:
    figure = drawn({f"{n}镇": ALWAYS for n in range(townships)})
    assert title(figure)
    if townships:
        assert len(figure.layout.yaxis.ticktext) == min(townships, 60)
    else:
        assert not any(trace.type == "heatmap" for trace in figure.data)
