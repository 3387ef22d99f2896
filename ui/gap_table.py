"""All gaps of a year as a table: filtered, opened one by one with their evidence, given to somebody in bulk, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import pandas as pd
import streamlit as st

from analytics.charts import SHAPES, severity_words, status_words
from analytics.checks import RULES
from analytics.measures import figure_text
from analytics.model import Evidence, Finding
from ui import cached, gap_work
from ui.downloads import download_table
from ui.finding_list import opened_evidence, several, status_of
from ui.findings import SEVERITY, closed
from ui.formats import indicator_name, theme_name
from ui.notes import note
from ui.plain import plain
from ui.registry import link
from ui.tables import ROW_HEIGHT
from ui.words import language, t

ORDER = ("reopened", "persisting", "new", "dismissed", "resolved")
"""What needs most doing first: what came back, what stays, what is new; what is settled last."""
NOBODY = ""


def gaps_of(year: int) -> list[Finding]:
    """The gaps of a year as the office judges them, then those of the year before that it no longer has."""
    return [*closed(cached.gaps(year), year), *cached.resolved(year)]


def show(gaps: Sequence[Finding], year: int, marked: Finding | None, key: str) -> None:
    """The filters, the table, and beside it what was ticked (else ``marked``, else the first) or the form for several."""
    gap_work.show_said()
    if not gaps:
        st.write(t("{year}年没有发现短板。", year=year))
        return
    chosen = _filtered(gaps, year, key)
    left, right = st.columns([11, 9], gap="medium")
    with left:
        picked = _table(chosen, year, key)
        with st.container(horizontal=True, vertical_alignment="center"):
            download_table(as_table(chosen, year), t("{year}年短板", year=year), f"{key}_download")
            note(t("共 {n} 条；勾选一行看依据，勾选多行一起指定。", n=len(chosen)))
    with right, st.container(border=True, key=f"{key}_opened"):
        if len(picked) > 1:
            gap_work.bulk(picked, year, f"{key}_bulk")
        elif picked or marked or chosen:
            _opened(picked[0] if picked else marked or chosen[0], year, f"{key}_one")
        else:
            st.write(t("没有符合条件的短板，请放宽上面的条件。"))


def _filtered(gaps: Sequence[Finding], year: int, key: str) -> list[Finding]:
    said, words, handling = severity_words(language()), status_words(language()), gap_work.handling_words()
    cases = cached.gap_cases(year)
    owners = sorted({gap_work.case_in(cases, f).owner for f in gaps} - {NOBODY})
    statuses = [s for s in ORDER if s in {f.status for f in gaps}]
    columns = st.columns(6)
    with columns[0]:
        wanted_status = several(t("状态"), t("全部状态"), statuses, f"{key}_status", words.__getitem__)
    with columns[1]:
        themes = list(dict.fromkeys(f.theme or "" for f in gaps))
        wanted_themes = several(t("主题"), t("全部主题"), themes, f"{key}_themes", theme_name)
    with columns[2]:
        townships = list(dict.fromkeys(f.township for f in gaps))
        wanted_townships = several(t("乡镇"), t("全部乡镇"), townships, f"{key}_townships", str)
    with columns[3]:
        unassigned = t("（无责任人）")
        wanted_owners = several(
            t("责任人"), t("全部"), [NOBODY, *owners], f"{key}_owners", lambda owner: owner or unassigned
        )
    with columns[4]:
        wanted_handling = several(t("处理"), t("全部"), list(handling), f"{key}_handling", handling.__getitem__)
    with columns[5]:
        wanted = several(t("轻重"), t("全部"), list(said), f"{key}_severity", said.__getitem__)
    found = [
        f
        for f in gaps
        if (not wanted_status or f.status in wanted_status)
        and (not wanted_themes or f.theme in wanted_themes)
        and (not wanted_townships or f.township in wanted_townships)
        and (not wanted or f.severity in wanted)
        and (not wanted_owners or gap_work.case_in(cases, f).owner in wanted_owners)
        and (not wanted_handling or gap_work.case_in(cases, f).handling in wanted_handling)
    ]
    return sorted(found, key=lambda f: (f.status in ORDER[3:], SEVERITY[f.severity], -f.strength, f.township))


def _table(gaps: Sequence[Finding], year: int, key: str) -> list[Finding]:
    said, handling, cases = severity_words(language()), gap_work.handling_words(), cached.gap_cases(year)
    rows = []
    for finding in gaps:
        case = gap_work.case_in(cases, finding)
        rows.append(
            (
                f"{SHAPES[finding.status][1]} {status_of(finding)}",
                finding.township,
                theme_name(finding.theme),
                said[finding.severity],
                case.owner,
                gap_work.due_text(case),
                handling[case.handling] if case.handling else "",
            )
        )
    columns = [t("状态"), t("乡镇"), t("主题"), t("轻重"), t("责任人"), t("期限"), t("处理")]
    table = pd.DataFrame(rows, columns=columns)
    event = st.dataframe(
        table,
        hide_index=True,
        # Rows are named by their place: another list starts without a choice, so that no tick slips to another gap.
        key=f"{key}_table_{_mark(gaps)}",
        on_select="rerun",
        selection_mode="multi-row",
        row_height=ROW_HEIGHT,
        height=min(560, ROW_HEIGHT * (len(table) + 1) + 8),
        column_config={
            t("乡镇"): st.column_config.Column(width=80),
            t("轻重"): st.column_config.Column(width=50 if language() == "zh" else 65),
            t("责任人"): st.column_config.Column(width=60),
            t("期限"): st.column_config.Column(width=85),
            t("主题"): st.column_config.Column(width=140 if language() == "zh" else 215),
        },
        alt=t("短板清单"),
    )
    ticked = event["selection"]["rows"] if event else []
    return [gaps[row] for row in ticked if row < len(gaps)]


def _mark(gaps: Sequence[Finding]) -> str:
    return f"{crc32(repr([(f.theme, f.township, f.status) for f in gaps]).encode()):08x}"


def _opened(finding: Finding, year: int, key: str) -> None:
    """One gap: the sentence to sign, what to do, its figures with the first one's cell, and the work on it."""
    marks = "　".join((status_of(finding), severity_words(language())[finding.severity]))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(
            f"**{plain(finding.township)}　{plain(theme_name(finding.theme))}**　:gray[{marks}]", width="content"
        )
        link("profile", t("乡镇画像"), township=finding.township)
    if finding.status == "resolved":
        note(t("{before}年的短板，{year}年的数据已不再显示。", before=finding.year, year=year))
    st.write(plain(finding.sentence.in_(language())))
    if finding.explanation:
        note(t("不作短板，理由：{reason}", reason=finding.explanation))
    st.markdown(f":gray[{plain(finding.suggestion.in_(language()))}]")
    note(shown_and_said(finding))
    slug = f"{key}_{_mark([finding])}"
    opened_evidence(finding.evidence, slug, first=True)
    with st.expander(t("责任人、期限和处理"), expanded=True, key=f"{slug}_work"):
        gap_work.form(finding, year, key)


def shown_and_said(finding: Finding) -> str:
    """Whether figures show the gap and the township says it, on how many figures it rests, and by which rule."""
    if finding.shown and finding.said:
        basis = t("数据显示，乡镇自己也写到")
    elif finding.said:
        basis = t("乡镇自己写到，数据没有显示")
    else:
        basis = t("数据显示；乡镇自己的工作报告没有提到（或没有交报告）")
    if not finding.shown:
        return basis
    rest = t("符合 {strength} 条判断条件，判断时参照了 {n} 个数据", strength=finding.strength, n=finding.n)
    rule = t(
        "依据规则“{rule}”（第 {version} 版）",
        rule=RULES[finding.rule].title.in_(language()),
        version=finding.rule_version,
    )
    return "　".join((basis, rest, rule))


def as_table(gaps: Sequence[Finding], year: int) -> pd.DataFrame:
    """Every gap with all that is known of it, as texts, for a file."""
    said, handling, cases = severity_words(language()), gap_work.handling_words(), cached.gap_cases(year)
    rows = []
    for finding in gaps:
        case = gap_work.case_in(cases, finding)
        rows.append(
            (
                finding.year,
                finding.township,
                theme_name(finding.theme),
                status_of(finding),
                said[finding.severity],
                finding.sentence.in_(language()),
                finding.suggestion.in_(language()),
                "；".join(_evidence(e) for e in finding.evidence),
                case.owner,
                case.value("due"),
                handling[case.handling],
                case.reason,
                "；".join(f"{n.who} {n.at:%Y-%m-%d} {n.new}" for n in case.notes),
                finding.rule_version,
            )
        )
    columns = [
        t("年度"),
        t("乡镇"),
        t("主题"),
        t("状态"),
        t("轻重"),
        t("结论"),
        t("建议"),
        t("依据"),
        t("责任人"),
        t("期限"),
        t("处理"),
        t("理由"),
        t("备注"),
        t("规则版本"),
    ]
    return pd.DataFrame(rows, columns=columns)


def _evidence(e: Evidence) -> str:
    value = figure_text(e.value, e.qualifier, cached.county().state_of(e), language())
    place = " ".join(filter(None, (e.file, e.sheet, e.cell)))
    if not e.indicator:
        return f"{e.year} “{e.raw}”" + (f" [{place}]" if place else "")
    return f"{e.year} {indicator_name(e.indicator)} {value}" + (f" [{place}]" if place else "")
