"""Townships that merge, split or are renamed and indicators defined anew: listed, entered, taken back."""

from __future__ import annotations

import re
from datetime import date, datetime

import pandas as pd
import streamlit as st

from analytics.catalogue import ChangeKind, CountyChange
from analytics.store import StoreError
from ui import cached
from ui.formats import indicator_name
from ui.notes import note
from ui.tables import ROW_HEIGHT
from ui.who import who
from ui.words import language, listed, t

DONE = "_county_change_done"
KINDS: tuple[ChangeKind, ...] = ("merge", "rename", "split", "definition")


def show() -> None:
    """What was entered on the left, a new entry on the right."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _listed()
    with right:
        _enter()


def kind_word(kind: str) -> str:
    """A kind of change in words."""
    return {
        "merge": t("乡镇合并"),
        "rename": t("乡镇更名"),
        "split": t("乡镇分设"),
        "definition": t("指标口径变化"),
    }.get(kind, kind)


def change_words(change: CountyChange) -> str:
    """What changes, in a few words: 甲乡、乙乡 → 丙镇."""
    if change.kind == "definition":
        return indicator_name(change.indicator)
    return f"{listed(list(change.before))} → {listed(list(change.after))}"


def _listed() -> None:
    st.subheader(t("已登记的变动"), anchor=False)
    done = st.session_state.pop(DONE, None)
    if done:
        st.success(done)
    known = cached.store().county_changes()
    if not known:
        st.write(
            t(
                "乡镇合并、更名、分设，或者指标口径变了，在右边登记一次：变动前的年份自动按现在的乡镇相加，口径变化在图上标出断点，前后不算增减。现在还没有登记。"
            )
        )
        return
    columns = [t("生效日期"), t("变动"), t("内容"), t("说明")]
    rows = [(c.on.isoformat(), kind_word(c.kind), change_words(c), c.note) for c in known]
    event = st.dataframe(
        pd.DataFrame(rows, columns=columns),
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(420, ROW_HEIGHT * (len(rows) + 1) + 8),
        on_select="rerun",
        selection_mode="single-row",
        # Rows are named by their place, so a list of another length starts without a choice.
        key=f"county_changes_{len(known)}",
        alt=t("已登记的变动"),
    )
    note(t("原报表和库里的数据不变；删除一条登记，各年数据就恢复原样。"))
    chosen = event["selection"]["rows"] if event else []
    row = int(chosen[0]) if chosen and int(chosen[0]) < len(known) else None
    if st.button(t("删除所选登记"), disabled=row is None or not who(), key="county_change_remove") and row is not None:
        cached.store().remove_county_change(known[row].id, who())
        st.session_state[DONE] = t("已删除：{what}。", what=change_words(known[row]))
        st.rerun()


def _enter() -> None:
    st.subheader(t("登记一项变动"), anchor=False)
    kinds = {kind: kind_word(kind) for kind in KINDS}
    kind: ChangeKind = st.selectbox(t("哪种变动"), KINDS, format_func=kinds.__getitem__, key="change_kind")
    on = st.date_input(
        t("生效日期"),
        date(cached.years()[-1] if cached.years() else datetime.now().astimezone().year, 1, 1),
        min_value=date(1990, 1, 1),
        max_value=date(2100, 12, 31),
        format="YYYY-MM-DD",
        key="change_on",
    )
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    indicator = ""
    if kind == "definition":
        named = {i.id: indicator_name(i.id) for i in cached.catalogue().indicators}
        indicator = st.selectbox(t("哪项指标"), list(named), format_func=named.__getitem__, key="change_indicator")
    else:
        before = tuple(
            st.multiselect(
                t("变动前的乡镇"),
                _names(),
                max_selections=None if kind == "merge" else 1,
                placeholder=t("选择乡镇"),
                select_all=False,
                key="change_before",
            )
        )
        said = st.text_input(
            t("变动后的乡镇，几个用顿号隔开") if kind == "split" else t("变动后的乡镇"),
            max_chars=200,
            key="change_after",
        )
        after = tuple(filter(None, (part.strip() for part in re.split(r"[、，,;；]", said))))
    about = st.text_input(t("说明（如文号、新口径）"), max_chars=200, key="change_note")
    note(_effect(kind, on.year))
    if not who():
        note(t("右上角填写操作人后才能改动；每次改动都记在操作记录里。"))
    if st.button(t("登记"), type="primary", disabled=not who(), key="change_enter"):
        change = CountyChange(kind, on, before, after, indicator, about.strip())
        try:
            cached.store().add_county_change(change, who())
        except StoreError as fault:
            st.error(t("不能登记：{reason}。", reason=fault.text.in_(language())))
            return
        st.session_state[DONE] = t("已登记：{what}。", what=change_words(change))
        for key in ("change_before", "change_after", "change_note"):
            st.session_state.pop(key, None)
        st.rerun()


def _names() -> list[str]:
    """Every township there is or was: of the roster, of the figures, and of what was entered."""
    changes = cached.store().county_changes()
    entered = [name for change in changes for name in (*change.before, *change.after)]
    return list(dict.fromkeys([*cached.store().roster().names, *cached.names(), *entered]))


def _effect(kind: ChangeKind, year: int) -> str:
    if kind == "definition":
        return t("{year}年起为新口径：折线在此断开，与以前各年不算增减。", year=year)
    if kind == "split":
        return t("{year}年以前的数据留在原乡镇，不拆分；新乡镇以前各年为“不适用”。", year=year)
    return t("{year}年以前的数据归到新乡镇：数量相加，比率按分子分母重算，不能重算的不作比较。", year=year)
