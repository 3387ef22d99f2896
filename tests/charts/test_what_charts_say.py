"""Charts as data: titles that count right, missing drawn as missing, bounds open, nothing invented."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics import charts
from analytics.catalogue import Catalogue
from analytics.charts.template import MOST_ROWS, ends, wrapped
from analytics.measures import changes, county_totals, headline_table
from analytics.measures.comparable import comparable_totals

slope_module = importlib.import_module("analytics.charts.slope")
Figures = Callable[..., pd.DataFrame]
YEARS = [2022, 2023, 2024, 2025]


def title(figure: go.Figure) -> str:
    return re.sub(r"<.*?>", " ", str(figure.layout.title.text))


def one_measure(values: dict[str, tuple[float, str]], year: int = 2025) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "township": name,
                "year": year,
                "measure": "leaflets",
                "value": value,
                "low": value,
                "high": np.inf if qualifier == "at_least" else value,
                "qualifier": qualifier,
                "state": "missing" if value != value else "reported",
                "parts_missing": 0,
            }
            for name, (value, qualifier) in values.items()
        ]
    )


NAN = float("nan")


def all_charts(figures: pd.DataFrame, catalogue: Catalogue, language: str = "zh") -> dict[str, go.Figure]:
    names = list(dict.fromkeys(figures["township"]))
    table = headline_table(figures, catalogue, names, YEARS)
    moved = changes(table, 2025, 2024)
    leaflets, moves = table[table["measure"] == "leaflets"], moved[moved["measure"] == "leaflets"]
    measures = [(h.id, h.name_en if language == "en" else h.name_zh, h.unit) for h in catalogue.headlines]
    now = table[table["year"] == 2025].assign(band="middle")
    gaps = pd.DataFrame(
        [(n, "publicity_reach", "high", "new", "一句话") for n in names[:3]],
        columns=["township", "theme", "severity", "status", "sentence"],
    )
    about = {"language": language, "data_version": 3}
    named = {"name": "Leaflets" if language == "en" else "宣传资料", "unit": "份"}
    both = named | {"year": 2025, "base_year": 2024}
    themes = [(t.id, t.name_en if language == "en" else t.name_zh) for t in catalogue.themes]
    return {
        "dumbbell": charts.dumbbell(moves, **both, **about),
        "slope": charts.slope(moves, **both, **about),
        "ranked": charts.ranked_bars(leaflets[leaflets["year"] == 2025], **named, year=2025, median=1.0, **about),
        "panels": charts.township_panels(leaflets, **named, years=YEARS, **about),
        "county": charts.county_years(
            county_totals(table), measures=measures, years=YEARS, comparable=comparable_totals(moved), **about
        ),
        "heat": charts.heat_map(now, columns=measures, year=2025, **about),
        "matrix": charts.gap_matrix(gaps, themes=themes, townships=names, year=2025, **about),
    }


@pytest.mark.parametrize("townships", [0, 1, 3, 24])
def test_every_chart_says_something_for_any_number_of_townships(
    figures: Figures, catalogue: Catalogue, townships: int
) -> None:
    for name, figure in all_charts(figures(townships), catalogue).items():
        assert title(figure).strip(), name
        assert "nan" not in title(figure), name
        assert 100 < figure.layout.height < 2000, name
        assert "来源：各乡镇报表；数据版本 3" in [a.text for a in figure.layout.annotations], name


def test_two_thousand_townships_are_cut_to_the_ends_and_it_is_said(figures: Figures, catalogue: Catalogue) -> None:
    drawn = all_charts(figures(2000, years=(2024, 2025)), catalogue)
    for name in ("dumbbell", "ranked", "heat"):
        assert drawn[name].layout.height < 1700, name
        assert re.search(r"共 (1974|2000) 个", title(drawn[name])), name
    assert len(drawn["ranked"].data[0].y) == MOST_ROWS


def test_english_charts_have_no_chinese_but_names_and_units(figures: Figures, catalogue: Catalogue) -> None:
    for name, figure in all_charts(figures(12), catalogue, "en").items():
        said = [title(figure), *(str(a.text) for a in figure.layout.annotations)]
        text = re.sub(r"[东西南北上下][河岭桥湾]镇?", "", " ".join(said))
        assert not re.search(r"[\u4e00-\u9fff]{3,}|[，。：；]", text), name


def test_nothing_can_be_dragged_zoomed_or_sent_away(figures: Figures, catalogue: Catalogue) -> None:
    for name, figure in all_charts(figures(5), catalogue).items():
        assert figure.layout.dragmode is False, name
        assert figure.layout.xaxis.fixedrange is True, name


def test_the_dumbbell_counts_who_rose_fell_and_did_not_report() -> None:
    table = pd.concat(
        [
            one_measure({"甲镇": (100, "exact"), "乙镇": (50, "exact"), "丙镇": (NAN, "exact"), "丁镇": (9, "exact")}),
            one_measure(
                {"甲镇": (80, "exact"), "乙镇": (60, "exact"), "丙镇": (5, "exact"), "丁镇": (NAN, "exact")}, 2024
            ),
        ]
    )
    figure = charts.dumbbell(changes(table, 2025, 2024), name="宣传资料", unit="份", year=2025, base_year=2024)
    assert "1 个乡镇增加，1 个减少，1 个上年未报，1 个未报" in title(figure)
    assert "已报 3/4" in title(figure)
    written = [text for trace in figure.data if trace.text is not None for text in trace.text]
    assert any("未报" in text for text in written)


def test_a_missing_figure_is_hatched_and_named_never_a_bar_of_zero() -> None:
    frame = one_measure({"甲镇": (100, "exact"), "乙镇": (NAN, "exact"), "丙镇": (0, "exact")})
    figure = charts.ranked_bars(frame, name="宣传资料", unit="份", year=2025)
    bars = figure.data[0]
    shown = dict(
        zip(figure.layout.yaxis.ticktext, zip(bars.text, bars.marker.pattern.shape, bars.x, strict=True), strict=True)
    )
    assert shown["乙镇"][:2] == ("未报", "/")
    assert shown["丙镇"] == ("0", "", 0)
    assert shown["甲镇"][2] == 100


def test_bars_begin_at_zero_and_are_sorted() -> None:
    frame = one_measure({"甲镇": (5, "exact"), "乙镇": (80, "exact"), "丙镇": (30, "exact")})
    figure = charts.ranked_bars(frame, name="宣传资料", unit="份", year=2025)
    assert figure.layout.xaxis.range[0] == 0
    assert list(figure.layout.yaxis.ticktext) == ["乙镇", "丙镇", "甲镇"]
    assert "乙镇最多（80），甲镇最少（5）" in title(figure)


def test_at_least_keeps_its_sign_and_an_open_end() -> None:
    frame = one_measure({"甲镇": (80_000, "at_least"), "乙镇": (1_200, "about")})
    figure = charts.ranked_bars(frame, name="宣传资料", unit="份", year=2025)
    assert list(figure.data[0].text) == ["≥8.0万", "≈1,200"]
    assert len(figure.data) == 2
    assert list(figure.data[1].x) == [80_000]


def test_a_missing_year_breaks_the_line() -> None:
    table = pd.concat([one_measure({"甲镇": (v, "exact")}, y) for y, v in zip(YEARS, (1, NAN, 3, 4), strict=True)])
    figure = charts.township_panels(table, name="宣传资料", unit="份", years=YEARS)
    line = figure.data[1]
    assert line.connectgaps is False
    assert list(line.y)[:4].count(None) == 1
    assert "1 个有未报年份" in title(figure)


def test_a_missing_return_does_not_pass_for_a_decline_of_the_county(catalogue: Catalogue) -> None:
    last = one_measure({"甲镇": (80, "exact"), "乙镇": (500, "exact")}, 2024)
    now = one_measure({"甲镇": (100, "exact"), "乙镇": (NAN, "exact")})
    table = pd.concat([last, now])
    comparable = comparable_totals(changes(table, 2025, 2024))
    assert comparable["word"].tolist() == ["up"]
    assert comparable["n_both"].tolist() == [1]
    figure = charts.county_years(
        county_totals(table), measures=[("leaflets", "宣传资料", "份")], years=[2024, 2025], comparable=comparable
    )
    assert "两年所报项目相同的乡镇）：1 项增加" in title(figure)
    assert any("1/2" in str(text) for text in figure.data[1].text)


def test_bands_are_words_and_too_few_townships_get_none(catalogue: Catalogue) -> None:
    frame = one_measure({"甲镇": (5, "exact"), "乙镇": (80, "exact"), "丙镇": (NAN, "exact")})
    columns = [("leaflets", "宣传资料", "份")]
    figure = charts.heat_map(frame.assign(band=["low", "high", ""]), columns=columns, year=2025)
    cells = [text for line in figure.data[0].text for text in line]
    assert any("靠后" in text for text in cells)
    assert any("前列" in text for text in cells)
    assert "未报" in figure.data[1].text
    none = charts.heat_map(frame.assign(band=""), columns=columns, year=2025)
    assert "暂不分档" in title(none)


def test_names_at_the_ends_of_slopes_never_overlap(figures: Figures, catalogue: Catalogue) -> None:
    figure = all_charts(figures(24), catalogue)["slope"]
    low, high = figure.layout.yaxis.range
    height = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    ends_ = sorted(a.y for a in figure.layout.annotations if a.x == 1.03)
    apart = np.diff(ends_) / (high - low) * height
    assert len(ends_) > 1
    assert apart.min() >= 10


def test_long_titles_are_broken_before_they_are_clipped() -> None:
    lines = wrapped("宣传资料：二十四个乡镇里有十七个增加，六个减少，还有一个没有上报，需要催一下", 20).split("<br>")
    assert len(lines) > 1
    assert all(len(line) <= 21 for line in lines)


def test_the_ends_of_a_long_list_are_its_first_and_last() -> None:
    assert ends(3, 4) == [0, 1, 2]
    assert ends(100, 4) == [0, 1, 98, 99]


@pytest.mark.parametrize("palette", [charts.LIGHT, charts.DARK])
def test_text_colours_stand_out_from_the_paper(palette: charts.Palette) -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for colour in (palette.ink, palette.muted, palette.this_year, palette.attention, palette.serious, palette.good):
        assert contrast(colour, palette.paper) >= 4.5, colour
    for band in (palette.low_band, palette.middle_band, palette.high_band):
        assert contrast(palette.ink, band) >= 4.5, band


def test_a_broken_line_tears_no_number_and_leaves_no_bracket_behind() -> None:
    assert wrapped("一二三四五六七八九（90%）", 9.5) == "一二三四五六七八九<br>（90%）"
    assert wrapped("一二三四五六七八九2025年", 10) == "一二三四五六七八九<br>2025年"


def test_a_slope_names_nobody_alone_who_shares_the_largest_change() -> None:
    pairs = pd.DataFrame(
        {"township": ["甲镇", "乙镇", "丙镇"], "change": [5.0, 5.0, -1.0], "word": ["up", "up", "down"]}
    )
    said = slope_module._finding(pairs, "宣传资料", "zh")
    assert said == "宣传资料：甲镇等 2 个乡镇增加最多，丙镇减少最多"
