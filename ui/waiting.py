"""Figures that a township sent in and that are not used before it answers: they are 已报待核实 on every screen, not 未报.

Which they are the tables tell (``cached.headlines``, ``cached.indicators``): their state there is waiting.
"""

from __future__ import annotations

import html

import streamlit as st

from analytics.checks.asking import Wait
from analytics.model import Problem, Severity
from ui import cached, problem_list
from ui.formats import place_words
from ui.notes import note
from ui.plain import plain
from ui.registry import link
from ui.words import language, t


def way_to_doubts(township: str, year: int) -> None:
    """Says that something came in and is not used, and leads to where its question stands."""
    note(t("这项数据报了，但所报的数有疑问，没有采用，待乡镇核实。"))
    link("quality", t("去数据质量看疑点"), year=str(year), quality_tab="doubts", doubts_of=township)


def source(wait: Wait) -> None:
    """Where a figure that waits stands, what stands there, and what is asked: as of a figure that is used."""
    doubt = wait.doubt
    lines = [
        (t("文件"), doubt.file),
        *([(t("来源"), t("来自工作报告"))] if doubt.origin == "narrative" else []),
        *(
            [(t("工作表"), doubt.sheet), (t("单元格"), wait.cell)]
            if doubt.sheet
            else [(t("位置"), place_words(wait.cell))]
        ),
        *([(t("原文"), wait.raw)] if wait.raw else []),
    ]
    st.html(
        '<div class="source">'
        + "".join(f'<div><span class="note">{label}</span>　{html.escape(str(text))}</div>' for label, text in lines)
        + "</div>"
    )
    st.write(plain(doubt.sentence.in_(language())))
    problem = Problem(Severity.QUESTION, doubt.code, doubt.sentence, doubt.sheet or None, wait.cell)
    problem_list.in_place(cached.store().upload(doubt.upload_id), problem)
