"""One township's history, completeness and timeliness as data: right counts in the title, missing never drawn as zero."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics import charts
from analytics.catalogue import Catalogue
from analytics.measures import headline_table, indicator_table, medians
from analytics.measures.completeness import completeness
from analytics.measures.timeliness import timeliness

Figures = Callable[..., pd.DataFrame]
YEARS = [2022, 2023, 2024, 2025]
DUE = date(2026, 1, 31)
NAN = float("nan")


def title(figure: go.Figure) -> str:
    return re.sub(r"<.*?>", " ", str(figure.layout.title.text))


def written(figure: go.Figure) -> str:
    texts = [str(a.text) for a in figure.layout.annotations]
    for trace in figure.data:
        for value in trace.text if trace.text is not None else ():
            texts += [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value)]
    return re.sub(r"<.*?>", "", " ".join(texts))


def measures_of(catalogue: Catalogue, language: str = "zh") -> list[tuple[str, str, str]]:
    return [
        (h.id, h.name_en if language == "en" else h.name_zh, h.unit if language == "zh" else "")
        for h in catalogue.headlines
    ]


def history_of(figures: pd.DataFrame, catalogue: Catalogue, township: str, language: str = "zh") -> go.Figure:
    names = list(dict.fromkeys([*figures["township"], township]))
    table = headline_table(figures, catalogue, names, YEARS)
    table = table.merge(medians(table), on=["year", "measure"])
    return charts.township_history(
        table[table["township"] == township],
        township=township,
        year=2025,
        years=YEARS,
        measures=measures_of(catalogue, language),
        language=language,
        data_version=3,
    )


def all_charts(figures: pd.DataFrame, catalogue: Catalogue, language: str = "zh") -> dict[str, go.Figure]:
    names = list(dict.fromkeys(figures["township"]))
    table = indicator_table(figures, catalogue, names, YEARS)
    by_year = completeness(table)
    by_group = completeness(table[table["year"] == 2025], {i.id: i.group for i in catalogue.indicators})
    came = pd.DataFrame(
        [(n, 2025, date(2026, 1, 10 + k % 40 % 18)) for k, n in enumerate(names)],
        columns=["township", "year", "received"],
    )
    about = {"language": language, "data_version": 3}
    groups = [(g.id, g.name_en if language == "en" else g.name_zh) for g in catalogue.groups]
    return {
        "history": history_of(figures, catalogue, names[0] if names else "某镇", language),
        "years": charts.completeness_map(by_year, by="year", columns=[(y, str(y)) for y in YEARS], year=2025, **about),
        "groups": charts.completeness_map(by_group, by="group", columns=groups, year=2025, **about),
        "arrivals": charts.arrival_dots(timeliness(came, names, 2025, DUE), year=2025, due=DUE, **about),
    }


@pytest.mark.parametrize("townships", [0, 1, 3, 24, 2000])
def test_every_chart_says_something_for_any_number_of_townships(
    figures: Figures, catalogue: Catalogue, townships: int
) -> None:
    for name, figure in all_charts(figures(townships, years=(2024, 2025)), catalogue).items():
        assert title(figure).strip(), name
        assert "nan" not in title(figure), name
        assert 100 < figure.layout.height < 1700, name
        assert "来源：各乡镇报表；数据版本 3" in [a.text for a in figure.layout.annotations], name
        assert townships < 2000 or name == "history" or "只画首尾" in title(figure), name


def test_english_charts_have_no_chinese_but_names(figures: Figures, catalogue: Catalogue) -> None:
    for name, figure in all_charts(figures(12), catalogue, "en").items():
        text = re.sub(r"[东西南北上下][河岭桥湾]镇?", "", f"{title(figure)} {written(figure)}")
        assert not re.search(r"[\u4e00-\u9fff]{2,}|[，。：；]", text), name


def rows(*values: tuple[int, float, str, str, float], measure: str = "leaflets") -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "township": "甲镇",
                "year": year,
                "measure": measure,
                "value": value,
                "low": value,
                "high": float("inf") if qualifier == "at_least" else value,
                "qualifier": qualifier,
                "state": state,
                "median": median,
            }
            for year, value, qualifier, state, median in values
        ]
    )


LEAFLETS = [("leaflets", "宣传资料", "份")]


def drawn(frame: pd.DataFrame) -> go.Figure:
    return charts.township_history(frame, township="甲镇", year=2025, years=YEARS, measures=LEAFLETS)


def values_under(figure: go.Figure) -> list[str]:
    """What is written below the years of all panels."""
    below = [a for a in figure.layout.annotations if a.y is not None and a.xanchor == "center"]
    return [str(a.text) for a in below if not re.fullmatch(r"20\d\d", str(a.text))]


def test_a_missing_year_is_written_and_has_no_bar_while_zero_is_a_figure() -> None:
    figure = drawn(
        rows((2022, 0, "exact", "reported", 8), (2024, NAN, "exact", "missing", NAN), (2025, 9, "exact", "reported", 9))
    )
    bars = figure.data[0]
    assert [round(y, 2) for y in bars.y] == [0, 0, 0, 1]
    assert values_under(figure) == ["0", "未报", "未报", "9"]
    median = [None if y is None else round(y, 2) for y in figure.data[1].y]
    assert median == [0.89, None, None, 1.0, None]
    assert figure.data[1].connectgaps is False


def test_what_is_only_known_from_below_is_not_said_to_be_under_the_median() -> None:
    assert "1 项高低不确定" in title(drawn(rows((2025, 80, "at_least", "reported", 100))))
    assert "1 项高于全县中位数" in title(drawn(rows((2025, 180, "at_least", "reported", 100))))
    assert "1 项低于全县中位数" in title(drawn(rows((2025, 80, "exact", "reported", 100))))
    assert "1 项持平" in title(drawn(rows((2025, 100, "exact", "reported", 100))))


def test_an_open_end_is_marked() -> None:
    figure = drawn(rows((2025, 80_000, "at_least", "reported", 100)))
    assert values_under(figure)[-1] == "≥8.0万"
    assert len(figure.data[2].x) == 1


def test_a_township_that_never_reported_or_not_this_year_is_told_so() -> None:
    assert "历年都没有上报" in title(drawn(rows((2025, NAN, "exact", "missing", 9))))
    late = rows((2024, 5, "exact", "reported", 9), (2025, NAN, "exact", "missing", 9))
    assert "2025年未报，最近一次上报是2024年" in title(drawn(late))


def test_a_click_on_a_bar_gives_measure_and_year() -> None:
    figure = drawn(rows((2025, 9, "exact", "reported", 9)))
    assert list(figure.data[0].customdata[-1]) == ["leaflets", 2025]


def test_sixteen_years_leave_every_label_readable() -> None:
    years = list(range(2010, 2026))
    frame = rows(*[(y, 12_345.0, "exact", "reported", 9_000.0) for y in years])
    figure = charts.township_history(frame, township="甲镇", year=2025, years=years, measures=LEAFLETS * 6)
    assert len(values_under(figure)) == 6 * 8


def complete(*cells: tuple[str, int, int, int]) -> pd.DataFrame:
    word = [
        "nothing" if not asked else "none" if not got else "full" if got == asked else "some"
        for *_, asked, got in cells
    ]
    frame = pd.DataFrame(list(cells), columns=["township", "year", "asked", "reported"])
    return frame.assign(share=frame["reported"] / frame["asked"].where(frame["asked"] > 0), word=word)


def test_completeness_is_a_word_and_a_count_in_every_cell() -> None:
    frame = complete(("甲镇", 2025, 45, 45), ("乙镇", 2025, 45, 30), ("丙镇", 2025, 45, 0), ("甲镇", 2024, 0, 0))
    figure = charts.completeness_map(frame, by="year", columns=[(2024, "2024"), (2025, "2025")], year=2025)
    heat = figure.data[0]
    assert "2025年：1 个乡镇报齐，1 个缺项，1 个未报" in title(figure)
    assert [list(row) for row in heat.text] == [["", "未报"], ["", "部分 30/45"], ["", "齐全"]]
    assert list(figure.layout.yaxis.ticktext) == ["丙镇", "乙镇", "甲镇"]


def test_when_all_is_there_the_title_says_so() -> None:
    figure = charts.completeness_map(complete(("甲镇", 2025, 3, 3)), by="year", columns=[(2025, "2025")], year=2025)
    assert "1 个乡镇全部报齐" in title(figure)


def test_the_weak_group_is_found_among_those_that_sent_something() -> None:
    frame = pd.DataFrame(
        [
            ("甲镇", "study", 4, 4, "full"),
            ("甲镇", "services", 5, 2, "some"),
            ("乙镇", "study", 4, 0, "none"),
            ("乙镇", "services", 5, 0, "none"),
        ],
        columns=["township", "group", "asked", "reported", "word"],
    )
    columns = [("study", "学法"), ("services", "法律服务")]
    figure = charts.completeness_map(frame, by="group", columns=columns, year=2025)
    assert "缺项最多的是法律服务：已报的乡镇中 1 个不齐" in title(figure)


def came(**days: date) -> pd.DataFrame:
    frame = pd.DataFrame([(t, 2025, d) for t, d in days.items()], columns=["township", "year", "received"])
    return timeliness(frame, [*days, "空镇"], 2025, DUE)


def test_late_in_time_and_not_yet_are_counted_and_written() -> None:
    figure = charts.arrival_dots(came(甲镇=date(2026, 1, 20), 乙镇=date(2026, 2, 12)), year=2025, due=DUE)
    assert "1 个乡镇按时，1 个逾期，1 个未报" in title(figure)
    said = written(figure)
    assert "逾期 12 天（2026-02-12）" in said
    assert "按时（2026-01-20）" in said
    assert list(figure.layout.yaxis.ticktext) == ["空镇", "乙镇", "甲镇"]


def test_old_files_taken_over_on_one_day_are_no_lateness() -> None:
    day = date(2026, 11, 23)
    figure = charts.arrival_dots(came(甲镇=day, 乙镇=day, 丙镇=day), year=2025, due=DUE)
    assert "看不出是否按时" in title(figure)
    assert "逾期" not in title(figure) + written(figure)
    assert "2026-11-23 一次录入了 3 个乡镇的报表" in written(figure)
