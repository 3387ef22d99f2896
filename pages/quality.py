"""数据质量: who sent how much and when, what is doubtful, and the letters that ask for it."""

import streamlit as st

from ui import quality_doubts, quality_letters, quality_prose, quality_reports, quality_returns
from ui.counted_tabs import keep_open
from ui.doubts import doubts_shown, waiting_headings
from ui.screen import filters_or_empty, judged
from ui.words import t

filters = filters_or_empty(t("数据质量回答：哪些乡镇没报、缺报、晚报，哪些数据要核实，并备好催报和核实的文字。"))
judged(filters)
st.title(t("数据质量"), anchor=False)

doubts = doubts_shown(filters.year, filters.townships)
asked = sum(not d.explained for d in doubts)
reports = quality_reports.crossed(filters)
rough = quality_doubts.rough_figures(filters)
waiting = waiting_headings(filters.year, filters.townships)
complete, timely, doubtful, crossed, about, headings, texts = st.tabs(
    keep_open(
        [
            t("完整性"),
            t("及时性"),
            t("疑点（{n}）", n=asked)
            if asked == len(doubts)
            else t("疑点（{n}，另有 {explained} 个已说明）", n=asked, explained=len(doubts) - asked),
            t("工作报告核对（{n}）", n=quality_prose.waiting(filters, reports)),
            t("约数（{n}）", n=len(rough)),
            t("没认出的表头（{n}）", n=len(waiting)),
            t("催报与核实"),
        ],
        "quality_tab",
        ("complete", "timely", "doubts", "reports", "about", "headings", "letters"),
    ),
    key="quality_tab",
    on_change="rerun",
)
if complete.open:
    with complete:
        quality_returns.show_completeness(filters)
if timely.open:
    with timely:
        quality_returns.show_timeliness(filters)
if doubtful.open:
    with doubtful:
        quality_doubts.show_doubts(filters, doubts)
if crossed.open:
    with crossed:
        quality_prose.show(filters, reports)
if about.open:
    with about:
        quality_doubts.show_rough(filters, rough)
if headings.open:
    with headings:
        quality_doubts.show_headings(filters, waiting)
if texts.open:
    with texts:
        quality_letters.show(filters, doubts)
