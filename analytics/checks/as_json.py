"""A finding as it is printed and stored: one shape for gaps and questions alike."""

from __future__ import annotations

from typing import Any

from analytics.model import Evidence, Finding


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """A dict of plain JSON values. ``theme`` is there for gaps only; a missing figure has value null."""
    theme = {"theme": finding.theme} if finding.kind == "gap" else {}
    return {
        "kind": finding.kind,
        "rule": finding.rule,
        **theme,
        "township": finding.township,
        "year": finding.year,
        "indicators": list(finding.indicators),
        "severity": finding.severity,
        "strength": finding.strength,
        "n": finding.n,
        "shown": finding.shown,
        "said": finding.said,
        "evidence": [_evidence(e) for e in finding.evidence],
        "sentence_zh": finding.sentence.zh,
        "sentence_en": finding.sentence.en,
        "suggestion_zh": finding.suggestion.zh,
        "status": finding.status,
        "rule_version": finding.rule_version,
        **({"explanation": finding.explanation} if finding.kind == "question" else {"years": finding.years}),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    value = evidence.value
    return {
        "township": evidence.township,
        "year": evidence.year,
        "indicator": evidence.indicator,
        "value": int(value) if value is not None and value.is_integer() else value,
        "qualifier": evidence.qualifier,
        "file": evidence.file,
        "sheet": evidence.sheet,
        "cell": evidence.cell,
    }
