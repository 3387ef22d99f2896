"""Texts ready to be copied: who has not reported, and what every township is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from analytics.checks.asking import Doubt, letters, reminder
from analytics.measures import told_by_reports
from analytics.submission.arriving import spoken_of
from ui import cached
from ui.copying import copyable
from ui.doubts import unmatched_headings
from ui.filters import Filters
from ui.formats import indicator_name
from ui.notes import note
from ui.standing import deadline, standing
from ui.words import language, t

EVERYONE = ""
"""The choice of all letters at once among townships."""


def show(filters: Filters, doubts: Sequence[Doubt]) -> None:
    """The reminder on the left, the letters with questions on the right."""
    left, right = st.columns(2, gap="medium")
    with left:
        _reminder(filters)
    with right:
        _letters(filters, doubts)


def _reminder(filters: Filters) -> None:
    missing = [name for name in standing(filters.year).unreported if name in filters.shown_townships]
    reports = {town for town, year in told_by_reports(cached.figures()) if year == filters.year}
    # A return that is here and waits to be accepted has come.
    waits = [u for u in cached.store().uploads("pending") if u.kind != "narrative" and filters.year in u.years]
    come = {name for upload in waits for name, year in spoken_of(cached.store(), upload) if year == filters.year}
    told = [name for name in filters.shown_townships if name in reports - come]
    st.subheader(t("催报（{n} 个乡镇）", n=len(missing) + len(told)), anchor=False)
    if not missing and not told:
        st.write(t("{year}年所有乡镇都已报送，不用催。", year=filters.year))
        return
    county = cached.store().setting("county") or t("本县")
    today = date.today()  # noqa: DTZ011 the office's own calendar day
    said = reminder(missing, filters.year, deadline(filters.year), today, county, language(), told)
    copyable(said, key="quality_reminder")


def _letters(filters: Filters, doubts: Sequence[Doubt]) -> None:
    lack, unknown = lacking(filters), unmatched_headings(filters.year)
    written = letters(filters.shown_townships, filters.year, doubts, lack, language(), unknown)
    st.subheader(t("请乡镇核实（{n} 个乡镇）", n=len(written)), anchor=False)
    if not written:
        st.write(t("{year}年没有要向乡镇核实的。", year=filters.year))
        return
    unsure = [name for name in written if unknown.get(name) and lack.get(name)]
    if unsure:
        note(
            t("{n} 个乡镇的报表里有没认出的表头，缺的指标可能就在其中：先在“没认出的表头”里指明，再发。", n=len(unsure))
        )
    everyone = t("全部 {n} 个乡镇", n=len(written))
    chosen = st.selectbox(
        t("给哪个乡镇"),
        [EVERYONE, *written],
        format_func=lambda name: name or everyone,
        key="quality_letter",
        label_visibility="collapsed",
        placeholder=t("请选择"),
    )
    text = written.get(chosen) or "\n\n".join(written.values())
    copyable(text, key="quality_letter_text")
    st.download_button(
        t("下载文字（TXT）"),
        # With a byte order mark and Windows' line ends, as the simplest editors there want it.
        lambda: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        file_name=t("{year}年核实_{who}.txt", year=filters.year, who=chosen or t("全部乡镇")),
        mime="text/plain",
        on_click="ignore",
        key="quality_letter_download",
    )
    nobodys = sum(not d.township and not d.explained for d in doubts)
    if nobodys:
        note(t("另有 {n} 个疑点看不出是哪个乡镇的，在“疑点”里。", n=nobodys))


def lacking(filters: Filters) -> dict[str, list[str]]:
    """Township → names of the indicators that were not sent, of the townships that reported anything in the year.

    What was sent in and waits for an answer is asked about by its doubt, and not asked for again.
    """
    table = cached.indicators()
    table = table[(table["year"] == filters.year) & table["township"].isin(filters.shown_townships)]
    sent = set(table.loc[table["state"].eq("reported"), "township"])
    rows = table[table["parts_missing"].gt(table["parts_waiting"]) & table["township"].isin(sent)]
    found: dict[str, list[str]] = {}
    for township, indicator in zip(rows["township"], rows["indicator"], strict=True):
        found.setdefault(str(township), []).append(indicator_name(str(indicator)))
    return found
