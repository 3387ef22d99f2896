"""The report in prose held against the return: a table of all indicators, and both sources of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.checks import OUTCOMES, Crossed, cross_check, tally
from analytics.checks.asking import Wait, place_text
from analytics.checks.crosscheck import with_waiting
from analytics.measures import figure_text
from analytics.model import Evidence
from ui import cached, waiting
from ui.downloads import download_table
from ui.formats import indicator_name
from ui.notes import note
from ui.source_panel import evidence_source
from ui.tables import ROW_HEIGHT
from ui.words import language, t

SIGNS = {"differs": "≠", "several": "？", "waiting": "◇", "agrees": "＝", "report_only": "◁", "return_only": "▷"}
"""A sign for every outcome, so that nothing hangs on colour."""


def outcome_words() -> dict[str, str]:
    """What an outcome is called."""
    return {
        "differs": t("不一致"),
        "several": t("报告有几个数"),
        "waiting": t("报表待核实"),
        "agrees": t("一致"),
        "report_only": t("只在工作报告中"),
        "return_only": t("只在报表中"),
    }


def of_township(township: str, year: int) -> list[Crossed]:
    """The accepted report of a township and year against its return; [] where either has not come."""
    report = cached.reports().get((township, year))

    def make() -> list[Crossed]:
        return [] if report is None else cross_check(cached.county(), report, cached.rules())

    return told_of_waiting(cached.made("crossed", (township, year), make))


def told_of_waiting(rows: Sequence[Crossed]) -> list[Crossed]:
    """The rows; what a return sent in and what is not used yet is not told as absent from it."""
    return with_waiting(rows, cached.waiting_in_returns())


def counted(rows: Sequence[Crossed]) -> str:
    """2 项不一致，9 项一致 …: how many there are of each."""
    words, counts = outcome_words(), tally(rows)
    parts = [t("{outcome} {n} 项", outcome=words[o], n=counts[o]) for o in OUTCOMES if counts[o]]
    return "　".join(parts)


Beside = Callable[[Crossed], None]
"""Puts up one half of a row."""


def show(
    rows: Sequence[Crossed],
    key: str,
    *,
    reported: Beside | None = None,
    returned: Beside | None = None,
    several: bool = False,
) -> None:
    """The counts, the table, and under it both places of the chosen row.

    ``reported`` and ``returned`` show the halves of files that are not accepted yet; ``several``: the rows are of
    several townships.
    """
    note(counted(rows))
    chosen = _table(rows, key, several=several)
    if chosen is None:
        note(t("勾选一行最左边的方框，看两边的出处。"))
        return
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key=f"{key}_reported"):
        st.markdown(f"**{t('工作报告')}**")
        if chosen.reported is None and not chosen.several:
            st.write(t("工作报告没有写到这项数据。"))
        elif reported is not None:
            reported(chosen)
        else:
            evidence_source(_quoted(chosen), f"{key}_prose")
    with right, st.container(border=True, key=f"{key}_returned"):
        st.markdown(f"**{t('报表')}**")
        wait = _wait(chosen)
        if wait is not None:
            note(t("这项数据报了，但所报的数有疑问，没有采用，待乡镇核实。"))
            waiting.source(wait)
        elif chosen.returned is None:
            st.write(t("报表没有这项数据。"))
        elif returned is not None:
            returned(chosen)
        else:
            evidence_source(chosen.returned, f"{key}_sheet")


def _quoted(row: Crossed) -> Evidence:
    """What the report says, several numbers as one place and text."""
    if row.reported is not None:
        return row.reported
    return replace(row.several[0], cell=cell_of(row), raw=sentences_of(row))


def cell_of(row: Crossed) -> str:
    """Every place of the report that a row rests on."""
    return "、".join(e.cell or "" for e in reported_of(row))


def sentences_of(row: Crossed) -> str:
    """The report's sentences, each once."""
    return "".join(dict.fromkeys(e.raw for e in reported_of(row)))


def reported_of(row: Crossed) -> tuple[Evidence, ...]:
    """What the report gives: one number, several, or none."""
    return row.several if row.reported is None else (row.reported,)


def _table(rows: Sequence[Crossed], key: str, *, several: bool) -> Crossed | None:
    frame = as_table(rows)
    shown = frame if several else frame.drop(columns=[t("乡镇"), t("年度")])
    event = st.dataframe(
        shown.drop(columns=[t("报表出处"), t("工作报告出处")]),
        hide_index=True,
        key=f"{key}_table",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(330, ROW_HEIGHT * (len(frame) + 1) + 8),
        column_config={
            t("结果"): st.column_config.Column(width=110),
            t("报表"): st.column_config.Column(width=92, alignment="right"),
            t("工作报告"): st.column_config.Column(width=75, alignment="right"),
            t("指标"): st.column_config.Column(width=150),
            t("报告原句"): st.column_config.Column(width="large"),
        },
        alt=t("报表与工作报告核对"),
    )
    download_table(frame, t("报表与工作报告核对"), f"{key}_download")
    picked = event["selection"]["rows"] if event else []
    return rows[picked[0]] if picked and picked[0] < len(rows) else None


def as_table(rows: Sequence[Crossed]) -> pd.DataFrame:
    """Every row with both figures, the sentence and both places, as texts."""
    words = outcome_words()
    columns = [
        t("乡镇"),
        t("年度"),
        t("结果"),
        t("指标"),
        t("报表"),
        t("工作报告"),
        t("报告原句"),
        t("报表出处"),
        t("工作报告出处"),
    ]
    return pd.DataFrame(
        [
            (
                row.township,
                str(row.year),
                f"{SIGNS[row.outcome]} {words[row.outcome]}",
                indicator_name(row.indicator),
                t("已报待核实") if _wait(row) else _value(row.returned),
                t("{n} 个数", n=len(row.several)) if row.several else _value(row.reported),
                sentences_of(row),
                place_text(wait.doubt, language()) if (wait := _wait(row)) else _place(row.returned),
                "；".join(_place(e) for e in reported_of(row)),
            )
            for row in rows
        ],
        columns=columns,
    )


def _wait(row: Crossed) -> Wait | None:
    """What the return holds of a row and what is not used before its township answers."""
    about = row.township, row.year, row.indicator
    return cached.wait(*about) if row.returned is None and about in cached.waiting_in_returns() else None


def _value(e: Evidence | None) -> str:
    return "—" if e is None else figure_text(e.value, e.qualifier, "reported", language())


def _place(e: Evidence | None) -> str:
    return "" if e is None else " ".join(filter(None, (e.file, e.sheet, e.cell)))
