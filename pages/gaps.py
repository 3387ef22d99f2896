"""短板预警: where the work falls short and why; and which figures to ask about."""

from functools import partial

import streamlit as st

from ui import cached, drawings
from ui.finding_list import finding_list
from ui.findings import unexplained
from ui.notes import note
from ui.screen import chart, filters_or_empty
from ui.words import t

filters = filters_or_empty(t("短板预警回答：哪个乡镇的哪项工作薄弱，凭哪些数据，建议怎么办。"))
st.title(t("短板预警"), anchor=False)

townships = set(filters.shown_townships)
gaps = [f for f in cached.gaps(filters.year) if f.township in townships]
questions = [f for f in cached.questions(filters.year) if f.township in townships]
asked = len(unexplained(questions))
shortfalls, doubts = st.tabs(
    [
        t("短板（{n}）", n=len(gaps)),
        t("疑点（{n}）", n=asked)
        if asked == len(questions)
        else t("疑点（{n}，另有 {explained} 个已说明）", n=asked, explained=len(questions) - asked),
    ],
    key="kind",
    on_change="rerun",
)
if shortfalls.open:
    with shortfalls:
        chart("gaps_matrix", filters, partial(drawings.gaps_matrix, filters))
        finding_list(gaps, key="gaps", empty=t("{year}年没有发现短板。", year=filters.year))
if doubts.open:
    with doubts:
        note(t("疑点只是要向乡镇核实；乡镇改正之前，数据照旧。"))
        finding_list(questions, key="questions", empty=t("{year}年没有发现疑点。", year=filters.year))
