"""A report's text with what was read from it marked in its sentences, and single sentences as a source."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

import streamlit as st

from analytics.checks.prose import places_of
from analytics.submission import KINDS, Mark, Passage, passages, sentence_at
from ui.formats import indicator_name, theme_name
from ui.notes import note
from ui.words import t

LETTERS, LINE = 28, 30
"""Characters of a line in a narrow box, and its pixels: a short report gets no taller box than it fills."""


def marked_text(
    paragraphs: Sequence[str], marks: Iterable[Mark], *, height: int = 460, key: str, chosen: str = ""
) -> None:
    """All paragraphs of a report, marked, in a box that scrolls; above it what the marks mean, and the sentence of the
    place that was ``chosen``, which may be far down the box."""
    if not paragraphs:
        st.write(t("没有保存这份报告的文字，请重新上传。"))
        return
    listed = list(marks)
    legend(dict.fromkeys(m.kind for m in listed))
    if chosen and places_of(chosen):
        sentences(paragraphs, chosen)
    lines = sum(1 + len(text) // LETTERS for text in paragraphs)
    with st.container(height=min(height, LINE * lines + 2 * LINE), border=True, key=f"{key}_text"):
        st.html('<div class="report">' + "".join(_paragraph(p) for p in passages(paragraphs, listed)) + "</div>")


def legend(kinds: Iterable[str]) -> None:
    """What the marks in a text mean, of the kinds that stand in it."""
    words = {
        "figure": t("数据"),
        "doubt": t("要核实"),
        "gap": t("自述短板"),
        "plan": t("下一年计划"),
        "copied": t("与另一份报告相同"),
    }
    held = set(kinds)
    shown = "　".join(f'<mark class="{kind}">{html.escape(words[kind])}</mark>' for kind in KINDS if kind in held)
    if shown:
        st.html(f'<div class="report note">{shown}</div>')


def sentences(paragraphs: Sequence[str], cell: str, raw: str = "", before: str = "") -> None:
    """The sentence around every place that ``cell`` names, with the place marked; ``raw`` where the text is not held,
    or the place is in a table. ``before`` stands in front of the first one."""
    found = sentence_at(paragraphs, cell)
    if not found and raw:
        note("　".join(filter(None, (before, cell, raw))))
    elif not found:
        note(t("没有保存这份报告的文字，请重新上传。"))
    lines: list[str] = []
    for passage in found:
        number = t("第 {n} 段", n=passage.paragraph)
        label = f"<b>{html.escape(before)}</b>　" if before and not lines else ""
        lines.append(f'<p>{label}<span class="note">{number}</span>　{_pieces(passage)}</p>')
    if lines:
        st.html(f'<div class="report">{"".join(lines)}</div>')


def _paragraph(passage: Passage) -> str:
    return f'<p id="p{passage.paragraph}"><span class="number">{passage.paragraph}</span>{_pieces(passage)}</p>'


def _pieces(passage: Passage) -> str:
    out = []
    for piece in passage.pieces:
        text = html.escape(piece.text)
        if piece.kind:
            chosen = " chosen" if piece.chosen else ""
            text = (
                f'<mark class="{piece.kind}{chosen}" title="{html.escape(_title(piece.kind, piece.key))}">{text}</mark>'
            )
        out.append(text)
    return "".join(out)


def _title(kind: str, key: str) -> str:
    if kind == "figure":
        return indicator_name(key) if key else ""
    if kind in ("gap", "plan"):
        return theme_name(key) if key else ""
    return t("要核实") if kind == "doubt" else key
