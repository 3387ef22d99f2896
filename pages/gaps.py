"""短板预警: where the work falls short and why, whose it is to put right; and which figures to ask about."""

from functools import partial

import streamlit as st

from ui import drawings, gap_table
from ui.counted_tabs import keep_open
from ui.doubts import elsewhere
from ui.finding_list import finding_list
from ui.findings import questions_of, unexplained
from ui.notes import note
from ui.screen import chart, filters_or_empty, judged
from ui.words import t

filters = filters_or_empty(t("短板预警回答：哪个乡镇的哪项工作薄弱，凭哪些数据，建议怎么办。"))
judged(filters)
st.title(t("短板预警"), anchor=False)

townships = set(filters.shown_townships)
gaps = [f for f in gap_table.gaps_of(filters.year) if f.township in townships]
standing = sum(f.status not in ("resolved", "dismissed") for f in gaps)
questions = [f for f in questions_of(filters.year) if f.township in townships]
asked = len(unexplained(questions))
shortfalls, doubts = st.tabs(
    keep_open(
        [
            t("短板（{n}）", n=standing),
            t("数据疑点（{n}）", n=asked)
            if asked == len(questions)
            else t("数据疑点（{n}，另有 {explained} 个已说明）", n=asked, explained=len(questions) - asked),
        ],
        "kind",
        ("gaps", "doubts"),
    ),
    key="kind",
    on_change="rerun",
)
if shortfalls.open:
    with shortfalls:
        clicked = chart(
            "gaps_matrix",
            filters,
            partial(drawings.gaps_matrix, filters),
            tuple((f.theme, f.township, f.status) for f in gaps),
            clickable=True,
        )
        marked = gaps[clicked[1]] if clicked and clicked[1] < len(gaps) else None
        gap_table.show(gaps, filters.year, marked, key="gaps")
if doubts.open:
    with doubts:
        note(t("疑点只是要向乡镇核实；乡镇改正之前，数据照旧。"))
        elsewhere(filters.year, filters.townships)
        finding_list(questions, key="questions", empty=t("{year}年没有发现数据疑点。", year=filters.year))
