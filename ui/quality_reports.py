"""Which reports in prose disagree with the returns of their townships."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analytics.checks import OUTCOMES, Crossed, tally
from ui import cached, crosscheck_table
from ui.downloads import download_table
from ui.filters import Filters
from ui.notes import note
from ui.one_township import to_profile
from ui.tables import ROW_HEIGHT
from ui.words import listed, t

_SHORT: dict[str, Callable[[], str]] = {
    "several": lambda: t("几个数"),
    "waiting": lambda: t("待核实"),
    "report_only": lambda: t("只在报告"),
    "return_only": lambda: t("只在报表"),
}
"""Outcomes as headings of narrow columns."""


def crossed(filters: Filters) -> dict[str, list[Crossed]]:
    """The chosen townships that sent a report of the year → what comes of holding it against the return."""
    sent = [name for name in filters.shown_townships if (name, filters.year) in cached.reports()]
    return {name: crosscheck_table.of_township(name, filters.year) for name in sent}


def show(filters: Filters, rows: dict[str, list[Crossed]]) -> None:
    """A line for every township on the left, the indicators of the chosen one, else all that differ, on the right."""
    if not rows:
        st.write(
            t("{year}年还没有已入库的工作报告。在“报表上传”里上传报告，入库后在这里与报表核对。", year=filters.year)
        )
        return
    alone = [name for name, of in rows.items() if not of]
    if alone:
        note(t("只有工作报告、没有报表的乡镇：{names}。", names=listed(alone)))
    words = crosscheck_table.outcome_words()
    counts = {name: tally(of) for name, of in rows.items()}
    ordered = sorted(rows, key=lambda name: (-counts[name]["differs"], -counts[name]["several"]))
    # Most counties have nothing left to choose or to wait for: such a column stands only where there is.
    told = [o for o in OUTCOMES if o not in ("several", "waiting") or any(of[o] for of in counts.values())]
    table = pd.DataFrame(
        [(name, *(counts[name][o] for o in told)) for name in ordered],
        columns=[t("乡镇"), *(_SHORT[o]() if o in _SHORT else words[o] for o in told)],
    )
    left, right = st.columns([2, 3], gap="medium")
    with left:
        event = st.dataframe(
            table,
            hide_index=True,
            key="quality_reports",
            on_select="rerun",
            selection_mode="single-row",
            row_height=ROW_HEIGHT,
            height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
            column_config={name: st.column_config.NumberColumn(width=_width(name)) for name in table.columns[1:]},
            alt=t("各乡镇报表与工作报告核对"),
        )
        note(t("勾选一行最左边的方框，只看那个乡镇。"))
        download_table(table, t("{year}年报表与工作报告核对", year=filters.year), "quality_reports_download")
    picked = event["selection"]["rows"] if event else []
    chosen = ordered[picked[0]] if picked and picked[0] < len(ordered) else None
    with right:
        if chosen is None:
            shown = [row for of in rows.values() for row in of if row.outcome == "differs"]
            if not shown:
                st.write(t("{year}年的工作报告与报表没有不一致的数据。", year=filters.year))
                return
        else:
            shown = rows[chosen]
            to_profile(chosen)
        crosscheck_table.show(shown, f"quality_check_{chosen or ''}", several=chosen is None)


def _width(heading: str) -> int:
    """Pixels of a column of counts: its heading in full, so that the last one is not cut off on a small screen."""
    return 24 + sum(13 if "\u3400" <= sign <= "\u9fff" else 7 for sign in heading)
