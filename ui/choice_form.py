"""Several numbers of a report for one thing: every sentence with its number marked, and the answer which of them counts.

The same where the report waits and where it was accepted: then an answer counts at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.checks import Crossed, same_number
from analytics.measures import figure_text
from analytics.model import Alternative, Choice, Evidence, Reading
from analytics.store import UploadRow
from analytics.submission import Chosen, Received, choose, chosen_of, figure_of, open_choices, take_back
from ui import cached, report_text
from ui.formats import indicator_name, place_words
from ui.notes import note
from ui.plain import plain
from ui.who import name_field, who
from ui.words import language, listed, t

SOME = "some"
"""The option that lets some of three or more numbers be added."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be picked, and how it reads."""

    chosen: Chosen
    words: str


def label(reading: Reading) -> str:
    """What the tab is called. It counts all choices, not what is left: an answered one stays to be seen and changed."""
    return t("一项几个数（{n}）", n=len(reading.choices))


def show(upload: UploadRow, reading: Reading) -> None:
    """Every choice of the report, open ones first."""
    left = open_choices(upload, reading)
    if left and _waits(upload):
        st.write(
            t(
                "报告里同一项有几个数，程序不替人选。请看原句选定怎么算（还有 {n} 项）；没有选定的不会入库，作为疑点留着问乡镇。",
                n=len(left),
            )
        )
    elif left:
        st.write(
            t(
                "报告里同一项有几个数，程序不替人选。请看原句选定怎么算（还有 {n} 项）；选定以后立即采用，可以重新选，报告不必重新上传。",
                n=len(left),
            )
        )
    if not _waits(upload):
        with st.container(width=260):
            name_field()
    returned = {row.indicator: row for check in cached.cross_checks(upload.id) for row in check.rows}
    for choice in (*left, *(c for c in reading.choices if c not in left)):
        with st.container(border=True, key=f"choice_{upload.id}_{choice.indicator}"):
            _one(upload, reading, choice, returned.get(choice.indicator))


def _one(upload: UploadRow, reading: Reading, choice: Choice, row: Crossed | None) -> None:
    left, right = st.columns([3, 2], gap="medium")
    there = row.returned if row is not None else None
    with left:
        title = t("{name}：报告里有 {n} 个数", name=indicator_name(choice.indicator), n=len(choice.alternatives))
        st.markdown(f"**{plain(title)}**")
        for number, one in enumerate(choice.alternatives, start=1):
            before = f"（{number}）{_value(one)}"
            place = place_words(one.source.cell, one.source.sheet)
            cell = one.source.cell if one.source.sheet is None else place
            report_text.sentences(reading.paragraphs, cell, one.source.raw, before)
    with right:
        if there is not None:
            value = figure_text(there.value, there.qualifier, "reported", language())
            note(t("报表填的是 {value}。", value=value))
        chosen = chosen_of(upload, choice)
        if chosen is None:
            _ask(upload, choice, there)
        else:
            _answered(upload, choice, chosen)


def _answered(upload: UploadRow, choice: Choice, chosen: Chosen) -> None:
    figure = figure_of(choice, chosen)
    value = figure_text(figure.value, figure.qualifier.value, "reported", language())
    st.success(t("已选定：{how}，按 {value} 采用。", how=_how(choice, chosen), value=value))
    if st.button(t("重新选"), key=f"again_{upload.id}_{choice.indicator}", disabled=not who()):
        with st.spinner(_busy(upload)):
            received = take_back(cached.store(), upload.id, choice.indicator, who=who())
        _after(received)


def _ask(upload: UploadRow, choice: Choice, there: Evidence | None) -> None:
    key = f"{upload.id}_{choice.indicator}"
    options = {str(n): option for n, option in enumerate(_options(choice))}
    names = {n: option.words + _agrees(choice, option.chosen, there) for n, option in options.items()}
    if len(choice.alternatives) > 2:
        names[SOME] = t("只相加其中几个")
    picked = st.radio(
        t("怎么算"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=f"how_{key}",
        label_visibility="collapsed",
    )
    chosen = options[picked].chosen if picked in options else None
    if picked == SOME:
        indices = st.multiselect(
            t("相加哪几个"),
            range(len(choice.alternatives)),
            format_func=lambda k: f"（{k + 1}）{_value(choice.alternatives[k])}",
            placeholder=t("选两个以上"),
            key=f"some_{key}",
        )
        chosen = Chosen("add", tuple(sorted(indices))) if len(indices) > 1 else None
        if chosen is not None:
            note(_how(choice, chosen) + _agrees(choice, chosen, there))
    if st.button(t("按此采用"), key=f"choose_{key}", type="primary", disabled=chosen is None or not who()) and chosen:
        with st.spinner(_busy(upload)):
            received = choose(cached.store(), upload.id, choice.indicator, chosen.how, chosen.indices, who=who())
        _after(received)
    if not who():
        note(t("填写操作人后才能选定。"))


def _waits(upload: UploadRow) -> bool:
    return upload.status == "pending"


def _busy(upload: UploadRow) -> str:
    return t("正在重新读取……") if _waits(upload) else t("正在保存……")


def _after(received: Received) -> None:
    if received.message is None:
        st.rerun()
    st.warning(plain(received.message.in_(language())))


def _options(choice: Choice) -> list[Option]:
    """Added; each of the different numbers kept; the largest as the whole of which the others are parts."""
    n = len(choice.alternatives)
    values = [a.value for a in choice.alternatives]
    first = {value: values.index(value) for value in values}
    answers = [Chosen("add", tuple(range(n))), *(Chosen("keep", (index,)) for index in first.values())]
    if len(first) > 1:
        answers.append(Chosen("part", (values.index(max(values)),)))
    return [Option(answer, _how(choice, answer)) for answer in answers]


def _how(choice: Choice, chosen: Chosen) -> str:
    """An answer in words, with the numbers it makes."""
    picked = [_value(choice.alternatives[index]) for index in chosen.indices]
    if chosen.how == "add":
        figure = figure_of(choice, chosen)
        total = figure_text(figure.value, figure.qualifier.value, "reported", language())
        return t("相加：{parts} = {total}", parts=" + ".join(picked), total=total)
    if chosen.how == "keep":
        return t("只取 {value}，其余说的是同一件事或不算", value=listed(picked))
    return t("{value} 是总数，其余是其中一部分", value=listed(picked))


def _agrees(choice: Choice, chosen: Chosen, there: Evidence | None) -> str:
    """Says so where an answer is what the return gives."""
    figure = figure_of(choice, chosen)
    if there is None or not same_number(cached.catalogue(), there, figure, cached.rules()):
        return ""
    return t("（与报表一致）")


def _value(one: Alternative) -> str:
    return figure_text(one.value, one.qualifier.value, "reported", language())
