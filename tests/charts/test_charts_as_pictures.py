"""Every chart as a picture without a browser: whole, with Chinese letters, what is missing still said."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
import test_profile_and_quality_charts as quality
import test_what_charts_say as charts
from PIL import Image

from analytics.catalogue import Catalogue
from analytics.charts import heat_map, ranked_bars
from analytics.export import pictures
from analytics.export.pictures import fonts
from analytics.export.pictures.colours import colour, on_scale
from analytics.export.pictures.marks import SIGNS
from analytics.export.pictures.markup import lines_of, plain
from analytics.export.pictures.paper import Paper

Figures = Callable[..., pd.DataFrame]
NAN = float("nan")


@pytest.fixture(scope="module", autouse=True)
def chinese_font() -> None:
    try:
        fonts.chinese_family()
    except pictures.NoChineseFontError:
        pytest.skip("no Chinese font on this machine")


def pixels(picture: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(picture)).convert("L"))


def ink(picture: np.ndarray) -> int:
    return int((picture < 200).sum())


def one(text: str, size: float = 40) -> np.ndarray:
    paper = Paper(200, 80)
    paper.text(10, 40, text, size, "#000000")
    return pixels(paper.png(1))


@pytest.mark.parametrize("townships", [0, 1, 25])
def test_every_chart_is_drawn_whole(figures: Figures, catalogue: Catalogue, townships: int) -> None:
    frame = figures(townships)
    drawn = {**charts.all_charts(frame, catalogue), **quality.all_charts(frame, catalogue)}
    for name, figure in drawn.items():
        picture = pixels(pictures.png(figure, stamp="2026-11-25"))
        wide, tall = pictures.width_of(figure), figure.layout.height
        assert picture.shape in [(2 * tall, 2 * wide), (2 * tall + 36, 2 * wide)], name
        title, foot, plot = picture[: 2 * 28], picture[-2 * 24 :], picture[2 * 60 : -2 * 24]
        assert ink(title) > 300, f"{name} has no title"
        assert ink(foot) > 200, f"{name} has no source"
        assert not townships or ink(plot) > 500, f"{name} is empty"
        assert (picture[:, -2:] > 200).all(), f"{name} runs over its right edge"


def test_the_same_chart_gives_the_same_bytes_also_from_many_threads(figures: Figures, catalogue: Catalogue) -> None:
    some = list(charts.all_charts(figures(6), catalogue).values())[:4]
    alone = [(pictures.png(f), pictures.svg(f)) for f in some]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda f: (pictures.png(f), pictures.svg(f)), some * 2))
    assert together == alone * 2


def test_letters_are_chinese_not_boxes() -> None:
    assert not np.array_equal(one("镇"), one("县"))
    assert ink(one("岘")) > 200
    for sign in "≥≈▲▼×※":
        assert not np.array_equal(one(sign), one("\U000e0fff")), sign


@pytest.mark.parametrize("text", ["$x^2$ $", "\\frac", "<a href='x'>链接</a>", "=1+1", "%{x}", "&amp;"])
def test_texts_from_outside_are_drawn_as_they_are(text: str) -> None:
    assert ink(one(text, 14)) > 20
    assert ink(one(f"{text}\x00\ud800", 14)) > 20
    figure = charts_of({text: (3.0, "exact"), "乙镇": (NAN, "exact")})
    assert b"<svg" in pictures.svg(figure)


def charts_of(values: dict[str, tuple[float, str]]) -> go.Figure:
    return ranked_bars(charts.one_measure(values), name="宣传资料", unit="份", year=2025)


def test_what_is_not_reported_is_hatched_and_said() -> None:
    told = pixels(pictures.png(charts_of({"甲镇": (9.0, "exact"), "乙镇": (NAN, "exact")})))
    half = told.shape[1] // 2
    row = told[-2 * 62 : -2 * 42, 2 * 40 : half]
    assert ink(row) > 150


def test_a_cell_without_figure_keeps_its_word(catalogue: Catalogue) -> None:
    frame = charts.one_measure({"甲镇": (9.0, "exact"), "乙镇": (NAN, "exact")}).assign(band="")
    picture = pixels(pictures.png(heat_map(frame, columns=[("leaflets", "宣传资料", "份")], year=2025)))
    last = picture[-2 * 48 : -2 * 26, 2 * 80 :]
    assert ink(last) > 80, "未报 is not written"


def test_without_a_chinese_font_the_user_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", ())
    fonts._found.cache_clear()
    fonts.letters.cache_clear()
    try:
        with pytest.raises(pictures.NoChineseFontError) as raised:
            pictures.png(charts_of({"甲镇": (9.0, "exact")}))
    finally:
        fonts._found.cache_clear()
    assert "安装" in raised.value.text.zh
    assert "Install" in raised.value.text.en


def test_a_kind_of_trace_that_cannot_be_drawn_is_refused_not_left_out() -> None:
    with pytest.raises(pictures.UnknownChartError):
        pictures.png(go.Figure(go.Pie(values=[1, 2])))
    with pytest.raises(KeyError):
        pictures.png(go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker={"symbol": "y-up"})))


@pytest.mark.parametrize("mode", ["group", "stack"])
def test_bars_stand_beside_or_upon_each_other(mode: str) -> None:
    bars = [go.Bar(x=["甲", "乙"], y=[2, 1], marker={"color": c}) for c in ("#000000", "#101010")]
    layout = {"barmode": mode, "template": None, "height": 300, "margin": {"t": 50, "b": 50}, "bargap": 0.2}
    figure = go.Figure(bars, layout=layout)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, range=[0, 4] if mode == "stack" else [0, 2])
    dark = pixels(pictures.png(figure, scale=1)) < 50
    tall = dark.sum(axis=0)
    assert tall.max() == pytest.approx(200, abs=2)
    across = dark.shape[1] - 160
    assert (tall > 0).sum() == pytest.approx(0.8 * across, abs=4)
    assert (tall > 150).sum() == pytest.approx(0.4 * across, abs=4)


def test_markup_is_ours_only() -> None:
    assert [[r.text for r in line] for line in lines_of("<b>甲</b>乙<br>丙")] == [["甲", "乙"], ["丙"]]
    run = lines_of("<span style='color:#B42318;font-size:9px'>重</span>")[0][0]
    assert (run.colour, run.size, run.bold) == ("#B42318", 9.0, False)
    assert plain("<b>a</b><br><i>b</i> &lt;c&gt; <\u2060a>") == "a b <c> <a>"


def test_colours_and_scales() -> None:
    assert colour("rgba(255,0,0,0.5)") == (1.0, 0.0, 0.0, 0.5)
    assert on_scale(5, 0, 10, [[0, "#000000"], [1, "#FFFFFF"]])[0] == pytest.approx(0.5)
    assert on_scale(NAN, 0, 1, [[0, "#000000"], [1, "#FFFFFF"]])[3] == 0


@pytest.mark.parametrize("symbol", sorted(SIGNS))
def test_every_sign_is_drawn(symbol: str) -> None:
    mark = {"symbol": symbol, "size": 30, "line": {"width": 2}}
    figure = go.Figure(go.Scatter(x=[1], y=[1], mode="markers", marker=mark), layout={"template": None, "height": 200})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    assert ink(pixels(pictures.png(figure, width=300, scale=1))) >= 40
