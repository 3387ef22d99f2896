"""Figures that a township sent in and that are not used before it answers: they are 已报待核实 on every screen, not 未报."""

from __future__ import annotations

from ui import cached
from ui.notes import note
from ui.registry import link
from ui.words import t


def state_of(township: str, year: int, indicator: str, state: str) -> str:
    """The state of an indicator's figure for ``figure_text``: waiting where it is missing and something was sent in."""
    return "waiting" if state == "missing" and (township, year, indicator) in cached.waiting() else state


def state_of_sum(township: str, year: int, measure: str, state: str) -> str:
    """The same of a headline measure: waiting where there is no part and one of them waits."""
    return "waiting" if state == "missing" and (township, year, measure) in cached.waiting_sums() else state


def way_to_doubts(year: int) -> None:
    """Says that something came in and is not used, and leads to where its question stands."""
    note(t("这项数据报了，但所报的数有疑问，没有采用，待乡镇核实。"))
    link("quality", t("去数据质量看疑点"), year=str(year), quality_tab="doubts")
