"""Questions that somebody has answered and gaps that were set aside: closed, with the words that closed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analytics.catalogue import load_catalogue
from analytics.checks.words import names_of
from analytics.model import Finding
from analytics.text import say

Said = Mapping[tuple[str, int, str], tuple[str, ...]]
"""Township, year and indicator → what was said about the figure, oldest first. In the place of the indicator
``own_answer``: what was said to a question about the words of reports."""


def own_answer(rule: str, reports: Iterable[int]) -> str:
    """What stands for a question about the words of reports where others have an indicator.

    ``reports``: their uploads, so that another report, of either side, is asked about anew.
    """
    return " ".join((rule, *map(str, reports)))


def explained(findings: Iterable[Finding], said: Said) -> list[Finding]:
    """The findings, those questions closed (status explained) all of whose own figures something was said about.

    While only some are explained the question stays open: its sentence names those that are still to be explained, and
    ``explanation`` holds what was said so far. One about the words of reports closes by an answer of its own. Gaps stay as they are: an explanation says why a figure is so, not that
    the work was done.
    """
    return [_answered(f, said) if f.kind == "question" and f.status != "explained" else f for f in findings]


def words_for(finding: Finding, said: Said) -> tuple[str, ...]:
    """What was said about a finding's own figures, or to a question about words, each once."""
    keys = (own_answer(finding.rule, finding.reports),) if finding.reports else finding.indicators
    found = (words for i in keys for words in said.get((finding.township, finding.year, i), ()))
    return tuple(dict.fromkeys(found))


def left_to_explain(finding: Finding, said: Said) -> tuple[str, ...]:
    """The indicators of a question about whose figures nothing was said; none once it is closed."""
    if finding.status == "explained":
        return ()
    return tuple(i for i in finding.indicators if not said.get((finding.township, finding.year, i)))


def _answered(finding: Finding, said: Said) -> Finding:
    words = words_for(finding, said)
    if not words:
        return finding
    explanation = "；".join(words)
    left = () if finding.reports else left_to_explain(finding, said)
    if left:
        sentence = say(
            "{sentence}（{n} 项中 {done} 项已说明，还要说明：{names}。）",
            sentence=finding.sentence,
            n=len(finding.indicators),
            done=len(finding.indicators) - len(left),
            names=names_of(load_catalogue(), left),
        )
        return replace(finding, sentence=sentence, explanation=explanation)
    if _about_bare_cells(finding):
        return replace(finding, explanation=explanation)
    return replace(finding, status="explained", explanation=explanation)


def _about_bare_cells(finding: Finding) -> bool:
    """Whether a question is also about a cell that is no figure's: words about figures do not answer for that."""
    return any(not e.indicator and e.value is None and not e.raw for e in finding.evidence)


def set_aside(findings: Iterable[Finding], reasons: Mapping[tuple[str | None, str], str]) -> list[Finding]:
    """The findings, those gaps with status dismissed whose theme and township somebody gave a reason for."""
    return [
        replace(f, status="dismissed", explanation=reasons[f.theme, f.township])
        if f.kind == "gap" and f.status != "resolved" and (f.theme, f.township) in reasons
        else f
        for f in findings
    ]
