"""Questions that somebody has answered and gaps that were set aside: closed, with the words that closed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analytics.model import Finding

Said = Mapping[tuple[str, int, str], tuple[str, ...]]
"""Township, year and indicator → what was said about the figure, oldest first."""


def explained(findings: Iterable[Finding], said: Said) -> list[Finding]:
    """The findings, those questions closed (status explained) about whose own figures anything was said.

    Gaps stay as they are: an explanation says why a figure is so, not that the work was done.
    """
    return [_closed(f, words) if f.kind == "question" and (words := words_for(f, said)) else f for f in findings]


def words_for(finding: Finding, said: Said) -> tuple[str, ...]:
    """What was said about a finding's own figures, each once."""
    found = (words for i in finding.indicators for words in said.get((finding.township, finding.year, i), ()))
    return tuple(dict.fromkeys(found))


def _closed(finding: Finding, words: tuple[str, ...]) -> Finding:
    return replace(finding, status="explained", explanation="；".join(words))


def set_aside(findings: Iterable[Finding], reasons: Mapping[tuple[str | None, str], str]) -> list[Finding]:
    """The findings, those gaps with status dismissed whose theme and township somebody gave a reason for."""
    return [
        replace(f, status="dismissed", explanation=reasons[f.theme, f.township])
        if f.kind == "gap" and f.status != "resolved" and (f.theme, f.township) in reasons
        else f
        for f in findings
    ]
