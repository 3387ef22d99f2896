"""The rules: which show and which run silently, their thresholds with reasons, what changing one would do, and history."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analytics.checks import RULES, Rule, RulesInForce
from analytics.checks.in_force import faults_of, with_rule
from analytics.checks.threshold_words import both, label_of, limits_of, number
from analytics.store import StoreError
from analytics.submission import rules_of, save_rules
from ui import cached, settings_rules_file
from ui import filters as chosen
from ui.formats import moment
from ui.notes import note
from ui.plain import plain
from ui.rules_said import ROUND, SEEN, change_words, opened_anew, say, show_said
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, t

SHOWN = 3
"""Examples of what typed thresholds would find, and reasons of silence, that are written out."""


def show() -> None:
    """All rules on the left, the chosen one to edit on the right; below it files and history."""
    show_said()
    note(t("规则决定提出哪些短板和疑点。改动马上用于所有屏幕、导出和命令行；每条结论都记着规则的版本。"))
    left, right = st.columns([5, 4], gap="medium")
    with left:
        rule = _table(cached.rules())
    with right, st.container(border=True, key="rule_edit"):
        _edit(rule)
    settings_rules_file.show()
    _history()


def year() -> int | None:
    """The year whose findings are counted; None while there is no data."""
    found = chosen.current()
    return found.year if found else None


def _table(rules: RulesInForce) -> Rule:
    listed = list(RULES.values())
    of_year = year()
    counts = cached.counts_of_rules(of_year) if of_year else {}
    rows = [
        (
            t("短板") if rule.kind == "gap" else t("疑点"),
            rule.title.in_(language()),
            t("试行") if rules.on_trial(rule) else t("显示"),
            counts.get(rule.id),
            len(rules.chosen.get(rule.id, {})),
            rules.version_of(rule),
        )
        for rule in listed
    ]
    found = t("{year}年条数", year=of_year) if of_year else t("条数")
    columns = [t("类别"), t("规则"), t("方式"), found, t("改过的阈值"), t("版本")]
    event = st.dataframe(
        pd.DataFrame(rows, columns=columns),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        row_height=ROW_HEIGHT,
        height=min(520, ROW_HEIGHT * (len(rows) + 1) + 8),
        column_config={t("规则"): st.column_config.Column(width=200 if language() == "zh" else 265)},
        key="rules_table",
        alt=t("规则"),
    )
    note(t("勾选一行最左边的方框改那条规则。试行的规则照样运行和计数，但不显示、不导出。"))
    picked = event["selection"]["rows"] if event else []
    return listed[picked[0]] if picked and picked[0] < len(listed) else listed[0]


def _edit(rule: Rule) -> None:
    now = cached.rules()
    opened = f"{rule.id}_{st.session_state.get(ROUND, 0)}"
    held: Mapping[str, RulesInForce] = st.session_state.get(SEEN, {})
    # Streamlit forgets widgets that were not on screen; the form then opens with what is in force.
    seen = held.get(opened, now) if f"trial_{opened}" in st.session_state else now
    st.session_state[SEEN] = {**held, opened: seen}
    st.markdown(f"**{plain(rule.title.in_(language()))}**　:gray[{t('版本')} {now.version_of(rule)}]")
    note(rule.condition.in_(language()))
    _silence(rule)
    values = rule.settings(seen)
    with st.form(f"rule_form_{opened}", border=False):
        typed: dict[str, str] = {}
        for threshold in rule.thresholds:
            typed[threshold.name] = st.text_input(
                label_of(rule.id, threshold.name).in_(language()),
                number(values[threshold.name]),
                key=f"threshold_{opened}_{threshold.name}",
                max_chars=20,
                help=_help(rule, threshold.name),
            )
        if not rule.thresholds:
            note(t("这条规则没有阈值。"))
        trial = st.checkbox(
            t("试行：只计数，不显示"),
            seen.on_trial(rule),
            key=f"trial_{opened}",
            help=t("新规则可以先试行，看看会提出多少条。"),
        )
        with st.container(horizontal=True):
            tried = st.form_submit_button(t("试算"), key=f"try_{opened}", disabled=year() is None)
            kept = st.form_submit_button(t("保存规则"), type="primary", key=f"keep_{opened}", disabled=not who())
            usual = st.form_submit_button(t("恢复缺省"), key=f"usual_{opened}", disabled=not who())
    if not who():
        note(t("右上角填写操作人后才能改动；每次改动都记在操作记录里。"))
    if usual:
        _save(rule, seen, {x.name: x.default for x in rule.thresholds}, trial=rule.trial)
    elif kept or tried:
        read = {name: _number(text) for name, text in typed.items()}
        faults = faults_of({rule.id: read})
        for fault in faults:
            st.error(plain(fault.in_(language())))
        good = {name: float(value) for name, value in read.items() if isinstance(value, int | float)}
        if not faults and tried:
            _try(rule, good)
        elif not faults:
            _save(rule, seen, good, trial=trial)


def _help(rule: Rule, name: str) -> str:
    threshold = next(x for x in rule.thresholds if x.name == name)
    lines = [
        t(
            "缺省 {default}；可填{range}",
            default=number(threshold.default),
            range=limits_of(rule.id, name).said().in_(language()),
        ),
        t("理由：{reason}", reason=both(threshold.reason).in_(language())),
        t("出处：{place}", place=both(threshold.source).in_(language())),
    ]
    return "\n\n".join(plain(line) for line in lines)


def _number(text: str) -> float | str:
    """What was typed as a number, full-width digits and thousands separators included; else the text itself."""
    usual = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    try:
        return float(usual)
    except ValueError:
        return text


def _silence(rule: Rule) -> None:
    of_year = year()
    if of_year is None:
        return
    reasons = list(dict.fromkeys(s.reason.in_(language()) for s in cached.silent(of_year) if s.rule == rule.id))
    for reason in reasons[:SHOWN]:
        note(t("没有判断：{reason}", reason=reason))
    if len(reasons) > SHOWN:
        note(t("另有 {n} 处没有判断", n=len(reasons) - SHOWN))


def _try(rule: Rule, thresholds: Mapping[str, float]) -> None:
    """How many findings the typed thresholds would give in the year looked at, beside how many there are now."""
    of_year = year()
    if of_year is None:
        return
    county = cached.county()
    new = rule.check(county, of_year, thresholds)
    now = rule.check(county, of_year, rule.settings(cached.rules()))
    st.info(
        t("按填写的阈值，{year}年提出 {n} 条，现在是 {now} 条。还没有保存。", year=of_year, n=len(new), now=len(now))
    )
    for finding in new[:SHOWN]:
        note(finding.sentence.in_(language()))
    if len(new) > SHOWN:
        note(t("……共 {n} 条", n=len(new)))


def _save(rule: Rule, seen: RulesInForce, thresholds: Mapping[str, float], *, trial: bool) -> None:
    """Saves one rule. Another's change of another rule stays; of this one, the user is told and looks again."""
    try:
        now = rules_of(cached.store())
        if rule.settings(now) != rule.settings(seen) or now.on_trial(rule) != seen.on_trial(rule):
            last = cached.store().rules()
            st.warning(
                plain(
                    t(
                        "这条规则刚由{who}改过（第 {version} 版），您的改动没有保存；点下面的按钮看现在的值，再改。",
                        who=last.who,
                        version=last.version,
                    )
                )
            )
            st.button(t("重新打开这条规则"), key="rule_reopen", on_click=opened_anew)
            return
        new = save_rules(cached.store(), now, with_rule(now, rule.id, thresholds, trial=trial), who())
    except StoreError as fault:
        st.warning(plain(fault.text.in_(language())))
        return
    title = rule.title.in_(language())
    if new.version == now.version:
        say(t("“{rule}”没有改动。", rule=title))
    say(t("“{rule}”已保存，规则现为第 {version} 版。", rule=title, version=new.version))


def _history() -> None:
    st.subheader(t("规则的历史"), anchor=False)
    versions = cached.store().rules_history()
    if not versions:
        note(t("还没有改过规则，现在用的是程序的缺省。"))
        return
    rows = [(v.version, v.who, moment(v.at), "；".join(map(change_words, v.changes))) for v in versions]
    st.dataframe(
        pd.DataFrame(rows, columns=[t("版本"), t("谁"), t("什么时候"), t("改了什么")]),
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(320, ROW_HEIGHT * (len(rows) + 1) + 8),
        column_config={t("改了什么"): st.column_config.Column(width="large")},
        key="rules_history",
        alt=t("规则的历史"),
    )
