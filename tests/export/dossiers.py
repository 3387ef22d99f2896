"""Dossiers for the tests of the brief and the letters: the small county, and counties with hostile or many names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from small_county import MADE, ROWS, TOWNSHIPS, Row, finding, frame, roster

from analytics.catalogue import load_catalogue
from analytics.checks.asking import doubt_of
from analytics.export.dossier import Dossier, Explained, OwnWords


def dossier(rows: Iterable[Row] = tuple(ROWS), names: Iterable[str] = TOWNSHIPS, **changed: Any) -> Dossier:
    """The small county's dossier of 2025; any field can be replaced."""
    question = finding("question", "甲镇", rule="jump")
    values: dict[str, Any] = {
        "figures": frame(rows),
        "catalogue": load_catalogue(),
        "roster": roster(names),
        "year": 2025,
        "base": 2024,
        "county": "示例县",
        "gaps": [finding("gap", "丙镇"), finding("gap", "乙乡", status="persisting")],
        "questions": [question],
        "resolved": [finding("gap", "甲镇", status="resolved", theme="resources")],
        "own_words": [OwnWords("丙镇", "publicity_reach", "普法覆盖面窄", "丙镇.docx", "¶3:1-9")],
        "explanations": [Explained("乙乡", 2025, "leaflets", "印刷品到货晚", "乙乡")],
        "doubts": [doubt_of(question, explained=False)],
        "uploads": {1: ("王工", MADE)},
        "due": date(2026, 1, 31),
        "made_at": MADE,
        "data_version": 7,
    }
    return Dossier(**values | changed)


def many(n: int) -> Dossier:
    """A county of ``n`` townships with two indicators in two years."""
    names = [f"第{k:04d}镇" for k in range(n)]
    rows: list[Row] = [
        (name, year, indicator, 10 + (k * 7 + year) % 40)
        for k, name in enumerate(names)
        for year in (2024, 2025)
        for indicator in ("leaflets", "publicity_events")
    ]
    return dossier(rows, names, gaps=[], questions=[], resolved=[], own_words=[], explanations=[], doubts=[])
