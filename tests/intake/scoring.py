"""Holds what was read against what was written: right, asked, missed, silently wrong, invented."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analytics.model import Reading, Severity


@dataclass
class Score:
    """Counts by outcome and the rows behind those that are faults."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def fault(self, kind: str, *what: object) -> None:
        self.counts[kind] += 1
        self.faults.append(" ".join(map(str, (kind, *what))))


def score(reading: Reading, truth: Iterable[Mapping[str, Any]], into: Score | None = None) -> Score:
    """The score of one file. A truth row: township, year, indicator, value, qualifier, state (or ask), sheet, cell, known."""
    result = into or Score()
    got = {(f.township, f.year, f.indicator): f for f in reading.figures}
    asked: dict[str | None, set[str | None]] = defaultdict(set)
    for problem in reading.problems:
        if problem.severity is not Severity.NOTE:
            asked[problem.sheet].add(problem.cell)
    for unknown in reading.unknown_headings:
        asked[unknown.sheet].update(unknown.figure_cells)
    whole_file = any(
        p.code in ("no_year", "no_township", "year_mismatch", "township_mismatch") for p in reading.problems
    )
    expected = set()
    for row in truth:
        key = (row["township"], row["year"], row["indicator"])
        expected.add(key)
        figure = got.get(key)
        cells = {row["cell"], *(row.get("cells") or ())}
        named = whole_file or bool(cells & asked[row["sheet"]])
        known = "known" if row.get("known", True) else "new"
        if figure is not None:
            named = named or figure.source.cell in asked[figure.source.sheet]
        if row["state"] == "ask":
            if figure is None or named:
                result.counts["asked as it should be"] += 1
            else:
                result.fault("printed though doubtful", reading.file, key, row["raw"], figure.value)
        elif figure is None:
            if named or (not row["raw"] and known == "new"):
                result.counts[f"asked, {known} wording"] += 1
            else:
                result.fault(f"missed, {known} wording", reading.file, key, row["raw"], row["sheet"], row["cell"])
        elif (
            _same(figure.value, row["value"])
            and figure.state == row["state"]
            and (row["value"] is None or figure.qualifier == row["qualifier"])
        ):
            result.counts[f"right, {known} wording"] += 1
            if (figure.source.sheet, figure.source.cell) != (row["sheet"], row["cell"]):
                result.fault("another cell named", reading.file, key, row["cell"], figure.source.cell)
        elif named:
            result.counts["wrong, but asked"] += 1
        else:
            result.fault(
                "silently wrong",
                reading.file,
                key,
                row["raw"],
                row["value"],
                row["state"],
                figure.value,
                figure.state,
                row["cell"],
            )
    for key in got.keys() - expected:
        result.fault("invented", reading.file, key, got[key].value, got[key].source)
    return result


def _same(a: float | None, b: float | None) -> bool:
    return a == b or (a is not None and b is not None and abs(a - b) < 1e-6)
