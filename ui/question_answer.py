"""An official's answer to a question of the checks, typed where the question stands."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.checks import left_to_explain
from analytics.model import Finding
from analytics.store import ExplanationRow
from analytics.submission import answer_question, earlier_answers
from ui import cached, explanations
from ui.findings import said as said_about_figures
from ui.formats import indicator_name, moment
from ui.notes import note
from ui.words import t


def _earlier(finding: Finding) -> tuple[ExplanationRow, ...]:
    """What was said of an earlier version of the reports a question is about."""
    if not finding.reports:
        return ()
    of = (finding.rule, finding.township, finding.reports)
    return cached.made("earlier_answers", of, lambda: tuple(earlier_answers(cached.store(), finding)))


def form(finding: Finding, said: Sequence[ExplanationRow], key: str) -> None:
    """Lets an official answer a question: said of all its figures, it closes the question until it is withdrawn.

    A question about the words of reports is answered as a whole, whatever was said of figures in them.
    """
    for row in _earlier(finding):
        note(
            t(
                "报告换新以前的说明，不算对现在这份的说明：{text}（{who}，{when}）",
                text=row.text,
                who=row.who,
                when=moment(row.at),
            )
        )
    place = st.expander(t("补充或撤回说明") if said else t("说明这个疑点"), key=f"{key}_answer", on_change="rerun")
    if not place.open:
        return
    with place:
        chosen: Sequence[str] | None = None
        if len(finding.indicators) > 1 and not finding.reports:
            left = left_to_explain(finding, said_about_figures())
            chosen = st.multiselect(
                t("说明哪几项数据"),
                finding.indicators,
                default=left or finding.indicators,
                format_func=indicator_name,
                key=f"{key}_answer_of_{len(said)}",
                placeholder=t("全部 {n} 项", n=len(finding.indicators)),
                select_all=False,
            )
            note(t("各项都有说明了，这个疑点就不再问；只说明其中几项的，其余的继续问。"))
        explanations.form(
            lambda text, name: answer_question(cached.store(), finding, text, name, chosen or finding.indicators),
            said,
            f"{key}_answer",
        )
