"""Figures that a township sent in and that are not used before it answers: they are 已报待核实 on every screen, not 未报."""

from __future__ import annotations

from ui.notes import note
from ui.registry import link
from ui.words import t


def state_of(state: str, figure: tuple[str, int, str], sent: frozenset[tuple[str, int, str]]) -> str:
    """The state of a figure for ``figure_text``: waiting where it is missing and something was sent in for it.

    ``sent`` is ``cached.waiting()`` for indicators and ``cached.waiting_sums()`` for headline measures, asked for once
    for a table: both ask the store for its last write.
    """
    return "waiting" if state == "missing" and figure in sent else state


def way_to_doubts(year: int) -> None:
    """Says that something came in and is not used, and leads to where its question stands."""
    note(t("这项数据报了，但所报的数有疑问，没有采用，待乡镇核实。"))
    link("quality", t("去数据质量看疑点"), year=str(year), quality_tab="doubts")
