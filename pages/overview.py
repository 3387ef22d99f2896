"""总览: are we doing more or less than last year, who is behind, what is weak."""

from functools import partial

import streamlit as st

from ui import cached, drawings, footnotes
from ui.cards import headline_cards, sums_note
from ui.findings import standing_gaps, strongest, without_township
from ui.notes import note
from ui.one_township import to_profile
from ui.plain import plain
from ui.registry import link
from ui.screen import chart, filters_or_empty, judged
from ui.standing import deadline_text, standing
from ui.words import listed, t

filters = filters_or_empty(t("总览用一屏回答：比上年多了还是少了，谁还没报，哪里薄弱。"))
judged(filters)
now = standing(filters.year, filters.townships)
county = cached.store().setting("county") or t("本县")

with st.container(key="headline", horizontal=True, vertical_alignment="center", gap="medium"):
    st.title(t("{county}　{year}年", county=plain(county), year=filters.year), anchor=False, width="content")
    st.markdown(
        t(
            "已报 **{n}/{all}** 个乡镇",
            n=len(now.reported),
            all=len(now.reported) + len(now.being_checked) + len(now.unreported),
        ),
        width="content",
    )
    st.markdown(deadline_text(filters.year), width="content")

headline_cards(filters)
note(sums_note(filters))

left, right = st.columns([3, 2], gap="medium")
with left:
    chart("overview_dumbbell", filters, partial(drawings.overview_dumbbell, filters))
    footnotes.under(filters.shown_townships, (filters.year, filters.base), filters.measure.id)
with right:
    with st.container(border=True, key="to_do", gap="xxsmall"):
        todo = t("需要处理")
        st.markdown(f"**{todo}**")
        if now.unreported:
            few = listed(list(now.unreported[:4]))
            more = t("{few}等", few=few) if len(now.unreported) > 4 else few
            link("upload", t("{n} 个乡镇未报：{names}", n=len(now.unreported), names=plain(more)))
        if now.being_checked:
            few = listed(list(now.being_checked[:4]))
            more = t("{few}等", few=few) if len(now.being_checked) > 4 else few
            said = t("{n} 个乡镇已报待核实或待入库：{names}", n=len(now.being_checked), names=plain(more))
            if now.pending_files:
                link("upload", said)
            else:
                link("quality", said, quality_tab="doubts")
        if now.off_roster:
            few = listed(list(now.off_roster[:4]))
            more = t("{few}等", few=few) if len(now.off_roster) > 4 else few
            link("settings", t("{n} 个乡镇有数据，但不在乡镇名册里：{names}", n=len(now.off_roster), names=plain(more)))
        if not now.on_roster:
            link("settings", t("还没有乡镇名册，看不出谁没有报：去设置里下载模板、上传名册"))
        if now.pending_files:
            link("upload", t("{n} 个文件等待核对", n=now.pending_files))
        if now.asked.all:
            asked = t("{n} 个疑点要问乡镇（{kinds}）", n=now.asked.all, kinds=now.asked.in_words)
            link("quality", asked, quality_tab="doubts")
        if now.new_gaps:
            link("gaps", t("{n} 个新短板", n=now.new_gaps))
        if now.on_roster and not (
            now.unreported or now.being_checked or now.off_roster or now.pending_files or now.asked.all or now.new_gaps
        ):
            st.write(t("没有需要处理的事项。"))
    with st.container(key="strongest", gap="xsmall"):
        weakest = t("最突出的短板")
        st.markdown(f"**{weakest}**")
        found = strongest(standing_gaps(filters.year), filters.townships)
        if found:
            for finding in found:
                name, sentence = st.columns([3, 8], gap="small")
                with name:
                    to_profile(finding.township, finding.township)
                sentence.html(f"<p>{without_township(finding)}</p>")
        else:
            st.write(t("没有发现短板。"))
