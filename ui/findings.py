"""Findings in the order an official wants them, and as frames for charts and tables."""

from __future__ import annotations

import html
from collections.abc import Iterable

import pandas as pd

from analytics.checks import Said, explained, set_aside
from analytics.model import Finding
from analytics.store import ExplanationRow
from analytics.submission import answers_among, cell_answers, reasons_of, said_of
from ui import cached
from ui.words import language

SEVERITY = {"high": 0, "medium": 1, "low": 2}


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """The most serious first, then the strongest."""
    return sorted(findings, key=lambda f: (SEVERITY[f.severity], -f.strength, f.township))


def strongest(findings: Iterable[Finding], townships: tuple[str, ...] | None, n: int = 5) -> list[Finding]:
    """The ``n`` strongest findings, of these townships, no township twice while others wait."""
    wanted = [f for f in ordered(findings) if townships is None or f.township in townships]
    first: dict[str, Finding] = {}
    for finding in wanted:
        first.setdefault(finding.township, finding)
    chosen = list(first.values())[:n]
    return chosen + [f for f in wanted if f not in chosen][: n - len(chosen)]


def without_township(finding: Finding) -> str:
    """A finding's sentence as HTML, for beside its township's name."""
    return html.escape(finding.sentence.in_(language()).removeprefix(finding.township).lstrip(" ,"))


def why(finding: Finding) -> tuple[ExplanationRow, ...]:
    """What was said about the township's own figures, words and cells that a finding is about."""
    answers = tuple(answers_among(cached.explanations(), finding))
    if finding.explanation and not answers:
        return tuple(cell_answers(cached.store(), finding))
    return answers


def questions_of(year: int) -> tuple[Finding, ...]:
    """The questions of a year; those all of whose figures were explained are closed."""
    return cached.made("questions_answered", (year,), lambda: tuple(explained(cached.questions(year), said())))


def said() -> Said:
    """What was said about figures."""
    return cached.made("said", (), lambda: said_of(cached.explanations()))


def unexplained(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, of questions only those that are still to be asked."""
    return [f for f in findings if f.status != "explained"]


def closed(findings: Iterable[Finding], year: int) -> list[Finding]:
    """The findings of a year, explained questions and gaps set aside closed with the words that closed them."""
    return set_aside(explained(findings, said()), reasons_of(cached.gap_cases(year)))


def standing_gaps(year: int) -> list[Finding]:
    """The gaps of a year without those the office has set aside."""
    return [f for f in closed(cached.gaps(year), year) if f.status != "dismissed"]


def gap_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a gap: township, theme, severity, status, sentence (in the session's language)."""
    rows = [(f.township, f.theme or "", f.severity, f.status, f.sentence.in_(language())) for f in findings]
    return pd.DataFrame(rows, columns=["township", "theme", "severity", "status", "sentence"])
