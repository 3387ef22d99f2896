"""The first page of a Word document as it will look, for previews."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from analytics.export.word.blocks import Block, Kind, NewPage, Paragraph, Picture, Table

PARAGRAPHS = 16
"""About as many as the first page and a little of the second hold."""
ROWS = 6

_LOOK: dict[Kind, str] = {
    "title": "text-align:center;font-size:1.25rem;font-weight:600;margin:.4rem 0",
    "subtitle": "text-align:center;margin:0 0 .6rem",
    "addressee": "margin:.2rem 0",
    "heading": "font-weight:600;text-indent:2em;margin:.4rem 0 .1rem",
    "subheading": "text-indent:2em;margin:.2rem 0 .1rem",
    "body": "text-indent:2em;margin:.1rem 0",
    "caption": "text-align:center;font-weight:600;margin:.4rem 0 .2rem",
    "note": "font-size:.8rem;margin:.2rem 0",
    "figure": "text-align:center;margin:.2rem 0",
    "signature": "text-align:right;margin:.1rem 0",
}
_PAGE = (
    "background:#fff;color:#1F2933;border:1px solid #D9E2EC;padding:1.6rem 2rem;line-height:1.75;"
    "max-height:36rem;overflow:auto;"
    # What goes on below fades out, so that no line looks cut off.
    "-webkit-mask-image:linear-gradient(#000 calc(100% - 2.6rem),transparent);"
    "mask-image:linear-gradient(#000 calc(100% - 2.6rem),transparent);padding-bottom:3rem"
)
_TABLE = "border-collapse:collapse;width:100%;font-size:.8rem;line-height:1.4"
_CELL = "border:1px solid #52606D;padding:.1rem .3rem"


def first_page(blocks: Sequence[Block]) -> None:
    """Draws the document up to the first new page, at most a page's worth; every text escaped."""
    parts: list[str] = []
    for block in blocks[: PARAGRAPHS * 2]:
        if isinstance(block, NewPage) or len(parts) >= PARAGRAPHS:
            break
        if isinstance(block, Paragraph):
            lead = f"<b>{html.escape(block.lead)}</b>" if block.lead else ""
            style = _LOOK.get(block.kind, "margin:.1rem 0")
            parts.append(f'<p style="{style}">{lead}{html.escape(block.text)}</p>')
        elif isinstance(block, Table):
            parts.append(_table(block))
        elif isinstance(block, Picture):
            parts.append(f'<p style="{_LOOK["figure"]}">▦ {html.escape(block.alt)}</p>')
    st.html(f'<div style="{_PAGE}">{"".join(parts)}</div>')


def _table(table: Table) -> str:
    head = "".join(
        "<tr>"
        + "".join(
            f'<th style="{_CELL}" colspan="{h.across}" rowspan="{h.down}">{html.escape(h.text)}</th>' for h in row
        )
        + "</tr>"
        for row in table.heading
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{_CELL};text-align:{align}">{html.escape(text)}</td>'
            for text, align in zip(row, table.aligns, strict=True)
        )
        + "</tr>"
        for row in table.rows[:ROWS]
    )
    return f'<table style="{_TABLE}">{head}{body}</table>'
