"""Where a figure comes from: file, sheet, cell, what stands there, who sent it when, and the cells around it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.measures import figure_text
from analytics.model import Evidence
from analytics.store import FigureRow, Key
from analytics.submission import SourceView
from ui import cached, explanations, report_text, waiting
from ui.cell_grid import cell_grid
from ui.formats import indicator_name, moment
from ui.notes import note
from ui.plain import plain
from ui.words import language, t

LATEST = "_clicked"


def clicked_source(place: DeltaGenerator, measure: str, **clicks: tuple[str, int] | None) -> None:
    """Opens in ``place`` the source of the mark clicked last on any of the charts; ``clicks`` by their keys."""
    before = st.session_state.get(LATEST, {})
    latest = before.get("latest")
    for chart, clicked in clicks.items():
        if clicked != before.get(chart):
            latest = chart if clicked else None if latest == chart else latest
    st.session_state[LATEST] = {**clicks, "latest": latest if latest in clicks else None}
    shown = clicks.get(latest) if latest else None
    if shown is None:
        return
    with place.container(border=True, key="clicked_source"):
        measure_source(*shown, measure, key="clicked")
        st.button(t("收起"), key="close_source", on_click=_close)


def _close() -> None:
    st.session_state[LATEST] = {**st.session_state.get(LATEST, {}), "latest": None}


def measure_source(township: str, year: int, measure: str, key: str) -> None:
    """The parts of a headline measure for a township and year, each with its place; the chosen part's cell opened."""
    catalogue = cached.catalogue()
    parts = [i.id for i in catalogue.parts_of(measure)]
    table = cached.indicators()
    rows = table[(table["township"] == township) & (table["year"] == year) & table["indicator"].isin(parts)]
    name = catalogue.headline_by_id[measure]
    st.markdown(f"**{plain(township)}　{year}　{name.name_en if language() == 'en' else name.name_zh}**")
    held = [r for r in rows.to_dict("records") if not pd.isna(r["figure_id"])]
    if not held:
        _not_held(township, year, parts, key)
        return
    asked = int(rows["parts_waiting"].sum())
    lacking = int(rows["parts_missing"].sum()) - asked
    by_id = {int(r["figure_id"]): r for r in held}
    chosen = next(iter(by_id))
    if len(by_id) > 1:
        note(t("由 {n} 项相加；点一项看出处", n=len(by_id)))
        chosen = st.radio(
            t("分项"),
            list(by_id),
            format_func=lambda figure_id: _part(by_id[figure_id]),
            key=f"{key}_part_{township}_{year}_{measure}",
            label_visibility="collapsed",
        )
    if lacking:
        note(t("另有 {n} 项未报，没有算进合计", n=lacking))
    if asked:
        note(t("另有 {n} 项已报待核实，没有算进合计", n=asked))
        waiting.way_to_doubts(township, year)
        for part in rows.loc[rows["state"].eq("waiting"), "indicator"]:
            if wait := cached.wait(township, year, part):
                place = st.expander(indicator_name(part), key=f"{key}_wait_{township}_{year}_{part}", on_change="rerun")
                if place.open:
                    with place:
                        waiting.source(wait)
    figure_source(chosen, key)


def _not_held(township: str, year: int, indicators: Sequence[str], key: str) -> None:
    """Says that nothing was sent, why if that was said, and lets it be said."""
    sent = [i for i in indicators if cached.wait(township, year, i)]
    if sent:
        waiting.way_to_doubts(township, year)
    else:
        st.write(t("这一年没有收到这项数据。"))
    indicator = next(iter((*sent, *indicators)))
    if len(indicators) > 1:
        indicator = st.selectbox(
            t("哪一项"),
            indicators,
            index=list(indicators).index(indicator),
            format_func=indicator_name,
            key=f"{key}_lacking_{township}_{year}",
        )
    wait = cached.wait(township, year, indicator)
    if wait is not None:
        waiting.source(wait)
    about = Key(township, year, indicator)
    explanations.panel(about, explanations.of_key(about), f"{key}_{township}_{year}_{indicator}")


def _part(row: dict[Any, Any]) -> str:
    indicator = cached.catalogue().by_id[row["indicator"]]
    name = indicator.name_en if language() == "en" else indicator.name_zh
    unit = indicator.unit if language() == "zh" else ""
    told = (row["township"], int(row["year"])) in cached.told()
    return f"{name}　{figure_text(row['value'], row['qualifier'], row['state'], language(), told=told)} {unit}".rstrip()


def _figure_of(row: FigureRow) -> str:
    """A figure as it was reported, with the name it was reported under."""
    figure = row.figure
    value = figure_text(figure.value, figure.qualifier.value, figure.state.value, language())
    return f"{figure.township}　{value}"


def figure_source(figure_id: int, key: str) -> None:
    """One figure's place: the sentence about it, the cells around it with the cell marked, and what explains it."""
    parts = cached.parts_of(int(figure_id))
    if len(parts) > 1:
        note(t("由变动前 {n} 个乡镇的数据相加；点一个看出处", n=len(parts)))
        held = {part: _figure_of(row) for part in parts if (row := cached.store().figure(part)) is not None}
        chosen = st.radio(
            t("变动前的乡镇"),
            list(held),
            format_func=held.__getitem__,
            key=f"{key}_before_{figure_id}",
            label_visibility="collapsed",
        )
        figure_id = int(chosen or figure_id)
    view = cached.source(int(figure_id))
    if view is None:
        st.write(t("这个数据已经不在库里。"))
        return
    lines = [
        (t("文件"), view.file),
        *([(t("来源"), t("来自工作报告"))] if view.kind == "narrative" else []),
        *([(t("工作表"), view.sheet), (t("单元格"), view.cell)] if view.sheet else [(t("位置"), view.cell)]),
        (t("原文"), view.raw or t("（空）")),
        (t("上传"), f"{view.uploaded_by}　{moment(view.uploaded_at)}"),
    ]
    st.html(
        '<div class="source">'
        + "".join(f'<div><span class="note">{label}</span>　{html.escape(str(text))}</div>' for label, text in lines)
        + "</div>"
    )
    if view.sheet is None and view.paragraphs:
        report_text.sentences(view.paragraphs, view.cell, view.raw)
    else:
        grid(view)
    explanations.panel(view.figure_id, view.explanations, f"{key}_{view.figure_id}")


def grid(view: SourceView) -> None:
    """Neighbouring cells as a small table with the cell itself marked."""
    if not view.rows:
        reason = view.message.in_(language()) if view.message else t("原文件的这一处现在打不开，只留有上面的文字。")
        note(reason)
        return
    cell_grid(view.columns, view.rows, view.cell)


def report_source(township: str, year: int, cell: str, file: str, raw: str) -> None:
    """A sentence of the report of a township and year, the place that was asked for marked in it."""
    report = cached.reports().get((township, year))
    st.html(f'<div class="source"><div><span class="note">{t("工作报告")}</span>　{html.escape(file)}</div></div>')
    # A later report may have taken the place of the one that was quoted.
    held = report.paragraphs if report and report.file == file else ()
    report_text.sentences(held, cell, raw)


def evidence_source(evidence: Evidence, key: str) -> None:
    """The place of a figure, or of a report's sentence, that a finding rests on."""
    if evidence.raw:
        report_source(evidence.township, evidence.year, evidence.cell or "", evidence.file or "", evidence.raw)
        return
    if not evidence.indicator:
        st.write(plain(" ".join(filter(None, (evidence.file, evidence.sheet, evidence.cell)))))
        return
    table = cached.figures()
    rows = table[
        (table["township"] == evidence.township)
        & (table["year"] == evidence.year)
        & (table["indicator"] == evidence.indicator)
    ]
    wait = cached.wait(evidence.township, evidence.year, evidence.indicator)
    # A row that one file left empty is not what is shown of a figure that another file sent and that waits.
    if len(rows) and (wait is None or rows["state"].iloc[0] != "missing"):
        figure_source(int(rows["figure_id"].iloc[0]), key)
    else:
        _not_held(evidence.township, evidence.year, [evidence.indicator], key)
