"""The few styles the theme has no option for: density, the header bar, tabular digits, print."""

from __future__ import annotations

import streamlit as st

from ui.screen import palette
from ui.words import language

ENGLISH = """[data-testid="stMetricDelta"] { min-height: 2.4rem; align-items: flex-start; text-wrap: balance; }
[data-testid="stMarkdownContainer"], [data-testid="stHtml"] { font-feature-settings: "palt"; }
"""
"""A change in English takes up to two lines, and lines of six cards stand level; quotation marks of a Chinese font are as wide as a letter of
it unless the font is asked for proportional ones."""


def style() -> str:
    """The styles in the colours of the reader's theme."""
    c = palette()
    return f"""<style>
[data-testid="stMainBlockContainer"] {{ padding: 1.1rem 1.6rem 1.5rem; max-width: 1800px; }}
[data-testid="stHeader"] {{ height: 0; min-height: 0; background: transparent; }}
[data-testid^="stBaseButton-primary"]:not(:disabled), [data-testid^="stBaseButton-primary"]:not(:disabled) p,
[data-testid="stMultiSelectTagsContainer"] [data-tag], [data-testid="stMultiSelectTagsContainer"] [data-tag] * {{ color: {c.paper}; }}
[data-testid="stSidebarHeader"] {{ height: 2.4rem; padding-bottom: 0; }}
[data-testid="stSidebarUserContent"] {{ padding-top: .4rem; }}
[data-testid="stMetricValue"], [data-testid="stMarkdownContainer"], td {{ font-variant-numeric: tabular-nums; }}
[data-testid="stMetricValue"] {{ font-size: 1.5rem; line-height: 1.25; }}
[data-testid="stMetric"] {{ padding: .45rem .7rem .2rem; }}
[data-testid="stMetric"] > div {{ padding: 0; }}
[data-testid="stMetric"] > div:last-child:not(:first-child) {{ height: 30px; overflow: hidden; }}
[data-testid="stMetric"] > div > div:last-child {{ flex-direction: column; align-items: flex-start; gap: 0; }}
[data-testid="stMetricDeltaDescription"] {{ min-height: 1.1rem; }}
[data-testid="stMetricDeltaDescription"], [data-testid="stMetricDeltaDescription"] * {{ white-space: normal !important;
  overflow: visible; line-height: 1.3; }}
[data-testid="stMetricLabel"] {{ min-height: 0; }}
[data-testid="stMetricDelta"], [data-testid="stMetricDelta"] * {{ white-space: normal !important; overflow: visible; }}
[data-testid="stMetricDelta"] {{ padding: 0; background: none; }}
{ENGLISH if language() == "en" else ""}.st-key-headline [data-testid="stMarkdownContainer"] p {{ font-size: 1rem; margin: 0; }}
.st-key-headline h1 {{ font-size: 1.35rem; padding: 0; }}
h1 {{ font-size: 1.35rem !important; padding: 0 0 .2rem !important; }}
h2 {{ font-size: 1.1rem !important; padding: .3rem 0 !important; }}
h3 {{ font-size: 1rem !important; padding: .2rem 0 !important; }}
.steps {{ display: flex; align-items: center; gap: .6rem; margin: .1rem 0 .4rem; }}
.step {{ color: {c.muted}; padding: .2rem .8rem; border: 1px solid {c.line}; border-radius: 4px; }}
.step b {{ margin-right: .4rem; }}
.step.done {{ color: {c.good}; border-color: {c.good}; }}
.step-end {{ color: {c.good}; }}
.step.now {{ color: {c.paper}; background: {c.this_year}; border-color: {c.this_year}; }}
.said {{ font-size: .9rem; border-left: 3px solid {c.good}; padding: .1rem .6rem; }}
.note, .note p {{ color: {c.muted}; font-size: .82rem; }}
.st-key-strongest [data-testid="stHtml"] p {{ font-size: .92rem; line-height: 1.45; margin: 0; padding-top: .15rem; }}
[class*="st-key-charted_"] {{ position: relative; }}
[class*="st-key-charted_"] [class*="st-key-picture_fold_"] {{ position: absolute; right: 0; bottom: 0; width: auto; }}
[class*="st-key-picture_fold_"] button {{ min-height: 0; padding: 0 .3rem; color: {c.muted}; font-size: .78rem; }}
[class*="st-key-picture_fold_"] button p {{ font-size: .78rem; }}
.grid table {{ border-collapse: collapse; font-size: .8rem; }}
.grid th {{ font-weight: 400; color: {c.muted}; padding: .1rem .4rem; background: {c.panel}; }}
.grid th, .grid td {{ border: 1px solid {c.line}; }}
.grid td {{ padding: .15rem .5rem; max-width: 12rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }}
.grid td.marked {{ outline: 2px solid {c.attention}; outline-offset: -2px; font-weight: 600; }}
.report p {{ line-height: 1.7; margin: 0 0 .35rem; font-size: .92rem; }}
.report .number {{ color: {c.muted}; font-size: .72rem; display: inline-block; min-width: 1.6rem; }}
.report mark {{ color: inherit; background: none; padding: 0 .1rem; border-radius: 2px; }}
.report mark.figure {{ background: color-mix(in srgb, {c.this_year} 18%, transparent); border-bottom: 2px solid {c.this_year}; }}
.report mark.doubt {{ background: color-mix(in srgb, {c.attention} 18%, transparent); border-bottom: 2px dotted {c.attention}; }}
.report mark.gap {{ border-bottom: 2px solid {c.serious}; }}
.report mark.plan {{ border-bottom: 2px dashed {c.good}; }}
.report mark.copied {{ background: {c.panel}; border-bottom: 3px double {c.muted}; }}
.report mark.figure, .report mark.doubt {{ word-break: keep-all; overflow-wrap: anywhere; }}
.report mark.chosen {{ outline: 2px solid {c.attention}; font-weight: 600; }}
.report.pairs table {{ border-collapse: collapse; width: 100%; table-layout: fixed; font-size: .88rem; }}
.report.pairs th {{ text-align: left; font-weight: 600; padding: .25rem .6rem; background: {c.panel}; }}
.report.pairs th, .report.pairs td {{ border: 1px solid {c.line}; vertical-align: top; overflow-wrap: anywhere; }}
.report.pairs td {{ padding: .35rem .6rem; line-height: 1.65; }}
.report.pairs.scrolls {{ max-height: max(20rem, calc(100vh - 21rem)); overflow-y: auto; }}
.report.pairs b {{ color: {c.attention}; }}
@media print {{ [data-testid="stSidebar"], [data-testid="stToolbar"],
  [class*="st-key-picture_fold_"], [data-testid="stDownloadButton"] {{ display: none; }} }}
</style>
"""


def apply() -> None:
    """Puts the styles on the page."""
    st.html(style())
