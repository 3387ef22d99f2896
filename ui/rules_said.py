"""What came of a step about the rules, kept for the next run, and changes of rules in words."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.checks import RULES
from analytics.checks.in_force import TRIAL
from analytics.checks.threshold_words import label_of, number
from ui.plain import plain
from ui.words import language, t

SEEN, ROUND, SAID = "_rules_seen", "_rules_round", "_rules_said"
"""What the user looked at when a form was opened; how often forms were opened anew; what came of the last step."""


def opened_anew() -> None:
    """Lets go of what was typed: every form shows what is in force."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state.pop(SEEN, None)


def say(text: str) -> None:
    """Keeps what came of a step for the next run and opens the forms anew."""
    st.session_state[SAID] = text
    opened_anew()
    st.rerun()


def show_said() -> None:
    """What came of the last step."""
    text = st.session_state.pop(SAID, "")
    if text:
        st.success(plain(text))


def change_words(change: Mapping[str, object]) -> str:
    """One change of a version in words: which threshold of which rule, old → new."""
    rule_id, name = str(change.get("rule")), str(change.get("name"))
    rule = RULES.get(rule_id)
    title = rule.title.in_(language()) if rule else rule_id
    old, new = float(str(change.get("old"))), float(str(change.get("new")))
    if name == TRIAL:
        modes = {0.0: t("显示"), 1.0: t("试行")}
        return f"{title}：{modes[old]} → {modes[new]}"
    return f"{title}·{label_of(rule_id, name).in_(language())}：{number(old)} → {number(new)}"
