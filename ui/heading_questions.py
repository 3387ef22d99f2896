"""The headings of a waiting file that nobody knows: what stands under each, the likeliest answer, and the answer."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.model import Problem, UnknownHeading
from analytics.store import UploadRow
from analytics.submission import match_heading, remembered_elsewhere
from ui import cached
from ui.formats import IGNORE, taken_for
from ui.notes import note
from ui.plain import plain
from ui.sheet_grid import a1_place
from ui.sheet_view import named
from ui.who import who
from ui.words import language, t

"""The choice "not a figure" among indicator ids."""
HEADINGS_AT_ONCE = 20
LONGEST_HEADING = 80
LONGEST_SAMPLE = 40
SAMPLES = 3
"""Cells under a heading that are shown beside the question."""
SAID = "_heading_said"


def show(upload: UploadRow, unknown: Sequence[UnknownHeading]) -> None:
    """A question for each heading; the answer is remembered, and what came of it is said here."""
    said = st.session_state.pop(SAID, None)
    if said:
        st.success(plain(said))
    if not unknown:
        st.write(t("表头都认出来了。"))
        return
    st.write(
        t(
            "告诉系统这些表头是什么：选好以后，同一组别下同样的表头就不再问，等待中的文件也会一并重新读取；别的组别下有同样的表头时还会问一次，并先替您选好这次的答案。"
        )
    )
    if len(unknown) > HEADINGS_AT_ONCE:
        note(t("先显示 {n} 个；选定以后显示其余的。", n=HEADINGS_AT_ONCE))
    keys: set[str] = set()
    for heading in unknown[:HEADINGS_AT_ONCE]:
        # By its place, not its number: an answer must not slide to the next heading when this one is gone.
        key = f"{upload.id}_{heading.sheet}_{heading.cell}_{heading.group}_{heading.heading}"
        while key in keys:
            key += "+"
        keys.add(key)
        _ask(upload, heading, key)


def _ask(upload: UploadRow, heading: UnknownHeading, key: str) -> None:
    guesses = [indicator for indicator, _ in heading.guesses[:3]]
    before = remembered_elsewhere(cached.store().remembered_headings(), heading.heading, heading.group)
    earlier = None if before is None else before.indicator or IGNORE
    everything = [i.id for i in cached.catalogue().indicators]
    options = list(dict.fromkeys([*([] if earlier is None else [earlier]), *guesses, IGNORE, *everything]))

    def named_choice(choice: str) -> str:
        name = taken_for(choice)
        if choice == earlier:
            return t("{name}（在别的组别下认过）", name=name)
        return t("{name}（猜测）", name=name) if choice in guesses else name

    left, middle, right = st.columns([3, 4, 1], vertical_alignment="bottom")
    where = f"{heading.group} / {heading.heading}" if heading.group else heading.heading
    where = where if len(where) <= LONGEST_HEADING else f"{where[:LONGEST_HEADING]}……"
    with left:
        st.markdown(f"**{plain(where)}**　{plain(heading.sheet)} {heading.cell}")
        samples = _samples(upload, heading)
        if samples:
            note(t("下面写的是：{samples}（共 {n} 格）", samples="、".join(samples), n=len(heading.figure_cells)))
        if before is not None:
            note(
                t(
                    "在“{group}”下认作{name}，这里是否同样？",
                    group=before.group or t("（没有组别）"),
                    name=taken_for(before.indicator),
                )
            )
    choice = middle.selectbox(
        t("“{heading}”是哪项指标", heading=plain(where)),
        options,
        index=0 if earlier is not None or guesses else None,
        format_func=named_choice,
        placeholder=t("选择指标，或“不统计”"),
        key=f"heading_{key}",
        label_visibility="collapsed",
    )
    if right.button(t("记住"), key=f"remember_{key}", disabled=choice is None or not who()):
        _remember(upload, heading, where, choice or None)


def _remember(upload: UploadRow, heading: UnknownHeading, where: str, indicator: str | None) -> None:
    with st.spinner(t("正在重新读取……")):
        again = match_heading(cached.store(), heading.heading, heading.group, indicator, who())
    said = t(
        "已记住：“{heading}”是“{name}”。",
        heading=where,
        name=taken_for(indicator),
    )
    others = len({r.upload_id for r in again if r.reading is not None} - {upload.id})
    if others:
        said += t("另有 {n} 个等待中的文件也重新读取了。", n=others)
    said += "".join(r.message.in_(language()) for r in again if r.upload_id == upload.id and r.message is not None)
    st.session_state[SAID] = said
    st.rerun()


def _samples(upload: UploadRow, heading: UnknownHeading) -> list[str]:
    """What stands in the first cells under a heading."""
    book = cached.workbook(upload.id) if upload.kind == "return" else None
    if book is None or isinstance(book, Problem):
        return []
    sheet = next((s for s in named(book, upload.file_name) if s.name == heading.sheet), None)
    found: list[str] = []
    for cell in heading.figure_cells:
        place = a1_place(cell)
        held = sheet.cells.get(place) if sheet is not None and place is not None else None
        if held is not None and held.shown.strip():
            text = " ".join(held.shown.split())
            found.append(text if len(text) <= LONGEST_SAMPLE else f"{text[:LONGEST_SAMPLE]}……")
        if len(found) == SAMPLES:
            break
    return found
