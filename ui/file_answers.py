"""Which township and which year a file is about, where the file does not say, says two things, or is wrong."""

from __future__ import annotations

import re
from typing import TypeVar

import streamlit as st

from analytics.model import Reading
from analytics.store import UploadRow
from analytics.submission import Received, answer
from ui import cached
from ui.notes import note
from ui.plain import plain
from ui.who import who
from ui.words import language, t

TOWNSHIP_CODES = frozenset({"no_township", "unknown_township", "township_mismatch"})
SAID = 3
"""Sentences shown above the choice; all of them stand among the problems."""
YEAR_CODES = frozenset({"no_year", "year_mismatch"})

T = TypeVar("T")


def open_questions(upload: UploadRow, reading: Reading) -> None:
    """Asks for what the file leaves open; where it says two things, those come first in the list."""
    codes = {p.code for p in reading.problems}
    if reading.figures:  # a row of another name in a table of townships: the file as a whole is not in question
        codes.discard("unknown_township")
    asked = bool(codes & TOWNSHIP_CODES), bool(codes & YEAR_CODES)
    if not any(asked):
        return
    disagree = codes & {"township_mismatch", "year_mismatch"}
    said = disagree or codes & {"unknown_township"}
    with st.form(f"answer_{upload.id}"):
        if said:
            st.write(
                t("文件里的说法不一致，请选定后重新读取：")
                if disagree
                else t("文件里写的乡镇不在名册里，请选定后重新读取：")
            )
            messages = dict.fromkeys(p.message.in_(language()) for p in reading.problems if p.code in said)
            for message in list(messages)[:SAID]:
                note(message)
        else:
            st.write(t("文件里没有写清楚，请补充后重新读取："))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            township, year = _choices(upload, reading, asked, "ask")
            sent = st.form_submit_button(t("补充并重新读取"), disabled=not who())
    if sent and (township or year):
        _answer(upload, township, year)


def correction(upload: UploadRow, reading: Reading) -> None:
    """The same two choices for a file that says them, but wrongly."""
    with st.form(f"correct_file_{upload.id}", border=False):
        with st.container(horizontal=True):
            township, year = _choices(upload, reading, (True, True), "correct")
        if reading.kind == "return":
            note(t("表里每行、每列自己写明的乡镇和年度仍按表里的读。"))
        sent = st.form_submit_button(t("按此重新读取"), disabled=not who())
    if sent and (township or year):
        _answer(upload, township, year)


def _choices(upload: UploadRow, reading: Reading, asked: tuple[bool, bool], key: str) -> tuple[str | None, int | None]:
    township: str | None = None
    year: int | None = None
    if asked[0]:
        held = cached.store().roster_known().names
        names = first(said_townships(reading, held), held)
        township = st.selectbox(
            t("哪个乡镇的报表"),
            names,
            index=_index(names, upload.answers.get("township")),
            placeholder=t("选择乡镇"),
            key=f"{key}_township_{upload.id}",
            width=220,
        )
    if asked[1]:
        years = first(said_years(reading), usual_years())
        year = st.selectbox(
            t("哪一年的数据"),
            years,
            index=_index(years, upload.answers.get("year")),
            placeholder=t("选择年度"),
            key=f"{key}_year_{upload.id}",
            width=160,
        )
    return township, year


def usual_years() -> tuple[int, ...]:
    """The years a file may be about, newest first."""
    newest = max((*cached.years(), 2025)) + 1
    return tuple(range(newest, newest - 15, -1))


def _index(options: list[T], chosen: object) -> int | None:
    return next((k for k, option in enumerate(options) if option == chosen), None)


def first(said: tuple[T, ...], others: tuple[T, ...]) -> list[T]:
    """What the file itself says, then everything else."""
    return list(dict.fromkeys((*said, *others)))


def said_years(reading: Reading) -> tuple[int, ...]:
    """The years that disagree in a file, as its problems name them."""
    text = "；".join(p.message.zh for p in reading.problems if p.code == "year_mismatch")
    return tuple(dict.fromkeys(int(y) for y in re.findall(r"(?<![A-Z\d])((?:19|20)\d\d)(?!\d)", text)))


def said_townships(reading: Reading, names: tuple[str, ...]) -> tuple[str, ...]:
    """The townships that disagree in a file, in the order of its problems."""
    text = "；".join(p.message.zh for p in reading.problems if p.code == "township_mismatch")
    return tuple(sorted((name for name in names if name in text), key=text.index))


def _answer(upload: UploadRow, township: str | None, year: int | None) -> None:
    with st.spinner(t("正在重新读取……")):
        received: Received = answer(cached.store(), upload.id, township, year, who=who())
    if received.message is None:
        st.rerun()
    st.warning(plain(received.message.in_(language())))
