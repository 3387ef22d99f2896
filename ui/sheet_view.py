"""An uploaded sheet as a whole: every cell coloured by what it was taken for, beside what each column and row is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from analytics.intake.grid import Sheet, Workbook
from analytics.model import Problem, Reading, Severity, TableView
from analytics.store import UploadRow
from ui import axis_table, cached, file_answers
from ui.notes import note
from ui.screen import palette
from ui.sheet_grid import COLUMNS, ROWS, Extent, extent, grid_html, legend_html, places_of, style
from ui.words import language, t

ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.NOTE: 2}


def show(upload: UploadRow, reading: Reading) -> None:
    """The sheet on the left, what its columns and rows were taken for on the right."""
    book = cached.workbook(upload.id)
    if isinstance(book, Problem):
        note(book.message.in_(language()))
        return
    sheet = _chosen_sheet(upload, reading, book)
    if sheet is None:
        note(t("这个文件没有可以显示的工作表。"))
        return
    tables = [table for table in reading.tables if table.sheet == sheet.name]
    left, right = st.columns(2, gap="medium")
    with left:
        _grid(upload, reading, sheet, tables)
    with right:
        axis_table.show(upload, reading, tables)
        with st.expander(t("更正整个文件的乡镇或年度")):
            file_answers.correction(upload, reading)


def _chosen_sheet(upload: UploadRow, reading: Reading, book: Workbook) -> Sheet | None:
    """The sheet to show; the one with a table that was read first, where there are several."""
    sheets = [s for s in named(book, upload.file_name) if not s.hidden and s.cells]
    if len(sheets) < 2:
        return sheets[0] if sheets else None
    read = {table.sheet for table in reading.tables}
    names = [s.name for s in sheets]
    start = next((k for k, name in enumerate(names) if name in read), 0)
    chosen = st.selectbox(t("工作表"), names, index=start, key=f"sheet_{upload.id}", width=320)
    return next(s for s in sheets if s.name == chosen)


def named(book: Workbook, file_name: str) -> list[Sheet]:
    """The sheets, one without a name of its own (a text table) under that of its file, as readings call it."""
    stem = PurePath(file_name.replace("\\", "/")).stem
    return [sheet if sheet.name else replace(sheet, name=stem) for sheet in book.sheets]


def _grid(upload: UploadRow, reading: Reading, sheet: Sheet, tables: list[TableView]) -> None:
    whole = extent(sheet)
    first = 0
    if whole.rows_in_all > ROWS:
        first = ROWS * (
            int(
                st.number_input(
                    t("第几页（每页 {rows} 行，共 {n} 行）", rows=ROWS, n=whole.rows_in_all),
                    min_value=1,
                    max_value=(whole.rows_in_all - 1) // ROWS + 1,
                    key=f"page_{upload.id}_{sheet.name}",
                    width=320,
                )
            )
            - 1
        )
    shown = extent(sheet, first)
    roles = {cell: role for table in tables for cell, role in table.roles}
    st.html(style(palette()))
    st.html(legend_html(roles.values(), role_word, t("有问题，指向它看原因")))
    st.html(grid_html(sheet, shown, roles, _problem_places(reading, sheet, shown), role_word))
    if whole.columns_in_all > COLUMNS:
        note(t("另有 {n} 列没有显示。", n=whole.columns_in_all - COLUMNS))
    if sheet.hidden_rows or sheet.hidden_columns:
        note(t("隐藏的行和列没有读取，也不显示。"))


def _problem_places(reading: Reading, sheet: Sheet, shown: Extent) -> dict[tuple[int, int], str]:
    """0-based place → the sentences of its problems, errors first."""
    places: dict[tuple[int, int], str] = {}
    for problem in sorted(reading.problems, key=lambda p: ORDER[p.severity]):
        if problem.sheet in (None, sheet.name):
            for place in places_of(problem.cell, shown):
                said = problem.message.in_(language())
                places[place] = f"{places[place]}　{said}" if place in places else said
    return places


def role_word(role: str) -> str:
    """What a cell was taken for, in a word."""
    return {
        "title": t("标题"),
        "heading": t("表头"),
        "township": t("乡镇"),
        "year": t("年度或期间"),
        "unit": t("单位"),
        "figure": t("数据"),
        "total": t("合计"),
        "derived": t("推算数"),
        "note": t("说明"),
        "unknown": t("没有采用"),
    }.get(role, role)
