"""Doubts about cells of the files, which no rule raised, beside the questions of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.checks.asking import Doubt, doubt_of, without_repeats
from analytics.model import Evidence, Finding
from analytics.text import say

CELL = "cell"
"""Stands for the rule of such a doubt."""


def with_cells(
    findings: Sequence[Finding] | None, doubts: Iterable[tuple[int, Doubt]], year: int
) -> list[Finding] | None:
    """The findings, and behind them the doubts about cells of ``year`` that no question of a rule is about; None stays None."""
    if findings is None:
        return None
    asked = [doubt_of(f, explained=f.status == "explained") for f in findings if f.kind == "question"]
    of_year = (doubt for at, doubt in doubts if at == year and doubt.kind == CELL)
    return [*findings, *(_finding(d, year) for d in without_repeats(asked, of_year)[len(asked) :])]


def _finding(doubt: Doubt, year: int) -> Finding:
    evidence = tuple(
        Evidence(doubt.township, year, "", None, "exact", doubt.file, doubt.sheet, cell)
        for cell in doubt.cells or ("",)
    )
    return Finding(
        kind="question",
        rule=CELL,
        township=doubt.township,
        year=year,
        indicators=doubt.indicators,
        severity="medium",
        strength=0,
        n=1,
        evidence=evidence,
        sentence=doubt.sentence,
        suggestion=say("请乡镇对照原始台账核实，有误的更正，无误的说明原因。"),
        status="explained" if doubt.explained else "open",
    )
