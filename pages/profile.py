"""乡镇画像: one township, all that is known of it: figures with their history and place, gaps, questions, files."""

import streamlit as st

from ui import cached, footnotes, one_township, profile_numbers, profile_report, profile_returns
from ui.counted_tabs import keep_open
from ui.doubts import doubts_shown
from ui.finding_list import finding_list
from ui.findings import closed, questions_of, unexplained
from ui.notes import note
from ui.quality_doubts import doubt_list
from ui.registry import link
from ui.screen import filters_or_empty, judged
from ui.source_panel import clicked_source, evidence_source
from ui.words import t

filters = filters_or_empty(t("乡镇画像把一个乡镇的全部情况放在一屏：各项数据、历年走势、短板、疑点和报来的文件。"))
judged(filters)
with st.container(key="headline", horizontal=True, vertical_alignment="center", gap="medium"):
    st.title(t("乡镇画像"), anchor=False, width="content")
    with st.container(width=240):
        township = one_township.choose(filters)
    if filters.year not in profile_numbers.years_of(township):
        st.markdown(t("{year}年还没有收到这个乡镇的数据。", year=filters.year), width="content")
        link("upload", t("去上传报表"))

profile_numbers.strip(filters, township)
clicked = profile_numbers.history(filters, township)
footnotes.under((township,), cached.years())
if clicked:
    measure, year = clicked
    clicked_source(st.container(), measure, **{measure: (township, year)})

gaps = [f for f in closed(cached.gaps(filters.year), filters.year) if f.township == township]
standing = sum(f.status != "dismissed" for f in gaps)
questions = [f for f in questions_of(filters.year) if f.township == township]
cells = [d for d in doubts_shown(filters.year, (township,)) if d.kind == "cell"]
asked = len(unexplained(questions)) + sum(not d.explained for d in cells)
said = len(questions) + len(cells) - asked
uploads = profile_returns.uploads_of(township)
figures, shortfalls, doubts, report, files = st.tabs(
    keep_open(
        [
            t("全部指标"),
            t("短板（{n}）", n=standing),
            t("疑点（{n}，另有 {explained} 个已说明）", n=asked, explained=said) if said else t("疑点（{n}）", n=asked),
            t("工作报告"),
            t("报来的文件（{n}）", n=len(uploads)),
        ],
        "profile_tab",
        ("figures", "gaps", "doubts", "report", "files"),
    ),
    key="profile_tab",
    on_change="rerun",
)
if figures.open:
    with figures:
        left, right = st.columns([7, 3], gap="small")
        with left:
            picked = profile_numbers.indicators(filters, township, key="profile_table")
        with right, st.container(border=True, key="profile_source"):
            if picked:
                evidence_source(picked, key="profile_table")
            else:
                st.write(t("点表中的数字，这里显示它来自哪个文件、哪个单元格。"))
if shortfalls.open:
    with shortfalls:
        finding_list(gaps, key="profile_gaps", empty=t("{year}年没有发现短板。", year=filters.year), of_one=True)
if doubts.open:
    with doubts:
        note(t("疑点只是要向乡镇核实；乡镇改正之前，数据照旧。"))
        if cells:
            st.subheader(t("单元格疑点：文件里读不准的单元格"), anchor=False)
            doubt_list(cells, "profile_cells")
            st.subheader(t("数据疑点：核对规则对数据的疑问"), anchor=False)
        nothing = t("{year}年没有发现数据疑点。", year=filters.year)
        finding_list(questions, key="profile_questions", empty=nothing, of_one=True)
if report.open:
    with report:
        profile_report.show(filters, township)
if files.open:
    with files:
        profile_returns.table(township, uploads)
