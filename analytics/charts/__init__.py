"""Plotly figures from frames: one function a chart."""

from analytics.charts.arrivals import arrival_dots, beside_text
from analytics.charts.completeness import completeness_map, completeness_words
from analytics.charts.county import county_years
from analytics.charts.dumbbell import dumbbell
from analytics.charts.funnel import funnel_plot, funnel_words
from analytics.charts.heat import band_words, heat_map
from analytics.charts.history import township_history
from analytics.charts.matrix import SHAPES, gap_matrix, severity_words, status_words
from analytics.charts.panels import township_panels
from analytics.charts.ranked import ranked_bars
from analytics.charts.slope import slope
from analytics.charts.strip import strip
from analytics.charts.template import DARK, LIGHT, Palette
from analytics.charts.timeliness import timeliness_map, timeliness_word

__all__ = [
    "DARK",
    "LIGHT",
    "SHAPES",
    "Palette",
    "arrival_dots",
    "band_words",
    "beside_text",
    "completeness_map",
    "completeness_words",
    "county_years",
    "dumbbell",
    "funnel_plot",
    "funnel_words",
    "gap_matrix",
    "heat_map",
    "ranked_bars",
    "severity_words",
    "slope",
    "status_words",
    "strip",
    "timeliness_map",
    "timeliness_word",
    "township_history",
    "township_panels",
]
