"""One waiting file opened: what is open about it, its problems in place, old → new, headings nobody knew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analytics.measures import figure_text
from analytics.model import Figure
from analytics.store import UploadRow
from analytics.submission import Change
from ui import cached, choice_form, file_answers, heading_questions, problem_list, report_file, sheet_view, upload_check
from ui.counted_tabs import keep_open
from ui.formats import indicator_name, place_words
from ui.notes import note
from ui.plain import plain
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t


def show(upload: UploadRow) -> None:
    """The file's content in tabs; questions about township and year come first, since everything hangs on them."""
    reading, changes = cached.reading(upload.id)
    st.subheader(plain(upload.file_name), anchor=False)
    file_answers.open_questions(upload, reading)
    report = reading.kind == "narrative"
    checks = cached.cross_checks(upload.id)
    parts: list[tuple[str, Callable[[], None]]] = []
    if report:
        parts.append((t("报告原文"), partial(report_file.show, upload, reading)))
        if reading.choices:
            parts.append((choice_form.label(reading), partial(choice_form.show, upload, reading)))
    else:
        parts.append((t("整张表"), partial(sheet_view.show, upload, reading)))
    parts.append((problem_list.label(reading), partial(problem_list.show, upload, reading)))
    parts.append((t("旧值与新值（{n}）", n=len(changes)), partial(_changes, upload, changes, _steps_back(upload))))
    if report or checks:
        parts.append((upload_check.label(checks, upload), partial(upload_check.show, checks, upload)))
    if not report or reading.unknown_headings:
        unknown = reading.unknown_headings
        parts.append((t("没认出的表头（{n}）", n=len(unknown)), partial(heading_questions.show, upload, unknown)))
    names, key = [name for name, _ in parts], f"opened_tab_{upload.id}"
    tabs = st.tabs(keep_open(names, key), key=key, on_change="rerun")
    for tab, (_, put) in zip(tabs, parts, strict=True):
        with tab:
            put()


def _steps_back(upload: UploadRow) -> tuple[str, ...]:
    """The reports whose figures stand in for the return of a township and year, and no longer count once it is in."""
    if upload.kind != "return":
        return ()
    standing = cached.store().standing_figures(upload.townships, upload.years)
    files = {row.upload_id: row.file for row in standing.values()}
    return tuple(file for i, file in files.items() if cached.store().upload(i).kind == "narrative")


def _changes(upload: UploadRow, changes: tuple[Change, ...], gone: tuple[str, ...]) -> None:
    if gone:
        note(
            t(
                "现在采用的是工作报告（{files}）中的数据；这份报表入库后以报表为准，报告只作核对。",
                files=listed(list(gone)),
            )
        )
    kinds = {"changed": t("改变"), "new": t("新增"), "same": t("相同")}
    last_year = _last_year(changes)
    ordered = sorted(changes, key=lambda c: list(kinds).index(c.kind))
    table = pd.DataFrame(
        [
            (
                kinds[c.kind],
                c.township,
                str(c.year),
                indicator_name(c.indicator),
                t("已报待核实") if _waited(upload, c) else _said(c.old),
                _said(c.new),
                c.new.source.raw,
                place_words(c.new.source.cell, c.new.source.sheet),
                "；".join(filter(None, (_remark(c), last_year.get((c.township, c.year, c.indicator))))),
            )
            for c in ordered
        ],
        columns=[
            t("变化"),
            t("乡镇"),
            t("年度"),
            t("指标"),
            t("旧值"),
            t("新值"),
            t("原文"),
            t("出处"),
            t("备注"),
        ],
    )
    if last_year:
        note(t("{n} 项指标上年有过说明，写在“备注”里。", n=len(last_year)))
    st.dataframe(
        table,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(420, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={name: st.column_config.Column(alignment="right") for name in (t("旧值"), t("新值"))},
        alt=t("旧值与新值"),
    )


def _waited(upload: UploadRow, change: Change) -> bool:
    """Whether another file that was accepted holds the figure and it is not used before a question is answered."""
    wait = cached.wait(change.township, change.year, change.indicator) if change.old is None else None
    if wait is None or wait.doubt.upload_id == upload.id:
        return False
    return cached.store().upload(wait.doubt.upload_id).status == "accepted"


def _said(figure: Figure | None) -> str:
    if figure is None:
        return "—"
    return figure_text(figure.value, figure.qualifier, figure.state, language())


def _last_year(changes: tuple[Change, ...]) -> dict[tuple[str, int, str], str]:
    """What was said of the same indicator a year earlier, by township, year of the new figure and indicator."""
    asked = {(c.township, c.year, c.indicator) for c in changes}
    said: dict[tuple[str, int, str], str] = {}
    for row in cached.explanations():
        key = (row.township or "", (row.year or 0) + 1, row.indicator or "")
        if key in asked:
            text = t("上年说明：{text}（{who}）", text=row.text, who=row.who)
            said[key] = f"{said[key]}；{text}" if key in said else text
    return said


def _remark(change: Change) -> str:
    if not change.usable:
        return t("有错误，不会入库")
    if change.checks_only:
        return t("已有报表，报告只作核对，不计入")
    if change.keeps_old:
        return t("新表为空，旧值保留")
    return "；".join(p.message.in_(language()) for p in change.problems)
