"""Findings one under the other: sentence, evidence with its source, suggestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from analytics.charts import severity_words, status_words
from analytics.checks import RULES
from analytics.measures import figure_text
from analytics.model import Evidence, Finding
from ui import address, cached, copied_passages, explanations, gap_work, question_answer
from ui.downloads import download_table
from ui.findings import ordered, why
from ui.formats import indicator_name, theme_name
from ui.notes import note
from ui.plain import plain
from ui.registry import link
from ui.source_panel import evidence_source
from ui.tables import ROW_HEIGHT
from ui.words import language, listed, t

PER_PAGE = 8


def finding_list(findings: Sequence[Finding], key: str, empty: str, *, of_one: bool = False) -> None:
    """Filters by theme, township and severity, then the findings, the most serious first.

    ``of_one``: all are of the township whose screen this is; there is nothing to filter and nowhere to link to.
    """
    if not findings:
        st.write(empty)
        return
    chosen = ordered(findings) if of_one else _filtered(findings, key)
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_counted"):
        download_table(
            _as_table(chosen),
            t("疑点清单") if chosen[:1] and chosen[0].kind == "question" else t("短板清单"),
            f"{key}_list",
        )
        note(t("共 {n} 条", n=len(chosen)))
    page = 1
    if len(chosen) > PER_PAGE:
        page = st.pagination(-(-len(chosen) // PER_PAGE), key=f"{key}_page")
    for number, finding in enumerate(chosen[(page - 1) * PER_PAGE : page * PER_PAGE]):
        _finding(finding, f"{key}_{page}_{number}", opened=number == 0, linked=not of_one)


def _as_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """Every finding with its places and what explains it, as texts, for a file."""
    said = severity_words(language())
    rows = [
        (
            f.township,
            str(f.year),
            theme_name(f.theme) if f.theme else listed([indicator_name(i) for i in f.indicators]),
            said[f.severity],
            f.sentence.in_(language()),
            listed([" ".join(filter(None, (e.file, e.sheet, e.cell))) for e in f.evidence if e.cell]),
            f.explanation if f.kind == "question" else status_of(f),
        )
        for f in findings
    ]
    return pd.DataFrame(rows, columns=[t("乡镇"), t("年度"), t("指标"), t("轻重"), t("结论"), t("出处"), t("说明")])


def _filtered(findings: Sequence[Finding], key: str) -> list[Finding]:
    said = severity_words(language())
    gaps = findings[0].kind == "gap"
    topics = list(dict.fromkeys(_topic(f) for f in findings))
    townships = list(dict.fromkeys(f.township for f in findings))
    one, two, three = st.columns(3)
    with one:
        label, all_topics = (t("主题"), t("全部主题")) if gaps else (t("疑点类别"), t("全部类别"))
        wanted_topics = several(label, all_topics, topics, f"{key}_themes" if gaps else f"{key}_rules", topic_name)
    with two:
        wanted_townships = several(t("乡镇"), t("全部乡镇"), townships, f"{key}_townships", str)
    with three:
        wanted = several(t("轻重"), t("全部"), list(said), f"{key}_severity", said.__getitem__)
    # Questions that were explained come after those that are still to be asked.
    return [
        f
        for f in sorted(ordered(findings), key=lambda f: f.status == "explained")
        if (not wanted_topics or _topic(f) in wanted_topics)
        and (not wanted_townships or f.township in wanted_townships)
        and (not wanted or f.severity in wanted)
    ]


def _topic(finding: Finding) -> str:
    """What a finding is filtered by: a gap's theme, a question's rule."""
    return finding.theme or finding.rule


def topic_name(topic: str) -> str:
    """A theme's or a rule's name."""
    return RULES[topic].title.in_(language()) if topic in RULES and not is_theme(topic) else theme_name(topic)


def is_theme(topic: str) -> bool:
    """Whether a topic is a theme of gaps; a gap's rule may be called as its theme is."""
    return topic in cached.catalogue().theme_by_id


def several(label: str, everything: str, options: list[str], key: str, named: Callable[[str], str]) -> list[str]:
    """A choice of several, kept in the address; none chosen means ``everything``."""
    address.start_many(key, options)
    chosen = st.multiselect(
        label, options, format_func=named, key=key, placeholder=everything, select_all=False, persist_state="session"
    )
    address.keep_many(key, chosen)
    return chosen


def _finding(finding: Finding, key: str, *, opened: bool, linked: bool) -> None:
    heading = theme_name(finding.theme) if finding.theme else topic_name(finding.rule)
    marks = [t("程度：{word}", word=severity_words(language())[finding.severity])]
    said = why(finding) if finding.kind == "question" else ()
    if finding.status == "explained":
        marks.append(t("已说明"))
    elif said:
        marks.append(t("部分已说明"))
    if finding.kind == "gap":
        marks.append(status_of(finding))
    with st.container(border=True, key=key):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            heading = f"**{plain(finding.township)}　{heading}**　:gray[{listed(marks)}]"
            st.markdown(heading, width="content")
            if linked:
                link("profile", t("乡镇画像"), township=finding.township)
        st.write(plain(finding.sentence.in_(language())))
        explanations.lines(said)
        if finding.kind == "gap":
            gap_work.line(finding)
        suggestion = plain(finding.suggestion.in_(language()))
        if suggestion:
            st.markdown(f":gray[{suggestion}]")
        if finding.evidence:
            # Drawn when opened: eight tables on a page would keep a browser busy for seconds.
            repeated = copied_passages.about(finding)
            label = (
                t("依据：{n} 处相同的文字", n=finding.strength)
                if repeated
                else t("依据：{n} 个数据", n=len(finding.evidence))
            )
            place = st.expander(label, key=f"{key}_open", on_change="rerun", expanded=opened)
            if place.open:
                with place:
                    if repeated:
                        copied_passages.side_by_side(finding)
                    else:
                        opened_evidence(finding.evidence, key)
        if finding.kind == "question":
            question_answer.form(finding, said, key)
        if finding.kind == "gap":
            place = st.expander(t("责任人、期限和处理"), key=f"{key}_work_open", on_change="rerun")
            if place.open:
                with place:
                    gap_work.form(finding, finding.year, key)


def opened_evidence(evidence: Sequence[Evidence], key: str, *, first: bool = False) -> None:
    """The figures a finding rests on, and the cell of the chosen one; ``first``: of the first one until one is chosen."""
    left, right = (st.container(), st.container()) if first else st.columns([3, 2], gap="medium")
    with left:
        picked = _evidence(evidence, key)
    with right:
        if picked is None and first and evidence:
            picked = evidence[0]
        if picked is None:
            note(t("勾选一行最左边的方框，看这个数在原文件中的位置。"))
        else:
            evidence_source(picked, key)


def status_of(finding: Finding) -> str:
    """A gap's status in words, with how many years running."""
    word = status_words(language()).get(finding.status, finding.status)
    return t("{status} {n} 年", status=word, n=finding.years) if finding.status == "persisting" else word


def _evidence(evidence: Sequence[Evidence], key: str) -> Evidence | None:
    if not evidence:
        return None
    units = cached.catalogue().by_id
    table = pd.DataFrame(
        [
            (
                e.township,
                str(e.year),
                indicator_name(e.indicator) if e.indicator or not e.raw else t("工作报告原文"),
                figure_text(e.value, e.qualifier, cached.county().state_of(e), language()) if e.indicator else e.raw,
                units[e.indicator].unit if e.indicator in units else "",
                " ".join(filter(None, (e.file, e.sheet, e.cell))),
            )
            for e in evidence
        ],
        columns=[t("乡镇"), t("年度"), t("指标"), t("数值"), t("单位"), t("出处")],
    )
    # An English screen writes no Chinese units.
    if language() == "en":
        table = table.drop(columns=t("单位"))
    event = st.dataframe(
        table,
        hide_index=True,
        key=f"evidence_{key}",
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(220, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={t("数值"): st.column_config.Column(alignment="right")},
        alt=t("依据"),
    )
    picked = event["selection"]["rows"] if event else []
    return evidence[picked[0]] if picked and picked[0] < len(evidence) else None
