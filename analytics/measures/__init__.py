"""Tidy frames into year over year, headline measures, totals."""

from analytics.measures.bands import bands
from analytics.measures.change import chance_p, change_text, changes, judged_words
from analytics.measures.forms import effective_number, form_ids, forms
from analytics.measures.funnel import Funnel, funnel, shrunk_rates
from analytics.measures.headline import county_totals, headline_table
from analytics.measures.indicators import indicator_table
from analytics.measures.peers import highest_quarter, lowest_quarter, medians, per_1000, population_for, quarters
from analytics.measures.ranks import Places, rank_intervals, yearly_scatter
from analytics.measures.standing import standings
from analytics.measures.told import FROM_REPORT, reporters, told_by_reports
from analytics.measures.words import figure_text, number_text, shortened

__all__ = [
    "FROM_REPORT",
    "Funnel",
    "Places",
    "bands",
    "chance_p",
    "change_text",
    "changes",
    "county_totals",
    "effective_number",
    "figure_text",
    "form_ids",
    "forms",
    "funnel",
    "headline_table",
    "highest_quarter",
    "indicator_table",
    "judged_words",
    "lowest_quarter",
    "medians",
    "number_text",
    "per_1000",
    "population_for",
    "quarters",
    "rank_intervals",
    "reporters",
    "shortened",
    "shrunk_rates",
    "standings",
    "told_by_reports",
    "yearly_scatter",
]
