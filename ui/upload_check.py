"""A waiting file held against the other half: its report against the return, its return against the reports."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from analytics.checks import Crossed, tally
from analytics.model import Problem, Severity
from analytics.store import UploadRow
from analytics.submission import CrossCheck
from analytics.text import Text
from ui import cached, crosscheck_table, problem_list, report_text
from ui.notes import note
from ui.plain import plain
from ui.words import listed, t


def label(checks: tuple[CrossCheck, ...], upload: UploadRow) -> str:
    """What the tab is called: with how many figures differ, or that there is no other half."""
    rows = [row for check in checks for row in check.rows]
    report = upload.kind == "narrative"
    if not rows:
        return t("与报表核对（没有报表）") if report else t("与工作报告核对（没有报告）")
    n = tally(rows)["differs"]
    return t("与报表核对（{n} 项不一致）", n=n) if report else t("与工作报告核对（{n} 项不一致）", n=n)


def show(checks: tuple[CrossCheck, ...], upload: UploadRow) -> None:
    """The indicators of the report and return of one township and year; the sentence and the cell of the chosen one."""
    held = [replace(check, rows=tuple(crosscheck_table.told_of_waiting(check.rows))) for check in checks if check.rows]
    if not held:
        st.write(_alone(checks, upload))
        return
    check = held[0]
    if len(held) > 1:
        number = st.selectbox(
            t("有工作报告的乡镇"),
            range(len(held)),
            format_func=lambda k: _named(held[k]),
            key=f"crossed_{upload.id}",
            width=420,
        )
        check = held[number]
    note(_halves(check, upload))
    crosscheck_table.show(
        check.rows,
        f"crossed_{upload.id}_{check.report.upload_id}",
        reported=partial(_sentences, check),
        returned=partial(_cell, check),
    )


def _alone(checks: tuple[CrossCheck, ...], upload: UploadRow) -> str:
    if upload.kind != "narrative":
        return t("这些乡镇这一年还没有收到工作报告。")
    if not checks:
        return t("还不知道是哪个乡镇、哪一年的报告，请先在上面补充。")
    report = checks[0].report
    return t(
        "{township}{year}年还没有收到报表。现在入库，报告中的数据就作为报表数据采用，各处都标明“来自工作报告”；以后收到报表，即以报表为准。",
        township=plain(report.township),
        year=report.year,
    )


def _named(check: CrossCheck) -> str:
    n = tally(check.rows)["differs"]
    return t("{township}{year}年（{n} 项不一致）", township=check.report.township, year=check.report.year, n=n)


def _halves(check: CrossCheck, upload: UploadRow) -> str:
    files = listed([u.file_name for u in check.returns])
    if upload.kind == "narrative":
        waits = t("（待入库）") if check.waiting else ""
        return t("报表：{files}{waits}", files=files, waits=waits)
    waits = t("（待入库）") if check.waiting else ""
    return t("工作报告：{file}{waits}", file=check.report.file, waits=waits)


def _sentences(check: CrossCheck, row: Crossed) -> None:
    report_text.sentences(check.report.paragraphs, crosscheck_table.cell_of(row), crosscheck_table.sentences_of(row))


def _cell(check: CrossCheck, row: Crossed) -> None:
    there = row.returned
    if there is None:
        return
    upload = cached.store().upload(check.held_in[row.indicator])
    note("　".join(filter(None, (upload.file_name, there.sheet, there.cell))))
    problem_list.in_place(upload, Problem(Severity.NOTE, "", Text("", ""), there.sheet, there.cell))
