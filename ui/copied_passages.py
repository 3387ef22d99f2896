"""Passages that two reports share, side by side, with what differs between them in bold."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import pandas as pd
import streamlit as st

from analytics.charts import severity_words
from analytics.checks.prose import places_of
from analytics.checks.questions.copied_text import ID
from analytics.model import Evidence, Finding
from analytics.submission import Mark
from ui import cached, explanations, question_answer
from ui.downloads import download_table
from ui.filters import Filters
from ui.findings import ordered, questions_of, unexplained, why
from ui.notes import note
from ui.one_township import to_profile
from ui.plain import plain
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t

SHOWN = 800
"""Characters of a passage that are shown; the file of all passages has them whole."""


def asked(filters: Filters) -> list[Finding]:
    """The questions about repeated text of the chosen year and townships; an answered one keeps its place."""
    return ordered(f for f in questions_of(filters.year) if f.rule == ID and f.township in filters.shown_townships)


def waiting(filters: Filters) -> int:
    """How many of them nobody has answered."""
    return len(unexplained(asked(filters)))


def about(finding: Finding) -> bool:
    """Whether a finding is about repeated text."""
    return finding.rule == ID


def marks(township: str, year: int) -> list[Mark]:
    """What a township's report shares with another one, as marks in its text."""
    found = [f for f in cached.questions(year) if f.rule == ID and f.township == township]
    return [
        Mark(*place, "copied", t("与{township}{year}年的报告相同", township=other.township, year=other.year))
        for finding in found
        for own, other in pairs(finding.evidence)
        for place in places_of(own.cell)
    ]


def pairs(evidence: Sequence[Evidence]) -> list[tuple[Evidence, Evidence]]:
    """The passages as the rule gives them: each in the one report, then in the other."""
    return list(zip(evidence[::2], evidence[1::2], strict=False))


def side_by_side(finding: Finding, *, scrolls: bool = False) -> None:
    """Every passage that a question is about, in both reports; ``scrolls``: in a box no higher than the screen."""
    held = pairs(finding.evidence)
    if not held:
        return
    own, other = held[0]
    heads = "".join(
        f"<th>{html.escape(t('{township}{year}年', township=e.township, year=e.year))}"
        f'<div class="note">{html.escape(e.file or "")}</div></th>'
        for e in (own, other)
    )
    rows = "".join(_row(*pair) for pair in held)
    more = finding.strength - len(held)
    box = "report pairs scrolls" if scrolls else "report pairs"
    st.html(f'<div class="{box}"><table><tr>{heads}</tr>{rows}</table></div>')
    note(
        t("只列出最长的 {n} 处，另有 {more} 处。粗体是两份报告不同的字。", n=len(held), more=more)
        if more > 0
        else t("粗体是两份报告不同的字。")
    )


_PARTS = re.compile(r"\d[\d,.]*|.", re.DOTALL)
"""A number differs as a whole, not digit by digit."""


def _row(own: Evidence, other: Evidence) -> str:
    parts: list[list[str]] = [_PARTS.findall(_short(e.raw)) for e in (own, other)]
    same = SequenceMatcher(None, parts[0], parts[1], autojunk=False).get_matching_blocks()
    cells = []
    for e, held, begins in ((own, parts[0], [m.a for m in same]), (other, parts[1], [m.b for m in same])):
        text, at = "", 0
        for begin, match in zip(begins, same, strict=True):
            text += f"<b>{html.escape(''.join(held[at:begin]))}</b>" if begin > at else ""
            at = begin + match.size
            text += html.escape("".join(held[begin:at]))
        numbers = listed([t("第 {n} 段", n=n) for n, _, _ in places_of(e.cell)])
        cells.append(f'<td><span class="note">{html.escape(numbers)}</span>　{text}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def show(filters: Filters) -> None:
    """A line for every report that repeats another one, and the passages of the chosen one, else of the first."""
    found = asked(filters)
    if not found:
        st.write(t("{year}年的工作报告没有大段雷同的文字。", year=filters.year))
        return
    note(t("法规名称、口号、数字和多数乡镇都有的表述不计。雷同只是要向乡镇核实，报告和数据照旧。"))
    grades = severity_words(language())
    table = pd.DataFrame(
        [(f.township, _against(f), _status(f), grades[f.severity], f.strength) for f in found],
        columns=[t("乡镇"), t("与哪份报告相同"), t("状态"), t("轻重"), t("处数")],
    )
    left, right = st.columns([3, 6], gap="medium")
    with left:
        event = st.dataframe(
            table,
            hide_index=True,
            key="quality_copied",
            on_select="rerun",
            selection_mode="single-row",
            row_height=ROW_HEIGHT,
            height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
            alt=t("文字雷同的工作报告"),
        )
        note(t("勾选一行最左边的方框，在右边对照两份报告。"))
        download_table(_as_table(found), t("{year}年工作报告雷同文字", year=filters.year), "quality_copied_download")
    picked = event["selection"]["rows"] if event else []
    chosen = found[picked[0]] if picked and picked[0] < len(found) else found[0]
    with right:
        st.write(plain(chosen.sentence.in_(language())))
        said = why(chosen)
        explanations.lines(said)
        side_by_side(chosen, scrolls=True)
        question_answer.form(chosen, said, f"quality_copied_{chosen.township}_{'_'.join(map(str, chosen.reports))}")
        to_profile(chosen.township)


def _status(finding: Finding) -> str:
    return t("已说明") if finding.status == "explained" else t("待核实")


def _against(finding: Finding) -> str:
    other = finding.evidence[1]
    return t("{township}{year}年", township=other.township, year=other.year)


def _as_table(found: Sequence[Finding]) -> pd.DataFrame:
    rows = [
        (f.township, _against(f), own.raw, own.cell, other.raw, other.cell, other.file, f.explanation)
        for f in found
        for own, other in pairs(f.evidence)
    ]
    columns = [
        t("乡镇"),
        t("与哪份报告相同"),
        t("报告原句"),
        t("位置"),
        t("另一份报告原句"),
        t("另一份位置"),
        t("另一份文件"),
        t("说明"),
    ]
    return pd.DataFrame(rows, columns=columns)
