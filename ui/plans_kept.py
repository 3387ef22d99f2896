"""Last year's plans of a township, held against what it reported of this year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.checks.promises import KEPT, Promise, promises, tally_kept
from analytics.measures import figure_text
from analytics.model import Evidence
from ui import cached
from ui.downloads import download_table
from ui.formats import indicator_name
from ui.notes import note
from ui.source_panel import evidence_source
from ui.tables import ROW_HEIGHT
from ui.words import language, t

SIGNS = {
    "unseen": "?",
    "none": "0",
    "partly": "◐",
    "unclear": "≈",
    "waiting": "…",
    "silent": "—",
    "told": "○",
    "done": "●",
}
"""A sign for every outcome, so that nothing hangs on colour."""


def kept_words() -> dict[str, str]:
    """What an outcome is called."""
    return {
        "unseen": t("未见"),
        "none": t("报为 0"),
        "partly": t("做到一部分"),
        "unclear": t("约数，说不准"),
        "waiting": t("已报待核实"),
        "silent": t("没有收到本年报告，无从对照"),
        "told": t("已提到"),
        "done": t("已做到"),
    }


def of_township(township: str, year: int) -> list[Promise]:
    """The plans for a year with what became of them; [] where there are none, or nothing of the year has come."""
    return cached.made("promises", (township, year), lambda: promises(cached.county(), township, year))


def planned(township: str, year: int) -> int:
    """How many plans the report on the year before holds."""
    before = cached.reports().get((township, year - 1))
    return len(before.plans) if before else 0


def show(township: str, year: int, key: str) -> None:
    """The counts, the plans in a table, and under it the plan's sentence and what was reported, with their places."""
    found = of_township(township, year)
    if not found:
        _nothing(township, year)
        return
    counts, words = tally_kept(found), kept_words()
    note(
        t("{before}年工作报告提出的计划，对照{year}年报来的数据和报告：", before=year - 1, year=year)
        + "　".join(t("{outcome} {n} 项", outcome=words[o], n=counts[o]) for o in KEPT if counts[o])
    )
    chosen = _table(found, township, year, key)
    if chosen is None:
        note(t("“未见”只说明报来的数据和报告里都没有看到，不等于没有做。勾选一行最左边的方框，看原句和出处。"))
        return
    left, right = st.columns(2, gap="medium")
    heads = t("{year}年的报告里", year=year - 1), t("{year}年报来的", year=year)
    with left, st.container(border=True, key=f"{key}_planned"):
        st.markdown(f"**{heads[0]}**")
        evidence_source(chosen.planned, f"{key}_plan")
    with right, st.container(border=True, key=f"{key}_seen"):
        st.markdown(f"**{heads[1]}**")
        if not chosen.seen:
            st.write(t("报来的数据和报告里都没有看到。"))
        for number, evidence in enumerate(chosen.seen):
            evidence_source(evidence, f"{key}_seen_{number}")


def _nothing(township: str, year: int) -> None:
    if planned(township, year):
        st.write(t("{year}年的数据还没有报来，报来后在这里对照上年的计划。", year=year))
    elif (township, year - 1) in cached.reports():
        st.write(t("{year}年的工作报告没有写到下一年的计划。", year=year - 1))
    else:
        st.write(t("没有{year}年的工作报告，不知道上年有什么计划。", year=year - 1))


def _table(found: Sequence[Promise], township: str, year: int, key: str) -> Promise | None:
    frame = as_table(found)
    event = st.dataframe(
        frame.drop(columns=[t("计划出处"), t("出处")]),
        hide_index=True,
        key=f"{key}_table",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(330, ROW_HEIGHT * (len(frame) + 1) + 8),
        column_config={
            t("结果"): st.column_config.Column(width=100),
            t("计划"): st.column_config.Column(width=205),
            t("指标"): st.column_config.Column(width=95),
            t("目标"): st.column_config.Column(width=50, alignment="right"),
            t("报来的"): st.column_config.Column(width=90),
        },
        alt=t("上年计划对照"),
    )
    download_table(frame, t("{township}{year}年计划对照", township=township, year=year), f"{key}_download")
    picked = event["selection"]["rows"] if event else []
    return found[picked[0]] if picked and picked[0] < len(found) else None


def as_table(found: Sequence[Promise]) -> pd.DataFrame:
    """Every plan with its target, what was reported, and both places, as texts."""
    words = kept_words()
    columns = [t("结果"), t("计划"), t("指标"), t("目标"), t("报来的"), t("计划出处"), t("出处")]
    return pd.DataFrame(
        [
            (
                f"{SIGNS[p.outcome]} {words[p.outcome]}",
                p.plan.sentence,
                indicator_name(p.plan.indicator) if p.plan.indicator else "",
                _target(p),
                _reported(p.seen[0]) if p.seen else "",
                _place(p.planned),
                _place(p.seen[0]) if p.seen else "",
            )
            for p in found
        ],
        columns=columns,
    )


def _target(promise: Promise) -> str:
    """The number to reach; +1 where the level it starts from is not known."""
    if promise.needed is not None:
        return figure_text(promise.needed, "exact", "reported", language())
    target = promise.plan.target
    return "" if target is None else f"+{figure_text(target, 'exact', 'reported', language())}"


def _reported(e: Evidence) -> str:
    return figure_text(e.value, e.qualifier, "reported", language()) if e.indicator else e.raw


def _place(e: Evidence) -> str:
    return " ".join(filter(None, (e.file, e.sheet, e.cell)))
