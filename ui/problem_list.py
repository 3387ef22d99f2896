"""The problems of a file: equal ones as one line, errors before questions before notes, each beside its cells."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.checks.prose import in_paragraphs, places_of
from analytics.intake.problems import ProblemGroup, grouped
from analytics.model import Problem, Reading, Severity
from analytics.store import ExplanationRow, UploadRow
from analytics.submission.doubts import UNKNOWN
from analytics.submission.source import neighbourhood
from ui import cached, explanations, report_text
from ui.cell_grid import NARROW, WIDE, cell_grid
from ui.downloads import download_table
from ui.formats import place_words
from ui.notes import note
from ui.plain import plain
from ui.sheet_grid import a1_place
from ui.sheet_view import named
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t

CELLS = 4
"""Cells named in the table; all of them can be chosen once the line is open."""


def label(reading: Reading) -> str:
    """What the tab is called: how many problems there are; what is only told, as how a choice was made, is none."""
    notes = sum(problem.severity is Severity.NOTE for problem in reading.problems)
    n = len(reading.problems) - notes
    return t("问题（{n}，另有 {notes} 条说明）", n=n, notes=notes) if notes else t("问题（{n}）", n=n)


def show(upload: UploadRow, reading: Reading) -> None:
    """The groups; the one that is clicked (else the first) with its cells as they stand in the file."""
    if not reading.problems:
        st.write(t("没有发现问题。"))
        return
    explained = dict(cached.explained(upload.id))
    groups = sorted(grouped(reading.problems), key=lambda group: _explained(group, explained) == len(group.problems))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        group = _table(upload, groups, explained)
    with right:
        _group(upload, group, explained)


Explained = Mapping[Problem, ExplanationRow | None]


def _explained(group: ProblemGroup, explained: Explained) -> int:
    """How many problems of a group somebody has explained."""
    return sum(explained.get(problem) is not None for problem in group.problems)


def _counted(group: ProblemGroup, explained: Explained) -> str:
    n, done = len(group.problems), _explained(group, explained)
    if 0 < done < n:
        return t("同类 {n} 处，{done} 处已说明", n=n, done=done)
    return t("同类 {n} 处", n=n) if n > 1 else ""


def _table(upload: UploadRow, groups: list[ProblemGroup], explained: Explained) -> ProblemGroup:
    words = {Severity.ERROR: t("错误"), Severity.QUESTION: t("疑点"), Severity.NOTE: t("说明")}
    table = pd.DataFrame(
        [
            (
                t("已说明")
                if _explained(group, explained) == len(group.problems)
                # Ours to answer, not the township's: the list of files counts it apart from its doubts.
                else t("表头待指明")
                if group.code == UNKNOWN
                else words[group.severity],
                _said(group.problems[0]),
                _counted(group, explained),
                group.sheet or "",
                _some(group.cells),
            )
            for group in groups
        ],
        columns=[t("类别"), t("问题"), t("处数"), t("工作表"), t("单元格")],
    )
    if upload.kind == "narrative":
        table = table.drop(columns=[t("处数"), t("工作表")]).rename(columns={t("单元格"): t("位置")})
    event = st.dataframe(
        table,
        hide_index=True,
        key=f"problems_{upload.id}",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(360, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={
            t("类别"): st.column_config.Column(width=76),
            # With the place still in view on the smallest screen; the sentence stands in full beside the table.
            t("问题"): st.column_config.Column(width="large" if upload.kind == "narrative" else 262),
            t("处数"): st.column_config.Column(width=70),
            t("工作表"): st.column_config.Column(width=88),
            t("单元格"): st.column_config.Column(width=76),
        },
        alt=t("文件的问题"),
    )
    download_table(table, t("{file}的问题", file=upload.file_name), f"problems_download_{upload.id}")
    picked = event["selection"]["rows"] if event else []
    return groups[picked[0]] if picked and picked[0] < len(groups) else groups[0]


def _group(upload: UploadRow, group: ProblemGroup, explained: Explained) -> None:
    problems = list(group.problems)
    shown = problems[0]
    if len(problems) > 1:
        number = st.selectbox(
            t("同类 {n} 处，选一处查看", n=len(problems)),
            range(len(problems)),
            format_func=lambda k: f"{place_words(problems[k].cell)}　{_said(problems[k])}",
            key=f"same_{upload.id}_{group.code}_{group.sheet}_{group.cells[:1]}",
        )
        shown = problems[number]
    st.write(plain(_said(shown)))
    in_place(upload, shown, WIDE)
    # What a heading means is for the county to say, in the tab beside; nobody is asked to explain it.
    asked = shown.severity is not Severity.NOTE and shown.code != "unknown_heading"
    if asked or explained.get(shown) is not None:
        explanations.of_problem(explained.get(shown), report=upload.kind == "narrative")


def in_place(upload: UploadRow, problem: Problem, room: int = NARROW) -> None:
    """The cells around a problem's cell, as they stand in the file; the sentences of a place in prose."""
    place = a1_place(problem.cell)
    if places_of(problem.cell):
        report_text.sentences(cached.reading(upload.id)[0].paragraphs, problem.cell or "")
    if problem.sheet is None or place is None:
        return
    book = cached.workbook(upload.id)
    if isinstance(book, Problem):
        note(book.message.in_(language()))
        return
    sheet = next((s for s in named(book, upload.file_name) if s.name == problem.sheet), None)
    if sheet is not None:
        columns, rows = neighbourhood(sheet, place, {})
        cell_grid(columns, rows, "", room)


def _said(problem: Problem) -> str:
    return in_paragraphs(problem.message.in_(language()), language())


def _some(cells: tuple[str, ...]) -> str:
    return listed(list(dict.fromkeys(map(place_words, cells[:CELLS])))) + ("…" if len(cells) > CELLS else "")
