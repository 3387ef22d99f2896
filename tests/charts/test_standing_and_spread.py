"""Bands with places, strips and funnels: what they say for none, one, a few and many townships."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics import charts
from analytics.catalogue import Catalogue, Roster, Township
from analytics.measures import funnel, headline_table, per_1000, shrunk_rates, standings
from analytics.measures.peers import residents_of

Figures = Callable[..., pd.DataFrame]
YEARS = [2024, 2025]


def title(figure: go.Figure) -> str:
    return re.sub(r"<.*?>", " ", str(figure.layout.title.text))


def rows_of(figures: pd.DataFrame, catalogue: Catalogue, measure: str, year: int = 2025) -> pd.DataFrame:
    names = list(dict.fromkeys(figures["township"]))
    roster = Roster(tuple(Township("", n, population={2025: 8000 + 500 * k}) for k, n in enumerate(names[1:])))
    table = per_1000(headline_table(figures, catalogue, names, YEARS), roster)
    return table[(table["measure"] == measure) & (table["year"] == year)].reset_index(drop=True)


def drawn(figures: pd.DataFrame, catalogue: Catalogue, language: str = "zh") -> dict[str, go.Figure]:
    rows, before = (rows_of(figures, catalogue, "publicity_sessions", y) for y in (2025, 2024))
    about = {"name": "Sessions" if language == "en" else "普法场次", "unit": "场次", "year": 2025, "language": language}
    placed = rows.merge(standings(rows, before), on="township", how="left")
    count, people = rows["value"].to_numpy(float), residents_of(rows)
    shown = rows.assign(shrunk=shrunk_rates(count, people) * 1000)
    return {
        "ranked": charts.ranked_bars(placed, **about),
        "strip": charts.strip(rows, **about),
        "funnel": charts.funnel_plot(shown, funnel(count, people), **about),
    }


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("townships", [0, 1, 3, 24, 2000])
def test_they_say_something_true_for_any_number(
    figures: Figures, catalogue: Catalogue, townships: int, language: str
) -> None:
    for name, figure in drawn(figures(townships, years=(2024, 2025)), catalogue, language).items():
        said = " ".join([title(figure), *(str(a.text) for a in figure.layout.annotations)])
        assert title(figure).strip(), name
        assert "nan" not in said, name
        assert 100 < figure.layout.height < 1700, name
        if language == "en":
            assert not re.search(r"[，。：；]", said), name


def test_places_stand_beside_the_bars_and_too_few_say_so(figures: Figures, catalogue: Catalogue) -> None:
    many, few = drawn(figures(24), catalogue)["ranked"], drawn(figures(3), catalogue)["ranked"]
    beside = [text for trace in many.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]
    assert any(re.fullmatch(r"<b>前列</b> \d+—\d+", text) for text in beside)
    assert any(re.fullmatch(r"\d+—\d+", text) for text in beside)
    assert "右侧为档次和名次区间（90%）" in title(many)
    assert "已报乡镇太少，不分档、不排名次" in title(few)


def test_a_measure_that_comes_in_bundles_has_places_only_with_a_year_before(
    figures: Figures, catalogue: Catalogue
) -> None:
    frame = figures(24)
    rows, before = (rows_of(frame, catalogue, "leaflets", y) for y in (2025, 2024))
    assert standings(rows, before)["worst"].gt(0).any()
    alone = standings(rows, before.iloc[:0])
    assert not alone["worst"].any()
    assert set(alone["band"]) >= {"high", "low"}


def test_without_a_population_nobody_is_ranked_per_thousand(figures: Figures, catalogue: Catalogue) -> None:
    rows = rows_of(figures(24), catalogue, "publicity_sessions")
    found = standings(rows, rows, per_thousand=True).set_index("township")
    first = rows["township"].iloc[0]
    assert (found.loc[first, "band"], found.loc[first, "worst"]) == ("", 0)


def test_the_strip_names_the_middle_half_and_the_only_one() -> None:
    def of(*values: float) -> pd.DataFrame:
        return pd.DataFrame(
            [(f"{k}镇", v, "exact", "missing" if v != v else "reported") for k, v in enumerate(values)],
            columns=["township", "value", "qualifier", "state"],
        )

    about = {"name": "资料", "unit": "份", "year": 2025}
    assert "中间一半的乡镇在 2—4 之间" in title(charts.strip(of(1, 2, 3, 4, 5), **about))
    assert "仅1镇上报，7" in title(charts.strip(of(np.nan, 7), **about))
    assert "资料：0镇 7" in title(charts.strip(of(7), **about))
    assert "还没有乡镇上报" in title(charts.strip(of(np.nan), **about))
    assert "在 0—0 之间" in title(charts.strip(of(0, 0, 0), **about))


def test_the_funnel_names_who_is_outside_by_shape_and_word() -> None:
    names = [f"{k}镇" for k in range(12)]
    count, people = np.array([100.0] * 11 + [400.0]), np.full(12, 5000.0)
    frame = pd.DataFrame(
        {"township": names, "value": count, "qualifier": "exact", "state": "reported", "per_1000": count / 5}
    ).assign(population=pd.array([5000] * 12, dtype="Int64"), shrunk=count / 5)
    figure = charts.funnel_plot(frame, funnel(count, people), name="普法", unit="场次", year=2025)
    assert "1 个高于预期范围" in title(figure)
    assert list(figure.data[-1].marker.symbol) == ["circle"] * 11 + ["triangle-up"]
    assert "11镇" in [a.text for a in figure.layout.annotations]
    short = charts.funnel_plot(frame[:5], funnel(count[:5], people[:5]), name="普法", unit="场次", year=2025)
    assert "不足 8 个" in " ".join(str(a.text) for a in short.layout.annotations)


def test_a_cell_of_the_heat_map_can_be_clicked_and_tells_its_measure(figures: Figures, catalogue: Catalogue) -> None:
    frame = figures(9)
    rows = rows_of(frame, catalogue, "leaflets").assign(band="middle")
    figure = charts.heat_map(rows, columns=[("leaflets", "资料", "份")], year=2025)
    assert [str(x) for x in figure.data[-1].customdata[0]] == ["leaflets", "2025"]
    assert len(figure.data[-1].x) == 9


def test_a_line_breaks_where_the_definition_changes(figures: Figures, catalogue: Catalogue) -> None:
    frame = figures(4, years=(2023, 2024, 2025))
    names = list(dict.fromkeys(frame["township"]))

    def panels(since: int) -> go.Figure:
        marked = frame.assign(since=np.where(frame["year"] >= 2024, since, 0))
        table = headline_table(marked, catalogue, names, [2023, 2024, 2025])
        table = table[table["measure"] == "leaflets"]
        return charts.township_panels(table, name="资料", unit="份", years=[2023, 2024, 2025])

    whole, broken = panels(0), panels(2024)
    signs = [a.text for a in broken.layout.annotations].count("‖")
    assert signs > 0
    assert "‖" not in [a.text for a in whole.layout.annotations]
    assert list(broken.data[1].y).count(None) == list(whole.data[1].y).count(None) + signs
    assert len(broken.data[1].x) == len(broken.data[1].hovertext) == len(broken.data[1].customdata)
    assert "‖ 处口径有变" in title(broken)
    assert "不看走势" in title(broken)


def test_the_median_strikes_through_no_number() -> None:
    values = [60.0, 50.0, 41.0, 39.0, 38.0, 12.0, 3.0]
    frame = pd.DataFrame(
        {"township": [f"{n}镇" for n in "甲乙丙丁戊己庚"], "value": values, "qualifier": "exact", "state": "reported"}
    )
    figure = charts.ranked_bars(frame, name="普法场次", unit="场次", year=2025, median=39.0, width=25)
    lines = [(float(s.y0), float(s.y1)) for s in figure.layout.shapes if s.x0 == s.x1 == 39.0]
    assert lines
    row = values.index(38.0)  # its number stands right of its bar, where the line would pass
    assert not any(low < -row + 0.5 and high > -row - 0.5 for low, high in lines)
    for other in (0, 5):
        assert any(low <= -other - 0.5 and high >= -other + 0.5 for low, high in lines)
