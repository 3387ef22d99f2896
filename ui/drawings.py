"""Every chart of the screens by its key: which screen it stands on, what it is called, how it is drawn.

The screens put them up with ``screen.chart``; the screen 导出 makes pictures of them without opening the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analytics.charts import county_years, dumbbell, gap_matrix, heat_map, slope, township_panels
from ui import cached, profile_numbers, quality_returns, spread
from ui.filters import Filters, measures_shown
from ui.findings import gap_frame
from ui.formats import theme_name
from ui.gap_table import gaps_of
from ui.hovers import with_hover
from ui.ranking import ranking
from ui.words import N_, t


def overview_dumbbell(filters: Filters, **words: Any) -> go.Figure:
    """This and last year of every township."""
    return dumbbell(
        with_hover(
            cached.changes_of_measure(*filters.key),
            measure=filters.measure.id,
            year=filters.year,
            lines=("bound", "median", "source"),
        ),
        name=filters.measure_name,
        unit=filters.measure.unit,
        year=filters.year,
        base_year=filters.base,
        row=16 if len(filters.shown_townships) > 16 else 22,
        **words,
    )


def years_county(filters: Filters, **words: Any) -> go.Figure:
    """The county's sums by year."""
    return county_years(
        cached.totals(filters.townships),
        measures=measures_shown(),
        years=[y for y in cached.years() if y <= max(filters.year, filters.base)],
        comparable=cached.comparable(filters.year, filters.base, filters.townships),
        **words,
    )


def years_panels(filters: Filters, **words: Any) -> go.Figure:
    """A line over the years for every township."""
    table = cached.headlines_of_measure(filters.townships, filters.measure.id)
    return township_panels(
        with_hover(table, lines=("bound", "last", "source")),
        name=filters.measure_name,
        unit=filters.measure.unit,
        years=cached.years(),
        **words,
    )


def years_slope(filters: Filters, **words: Any) -> go.Figure:
    """Two years as slopes."""
    return slope(
        with_hover(
            cached.changes_of_measure(*filters.key),
            measure=filters.measure.id,
            year=filters.year,
            lines=("bound", "median", "source"),
        ),
        name=filters.measure_name,
        unit=filters.measure.unit,
        year=filters.year,
        base_year=filters.base,
        **words,
    )


def townships_bars(filters: Filters, **words: Any) -> go.Figure:
    """One measure over the townships."""
    return ranking(filters, per_thousand=False, **words)


def townships_per_1000(filters: Filters, **words: Any) -> go.Figure:
    """One measure over the townships, per thousand residents."""
    return ranking(filters, per_thousand=True, **words)


def townships_heat(filters: Filters, **words: Any) -> go.Figure:
    """Townships × measures with their bands."""
    return heat_map(
        with_hover(cached.bands(filters.year, filters.townships)),
        columns=measures_shown(),
        year=filters.year,
        **words,
    )


def gaps_matrix(filters: Filters, **words: Any) -> go.Figure:
    """Themes of gaps × townships."""
    townships = set(filters.shown_townships)
    return gap_matrix(
        gap_frame([f for f in gaps_of(filters.year) if f.township in townships]),
        themes=[(theme.id, theme_name(theme.id)) for theme in cached.catalogue().themes],
        townships=filters.shown_townships,
        year=filters.year,
        **words,
    )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart: its key on screen, its screen's path, its name (a message) and how it is drawn."""

    key: str
    screen: str
    name: str
    build: Callable[..., go.Figure]


DRAWINGS = (
    Drawing("overview_dumbbell", "overview", N_("各乡镇两年对比"), overview_dumbbell),
    Drawing("years_county", "years", N_("全县逐年合计"), years_county),
    Drawing("years_panels", "years", N_("各乡镇历年走势"), years_panels),
    Drawing("years_slope", "years", N_("两年升降"), years_slope),
    Drawing("townships_bars", "townships", N_("乡镇排序"), townships_bars),
    Drawing("townships_per_1000", "townships", N_("乡镇排序（每千人）"), townships_per_1000),
    Drawing("townships_heat", "townships", N_("各项指标分档"), townships_heat),
    Drawing("townships_strip", "townships", N_("乡镇分布"), spread.strip_chart),
    Drawing("townships_funnel", "townships", N_("人口与差别（漏斗图）"), spread.funnel_chart),
    Drawing("gaps_matrix", "gaps", N_("短板分布"), gaps_matrix),
    Drawing("quality_years", "quality", N_("历年完整性"), quality_returns.years_map),
    Drawing("quality_groups", "quality", N_("各组指标完整性"), quality_returns.groups_map),
    Drawing("quality_timeliness_years", "quality", N_("历年及时性"), quality_returns.timeliness_years),
    Drawing("quality_arrivals", "quality", N_("报送及时性"), quality_returns.arrivals),
)
"""In the order of the screens. A new chart of a screen is a function and a line here; a test holds them together."""


def of_township(township: str) -> Drawing:
    """The history of one township, which its profile shows."""

    def build(filters: Filters, **words: Any) -> go.Figure:
        return profile_numbers.history_chart(filters, township, **words)

    return Drawing("profile_history", "profile", township, build)


def drawing_name(drawing: Drawing, filters: Filters) -> str:
    """What a chart is called, with the measure where it shows one."""
    if drawing.screen == "profile":
        return t("{township}历年指标", township=drawing.name)
    one = drawing.key in (
        "overview_dumbbell",
        "years_panels",
        "years_slope",
        "townships_bars",
        "townships_per_1000",
        "townships_strip",
        "townships_funnel",
    )
    return f"{filters.measure_name}_{t(drawing.name)}" if one else t(drawing.name)
